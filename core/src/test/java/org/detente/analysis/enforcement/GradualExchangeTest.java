// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Quantity;
import org.detente.model.Time;
import org.detente.model.Worth;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two parties hand over tranches of something that cannot be taken back: a unit is worth b to
/// whoever gets it and costs c, and once all is handed over both have a flow w that a breach loses.
/// With the last tranche s_N = dw/c and each before it s_k = (db/c) s_(k+1), nobody gains and
/// nobody loses by stopping at any step: all margins are 0.
///
/// The flow begins with the step after the last tranche, so that at the package it counts as dw.
class GradualExchangeTest {
    private static final double BENEFIT = 3;
    private static final double COST = 2;
    private static final double PATIENCE = 0.8;
    private static final double FLOW = 10;

    private static Figure exact(double value) {
        return new Figure(new Quantity.Exact(value, false), Basis.ASSUMED);
    }

    /// Tranches in the order in which they are handed over.
    private static double[] tranches(int count, double flow) {
        double[] sizes = new double[count];
        double next = PATIENCE * flow / COST;
        for (int k = count - 1; k >= 0; k--) {
            sizes[k] = next;
            next *= PATIENCE * BENEFIT / COST;
        }
        return sizes;
    }

    private static Case exchange(double[] sizes, double flow) {
        String[] levels = new String[sizes.length + 1];
        Arrays.setAll(levels, k -> "l" + k);
        SmallCase small = new SmallCase().party("a").party("b");
        for (String party : List.of("a", "b")) {
            small.option(party, "give", Option.Moves.UP, levels);
        }
        for (String party : List.of("a", "b")) {
            List<Worth> worths = new ArrayList<>();
            for (String owner : List.of("a", "b")) {
                double total = 0;
                List<Worth.LevelWorth> points = new ArrayList<>();
                for (int k = 0; k < sizes.length; k++) {
                    total += sizes[k];
                    points.add(
                            new Worth.LevelWorth(
                                    "l" + (k + 1),
                                    exact(owner.equals(party) ? -COST * total : BENEFIT * total)));
                }
                worths.add(new Worth.OfItem(new ItemRef.OptionRef(owner, "give"), points));
            }
            worths.add(
                    new Worth.OfCondition(
                            new Condition.And(
                                    List.of(
                                            SmallCase.at("a.give", "l" + sizes.length),
                                            SmallCase.at("b.give", "l" + sizes.length))),
                            exact(PATIENCE * flow)));
            small.prefers(party, new PreferencePart.Values(worths));
        }
        SequencedMap<String, Figure> fallback = new LinkedHashMap<>();
        fallback.put("a", exact(0));
        fallback.put("b", exact(0));
        small.agreement(
                new Agreement(
                        List.of("a", "b"),
                        List.of(
                                new ItemRef.OptionRef("a", "give"),
                                new ItemRef.OptionRef("b", "give")),
                        List.of(),
                        List.of(),
                        new Agreement.Beliefs(
                                new Fallback.Values(fallback),
                                new LinkedHashMap<>(),
                                null,
                                List.of(),
                                new LinkedHashMap<>()),
                        false,
                        new LinkedHashMap<>()));
        SequencedMap<String, Figure> patience = new LinkedHashMap<>();
        patience.put("a", exact(PATIENCE));
        patience.put("b", exact(PATIENCE));
        return HandMade.with(
                small.done(),
                new Time(
                        null,
                        null,
                        patience,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        List.of()));
    }

    /// The exchange with a search for the best order, and its positions after `now`, one tranche of
    /// both at a time.
    private record Exchange(PactTwin twin, Ground ground, List<Kept> kept, int count) {
        static Exchange of(double[] sizes, double flow) {
            PactTwin twin = new PactTwin(exchange(sizes, flow));
            Ground ground = twin.ground();
            int count = sizes.length;
            int state = twin.state(new int[] {count, count});
            return new Exchange(
                    twin, ground, new StandingTest(ground).of(state, new int[0]), count);
        }

        StepTwin steps() {
            return new StepTwin(
                    twin, ground, new int[] {count, count}, new int[0], new int[] {1, 1});
        }

        Plan plan() {
            return java.util.Objects.requireNonNull(
                    Plan.of(
                            ground,
                            twin.state(new int[] {count, count}),
                            kept,
                            new int[] {1, 1},
                            10_000));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void theTranchesOfTheFormulaLeaveEveryMarginAtNothing(int count) {
        Exchange exchange = Exchange.of(tranches(count, FLOW), FLOW);
        Lattice lattice =
                java.util.Objects.requireNonNull(
                        Lattice.between(
                                exchange.ground().space(),
                                exchange.ground().model().now(),
                                exchange.twin().state(new int[] {count, count}),
                                new int[] {1, 1},
                                10_000));
        StepGame game = new StepGame(exchange.ground(), lattice, exchange.kept());
        StepGame.Rest rest = game.end();
        for (int k = count - 1; k >= 0; k--) {
            int from = k * (count + 2);
            StepGame.Rest before = game.before(from, from + count + 2, rest);
            double flow = exchange.twin().plain.worth("a", new int[] {k, k}, null);
            for (int party = 0; party < 2; party++) {
                assertThat(before.value(party))
                        .isCloseTo(
                                (1 - PATIENCE) * flow + PATIENCE * rest.value(party), within(1e-9));
                assertThat(game.margin(party, from, from + count + 2, rest))
                        .isCloseTo(0, within(1e-9));
            }
            rest = before;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theSearchFindsAnOrderThatIsAtLeastAsGood(int count) {
        Exchange exchange = Exchange.of(tranches(count, FLOW), FLOW);
        StepTwin.Best best = exchange.steps().best();
        Plan plan = exchange.plan();

        assertThat(plan.smallestMargin()).isGreaterThan(-1e-9);
        assertThat(plan.smallestMargin()).isCloseTo(best.margin(), within(1e-9));
        assertThat(plan.isSafe()).isTrue();
        assertThat(plan.closedCount()).isEqualTo(-1);
    }

    @Test
    void aTrancheLargerThanTheFormulaAllowsIsNotHandedOver() {
        double[] sizes = tranches(1, FLOW);
        sizes[0] *= 1.01;
        assertThat(Exchange.of(sizes, FLOW).plan().isSafe()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13})
    void withoutAFlowToLoseNoNumberOfTranchesIsSafe(int count) {
        double[] sizes = new double[count];
        for (int k = 0; k < count; k++) {
            sizes[k] = Math.pow(COST / (PATIENCE * BENEFIT), k);
        }
        Plan plan = Exchange.of(sizes, 0).plan();

        assertThat(plan.exact()).isTrue();
        assertThat(plan.isSafe()).isFalse();
        assertThat(plan.smallestMargin()).isNegative();
        assertThat(plan.closedCount()).isGreaterThanOrEqualTo(0);
    }
}
