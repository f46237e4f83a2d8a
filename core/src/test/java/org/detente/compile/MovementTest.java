// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Option.Moves;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class MovementTest {
    /// a.one (2 levels), b.two (2 levels), a.three (3 levels, upward only): 12 states.
    private static final StateSpace SPACE =
            RandomModel.space(
                    List.of(
                            RandomModel.option("a", "one", 2, Moves.BOTH),
                            RandomModel.option("b", "two", 2, Moves.BOTH),
                            RandomModel.option("a", "three", 3, Moves.UP)));

    private static List<Integer> moves(Movement movement, int mover, int from) {
        List<Integer> reached = new ArrayList<>();
        movement.forEach(mover, from, reached::add);
        return reached;
    }

    private static Movement free(StateSet feasible) {
        return new Movement(SPACE, feasible, StateSet.all(12), StateSet.all(12));
    }

    @Test
    void changesSeveralOwnOptionsAtOnce() {
        assertThat(moves(free(StateSet.all(12)), 0, 0)).containsExactly(1, 4, 5, 8, 9);
        assertThat(moves(free(StateSet.all(12)), 1, 0)).containsExactly(2);
    }

    @Test
    void goesNoWayBackThroughAOneWayOption() {
        assertThat(moves(free(StateSet.all(12)), 0, 9)).containsExactly(8);
    }

    @Test
    void passesOverInfeasibleStatesOfItsOwn() {
        StateSet feasible = StateSet.all(12);
        feasible.remove(1);
        feasible.remove(4);
        assertThat(moves(free(feasible), 0, 0)).containsExactly(5, 8, 9);
        assertThat(moves(free(feasible), 0, 1)).isEmpty();
    }

    @Test
    void neitherLeavesNorEntersAStateItDoesNotSee() {
        StateSet seen = StateSet.all(12);
        seen.remove(0);
        seen.remove(5);
        Movement movement = new Movement(SPACE, StateSet.all(12), seen, StateSet.all(12));
        assertThat(moves(movement, 0, 0)).isEmpty();
        assertThat(moves(movement, 0, 1)).containsExactly(4, 8, 9);
        assertThat(moves(movement, 1, 0)).containsExactly(2);
    }

    @ParameterizedTest
    @Seeds(200)
    void listsExactlyTheStatesItCanMoveTo(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 100);
        Movement movement =
                new Movement(
                        model.space(), model.feasible(), model.seen().toArray(StateSet[]::new));
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            for (int from = 0; from < model.space().product(); from++) {
                List<Integer> expected = new ArrayList<>();
                for (int to = 0; to < model.space().product(); to++) {
                    if (movement.canMove(mover, from, to)) {
                        expected.add(to);
                    }
                }
                assertThat(moves(movement, mover, from))
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }
}
