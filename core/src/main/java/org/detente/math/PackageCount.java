// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Counts packages.
public final class PackageCount {
    private PackageCount() {}

    /// How many allowed packages are at or above all floors.
    ///
    /// @param space the packages
    /// @param floors for each dimension the least value; may be negative infinity. Values are
    ///   rounded as in [ParetoSearch]
    /// @param limits what counting may hold and try
    /// @return the exact number, or null if counting would take more than the limits
    /// @throws IllegalArgumentException if the count of floors does not fit or one is not a number
    public static @Nullable BigInteger atLeast(
            PackageSpace space, double[] floors, FrontierLimits limits) {
        Problem problem = Problem.of(space, 0, floors);
        if (problem.impossible) {
            return BigInteger.ZERO;
        }
        return Histogram.count(problem, limits);
    }
}
