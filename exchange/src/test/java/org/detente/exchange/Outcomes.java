// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Fallback;
import org.detente.model.Quantity;
import org.detente.model.Term;
import org.detente.model.Worth;

/// Every agreement of an imported domain, by brute force from the definitions, to compare with
/// answers known elsewhere.
final class Outcomes {
    private static final double DIGITS = 1e9;

    private final List<double[]> all;
    private final double[] otherwise;

    private Outcomes(List<double[]> all, double[] otherwise) {
        this.all = all;
        this.otherwise = otherwise;
    }

    /// A solution, under the name it has in the known answers.
    enum Solution {
        /// The largest product of gains.
        NASH("nash"),
        /// The largest smallest gain.
        EGALITARIAN("egalitarian"),
        /// The largest smallest share of the largest rational gain.
        KALAI_SMORODINSKY("ks_maximin_ideal_rational"),
        /// The largest sum of utilities, acceptable or not.
        WELFARE("max_welfare_all");

        private final String key;

        Solution(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    static Outcomes of(Case source) {
        Agreement agreement = java.util.Objects.requireNonNull(source.agreement());
        List<String> parties = agreement.between();
        List<double[]> all = List.of(new double[parties.size()]);
        for (Term term : agreement.terms()) {
            List<double[]> longer = new ArrayList<>();
            for (double[] before : all) {
                for (int level = 0; level < term.levels().size(); level++) {
                    double[] sum = before.clone();
                    for (int p = 0; p < sum.length; p++) {
                        Worth.LevelWorth worth =
                                java.util.Objects.requireNonNull(term.values().get(parties.get(p)))
                                        .get(level);
                        sum[p] += ((Quantity.Exact) worth.points().quantity()).value();
                    }
                    longer.add(sum);
                }
            }
            all = longer;
        }
        Fallback.Values values =
                (Fallback.Values) java.util.Objects.requireNonNull(agreement.beliefs().otherwise());
        double[] otherwise = new double[parties.size()];
        for (int p = 0; p < otherwise.length; p++) {
            otherwise[p] =
                    ((Quantity.Exact)
                                    java.util.Objects.requireNonNull(
                                                    values.byParty().get(parties.get(p)))
                                            .quantity())
                            .value();
        }
        return new Outcomes(all, otherwise);
    }

    int count() {
        return all.size();
    }

    /// The points that no other dominates, each once, equal to nine digits.
    List<double[]> frontier() {
        List<double[]> kept = new ArrayList<>();
        for (double[] point : all) {
            boolean dominated = false;
            for (double[] other : kept) {
                dominated |= atLeast(other, point);
            }
            if (!dominated) {
                kept.removeIf(other -> atLeast(point, other));
                kept.add(point);
            }
        }
        return kept;
    }

    private static boolean atLeast(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.round(a[i] * DIGITS) < Math.round(b[i] * DIGITS)) {
                return false;
            }
        }
        return true;
    }

    /// The value of a solution.
    double best(Solution solution) {
        double[] ideal = otherwise.clone();
        for (double[] point : all) {
            for (int p = 0; p < ideal.length && rational(point); p++) {
                ideal[p] = Math.max(ideal[p], point[p]);
            }
        }
        double best = Double.NEGATIVE_INFINITY;
        for (double[] point : all) {
            if (solution == Solution.WELFARE || rational(point)) {
                best = Math.max(best, value(solution, point, ideal));
            }
        }
        return best;
    }

    private boolean rational(double[] point) {
        for (int p = 0; p < point.length; p++) {
            if (point[p] < otherwise[p]) {
                return false;
            }
        }
        return true;
    }

    private double value(Solution solution, double[] point, double[] ideal) {
        double product = 1;
        double least = Double.POSITIVE_INFINITY;
        double share = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int p = 0; p < point.length; p++) {
            double gain = point[p] - otherwise[p];
            product *= gain;
            least = Math.min(least, gain);
            share = Math.min(share, gain / (ideal[p] - otherwise[p]));
            sum += point[p];
        }
        return switch (solution) {
            case NASH -> product;
            case EGALITARIAN -> least;
            case KALAI_SMORODINSKY -> share;
            case WELFARE -> sum;
        };
    }
}
