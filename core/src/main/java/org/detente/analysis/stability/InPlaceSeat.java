// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import org.detente.compile.Ranks;
import org.detente.compile.StateSet;

/// One mover of one reading among those whose values are worked on together: what it asks, see
/// [InPlaceQuestion], under two concepts whose values lie in two neighbouring lanes.
final class InPlaceSeat {
    private final int reading;
    private final int number;
    private final InPlaceMover mover;
    private final InPlaceQuestion question;
    private final StateSet first;
    private final StateSet second;
    private Lanes lanes = Lanes.WIDE;
    private long[] byRank = {};
    private long firstTop;
    private long secondTop;

    /// A seat.
    ///
    /// @param reading the reading's number
    /// @param number the mover's number in the reading
    /// @param mover the mover, whose question is taken as it is now
    InPlaceSeat(int reading, int number, InPlaceMover mover) {
        this.reading = reading;
        this.number = number;
        this.mover = mover;
        this.question = mover.question();
        this.first = question.first().copy();
        this.second = question.second().copy();
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
        return question.bits();
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
        byRank = new long[mover.ranks().levelCount()];
        for (int rank = 0; rank < byRank.length; rank++) {
            byRank[rank] =
                    with.of(lane, question.firstLevels()[rank])
                            | with.of(lane + 1, question.secondLevels()[rank]);
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
