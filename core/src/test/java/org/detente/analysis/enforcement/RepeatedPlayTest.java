// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.detente.analysis.enforcement.RepeatedPlay.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Closed forms, most of them on the prisoner's dilemma with 5 for betraying, 3 for cooperating and
/// 1 for mutual betrayal.
class RepeatedPlayTest {
    private static final double CLOSE = 1e-9;

    /// A breach that brings its points at once and is seen with the same chance in every step.
    private static Stream atOnce(double breach, double seen, double punished) {
        return new Stream(new double[] {breach}, new double[] {seen}, punished);
    }

    /// A breach that brings nothing new for some steps in which it can be seen.
    private static Stream afterBreakout(
            double kept, double breach, double seen, double punished, int steps) {
        double[] flow = new double[steps + 1];
        Arrays.fill(flow, kept);
        flow[steps] = breach;
        double[] chances = new double[steps + 1];
        Arrays.fill(chances, seen);
        return new Stream(flow, chances, punished);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "0.5, 0.6666666666666666", "0.25, 0.8", "0.1, 0.9090909090909091"})
    void theDilemmaNeedsMorePatienceTheWorseABreachIsSeen(double seen, double critical) {
        assertThat(RepeatedPlay.critical(3, atOnce(5, seen, 1), 0))
                .isCloseTo(critical, within(CLOSE));
    }

    @Test
    void aBreachIsWorthWhatItBringsUntilSeenAndThePunishmentAfter() {
        // W = ((1-d)B + dqP) / (1 - d(1-q)) = (0.2*5 + 0.8*0.5*1) / (1 - 0.8*0.5) = 1.4 / 0.6
        Stream breach = atOnce(5, 0.5, 1);
        assertThat(RepeatedPlay.breach(breach.flow(), breach.seen(), 1, 0.8))
                .isCloseTo(7.0 / 3, within(CLOSE));
        // never seen: what it brings for ever; always seen: once
        assertThat(RepeatedPlay.breach(new double[] {5}, new double[] {0}, 1, 0.8))
                .isCloseTo(5, within(CLOSE));
        assertThat(RepeatedPlay.breach(new double[] {5}, new double[] {1}, 1, 0.8))
                .isCloseTo(0.2 * 5 + 0.8 * 1, within(CLOSE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13})
    void delayTakesTheRootOfTheCriticalFactor(int delay) {
        // seen for certain after L steps: ((B-U)/(B-P))^(1/(L+1))
        double expected = Math.pow(2.0 / 4, 1.0 / (delay + 1));
        assertThat(RepeatedPlay.critical(3, atOnce(5, 1, 1).delayed(delay), 0))
                .isCloseTo(expected, within(CLOSE));
        assertThat(RepeatedPlay.critical(3, atOnce(5, 0.3, 1).watched(1, delay), 0))
                .isCloseTo(expected, within(CLOSE));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.7", "1, 0.7", "2, 0.7", "4, 0.35", "7, 0.9"})
    void delayMixesWhatABreachBringsWithItsUndelayedWorth(int delay, double patience) {
        Stream breach = atOnce(5, 0.4, 1);
        double undelayed = ((1 - patience) * 5 + patience * 0.4 * 1) / (1 - patience * (1 - 0.4));
        double part = Math.pow(patience, delay);
        Stream delayed = breach.delayed(delay);
        assertThat(RepeatedPlay.breach(delayed.flow(), delayed.seen(), 1, patience))
                .isCloseTo((1 - part) * 5 + part * undelayed, within(CLOSE));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0.5",
        "1, 0.1, 0.5555555555555556", // 2 / (0.9*2 + 0.9*2)
        "0.5, 0.1, 0.7692307692307692", // 2 / (0.9*2 + 0.4*2)
        "0.9, 0.4, 0.9090909090909091", // 2 / (0.6*2 + 0.5*2)
    })
    void falseAlarmsNeedMorePatience(double seen, double alarm, double critical) {
        assertThat(RepeatedPlay.critical(3, atOnce(5, seen, 1), alarm))
                .isCloseTo(critical, within(CLOSE));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.25", "0.5, 0.3", "0.5, 0.5", "0.2, 0.6"})
    void tooManyFalseAlarmsLeaveNothingToKeepFor(double seen, double alarm) {
        // (q-e)(U-P) = (q-e)*2 does not exceed e(B-U) = e*2
        assertThat(RepeatedPlay.critical(3, atOnce(5, seen, 1), alarm))
                .isEqualTo(RepeatedPlay.NEVER);
    }

    @Test
    void keepingIsWorthLessTheMoreFalseAlarmsThereAre() {
        // V = ((1-d)U + deP) / (1 - d(1-e)) = (0.5*3 + 0.5*0.2*1) / (1 - 0.5*0.8) = 1.6 / 0.6
        assertThat(RepeatedPlay.kept(3, 1, 0.2, 0.5)).isCloseTo(8.0 / 3, within(CLOSE));
        assertThat(RepeatedPlay.kept(3, 1, 0, 0.5)).isCloseTo(3, within(CLOSE));
        assertThat(RepeatedPlay.margin(3, atOnce(5, 1, 1), 0.2, 0.5))
                .isCloseTo(8.0 / 3 - 3, within(CLOSE));
    }

    @Test
    void theVerdictFlipsWithBreakoutTime() {
        // seen with 25 % a step, patience 0.5: W0 = 2.625/0.625 = 4.2,
        // W1 = 0.5*3 + 0.5*(0.25*1 + 0.75*4.2) = 3.2, W2 = 0.5*3 + 0.5*(0.25*1 + 0.75*3.2) = 2.825
        double[] worth = {4.2, 3.2, 2.825};
        for (int steps = 0; steps < worth.length; steps++) {
            Stream breach = afterBreakout(3, 5, 0.25, 1, steps);
            assertThat(RepeatedPlay.breach(breach.flow(), breach.seen(), 1, 0.5))
                    .isCloseTo(worth[steps], within(CLOSE));
            assertThat(RepeatedPlay.margin(3, breach, 0, 0.5))
                    .isCloseTo(3 - worth[steps], within(CLOSE));
        }
    }

    @Test
    void whatIsSeenForCertainBeforeItPaysNeverPays() {
        assertThat(RepeatedPlay.critical(3, afterBreakout(3, 5, 1, 1, 1), 0))
                .isEqualTo(RepeatedPlay.ALWAYS);
    }

    @Test
    void breakoutLowersTheCriticalFactor() {
        double[] critical = new double[4];
        for (int steps = 0; steps < critical.length; steps++) {
            critical[steps] = RepeatedPlay.critical(3, afterBreakout(3, 5, 0.25, 1, steps), 0);
        }
        assertThat(critical[0]).isCloseTo(0.8, within(CLOSE));
        // W1 = U: (1-d)3 + d(0.25 + 0.75 W0) = 3 with W0 = (5-4.75d)/(1-0.75d):
        // 0.75 W0 = 2.75, so 3.75 - 3.5625d = 2.75 - 2.0625d and d = 1/1.5
        assertThat(critical[1]).isCloseTo(2.0 / 3, within(CLOSE));
        // with two steps it pays only if W1 > 2.75/0.75, and W1 stays below 3.3
        assertThat(critical[2]).isEqualTo(RepeatedPlay.ALWAYS);
        assertThat(critical[3]).isEqualTo(RepeatedPlay.ALWAYS);
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "2, 1", "3, 3", "2, 3", "-4, -8"})
    void aBreachThatBringsNothingIsNeverMade(double breach, double punished) {
        for (double seen : new double[] {0, 0.4, 1}) {
            assertThat(RepeatedPlay.critical(3, atOnce(breach, seen, punished), 0))
                    .isEqualTo(RepeatedPlay.ALWAYS);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 3", "5, 4", "5, 5", "3.5, 8"})
    void aPunishmentThatDoesNotHurtKeepsNobody(double breach, double punished) {
        for (double seen : new double[] {0.1, 0.4, 1}) {
            assertThat(RepeatedPlay.critical(3, atOnce(breach, seen, punished), 0))
                    .isEqualTo(RepeatedPlay.NEVER);
        }
    }

    @Test
    void whatIsNeverSeenIsNeverGivenUp() {
        assertThat(RepeatedPlay.critical(3, atOnce(5, 0, 1), 0)).isEqualTo(RepeatedPlay.NEVER);
        assertThat(RepeatedPlay.critical(3, afterBreakout(3, 5, 0, 1, 3), 0))
                .isEqualTo(RepeatedPlay.NEVER);
    }
}
