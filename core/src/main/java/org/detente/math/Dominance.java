// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.Arrays;

/// The front of a stream of vectors that comes in descending lexicographic order: it tells of each
/// whether an earlier one covers it, that is, is at least as large in every dimension.
///
/// One dimension: only the first is new. Two: one comparison. Three: a staircase in the last two
/// dimensions, found by binary search (Kung, Luccio & Preparata 1975). More: blocks of vectors with
/// their upper bounds, all fields compared at once.
abstract sealed class Dominance {
    /// Makes the front that fits a layout.
    static Dominance of(Layout layout) {
        return switch (layout.dims) {
            case 0, 1 -> new First();
            case 2 -> new Best(layout);
            case 3 -> new Staircase(layout);
            default -> new Blockwise(layout);
        };
    }

    /// Forgets all vectors.
    abstract void clear();

    /// Whether no vector before covers the one that begins at a place; if so it is kept.
    abstract boolean admits(long[] vectors, int at);

    /// Only the first of a descending stream counts.
    private static final class First extends Dominance {
        private boolean seen;

        @Override
        void clear() {
            seen = false;
        }

        @Override
        boolean admits(long[] vectors, int at) {
            boolean first = !seen;
            seen = true;
            return first;
        }
    }

    /// The best second number so far.
    private static final class Best extends Dominance {
        private final Layout layout;
        private long best = -1;

        Best(Layout layout) {
            this.layout = layout;
        }

        @Override
        void clear() {
            best = -1;
        }

        @Override
        boolean admits(long[] vectors, int at) {
            long second = layout.get(vectors, at, 1);
            if (second <= best) {
                return false;
            }
            best = second;
            return true;
        }
    }

    /// Steps of second numbers ascending and third numbers descending.
    private static final class Staircase extends Dominance {
        private final Layout layout;
        private long[] seconds = new long[64];
        private long[] thirds = new long[64];
        private int size;

        Staircase(Layout layout) {
            this.layout = layout;
        }

        @Override
        void clear() {
            size = 0;
        }

        @Override
        boolean admits(long[] vectors, int at) {
            long second = layout.get(vectors, at, 1);
            long third = layout.get(vectors, at, 2);
            int step = stepAtLeast(second);
            if (step < size && thirds[step] >= third) {
                return false;
            }
            // Steps with at most this second number lie before `step`, or are it.
            int to = step < size && seconds[step] == second ? step + 1 : step;
            int from = to;
            while (from > 0 && thirds[from - 1] <= third) {
                from--;
            }
            replace(from, to, second, third);
            return true;
        }

        private int stepAtLeast(long second) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (seconds[middle] < second) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private void replace(int from, int to, long second, long third) {
            int moved = 1 - (to - from);
            if (size + moved > seconds.length) {
                seconds = Arrays.copyOf(seconds, 2 * seconds.length);
                thirds = Arrays.copyOf(thirds, 2 * thirds.length);
            }
            if (moved != 0) {
                System.arraycopy(seconds, to, seconds, from + 1, size - to);
                System.arraycopy(thirds, to, thirds, from + 1, size - to);
            }
            seconds[from] = second;
            thirds[from] = third;
            size += moved;
        }
    }

    /// Blocks of vectors, each with the largest number it holds in every dimension.
    private static final class Blockwise extends Dominance {
        private static final int BLOCK = 64;
        private final Layout layout;
        private final int words;
        private long[] kept;
        private long[] bounds;
        private int size;

        Blockwise(Layout layout) {
            this.layout = layout;
            this.words = layout.words;
            this.kept = new long[BLOCK * words];
            this.bounds = new long[words];
        }

        @Override
        void clear() {
            size = 0;
        }

        @Override
        boolean admits(long[] vectors, int at) {
            int blocks = (size + BLOCK - 1) / BLOCK;
            for (int block = 0; block < blocks; block++) {
                if (layout.covers(bounds, block * words, vectors, at)
                        && blockCovers(block, vectors, at)) {
                    return false;
                }
            }
            keep(vectors, at);
            return true;
        }

        private boolean blockCovers(int block, long[] vectors, int at) {
            int to = Math.min(size, (block + 1) * BLOCK);
            for (int k = block * BLOCK; k < to; k++) {
                if (layout.covers(kept, k * words, vectors, at)) {
                    return true;
                }
            }
            return false;
        }

        private void keep(long[] vectors, int at) {
            if (size * words == kept.length) {
                kept = Arrays.copyOf(kept, 2 * kept.length);
                bounds = Arrays.copyOf(bounds, 2 * bounds.length);
            }
            System.arraycopy(vectors, at, kept, size * words, words);
            int bound = size / BLOCK * words;
            if (size % BLOCK == 0) {
                System.arraycopy(vectors, at, bounds, bound, words);
            } else {
                for (int dim = 0; dim < layout.dims; dim++) {
                    long more = layout.get(vectors, at, dim) - layout.get(bounds, bound, dim);
                    if (more > 0) {
                        layout.add(bounds, bound, dim, more);
                    }
                }
            }
            size++;
        }
    }
}
