// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The frontier by trying all packages, block by block, in a fixed number of shares that threads
/// take in turn. Each share keeps a front of its own, and the fronts are put together in order, so
/// that the result does not depend on the threads.
final class Enumeration {
    private static final int SHARES = 32;

    /// Below this many packages there is one share.
    private static final long SHARED_FROM = 1 << 15;

    private final Problem problem;
    private final Blocks blocks;
    private final FrontierLimits limits;

    /// The undominated packages; a point's left and right are the halves of its number.
    final Points front;

    /// How many packages are allowed.
    final BigInteger allowed;

    /// For each of the layout's dimensions, by how much a package's point may be worse than the
    /// package, in units.
    final long[] loss;

    private Enumeration(Problem problem, FrontierLimits limits) {
        this.problem = problem;
        this.limits = limits;
        this.blocks = new Blocks(problem);
        int count = (int) shareCount();
        Share[] shares = new Share[count];
        ParallelShares.run(limits.threadCount(), count, number -> shares[number] = share(number));
        if (count == 1) {
            this.front = shares[0].front.points();
            this.loss = shares[0].front.loss();
            this.allowed = BigInteger.valueOf(shares[0].allowed);
            return;
        }
        GrowingFront all = new GrowingFront(problem, limits.maxFrontier());
        long sum = 0;
        long[] worst = new long[problem.layout.dims];
        for (Share share : shares) {
            sum += share.allowed;
            Points points = share.front.points();
            for (int point = 0; point < points.size(); point++) {
                all.add(
                        points.vectors(),
                        point * problem.layout.words,
                        points.left(point),
                        points.right(point));
            }
            for (int dim = 0; dim < worst.length; dim++) {
                worst[dim] = Math.max(worst[dim], share.front.loss()[dim]);
            }
        }
        all.finish();
        for (int dim = 0; dim < worst.length; dim++) {
            worst[dim] += all.loss()[dim];
        }
        this.front = all.points();
        this.loss = worst;
        this.allowed = BigInteger.valueOf(sum);
    }

    /// Tries all packages; their number must be within the limits.
    static Enumeration run(Problem problem, FrontierLimits limits) {
        return new Enumeration(problem, limits);
    }

    private static final class Share implements BlockWalk.Visitor {
        final GrowingFront front;
        final int words;
        long allowed;

        Share(Problem problem, int limit) {
            this.front = new GrowingFront(problem, limit);
            this.words = problem.layout.words;
        }

        @Override
        public void visit(long first, long[] sums, long[] mask) {
            for (int w = 0; w < mask.length; w++) {
                long bits = mask[w];
                allowed += Long.bitCount(bits);
                while (bits != 0) {
                    int c = w * Long.SIZE + Long.numberOfTrailingZeros(bits);
                    bits &= bits - 1;
                    long number = first + c;
                    front.add(sums, c * words, (int) (number >>> 32), (int) number);
                }
            }
        }
    }

    private long shareCount() {
        boolean small = blocks.count * blocks.size < SHARED_FROM;
        return small ? 1 : Math.min(SHARES, blocks.count);
    }

    private Share share(int number) {
        Share share = new Share(problem, limits.maxFrontier());
        long count = shareCount();
        // Not count * number / shares, which might overflow.
        long each = blocks.count / count;
        long more = blocks.count % count;
        long from = each * number + Math.min(number, more);
        long to = from + each + (number < more ? 1 : 0);
        new BlockWalk(problem, blocks).walk(from, to, share);
        share.front.finish();
        return share;
    }

    /// Writes the levels of a point.
    void trace(int point, int[] levels) {
        long number = ((long) front.left(point) << 32) | (front.right(point) & 0xffffffffL);
        blocks.levels(number, levels);
    }

    /// Other packages with a point's rounded values.
    List<int[]> ties(int point, int limit) {
        int[] own = new int[problem.radices.length];
        trace(point, own);
        long[] target = problem.layout.unpack(front.vectors(), point * problem.layout.words);
        for (int dim = 0; dim < problem.compared; dim++) {
            target[dim] = Scale.round(target[dim], problem.quanta[dim]);
        }
        TreeSet<int[]> found = new TreeSet<>(Arrays::compare);
        int[] levels = new int[own.length];
        int words = problem.layout.words;
        new BlockWalk(problem, blocks)
                .walk(
                        0,
                        blocks.count,
                        (first, sums, mask) -> {
                            for (int c = 0; c < blocks.size; c++) {
                                boolean is = ((mask[c / Long.SIZE] >>> c) & 1) != 0;
                                if (is && problem.matches(sums, c * words, target)) {
                                    blocks.levels(first + c, levels);
                                    keep(levels, own, found, limit);
                                }
                            }
                        });
        return List.copyOf(found);
    }

    private static void keep(int[] levels, int[] own, NavigableSet<int[]> found, int limit) {
        if (!Arrays.equals(levels, own)) {
            found.add(levels.clone());
            if (found.size() > limit) {
                found.removeLast();
            }
        }
    }
}
