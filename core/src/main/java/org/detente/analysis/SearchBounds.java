// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

/// How far searches may go. A bound that bites is in the result.
///
/// @param inverseSteps how many moves and answers are looked at in each stage of a search for
///   changes of statements
/// @param inverseStates how many states of a wanted outcome are tried, nearest to lasting first
/// @param gapStates the most states for which open orders are looked at
/// @param maxFrontier the most packages that an exact Pareto frontier may have
/// @param maxPositions the most positions between now and a package among which an order of steps
///   is looked for
public record SearchBounds(
        long inverseSteps, int inverseStates, int gapStates, int maxFrontier, int maxPositions) {
    /// Four hundred million steps, 64 states, 2,048 states, a million packages, ten thousand
    /// positions.
    public static final SearchBounds DEFAULT =
            new SearchBounds(400_000_000L, 64, 2048, 1_000_000, 10_000);

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a bound is below 1
    public SearchBounds {
        if (Math.min(inverseSteps, inverseStates) < 1
                || Math.min(gapStates, maxFrontier) < 1
                || maxPositions < 1) {
            throw new IllegalArgumentException(
                    "bounds are at least 1; got %d, %d, %d, %d and %d"
                            .formatted(
                                    inverseSteps,
                                    inverseStates,
                                    gapStates,
                                    maxFrontier,
                                    maxPositions));
        }
    }
}
