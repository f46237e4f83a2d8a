// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The frontier from its definition: all packages, every pair compared. Values are sums of exact
/// decimals, rounded to 1e-9 of the range.
final class BruteForce {
    /// The undominated rounded value vectors, each with all its packages in lexicographic order.
    final SortedMap<List<BigInteger>, List<int[]>> front =
            new TreeMap<>(BruteForce::compareLexicographically);

    long allowed;
    long atLeast;
    final RandomSpace space;
    final BigDecimal[] quanta;

    BruteForce(RandomSpace space) {
        this.space = space;
        this.quanta = new BigDecimal[space.dimensions];
        @Nullable BigInteger[] floors = new @Nullable BigInteger[space.dimensions];
        for (int k = 0; k < quanta.length; k++) {
            quanta[k] = quantum(k);
            floors[k] =
                    Double.isInfinite(space.floors[k])
                            ? null
                            : round(BigDecimal.valueOf(space.floors[k]).subtract(base(k)), k);
        }
        PackageSpace built = space.build();
        SortedMap<List<BigInteger>, List<int[]>> vectors =
                new TreeMap<>(BruteForce::compareLexicographically);
        for (int[] levels : allLevels(space.radices)) {
            if (!built.allows(levels)) {
                continue;
            }
            allowed++;
            List<BigInteger> rounded = rounded(levels);
            boolean reaches = true;
            for (int k = 0; k < floors.length; k++) {
                BigInteger floor = floors[k];
                reaches &= floor == null || rounded.get(k).compareTo(floor) >= 0;
            }
            if (reaches) {
                atLeast++;
                vectors.computeIfAbsent(rounded.subList(0, space.compared), _ -> new ArrayList<>())
                        .add(levels);
            }
        }
        vectors.forEach((vector, packages) -> {
            if (vectors.keySet().stream().noneMatch(other -> dominates(other, vector))) {
                front.put(vector, packages);
            }
        });
    }

    static boolean dominates(List<BigInteger> a, List<BigInteger> b) {
        for (int k = 0; k < a.size(); k++) {
            if (a.get(k).compareTo(b.get(k)) < 0) {
                return false;
            }
        }
        return !a.equals(b);
    }

    List<BigInteger> rounded(int[] levels) {
        List<BigInteger> rounded = new ArrayList<>();
        for (int k = 0; k < space.dimensions; k++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (RandomSpace.Part part : space.parts) {
                if (part.dimension == k) {
                    sum = sum.add(BigDecimal.valueOf(part.cells[cell(part.items, levels)]));
                }
            }
            rounded.add(round(sum.subtract(base(k)), k));
        }
        return rounded;
    }

    private int cell(int[] items, int[] levels) {
        int cell = 0;
        for (int k = items.length - 1; k >= 0; k--) {
            cell = cell * space.radices[items[k]] + levels[items[k]];
        }
        return cell;
    }

    private BigDecimal base(int dimension) {
        return space.parts.stream()
                .filter(part -> part.dimension == dimension)
                .map(part -> BigDecimal.valueOf(Arrays.stream(part.cells).min().orElseThrow()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal quantum(int dimension) {
        double range = 0;
        for (RandomSpace.Part part : space.parts) {
            if (part.dimension == dimension) {
                range +=
                        Arrays.stream(part.cells).max().orElseThrow()
                                - Arrays.stream(part.cells).min().orElseThrow();
            }
        }
        int exponent = range == 0 ? 0 : (int) Math.floor(Math.log10(range) + 1e-9);
        return BigDecimal.ONE.scaleByPowerOfTen(exponent - 9);
    }

    private BigInteger round(BigDecimal value, int dimension) {
        return value.divide(quanta[dimension], 0, RoundingMode.HALF_UP).toBigIntegerExact();
    }

    static List<int[]> allLevels(int[] radices) {
        List<int[]> all = new ArrayList<>();
        int[] levels = new int[radices.length];
        while (true) {
            all.add(levels.clone());
            int item = radices.length - 1;
            while (item >= 0 && ++levels[item] == radices[item]) {
                levels[item--] = 0;
            }
            if (item < 0) {
                return all;
            }
        }
    }

    private static int compareLexicographically(List<BigInteger> a, List<BigInteger> b) {
        for (int k = 0; k < a.size(); k++) {
            int order = b.get(k).compareTo(a.get(k));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
