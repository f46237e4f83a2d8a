// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;
import org.detente.compile.StateSpace;

/// Carries, within a tile, to every cell the least value over all that its mover can reach from
/// there by a move that pays for it.
///
/// Fibre by fibre the cells are put in order of the mover's own ranks, best first, and a running
/// minimum is kept over those already passed; equally good cells do not see each other. With
/// one-way options that minimum is kept by their levels: an entry is written for every combination
/// of the upper half of them from which it can be reached, and read over every combination of the
/// lower half that can be reached, so that neither side costs more than about (3/2)^(k/2) for k
/// yes/no options on average.
final class PayingMoves {
    private static final int INSERTION_SORT_COUNT = 20;
    private static final int MOST_DIGIT_BITS = 11;

    private final int[] cellPositions;
    private final int[] lanePositions;
    private final OneWay oneWay;
    private final int levelBits;

    /// Scratch space of one worker.
    static final class Scratch {
        private long[] keys;
        private long[] spare;
        private final int[] starts = new int[1 << MOST_DIGIT_BITS];
        private final int[] least;
        private int count;

        private Scratch(int fibreSize, int projectionCount) {
            this.keys = new long[fibreSize];
            this.spare = new long[fibreSize];
            this.least = new int[projectionCount];
        }
    }

    /// Moves within a mover's tiles.
    ///
    /// @param space the space
    /// @param tiles the mover's tiles
    /// @param levelCount how many levels the mover's ranks have
    PayingMoves(StateSpace space, Tiles tiles, int levelCount) {
        this.cellPositions = new int[tiles.fibreSize()];
        boolean[] covered = new boolean[tiles.run()];
        int filled = 1;
        for (int k = 0; k < tiles.optionCount(); k++) {
            int radix = space.radix(tiles.option(k));
            for (int level = 1; level < radix; level++) {
                for (int c = 0; c < filled; c++) {
                    cellPositions[level * filled + c] =
                            cellPositions[c] + level * tiles.tileStride(k);
                }
            }
            filled *= radix;
        }
        int[] lanes = new int[tiles.run()];
        int laneCount = 0;
        for (int r = 0; r < lanes.length; r++) {
            if (!covered[r]) {
                lanes[laneCount++] = r;
                for (int position : cellPositions) {
                    if (r + position < covered.length) {
                        covered[r + position] = true;
                    }
                }
            }
        }
        this.lanePositions = Arrays.copyOf(lanes, laneCount);
        this.oneWay = new OneWay(space, tiles);
        this.levelBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, levelCount - 1));
    }

    /// Scratch space for one worker.
    Scratch scratch() {
        return new Scratch(cellPositions.length, oneWay.projectionCount());
    }

    /// Lowers values within a tile.
    ///
    /// @param ranks the mover's ranks by cell; negative where it can neither come from nor go to
    /// @param values what is carried; lowered in place
    /// @param alsoValues the same for a second concept
    /// @param beyond a value above every rank
    /// @param scratch the worker's scratch space
    void carry(int[] ranks, int[] values, int[] alsoValues, int beyond, Scratch scratch) {
        for (int lane : lanePositions) {
            collect(ranks, lane, scratch);
            boolean first = differ(values, lane, scratch);
            boolean second = differ(alsoValues, lane, scratch);
            if (first || second) {
                sort(scratch);
            }
            if (first) {
                lower(values, lane, beyond, scratch);
            }
            if (second) {
                lower(alsoValues, lane, beyond, scratch);
            }
        }
    }

    /// Lists the usable cells of a fibre, keyed so that better ones come first.
    private void collect(int[] ranks, int lane, Scratch scratch) {
        int worst = (1 << levelBits) - 1;
        int count = 0;
        for (int c = 0; c < cellPositions.length; c++) {
            int rank = ranks[cellPositions[c] + lane];
            if (rank >= 0) {
                scratch.keys[count++] = (long) (worst - rank) << 32 | c;
            }
        }
        scratch.count = count;
    }

    /// Whether the usable cells' values differ at all: nothing can be lowered otherwise.
    private boolean differ(int[] values, int lane, Scratch scratch) {
        int difference = 0;
        for (int k = 1; k < scratch.count; k++) {
            difference |=
                    values[lane + cellPositions[(int) scratch.keys[k]]]
                            ^ values[lane + cellPositions[(int) scratch.keys[0]]];
        }
        return difference != 0;
    }

    private void sort(Scratch scratch) {
        int count = scratch.count;
        if (count <= INSERTION_SORT_COUNT) {
            insertionSort(scratch.keys, count);
            return;
        }
        int digitBits = Math.min(MOST_DIGIT_BITS, 32 - Integer.numberOfLeadingZeros(count - 1));
        int passes = (levelBits + digitBits - 1) / digitBits;
        digitBits = (levelBits + passes - 1) / passes;
        for (int pass = 0; pass < passes; pass++) {
            countingSort(scratch, 32 + pass * digitBits, digitBits);
        }
    }

    private static void insertionSort(long[] keys, int count) {
        for (int k = 1; k < count; k++) {
            long key = keys[k];
            int at = k;
            while (at > 0 && keys[at - 1] > key) {
                keys[at] = keys[at - 1];
                at--;
            }
            keys[at] = key;
        }
    }

    /// Sorts by one digit of the keys, keeping the order of equal digits.
    private static void countingSort(Scratch scratch, int shift, int digitBits) {
        long[] from = scratch.keys;
        long[] to = scratch.spare;
        int[] starts = scratch.starts;
        int mask = (1 << digitBits) - 1;
        Arrays.fill(starts, 0, mask + 1, 0);
        for (int k = 0; k < scratch.count; k++) {
            starts[(int) (from[k] >>> shift) & mask]++;
        }
        int start = 0;
        for (int digit = 0; digit <= mask; digit++) {
            int size = starts[digit];
            starts[digit] = start;
            start += size;
        }
        for (int k = 0; k < scratch.count; k++) {
            to[starts[(int) (from[k] >>> shift) & mask]++] = from[k];
        }
        scratch.keys = to;
        scratch.spare = from;
    }

    private void lower(int[] values, int lane, int beyond, Scratch scratch) {
        if (oneWay.isEmpty()) {
            lowerFreely(values, lane, beyond, scratch);
        } else {
            lowerOneWay(values, lane, beyond, scratch);
        }
    }

    private void lowerFreely(int[] values, int lane, int beyond, Scratch scratch) {
        int leastBetter = beyond;
        int leastSoFar = beyond;
        int level = -1;
        for (int k = 0; k < scratch.count; k++) {
            long key = scratch.keys[k];
            int at = lane + cellPositions[(int) key];
            leastBetter = (int) (key >>> 32) == level ? leastBetter : leastSoFar;
            level = (int) (key >>> 32);
            int value = values[at];
            leastSoFar = Math.min(leastSoFar, value);
            values[at] = Math.min(value, leastBetter);
        }
    }

    private void lowerOneWay(int[] values, int lane, int beyond, Scratch scratch) {
        Arrays.fill(scratch.least, beyond);
        int begin = 0;
        while (begin < scratch.count) {
            int level = (int) (scratch.keys[begin] >>> 32);
            int end = begin;
            while (end < scratch.count && (int) (scratch.keys[end] >>> 32) == level) {
                int cell = (int) scratch.keys[end];
                int at = lane + cellPositions[cell];
                values[at] = Math.min(values[at], oneWay.least(scratch.least, cell));
                end++;
            }
            for (int k = begin; k < end; k++) {
                int cell = (int) scratch.keys[k];
                oneWay.note(scratch.least, cell, values[lane + cellPositions[cell]]);
            }
            begin = end;
        }
    }
}
