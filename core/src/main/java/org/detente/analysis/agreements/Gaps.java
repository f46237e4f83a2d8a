// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import org.detente.analysis.agreements.Solved.Solution;

/// How far the solutions found may be from the best ones: 0 on an exact frontier; on an approximate
/// one from its ε, since every acceptable package has at most ε times each party's range of points
/// more than some point that was kept.
///
/// @param nash by how much of what was found the largest product of gains may be larger, 1 for
///   twice the product; infinite if not known
/// @param kalaiSmorodinsky by how much the smallest share of the possible may be larger, 0..1;
///   infinite if not known
record Gaps(double nash, double kalaiSmorodinsky) {
    /// The gaps of a solved problem.
    ///
    /// @param solved with an open zone
    static Gaps of(Solved solved) {
        double epsilon = solved.bargain().frontier().epsilon();
        if (epsilon == 0) {
            return new Gaps(0, 0);
        }
        if (epsilon >= 1 || !solved.isOpen()) {
            return new Gaps(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        Gains gains = solved.gains();
        double product = 0;
        double share = 0;
        for (int k = 0; k < gains.packageCount(); k++) {
            double most = 1;
            double least = 1;
            for (int party = 0; party < gains.partyCount(); party++) {
                double more = epsilon * solved.bargain().scale(party);
                if (gains.isCounted(party)) {
                    most *= (gains.gain(k, party) + more) / gains.ideal(party);
                    least = Math.min(least, (gains.gain(k, party) + more) / gains.ideal(party));
                }
            }
            product = Math.max(product, most);
            share = Math.max(share, least);
        }
        int nash = solved.solution(Solution.NASH).getFirst();
        int fair = solved.solution(Solution.KALAI_SMORODINSKY).getFirst();
        double found = 1;
        double smallest = 1;
        for (int party = 0; party < gains.partyCount(); party++) {
            if (gains.isCounted(party)) {
                found *= gains.share(nash, party);
                smallest = Math.min(smallest, gains.share(fair, party));
            }
        }
        return new Gaps(
                found == 0 ? Double.POSITIVE_INFINITY : product / found - 1,
                Math.max(0, share - smallest));
    }

    /// Whether anything is known about both.
    boolean isKnown() {
        return !Double.isInfinite(nash) && !Double.isInfinite(kalaiSmorodinsky);
    }
}
