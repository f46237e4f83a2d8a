// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;

/// Weights under which what several parties can have at once is bounded from above: each party
/// alone, and mixtures of every two.
///
/// If a step leads from one position to another, a party's value before it is (1−δ) times that
/// position's points plus δ times its value after it. Where patience differs, the weights of a
/// mixture turn at every step; what they turn into is put together from neighbouring mixtures of
/// the same two parties, which can only raise a bound. Immutable.
final class Directions {
    private static final int MIXTURES = 15;

    private final List<double[]> weights = new ArrayList<>();
    private final List<int[]> after = new ArrayList<>();
    private final List<double[]> share = new ArrayList<>();

    /// Directions for some parties.
    ///
    /// @param scale by party, the unit of its margins
    /// @param patience by party
    Directions(double[] scale, double[] patience) {
        int count = scale.length;
        for (int k = 0; k < count; k++) {
            add(mixture(k, k, 1, scale), new int[] {k}, new double[] {patience[k]});
        }
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                int first = weights.size();
                for (int step = 1; step <= MIXTURES; step++) {
                    double part = (double) step / (MIXTURES + 1);
                    double towardA = part * patience[a];
                    double towardB = (1 - part) * patience[b];
                    double sum = towardA + towardB;
                    double turned = towardA / sum * (MIXTURES + 1);
                    int below = (int) Math.floor(turned);
                    double upper = turned - below;
                    add(
                            mixture(a, b, part, scale),
                            new int[] {index(below, a, b, first), index(below + 1, a, b, first)},
                            new double[] {(1 - upper) * sum, upper * sum});
                }
            }
        }
    }

    private static int index(int step, int a, int b, int first) {
        if (step <= 0) {
            return b;
        }
        return step > MIXTURES ? a : first + step - 1;
    }

    private static double[] mixture(int a, int b, double part, double[] scale) {
        double[] weights = new double[scale.length];
        weights[a] += part / scale[a];
        weights[b] += (1 - part) / scale[b];
        return weights;
    }

    private void add(double[] own, int[] turned, double[] shares) {
        weights.add(own);
        after.add(turned);
        share.add(shares);
    }

    int count() {
        return weights.size();
    }

    /// The weighted sum of some numbers, one for each party.
    double sum(int direction, double[] numbers) {
        double[] own = weights.get(direction);
        double sum = 0;
        for (int k = 0; k < own.length; k++) {
            sum += own[k] == 0 ? 0 : own[k] * numbers[k];
        }
        return sum;
    }

    /// What a weighted sum of values after a step is at most, counted back before the step.
    ///
    /// @param direction the weights before the step
    /// @param bounds by direction and position, the bound on the weighted sum
    /// @param position the position after the step
    double back(int direction, double[][] bounds, int position) {
        int[] turned = after.get(direction);
        double[] shares = share.get(direction);
        double sum = 0;
        for (int k = 0; k < turned.length; k++) {
            sum += shares[k] == 0 ? 0 : shares[k] * bounds[turned[k]][position];
        }
        return sum;
    }
}
