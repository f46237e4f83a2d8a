// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.compile.AgreementForm;
import org.detente.math.FrontierLimits;

/// One reading of the case with its efficient acceptable packages and the solutions among them.
/// Immutable.
final class Solved {
    private final String name;
    private final Bargain bargain;
    private final Gains gains;
    private final SequencedMap<Solution, List<Integer>> solutions = new LinkedHashMap<>();

    /// A solution concept.
    enum Solution {
        /// Largest product of gains, all weights equal.
        NASH("nash", "Nash"),
        /// Largest product of gains with the stated weights.
        WEIGHTED_NASH("weightedNash", "Nash, weighted"),
        /// Most even shares of the possible.
        KALAI_SMORODINSKY("kalaiSmorodinsky", "Kalai–Smorodinsky"),
        /// Most even gains.
        EGALITARIAN("egalitarian", "egalitarian"),
        /// Largest sum of gains.
        UTILITARIAN("utilitarian", "utilitarian");

        private final String key;
        private final String label;

        Solution(String key, String label) {
            this.key = key;
            this.label = label;
        }

        /// Its key in data.
        String key() {
            return key;
        }

        /// Its name for readers.
        String label() {
            return label;
        }
    }

    private Solved(String name, Bargain bargain, boolean egalitarian, boolean utilitarian) {
        this.name = name;
        this.bargain = bargain;
        this.gains = Gains.of(bargain);
        double[] weights =
                bargain.form().signatories().stream().mapToDouble(bargain.form()::weight).toArray();
        double[] equal = new double[weights.length];
        java.util.Arrays.fill(equal, 1);
        solutions.put(Solution.NASH, Solutions.nash(gains, equal));
        boolean weighted = false;
        for (double weight : weights) {
            weighted |= weight != weights[0];
        }
        if (weighted) {
            solutions.put(Solution.WEIGHTED_NASH, Solutions.nash(gains, weights));
        }
        solutions.put(Solution.KALAI_SMORODINSKY, Solutions.kalaiSmorodinsky(gains));
        if (egalitarian) {
            solutions.put(Solution.EGALITARIAN, Solutions.egalitarian(gains));
        }
        if (utilitarian) {
            solutions.put(Solution.UTILITARIAN, Solutions.utilitarian(gains));
        }
    }

    /// Solves a reading.
    ///
    /// @param name what the reading is called
    /// @param form the bargaining problem
    /// @param limits how large the frontier may get
    /// @param egalitarian whether that solution is wanted
    /// @param utilitarian whether that solution is wanted
    static Solved of(
            String name,
            AgreementForm form,
            FrontierLimits limits,
            boolean egalitarian,
            boolean utilitarian) {
        return new Solved(name, Bargain.solve(form, limits), egalitarian, utilitarian);
    }

    /// A solved problem with its two standing solutions.
    static Solved of(String name, Bargain bargain) {
        return new Solved(name, bargain, false, false);
    }

    String name() {
        return name;
    }

    Bargain bargain() {
        return bargain;
    }

    AgreementForm form() {
        return bargain.form();
    }

    Gains gains() {
        return gains;
    }

    boolean isOpen() {
        return bargain.isOpen();
    }

    /// The solutions looked for, each with the indices of its packages in the zone.
    SequencedMap<Solution, List<Integer>> solutions() {
        return new LinkedHashMap<>(solutions);
    }

    /// The packages of one solution.
    ///
    /// @param solution which
    /// @return indices in the zone; empty if the zone is or the solution was not looked for
    List<Integer> solution(Solution solution) {
        return solutions.getOrDefault(solution, List.of());
    }

    /// The first package of a solution, as a point of the frontier.
    ///
    /// @return the point, or -1 if the zone is empty
    int point(Solution solution) {
        List<Integer> found = solution(solution);
        return found.isEmpty() ? -1 : bargain.zone()[found.getFirst()];
    }

    /// The levels of a solution's first package.
    ///
    /// @return a level index for each item; empty if the zone is empty
    int[] levels(Solution solution) {
        int point = point(solution);
        return point < 0 ? new int[0] : bargain.levels(point);
    }
}
