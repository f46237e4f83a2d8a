// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.detente.analysis.stability.Concept;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Option.Moves;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// The three ways to what chains of paying answers can bring about agree with the definition, for
/// every set of answerers and every other party.
class PayingAnswersPropertyTest {
    private static final long ENOUGH = 1L << 40;

    private static Arena arena(RandomModel model) {
        return new Arena(
                new Terrain(model.space(), model.feasible(), model.seen()), model.ranks(), null);
    }

    private static int all(RandomModel model) {
        return (1 << model.space().moverCount()) - 1;
    }

    private static int least(int[] rank, int state, BitSet reached) {
        return Math.min(
                rank[state], reached.stream().map(s -> rank[s]).min().orElse(Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @Seeds(300)
    void chainsOfJointAnswersAreThoseOfTheDefinition(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 40);
        CoalitionTwin twin = new CoalitionTwin(model);
        Arena arena = arena(model);
        for (int others = 1; others < all(model); others++) {
            for (int member : new PartySet(others).others(model.space().moverCount()).members()) {
                int[] rank = arena.rank(member);
                PartySet set = new PartySet(others);
                int[] once =
                        new PayingChains(arena, set, new Budget(ENOUGH))
                                .least(rank, Arrays.stream(rank).max().orElseThrow());
                int[][] lazy = {new SingleAnswers(arena, set, new Budget(ENOUGH)).least(rank)};
                JointAnswers joint = new JointAnswers(arena, set, lazy, new Budget(ENOUGH));
                for (int s : model.feasible().stream().toArray()) {
                    int expected = least(rank, s, twin.chains(others, s));
                    assertThat(joint.least(0, s)).isGreaterThanOrEqualTo(expected);
                    joint.settle(s);
                    assertThat(joint.isSettled(s)).isTrue();
                    assertThat(joint.least(0, s)).as("state %d by need", s).isEqualTo(expected);
                    assertThat(once[s]).as("state %d at once", s).isEqualTo(expected);
                }
            }
        }
    }

    /// On models too large for the definition; each way is asked for one member after the other.
    @ParameterizedTest
    @Seeds(100)
    void bothWaysToChainsOfJointAnswersAgreeForEveryMemberInTurn(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 250);
        Arena arena = arena(model);
        PartySet coalition = new PartySet(all(model) & 3);
        PartySet others = coalition.others(model.space().moverCount());
        if (others.isEmpty()) {
            assertThat(coalition.members()).hasSameSizeAs(model.ranks());
            return;
        }
        int[][] own = arena.ranks(coalition);
        PayingChains chains = new PayingChains(arena, others, new Budget(ENOUGH));
        SingleAnswers singles = new SingleAnswers(arena, others, new Budget(ENOUGH));
        int[][] once = new int[own.length][];
        int[][] lazy = new int[own.length][];
        for (int i = 0; i < own.length; i++) {
            once[i] = chains.least(own[i], Arrays.stream(own[i]).max().orElseThrow());
            lazy[i] = singles.least(own[i]);
        }
        JointAnswers joint = new JointAnswers(arena, others, lazy, new Budget(ENOUGH));
        for (int s : model.feasible().stream().toArray()) {
            joint.settle(s);
            for (int i = 0; i < own.length; i++) {
                assertThat(joint.least(i, s)).as("member %d, state %d", i, s).isEqualTo(once[i][s]);
            }
        }
    }

    /// The lowest ranks are all that is asked for if nothing higher matters.
    @ParameterizedTest
    @Seeds(100)
    void aboveTheHighestRankAskedForNothingIsTold(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        RandomModel model = RandomModel.of(random, 60);
        Arena arena = arena(model);
        PartySet others = new PartySet(1).others(model.space().moverCount());
        int[] rank = arena.rank(0);
        int top = Arrays.stream(rank).max().orElseThrow();
        int highest = random.nextInt(top + 1);
        int[] all = new PayingChains(arena, others, new Budget(ENOUGH)).least(rank, top);
        int[] low = new PayingChains(arena, others, new Budget(ENOUGH)).least(rank, highest);
        for (int s : model.feasible().stream().toArray()) {
            assertThat(low[s]).isEqualTo(all[s] > highest ? PayingChains.BEYOND : all[s]);
        }
    }

    @ParameterizedTest
    @Seeds(50)
    void whatTheBudgetWasNotEnoughForIsNotSettledAndEveryStateLookedAtCounts(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 60);
        Arena arena = arena(model);
        PartySet others = new PartySet(1).others(model.space().moverCount());
        if (others.isEmpty()) {
            assertThat(model.space().moverCount()).isEqualTo(1);
            return;
        }
        Budget few = new Budget(model.feasible().count() - 1L);
        int[][] lazy = {new SingleAnswers(arena, others, few).least(arena.rank(0))};
        assertThat(few.exhausted()).isTrue();
        JointAnswers joint = new JointAnswers(arena, others, lazy, new Budget(0));
        int state = model.feasible().next(0);
        joint.settle(state);
        assertThat(joint.isSettled(state)).isFalse();
    }

    @ParameterizedTest
    @Seeds(200)
    void chainsOfSingleAnswersAreThoseInWhichOnePartyMovesAtATime(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 60);
        CoalitionTwin twin = new CoalitionTwin(model);
        Arena arena = arena(model);
        PartySet others = new PartySet(all(model) & ~1);
        if (others.isEmpty()) {
            assertThat(model.space().moverCount()).isEqualTo(1);
            return;
        }
        SingleAnswers answers = new SingleAnswers(arena, others, new Budget(ENOUGH));
        int[] least = answers.least(arena.rank(0));
        int[][] together = answers.least(new int[][] {arena.rank(0), arena.rank(0)});
        for (int s : model.feasible().stream().toArray()) {
            BitSet reached = new BitSet();
            reached.set(s);
            int before = 0;
            while (before < reached.cardinality()) {
                before = reached.cardinality();
                for (int at : reached.stream().toArray()) {
                    for (int mover : others.members()) {
                        twin.improvements(1 << mover, at).forEach(reached::set);
                    }
                }
            }
            int expected = least(arena.rank(0), s, reached);
            assertThat(least[s]).as("state %d", s).isEqualTo(expected);
            assertThat(together[0][s]).as("state %d in place", s).isEqualTo(expected);
            assertThat(together[1][s]).as("state %d in place", s).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @Seeds(300)
    void aBudgetTooSmallForLookingByNeedLeavesTheVerdictAsItIs(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 100);
        Arena arena = arena(model);
        PartySet coalition = new PartySet(1);
        JointMoves moves = arena.moves(coalition);
        if (model.space().moverCount() == 1) {
            assertThat(coalition.others(1).isEmpty()).isTrue();
            return;
        }
        StateSet full =
                new PayingAnswers(arena, coalition, moves, new Budget(ENOUGH))
                        .staying(model.feasible().copy());
        for (long steps = 64; steps < 1 << 22; steps *= 2) {
            Budget budget = new Budget(steps);
            StateSet cut =
                    new PayingAnswers(arena, coalition, moves, budget)
                            .staying(model.feasible().copy());
            if (!budget.exhausted()) {
                assertThat(cut).as("%d steps", steps).isEqualTo(full);
            }
        }
    }

    /// So that of the joint moves that upset a state none is passed over unnoticed.
    @ParameterizedTest
    @Seeds(100)
    void whetherAnImprovementIsAnsweredIsRightOrTheBudgetWasNotEnough(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        RandomModel model = RandomModel.of(random, 60);
        CoalitionTwin twin = new CoalitionTwin(model);
        Arena arena = arena(model);
        PartySet coalition = new PartySet(random.nextInt(1, all(model) + 1));
        StateSet open = model.feasible().copy();
        for (int s : model.feasible().stream().toArray()) {
            if (twin.stable(coalition.bits(), s, Concept.NASH)
                    || !twin.stable(coalition.bits(), s, Concept.GMR)) {
                open.remove(s);
            }
        }
        StateSet leaving = open.copy();
        for (int s : open.stream().toArray()) {
            if (twin.stable(coalition.bits(), s, Concept.SEQ)) {
                leaving.remove(s);
            }
        }
        for (long steps = 64; steps < 1 << 18; steps += steps / 16) {
            Budget budget = new Budget(steps);
            PayingAnswers paying =
                    new PayingAnswers(arena, coalition, arena.moves(coalition), budget);
            paying.staying(open);
            for (int s : budget.exhausted() ? new int[0] : leaving.stream().toArray()) {
                for (int better : twin.improvements(coalition.bits(), s)) {
                    boolean unanswered = paying.isUnanswered(better, s);
                    if (!budget.exhausted()) {
                        assertThat(unanswered)
                                .as("%d to %d within %d steps", s, better, steps)
                                .isEqualTo(
                                        !twin.deterred(coalition.bits(), s, better, Concept.SEQ));
                    }
                }
            }
        }
    }

    /// Someone who climbs 70 steps, better each time, to the top that the other likes least.
    @Test
    void chainsOfAnswersMayLeadThroughManyStates() {
        StateSpace space =
                RandomModel.space(
                        List.of(
                                RandomModel.option("a", "go", 2, Moves.BOTH),
                                RandomModel.option("b", "climb", 70, Moves.UP)));
        int[][] rank = new int[2][space.product()];
        for (int s = 0; s < space.product(); s++) {
            rank[0][s] = 69 - space.level(s, 1);
            rank[1][s] = space.level(s, 1);
        }
        StateSet all = StateSet.all(space.product());
        Arena arena =
                new Arena(
                        new Terrain(space, all, List.of(all, all)),
                        List.of(
                                RandomModel.ranks(rank[0], 70, false),
                                RandomModel.ranks(rank[1], 70, false)),
                        null);
        int[][] own = {rank[0].clone()};
        JointAnswers joint = new JointAnswers(arena, new PartySet(2), own, new Budget(ENOUGH));
        for (int s = 0; s < space.product(); s++) {
            joint.settle(s);
            assertThat(joint.isSettled(s)).isTrue();
            assertThat(joint.least(0, s)).isZero();
        }
    }
}
