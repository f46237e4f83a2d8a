// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.Arrays;

/// The undominated part of a union of shifted lists. Each list is a run of one source list, which
/// descends lexicographically, with the same vector added to every member.
///
/// A heap gives the candidates in descending order, so that each is final as soon as it is admitted
/// and nothing but the result is held. With two dimensions a list skips what the best second number
/// already covers.
final class Merger {
    private final Problem problem;
    private final Layout layout;
    private final int words;
    private final Dominance front;
    private final long[] candidate;
    private int count;
    private int[] begin = new int[16];
    private int[] next = new int[16];
    private int[] end = new int[16];
    private int[] levels = new int[16];
    private int[] rights = new int[16];
    private long[] shifts;
    private long[] heads;
    private int[] heap = new int[16];

    Merger(Problem problem) {
        this.problem = problem;
        this.layout = problem.layout;
        this.words = layout.words;
        this.front = Dominance.of(layout);
        this.candidate = new long[words];
        this.shifts = new long[16 * words];
        this.heads = new long[16 * words];
    }

    /// Forgets all lists.
    void clear() {
        count = 0;
    }

    /// Adds a list: the source's points from one to before another, with a vector added.
    void add(int from, int to, long[] shift, int level, int right) {
        if (from == to) {
            return;
        }
        if (count == next.length) {
            int room = 2 * count;
            begin = Arrays.copyOf(begin, room);
            next = Arrays.copyOf(next, room);
            end = Arrays.copyOf(end, room);
            levels = Arrays.copyOf(levels, room);
            rights = Arrays.copyOf(rights, room);
            heap = Arrays.copyOf(heap, room);
            shifts = Arrays.copyOf(shifts, room * words);
            heads = Arrays.copyOf(heads, room * words);
        }
        begin[count] = from;
        end[count] = to;
        levels[count] = level;
        rights[count] = right;
        System.arraycopy(shift, 0, shifts, count * words, words);
        count++;
    }

    /// Appends the undominated members to a list of points. The lists stay, and may be run again.
    ///
    /// @param source the packed vectors the lists are runs of
    /// @param need what a member must cover to be kept
    /// @param mask which bits count when one member is compared with another; all, unless the
    ///   result is to be thinned
    /// @param out where to; each point's left is its place in the source
    /// @param limit the most points to append
    /// @return how many candidates were looked at, or -1 if there would be more points than that
    long run(long[] source, long[] need, long[] mask, Points out, int limit) {
        front.clear();
        int old = out.size();
        for (int list = 0; list < count; list++) {
            heap[list] = list;
            next[list] = begin[list];
            setHead(source, list);
        }
        int live = count;
        for (int at = live / 2 - 1; at >= 0; at--) {
            sift(at, live);
        }
        long tried = 0;
        while (live > 0) {
            int list = heap[0];
            tried++;
            if (accept(list, need, mask)) {
                if (out.size() - old >= limit) {
                    return -1;
                }
                out.add(candidateOf(list), 0, levels[list], next[list], rights[list]);
            }
            next[list]++;
            if (next[list] == end[list]) {
                live--;
                heap[0] = heap[live];
            } else {
                setHead(source, list);
            }
            sift(0, live);
        }
        if (layout.dims - problem.compared > 1) {
            out.sortDescending(old, layout);
            out.keepUndominated(old, front);
        }
        return tried;
    }

    private long[] candidateOf(int list) {
        System.arraycopy(heads, list * words, candidate, 0, words);
        problem.cap(candidate, 0);
        return candidate;
    }

    private boolean accept(int list, long[] need, long[] mask) {
        long[] vector = candidateOf(list);
        if (!layout.covers(vector, 0, need, 0)) {
            return false;
        }
        for (int w = 0; w < words; w++) {
            vector[w] &= mask[w];
        }
        return front.admits(vector, 0);
    }

    private void setHead(long[] source, int list) {
        int at = list * words;
        for (int w = 0; w < words; w++) {
            heads[at + w] = source[next[list] * words + w] + shifts[at + w];
        }
    }

    private void sift(int at, int live) {
        if (at >= live) {
            return;
        }
        int moved = heap[at];
        while (true) {
            int child = 2 * at + 1;
            if (child >= live) {
                break;
            }
            if (child + 1 < live && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], moved)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = moved;
    }

    /// Larger heads first; among equals the list added first.
    private boolean before(int a, int b) {
        int order = layout.compare(heads, a * words, heads, b * words);
        return order > 0 || (order == 0 && a < b);
    }
}
