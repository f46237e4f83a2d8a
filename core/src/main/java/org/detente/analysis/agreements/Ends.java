// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.detente.analysis.Parallel;
import org.detente.analysis.agreements.Solved.Solution;
import org.detente.compile.AgreementForm;
import org.detente.compile.Factor;
import org.detente.math.FrontierLimits;
import org.jspecify.annotations.Nullable;

/// The headlines at both ends of every range that they rest on, one range at a time.
///
/// @param effects two for each factor, the lower end first
/// @param omittedCount how many factors were not looked at because the frontier was too large
/// @param widening how far a range must be widened until the headline turns, where it holds at
///   every end; else null
record Ends(List<Effect> effects, int omittedCount, @Nullable HeadlineWidening widening) {
    /// With more efficient packages than this, ranges are not looked at: each end is a problem of
    /// its own.
    static final int MOST_POINTS = 20_000;

    /// A value at which the zone turns is closed in on by so many halvings.
    private static final int HALVINGS = 16;

    /// Copies the list.
    Ends {
        effects = List.copyOf(effects);
    }

    /// What holds with one factor at one end and all others at their centres.
    ///
    /// @param factor the factor
    /// @param position which end
    /// @param solved the problem there
    /// @param sameNash whether the Nash packages there and at the centre share one
    /// @param sameKalaiSmorodinsky the same of the Kalai–Smorodinsky packages
    /// @param turnsAt the value between centre and end at which the zone opens or closes, or null
    record Effect(
            Factor factor,
            Factor.Position position,
            Solved solved,
            boolean sameNash,
            boolean sameKalaiSmorodinsky,
            @Nullable Double turnsAt) {}

    /// Looks at every end.
    ///
    /// @param centre the problem at the centres
    /// @param limits how large frontiers may get
    /// @param threadCount how many ends are looked at at once; does not change the result
    static Ends of(Solved centre, FrontierLimits limits, int threadCount) {
        List<Factor> factors = centre.form().factors();
        if (centre.bargain().frontier().size() > MOST_POINTS) {
            return new Ends(List.of(), factors.size(), null);
        }
        Set<String> beliefs =
                centre.form().fallbackFactors().stream()
                        .map(Factor::path)
                        .collect(Collectors.toCollection(HashSet::new));
        beliefs.removeIf(path -> path.startsWith("assumptions."));
        FrontierLimits single = new FrontierLimits(limits.maxFrontier(), limits.maxCells(), 1);
        List<Effect> effects =
                Parallel.map(
                        2 * factors.size(),
                        threadCount,
                        index -> {
                            Factor factor = factors.get(index / 2);
                            return effect(
                                    centre,
                                    factor,
                                    index % 2 == 0 ? Factor.Position.LOW : Factor.Position.HIGH,
                                    beliefs.contains(factor.path()),
                                    single);
                        });
        boolean holds =
                !effects.isEmpty()
                        && effects.stream().allMatch(e -> e.solved().isOpen() == centre.isOpen());
        return new Ends(
                effects, 0, holds ? HeadlineWidening.of(centre, single, threadCount) : null);
    }

    private static Effect effect(
            Solved centre,
            Factor factor,
            Factor.Position position,
            boolean isBelief,
            FrontierLimits limits) {
        double end = factor.at(position);
        Solved solved = Solved.of("", at(centre, factor, end, isBelief, limits));
        Double turnsAt = null;
        if (solved.isOpen() != centre.isOpen()) {
            double same = factor.at(Factor.Position.CENTRE);
            double turned = end;
            for (int k = 0; k < HALVINGS; k++) {
                double middle = same + (turned - same) / 2;
                if (at(centre, factor, middle, isBelief, limits).isOpen() == centre.isOpen()) {
                    same = middle;
                } else {
                    turned = middle;
                }
            }
            turnsAt = turned;
        }
        return new Effect(
                factor,
                position,
                solved,
                shares(centre, solved, Solution.NASH),
                shares(centre, solved, Solution.KALAI_SMORODINSKY),
                turnsAt);
    }

    /// The problem with one factor elsewhere.
    static Bargain at(
            Solved centre, Factor factor, double value, boolean isBelief, FrontierLimits limits) {
        AgreementForm moved = centre.form().with(Map.of(factor.path(), value));
        return isBelief
                ? centre.bargain().withBeliefs(moved, limits)
                : Bargain.solve(moved, limits);
    }

    private static boolean shares(Solved a, Solved b, Solution solution) {
        Set<List<Integer>> packages = new HashSet<>(packages(a, solution));
        return packages(b, solution).stream().anyMatch(packages::contains);
    }

    private static List<List<Integer>> packages(Solved solved, Solution solution) {
        List<List<Integer>> packages = new ArrayList<>();
        int[] zone = solved.bargain().zone();
        for (int index : solved.solution(solution)) {
            packages.add(IntStream.of(solved.bargain().levels(zone[index])).boxed().toList());
        }
        return packages;
    }

    /// At how many ends some package is acceptable.
    int openCount() {
        return (int) effects.stream().filter(e -> e.solved().isOpen()).count();
    }

    /// How many factors were looked at.
    int factorCount() {
        return effects.size() / 2;
    }
}
