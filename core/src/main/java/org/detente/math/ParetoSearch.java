// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the packages that nothing beats for everybody.
///
/// Where values are sums over few items each, items are eliminated one by one, and 10^30 packages
/// are no obstacle; where they are entangled, all packages are tried. What either would cost is
/// estimated first.
///
/// Numbers are compared as whole multiples of a quantum of about 1e-9 of each dimension's range
/// (see [Scale]), so that the noise of double arithmetic neither adds points nor splits ties.
public final class ParetoSearch {
    /// How many looks at a package cost as much as one look at a candidate of elimination.
    private static final double PACKAGES_PER_CANDIDATE = 10;

    private ParetoSearch() {}

    /// The packages at or above all floors that no other such package dominates, that is, equals or
    /// exceeds in all of the first dimensions and exceeds in one; one for each vector of values.
    ///
    /// @param space the packages
    /// @param comparedCount how many of the first dimensions are compared; later ones only have
    ///   floors
    /// @param floors for each dimension the least value; may be negative infinity. A value that is
    ///   the same as its floor, rounded, is at the floor
    /// @param limits what the search may hold and try
    /// @return the frontier, empty if no allowed package reaches the floors
    /// @throws IllegalArgumentException if the counts do not fit or a floor is not a number
    /// @throws SearchLimitException if values are so entangled that neither way is within the
    ///   limits
    public static Frontier frontier(
            PackageSpace space, int comparedCount, double[] floors, FrontierLimits limits) {
        return frontier(space, comparedCount, floors, limits, null);
    }

    /// The same by a given method, which must be within the limits.
    static Frontier frontier(
            PackageSpace space,
            int comparedCount,
            double[] floors,
            FrontierLimits limits,
            Frontier.@Nullable Method method) {
        Problem problem = Problem.of(space, comparedCount, floors);
        if (problem.impossible) {
            return none(space, AllowedCount.of(problem.radices, problem.factors));
        }
        EliminationOrder order = order(problem);
        double product = problem.product().doubleValue();
        boolean canTry = product <= limits.maxCells();
        if (method != Frontier.Method.ENUMERATION) {
            boolean wide = order.largestTable > Math.min(limits.maxCells(), Integer.MAX_VALUE);
            double workLimit =
                    method != null || !canTry
                            ? Double.POSITIVE_INFINITY
                            : product / PACKAGES_PER_CANDIDATE;
            if (!wide && order.allTables <= workLimit) {
                Elimination.Outcome outcome = Elimination.run(problem, order, limits, workLimit);
                if (outcome != null) {
                    return frontier(space, problem, outcome);
                }
            }
        }
        if (!canTry) {
            throw new SearchLimitException(order.largestTable, problem.product(), limits);
        }
        return frontier(space, problem, Enumeration.run(problem, limits));
    }

    private static EliminationOrder order(Problem problem) {
        List<int[]> scopes = new ArrayList<>();
        for (Factor factor : problem.factors) {
            scopes.add(factor.scope);
        }
        return EliminationOrder.of(problem.radices, scopes);
    }

    private static Frontier none(PackageSpace space, BigInteger allowed) {
        Frontier.Origins nothing =
                new Frontier.Origins() {
                    @Override
                    public void trace(int point, int[] levels) {}

                    @Override
                    public List<int[]> ties(int point, int limit) {
                        return List.of();
                    }
                };
        return new Frontier(space, nothing, new int[0], Frontier.Method.ELIMINATION, 0, allowed);
    }

    private static Frontier frontier(
            PackageSpace space, Problem problem, Elimination.Outcome outcome) {
        Message root = outcome.root;
        Frontier.Origins origins =
                new Frontier.Origins() {
                    @Override
                    public void trace(int point, int[] levels) {
                        root.trace(point, levels);
                    }

                    @Override
                    public List<int[]> ties(int point, int limit) {
                        return Ties.of(problem, root, point, limit);
                    }
                };
        return new Frontier(
                space,
                origins,
                FinalFront.choose(problem, root.points.vectors(), root.points.size()),
                Frontier.Method.ELIMINATION,
                epsilon(problem, outcome.loss),
                AllowedCount.of(problem.radices, problem.factors));
    }

    private static Frontier frontier(PackageSpace space, Problem problem, Enumeration tried) {
        Frontier.Origins origins =
                new Frontier.Origins() {
                    @Override
                    public void trace(int point, int[] levels) {
                        tried.trace(point, levels);
                    }

                    @Override
                    public List<int[]> ties(int point, int limit) {
                        return tried.ties(point, limit);
                    }
                };
        return new Frontier(
                space,
                origins,
                FinalFront.choose(problem, tried.front.vectors(), tried.front.size()),
                Frontier.Method.ENUMERATION,
                epsilon(problem, tried.loss),
                tried.allowed);
    }

    private static double epsilon(Problem problem, long[] loss) {
        double epsilon = 0;
        for (int dim = 0; dim < problem.compared; dim++) {
            epsilon = Math.max(epsilon, (double) loss[dim] / problem.ranges[dim]);
        }
        return epsilon;
    }
}
