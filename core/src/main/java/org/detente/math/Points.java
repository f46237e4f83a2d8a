// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.Arrays;

/// A growing list of packed vectors, each with where it came from: a level and a point in each of
/// two other lists.
final class Points {
    private final int words;
    private int size;
    private long[] vectors;
    private int[] levels;
    private int[] lefts;
    private int[] rights;

    Points(int words) {
        this.words = words;
        this.vectors = new long[16 * words];
        this.levels = new int[16];
        this.lefts = new int[16];
        this.rights = new int[16];
    }

    int size() {
        return size;
    }

    /// Forgets all points from one on.
    void truncate(int to) {
        size = to;
    }

    /// The packed vectors; those of the first [#size()] points count.
    long[] vectors() {
        return vectors;
    }

    int level(int point) {
        return levels[point];
    }

    int left(int point) {
        return lefts[point];
    }

    int right(int point) {
        return rights[point];
    }

    /// Appends a point.
    void add(long[] vector, int at, int level, int left, int right) {
        if (size == levels.length) {
            grow();
        }
        for (int w = 0; w < words; w++) {
            vectors[size * words + w] = vector[at + w];
        }
        set(level, left, right);
    }

    /// Appends a point whose vector is one word.
    void add(long vector, int level, int left, int right) {
        if (size == levels.length) {
            grow();
        }
        vectors[size] = vector;
        set(level, left, right);
    }

    private void set(int level, int left, int right) {
        levels[size] = level;
        lefts[size] = left;
        rights[size] = right;
        size++;
    }

    private void grow() {
        int room = Math.addExact(size, Math.max(16, size / 2));
        vectors = Arrays.copyOf(vectors, Math.multiplyExact(room, words));
        levels = Arrays.copyOf(levels, room);
        lefts = Arrays.copyOf(lefts, room);
        rights = Arrays.copyOf(rights, room);
    }

    /// Drops what was allocated ahead.
    void trim() {
        vectors = Arrays.copyOf(vectors, size * words);
        levels = Arrays.copyOf(levels, size);
        lefts = Arrays.copyOf(lefts, size);
        rights = Arrays.copyOf(rights, size);
    }

    /// Sorts the points from one on by their vectors, the largest first, and keeps the old order
    /// among equals.
    void sortDescending(int from, Layout layout) {
        int count = size - from;
        int[] order = IndexSort.descending(layout, vectors, from, count);
        long[] sorted = new long[count * words];
        int[] a = new int[count];
        int[] b = new int[count];
        int[] c = new int[count];
        for (int k = 0; k < count; k++) {
            System.arraycopy(vectors, order[k] * words, sorted, k * words, words);
            a[k] = levels[order[k]];
            b[k] = lefts[order[k]];
            c[k] = rights[order[k]];
        }
        System.arraycopy(sorted, 0, vectors, from * words, count * words);
        System.arraycopy(a, 0, levels, from, count);
        System.arraycopy(b, 0, lefts, from, count);
        System.arraycopy(c, 0, rights, from, count);
    }

    /// Keeps, from one point on, only those that are not covered by an earlier kept one.
    void keepUndominated(int from, Dominance front) {
        long[] all = new long[words];
        Arrays.fill(all, -1L);
        keepUndominated(from, front, all);
    }

    /// The same where only some bits of each vector count.
    void keepUndominated(int from, Dominance front, long[] mask) {
        front.clear();
        int kept = from;
        long[] masked = new long[words];
        for (int k = from; k < size; k++) {
            for (int w = 0; w < words; w++) {
                masked[w] = vectors[k * words + w] & mask[w];
            }
            if (front.admits(masked, 0)) {
                System.arraycopy(vectors, k * words, vectors, kept * words, words);
                levels[kept] = levels[k];
                lefts[kept] = lefts[k];
                rights[kept] = rights[k];
                kept++;
            }
        }
        size = kept;
    }
}
