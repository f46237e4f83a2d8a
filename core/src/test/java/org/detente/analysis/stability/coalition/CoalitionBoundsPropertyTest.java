// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import org.detente.analysis.stability.Concept;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// What a bound leaves of the answer, on random models.
class CoalitionBoundsPropertyTest {
    private static CoalitionResult solve(
            RandomModel model, List<List<Integer>> sets, List<Integer> asked, long steps) {
        return CoalitionPropertyTest.solve(
                model, sets, asked, new CoalitionLimits(steps, Long.MAX_VALUE), 1);
    }

    private static long anyNumber(RandomGenerator random) {
        return 1 + random.nextLong(1L << random.nextInt(3, 20));
    }

    @ParameterizedTest
    @Seeds(500)
    void movesFoundWithinATightBoundAreThoseFoundWithoutOne(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        RandomModel model = RandomModel.of(random, 60);
        List<List<Integer>> sets = Coalitions.all(model.space().moverCount());
        List<Integer> asked = model.feasible().stream().boxed().toList();
        CoalitionResult full = solve(model, sets, asked, 1L << 40);
        CoalitionResult cut = solve(model, sets, asked, anyNumber(random));
        for (CoalitionVerdict verdict : cut.verdicts()) {
            CoalitionVerdict whole = full.verdicts().get(sets.indexOf(verdict.members()));
            assertThat(whole.upsets()).containsAll(verdict.upsets());
            long decided = CoalitionVerdict.CONCEPTS.stream().filter(verdict::isDecided).count();
            assertThat(verdict.isComplete())
                    .isEqualTo(
                            decided == CoalitionVerdict.CONCEPTS.size()
                                    && verdict.upsets().size() == whole.upsets().size());
        }
    }

    @ParameterizedTest
    @Seeds(300)
    void eachCoalitionHasAnEqualShareOfTheBound(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        RandomModel model = RandomModel.of(random, 60);
        List<List<Integer>> sets = Coalitions.all(model.space().moverCount());
        long share = anyNumber(random);
        CoalitionResult together = solve(model, sets, List.of(), share * sets.size());
        for (List<Integer> set : sets) {
            CoalitionResult alone = solve(model, List.of(set), List.of(), share);
            List<CoalitionVerdict> verdicts =
                    together.verdicts().stream().filter(v -> v.members().equals(set)).toList();
            assertThat(verdicts).hasSameSizeAs(alone.verdicts());
            for (CoalitionVerdict verdict : verdicts) {
                assertThat(decided(verdict)).isEqualTo(decided(alone.verdicts().getFirst()));
            }
        }
    }

    private static List<Concept> decided(CoalitionVerdict verdict) {
        return CoalitionVerdict.CONCEPTS.stream().filter(verdict::isDecided).toList();
    }
}
