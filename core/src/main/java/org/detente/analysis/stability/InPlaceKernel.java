// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;
import java.util.List;

/// Finds the states that are stable for some movers as [StabilityKernel] does, in one thread and in
/// place: GMR and SMR at once, SEQ and SSEQ at once, and all the movers at once. An opponent looks
/// again only near states that another has changed.
///
/// While values settle they only fall, and what is stable only grows. SEQ implies GMR, and SSEQ
/// implies SMR: once as much is stable for a mover as these allow, its values are left alone.
/// Memory: one `long` a state.
final class InPlaceKernel {
    private final List<InPlaceSeat> seats;
    private final List<InPlaceMoves> moves;
    private final Lanes lanes;
    private final long[] values;
    private final long[] spared;
    private final boolean[] held;

    /// Movers to be looked at together.
    ///
    /// @param seats the movers, as many as fit, see [#fit]
    /// @param moves the moves of all movers of the reading, or of any if only what does not depend
    ///   on their orders is asked
    /// @param values scratch space, one for each state
    InPlaceKernel(List<InPlaceSeat> seats, List<InPlaceMoves> moves, long[] values) {
        this.seats = List.copyOf(seats);
        this.moves = List.copyOf(moves);
        this.lanes = new Lanes(widest(seats), 2 * seats.size());
        this.values = values;
        this.spared = new long[moves.size()];
        this.held = new boolean[seats.size()];
        Arrays.fill(values, 0);
        for (int k = 0; k < seats.size(); k++) {
            seats.get(k).begin(values, lanes, 2 * k);
            spared[seats.get(k).number()] |= lanes.beyond(2 * k, 2);
        }
    }

    /// Whether the values of some movers fit in one `long`.
    static boolean fit(List<InPlaceSeat> seats) {
        return 2 * seats.size() <= Lanes.most(widest(seats));
    }

    private static int widest(List<InPlaceSeat> seats) {
        return seats.stream().mapToInt(InPlaceSeat::bits).max().orElseThrow();
    }

    /// Takes out of the states in question what is unstable.
    ///
    /// @param paying whether only answers count that pay those who give them
    void solve(boolean paying) {
        settle(paying);
        for (int k = 0; k < held.length; k++) {
            if (!held[k]) {
                seats.get(k).sift(values);
            }
        }
    }

    /// Lets the movers answer in turn until nothing changes. One's moves are transitive, so that
    /// nothing is left for it to do until another has changed something.
    private void settle(boolean paying) {
        Changes changes = new Changes(values.length, moves.size());
        InPlaceMoves.Carried carried = new InPlaceMoves.Carried(values, lanes, changes);
        for (int turn = 0; changes.anyUnseen(); turn++) {
            int mover = turn % moves.size();
            if (turn > 0 && mover == 0 && paying && allHold()) {
                return;
            }
            long touched = lanes.beyond() & ~spared[mover];
            if (touched != 0 && changes.unseen(mover)) {
                moves.get(mover).lower(carried, mover, spared[mover], paying);
            }
            changes.seen(mover, other -> (touched & ~spared[other]) != 0);
        }
    }

    /// Whether for every mover all that is in question holds. The values of those for whom it does
    /// need not fall any more.
    private boolean allHold() {
        boolean all = true;
        for (int k = 0; k < held.length; k++) {
            if (!held[k] && seats.get(k).holds(values)) {
                held[k] = true;
                for (int mover = 0; mover < spared.length; mover++) {
                    spared[mover] |= lanes.beyond(2 * k, 2);
                }
            }
            all &= held[k];
        }
        return all;
    }
}
