// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.Arrays;

/// Sorting of whole numbers by their digits, in time proportional to their count and length.
final class Sorting {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private Sorting() {}

    /// Sorts by the bits from one on; what lies below keeps its order.
    ///
    /// @param keys what is sorted, in place; not negative
    /// @param firstBit the lowest bit that counts
    static void ascending(long[] keys, int firstBit) {
        long used = 0;
        for (long key : keys) {
            used |= key;
        }
        int passes = 0;
        long[] from = keys;
        long[] to = new long[keys.length];
        int[] starts = new int[DIGITS + 1];
        for (int shift = firstBit; shift < Long.SIZE && used >>> shift != 0; shift += DIGIT_BITS) {
            Arrays.fill(starts, 0);
            for (long key : from) {
                starts[((int) (key >>> shift) & (DIGITS - 1)) + 1]++;
            }
            for (int digit = 1; digit <= DIGITS; digit++) {
                starts[digit] += starts[digit - 1];
            }
            for (long key : from) {
                to[starts[(int) (key >>> shift) & (DIGITS - 1)]++] = key;
            }
            passes++;
            long[] swap = from;
            from = to;
            to = swap;
        }
        if (passes % 2 != 0) {
            System.arraycopy(from, 0, keys, 0, keys.length);
        }
    }
}
