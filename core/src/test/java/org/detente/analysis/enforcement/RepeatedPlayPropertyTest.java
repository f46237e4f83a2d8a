// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.analysis.enforcement.RepeatedPlay.Stream;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class RepeatedPlayPropertyTest {
    private static final double NEARLY_NOTHING = 1e-13;
    private static final int RUNS = 4000;
    private static final MathContext DIGITS = new MathContext(400);

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// A situation in which somebody could breach: kept > punished, and the breach brings more.
    private record Situation(double kept, Stream breach, double alarm) {
        static Situation of(RandomGenerator random, boolean withAlarms) {
            double kept = random.nextDouble(-20, 20);
            double gain = random.nextDouble(0.5, 20);
            double loss = random.nextDouble(0.5, 20);
            int length = random.nextInt(1, 6);
            int breakout = random.nextInt(length);
            int delay = random.nextInt(length);
            double[] flow = new double[length];
            double[] seen = new double[length];
            double chance = random.nextDouble(0.05, 1);
            for (int step = 0; step < length; step++) {
                flow[step] = step < breakout ? kept : kept + gain;
                seen[step] = step < delay ? 0 : chance;
            }
            double alarm = withAlarms && random.nextBoolean() ? random.nextDouble(0, 0.1) : 0;
            return new Situation(kept, new Stream(flow, seen, kept - loss), alarm);
        }

        double critical() {
            return RepeatedPlay.critical(kept, breach, alarm);
        }

        Situation with(Stream other) {
            return new Situation(kept, other, alarm);
        }
    }

    private static double[] changed(double[] from, java.util.function.DoubleUnaryOperator by) {
        return Arrays.stream(from).map(by).toArray();
    }

    /// The expected discounted sum, step by step, from the words of the protocol.
    private static double summed(double[] flow, double[] seen, double punished, double patience) {
        double sum = 0;
        double unseen = 1;
        double weight = 1 - patience;
        for (int step = 0; weight > NEARLY_NOTHING; step++) {
            int at = Math.min(step, flow.length - 1);
            sum += weight * (unseen * flow[at] + (1 - unseen) * punished);
            unseen *= 1 - seen[at];
            weight *= patience;
        }
        return sum;
    }

    @ParameterizedTest
    @Seeds(500)
    void aBreachIsWorthItsExpectedDiscountedStream(long seed) {
        RandomGenerator random = random(seed);
        Situation situation = Situation.of(random, true);
        double patience = random.nextDouble(0.02, 0.96);
        Stream breach = situation.breach();
        double[] flow = changed(breach.flow(), f -> f + random.nextDouble(-5, 5));
        double[] seen = changed(breach.seen(), _ -> random.nextInt(5) / 4.0);
        double punished = breach.punished() + random.nextDouble(-20, 20);

        assertThat(RepeatedPlay.breach(flow, seen, punished, patience))
                .isCloseTo(summed(flow, seen, punished, patience), within(1e-9));
        double alarm = random.nextDouble();
        assertThat(RepeatedPlay.kept(situation.kept(), punished, alarm, patience))
                .isCloseTo(
                        summed(
                                new double[] {situation.kept()},
                                new double[] {alarm},
                                punished,
                                patience),
                        within(1e-9));
    }

    @ParameterizedTest
    @Seeds(60)
    void aBreachIsWorthWhatPlayingItOutBrings(long seed) {
        RandomGenerator random = random(seed);
        Situation situation = Situation.of(random, true);
        Stream breach = situation.breach();
        double patience = random.nextDouble(0.1, 0.9);
        double low = breach.punished();
        double high = low;
        for (double flow : breach.flow()) {
            low = Math.min(low, flow);
            high = Math.max(high, flow);
        }
        double sum = 0;
        for (int run = 0; run < RUNS; run++) {
            sum += played(breach, patience, random);
        }
        double deviation = (high - low) / 2 / Math.sqrt(RUNS);

        assertThat(RepeatedPlay.breach(breach.flow(), breach.seen(), breach.punished(), patience))
                .isCloseTo(sum / RUNS, within(5 * deviation));
    }

    /// One run of the protocol: points of the step, then detection is drawn.
    private static double played(Stream breach, double patience, RandomGenerator random) {
        double sum = 0;
        double weight = 1 - patience;
        boolean seen = false;
        for (int step = 0; weight > 1e-6; step++) {
            int at = Math.min(step, breach.flow().length - 1);
            sum += weight * (seen ? breach.punished() : breach.flow()[at]);
            seen |= random.nextDouble() < breach.seen()[at];
            weight *= patience;
        }
        return sum;
    }

    @ParameterizedTest
    @Seeds(300)
    void keepingPaysFromTheCriticalFactorOn(long seed) {
        RandomGenerator random = random(seed);
        Situation situation = Situation.of(random, true);
        double critical = situation.critical();
        double size = 1e-9;
        for (int k = 1; k < 500; k++) {
            double patience = k / 500.0;
            if (patience > critical + 1e-6) {
                assertThat(margin(situation, patience)).isGreaterThan(-size);
            }
        }
        if (critical == RepeatedPlay.NEVER) {
            assertThat(margin(situation, 1 - 1e-7)).isNegative();
        } else if (critical > 1e-4) {
            assertThat(margin(situation, critical - 1e-6)).isNegative();
            assertThat(margin(situation, critical + 1e-6)).isGreaterThan(-size);
        }
    }

    /// By the formula of one step and the words of the protocol before it.
    private static double margin(Situation situation, double patience) {
        Stream breach = situation.breach();
        double punished = breach.punished();
        double sum = 0;
        double unseen = 1;
        double weight = 1;
        int last = breach.flow().length - 1;
        for (int step = 0; step < last; step++) {
            sum +=
                    weight
                            * (1 - patience)
                            * (unseen * breach.flow()[step] + (1 - unseen) * punished);
            unseen *= 1 - breach.seen()[step];
            weight *= patience;
        }
        double seen = breach.seen()[last];
        double rest =
                ((1 - patience) * breach.flow()[last] + patience * seen * punished)
                        / (1 - patience * (1 - seen));
        double worth = sum + weight * (unseen * rest + (1 - unseen) * punished);
        double alarm = situation.alarm();
        double kept =
                ((1 - patience) * situation.kept() + patience * alarm * punished)
                        / (1 - patience * (1 - alarm));
        return kept - worth;
    }

    /// V − W in as many digits as it takes, with numbers as they are.
    private static BigDecimal exactly(Situation situation, double patience) {
        Stream breach = situation.breach();
        BigDecimal delta = exact(patience);
        BigDecimal punished = exact(breach.punished());
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal unseen = BigDecimal.ONE;
        BigDecimal weight = BigDecimal.ONE;
        int last = breach.flow().length - 1;
        for (int step = 0; step < last; step++) {
            BigDecimal points =
                    unseen.multiply(exact(breach.flow()[step]))
                            .add(BigDecimal.ONE.subtract(unseen).multiply(punished));
            sum = sum.add(weight.multiply(BigDecimal.ONE.subtract(delta)).multiply(points), DIGITS);
            unseen = unseen.multiply(BigDecimal.ONE.subtract(exact(breach.seen()[step])), DIGITS);
            weight = weight.multiply(delta, DIGITS);
        }
        BigDecimal rest = average(breach.flow()[last], punished, breach.seen()[last], delta);
        BigDecimal worth =
                sum.add(
                        weight.multiply(
                                unseen.multiply(rest)
                                        .add(BigDecimal.ONE.subtract(unseen).multiply(punished))),
                        DIGITS);
        return average(situation.kept(), punished, situation.alarm(), delta)
                .subtract(worth, DIGITS);
    }

    /// ((1−δ)x + δqP) / (1 − δ(1−q)).
    private static BigDecimal average(
            double points, BigDecimal punished, double seen, BigDecimal delta) {
        return BigDecimal.ONE
                .subtract(delta)
                .multiply(exact(points))
                .add(delta.multiply(exact(seen)).multiply(punished))
                .divide(
                        BigDecimal.ONE.subtract(
                                delta.multiply(BigDecimal.ONE.subtract(exact(seen)))),
                        DIGITS);
    }

    private static BigDecimal exact(double number) {
        return new BigDecimal(number);
    }

    /// A breach that takes long to bring anything while it can be seen, and little or nothing to
    /// lose by it.
    private static Situation slow(RandomGenerator random) {
        double kept = random.nextInt(-80, 80) / 4.0;
        double gain = random.nextInt(1, 80) / 4.0;
        int length = random.nextInt(2, 80);
        double[] flow = new double[length];
        double[] seen = new double[length];
        Arrays.fill(flow, kept);
        Arrays.fill(seen, random.nextInt(1, 16) / 16.0);
        flow[length - 1] = kept + gain;
        double loss = random.nextBoolean() ? 0 : Math.scalb(1.0, -random.nextInt(0, 30));
        double alarm = random.nextBoolean() ? random.nextInt(0, 8) / 64.0 : 0;
        return new Situation(kept, new Stream(flow, seen, kept - loss), alarm);
    }

    @ParameterizedTest
    @Seeds(400)
    void aMarginKeepsItsSignHoweverSmallItIs(long seed) {
        RandomGenerator random = random(seed);
        Situation situation = slow(random);
        double patience = random.nextInt(1, 64) / 64.0;
        RepeatedPlay.Balance balance =
                RepeatedPlay.balance(
                        situation.kept(), situation.breach(), situation.alarm(), patience);
        BigDecimal exact = exactly(situation, patience);

        assertThat(balance.weighed()).isGreaterThanOrEqualTo(Math.abs(balance.margin()));
        assertThat(balance.margin()).isCloseTo(exact.doubleValue(), within(1e-12));
        if (Math.abs(balance.margin()) > 1e-8 * balance.weighed()) {
            assertThat(balance.margin()).isCloseTo(exact.doubleValue(), withinPercentage(1e-4));
            assertThat(balance.keeps()).isEqualTo(exact.signum() >= 0);
        }
        if (situation.breach().punished() == situation.kept() && situation.alarm() == 0) {
            assertThat(balance.keeps()).isFalse();
        }
    }

    /// Where nothing is lost by being seen and something can be won before, no patience keeps
    /// anybody from it, however late it comes and whatever rounding does to the numbers.
    @ParameterizedTest
    @Seeds(200)
    void whatLosesNothingIsNeverGivenUp(long seed) {
        RandomGenerator random = random(seed);
        Situation slow = slow(random);
        double noise = random.nextInt(-8, 9) * Math.ulp(slow.kept());
        Situation situation =
                new Situation(
                        slow.kept(),
                        new Stream(slow.breach().flow(), slow.breach().seen(), slow.kept() + noise),
                        0);
        assertThat(situation.critical()).isEqualTo(RepeatedPlay.NEVER);
        double[] surely = slow.breach().seen().clone();
        surely[0] = 1;
        assertThat(
                        situation
                                .with(new Stream(slow.breach().flow(), surely, slow.kept() + noise))
                                .critical())
                .isEqualTo(RepeatedPlay.ALWAYS);
    }

    @ParameterizedTest
    @Seeds(300)
    void temptationRaisesTheCriticalFactor(long seed) {
        RandomGenerator random = random(seed);
        Situation situation = Situation.of(random, true);
        Stream breach = situation.breach();
        double more = random.nextDouble(0.01, 10);
        Stream larger =
                new Stream(
                        changed(breach.flow(), f -> f == situation.kept() ? f : f + more),
                        breach.seen(),
                        breach.punished());

        assertThat(situation.with(larger).critical())
                .isGreaterThanOrEqualTo(situation.critical() - 1e-9);
    }

    @ParameterizedTest
    @Seeds(300)
    void detectionLowersTheCriticalFactor(long seed) {
        RandomGenerator random = random(seed);
        Situation situation = Situation.of(random, true);
        Stream breach = situation.breach();
        double share = random.nextDouble();
        Stream surer =
                new Stream(
                        breach.flow(),
                        changed(breach.seen(), s -> s == 0 ? 0 : s + share * (1 - s)),
                        breach.punished());

        assertThat(situation.with(surer).critical())
                .isLessThanOrEqualTo(situation.critical() + 1e-9);
    }

    @ParameterizedTest
    @Seeds(300)
    void aLongerDelayNeverHelps(long seed) {
        RandomGenerator random = random(seed);
        Situation situation = Situation.of(random, true);
        double patience = random.nextDouble(0.05, 0.99);
        Situation before = situation;
        for (int delay = 1; delay < 8; delay++) {
            Situation after = situation.with(situation.breach().delayed(delay));
            assertThat(after.critical()).isGreaterThanOrEqualTo(before.critical() - 1e-9);
            assertThat(
                            RepeatedPlay.margin(
                                    situation.kept(), after.breach(), situation.alarm(), patience))
                    .isLessThanOrEqualTo(
                            RepeatedPlay.margin(
                                            situation.kept(),
                                            before.breach(),
                                            situation.alarm(),
                                            patience)
                                    + 1e-9);
            before = after;
        }
    }

    @ParameterizedTest
    @Seeds(300)
    void theScaleOfPointsDoesNotMatter(long seed) {
        RandomGenerator random = random(seed);
        Situation situation = Situation.of(random, true);
        double factor = Math.exp(random.nextDouble(-5, 5));
        double shift = random.nextDouble(-50, 50);
        Stream breach = situation.breach();
        Situation other =
                new Situation(
                        factor * situation.kept() + shift,
                        new Stream(
                                changed(breach.flow(), f -> factor * f + shift),
                                breach.seen(),
                                factor * breach.punished() + shift),
                        situation.alarm());
        double critical = situation.critical();

        if (Double.isInfinite(critical)) {
            assertThat(other.critical()).isEqualTo(critical);
        } else {
            assertThat(other.critical()).isCloseTo(critical, within(1e-7));
        }
    }
}
