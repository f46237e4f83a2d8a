// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

/// Sorts the numbers of packed vectors: a stable merge sort, largest vector first.
final class IndexSort {
    private static final int RUN = 12;

    private IndexSort() {}

    /// The points from one on in descending order of their vectors, equals in their old order.
    static int[] descending(Layout layout, long[] vectors, int from, int count) {
        int[] order = new int[count];
        for (int k = 0; k < count; k++) {
            order[k] = from + k;
        }
        for (int low = 0; low < count; low += RUN) {
            insertionSort(layout, vectors, order, low, Math.min(count, low + RUN));
        }
        int[] source = order;
        int[] target = new int[count];
        for (long width = RUN; width < count; width *= 2) {
            for (long low = 0; low < count; low += 2 * width) {
                int middle = (int) Math.min(count, low + width);
                int high = (int) Math.min(count, low + 2 * width);
                merge(layout, vectors, source, target, (int) low, middle, high);
            }
            int[] other = source;
            source = target;
            target = other;
        }
        return source;
    }

    private static void insertionSort(
            Layout layout, long[] vectors, int[] order, int low, int high) {
        int words = layout.words;
        for (int k = low + 1; k < high; k++) {
            int moved = order[k];
            int hole = k;
            while (hole > low
                    && layout.compare(vectors, order[hole - 1] * words, vectors, moved * words)
                            < 0) {
                order[hole] = order[hole - 1];
                hole--;
            }
            order[hole] = moved;
        }
    }

    private static void merge(
            Layout layout,
            long[] vectors,
            int[] source,
            int[] target,
            int low,
            int middle,
            int high) {
        int words = layout.words;
        int left = low;
        int right = middle;
        for (int k = low; k < high; k++) {
            boolean takeLeft =
                    right == high
                            || (left < middle
                                    && layout.compare(
                                                    vectors,
                                                    source[left] * words,
                                                    vectors,
                                                    source[right] * words)
                                            >= 0);
            target[k] = takeLeft ? source[left++] : source[right++];
        }
    }
}
