// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigInteger;
import java.util.List;

/// The packages that no allowed package at or above the floors beats: one for each vector of
/// values, in descending order of the first dimension, then of the second, and so on. Immutable.
public final class Frontier {
    private final PackageSpace space;
    private final Origins origins;
    private final int[] points;
    private final double[] values;
    private final Method method;
    private final double epsilon;
    private final BigInteger allowedCount;

    /// How a frontier was found.
    public enum Method {
        /// By eliminating one item after another.
        ELIMINATION,
        /// By trying all packages.
        ENUMERATION
    }

    /// Where points come from.
    interface Origins {
        /// Writes one level of every item.
        void trace(int point, int[] levels);

        /// Other packages with the same values as a point, lexicographic.
        List<int[]> ties(int point, int limit);
    }

    Frontier(
            PackageSpace space,
            Origins origins,
            int[] points,
            Method method,
            double epsilon,
            BigInteger allowedCount) {
        this.space = space;
        this.origins = origins;
        this.points = points;
        this.method = method;
        this.epsilon = epsilon;
        this.allowedCount = allowedCount;
        int dimensions = space.dimensionCount();
        this.values = new double[Math.multiplyExact(points.length, dimensions)];
        int[] levels = new int[space.itemCount()];
        for (int point = 0; point < points.length; point++) {
            origins.trace(points[point], levels);
            for (int k = 0; k < dimensions; k++) {
                values[point * dimensions + k] = space.value(k, levels);
            }
        }
    }

    /// How many points there are.
    ///
    /// @return 0 if no allowed package reaches the floors
    public int size() {
        return points.length;
    }

    /// What a point's package is worth: [PackageSpace#value] of [#levels].
    ///
    /// @param point the point, from 0
    /// @param dimension any dimension of the space
    /// @return the value
    public double value(int point, int dimension) {
        if (dimension < 0 || dimension >= space.dimensionCount()) {
            throw new IndexOutOfBoundsException(
                    "dimension %d of %d".formatted(dimension, space.dimensionCount()));
        }
        return values[point * space.dimensionCount() + dimension];
    }

    /// The package of a point.
    ///
    /// @param point the point, from 0
    /// @return one level of every item
    public int[] levels(int point) {
        int[] levels = new int[space.itemCount()];
        origins.trace(points[point], levels);
        return levels;
    }

    /// Other allowed packages at or above the floors whose values, rounded, are those of a point in
    /// every compared dimension.
    ///
    /// If there are very many, or the frontier is thinned, some may be missing: those given are
    /// then the first of the ones found.
    ///
    /// @param point the point, from 0
    /// @param limit the most to give
    /// @return the packages in lexicographic order of their levels
    public List<int[]> ties(int point, int limit) {
        return limit < 1 ? List.of() : origins.ties(points[point], limit);
    }

    /// How the frontier was found.
    ///
    /// @return the method
    public Method method() {
        return method;
    }

    /// How much may be missing.
    ///
    /// @return 0 if the frontier is exact; otherwise every allowed package that is at least this
    ///   share of each dimension's range above the floors is, in every compared dimension, at most
    ///   this share of the range better than some point
    public double epsilon() {
        return epsilon;
    }

    /// How many packages the exclusions allow, whatever their values.
    ///
    /// @return the exact number
    public BigInteger allowedCount() {
        return allowedCount;
    }
}
