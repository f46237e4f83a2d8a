// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

/// How far the search for changes may go.
///
/// @param mostSteps how many moves and answers are looked at in each of its two stages
/// @param mostStates how many states of an outcome are tried, those nearest to lasting first
public record InverseLimits(long mostSteps, int mostStates) {
    /// The option that sets the first bound.
    public static final String STEPS = "--inverse-steps";

    /// The option that sets the second bound.
    public static final String STATES = "--inverse-states";

    /// Four hundred million steps, sixty-four states.
    public static final InverseLimits DEFAULT = new InverseLimits(400_000_000L, 64);

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a bound is below 1
    public InverseLimits {
        if (mostSteps < 1 || mostStates < 1) {
            throw new IllegalArgumentException(
                    "steps and states must be at least 1; got %d and %d"
                            .formatted(mostSteps, mostStates));
        }
    }
}
