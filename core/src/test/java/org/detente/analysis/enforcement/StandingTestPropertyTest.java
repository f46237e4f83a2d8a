// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.testing.RandomPact;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class StandingTestPropertyTest {
    private static final double CLOSE = 1e-7;
    private static final double SURELY = 1e-6;

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// What is done with one signatory at one package.
    private interface Look {
        void at(PactTwin twin, Ground ground, Kept kept, List<PactTwin.Breach> breaches);
    }

    private static void forSomePackages(long seed, int count, Look look) {
        RandomGenerator random = random(seed);
        PactTwin twin = new PactTwin(RandomPact.of(random));
        Ground ground = twin.ground();
        List<int[]> packages = twin.packages();
        for (int n = 0; n < count; n++) {
            int[] levels = packages.get(random.nextInt(packages.size()));
            int[] standing = twin.standing(levels);
            if (!twin.plain.feasible(standing)) {
                continue;
            }
            int[] terms = twin.terms(levels);
            for (Kept kept : new StandingTest(ground).of(twin.state(standing), terms)) {
                String id = ground.party(kept.party());
                assertThat(kept.kept())
                        .isCloseTo(twin.plain.worth(id, standing, terms), within(CLOSE));
                assertThat(kept.patience()).isEqualTo(twin.plain.patience(id));
                assertThat(kept.falseAlarm()).isCloseTo(twin.alarm(id), within(CLOSE));
                assertThat(kept.worth())
                        .isCloseTo(twin.complying(id, standing, terms), within(CLOSE));
                look.at(twin, ground, kept, twin.breaches(id, standing, terms));
            }
        }
    }

    @ParameterizedTest
    @Seeds(60)
    void theMarginIsWhatTheMostTemptingBreachLeaves(long seed) {
        forSomePackages(
                seed,
                6,
                (twin, ground, kept, breaches) -> {
                    if (breaches.isEmpty()) {
                        assertThat(kept.breach()).isNull();
                        assertThat(kept.holds()).isTrue();
                        assertThat(kept.critical()).isEqualTo(RepeatedPlay.ALWAYS);
                        assertThat(kept.margin()).isEqualTo(Kept.UNBREAKABLE);
                        assertThat(kept.worth()).isEqualTo(kept.kept());
                        return;
                    }
                    double least =
                            twin.smallest(
                                    breaches, kept.kept(), kept.falseAlarm(), kept.patience());
                    assertThat(kept.margin() * ground.scale(kept.party()))
                            .isCloseTo(least, within(CLOSE));
                    if (Math.abs(least) > SURELY) {
                        assertThat(kept.holds()).isEqualTo(least > 0);
                    }
                    Breaches.Breach reported = java.util.Objects.requireNonNull(kept.breach());
                    PactTwin.Breach own =
                            breaches.stream()
                                    .filter(b -> twin.state(b.to()) == reported.state())
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(
                                    own.margin(
                                            kept.kept(),
                                            kept.falseAlarm(),
                                            kept.patience(),
                                            own.seen()))
                            .isCloseTo(least, within(1e-6));
                    assertThat(kept.gain())
                            .isCloseTo(
                                    own.flow()[own.flow().length - 1] - kept.kept(), within(CLOSE));
                    assertThat(reported.punishment().points())
                            .isCloseTo(own.answer().points(), within(CLOSE));
                    assertThat(reported.punishment().credible()).isEqualTo(own.answer().credible());
                });
    }

    @ParameterizedTest
    @Seeds(60)
    void marginsAreSharesOfTheMostThatCouldBeGained(long seed) {
        PactTwin twin = new PactTwin(RandomPact.of(random(seed)));
        Ground ground = twin.ground();
        for (int party = 0; party < ground.partyCount(); party++) {
            double most = twin.scale(ground.party(party));
            if (most > SURELY) {
                assertThat(ground.scale(party)).isCloseTo(most, within(CLOSE));
            }
            assertThat(ground.scale(party)).isPositive();
        }
    }

    @ParameterizedTest
    @Seeds(60)
    void noTwoStatesLieFurtherApartThanAllThatIsAtStake(long seed) {
        PactTwin twin = new PactTwin(RandomPact.of(random(seed)));
        Ground ground = twin.ground();
        for (int party = 0; party < ground.partyCount(); party++) {
            String id = ground.party(party);
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int[] levels : twin.packages()) {
                for (int[] terms : new int[][] {twin.terms(levels), null}) {
                    double worth = twin.plain.worth(id, twin.standing(levels), terms);
                    least = Math.min(least, worth);
                    most = Math.max(most, worth);
                }
            }
            double span = ground.worths().span(party);
            assertThat(span).isGreaterThanOrEqualTo(most - least - CLOSE);
        }
    }

    @ParameterizedTest
    @Seeds(60)
    void fromTheCriticalFactorOnNoBreachPays(long seed) {
        forSomePackages(
                seed,
                4,
                (twin, _, kept, breaches) -> {
                    double critical = kept.critical();
                    for (int k = 1; k < 100; k++) {
                        double patience = k / 100.0;
                        if (patience > critical + SURELY) {
                            assertThat(
                                            twin.smallest(
                                                    breaches,
                                                    kept.kept(),
                                                    kept.falseAlarm(),
                                                    patience))
                                    .isGreaterThan(-CLOSE);
                        }
                    }
                    double below = critical == RepeatedPlay.NEVER ? 1 - 1e-7 : critical - SURELY;
                    if (critical != RepeatedPlay.ALWAYS && below > 0) {
                        assertThat(twin.smallest(breaches, kept.kept(), kept.falseAlarm(), below))
                                .isNegative();
                    }
                });
    }

    /// Whether no breach pays if every breach is seen with the same chance after its delay.
    private static boolean holds(Kept kept, List<PactTwin.Breach> breaches, double chance) {
        for (PactTwin.Breach breach : breaches) {
            double[] chances = new double[breach.delay() + 1];
            chances[breach.delay()] = chance;
            double margin = breach.margin(kept.kept(), kept.falseAlarm(), kept.patience(), chances);
            if (margin < -CLOSE) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @Seeds(60)
    void noLesserChanceOfDetectionWouldHoldIt(long seed) {
        forSomePackages(
                seed,
                6,
                (_, _, kept, breaches) -> {
                    double least = kept.leastDetection();
                    for (int k = 0; k <= 64; k++) {
                        double chance = k / 64.0;
                        if (chance < least - SURELY) {
                            assertThat(holds(kept, breaches, chance)).isFalse();
                        }
                    }
                    if (least <= 1) {
                        assertThat(holds(kept, breaches, least)).isTrue();
                    }
                });
    }

    @ParameterizedTest
    @Seeds(40)
    void oneStepMoreThanTheLongestDelayAndItWouldNotHold(long seed) {
        forSomePackages(
                seed,
                4,
                (_, _, kept, breaches) -> {
                    int delay = 0;
                    while (delay <= StandingTest.MOST_DELAY && survives(kept, breaches, delay)) {
                        delay++;
                    }
                    int expected = delay > StandingTest.MOST_DELAY ? Kept.ANY_DELAY : delay - 1;
                    assertThat(kept.longestDelay()).isEqualTo(expected);
                });
    }

    private static boolean survives(Kept kept, List<PactTwin.Breach> breaches, int delay) {
        for (PactTwin.Breach breach : breaches) {
            int length = Math.max(delay + 1, breach.seen().length);
            double[] chances = Arrays.copyOf(breach.seen(), length);
            Arrays.fill(chances, breach.seen().length, length, last(breach.seen()));
            Arrays.fill(chances, 0, delay, 0);
            double margin = breach.margin(kept.kept(), kept.falseAlarm(), kept.patience(), chances);
            if (margin < -1e-9 * Math.max(1, Math.abs(kept.kept()))) {
                return false;
            }
        }
        return true;
    }

    private static double last(double[] numbers) {
        return numbers[numbers.length - 1];
    }

    @ParameterizedTest
    @Seeds(40)
    void theQuickVerdictIsTheFullOne(long seed) {
        RandomGenerator random = random(seed);
        PactTwin twin = new PactTwin(RandomPact.of(random));
        Ground ground = twin.ground();
        List<int[]> packages = new ArrayList<>(twin.packages());
        for (int n = 0; n < 6; n++) {
            int[] levels = packages.get(random.nextInt(packages.size()));
            int state = twin.state(twin.standing(levels));
            StandingTest test = new StandingTest(ground);
            List<Kept> full = test.of(state, twin.terms(levels));
            EnforcementFindings.Standing quick = test.standing(state, twin.terms(levels));
            double least = full.stream().mapToDouble(Kept::margin).min().orElseThrow();

            assertThat(quick.holds()).isEqualTo(full.stream().allMatch(Kept::holds));
            assertThat(quick.margin()).isCloseTo(least, within(CLOSE));
            if (least == Kept.UNBREAKABLE) {
                assertThat(quick.weakest()).isEqualTo(-1);
            } else {
                assertThat(full.get(quick.weakest()).margin()).isCloseTo(least, within(CLOSE));
            }
            assertThat(EnforcementFindings.Standing.of(full).weakest()).isEqualTo(quick.weakest());
        }
    }
}
