// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one level more or less of each item costs or brings each signatory, from one package.
///
/// @param levels the package: a level index for each item
/// @param trades one for each item, in the agreement's order
record Logrolling(List<Integer> levels, List<Trade> trades) {
    /// Copies the lists.
    Logrolling {
        levels = List.copyOf(levels);
        trades = List.copyOf(trades);
    }

    /// One item.
    ///
    /// @param item its index
    /// @param up one level more, or null at the last level
    /// @param down one level less, or null at the first
    /// @param droppable whether the package without it (an option at `now`, a term at its first
    ///   level) is still acceptable and efficient; false where it is not in the package
    /// @param linked the items with which its worth, or what is allowed, hangs together
    record Trade(
            int item,
            @Nullable Step up,
            @Nullable Step down,
            boolean droppable,
            List<Integer> linked) {
        /// Copies the list.
        Trade {
            linked = List.copyOf(linked);
        }
    }

    /// One level more or less.
    ///
    /// @param level the level's index
    /// @param changes by signatory, the change in points
    /// @param isAllowed whether no rule and no red line forbids it
    /// @param isAcceptable whether everybody who must agree still prefers it to no agreement
    record Step(int level, List<Double> changes, boolean isAllowed, boolean isAcceptable) {
        /// Copies the list.
        Step {
            changes = List.copyOf(changes);
        }
    }

    /// Looks around a package.
    ///
    /// @param bargain the problem
    /// @param levels the package
    static Logrolling around(Bargain bargain, int[] levels) {
        List<List<Integer>> links = bargain.form().links();
        List<Trade> trades = new ArrayList<>();
        for (int item = 0; item < levels.length; item++) {
            trades.add(
                    new Trade(
                            item,
                            step(bargain, levels, item, levels[item] + 1),
                            step(bargain, levels, item, levels[item] - 1),
                            droppable(bargain, levels, item),
                            links.get(item)));
        }
        return new Logrolling(Levels.list(levels), trades);
    }

    private static @Nullable Step step(Bargain bargain, int[] levels, int item, int level) {
        if (level < 0 || level >= bargain.space().radix(item)) {
            return null;
        }
        int[] changed = Levels.with(levels, item, level);
        List<Double> changes = new ArrayList<>();
        for (int party = 0; party < bargain.signatoryCount(); party++) {
            double change =
                    bargain.space().value(party, changed) - bargain.space().value(party, levels);
            changes.add(Math.abs(change) <= bargain.tolerance(party) ? 0.0 : change);
        }
        return new Step(level, changes, bargain.space().allows(changed), bargain.accepts(changed));
    }

    private static boolean droppable(Bargain bargain, int[] levels, int item) {
        int without = bargain.form().items().get(item).nowIndex();
        if (levels[item] == without) {
            return false;
        }
        int[] changed = Levels.with(levels, item, without);
        return bargain.accepts(changed) && !bargain.headroom(changed).isBeaten();
    }
}
