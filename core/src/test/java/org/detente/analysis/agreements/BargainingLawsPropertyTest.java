// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.detente.analysis.agreements.Solved.Solution;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.math.FrontierLimits;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// What must hold of bargaining solutions whatever the numbers.
class BargainingLawsPropertyTest {
    private static final int TERM_COUNT = 4;

    /// Points of each party by term and level, and fallbacks.
    private static final class Problem {
        private final double[][][] points;
        private final double[] fallback;

        private Problem(double[][][] points, double[] fallback) {
            this.points = points;
            this.fallback = fallback;
        }

        static Problem random(long seed, int partyCount) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            double[][][] points = new double[partyCount][TERM_COUNT][];
            for (int term = 0; term < TERM_COUNT; term++) {
                int levels = random.nextInt(2, 5);
                for (double[][] own : points) {
                    own[term] = random.ints(levels, -20, 40).asDoubleStream().toArray();
                }
            }
            double[] fallback = random.ints(partyCount, -30, 40).asDoubleStream().toArray();
            return new Problem(points, fallback);
        }

        /// One party's points times a factor and moved, and its fallback with them.
        Problem rescaled(int party, double factor, double shift) {
            double[][][] changed = copy();
            for (double[] levels : changed[party]) {
                for (int level = 0; level < levels.length; level++) {
                    levels[level] = factor * levels[level] + shift / TERM_COUNT;
                }
            }
            double[] moved = fallback.clone();
            moved[party] = factor * moved[party] + shift;
            return new Problem(changed, moved);
        }

        /// One more level of the first term, worse than its first level for everybody.
        Problem withWorseLevel() {
            double[][][] changed = copy();
            for (double[][] own : changed) {
                own[0] = Arrays.copyOf(own[0], own[0].length + 1);
                own[0][own[0].length - 1] = own[0][0] - 1;
            }
            return new Problem(changed, fallback);
        }

        Problem withFallback(int party, double worth) {
            double[] moved = fallback.clone();
            moved[party] = worth;
            return new Problem(points, moved);
        }

        private double[][][] copy() {
            double[][][] copy = new double[points.length][][];
            for (int party = 0; party < copy.length; party++) {
                copy[party] =
                        Arrays.stream(points[party]).map(double[]::clone).toArray(double[][]::new);
            }
            return copy;
        }

        Solved solved() {
            Deal deal = new Deal();
            String[] ids =
                    IntStream.range(0, points.length).mapToObj(k -> "p" + k).toArray(String[]::new);
            deal.signatories(ids);
            for (int term = 0; term < TERM_COUNT; term++) {
                double[][] byParty = new double[points.length][];
                for (int party = 0; party < byParty.length; party++) {
                    byParty[party] = points[party][term];
                }
                deal.term("t" + term, byParty);
            }
            for (int party = 0; party < ids.length; party++) {
                deal.fallback(ids[party], fallback[party]);
            }
            AgreementForm form = AgreementForm.of(CompiledCase.of(deal.done(), 1 << 20));
            return Solved.of("law", form, FrontierLimits.DEFAULT, false, false);
        }
    }

    private static List<List<Integer>> packages(Solved solved, Solution solution) {
        int[] zone = solved.bargain().zone();
        return solved.solutions().get(solution).stream()
                .map(index -> Levels.list(solved.bargain().frontier().levels(zone[index])))
                .toList();
    }

    @ParameterizedTest
    @Seeds(400)
    void rescalingAPartysPointsChangesNoPackage(long seed) {
        Problem problem = Problem.random(seed, 2 + (int) (seed % 2));
        Solved before = problem.solved();
        Solved after = problem.rescaled(1, 4, 64).solved();

        assertThat(after.isOpen()).isEqualTo(before.isOpen());
        for (Solution solution : List.of(Solution.NASH, Solution.KALAI_SMORODINSKY)) {
            assertThat(packages(after, solution))
                    .containsExactlyInAnyOrderElementsOf(packages(before, solution));
        }
    }

    @ParameterizedTest
    @Seeds(400)
    void levelThatIsWorseForAllChangesNothing(long seed) {
        Problem problem = Problem.random(seed, 2 + (int) (seed % 2));
        Solved before = problem.solved();
        Solved after = problem.withWorseLevel().solved();

        assertThat(after.gains().packageCount()).isEqualTo(before.gains().packageCount());
        for (Solution solution : List.of(Solution.NASH, Solution.KALAI_SMORODINSKY)) {
            assertThat(packages(after, solution))
                    .containsExactlyInAnyOrderElementsOf(packages(before, solution));
        }
    }

    /// For two parties: whoever has a worse fallback never leaves the other with less.
    @ParameterizedTest
    @Seeds(400)
    void worseFallbackNeverLowersTheOthersNashGain(long seed) {
        Problem problem = Problem.random(seed, 2);
        Solved before = problem.solved();
        Solved after = problem.withFallback(0, problem.fallback[0] - 1 - seed % 30).solved();

        if (before.isOpen()) {
            assertThat(after.isOpen()).isTrue();
            assertThat(mostOf(after)).isGreaterThanOrEqualTo(mostOf(before) - 1e-9);
        }
    }

    /// The most the second party gets among the Nash packages.
    private static double mostOf(Solved solved) {
        return solved.solutions().get(Solution.NASH).stream()
                .mapToDouble(index -> solved.gains().gain(index, 1))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @Seeds(200)
    void otherBeliefsOnTheSameFrontierAreAsIfSolvedAnew(long seed) {
        Problem problem = Problem.random(seed, 3);
        Problem moved = problem.withFallback(2, problem.fallback[2] - 7);
        Solved anew = moved.solved();
        Solved reused =
                Solved.of(
                        "reused",
                        problem.solved()
                                .bargain()
                                .withBeliefs(anew.form(), FrontierLimits.DEFAULT));

        assertThat(reused.gains().packageCount()).isEqualTo(anew.gains().packageCount());
        assertThat(packages(reused, Solution.NASH)).isEqualTo(packages(anew, Solution.NASH));
        for (int party = 0; party < 3; party++) {
            assertThat(reused.gains().ideal(party))
                    .isCloseTo(anew.gains().ideal(party), within(1e-9));
        }
    }
}
