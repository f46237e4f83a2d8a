// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

/// The undominated ones of packages that come in any order. New ones wait in a buffer, from which
/// the undominated are taken when it is full.
///
/// When the front grows past its limit, numbers are compared in steps, as in [Elimination], and
/// [#loss] says by how much a package may have been better than what stands for it.
final class GrowingFront {
    private static final int SMALLEST_BUFFER = 1 << 10;
    private static final int LARGEST_BUFFER = 1 << 16;

    private final Layout layout;
    private final int limit;
    private final Points points;
    private final Dominance dominance;
    private final FrontFilter filter;
    private final long[] need;
    private final Thinning thinning;
    private int room;

    GrowingFront(Problem problem, int limit) {
        this.layout = problem.layout;
        this.limit = limit;
        this.points = new Points(layout.words);
        this.dominance = Dominance.of(layout);
        this.filter = new FrontFilter(layout);
        this.need = layout.pack(problem.floors);
        this.thinning = new Thinning(problem);
        this.room = SMALLEST_BUFFER;
    }

    /// Takes a package with the packed vector that begins at a place, and what tells it.
    void add(long[] vectors, int at, int left, int right) {
        if (!filter.covers(vectors, at) && layout.covers(vectors, at, need, 0)) {
            points.add(vectors, at, 0, left, right);
            if (points.size() >= room) {
                settle();
            }
        }
    }

    /// Takes what still waits in the buffer.
    void finish() {
        settle();
    }

    /// The front, in descending lexicographic order, once finished.
    Points points() {
        return points;
    }

    /// By how much a package may be better than what stands for it, for each of the layout's
    /// dimensions, in units.
    long[] loss() {
        return thinning.loss();
    }

    private void settle() {
        points.sortDescending(0, layout);
        points.keepUndominated(0, dominance);
        while (points.size() > limit) {
            thinning.coarsen();
            points.keepUndominated(0, dominance, thinning.mask());
            // Each round may take a package that stood for others.
            thinning.account();
        }
        filter.build(points.vectors(), points.size());
        int buffer = Math.clamp(points.size(), SMALLEST_BUFFER, LARGEST_BUFFER);
        room = points.size() + buffer;
    }
}
