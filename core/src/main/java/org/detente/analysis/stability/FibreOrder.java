// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;

/// The cells of each fibre in the order of a mover's own ranks, best first. Sorted once, by
/// counting, and kept in 16 bits a state where fibres are small enough and it is used again.
///
/// An entry is a cell's number; it has [#NEXT_LEVEL] set where its rank is lower than the one
/// before. Cells that the mover cannot use are left out, and so, unless every cell is asked for, is
/// a whole fibre in which all ranks are equal: no move within it pays.
final class FibreOrder {
    /// Set in an entry that starts a new rank.
    static final int NEXT_LEVEL = 1 << 31;

    /// The largest fibre whose order is kept.
    static final int LARGEST_KEPT = 1 << 14;

    /// Set in an entry that is kept in 16 bits and starts a new rank.
    static final int KEPT_NEXT_LEVEL = 1 << 15;

    /// Follows the last entry of a kept fibre that has fewer entries than cells.
    static final char KEPT_END = Character.MAX_VALUE;

    private static final int INSERTION_SORT_COUNT = 16;
    private static final int LEAST_DIGIT_BITS = 4;
    private static final int MOST_DIGIT_BITS = 11;

    private final int fibreSize;
    private final int laneCount;
    private final int rowLength;
    private final char[] kept;
    private final boolean keepsEqual;

    /// Scratch space of one worker.
    static final class Scratch {
        private long[] keys;
        private long[] spare;
        private final int[] starts = new int[1 << MOST_DIGIT_BITS];

        private Scratch(int fibreSize) {
            this.keys = new long[fibreSize];
            this.spare = new long[fibreSize];
        }
    }

    /// Room for a mover's orders.
    ///
    /// @param tiles the mover's tiles
    /// @param usedAgain whether it pays to keep them
    FibreOrder(Tiles tiles, boolean usedAgain) {
        this.fibreSize = tiles.fibreSize();
        this.laneCount = tiles.laneCount();
        this.rowLength = tiles.rowLength();
        this.keepsEqual = false;
        boolean keep = usedAgain && fibreSize <= LARGEST_KEPT;
        this.kept = new char[keep ? tiles.count() * laneCount * fibreSize : 0];
    }

    /// Orders that are kept in a given array, each fibre being a tile of its own. Fibres in which
    /// all ranks are equal are kept as well, as one level.
    ///
    /// @param fibreSize how many cells a fibre has, at most [#LARGEST_KEPT]
    /// @param kept takes the orders
    FibreOrder(int fibreSize, char[] kept) {
        this.fibreSize = fibreSize;
        this.laneCount = 1;
        this.rowLength = 1;
        this.kept = kept;
        this.keepsEqual = true;
    }

    /// Whether orders are kept.
    boolean isKept() {
        return kept.length > 0;
    }

    /// Scratch space for one worker.
    Scratch scratch() {
        return new Scratch(fibreSize);
    }

    /// Sorts all fibres of a tile and keeps their orders.
    ///
    /// @param tile the tile's number
    /// @param ranks its ranks; negative where the mover can neither come from nor go to
    /// @param order takes a fibre's entries
    /// @param scratch the worker's scratch space
    void keep(int tile, int[] ranks, int[] order, Scratch scratch) {
        for (int lane = 0; lane < laneCount; lane++) {
            int count = sort(ranks, lane, order, scratch);
            int start = (tile * laneCount + lane) * fibreSize;
            for (int k = 0; k < count; k++) {
                int level = order[k] < 0 ? KEPT_NEXT_LEVEL : 0;
                kept[start + k] = (char) ((order[k] & ~NEXT_LEVEL) | level);
            }
            if (count < fibreSize) {
                kept[start + count] = KEPT_END;
            }
        }
    }

    /// Tells a kept order.
    ///
    /// @param tile the tile's number
    /// @param lane the fibre's lane
    /// @param order takes the entries
    /// @return how many there are
    int load(int tile, int lane, int[] order) {
        int start = (tile * laneCount + lane) * fibreSize;
        for (int k = 0; k < fibreSize; k++) {
            int entry = kept[start + k];
            if (entry == KEPT_END) {
                return k;
            }
            order[k] = (entry & (KEPT_NEXT_LEVEL - 1)) | (entry >>> 15 << 31);
        }
        return fibreSize;
    }

    /// Sorts one fibre.
    ///
    /// @param ranks the tile's ranks
    /// @param lane the fibre's lane
    /// @param order takes the entries
    /// @param scratch the worker's scratch space
    /// @return how many there are
    int sort(int[] ranks, int lane, int[] order, Scratch scratch) {
        int count = 0;
        int varying = 0;
        int first = 0;
        for (int c = 0; c < fibreSize; c++) {
            int rank = ranks[c * rowLength + lane];
            if (rank >= 0) {
                first = count == 0 ? rank : first;
                varying |= rank ^ first;
                scratch.keys[count++] = (long) rank << 32 | c;
            }
        }
        if (varying == 0 && !keepsEqual) {
            return 0;
        }
        // Bits in which no two ranks differ do not bear on the order. Complemented, lower is
        // better.
        for (int k = 0; k < count; k++) {
            long key = scratch.keys[k];
            int digits = Integer.compress(~(int) (key >>> 32), varying);
            scratch.keys[k] = (long) digits << 32 | (int) key;
        }
        if (varying != 0) {
            sort(scratch, count, Integer.bitCount(varying));
        }
        int before = -1;
        for (int k = 0; k < count; k++) {
            int level = (int) (scratch.keys[k] >>> 32);
            order[k] = (int) scratch.keys[k] | (level == before ? 0 : NEXT_LEVEL);
            before = level;
        }
        return count;
    }

    private static void sort(Scratch scratch, int count, int bits) {
        if (count <= INSERTION_SORT_COUNT) {
            insertionSort(scratch.keys, count);
            return;
        }
        int most = 32 - Integer.numberOfLeadingZeros(count - 1);
        most = Math.clamp(most, LEAST_DIGIT_BITS, MOST_DIGIT_BITS);
        int passes = (bits + most - 1) / most;
        int digitBits = (bits + passes - 1) / passes;
        for (int pass = 0; pass < passes; pass++) {
            countingSort(scratch, count, 32 + pass * digitBits, digitBits);
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
    private static void countingSort(Scratch scratch, int count, int shift, int digitBits) {
        long[] from = scratch.keys;
        long[] to = scratch.spare;
        int[] starts = scratch.starts;
        int mask = (1 << digitBits) - 1;
        Arrays.fill(starts, 0, mask + 1, 0);
        for (int k = 0; k < count; k++) {
            starts[(int) (from[k] >>> shift) & mask]++;
        }
        int start = 0;
        for (int digit = 0; digit <= mask; digit++) {
            int size = starts[digit];
            starts[digit] = start;
            start += size;
        }
        for (int k = 0; k < count; k++) {
            to[starts[(int) (from[k] >>> shift) & mask]++] = from[k];
        }
        scratch.keys = to;
        scratch.spare = from;
    }
}
