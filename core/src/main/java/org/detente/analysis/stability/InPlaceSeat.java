// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import org.detente.compile.Ranks;
import org.detente.compile.StateSet;

/// One mover of one reading among those whose values are worked on together: which of some states
/// are stable for it, under two concepts whose values lie in two neighbouring lanes.
///
/// A state is unstable if more than its own rank can be had whatever the answers. So of a rank only
/// matters how many ranks of states in question are below it, which takes fewer bits.
final class InPlaceSeat {
    private final int reading;
    private final int number;
    private final InPlaceMover mover;
    private final StateSet first;
    private final StateSet second;
    private final int[] firstLevels;
    private final int[] secondLevels;
    private final int bits;
    private Lanes lanes = Lanes.WIDE;
    private long[] byRank = {};
    private long firstTop;
    private long secondTop;

    /// A seat.
    ///
    /// @param reading the reading's number
    /// @param number the mover's number in the reading
    /// @param mover the mover
    /// @param first the states of which is asked under the first concept; what turns out to be
    ///   unstable is taken out
    /// @param second the same for the second concept, which lets the mover move once more
    InPlaceSeat(int reading, int number, InPlaceMover mover, StateSet first, StateSet second) {
        this.reading = reading;
        this.number = number;
        this.mover = mover;
        this.first = first;
        this.second = second;
        this.firstLevels = levels(first);
        this.secondLevels = second.equals(first) ? firstLevels : levels(second);
        int last = firstLevels.length - 1;
        int highest = Math.max(firstLevels[last], secondLevels[last]);
        this.bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(highest));
    }

    /// By rank, how many of the ranks of some states are below; at last, how many there are.
    private int[] levels(StateSet states) {
        int[] levels = new int[mover.ranks().levelCount() + 1];
        for (int s = states.next(0); s >= 0; s = states.next(s + 1)) {
            levels[mover.ranks().rank(s) + 1] = 1;
        }
        for (int rank = 1; rank < levels.length; rank++) {
            levels[rank] += levels[rank - 1];
        }
        return levels;
    }

    int reading() {
        return reading;
    }

    int number() {
        return number;
    }

    InPlaceMover mover() {
        return mover;
    }

    /// How many bits its values have at most.
    int bits() {
        return bits;
    }

    /// What is stable beside what is stable in the sense of Nash.
    InPlaceMover.Stable stable() {
        return new InPlaceMover.Stable(first.or(mover.nash()), second.or(mover.nash()));
    }

    /// Takes its place: puts down what the mover is left with before anybody has answered.
    ///
    /// @param values by state, 0 in the seat's lanes
    /// @param with how values lie in there
    /// @param lane the seat's first lane
    void begin(long[] values, Lanes with, int lane) {
        lanes = with;
        firstTop = with.top(lane);
        secondTop = with.top(lane + 1);
        byRank = new long[firstLevels.length];
        for (int rank = 0; rank < byRank.length; rank++) {
            byRank[rank] = with.of(lane, firstLevels[rank]) | with.of(lane + 1, secondLevels[rank]);
        }
        long inFirst = with.beyond(lane, 1);
        long inSecond = with.beyond(lane + 1, 1);
        Ranks ranks = mover.ranks();
        Ranks replies = mover.replies();
        for (int s = 0; s < values.length; s++) {
            values[s] |= (byRank[ranks.rank(s)] & inFirst) | (byRank[replies.rank(s)] & inSecond);
        }
    }

    /// Takes out what is unstable: the states in question from which a move of the mover's own
    /// leads above its rank there, whichever is less of the rank and of what the answers leave
    /// counting.
    void sift(long[] values) {
        mover.moves().best(values, lanes, new Sieve(true));
    }

    /// Whether nothing is left to take out, so that all that is in question is stable.
    boolean holds(long[] values) {
        return mover.moves().best(values, lanes, new Sieve(false));
    }

    /// Compares what is reached from a state with what the mover has there.
    private final class Sieve implements InPlaceMoves.Sink {
        private final Ranks ranks = mover.ranks();
        private final boolean takesOut;

        private Sieve(boolean takesOut) {
            this.takesOut = takesOut;
        }

        @Override
        public boolean take(int state, long reached) {
            long above = lanes.above(reached, byRank[ranks.rank(state)]);
            boolean fromFirst = (above & firstTop) != 0;
            boolean fromSecond = (above & secondTop) != 0;
            if (takesOut) {
                if (fromFirst) {
                    first.remove(state);
                }
                if (fromSecond) {
                    second.remove(state);
                }
                return true;
            }
            return !(fromFirst && first.contains(state)) && !(fromSecond && second.contains(state));
        }
    }
}
