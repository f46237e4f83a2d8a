// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;

/// A condition on a state, in the case's own language. `toString` writes it in that language.
public sealed interface Condition {
    /// A comparison of an item's level.
    ///
    /// @param item an option or a term
    /// @param comparison how
    /// @param level the level's name; levels are ordered as written in the case
    record Compare(ItemRef item, Comparison comparison, String level) implements Condition {
        @Override
        public String toString() {
            return "%s %s %s".formatted(item, comparison.symbol(), quoted(level));
        }
    }

    /// Membership: the item is at one of the levels.
    ///
    /// @param item an option or a term
    /// @param levels the levels' names, at least one
    record In(ItemRef item, List<String> levels) implements Condition {
        /// Copies the levels.
        public In {
            levels = List.copyOf(levels);
        }

        @Override
        public String toString() {
            return "%s in {%s}"
                    .formatted(
                            item,
                            String.join(", ", levels.stream().map(Condition::quoted).toList()));
        }
    }

    /// A yes/no item that is at `yes`.
    ///
    /// @param item an option or a term
    record Holds(ItemRef item) implements Condition {
        @Override
        public String toString() {
            return item.toString();
        }
    }

    /// The state lies in a named outcome.
    ///
    /// @param outcome the outcome's id
    record InOutcome(String outcome) implements Condition {
        @Override
        public String toString() {
            return outcome;
        }
    }

    /// Negation.
    ///
    /// @param operand what must not hold
    record Not(Condition operand) implements Condition {
        @Override
        public String toString() {
            return "not " + operand.within(4);
        }
    }

    /// Conjunction.
    ///
    /// @param operands all must hold; at least two
    record And(List<Condition> operands) implements Condition {
        /// Copies the operands.
        public And {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return joined(operands, " and ", 4);
        }
    }

    /// Disjunction.
    ///
    /// @param operands one must hold; at least two
    record Or(List<Condition> operands) implements Condition {
        /// Copies the operands.
        public Or {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            return joined(operands, " or ", 3);
        }
    }

    /// Material implication.
    ///
    /// @param premise where this holds
    /// @param conclusion this must hold too
    record Implies(Condition premise, Condition conclusion) implements Condition {
        @Override
        public String toString() {
            return premise.within(2) + " implies " + conclusion.within(1);
        }
    }

    /// Equivalence.
    ///
    /// @param left one side
    /// @param right the other
    record Iff(Condition left, Condition right) implements Condition {
        @Override
        public String toString() {
            return left.within(1) + " iff " + right.within(1);
        }
    }

    /// How a level is compared.
    enum Comparison {
        /// The same level.
        EQUAL("="),
        /// Another level.
        NOT_EQUAL("!="),
        /// An earlier level.
        LESS("<"),
        /// An earlier level or this one.
        AT_MOST("<="),
        /// A later level.
        MORE(">"),
        /// A later level or this one.
        AT_LEAST(">=");

        private final String symbol;

        Comparison(String symbol) {
            this.symbol = symbol;
        }

        /// The sign in the case's language.
        ///
        /// @return one or two characters
        public String symbol() {
            return symbol;
        }

        /// Whether two level indices compare so.
        ///
        /// @param actualIndex the state's level index
        /// @param wantedIndex the index compared with
        /// @return true if the comparison holds
        public boolean test(int actualIndex, int wantedIndex) {
            return switch (this) {
                case EQUAL -> actualIndex == wantedIndex;
                case NOT_EQUAL -> actualIndex != wantedIndex;
                case LESS -> actualIndex < wantedIndex;
                case AT_MOST -> actualIndex <= wantedIndex;
                case MORE -> actualIndex > wantedIndex;
                case AT_LEAST -> actualIndex >= wantedIndex;
            };
        }
    }

    /// How tightly the outermost operator binds: 5 atoms, 4 `not`, 3 `and`, 2 `or`, 1 `implies`, 0
    /// `iff`.
    private int binding() {
        return switch (this) {
            case Compare _, In _, Holds _, InOutcome _ -> 5;
            case Not _ -> 4;
            case And _ -> 3;
            case Or _ -> 2;
            case Implies _ -> 1;
            case Iff _ -> 0;
        };
    }

    private String within(int leastBinding) {
        return binding() >= leastBinding ? toString() : "(" + this + ")";
    }

    private static String joined(List<Condition> operands, String word, int leastBinding) {
        return String.join(word, operands.stream().map(c -> c.within(leastBinding)).toList());
    }

    private static String quoted(String level) {
        return level.matches("[a-z][a-z0-9-]*") ? level : "'" + level.replace("'", "''") + "'";
    }
}
