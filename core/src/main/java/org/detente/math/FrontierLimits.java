// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

/// How much a search for a frontier may hold and try.
///
/// @param maxFrontier the most points kept exactly, in the frontier or in any set on the way to it;
///   beyond it the search goes on with thinned sets and says by how much they may be off
/// @param maxCells the most packages that are tried one by one, and the most cells of one table of
///   partial packages
/// @param threadCount how many threads try packages; the result does not depend on it
public record FrontierLimits(int maxFrontier, long maxCells, int threadCount) {
    /// A million points, two hundred million cells, and one thread for each processor.
    public static final FrontierLimits DEFAULT =
            new FrontierLimits(1_000_000, 200_000_000L, Runtime.getRuntime().availableProcessors());

    /// Checks that all three are positive.
    public FrontierLimits {
        if (maxFrontier < 1 || maxCells < 1 || threadCount < 1) {
            throw new IllegalArgumentException(
                    "limits of %d points, %d cells and %d threads; each must be at least 1"
                            .formatted(maxFrontier, maxCells, threadCount));
        }
    }
}
