// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

/// How far searches may go. A bound that bites is in the result.
///
/// @param inverseSteps how many moves and answers are looked at in each stage of a search for
///   changes of statements
/// @param inverseStates how many states of a wanted outcome are tried, nearest to lasting first
/// @param gapStates the most states for which open orders are looked at
/// @param maxFrontier the most packages that an exact Pareto frontier may have
/// @param statedPackages the most packages that are looked at under every value function that
///   statements leave
/// @param coalitionSteps how many comparisons coalitions may take in each reading of a case, all
///   together
/// @param coalitionCells the most states times sets of parties for which coalitions are looked at
/// @param maxPositions the most positions between now and a package among which an order of steps
///   is looked for
public record SearchBounds(
        long inverseSteps,
        int inverseStates,
        int gapStates,
        int maxFrontier,
        int statedPackages,
        long coalitionSteps,
        long coalitionCells,
        int maxPositions) {
    /// Four hundred million steps, 64 states, 2,048 states, a million packages, 4,096 packages,
    /// twelve billion comparisons, 2^27 states times sets of parties, ten thousand positions.
    public static final SearchBounds DEFAULT =
            new SearchBounds(
                    400_000_000L, 64, 2048, 1_000_000, 4096, 12_000_000_000L, 1L << 27, 10_000);

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a bound is below 1
    public SearchBounds {
        if (Math.min(inverseSteps, coalitionSteps) < 1
                || coalitionCells < 1
                || Math.min(inverseStates, gapStates) < 1
                || Math.min(maxFrontier, statedPackages) < 1
                || maxPositions < 1) {
            throw new IllegalArgumentException(
                    "bounds are at least 1; got %d, %d, %d, %d, %d, %d, %d and %d"
                            .formatted(
                                    inverseSteps,
                                    inverseStates,
                                    gapStates,
                                    maxFrontier,
                                    statedPackages,
                                    coalitionSteps,
                                    coalitionCells,
                                    maxPositions));
        }
    }

    /// The same bounds on the search for changes of statements and on open orders replaced.
    ///
    /// @param steps how many moves and answers in each stage
    /// @param states how many states of a wanted outcome
    /// @param gaps the most states for which open orders are looked at
    /// @return other bounds
    public SearchBounds withOrders(long steps, int states, int gaps) {
        return new SearchBounds(
                steps,
                states,
                gaps,
                maxFrontier,
                statedPackages,
                coalitionSteps,
                coalitionCells,
                maxPositions);
    }

    /// The same bounds on packages replaced.
    ///
    /// @param frontier the most packages that an exact Pareto frontier may have
    /// @param stated the most packages under every value function
    /// @param positions the most positions between now and a package
    /// @return other bounds
    public SearchBounds withPackages(int frontier, int stated, int positions) {
        return new SearchBounds(
                inverseSteps,
                inverseStates,
                gapStates,
                frontier,
                stated,
                coalitionSteps,
                coalitionCells,
                positions);
    }

    /// The same bounds on coalitions replaced.
    ///
    /// @param steps how many comparisons in each reading
    /// @param cells the most states times sets of parties
    /// @return other bounds
    public SearchBounds withCoalitions(long steps, long cells) {
        return new SearchBounds(
                inverseSteps,
                inverseStates,
                gapStates,
                maxFrontier,
                statedPackages,
                steps,
                cells,
                maxPositions);
    }
}
