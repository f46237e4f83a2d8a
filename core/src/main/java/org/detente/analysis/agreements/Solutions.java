// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The packages that the classic solutions single out among the efficient acceptable ones.
///
/// All of them lie on the frontier. Time O(packages · parties log parties) each.
final class Solutions {
    /// Products, shares and sums closer than this share of the largest are the same.
    private static final double TOLERANCE = 1e-9;

    private Solutions() {}

    /// The Nash solution: the largest product of gains, each to the power of its party's weight
    /// [Nash1950]. Where every package leaves somebody without gain, all products are 0 and all
    /// packages are returned.
    ///
    /// @param gains the gains
    /// @param weights positive, by party
    /// @return indices of packages, ascending
    static List<Integer> nash(Gains gains, double[] weights) {
        double best = Double.NEGATIVE_INFINITY;
        double[] logs = new double[gains.packageCount()];
        for (int k = 0; k < logs.length; k++) {
            for (int party = 0; party < weights.length; party++) {
                if (gains.isCounted(party)) {
                    logs[k] += weights[party] * StrictMath.log(gains.share(k, party));
                }
            }
            best = Math.max(best, logs[k]);
        }
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < logs.length; k++) {
            if (logs[k] == best || logs[k] >= best - TOLERANCE) {
                found.add(k);
            }
        }
        return found;
    }

    /// The Kalai–Smorodinsky solution on a finite set: the smallest share of the most that each
    /// could gain is as large as possible, then the next smallest [Kalai1975; Imai1983].
    static List<Integer> kalaiSmorodinsky(Gains gains) {
        return leximin(gains.packageCount(), gains::sortedShares);
    }

    /// The egalitarian solution: the smallest gain is as large as possible, then the next smallest
    /// [Kalai1977]. Compares points between parties.
    static List<Integer> egalitarian(Gains gains) {
        return leximin(gains.packageCount(), gains::sortedGains);
    }

    /// The utilitarian solution: the largest sum of gains. Compares points between parties.
    static List<Integer> utilitarian(Gains gains) {
        double[] sums = new double[gains.packageCount()];
        double best = 0;
        for (int k = 0; k < sums.length; k++) {
            for (int party = 0; party < gains.partyCount(); party++) {
                sums[k] += gains.gain(k, party);
            }
            best = Math.max(best, sums[k]);
        }
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < sums.length; k++) {
            if (sums[k] >= best * (1 - TOLERANCE)) {
                found.add(k);
            }
        }
        return found;
    }

    private static List<Integer> leximin(int count, IntFunction<double[]> sorted) {
        List<Integer> left = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            left.add(k);
        }
        int width = count == 0 ? 0 : sorted.apply(0).length;
        for (int place = 0; place < width && left.size() > 1; place++) {
            double[] here = new double[left.size()];
            double best = 0;
            for (int i = 0; i < here.length; i++) {
                here[i] = sorted.apply(left.get(i))[place];
                best = Math.max(best, here[i]);
            }
            List<Integer> kept = new ArrayList<>();
            for (int i = 0; i < here.length; i++) {
                if (here[i] >= best * (1 - TOLERANCE)) {
                    kept.add(left.get(i));
                }
            }
            left = kept;
        }
        return left;
    }
}
