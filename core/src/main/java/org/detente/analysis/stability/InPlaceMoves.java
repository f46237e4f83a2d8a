// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;

/// What one mover does to values that lie in memory by state, where the product is small enough to
/// do without tiles: carry the least along its moves or along its paying moves. Two concepts are
/// carried at once, see [TwoValues].
///
/// Fibres of a few states are kept as the pairs of their cells between which the mover moves, one
/// bit each; larger ones in the order of its ranks, see [FibreOrder]. Immutable, so that all movers
/// whom it answers and all readings in which its ranks are the same can share it, in several
/// threads. Memory: 16 bits a state.
final class InPlaceMoves {
    /// The largest fibre that is kept as pairs, so that these fit in 16 bits.
    private static final int MOST_PAIRED_CELLS = 4;

    /// Tiles as small as they can be: whatever is contiguous, but 32 states at least.
    private static final Tiles.Shape SMALL = new Tiles.Shape(0, 32, Integer.MAX_VALUE);

    private static final int KEPT_NEXT_LEVEL = FibreOrder.KEPT_NEXT_LEVEL;
    private static final int KEPT_CELL = KEPT_NEXT_LEVEL - 1;

    private final Tiles tiles;
    private final StateSet usable;
    private final OneWay oneWay;
    private final int[] cellOffsets;
    private final int[] laneOffsets;
    private final int[] laneOfOffset;
    private final boolean paired;
    private final char[] fibres;
    private final char[] allPairs;
    private final int[] pairFrom;
    private final int[] pairTo;

    /// A mover's fibres.
    ///
    /// @param space the space
    /// @param mover its index
    /// @param usable the feasible states that it sees
    /// @param ranks its ranks
    InPlaceMoves(StateSpace space, int mover, StateSet usable, Ranks ranks) {
        this.tiles = new Tiles(space, mover, SMALL);
        this.usable = usable;
        this.oneWay = new OneWay(space, tiles);
        this.cellOffsets = cellOffsets(space, tiles);
        this.laneOfOffset = lanesOfOffsets(tiles);
        this.laneOffsets = laneOffsets(tiles);
        this.paired = tiles.fibreSize() <= MOST_PAIRED_CELLS;
        int laneCount = tiles.count() * tiles.laneCount();
        this.fibres = paired ? new char[laneCount] : new char[laneCount * tiles.fibreSize()];
        this.allPairs = paired ? new char[laneCount] : new char[0];
        this.pairFrom = pairEnds(true);
        this.pairTo = pairEnds(false);
        if (paired) {
            pair(ranks);
        } else {
            sort(ranks);
        }
    }

    private static int[] cellOffsets(StateSpace space, Tiles tiles) {
        int[] offsets = new int[tiles.fibreSize()];
        int filled = 1;
        for (int k = 0; k < tiles.optionCount(); k++) {
            int option = tiles.option(k);
            for (int level = 1; level < space.radix(option); level++) {
                for (int c = 0; c < filled; c++) {
                    offsets[level * filled + c] = offsets[c] + level * space.stride(option);
                }
            }
            filled *= space.radix(option);
        }
        return offsets;
    }

    /// The lane of each state of a run.
    private static int[] lanesOfOffsets(Tiles tiles) {
        int[] lanes = tiles.positions().clone();
        for (int k = 0; k < lanes.length; k++) {
            lanes[k] %= tiles.rowLength();
        }
        return lanes;
    }

    private static int[] laneOffsets(Tiles tiles) {
        int[] offsets = new int[tiles.laneCount()];
        int[] positions = tiles.positions();
        for (int k = 0; k < positions.length; k++) {
            if (positions[k] < tiles.laneCount()) {
                offsets[positions[k]] = k;
            }
        }
        return offsets;
    }

    /// The offset of one end of each ordered pair of cells, in the order of their bits.
    private int[] pairEnds(boolean from) {
        int[] ends = new int[paired ? cellOffsets.length * (cellOffsets.length - 1) : 0];
        int bit = 0;
        for (int source = 0; paired && source < cellOffsets.length; source++) {
            for (int target = 0; target < cellOffsets.length; target++) {
                if (source != target) {
                    ends[bit++] = cellOffsets[from ? source : target];
                }
            }
        }
        return ends;
    }

    private void pair(Ranks ranks) {
        boolean[] reach = new boolean[tiles.fibreSize() * tiles.fibreSize()];
        long[] noted = new long[Math.max(1, oneWay.entryCount())];
        for (int to = 0; to < tiles.fibreSize(); to++) {
            Arrays.fill(noted, TwoValues.BEYOND);
            if (!oneWay.isEmpty()) {
                oneWay.note(noted, to, 0);
            }
            for (int from = 0; from < tiles.fibreSize(); from++) {
                reach[from * tiles.fibreSize() + to] =
                        from != to && (oneWay.isEmpty() || oneWay.least(noted, from) == 0);
            }
        }
        for (int tile = 0; tile < tiles.count(); tile++) {
            for (int lane = 0; lane < laneOffsets.length; lane++) {
                pair(tile * laneOffsets.length + lane, base(tile, lane), reach, ranks);
            }
        }
    }

    private void pair(int fibre, int base, boolean[] reach, Ranks ranks) {
        int bit = 1;
        for (int from = 0; from < cellOffsets.length; from++) {
            for (int to = 0; to < cellOffsets.length; to++) {
                if (from == to) {
                    continue;
                }
                int source = base + cellOffsets[from];
                int target = base + cellOffsets[to];
                if (reach[from * cellOffsets.length + to]
                        && usable.contains(source)
                        && usable.contains(target)) {
                    allPairs[fibre] |= (char) bit;
                    fibres[fibre] |= (char) (ranks.rank(target) > ranks.rank(source) ? bit : 0);
                }
                bit <<= 1;
            }
        }
    }

    private void sort(Ranks ranks) {
        FibreOrder order = new FibreOrder(cellOffsets.length, fibres);
        FibreOrder.Scratch scratch = order.scratch();
        int[] entries = new int[cellOffsets.length];
        int[] laneRanks = new int[cellOffsets.length];
        for (int tile = 0; tile < tiles.count(); tile++) {
            for (int lane = 0; lane < laneOffsets.length; lane++) {
                int base = base(tile, lane);
                for (int c = 0; c < cellOffsets.length; c++) {
                    int state = base + cellOffsets[c];
                    laneRanks[c] = usable.contains(state) ? ranks.rank(state) : -1;
                }
                order.keep(tile * laneOffsets.length + lane, laneRanks, entries, scratch);
            }
        }
    }

    private int base(int tile, int lane) {
        return tiles.firstState(tile, 0) + laneOffsets[lane];
    }

    /// Lowers values to the least within reach of any of the mover's moves.
    ///
    /// @param values by state
    /// @param mover the number of this mover in `changes`
    /// @param changes what others have changed; told what this does
    void anyMoves(long[] values, int mover, Changes changes) {
        boolean[] stale = new boolean[laneOffsets.length];
        long[] noted = new long[oneWay.entryCount()];
        for (int tile = 0; tile < tiles.count(); tile++) {
            if (!findStale(tile, mover, changes, stale)) {
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
                    alongPairs(allPairs[fibre], base, values, changes);
                } else if (oneWay.isEmpty()) {
                    alongAll(fibre, base, values, changes);
                } else {
                    alongAllOneWay(fibre, base, values, noted, changes);
                }
            }
        }
    }

    /// Lowers values to the least within reach of a move that pays.
    ///
    /// @param values by state
    /// @param mover the number of this mover in `changes`
    /// @param changes what others have changed; told what this does
    void payingMoves(long[] values, int mover, Changes changes) {
        boolean[] stale = new boolean[laneOffsets.length];
        long[] noted = new long[oneWay.entryCount()];
        for (int tile = 0; tile < tiles.count(); tile++) {
            if (!findStale(tile, mover, changes, stale)) {
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
                    alongPairs(fibres[fibre], base, values, changes);
                } else if (oneWay.isEmpty()) {
                    alongOrder(fibre, base, values, changes);
                } else {
                    alongOrderOneWay(fibre, base, values, noted, changes);
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
    private void alongPairs(int pairs, int base, long[] values, Changes changes) {
        for (int left = pairs; left != 0; left &= left - 1) {
            int pair = Integer.numberOfTrailingZeros(left);
            lower(values, base + pairFrom[pair], values[base + pairTo[pair]], changes);
        }
    }

    private static void lower(long[] values, int state, long by, Changes changes) {
        long before = values[state];
        long after = TwoValues.lesser(before, by);
        if (after != before) {
            values[state] = after;
            changes.at(state);
        }
    }

    private void alongAll(int fibre, int base, long[] values, Changes changes) {
        long least = TwoValues.BEYOND;
        int first = fibre * cellOffsets.length;
        int end = first;
        while (end < first + cellOffsets.length && fibres[end] != FibreOrder.KEPT_END) {
            int state = base + cellOffsets[fibres[end] & KEPT_CELL];
            least = TwoValues.lesser(least, values[state]);
            end++;
        }
        for (int k = first; k < end; k++) {
            lower(values, base + cellOffsets[fibres[k] & KEPT_CELL], least, changes);
        }
    }

    private void alongAllOneWay(int fibre, int base, long[] values, long[] noted, Changes changes) {
        Arrays.fill(noted, TwoValues.BEYOND);
        int first = fibre * cellOffsets.length;
        int end = first;
        while (end < first + cellOffsets.length && fibres[end] != FibreOrder.KEPT_END) {
            int cell = fibres[end] & KEPT_CELL;
            oneWay.note(noted, cell, values[base + cellOffsets[cell]]);
            end++;
        }
        for (int k = first; k < end; k++) {
            int cell = fibres[k] & KEPT_CELL;
            lower(values, base + cellOffsets[cell], oneWay.least(noted, cell), changes);
        }
    }

    private void alongOrder(int fibre, int base, long[] values, Changes changes) {
        long better = TwoValues.BEYOND;
        long soFar = TwoValues.BEYOND;
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
            soFar = TwoValues.lesser(soFar, values[state]);
            lower(values, state, better, changes);
        }
    }

    /// What is noted must be of higher ranks; so a cell alone in its rank is noted at once, several
    /// once the last of them has been lowered. What is no less than what a cell can reach already
    /// is not noted: whoever reaches the cell reaches that too.
    private void alongOrderOneWay(
            int fibre, int base, long[] values, long[] noted, Changes changes) {
        Arrays.fill(noted, TwoValues.BEYOND);
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
            long least = oneWay.least(noted, cell);
            long before = values[state];
            long after = TwoValues.lesser(before, least);
            if (after != before) {
                values[state] = after;
                changes.at(state);
            }
            if (k + 1 < end && (fibres[k + 1] & KEPT_NEXT_LEVEL) == 0) {
                continue;
            }
            for (; unnoted < k; unnoted++) {
                int tied = fibres[unnoted] & KEPT_CELL;
                oneWay.note(noted, tied, values[base + cellOffsets[tied]]);
            }
            if (after != least) {
                oneWay.note(noted, cell, after);
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
        /// @param best the greatest values, turned
        /// @return whether to go on
        boolean take(int state, long best);
    }

    /// Finds the greatest values that the mover's own paying moves lead to.
    ///
    /// @param values by state
    /// @param sink takes the result for states from which there may be such moves, several times
    ///   for some, the greatest among the rest; for other states there is none
    /// @return whether the sink has seen the last of them
    boolean best(long[] values, Sink sink) {
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
                    goOn = bestInOrder(fibre, base, values, sink);
                } else {
                    goOn = bestInOrderOneWay(fibre, base, values, noted, sink);
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
            long reached = values[base + pairTo[pair]];
            if (!sink.take(base + pairFrom[pair], TwoValues.turned(reached))) {
                return false;
            }
        }
        return true;
    }

    private boolean bestInOrder(int fibre, int base, long[] values, Sink sink) {
        long better = TwoValues.BEYOND;
        long soFar = TwoValues.BEYOND;
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
            soFar = TwoValues.lesser(soFar, TwoValues.turned(values[state]));
            if (!sink.take(state, better)) {
                return false;
            }
        }
        return true;
    }

    private boolean bestInOrderOneWay(int fibre, int base, long[] values, long[] noted, Sink sink) {
        Arrays.fill(noted, TwoValues.BEYOND);
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
            if (!sink.take(state, oneWay.least(noted, cell))) {
                return false;
            }
            if (k + 1 < end && (fibres[k + 1] & KEPT_NEXT_LEVEL) == 0) {
                continue;
            }
            for (; unnoted <= k; unnoted++) {
                int tied = fibres[unnoted] & KEPT_CELL;
                long reached = values[base + cellOffsets[tied]];
                oneWay.note(noted, tied, TwoValues.turned(reached));
            }
        }
        return true;
    }
}
