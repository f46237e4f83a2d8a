// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

/// How far searches may go. A bound that bites is in the result.
///
/// @param inverseSteps how many moves and answers are looked at in each stage of a search for
///   changes of statements
/// @param inverseStates how many states of a wanted outcome are tried, nearest to lasting first
/// @param gapStates the most states for which open orders are looked at
/// @param maxFrontier the most packages that an exact Pareto frontier may have
/// @param coalitionSteps how many comparisons coalitions may take in each reading of a case, all
///   together
/// @param coalitionCells the most states times sets of parties for which coalitions are looked at
public record SearchBounds(
        long inverseSteps,
        int inverseStates,
        int gapStates,
        int maxFrontier,
        long coalitionSteps,
        long coalitionCells) {
    /// Four hundred million steps, 64 states, 2,048 states, a million packages, twelve billion
    /// comparisons, 2^27 states times sets of parties.
    public static final SearchBounds DEFAULT =
            new SearchBounds(400_000_000L, 64, 2048, 1_000_000, 12_000_000_000L, 1L << 27);

    /// Bounds with the default bounds of coalitions.
    ///
    /// @param inverseSteps how many moves and answers in each stage
    /// @param inverseStates how many states of a wanted outcome
    /// @param gapStates the most states for which open orders are looked at
    /// @param maxFrontier the most packages of an exact Pareto frontier
    public SearchBounds(long inverseSteps, int inverseStates, int gapStates, int maxFrontier) {
        this(inverseSteps, inverseStates, gapStates, maxFrontier, 12_000_000_000L, 1L << 27);
    }

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a bound is below 1
    public SearchBounds {
        if (inverseSteps < 1
                || inverseStates < 1
                || gapStates < 1
                || maxFrontier < 1
                || coalitionSteps < 1
                || coalitionCells < 1) {
            throw new IllegalArgumentException(
                    "bounds are at least 1; got %d, %d, %d, %d, %d and %d"
                            .formatted(
                                    inverseSteps,
                                    inverseStates,
                                    gapStates,
                                    maxFrontier,
                                    coalitionSteps,
                                    coalitionCells));
        }
    }
}
