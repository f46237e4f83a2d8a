// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

/// Whether chains of one number have mixed: split R-hat and the effective sample size by Geyer's
/// initial monotone sequence over all half chains (Geyer 1992, Statistical Science 7(4); Vehtari,
/// Gelman, Simpson, Carpenter & Bürkner 2021, Bayesian Analysis 16(2), without their ranks; neither
/// checked here).
///
/// @param effectiveSize at least 1, at most the number of values
/// @param splitRHat 1 where all values are the same; infinite where each chain stands still
///   elsewhere, and for chains too short to tell
record Mixing(double effectiveSize, double splitRHat) {
    /// Spread below this share of the values' size is rounding.
    private static final double ROUNDING = 1e-12;

    static Mixing of(double[][] chains) {
        int half = chains[0].length / 2;
        int total = chains.length * chains[0].length;
        if (half < 2) {
            return new Mixing(1, Double.POSITIVE_INFINITY);
        }
        double[][] halves = new double[2 * chains.length][];
        for (int k = 0; k < chains.length; k++) {
            int length = chains[k].length;
            halves[2 * k] = java.util.Arrays.copyOfRange(chains[k], 0, half);
            halves[2 * k + 1] = java.util.Arrays.copyOfRange(chains[k], length - half, length);
        }
        double[] means = new double[halves.length];
        double within = 0;
        double size = 0;
        for (int k = 0; k < halves.length; k++) {
            for (double value : halves[k]) {
                means[k] += value / half;
                size = Math.max(size, Math.abs(value));
            }
            for (double value : halves[k]) {
                within += (value - means[k]) * (value - means[k]) / (half - 1) / halves.length;
            }
        }
        double mean = 0;
        for (double one : means) {
            mean += one / means.length;
        }
        double between = 0;
        for (double one : means) {
            between += (one - mean) * (one - mean) / (means.length - 1);
        }
        if (within + between <= (ROUNDING * size) * (ROUNDING * size)) {
            return new Mixing(total, 1);
        }
        if (within == 0) {
            return new Mixing(1, Double.POSITIVE_INFINITY);
        }
        double variance = within * (half - 1) / half + between;
        double time = integratedTime(halves, means, within, variance);
        return new Mixing(Math.clamp(total / time, 1, total), Math.sqrt(variance / within));
    }

    /// 1 plus twice the sum of autocorrelations, in pairs as long as these are positive, each pair
    /// no larger than the one before.
    private static double integratedTime(
            double[][] halves, double[] means, double within, double variance) {
        int half = halves[0].length;
        double time = -1;
        double last = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < half; lag += 2) {
            double pair =
                    correlation(halves, means, within, variance, lag)
                            + correlation(halves, means, within, variance, lag + 1);
            if (pair <= 0) {
                break;
            }
            last = Math.min(last, pair);
            time += 2 * last;
        }
        return Math.max(time, 1e-3);
    }

    private static double correlation(
            double[][] halves, double[] means, double within, double variance, int lag) {
        if (lag == 0) {
            return 1;
        }
        double sum = 0;
        for (int k = 0; k < halves.length; k++) {
            double[] half = halves[k];
            double own = 0;
            for (int i = lag; i < half.length; i++) {
                own += (half[i] - means[k]) * (half[i - lag] - means[k]);
            }
            sum += own / half.length / halves.length;
        }
        return 1 - (within - sum) / variance;
    }
}
