// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.Arrays;

/// The greatest of some rank vectors, one rank for each member of a coalition: none is at least as
/// high as another in every rank.
///
/// It stands for everything below: a vector that some entry exceeds in every rank.
final class Front {
    private final int width;
    private int[] ranks;
    private int[] tags;
    private int count;

    /// An empty front, which exceeds nothing.
    ///
    /// @param width how many ranks a vector has
    Front(int width) {
        this.width = width;
        this.ranks = new int[width];
        this.tags = new int[1];
    }

    /// How many vectors there are.
    int count() {
        return count;
    }

    /// Adds a vector unless one is there that is at least as high in every rank.
    ///
    /// @return whether it was added
    boolean add(int[] vector, int from) {
        return add(vector, from, -1);
    }

    /// Adds a vector and what it is of.
    ///
    /// @return whether it was added
    boolean add(int[] vector, int from, int tag) {
        if (covers(vector, from)) {
            return false;
        }
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (!atLeast(vector, from, ranks, k * width)) {
                if (kept < k) {
                    System.arraycopy(ranks, k * width, ranks, kept * width, width);
                    tags[kept] = tags[k];
                }
                kept++;
            }
        }
        if (kept == tags.length) {
            ranks = Arrays.copyOf(ranks, 2 * ranks.length);
            tags = Arrays.copyOf(tags, 2 * tags.length);
        }
        System.arraycopy(vector, from, ranks, kept * width, width);
        tags[kept] = tag;
        count = kept + 1;
        return true;
    }

    /// What a vector is of, or -1.
    int tag(int index) {
        return tags[index];
    }

    /// The next entry that is higher in every rank.
    ///
    /// @param from the first index that counts
    /// @return its index, or -1
    int nextExceeding(int from, int[] vector) {
        for (int k = from; k < count; k++) {
            if (higher(ranks, k * width, vector)) {
                return k;
            }
        }
        return -1;
    }

    /// Adds all vectors of another front.
    void addAll(Front other, Budget budget) {
        for (int k = 0; k < other.count; k++) {
            budget.take(count + 1L);
            add(other.ranks, k * width);
        }
    }

    /// Whether some entry is at least as high in every rank.
    boolean covers(int[] vector, int from) {
        for (int k = 0; k < count; k++) {
            if (atLeast(ranks, k * width, vector, from)) {
                return true;
            }
        }
        return false;
    }

    /// Whether some entry is higher in every rank.
    boolean exceeds(int[] vector) {
        return nextExceeding(0, vector) >= 0;
    }

    /// What both fronts exceed; this front itself if that is all that it exceeds.
    Front meet(Front other, Budget budget) {
        if (isWithin(other)) {
            budget.take(count * (other.count + 1L) + count * (count + 1L) / 2);
            return this;
        }
        Front met = new Front(width);
        int[] lesser = new int[width];
        for (int k = 0; k < count && !budget.exhausted(); k++) {
            budget.take(other.count + 1L);
            if (other.covers(ranks, k * width)) {
                budget.take(met.count + 1L);
                met.add(ranks, k * width);
            } else {
                for (int other0 = 0; other0 < other.count; other0++) {
                    for (int i = 0; i < width; i++) {
                        lesser[i] = Math.min(ranks[k * width + i], other.ranks[other0 * width + i]);
                    }
                    budget.take(met.count + 1L);
                    met.add(lesser, 0);
                }
            }
        }
        return met;
    }

    private boolean isWithin(Front other) {
        for (int k = 0; k < count; k++) {
            if (!other.covers(ranks, k * width)) {
                return false;
            }
        }
        return true;
    }

    /// Adds to another front what this one and one vector both exceed.
    void addMet(int[] vector, Front target, Budget budget) {
        int[] lesser = new int[width];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < width; i++) {
                lesser[i] = Math.min(ranks[k * width + i], vector[i]);
            }
            budget.take(target.count + 1L);
            target.add(lesser, 0);
        }
    }

    private boolean atLeast(int[] a, int fromA, int[] b, int fromB) {
        for (int i = 0; i < width; i++) {
            if (a[fromA + i] < b[fromB + i]) {
                return false;
            }
        }
        return true;
    }

    private boolean higher(int[] a, int fromA, int[] b) {
        for (int i = 0; i < width; i++) {
            if (a[fromA + i] <= b[i]) {
                return false;
            }
        }
        return true;
    }
}
