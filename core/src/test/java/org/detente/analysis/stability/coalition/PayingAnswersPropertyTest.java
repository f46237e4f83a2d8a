// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.detente.compile.StateSet;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
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
}
