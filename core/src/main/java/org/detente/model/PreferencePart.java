// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way in which a party's preferences are stated. A party has at most one part of each kind.
public sealed interface PreferencePart {
    /// Ordinal: statements, most important first. A state's score is the sum of 2^(m−k) over the
    /// statements k of m that hold.
    ///
    /// @param statements the statements
    record Order(List<Statement> statements) implements PreferencePart {
        /// Copies the statements.
        public Order {
            statements = List.copyOf(statements);
        }
    }

    /// Ordinal: state numbers, best first; an inner list of more than one is a tie.
    ///
    /// @param groups every feasible state once
    /// @param basis what it rests on
    record Ranking(List<List<Integer>> groups, Basis basis) implements PreferencePart {
        /// Copies the groups.
        public Ranking {
            List<List<Integer>> copies = new ArrayList<>(groups.size());
            for (List<Integer> group : groups) {
                copies.add(List.copyOf(group));
            }
            groups = List.copyOf(copies);
        }
    }

    /// What the party will not accept: worse than no agreement, whatever else is given.
    ///
    /// @param lines conditions that must never hold
    record RedLines(List<Statement> lines) implements PreferencePart {
        /// Copies the lines.
        public RedLines {
            lines = List.copyOf(lines);
        }
    }

    /// Comparisons, all else equal.
    ///
    /// @param comparisons better over worse
    record Prefer(List<Comparison> comparisons) implements PreferencePart {
        /// Copies the comparisons.
        public Prefer {
            comparisons = List.copyOf(comparisons);
        }
    }

    /// Items whose swing from worst to best matters most, first.
    ///
    /// @param items the items, most important swing first
    /// @param gaps by how much the swing before an item's matters more than its own, where stated
    /// @param open what counts in ways that are left open, whatever points the case gives it
    /// @param basis what the order rests on
    record Swings(List<ItemRef> items, List<Gap> gaps, Open open, Basis basis)
            implements PreferencePart {
        /// Copies the lists.
        public Swings {
            items = List.copyOf(items);
            gaps = List.copyOf(gaps);
        }

        /// An order without more.
        ///
        /// @param items the items, most important swing first
        /// @param basis what the order rests on
        public Swings(List<ItemRef> items, Basis basis) {
            this(items, List.of(), Open.NOTHING, basis);
        }
    }

    /// What counts in ways that are left open. Statements may still say something of it; points
    /// that the case gives it are not read as statements.
    ///
    /// @param items items whose levels may be worth anything
    /// @param conditions conditions that may be worth anything
    /// @param otherwise whether the points of no agreement are left open too
    record Open(List<ItemRef> items, List<Condition> conditions, boolean otherwise) {
        /// Nothing.
        public static final Open NOTHING = new Open(List.of(), List.of(), false);

        /// Copies the lists.
        public Open {
            items = List.copyOf(items);
            conditions = List.copyOf(conditions);
        }

        /// Whether the points of something are left open.
        ///
        /// @param worth points of an item or a condition
        /// @return true if they are not read as a statement
        public boolean holds(Worth worth) {
            return switch (worth) {
                case Worth.OfItem(ItemRef item, _) -> items.contains(item);
                case Worth.OfCondition(Condition condition, _) ->
                        conditions.contains(condition)
                                || items.stream()
                                        .anyMatch(i -> i.toString().equals(condition.toString()));
            };
        }
    }

    /// How many times as much the swing before an item's matters as its own.
    ///
    /// @param item an item of the order, not its first
    /// @param least at least so many times, 1 or more
    /// @param most at most so many times, or null
    /// @param basis what it rests on
    record Gap(ItemRef item, double least, @Nullable Double most, Basis basis) {
        /// Checks the ends.
        ///
        /// @throws IllegalArgumentException if they are below 1, or the wrong way round
        public Gap {
            if (least < 1 || (most != null && most < least)) {
                throw new IllegalArgumentException(
                        "a swing matters at least 1 times as much as the next, and at most no less; got %s to %s"
                                .formatted(least, most));
            }
        }
    }

    /// Words for how much more one swing matters than the next.
    enum Strength {
        /// From 1 to 1.5 times as much.
        SLIGHTLY(1, 1.5),
        /// From 1.5 to 3 times as much.
        CLEARLY(1.5, 3.0),
        /// At least 3 times as much.
        FAR(3, null);

        private final double least;
        private final @Nullable Double most;

        Strength(double least, @Nullable Double most) {
            this.least = least;
            this.most = most;
        }

        /// The least that the word means.
        ///
        /// @return how many times as much
        public double least() {
            return least;
        }

        /// The most that the word means.
        ///
        /// @return how many times as much, or null if there is no most
        public @Nullable Double most() {
            return most;
        }

        /// The word as written in a case.
        ///
        /// @return `slightly`, `clearly` or `far`
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /// The word for a gap.
        ///
        /// @param gap the gap
        /// @return the word that means just this, or null if there is none
        public static @Nullable Strength of(Gap gap) {
            for (Strength strength : values()) {
                if (strength.least == gap.least()
                        && java.util.Objects.equals(strength.most, gap.most())) {
                    return strength;
                }
            }
            return null;
        }
    }

    /// Comparisons of whole packages.
    ///
    /// @param comparisons better and worse packages
    record Packages(List<PackageComparison> comparisons) implements PreferencePart {
        /// Copies the comparisons.
        public Packages {
            comparisons = List.copyOf(comparisons);
        }
    }

    /// Cardinal: points per step.
    ///
    /// @param worths points by item and by condition
    record Values(List<Worth> worths) implements PreferencePart {
        /// Copies the worths.
        public Values {
            worths = List.copyOf(worths);
        }
    }

    /// Cardinal: points paid once, when a condition becomes true.
    ///
    /// @param amounts conditions and points
    record Once(List<Worth.OfCondition> amounts) implements PreferencePart {
        /// Copies the amounts.
        public Once {
            amounts = List.copyOf(amounts);
        }
    }

    /// `better over worse`, all else equal.
    ///
    /// @param better a condition
    /// @param worse another
    /// @param basis what it rests on
    record Comparison(Condition better, Condition worse, Basis basis) {}

    /// One package over another.
    ///
    /// @param better the better package
    /// @param worse the worse one
    /// @param basis what it rests on
    record PackageComparison(Bundle better, Bundle worse, Basis basis) {}

    /// A package as a person names it.
    sealed interface Bundle {
        /// These levels; items not named are at `now`, terms at their first level.
        ///
        /// @param settings the levels
        record Of(List<Setting> settings) implements Bundle {
            /// Copies the settings.
            public Of {
                settings = List.copyOf(settings);
            }
        }

        /// No agreement.
        record NoAgreement() implements Bundle {}
    }
}
