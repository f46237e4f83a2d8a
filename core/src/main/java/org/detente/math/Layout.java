// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

/// How a vector of non-negative whole numbers lies in a few `long` words: the first dimension
/// highest, each with a spare bit above it.
///
/// Because no field overflows, vectors are added word by word; because words are compared as
/// numbers, their order is the lexicographic order of the vectors; because of the spare bits, one
/// subtraction compares all fields of a word.
final class Layout {
    private static final int WORD_BITS = 63;

    /// How many dimensions.
    final int dims;

    /// How many words a vector takes, at least 1.
    final int words;

    private final int[] wordOf;
    private final int[] shiftOf;
    private final long[] fieldOf;
    private final long[] guards;

    /// Lays out dimensions by the largest number each may hold, sums included.
    Layout(long[] largest) {
        dims = largest.length;
        wordOf = new int[dims];
        shiftOf = new int[dims];
        fieldOf = new long[dims];
        int word = 0;
        int free = WORD_BITS;
        for (int k = 0; k < dims; k++) {
            int bits = Long.SIZE - Long.numberOfLeadingZeros(largest[k]) + 1;
            if (bits > WORD_BITS) {
                throw new IllegalArgumentException(
                        "a sum of up to %d does not fit".formatted(largest[k]));
            }
            if (bits > free) {
                word++;
                free = WORD_BITS;
            }
            free -= bits;
            wordOf[k] = word;
            shiftOf[k] = free;
            fieldOf[k] = (1L << (bits - 1)) - 1;
        }
        words = word + 1;
        guards = new long[words];
        for (int k = 0; k < dims; k++) {
            guards[wordOf[k]] |= (fieldOf[k] + 1) << shiftOf[k];
        }
    }

    /// One number of the vector that begins at a place.
    long get(long[] vectors, int at, int dim) {
        return (vectors[at + wordOf[dim]] >>> shiftOf[dim]) & fieldOf[dim];
    }

    /// One number of a vector that is one word.
    long get(long vector, int dim) {
        return (vector >>> shiftOf[dim]) & fieldOf[dim];
    }

    /// Adds to one number of the vector that begins at a place.
    void add(long[] vectors, int at, int dim, long value) {
        vectors[at + wordOf[dim]] += value << shiftOf[dim];
    }

    /// Packs numbers.
    long[] pack(long[] values) {
        long[] vector = new long[words];
        for (int k = 0; k < dims; k++) {
            add(vector, 0, k, values[k]);
        }
        return vector;
    }

    /// Unpacks the vector that begins at a place.
    long[] unpack(long[] vectors, int at) {
        long[] values = new long[dims];
        for (int k = 0; k < dims; k++) {
            values[k] = get(vectors, at, k);
        }
        return values;
    }

    /// The spare bits of a word.
    long guard(int word) {
        return guards[word];
    }

    /// Whether one vector is at least another in all dimensions.
    boolean covers(long[] high, int highAt, long[] low, int lowAt) {
        for (int w = 0; w < words; w++) {
            long guard = guards[w];
            if ((((high[highAt + w] | guard) - low[lowAt + w]) & guard) != guard) {
                return false;
            }
        }
        return true;
    }

    /// Compares two vectors lexicographically.
    int compare(long[] a, int aAt, long[] b, int bAt) {
        for (int w = 0; w < words; w++) {
            int order = Long.compare(a[aAt + w], b[bAt + w]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
