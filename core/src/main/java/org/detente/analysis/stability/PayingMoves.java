// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;
import org.detente.compile.StateSpace;

/// Carries, within a tile, to every cell the least value over all that its mover can reach from
/// there by a move that pays for it. Two concepts are carried at once, since they share the order.
///
/// Along a fibre, best cell first, a running minimum is kept over the cells already passed; equally
/// good cells do not see each other. With one-way options that minimum is kept by their levels, see
/// [OneWay].
final class PayingMoves {
    private final int fibreSize;
    private final int laneCount;
    private final int rowLength;
    private final OneWay oneWay;

    /// Scratch space of one worker.
    static final class Scratch {
        private final int[] differences;
        private final int[] order;
        private final long[] least;
        private final FibreOrder.Scratch sorting;

        private Scratch(int laneCount, int fibreSize, int entryCount, FibreOrder.Scratch sorting) {
            this.differences = new int[laneCount];
            this.order = new int[fibreSize];
            this.least = new long[entryCount];
            this.sorting = sorting;
        }
    }

    /// Moves within a mover's tiles.
    ///
    /// @param space the space
    /// @param tiles the mover's tiles
    PayingMoves(StateSpace space, Tiles tiles) {
        this.fibreSize = tiles.fibreSize();
        this.laneCount = tiles.laneCount();
        this.rowLength = tiles.rowLength();
        this.oneWay = new OneWay(space, tiles);
    }

    /// Scratch space for one worker.
    Scratch scratch(FibreOrder fibres) {
        return new Scratch(laneCount, fibreSize, oneWay.entryCount(), fibres.scratch());
    }

    /// Sorts a tile's fibres.
    ///
    /// @param fibres keeps the orders
    /// @param tile the tile's number
    /// @param ranks the tile's ranks
    /// @param scratch the worker's scratch space
    void sort(FibreOrder fibres, int tile, int[] ranks, Scratch scratch) {
        fibres.keep(tile, ranks, scratch.order, scratch.sorting);
    }

    /// Lowers values within a tile.
    ///
    /// @param fibres the mover's orders
    /// @param tile the tile's number
    /// @param ranks the tile's ranks, if orders are not kept
    /// @param values what is carried; lowered in place
    /// @param alsoValues the same for a second concept
    /// @param beyond a value above every rank
    /// @param scratch the worker's scratch space
    void carry(
            FibreOrder fibres,
            int tile,
            int[] ranks,
            int[] values,
            int[] alsoValues,
            int beyond,
            Scratch scratch) {
        int[] differences = scratch.differences;
        Arrays.fill(differences, 0);
        findDifferences(values, differences);
        findDifferences(alsoValues, differences);
        for (int lane = 0; lane < laneCount; lane++) {
            if (differences[lane] == 0) {
                continue;
            }
            int count =
                    fibres.isKept()
                            ? fibres.load(tile, lane, scratch.order)
                            : fibres.sort(ranks, lane, scratch.order, scratch.sorting);
            if (oneWay.isEmpty()) {
                lower(values, alsoValues, lane, beyond, scratch.order, count);
            } else {
                lowerOneWay(values, alsoValues, lane, scratch, count);
            }
        }
    }

    /// Sets a bit for every lane whose values are not all equal: in the others nothing can change.
    private void findDifferences(int[] values, int[] differences) {
        for (int c = 1; c < fibreSize; c++) {
            int row = c * rowLength;
            for (int lane = 0; lane < laneCount; lane++) {
                differences[lane] |= values[row + lane] ^ values[lane];
            }
        }
    }

    private void lower(
            int[] values, int[] alsoValues, int lane, int beyond, int[] order, int count) {
        int better = beyond;
        int soFar = beyond;
        int alsoBetter = beyond;
        int alsoSoFar = beyond;
        for (int k = 0; k < count; k++) {
            int entry = order[k];
            int next = entry >> 31;
            better = (soFar & next) | (better & ~next);
            alsoBetter = (alsoSoFar & next) | (alsoBetter & ~next);
            int at = (entry & ~FibreOrder.NEXT_LEVEL) * rowLength + lane;
            int value = values[at];
            int alsoValue = alsoValues[at];
            soFar = Math.min(soFar, value);
            alsoSoFar = Math.min(alsoSoFar, alsoValue);
            values[at] = Math.min(value, better);
            alsoValues[at] = Math.min(alsoValue, alsoBetter);
        }
    }

    private void lowerOneWay(int[] values, int[] alsoValues, int lane, Scratch scratch, int count) {
        int[] order = scratch.order;
        Arrays.fill(scratch.least, Lanes.WIDE.beyond());
        int begin = 0;
        while (begin < count) {
            int end = begin;
            do {
                int cell = order[end] & ~FibreOrder.NEXT_LEVEL;
                int at = cell * rowLength + lane;
                long least = oneWay.least(Lanes.WIDE, scratch.least, cell);
                values[at] = Math.min(values[at], Lanes.WIDE.value(least, 0));
                alsoValues[at] = Math.min(alsoValues[at], Lanes.WIDE.value(least, 1));
                end++;
            } while (end < count && order[end] >= 0);
            for (int k = begin; k < end; k++) {
                int cell = order[k] & ~FibreOrder.NEXT_LEVEL;
                int at = cell * rowLength + lane;
                long noted = Lanes.WIDE.of(0, values[at]) | Lanes.WIDE.of(1, alsoValues[at]);
                oneWay.note(Lanes.WIDE, scratch.least, cell, noted);
            }
            begin = end;
        }
    }
}
