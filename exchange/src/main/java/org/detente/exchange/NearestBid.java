// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.Arrays;
import java.util.List;

/// The bid whose utility comes nearest to a number, found by meeting in the middle: the sums of the
/// first issues and of the last, sorted, are walked towards each other. Where there are too many
/// sums, only some are kept, and the bid may not be the very nearest.
///
/// Time and memory O(kept sums · log).
final class NearestBid {
    /// How many sums each half keeps.
    private static final int MOST_SUMS = 1 << 20;

    private final int[] values;
    private final double utility;

    private NearestBid(int[] values, double utility) {
        this.values = values;
        this.utility = utility;
    }

    /// The value's index for each issue.
    int[] values() {
        return values.clone();
    }

    /// What the bid is worth.
    double utility() {
        return utility;
    }

    /// Sums of some issues' utilities, with the choice behind each as a mixed-radix number.
    private static final class Sums {
        private final double[] sum;
        private final long[] choice;

        private Sums(int size) {
            this.sum = new double[size];
            this.choice = new long[size];
        }
    }

    static NearestBid of(List<double[]> utilities, double wanted) {
        int split = split(utilities);
        Sums left = sums(utilities.subList(0, split));
        Sums right = sums(utilities.subList(split, utilities.size()));
        Integer[] up = sorted(left);
        Integer[] down = sorted(right);
        int best = 0;
        int bestOther = 0;
        double distance = Double.POSITIVE_INFINITY;
        int j = down.length - 1;
        for (int i = 0; i < up.length && j >= 0; ) {
            double sum = left.sum[up[i]] + right.sum[down[j]];
            if (Math.abs(sum - wanted) < distance) {
                distance = Math.abs(sum - wanted);
                best = up[i];
                bestOther = down[j];
            }
            if (sum < wanted) {
                i++;
            } else {
                j--;
            }
        }
        int[] values = new int[utilities.size()];
        fill(values, 0, utilities.subList(0, split), left.choice[best]);
        fill(values, split, utilities.subList(split, utilities.size()), right.choice[bestOther]);
        double utility = 0;
        for (int i = 0; i < values.length; i++) {
            utility += utilities.get(i)[values[i]];
        }
        return new NearestBid(values, utility);
    }

    /// Where the product of the first issues' values comes nearest to that of the rest.
    private static int split(List<double[]> utilities) {
        double whole = 0;
        for (double[] row : utilities) {
            whole += Math.log(row.length);
        }
        double first = 0;
        int split = 0;
        while (split < utilities.size()
                && first + Math.log(utilities.get(split).length) / 2 < whole / 2) {
            first += Math.log(utilities.get(split).length);
            split++;
        }
        return split;
    }

    private static Sums sums(List<double[]> utilities) {
        Sums sums = new Sums(1);
        long stride = 1;
        for (double[] row : utilities) {
            int kept = Math.min(row.length, Math.max(1, MOST_SUMS / sums.sum.length));
            Sums next = new Sums(sums.sum.length * kept);
            int at = 0;
            for (int v = 0; v < kept; v++) {
                for (int s = 0; s < sums.sum.length; s++) {
                    next.sum[at] = sums.sum[s] + row[v];
                    next.choice[at++] = sums.choice[s] + v * stride;
                }
            }
            stride *= kept;
            sums = next;
        }
        return sums;
    }

    private static Integer[] sorted(Sums sums) {
        Integer[] order = new Integer[sums.sum.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(sums.sum[a], sums.sum[b]));
        return order;
    }

    private static void fill(int[] values, int from, List<double[]> utilities, long choice) {
        long rest = choice;
        long size = 1;
        for (int i = 0; i < utilities.size(); i++) {
            int kept = (int) Math.min(utilities.get(i).length, Math.max(1, MOST_SUMS / size));
            values[from + i] = (int) (rest % kept);
            rest /= kept;
            size *= kept;
        }
    }
}
