// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import org.detente.compile.Ranks;
import org.detente.compile.StateSet;

/// Of which states it is asked whether they are stable for a mover, under two concepts, of which
/// the second lets the mover move once more.
///
/// A state is unstable if more than its own rank can be had whatever the answers. So of a rank only
/// matters how many ranks of states in question are below it, which takes fewer bits.
///
/// @param first the states under the first concept, not to be changed
/// @param second the same under the second
/// @param firstLevels by rank, how many of the ranks of the first states are below; at last, how
///   many there are
/// @param secondLevels the same of the second
@SuppressWarnings("ArrayRecordComponent") // never changed and never compared
record InPlaceQuestion(StateSet first, StateSet second, int[] firstLevels, int[] secondLevels) {
    /// A question.
    ///
    /// @param ranks the mover's ranks
    static InPlaceQuestion of(Ranks ranks, StateSet first, StateSet second) {
        int[] levels = levels(ranks, first);
        boolean same = second.equals(first);
        return new InPlaceQuestion(first, second, levels, same ? levels : levels(ranks, second));
    }

    private static int[] levels(Ranks ranks, StateSet states) {
        int[] levels = new int[ranks.levelCount() + 1];
        for (int s = states.next(0); s >= 0; s = states.next(s + 1)) {
            levels[ranks.rank(s) + 1] = 1;
        }
        for (int rank = 1; rank < levels.length; rank++) {
            levels[rank] += levels[rank - 1];
        }
        return levels;
    }

    /// How many bits hold the number of ranks below one.
    int bits() {
        int last = firstLevels.length - 1;
        int highest = Math.max(firstLevels[last], secondLevels[last]);
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(highest));
    }

    boolean isEmpty() {
        return first.isEmpty() && second.isEmpty();
    }
}
