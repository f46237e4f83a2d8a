// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// The frontier by trying all packages.
final class Enumeration {
    private static final int BUFFER = 1 << 16;

    private final Problem problem;

    /// The undominated packages; a point's left and right are the halves of its number.
    final Points front;

    /// How many packages are allowed.
    final long allowed;

    private Enumeration(Problem problem, Points front, long allowed) {
        this.problem = problem;
        this.front = front;
        this.allowed = allowed;
    }

    static Enumeration run(Problem problem, FrontierLimits limits) {
        Layout layout = problem.layout;
        Points points = new Points(layout.words);
        Dominance dominance = Dominance.of(layout);
        long[] need = layout.pack(problem.floors);
        long[] vector = new long[layout.words];
        int[] levels = new int[problem.radices.length];
        long allowed = 0;
        int room = BUFFER;
        long count = problem.product().longValueExact();
        for (long number = 0; number < count; number++) {
            decode(problem.radices, number, levels);
            if (!problem.sum(levels, vector)) {
                continue;
            }
            allowed++;
            if (!layout.covers(vector, 0, need, 0)) {
                continue;
            }
            points.add(vector, 0, 0, (int) (number >>> 32), (int) number);
            if (points.size() == room) {
                points.sortDescending(0, layout);
                points.keepUndominated(0, dominance);
                room = points.size() + BUFFER;
            }
        }
        points.sortDescending(0, layout);
        points.keepUndominated(0, dominance);
        return new Enumeration(problem, points, allowed);
    }

    BigInteger allowedCount() {
        return BigInteger.valueOf(allowed);
    }

    void trace(int point, int[] levels) {
        long number = ((long) front.left(point) << 32) | (front.right(point) & 0xffffffffL);
        decode(problem.radices, number, levels);
    }

    List<int[]> ties(int point, int limit) {
        int[] own = new int[problem.radices.length];
        trace(point, own);
        long[] target = problem.layout.unpack(front.vectors(), point * problem.layout.words);
        for (int dim = 0; dim < problem.compared; dim++) {
            target[dim] = Scale.round(target[dim], problem.quanta[dim]);
        }
        TreeSet<int[]> found = new TreeSet<>(Arrays::compare);
        int[] levels = new int[own.length];
        long[] vector = new long[problem.layout.words];
        long count = problem.product().longValueExact();
        for (long number = 0; number < count; number++) {
            decode(problem.radices, number, levels);
            if (!Arrays.equals(own, levels)
                    && problem.sum(levels, vector)
                    && problem.matches(levels, target)) {
                found.add(levels.clone());
                if (found.size() > limit) {
                    found.removeLast();
                }
            }
        }
        return List.copyOf(new ArrayList<>(found));
    }

    private static void decode(int[] radices, long number, int[] levels) {
        long rest = number;
        for (int item = radices.length - 1; item >= 0; item--) {
            levels[item] = (int) (rest % radices[item]);
            rest /= radices[item];
        }
    }
}
