// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class ParetoSearchPropertyTest {
    private static final FrontierLimits LIMITS = new FrontierLimits(100_000, 1_000_000, 2);

    @ParameterizedTest
    @Seeds(3000)
    void eliminationFindsWhatTheDefinitionSays(long seed) {
        check(seed, Frontier.Method.ELIMINATION);
    }

    @ParameterizedTest
    @Seeds(3000)
    void enumerationFindsWhatTheDefinitionSays(long seed) {
        check(seed, Frontier.Method.ENUMERATION);
    }

    private static void check(long seed, Frontier.Method method) {
        RandomSpace random = RandomSpace.of(seed, 300);
        BruteForce twin = new BruteForce(random);
        PackageSpace space = random.build();
        Frontier frontier =
                ParetoSearch.frontier(space, random.compared, random.floors, LIMITS, method);
        assertThat(frontier.epsilon()).isZero();
        assertThat(frontier.allowedCount()).isEqualTo(BigInteger.valueOf(twin.allowed));
        List<List<BigInteger>> vectors = new ArrayList<>();
        for (int point = 0; point < frontier.size(); point++) {
            int[] levels = frontier.levels(point);
            List<BigInteger> vector = twin.rounded(levels).subList(0, random.compared);
            vectors.add(vector);
            for (int k = 0; k < random.dimensions; k++) {
                assertThat(frontier.value(point, k)).isEqualTo(space.value(k, levels));
            }
            List<int[]> packages = new ArrayList<>(frontier.ties(point, 1000));
            assertThat(packages).isSortedAccordingTo(Arrays::compare);
            packages.add(levels);
            packages.sort(Arrays::compare);
            List<int[]> expected = twin.front.getOrDefault(vector, List.of());
            assertThat(packages.toArray(int[][]::new))
                    .isDeepEqualTo(expected.toArray(int[][]::new));
        }
        assertThat(vectors).containsExactlyElementsOf(twin.front.keySet());
    }

    @ParameterizedTest
    @Seeds(1500)
    void countsWhatReachesTheFloors(long seed) {
        RandomSpace random = RandomSpace.of(seed, 300);
        assertThat(PackageCount.atLeast(random.build(), random.floors, LIMITS))
                .isEqualTo(BigInteger.valueOf(new BruteForce(random).atLeast));
    }
}
