// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.detente.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ParetoSearchLawsPropertyTest {
    private static final FrontierLimits LIMITS = new FrontierLimits(100_000, 10_000_000, 2);

    /// Whole points, so that scaled and permuted sums are exact; larger than brute force likes.
    private static RandomSpace whole(long seed, int items, int dimensions, boolean entangled) {
        RandomGenerator random = RandomSpace.random(seed);
        int[] radices = new int[items];
        for (int k = 0; k < items; k++) {
            radices[k] = 2 + random.nextInt(3);
        }
        double[] floors = new double[dimensions];
        Arrays.fill(floors, Double.NEGATIVE_INFINITY);
        RandomSpace space = new RandomSpace(radices, dimensions, dimensions, floors);
        for (int k = 0; k < dimensions; k++) {
            for (int t = 0; t < (entangled ? 2 * items : items); t++) {
                int[] scope =
                        entangled
                                ? Arrays.copyOf(RandomSpace.permutation(random, items), 3)
                                : new int[] {t};
                double[] cells = new double[RandomSpace.cellCount(radices, scope)];
                for (int c = 0; c < cells.length; c++) {
                    cells[c] = random.nextInt(-10, 41);
                }
                space.parts.add(new RandomSpace.Part(k, scope, cells, new BitSet()));
            }
        }
        int[] pair = Arrays.copyOf(RandomSpace.permutation(random, items), 2);
        BitSet excluded = new BitSet();
        excluded.set(random.nextInt(RandomSpace.cellCount(radices, pair)));
        space.parts.add(new RandomSpace.Part(-1, pair, new double[0], excluded));
        return space;
    }

    private static Frontier solve(RandomSpace space, FrontierLimits limits) {
        return ParetoSearch.frontier(space.build(), space.compared, space.floors, limits);
    }

    private static List<List<Double>> vectors(Frontier frontier, int dimensions) {
        List<List<Double>> vectors = new ArrayList<>();
        for (int point = 0; point < frontier.size(); point++) {
            List<Double> vector = new ArrayList<>();
            for (int k = 0; k < dimensions; k++) {
                vector.add(frontier.value(point, k));
            }
            vectors.add(vector);
        }
        return vectors;
    }

    @ParameterizedTest
    @Seeds(40)
    void bothMethodsAgreeOnTensOfThousandsOfPackages(long seed) {
        RandomSpace space = whole(seed, 9, 2 + (int) (seed % 3), seed % 2 == 0);
        Frontier eliminated =
                ParetoSearch.frontier(
                        space.build(),
                        space.compared,
                        space.floors,
                        LIMITS,
                        Frontier.Method.ELIMINATION);
        Frontier tried =
                ParetoSearch.frontier(
                        space.build(),
                        space.compared,
                        space.floors,
                        LIMITS,
                        Frontier.Method.ENUMERATION);
        assertThat(eliminated.method()).isEqualTo(Frontier.Method.ELIMINATION);
        assertThat(tried.method()).isEqualTo(Frontier.Method.ENUMERATION);
        assertThat(vectors(eliminated, space.dimensions))
                .isEqualTo(vectors(tried, space.dimensions));
        assertThat(eliminated.allowedCount()).isEqualTo(tried.allowedCount());
    }

    @ParameterizedTest
    @Seeds(40)
    void noPointDominatesAnother(long seed) {
        RandomSpace space = whole(seed, 8, 3, seed % 2 == 0);
        List<List<Double>> vectors = vectors(solve(space, LIMITS), 3);
        for (int one = 0; one < vectors.size(); one++) {
            for (int other = 0; other < vectors.size(); other++) {
                List<Double> a = vectors.get(one);
                List<Double> b = vectors.get(other);
                boolean covers = one != other;
                for (int k = 0; k < 3 && covers; k++) {
                    covers = a.get(k) >= b.get(k);
                }
                assertThat(covers).isFalse();
            }
        }
    }

    @ParameterizedTest
    @Seeds(20)
    void anyNumberOfThreadsGivesTheSamePackages(long seed) {
        RandomSpace space = whole(seed, 10, 3, true);
        List<int[]> one = levels(forcedEnumeration(space, 1));
        List<int[]> four = levels(forcedEnumeration(space, 4));
        assertThat(four.toArray(int[][]::new)).isDeepEqualTo(one.toArray(int[][]::new));
    }

    private static Frontier forcedEnumeration(RandomSpace space, int threads) {
        return ParetoSearch.frontier(
                space.build(),
                space.compared,
                space.floors,
                new FrontierLimits(100_000, 10_000_000, threads),
                Frontier.Method.ENUMERATION);
    }

    private static List<int[]> levels(Frontier frontier) {
        List<int[]> levels = new ArrayList<>();
        for (int point = 0; point < frontier.size(); point++) {
            levels.add(frontier.levels(point));
        }
        return levels;
    }

    @ParameterizedTest
    @Seeds(60)
    void orderOfTablesAndSignOfShiftChangeNothing(long seed) {
        RandomSpace space = whole(seed, 7, 3, seed % 2 == 0);
        RandomSpace changed = new RandomSpace(space.radices, 3, 3, space.floors.clone());
        changed.parts.addAll(space.parts);
        Collections.reverse(changed.parts);
        changed.parts.add(new RandomSpace.Part(1, new int[0], new double[] {-1000}, new BitSet()));
        List<List<Double>> expected = new ArrayList<>();
        for (List<Double> vector : vectors(solve(space, LIMITS), 3)) {
            expected.add(List.of(vector.get(0), vector.get(1) - 1000, vector.get(2)));
        }
        assertThat(vectors(solve(changed, LIMITS), 3)).isEqualTo(expected);
    }

    @ParameterizedTest
    @Seeds(60)
    void scalingADimensionKeepsTheChosenPackages(long seed) {
        RandomSpace space = whole(seed, 7, 2, seed % 2 == 0);
        RandomSpace scaled = new RandomSpace(space.radices, 2, 2, space.floors);
        for (RandomSpace.Part part : space.parts) {
            double factor = part.dimension == 0 ? 0.37 : 1;
            double[] cells = Arrays.stream(part.cells).map(cell -> cell * factor).toArray();
            scaled.parts.add(
                    new RandomSpace.Part(part.dimension, part.items, cells, part.excluded));
        }
        assertThat(levels(solve(scaled, LIMITS)).toArray(int[][]::new))
                .isDeepEqualTo(levels(solve(space, LIMITS)).toArray(int[][]::new));
    }

    @ParameterizedTest
    @Seeds(60)
    void aThinnedFrontierIsAsCloseAsItSays(long seed) {
        RandomSpace space = whole(seed, 9, 3, seed % 2 == 0);
        Frontier.Method method =
                seed % 3 == 0 ? Frontier.Method.ENUMERATION : Frontier.Method.ELIMINATION;
        Frontier exact = solve(space, LIMITS);
        Frontier thinned =
                ParetoSearch.frontier(
                        space.build(),
                        3,
                        space.floors,
                        new FrontierLimits(10, 10_000_000, 2),
                        method);
        assertThat(thinned.size()).isLessThanOrEqualTo(10);
        if (exact.size() > 10) {
            assertThat(thinned.epsilon()).isPositive();
        }
        double[] slack = new double[3];
        for (int k = 0; k < 3; k++) {
            slack[k] = thinned.epsilon() * range(space, k) + 1e-9;
        }
        List<List<Double>> kept = vectors(thinned, 3);
        for (List<Double> vector : vectors(exact, 3)) {
            assertThat(kept)
                    .anyMatch(near ->
                            near.get(0) >= vector.get(0) - slack[0]
                                    && near.get(1) >= vector.get(1) - slack[1]
                                    && near.get(2) >= vector.get(2) - slack[2]);
        }
    }

    private static double range(RandomSpace space, int dimension) {
        double range = 0;
        for (RandomSpace.Part part : space.parts) {
            if (part.dimension == dimension) {
                range +=
                        Arrays.stream(part.cells).max().orElseThrow()
                                - Arrays.stream(part.cells).min().orElseThrow();
            }
        }
        return range;
    }

    @Test
    void thousandsOfItemsAreNotTooDeep() {
        int count = 6_000;
        int[] radices = new int[count];
        Arrays.fill(radices, 2);
        PackageSpace.Builder builder = PackageSpace.builder(radices, 2);
        for (int item = 1; item < count; item++) {
            builder.value(0, new int[] {item}, new double[] {0, 1});
            builder.value(1, new int[] {item}, new double[] {0, 2});
        }
        Frontier frontier = ParetoSearch.frontier(builder.build(), 2, new double[2], LIMITS);
        assertThat(frontier.size()).isEqualTo(1);
        assertThat(frontier.value(0, 0)).isEqualTo(count - 1);
        // The first item is worth nothing to anybody: the one package without it is a tie.
        assertThat(frontier.ties(0, 10))
                .singleElement()
                .satisfies(other -> {
                    assertThat(other[0]).isNotEqualTo(frontier.levels(0)[0]);
                    assertThat(Arrays.stream(other).skip(1)).containsOnly(1);
                });
    }
}
