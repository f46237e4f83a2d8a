// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

/// Weights under which what several parties can have at once is bounded from above: each party
/// alone, and mixtures of every two.
///
/// If a step leads from one position to another, a party's value before it is (1−δ) times that
/// position's points plus δ times its value after it. Where patience differs, the weights of a
/// mixture turn at every step; what they turn into is put together from neighbouring mixtures of
/// the same two parties, which can only raise a bound. Immutable.
final class Directions {
    private static final int MIXTURES = 15;

    private final int[] first;
    private final int[] second;
    private final double[] firstWeight;
    private final double[] secondWeight;
    private final int[][] after = new int[2][];
    private final double[][] share = new double[2][];

    /// Directions for some parties.
    ///
    /// @param scale by party, the unit of its margins
    /// @param patience by party
    Directions(double[] scale, double[] patience) {
        int parties = scale.length;
        int count = parties + parties * (parties - 1) / 2 * MIXTURES;
        this.first = new int[count];
        this.second = new int[count];
        this.firstWeight = new double[count];
        this.secondWeight = new double[count];
        for (int k = 0; k < 2; k++) {
            after[k] = new int[count];
            share[k] = new double[count];
        }
        for (int k = 0; k < parties; k++) {
            set(k, k, k, 1, scale);
            turn(k, k, patience[k], k, 0);
        }
        int next = parties;
        for (int a = 0; a < parties; a++) {
            for (int b = a + 1; b < parties; b++) {
                int start = next;
                for (int step = 1; step <= MIXTURES; step++) {
                    double part = (double) step / (MIXTURES + 1);
                    double towardA = part * patience[a];
                    double towardB = (1 - part) * patience[b];
                    double sum = towardA + towardB;
                    double turned = towardA / sum * (MIXTURES + 1);
                    int below = (int) Math.floor(turned);
                    double upper = turned - below;
                    set(next, a, b, part, scale);
                    turn(
                            next,
                            index(below, a, b, start),
                            (1 - upper) * sum,
                            index(below + 1, a, b, start),
                            upper * sum);
                    next++;
                }
            }
        }
    }

    private static int index(int step, int a, int b, int start) {
        if (step <= 0) {
            return b;
        }
        return step > MIXTURES ? a : start + step - 1;
    }

    private void set(int direction, int a, int b, double part, double[] scale) {
        first[direction] = a;
        second[direction] = b;
        firstWeight[direction] = part / scale[a];
        secondWeight[direction] = (1 - part) / scale[b];
    }

    private void turn(int direction, int one, double ofOne, int other, double ofOther) {
        after[0][direction] = one;
        share[0][direction] = ofOne;
        after[1][direction] = other;
        share[1][direction] = ofOther;
    }

    int count() {
        return first.length;
    }

    /// The weighted sum of some numbers, one for each party.
    double sum(int direction, double[] numbers) {
        return weighted(firstWeight[direction], numbers[first[direction]])
                + weighted(secondWeight[direction], numbers[second[direction]]);
    }

    /// What a weighted sum of values after a step is at most, counted back before the step.
    ///
    /// @param direction the weights before the step
    /// @param bounds by direction and position, the bound on the weighted sum
    /// @param position the position after the step
    double back(int direction, double[][] bounds, int position) {
        return weighted(share[0][direction], bounds[after[0][direction]][position])
                + weighted(share[1][direction], bounds[after[1][direction]][position]);
    }

    /// A product in which no weight counts nothing, whatever the number.
    private static double weighted(double weight, double number) {
        return weight == 0 ? 0 : weight * number;
    }
}
