// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.detente.testing.SmallCase.at;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.order;
import static org.detente.testing.SmallCase.set;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.detente.model.Agreement;
import org.detente.model.Assumption;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Lottery;
import org.detente.model.ModelError;
import org.detente.model.Option.Moves;
import org.detente.model.Outcome;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Quantity;
import org.detente.model.Worth;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class CompiledCaseTest {
    private static SmallCase twoParties() {
        return new SmallCase()
                .party("a")
                .party("b")
                .option("a", "x", Moves.BOTH, "low", "mid", "high")
                .option("b", "y", Moves.BOTH);
    }

    private static Figure exact(double value) {
        return new Figure(new Quantity.Exact(value, false), Basis.ASSUMED);
    }

    private static Figure range(double low, double high) {
        return new Figure(new Quantity.Uniform(low, high, false), Basis.ASSUMED);
    }

    @Test
    void numbersStatesWithTheFirstOptionLeastSignificant() {
        CompiledCase model = twoParties().now(set("a.x", "high")).now(set("b.y", "yes")).compiled();
        assertThat(model.space().product()).isEqualTo(6);
        assertThat(model.now()).isEqualTo(5);
        assertThat(model.where(at("a.x", "mid")).stream()).containsExactly(1, 4);
    }

    @Test
    void whatIsDerivedMayAskForAnyNumberOfOtherKinds() {
        CompiledCase model = twoParties().compiled();
        List<Object> things =
                List.of(
                        "text",
                        1,
                        1L,
                        1f,
                        1d,
                        (short) 1,
                        (byte) 1,
                        'a',
                        true,
                        new java.util.concurrent.atomic.AtomicInteger(),
                        new java.util.ArrayList<String>(),
                        new java.util.ArrayDeque<String>(),
                        new java.util.HashMap<String, String>(),
                        new java.util.TreeMap<String, String>(),
                        new java.util.HashSet<String>(),
                        new java.util.TreeSet<String>(),
                        new java.util.BitSet(),
                        java.math.BigInteger.ONE,
                        java.math.BigDecimal.ONE,
                        new Object());
        assertThat(derived(model, things, things.size() - 1)).isSameAs(things.getLast());
        for (Object thing : things) {
            assertThat(model.<Object>derived(of(thing), Object::new)).isSameAs(thing);
        }
    }

    private static Object derived(CompiledCase model, List<Object> things, int index) {
        return model.<Object>derived(
                of(things.get(index)),
                () -> {
                    if (index > 0) {
                        derived(model, things, index - 1);
                    }
                    return things.get(index);
                });
    }

    @SuppressWarnings("unchecked") // an object is of its own class
    private static Class<Object> of(Object thing) {
        return (Class<Object>) thing.getClass();
    }

    @Test
    void refusesAProductOverTheLimitAndSaysTheMemoryItWouldTake() {
        SmallCase large = new SmallCase().party("a");
        for (int i = 0; i < 40; i++) {
            large.option("a", "o" + i, Moves.BOTH);
        }
        assertThatThrownBy(() -> CompiledCase.of(large.done(), 1L << 27))
                .isInstanceOf(ModelError.class)
                .hasMessageContaining("about 1.10e+12 states")
                .hasMessageContaining("134,217,728")
                .hasMessageContaining("TB of memory");
    }

    @Test
    void refusesRulesThatLeaveNothing() {
        SmallCase empty =
                twoParties().rule("r", holds("b.y")).rule("s", new Condition.Not(holds("b.y")));
        assertThatThrownBy(empty::compiled)
                .isInstanceOf(ModelError.class)
                .hasMessageContaining("the rules leave no state at all");
    }

    @Test
    void refusesAStatusQuoThatBreaksARule() {
        assertThatThrownBy(() -> twoParties().rule("r", at("a.x", "low")).compiled())
                .isInstanceOf(ModelError.class)
                .hasMessageContaining("breaks the rule 'r'");
    }

    @Test
    void refusesToMergeStatesThatSomebodyTellsApart() {
        SmallCase merged =
                new SmallCase()
                        .party("a")
                        .party("b")
                        .option("a", "stop", Moves.UP)
                        .option("b", "y", Moves.BOTH)
                        .same(holds("a.stop"));
        CompiledCase model = merged.compiled();
        assertThat(model.same().shown().stream()).containsExactly(0, 1, 2);
        assertThat(model.same().shownAs(3)).isEqualTo(1);
        assertThatThrownBy(() -> merged.prefers("b", order(holds("b.y"))).compiled())
                .isInstanceOf(ModelError.class)
                .hasMessageContaining("not indifferent");
    }

    @Test
    void refusesToMergeStatesThatSomebodyCanLeave() {
        assertThatThrownBy(() -> twoParties().same(holds("b.y")).compiled())
                .isInstanceOf(ModelError.class)
                .hasMessageContaining("can leave them");
    }

    @Test
    void readsARankingWithTies() {
        CompiledCase model =
                twoParties()
                        .prefers(
                                "a",
                                new Ranking(
                                        List.of(List.of(5), List.of(0, 3), List.of(1, 2, 4)),
                                        Basis.ASSUMED))
                        .compiled();
        assertThat(model.ranks(0).rank(5)).isEqualTo(2);
        assertThat(model.ranks(0).rank(3)).isEqualTo(model.ranks(0).rank(0)).isEqualTo(1);
        assertThat(model.ranks(1).levelCount()).isEqualTo(1);
    }

    @Test
    void namesEveryMistakeInARanking() {
        SmallCase wrong =
                twoParties()
                        .prefers(
                                "a",
                                new Ranking(List.of(List.of(5, 5), List.of(9)), Basis.ASSUMED));
        assertThatThrownBy(wrong::compiled)
                .isInstanceOfSatisfying(
                        ModelError.class,
                        error ->
                                assertThat(error.problems().stream().map(p -> p.fact()))
                                        .containsExactly(
                                                "state 5 is named twice",
                                                "9 is no feasible state of this case",
                                                "5 of 6 feasible states are missing: 0, 1, 2, 3, 4"));
    }

    @Test
    void ranksByPointsAndMovesOneFactorAtATime() {
        Values values =
                new Values(
                        List.of(
                                new Worth.OfItem(
                                        new ItemRef.OptionRef("a", "x"),
                                        List.of(
                                                new Worth.LevelWorth("mid", range(1, 3)),
                                                new Worth.LevelWorth("high", exact(2.5)))),
                                new Worth.OfCondition(
                                        holds("b.y"),
                                        new Figure(
                                                new Quantity.Named("cost", true), Basis.ASSUMED))));
        CompiledCase model =
                twoParties()
                        .assumption(new Assumption("cost", null, range(0, 4)))
                        .prefers("a", values)
                        .compiled();
        assertThat(model.ordinalFactors().stream().map(Factor::path))
                .containsExactly("preferences.a.values.a.x.mid", "assumptions.cost");
        assertThat(model.ranks(0).rank(2)).isGreaterThan(model.ranks(0).rank(1));
        CompiledCase high = model.at(model.ordinalFactors().get(0), Factor.Position.HIGH);
        assertThat(high.ranks(0).rank(1)).isGreaterThan(high.ranks(0).rank(2));
        CompiledCase free = model.at(model.ordinalFactors().get(1), Factor.Position.LOW);
        assertThat(free.ranks(0).rank(3)).isEqualTo(free.ranks(0).rank(0));
        assertThat(model.ranks(0).rank(3)).isLessThan(model.ranks(0).rank(0));
    }

    @Test
    void standsForTheNearestReachableState() {
        CompiledCase model =
                twoParties()
                        .outcome("up", at("a.x", "high"))
                        .outcome("exact", holds("b.y"), set("b.y", "yes"), set("a.x", "mid"))
                        .otherwise("rest")
                        .compiled();
        List<Outcome> outcomes = model.source().outcomes();
        assertThat(model.pointOf(outcomes.get(0))).isEqualTo(new OutcomePoint(2, 1));
        assertThat(model.pointOf(outcomes.get(1))).isEqualTo(new OutcomePoint(4, 1));
        assertThat(model.pointOf(outcomes.get(2))).isEqualTo(new OutcomePoint(0, 1));
        assertThat(model.statesOf(outcomes.get(2)).stream()).containsExactly(0, 1);
    }

    @Test
    void findsNoPointWhereNothingLeads() {
        CompiledCase model =
                new SmallCase()
                        .party("a")
                        .option("a", "x", Moves.UP)
                        .now(set("a.x", "yes"))
                        .outcome("undone", new Condition.Not(holds("a.x")))
                        .compiled();
        assertThat(model.pointOf(model.source().outcomes().getFirst())).isNull();
    }

    @Test
    void refusesOverlappingOutcomesInALottery() {
        SequencedMap<String, Figure> none = new LinkedHashMap<>();
        Agreement agreement =
                new Agreement(
                        List.of("a", "b"),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Agreement.Beliefs(
                                new Fallback.Shared(
                                        new Lottery(
                                                List.of(
                                                        new Lottery.Chance("one", exact(0.5)),
                                                        new Lottery.Chance("two", null)))),
                                none,
                                null,
                                List.of(),
                                none),
                        false,
                        new LinkedHashMap<>());
        SmallCase overlapping =
                twoParties()
                        .outcome("one", at("a.x", "mid"), set("a.x", "mid"))
                        .outcome("two", holds("b.y"), set("b.y", "yes"))
                        .agreement(agreement);
        assertThatThrownBy(overlapping::compiled)
                .isInstanceOf(ModelError.class)
                .hasMessageContaining("the outcomes one and two overlap, in state 4");
    }

    @ParameterizedTest
    @Seeds(100)
    void countsPairsThatOrderAndPointsJudgeDifferently(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        SmallCase mixed = new SmallCase().party("a");
        List<Condition> conditions = new ArrayList<>();
        List<Worth> worths = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            mixed.option("a", "o" + i, Moves.BOTH);
            if (random.nextBoolean()) {
                conditions.add(holds("a.o" + random.nextInt(i + 1)));
            }
            worths.add(new Worth.OfCondition(holds("a.o" + i), exact(random.nextInt(-3, 4))));
        }
        CompiledCase model =
                mixed.prefers("a", order(conditions.toArray(Condition[]::new)), new Values(worths))
                        .compiled();
        double[] points =
                Points.ofStates(
                        "a",
                        new Values(worths),
                        model.space(),
                        new Conditions(model.space(), model.source()),
                        new Quantities(model.source(), "", Factor.Position.CENTRE));
        long opposed = 0;
        long halfTied = 0;
        for (int s = 0; s < 16; s++) {
            for (int t = s + 1; t < 16; t++) {
                int byOrder = Integer.compare(model.ranks(0).rank(s), model.ranks(0).rank(t));
                int byPoints = Double.compare(points[s], points[t]);
                opposed += byOrder * byPoints < 0 ? 1 : 0;
                halfTied += (byOrder == 0) != (byPoints == 0) ? 1 : 0;
            }
        }
        Disagreement found = model.disagreements().getFirst();
        assertThat(found.pairCount()).isEqualTo(120);
        assertThat(found.opposedPairCount()).isEqualTo(opposed);
        assertThat(found.halfTiedPairCount()).isEqualTo(halfTied);
    }

    @Test
    void whatIsDerivedMayAskForOtherKinds() {
        CompiledCase model = twoParties().compiled();
        List<Object> things =
                List.of(
                        1,
                        1L,
                        1.0,
                        1f,
                        "1",
                        '1',
                        true,
                        (short) 1,
                        (byte) 1,
                        new int[1],
                        new long[1],
                        new double[1],
                        new float[1],
                        new char[1],
                        new short[1],
                        new byte[1],
                        new boolean[1],
                        new String[1],
                        List.of(),
                        new Object());
        assertThat(nested(model, things, 0)).isEqualTo(1);
        assertThat(model.derived(String.class, () -> "2")).isEqualTo("1");
    }

    private static Object nested(CompiledCase model, List<Object> things, int from) {
        return derived(model, things.get(from).getClass(), things, from);
    }

    private static <T> T derived(CompiledCase model, Class<T> kind, List<Object> things, int from) {
        return model.derived(
                kind,
                () -> {
                    if (from + 1 < things.size()) {
                        assertThat(nested(model, things, from + 1)).isSameAs(things.get(from + 1));
                    }
                    return kind.cast(things.get(from));
                });
    }
}
