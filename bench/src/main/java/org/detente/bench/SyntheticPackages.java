// SPDX-License-Identifier: Apache-2.0
package org.detente.bench;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.math.Frontier;
import org.detente.math.FrontierLimits;
import org.detente.math.PackageSpace;
import org.detente.math.ParetoSearch;

/// Random package spaces of the shapes that `docs/performance.md` reports, all from seed 1; and the
/// time that one takes in a process of its own.
public final class SyntheticPackages {
    private static final int MOST_POINTS = 101;

    private SyntheticPackages() {}

    /// What is special about a space.
    public enum Shape {
        /// Two dimensions, 50 items of 4 levels, whole points from 0 to 100: 10^30 packages.
        TWO_BY_FIFTY(2, 50, 4),
        /// Three dimensions, 20 items of 4 levels, points uncorrelated.
        THREE_BY_TWENTY(3, 20, 4),
        /// Three dimensions, 20 items of 4 levels, points of a level adding up to 100.
        THREE_CONSTANT_SUM(3, 20, 4),
        /// Three dimensions, 40 items of 4 levels.
        THREE_BY_FORTY(3, 40, 4),
        /// Two dimensions, 7 items of 10 levels, 21 tables over three items in each dimension and
        /// three exclusions: elimination does not help.
        TWO_ENTANGLED(2, 7, 10),
        /// The same in three dimensions.
        THREE_ENTANGLED(3, 7, 10),
        /// Two dimensions, 6 items of 4 levels.
        SMALL(2, 6, 4);

        private final int dimensionCount;
        private final int itemCount;
        private final int levelCount;

        Shape(int dimensionCount, int itemCount, int levelCount) {
            this.dimensionCount = dimensionCount;
            this.itemCount = itemCount;
            this.levelCount = levelCount;
        }

        private boolean isEntangled() {
            return this == TWO_ENTANGLED || this == THREE_ENTANGLED;
        }
    }

    /// A space.
    ///
    /// @param shape its shape
    /// @return the same each time
    public static PackageSpace of(Shape shape) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        int[] radices = new int[shape.itemCount];
        Arrays.fill(radices, shape.levelCount);
        PackageSpace.Builder builder = PackageSpace.builder(radices, shape.dimensionCount);
        for (int item = 0; item < shape.itemCount; item++) {
            addItem(builder, shape, item, random);
        }
        if (shape.isEntangled()) {
            entangle(builder, shape, random);
        }
        return builder.build();
    }

    private static void addItem(
            PackageSpace.Builder builder, Shape shape, int item, RandomGenerator random) {
        double[][] points = new double[shape.dimensionCount][shape.levelCount];
        for (int level = 0; level < shape.levelCount; level++) {
            double left = MOST_POINTS - 1;
            for (int dimension = 0; dimension < shape.dimensionCount; dimension++) {
                boolean last = dimension == shape.dimensionCount - 1;
                if (shape != Shape.THREE_CONSTANT_SUM) {
                    points[dimension][level] = random.nextInt(MOST_POINTS);
                } else {
                    points[dimension][level] = last ? left : random.nextInt((int) left + 1);
                    left -= points[dimension][level];
                }
            }
        }
        for (int dimension = 0; dimension < shape.dimensionCount; dimension++) {
            builder.value(dimension, new int[] {item}, points[dimension]);
        }
    }

    private static void entangle(
            PackageSpace.Builder builder, Shape shape, RandomGenerator random) {
        int cells = shape.levelCount * shape.levelCount * shape.levelCount;
        for (int dimension = 0; dimension < shape.dimensionCount; dimension++) {
            for (int k = 0; k < 21; k++) {
                double[] points = new double[cells];
                for (int cell = 0; cell < cells; cell++) {
                    points[cell] = random.nextInt(3) == 0 ? random.nextInt(-30, 31) : 0;
                }
                builder.value(dimension, distinct(3, shape.itemCount, random), points);
            }
        }
        for (int k = 0; k < 3; k++) {
            BitSet excluded = new BitSet();
            for (int cell = 0; cell < shape.levelCount * shape.levelCount; cell++) {
                excluded.set(cell, random.nextInt(6) == 0);
            }
            builder.exclude(distinct(2, shape.itemCount, random), excluded);
        }
    }

    private static int[] distinct(int count, int itemCount, RandomGenerator random) {
        return random.ints(0, itemCount).distinct().limit(count).toArray();
    }

    /// The frontier of a space.
    ///
    /// @param space the space
    /// @param threadCount how many threads work
    /// @return the frontier over all dimensions, without floors
    public static Frontier frontier(PackageSpace space, int threadCount) {
        double[] floors = new double[space.dimensionCount()];
        Arrays.fill(floors, Double.NEGATIVE_INFINITY);
        return ParetoSearch.frontier(
                space,
                floors.length,
                floors,
                new FrontierLimits(
                        FrontierLimits.DEFAULT.maxFrontier(),
                        FrontierLimits.DEFAULT.maxCells(),
                        threadCount));
    }

    /// Finds one frontier and prints how long the process has run by then.
    ///
    /// @param arguments the shape
    public static void main(String[] arguments) {
        Shape shape = Shape.valueOf(arguments[0]);
        Frontier frontier = frontier(of(shape), Runtime.getRuntime().availableProcessors());
        long millis = java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime();
        System.out.printf(
                "%s: %d points, %s, %d ms since the process began%n",
                shape, frontier.size(), frontier.method(), millis);
    }
}
