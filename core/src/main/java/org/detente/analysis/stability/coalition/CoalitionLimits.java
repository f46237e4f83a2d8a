// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import org.detente.analysis.SearchBounds;

/// How far coalitions are looked at.
///
/// @param mostSteps how many comparisons all coalitions together may take in each reading of a
///   case; each has an equal share
/// @param mostCells the largest number of states times sets of parties
public record CoalitionLimits(long mostSteps, long mostCells) {
    /// The name of the first bound.
    public static final String STEPS = "--coalition-steps";

    /// The name of the second bound.
    public static final String CELLS = "--coalition-cells";

    /// How many movers there may be if all coalitions are asked for.
    public static final int MOST_MOVERS = 8;

    /// The default bounds of searches.
    public static final CoalitionLimits DEFAULT = of(SearchBounds.DEFAULT);

    /// The part of the bounds of searches that is about coalitions.
    ///
    /// @param bounds the bounds
    /// @return the limits
    public static CoalitionLimits of(SearchBounds bounds) {
        return new CoalitionLimits(bounds.coalitionSteps(), bounds.coalitionCells());
    }

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a bound is below 1
    public CoalitionLimits {
        if (mostSteps < 1 || mostCells < 1) {
            throw new IllegalArgumentException(
                    "steps and cells must be at least 1; got %d and %d"
                            .formatted(mostSteps, mostCells));
        }
    }
}
