// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

/// A quick test whether some vector of a front covers a given one: first the vectors that did so
/// lately, then boxes of vectors that lie near each other, each with its upper bounds.
final class FrontFilter {
    private static final int LATELY = 16;
    private static final int BOX = 32;

    private final Layout layout;
    private final int words;
    private long[] vectors = {};
    private long[] bounds = {};
    private int size;
    private final long[] lately;
    private int latelyCount;

    FrontFilter(Layout layout) {
        this.layout = layout;
        this.words = layout.words;
        this.lately = new long[LATELY * words];
    }

    /// Takes a front.
    ///
    /// @param front packed vectors
    /// @param count how many
    void build(long[] front, int count) {
        size = count;
        int[] order = new int[count];
        for (int k = 0; k < count; k++) {
            order[k] = k;
        }
        split(front, order, 0, count, 0);
        vectors = new long[count * words];
        bounds = new long[(count + BOX - 1) / BOX * words];
        for (int k = 0; k < count; k++) {
            System.arraycopy(front, order[k] * words, vectors, k * words, words);
            int bound = k / BOX * words;
            for (int dim = 0; dim < layout.dims; dim++) {
                long more = layout.get(vectors, k * words, dim) - layout.get(bounds, bound, dim);
                if (more > 0) {
                    layout.add(bounds, bound, dim, more);
                }
            }
        }
    }

    /// Orders by one dimension after another, halving at multiples of the box size.
    private void split(long[] front, int[] order, int from, int to, int dim) {
        if (to - from <= BOX || layout.dims == 0) {
            return;
        }
        long[] keys = new long[to - from];
        Layout single = new Layout(new long[] {Long.MAX_VALUE >>> 2});
        for (int k = from; k < to; k++) {
            single.add(keys, k - from, 0, layout.get(front, order[k] * words, dim));
        }
        int[] sorted = IndexSort.descending(single, keys, 0, keys.length);
        int[] moved = new int[keys.length];
        for (int k = 0; k < moved.length; k++) {
            moved[k] = order[from + sorted[k]];
        }
        System.arraycopy(moved, 0, order, from, moved.length);
        int middle = from + ((to - from + BOX) / (2 * BOX)) * BOX;
        int next = (dim + 1) % layout.dims;
        split(front, order, from, middle, next);
        split(front, order, middle, to, next);
    }

    /// Whether some vector of the front is at least a given one in all dimensions.
    boolean covers(long[] vector, int at) {
        for (int k = 0; k < latelyCount; k++) {
            if (layout.covers(lately, k * words, vector, at)) {
                if (k > 0) {
                    swap(k, k - 1);
                }
                return true;
            }
        }
        for (int box = 0, from = 0; from < size; box++, from += BOX) {
            if (layout.covers(bounds, box * words, vector, at)) {
                int to = Math.min(size, from + BOX);
                for (int k = from; k < to; k++) {
                    if (layout.covers(vectors, k * words, vector, at)) {
                        remember(k);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void swap(int a, int b) {
        for (int w = 0; w < words; w++) {
            long held = lately[a * words + w];
            lately[a * words + w] = lately[b * words + w];
            lately[b * words + w] = held;
        }
    }

    private void remember(int vector) {
        int to = latelyCount < LATELY ? latelyCount++ : LATELY - 1;
        System.arraycopy(vectors, vector * words, lately, to * words, words);
    }
}
