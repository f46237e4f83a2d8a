// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.ArrayList;
import java.util.List;

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
    /// @param basis what the order rests on
    record Swings(List<ItemRef> items, Basis basis) implements PreferencePart {
        /// Copies the items.
        public Swings {
            items = List.copyOf(items);
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
