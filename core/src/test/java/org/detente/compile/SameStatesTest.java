// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Option.Moves;
import org.detente.model.Problem;
import org.detente.testing.RandomModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SameStatesTest {
    private static StateSet set(int size, int... states) {
        StateSet set = StateSet.none(size);
        for (int state : states) {
            set.add(state);
        }
        return set;
    }

    @Test
    void aClassIsShownUnderItsLowestNumber() {
        SameStates same = SameStates.of(List.of(set(8, 3, 5, 7)), StateSet.all(8));
        assertThat(same.shown()).isEqualTo(set(8, 0, 1, 2, 3, 4, 6));
        assertThat(same.shownAs(7)).isEqualTo(3);
        assertThat(same.shownAs(6)).isEqualTo(6);
    }

    @Test
    void overlappingDescriptionsAreOneClass() {
        List<StateSet> described = List.of(set(8, 1, 2), set(8, 5, 6), set(8, 2, 5), set(8));
        SameStates same = SameStates.of(described, StateSet.all(8));
        assertThat(same.classes()).containsExactly(set(8, 1, 2, 5, 6));
        assertThat(same.shown()).isEqualTo(set(8, 0, 1, 3, 4, 7));
    }

    private static final StateSpace SPACE =
            RandomModel.space(
                    List.of(
                            RandomModel.option("a", "x", 2, Moves.BOTH),
                            RandomModel.option("b", "y", 2, Moves.UP)));

    private static @Nullable Problem problem(StateSet merged, int... rank) {
        List<StateSet> seen = List.of(StateSet.all(4), StateSet.all(4));
        Ranks ranks = RandomModel.ranks(rank, 4, false);
        return SameCheck.problem(SPACE, StateSet.all(4), seen, List.of(ranks, ranks), merged);
    }

    @Test
    void statesThatNobodyLeavesOrTellsApartMayCountAsOne() {
        assertThat(problem(set(4, 2, 3), 0, 1, 2, 2)).isNull();
    }

    @Test
    void statesThatSomebodyTellsApartMayNot() {
        assertThat(problem(set(4, 2, 3), 0, 0, 0, 1))
                .extracting(Problem::toString)
                .asString()
                .contains("a is not indifferent");
    }

    @Test
    void statesThatSomebodyCanLeaveMayNot() {
        assertThat(problem(set(4, 0, 1), 0, 0, 0, 0))
                .extracting(Problem::toString)
                .asString()
                .contains("b can leave them, to state 2");
    }

    @Test
    void aRankingMustNameEveryShownStateOnce() {
        List<Problem> problems = new ArrayList<>();
        RankingCheck.check(
                List.of(List.of(0, 1), List.of(1), List.of(9)), set(4, 0, 1, 2), "p", problems);
        assertThat(problems.stream().map(Problem::toString).toList())
                .hasSize(3)
                .anyMatch(p -> p.contains("state 1 is named twice"))
                .anyMatch(p -> p.contains("9 is no feasible state"))
                .anyMatch(p -> p.contains("1 of 3 feasible states are missing: 2"));
    }

    @Test
    void aRankingThatNamesEveryStateOnceIsFine() {
        List<Problem> problems = new ArrayList<>();
        RankingCheck.check(List.of(List.of(2), List.of(1, 0)), set(4, 0, 1, 2), "p", problems);
        assertThat(problems).isEmpty();
    }

    @Test
    void aRankingRanksItsFirstGroupHighestAndAClassAsOne() {
        StateSet feasible = set(4, 0, 1, 2, 3);
        SameStates same = SameStates.of(List.of(set(4, 2, 3)), feasible);
        Ranks ranks = RankTables.ofRanking(List.of(List.of(2), List.of(0, 1)), same, feasible);
        assertThat(List.of(0, 1, 2, 3))
                .allSatisfy(s -> assertThat(ranks.rank(s)).isEqualTo(s < 2 ? 0 : 1));
        assertThat(ranks.levelCount()).isEqualTo(2);
    }
}
