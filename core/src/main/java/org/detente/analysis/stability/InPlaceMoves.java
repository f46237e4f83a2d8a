// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;

/// What one mover does to values that lie in memory by state, where the product is small enough to
/// do without tiles: carry the least along its moves or along its paying moves. Several concepts
/// and several parties' values are carried at once, see [Lanes].
///
/// Immutable, so that all movers whom it answers and all readings in which its ranks are the same
/// can share it, in several threads.
final class InPlaceMoves {
    private static final int KEPT_NEXT_LEVEL = FibreOrder.KEPT_NEXT_LEVEL;
    private static final int KEPT_CELL = KEPT_NEXT_LEVEL - 1;

    private final Tiles tiles;
    private final OneWay oneWay;
    private final int[] cellOffsets;
    private final int[] laneOffsets;
    private final int[] laneOfOffset;
    private final boolean paired;
    private final char[] fibres;
    private final char[] allPairs;
    private final int[] pairFrom;
    private final int[] pairTo;

    /// A mover's moves.
    ///
    /// @param space the space
    /// @param mover its index
    /// @param usable the feasible states that it sees
    /// @param ranks its ranks
    InPlaceMoves(StateSpace space, int mover, StateSet usable, Ranks ranks) {
        InPlaceFibres kept = new InPlaceFibres(space, mover, usable, ranks);
        this.tiles = kept.tiles();
        this.oneWay = kept.oneWay();
        this.cellOffsets = kept.cellOffsets();
        this.laneOffsets = kept.laneOffsets();
        this.laneOfOffset = kept.laneOfOffset();
        this.paired = kept.isPaired();
        this.fibres = kept.paying();
        this.allPairs = kept.allPairs();
        this.pairFrom = kept.pairEnds(true);
        this.pairTo = kept.pairEnds(false);
    }

    /// What opponents lower.
    ///
    /// @param values by state
    /// @param lanes how values lie in there
    /// @param changes which of them have changed since who looked
    @SuppressWarnings("ArrayRecordComponent") // changed in place and never compared
    record Carried(long[] values, Lanes lanes, Changes changes) {
        private void lower(int state, long by) {
            long before = values[state];
            if (lanes.above(before, by) != 0) {
                values[state] = lanes.lesser(before, by);
                changes.at(state);
            }
        }
    }

    /// Lowers values to the least within reach of the mover's moves.
    ///
    /// @param carried the values
    /// @param mover the number of this mover in the changes
    /// @param spared lanes that this mover does not touch: every bit of their values
    /// @param paying whether only moves that pay it count
    void lower(Carried carried, int mover, long spared, boolean paying) {
        char[] pairs = paying ? fibres : allPairs;
        boolean[] stale = new boolean[laneOffsets.length];
        long[] noted = new long[oneWay.entryCount()];
        for (int tile = 0; tile < tiles.count(); tile++) {
            if (!findStale(tile, mover, carried.changes(), stale)) {
                continue;
            }
            int tileBase = tiles.firstState(tile, 0);
            for (int lane = 0; lane < stale.length; lane++) {
                if (!stale[lane]) {
                    continue;
                }
                int fibre = tile * stale.length + lane;
                int base = tileBase + laneOffsets[lane];
                if (paired) {
                    alongPairs(pairs[fibre], base, carried, spared);
                } else if (oneWay.isEmpty()) {
                    if (paying) {
                        alongOrder(fibre, base, carried, spared);
                    } else {
                        alongAll(fibre, base, carried, spared);
                    }
                } else if (paying) {
                    alongOrderOneWay(fibre, base, carried, spared, noted);
                } else {
                    alongAllOneWay(fibre, base, carried, spared, noted);
                }
            }
        }
    }

    /// Finds in which lanes of a tile there is something to see.
    ///
    /// @return whether in any
    private boolean findStale(int tile, int mover, Changes changes, boolean[] stale) {
        if (changes.allUnseen(mover)) {
            Arrays.fill(stale, true);
            return true;
        }
        Arrays.fill(stale, false);
        boolean any = false;
        for (int run = 0; run < tiles.runCount(); run++) {
            int from = tiles.firstState(tile, run);
            int end = from + tiles.run();
            for (int s = changes.next(mover, from, end);
                    s < end;
                    s = s + 1 < end ? changes.next(mover, s + 1, end) : end) {
                stale[laneOfOffset[s - from]] = true;
                any = true;
            }
        }
        return any;
    }

    /// In any order: the mover's moves are transitive.
    private void alongPairs(int pairs, int base, Carried carried, long spared) {
        for (int left = pairs; left != 0; left &= left - 1) {
            int pair = Integer.numberOfTrailingZeros(left);
            carried.lower(base + pairFrom[pair], carried.values()[base + pairTo[pair]] | spared);
        }
    }

    private void alongAll(int fibre, int base, Carried carried, long spared) {
        long[] values = carried.values();
        Lanes lanes = carried.lanes();
        long least = lanes.beyond();
        int first = fibre * cellOffsets.length;
        int end = first;
        while (end < first + cellOffsets.length && fibres[end] != FibreOrder.KEPT_END) {
            int state = base + cellOffsets[fibres[end] & KEPT_CELL];
            least = lanes.lesser(least, values[state]);
            end++;
        }
        for (int k = first; k < end; k++) {
            carried.lower(base + cellOffsets[fibres[k] & KEPT_CELL], least | spared);
        }
    }

    private void alongAllOneWay(int fibre, int base, Carried carried, long spared, long[] noted) {
        long[] values = carried.values();
        Lanes lanes = carried.lanes();
        Arrays.fill(noted, lanes.beyond());
        int first = fibre * cellOffsets.length;
        int end = first;
        while (end < first + cellOffsets.length && fibres[end] != FibreOrder.KEPT_END) {
            int cell = fibres[end] & KEPT_CELL;
            oneWay.note(lanes, noted, cell, values[base + cellOffsets[cell]] | spared);
            end++;
        }
        for (int k = first; k < end; k++) {
            int cell = fibres[k] & KEPT_CELL;
            carried.lower(base + cellOffsets[cell], oneWay.least(lanes, noted, cell));
        }
    }

    private void alongOrder(int fibre, int base, Carried carried, long spared) {
        long[] values = carried.values();
        Lanes lanes = carried.lanes();
        long better = lanes.beyond();
        long soFar = lanes.beyond();
        int end = (fibre + 1) * cellOffsets.length;
        for (int k = fibre * cellOffsets.length; k < end; k++) {
            int entry = fibres[k];
            if (entry == FibreOrder.KEPT_END) {
                return;
            }
            if ((entry & KEPT_NEXT_LEVEL) != 0) {
                better = soFar;
            }
            int state = base + cellOffsets[entry & KEPT_CELL];
            soFar = lanes.lesser(soFar, values[state] | spared);
            carried.lower(state, better);
        }
    }

    /// What is noted must be of higher ranks; so a cell alone in its rank is noted at once, several
    /// once the last of them has been lowered. What is no less than what a cell can reach already
    /// is not noted: whoever reaches the cell reaches that too.
    private void alongOrderOneWay(int fibre, int base, Carried carried, long spared, long[] noted) {
        long[] values = carried.values();
        Lanes lanes = carried.lanes();
        Arrays.fill(noted, lanes.beyond());
        int first = fibre * cellOffsets.length;
        int end = first + cellOffsets.length;
        int unnoted = first;
        for (int k = first; k < end; k++) {
            int entry = fibres[k];
            if (entry == FibreOrder.KEPT_END) {
                return;
            }
            int cell = entry & KEPT_CELL;
            int state = base + cellOffsets[cell];
            long least = oneWay.least(lanes, noted, cell);
            carried.lower(state, least);
            if (k + 1 < end && (fibres[k + 1] & KEPT_NEXT_LEVEL) == 0) {
                continue;
            }
            for (; unnoted < k; unnoted++) {
                int tied = fibres[unnoted] & KEPT_CELL;
                oneWay.note(lanes, noted, tied, values[base + cellOffsets[tied]] | spared);
            }
            long after = values[state] | spared;
            if (after != least) {
                oneWay.note(lanes, noted, cell, after);
            }
            unnoted = k + 1;
        }
    }

    /// Takes, for a state from which the mover has paying moves, the greatest of the values that
    /// these lead to.
    interface Sink {
        /// Takes one state's.
        ///
        /// @param state the state
        /// @param best the greatest values
        /// @return whether to go on
        boolean take(int state, long best);
    }

    /// Finds the greatest values that the mover's own paying moves lead to.
    ///
    /// @param values by state
    /// @param lanes how values lie in there
    /// @param sink takes the result for states from which there may be such moves, several times
    ///   for some, the greatest among the rest; for other states there is none
    /// @return whether the sink has seen the last of them
    boolean best(long[] values, Lanes lanes, Sink sink) {
        long[] noted = new long[oneWay.entryCount()];
        for (int tile = 0; tile < tiles.count(); tile++) {
            int tileBase = tiles.firstState(tile, 0);
            for (int lane = 0; lane < laneOffsets.length; lane++) {
                int fibre = tile * laneOffsets.length + lane;
                int base = tileBase + laneOffsets[lane];
                boolean goOn;
                if (paired) {
                    goOn = bestOfPairs(fibres[fibre], base, values, sink);
                } else if (oneWay.isEmpty()) {
                    goOn = bestInOrder(fibre, base, values, lanes, sink);
                } else {
                    goOn = bestInOrderOneWay(fibre, base, values, lanes, noted, sink);
                }
                if (!goOn) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean bestOfPairs(int pairs, int base, long[] values, Sink sink) {
        for (int left = pairs; left != 0; left &= left - 1) {
            int pair = Integer.numberOfTrailingZeros(left);
            if (!sink.take(base + pairFrom[pair], values[base + pairTo[pair]])) {
                return false;
            }
        }
        return true;
    }

    private boolean bestInOrder(int fibre, int base, long[] values, Lanes lanes, Sink sink) {
        long better = lanes.beyond();
        long soFar = lanes.beyond();
        int end = (fibre + 1) * cellOffsets.length;
        for (int k = fibre * cellOffsets.length; k < end; k++) {
            int entry = fibres[k];
            if (entry == FibreOrder.KEPT_END) {
                return true;
            }
            if ((entry & KEPT_NEXT_LEVEL) != 0) {
                better = soFar;
            }
            int state = base + cellOffsets[entry & KEPT_CELL];
            soFar = lanes.lesser(soFar, lanes.turned(values[state]));
            if (!sink.take(state, lanes.turned(better))) {
                return false;
            }
        }
        return true;
    }

    private boolean bestInOrderOneWay(
            int fibre, int base, long[] values, Lanes lanes, long[] noted, Sink sink) {
        Arrays.fill(noted, lanes.beyond());
        int first = fibre * cellOffsets.length;
        int end = first + cellOffsets.length;
        int unnoted = first;
        for (int k = first; k < end; k++) {
            int entry = fibres[k];
            if (entry == FibreOrder.KEPT_END) {
                return true;
            }
            int cell = entry & KEPT_CELL;
            int state = base + cellOffsets[cell];
            if (!sink.take(state, lanes.turned(oneWay.least(lanes, noted, cell)))) {
                return false;
            }
            boolean isLast = k + 1 == end || (fibres[k + 1] & KEPT_NEXT_LEVEL) != 0;
            if (!isLast) {
                continue;
            }
            oneWay.note(lanes, noted, cell, lanes.turned(values[state]));
            while (unnoted < k) {
                int tied = fibres[unnoted++] & KEPT_CELL;
                oneWay.note(lanes, noted, tied, lanes.turned(values[base + cellOffsets[tied]]));
            }
            unnoted = k + 1;
        }
        return true;
    }
}
