// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Small random spaces with floors, and what is needed to make changed copies of them.
final class RandomSpace {
    /// One table of a space: its dimension, or -1 for an exclusion.
    static final class Part {
        final int dimension;
        final int[] items;
        final double[] cells;
        final BitSet excluded;

        Part(int dimension, int[] items, double[] cells, BitSet excluded) {
            this.dimension = dimension;
            this.items = items;
            this.cells = cells;
            this.excluded = excluded;
        }
    }

    final int[] radices;
    final int dimensions;
    final int compared;
    final double[] floors;
    final List<Part> parts = new ArrayList<>();

    RandomSpace(int[] radices, int dimensions, int compared, double[] floors) {
        this.radices = radices;
        this.dimensions = dimensions;
        this.compared = compared;
        this.floors = floors;
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static RandomSpace of(long seed, int maxPackages) {
        RandomGenerator random = random(seed);
        int items = 1 + random.nextInt(7);
        int[] radices = new int[items];
        int product = 1;
        for (int k = 0; k < items; k++) {
            int room = Math.max(1, maxPackages / product);
            radices[k] = 1 + random.nextInt(Math.min(room, random.nextInt(8) == 0 ? 30 : 4));
            product *= radices[k];
        }
        int dimensions = 1 + random.nextInt(5);
        int compared = random.nextInt(3) == 0 ? 1 + random.nextInt(dimensions) : dimensions;
        RandomSpace space = new RandomSpace(radices, dimensions, compared, new double[dimensions]);
        for (int k = 0; k < dimensions; k++) {
            int style = random.nextInt(6);
            int tables = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(items + 2);
            for (int t = 0; t < tables; t++) {
                int[] scope = scope(random, items);
                double[] cells = new double[cellCount(radices, scope)];
                for (int c = 0; c < cells.length; c++) {
                    cells[c] = cell(random, style);
                }
                space.parts.add(new Part(k, scope, cells, new BitSet()));
            }
        }
        int exclusions = random.nextInt(4);
        for (int e = 0; e < exclusions; e++) {
            int[] scope = scope(random, items);
            BitSet excluded = new BitSet();
            for (int c = 0; c < cellCount(radices, scope); c++) {
                excluded.set(c, random.nextInt(4) == 0);
            }
            space.parts.add(new Part(-1, scope, new double[0], excluded));
        }
        space.chooseFloors(random);
        return space;
    }

    private static int[] scope(RandomGenerator random, int items) {
        int[] all = permutation(random, items);
        int size = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(Math.min(3, items));
        int[] scope = new int[size];
        System.arraycopy(all, 0, scope, 0, size);
        return scope;
    }

    static int[] permutation(RandomGenerator random, int size) {
        int[] all = new int[size];
        for (int k = 0; k < size; k++) {
            int other = random.nextInt(k + 1);
            all[k] = all[other];
            all[other] = k;
        }
        return all;
    }

    /// Numbers whose sums are noisy, beside whole ones.
    private static double cell(RandomGenerator random, int style) {
        return switch (style) {
            case 0 -> random.nextInt(-3, 8);
            case 1 -> random.nextInt(-20, 21) * 0.1;
            case 2 -> random.nextInt(-10, 11) / 3.0;
            case 3 -> random.nextInt(4) * 0.1 + random.nextInt(3) * 0.2;
            case 4 -> random.nextInt(1, 6) / 7.0 * 0.35;
            default -> random.nextInt(5) == 0 ? random.nextDouble() : random.nextInt(4) / 64.0;
        };
    }

    private void chooseFloors(RandomGenerator random) {
        PackageSpace space = build();
        for (int k = 0; k < dimensions; k++) {
            floors[k] = Double.NEGATIVE_INFINITY;
            if (k >= compared || random.nextInt(3) == 0) {
                int[] levels = new int[radices.length];
                for (int item = 0; item < levels.length; item++) {
                    levels[item] = random.nextInt(radices[item]);
                }
                // A floor that some package meets up to noise.
                floors[k] = space.value(k, levels) * (1 + random.nextInt(-1, 2) * 1e-15);
            }
        }
    }

    static int cellCount(int[] radices, int[] items) {
        int count = 1;
        for (int item : items) {
            count *= radices[item];
        }
        return count;
    }

    PackageSpace build() {
        PackageSpace.Builder builder = PackageSpace.builder(radices, dimensions);
        for (Part part : parts) {
            if (part.dimension < 0) {
                builder.exclude(part.items, part.excluded);
            } else {
                builder.value(part.dimension, part.items, part.cells);
            }
        }
        return builder.build();
    }
}
