// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.Arrays;

/// Which of some points remain when only the compared dimensions count, rounded to their quanta.
final class FinalFront {
    private FinalFront() {}

    /// Chooses points; of several with the same rounded values the first.
    ///
    /// @param vectors packed vectors in the problem's layout
    /// @param count how many
    /// @return the points that remain, in descending lexicographic order of their rounded values
    static int[] choose(Problem problem, long[] vectors, int count) {
        Layout layout = roundedLayout(problem);
        int words = layout.words;
        long[] rounded = new long[count * words];
        for (int point = 0; point < count; point++) {
            round(problem, vectors, point, layout, rounded);
        }
        int[] order = IndexSort.descending(layout, rounded, 0, count);
        Dominance front = Dominance.of(layout);
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (front.admits(rounded, order[k] * words)) {
                order[kept++] = order[k];
            }
        }
        return Arrays.copyOf(order, kept);
    }

    private static Layout roundedLayout(Problem problem) {
        long[] largest = new long[problem.compared];
        for (int dim = 0; dim < largest.length; dim++) {
            largest[dim] = Scale.round(problem.ranges[dim], problem.quanta[dim]);
        }
        return new Layout(largest);
    }

    private static void round(
            Problem problem, long[] vectors, int point, Layout layout, long[] rounded) {
        int at = point * problem.layout.words;
        for (int dim = 0; dim < problem.compared; dim++) {
            long value = Scale.round(problem.layout.get(vectors, at, dim), problem.quanta[dim]);
            layout.add(rounded, point * layout.words, dim, value);
        }
    }
}
