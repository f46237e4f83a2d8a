// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.detente.compile.CompiledCase;
import org.detente.compile.Movement;
import org.detente.compile.StateSet;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Option.Moves;
import org.detente.model.PreferencePart.Ranking;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ForesightTest {
    /// A two-by-two game: state 0 both refrain, 1 the row acts, 2 the column acts, 3 both act. The
    /// payoffs stand in the published order CC, CD, DC, DD with the row's choice first.
    private static CompiledCase game(int[] row, int[] column) {
        return new SmallCase()
                .party("row")
                .party("column")
                .option("row", "act", Moves.BOTH)
                .option("column", "act", Moves.BOTH)
                .prefers("row", ranking(row))
                .prefers("column", ranking(column))
                .compiled();
    }

    private static Ranking ranking(int[] payoffs) {
        int[] published = {0, 2, 1, 3};
        List<List<Integer>> groups = new ArrayList<>();
        for (int payoff = 4; payoff >= 1; payoff--) {
            List<Integer> group = new ArrayList<>();
            for (int state = 0; state < payoffs.length; state++) {
                if (payoffs[state] == payoff) {
                    group.add(published[state]);
                }
            }
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return new Ranking(groups, Basis.ASSUMED);
    }

    private static List<Integer> equilibria(Foresight foresight, int horizon) {
        return Objects.requireNonNull(foresight.limitedMoveStable(0, horizon))
                .and(Objects.requireNonNull(foresight.limitedMoveStable(1, horizon)))
                .stream()
                .boxed()
                .toList();
    }

    private static List<Integer> nonMyopic(Foresight foresight) {
        return Objects.requireNonNull(foresight.nonMyopicallyStable(0))
                .and(Objects.requireNonNull(foresight.nonMyopicallyStable(1)))
                .stream()
                .boxed()
                .toList();
    }

    @Test
    void bothSwerveInChicken() {
        Foresight chicken = Foresight.of(game(new int[] {3, 2, 4, 1}, new int[] {3, 4, 2, 1}));
        assertThat(equilibria(chicken, 1)).containsExactly(1, 2);
        assertThat(equilibria(chicken, 2)).isEmpty();
        for (int horizon = 3; horizon <= 12; horizon++) {
            assertThat(equilibria(chicken, horizon)).containsExactly(0);
        }
        assertThat(nonMyopic(chicken)).containsExactly(0);
    }

    @Test
    void prisonersMayCooperateWithForesight() {
        Foresight dilemma = Foresight.of(game(new int[] {3, 1, 4, 2}, new int[] {3, 4, 1, 2}));
        assertThat(equilibria(dilemma, 1)).containsExactly(3);
        for (int horizon = 2; horizon <= 12; horizon++) {
            assertThat(equilibria(dilemma, horizon)).containsExactly(0, 3);
        }
        assertThat(nonMyopic(dilemma)).containsExactly(0, 3);
    }

    @Test
    void theStagIsHuntedWithForesight() {
        Foresight hunt = Foresight.of(game(new int[] {4, 1, 3, 2}, new int[] {4, 3, 1, 2}));
        assertThat(equilibria(hunt, 1)).containsExactly(0, 3);
        for (int horizon = 2; horizon <= 12; horizon++) {
            assertThat(equilibria(hunt, horizon)).containsExactly(0);
        }
    }

    @Test
    void saysWhyNotForThreeMovers() {
        CompiledCase three =
                new SmallCase()
                        .party("a")
                        .party("b")
                        .party("c")
                        .option("a", "x", Moves.BOTH)
                        .option("b", "x", Moves.BOTH)
                        .option("c", "x", Moves.BOTH)
                        .compiled();
        assertThat(Foresight.whyNot(three)).contains("with 3 the answer would depend");
        assertThat(Foresight.whyNot(game(new int[] {3, 2, 4, 1}, new int[] {3, 4, 2, 1}))).isNull();
    }

    private static CompiledCase random(RandomGenerator random) {
        SmallCase small = new SmallCase().party("a").party("b");
        int optionCount = random.nextInt(2, 5);
        for (int i = 0; i < optionCount; i++) {
            String owner = i == 0 ? "a" : i == 1 ? "b" : random.nextBoolean() ? "a" : "b";
            Moves moves = random.nextInt(3) > 0 ? Moves.BOTH : Moves.UP;
            small.option(owner, "o" + i, moves);
        }
        List<Condition> never = new ArrayList<>();
        if (random.nextBoolean()) {
            never.add(SmallCase.holds("a.o0"));
            never.add(SmallCase.holds("b.o1"));
            small.rule("r", new Condition.And(never));
        }
        for (String party : List.of("a", "b")) {
            List<Condition> order = new ArrayList<>();
            for (int k = random.nextInt(1, 5); k > 0; k--) {
                Condition left = atom(random, optionCount, small);
                Condition right = atom(random, optionCount, small);
                order.add(
                        switch (random.nextInt(3)) {
                            case 0 -> left;
                            case 1 -> new Condition.Iff(left, right);
                            default -> new Condition.Implies(left, right);
                        });
            }
            small.prefers(party, SmallCase.order(order.toArray(Condition[]::new)));
        }
        return small.compiled();
    }

    private static Condition atom(RandomGenerator random, int optionCount, SmallCase small) {
        Condition holds =
                new Condition.Holds(small.done().options().get(random.nextInt(optionCount)).ref());
        return random.nextBoolean() ? holds : new Condition.Not(holds);
    }

    /// The definition, word for word and slowly.
    private static Set<Integer> anticipated(CompiledCase model, int mover, int state, int moves) {
        Set<Integer> stay = Set.of(state);
        if (moves == 0) {
            return stay;
        }
        List<Integer> targets = new ArrayList<>();
        Movement movement = model.movement();
        movement.forEach(mover, state, targets::add);
        int best = model.ranks(mover).rank(state);
        Set<Integer> result = stay;
        for (int target : targets) {
            Set<Integer> later = anticipated(model, 1 - mover, target, moves - 1);
            int worst =
                    later.stream().mapToInt(s -> model.ranks(mover).rank(s)).min().orElseThrow();
            if (worst > best) {
                best = worst;
                result = new TreeSet<>(later);
            } else if (worst == best && !result.equals(stay)) {
                result.addAll(later);
            }
        }
        return result;
    }

    @ParameterizedTest
    @Seeds(300)
    void agreesWithTheDefinition(long seed) {
        CompiledCase model = random(RandomModel.random(seed));
        Foresight foresight = Foresight.of(model);
        for (int horizon = 1; horizon <= 4; horizon++) {
            for (int mover = 0; mover < 2; mover++) {
                StateSet stable =
                        Objects.requireNonNull(foresight.limitedMoveStable(mover, horizon));
                for (int state : model.feasible().stream().toArray()) {
                    assertThat(stable.contains(state))
                            .as("state %d, mover %d, horizon %d", state, mover, horizon)
                            .isEqualTo(
                                    anticipated(model, mover, state, horizon)
                                            .equals(Set.of(state)));
                }
            }
        }
        assertThat(foresight.period()).isPositive();
    }

    @ParameterizedTest
    @Seeds(200)
    void oneMoveAheadIsNashAndThePeriodGoesOn(long seed) {
        CompiledCase model = random(RandomModel.random(seed));
        Foresight foresight = Foresight.of(model);
        Verdicts verdicts = StabilityKernel.solve(model, 1, org.detente.analysis.Progress.NONE);
        for (int mover = 0; mover < 2; mover++) {
            assertThat(foresight.limitedMoveStable(mover, 1))
                    .isEqualTo(verdicts.stableFor(Concept.NASH, mover));
            int far = foresight.periodStart() + 7 * foresight.period();
            assertThat(foresight.limitedMoveStable(mover, far))
                    .isEqualTo(
                            foresight.limitedMoveStable(
                                    mover, Math.max(foresight.periodStart(), 0)));
        }
    }
}
