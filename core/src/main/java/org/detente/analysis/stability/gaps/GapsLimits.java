// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

/// How far the analysis of open orders may go.
///
/// @param mostStates the most shown states for which open orders are looked at
/// @param sampleCount how many completions are drawn for SEQ
/// @param mostDifferences how many distinct differences between states may be decided by linear
///   programs, for each party
public record GapsLimits(int mostStates, int sampleCount, int mostDifferences) {
    /// The option that sets the first bound.
    public static final String STATES = "--gap-states";

    /// 2,048 states, 200 completions.
    public static final GapsLimits DEFAULT = new GapsLimits(2048, 200);

    /// So many distinct differences of states for each state allowed are decided by linear
    /// programs.
    private static final int DIFFERENCES = 64;

    /// With 64 differences for each state that may be looked at.
    ///
    /// @param mostStates the most shown states for which open orders are looked at
    /// @param sampleCount how many completions are drawn for SEQ
    public GapsLimits(int mostStates, int sampleCount) {
        this(
                mostStates,
                sampleCount,
                (int) Math.min(Integer.MAX_VALUE, (long) DIFFERENCES * mostStates));
    }

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if there is room for no state, or the count is negative
    public GapsLimits {
        if (mostStates < 1 || sampleCount < 0) {
            throw new IllegalArgumentException(
                    "states must be at least 1 and samples at least 0; got %d and %d"
                            .formatted(mostStates, sampleCount));
        }
    }
}
