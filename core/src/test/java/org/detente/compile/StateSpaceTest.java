// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.ItemRef;
import org.detente.model.ModelError;
import org.detente.model.Option;
import org.detente.model.Option.Moves;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class StateSpaceTest {
    @Test
    void numbersStatesWithTheFirstOptionLeastSignificant() {
        StateSpace space =
                RandomModel.space(
                        List.of(
                                RandomModel.option("b", "x", 2, Moves.BOTH),
                                RandomModel.option("a", "y", 3, Moves.UP),
                                RandomModel.option("b", "z", 2, Moves.BOTH)));
        assertThat(space.product()).isEqualTo(12);
        assertThat(space.stateOf(1, 2, 1)).isEqualTo(1 + 2 * 2 + 6);
        assertThat(space.level(11, 1)).isEqualTo(2);
        assertThat(space.with(11, 1, 0)).isEqualTo(7);
        assertThat(space.optionsOf(1)).containsExactly(0, 2);
        assertThat(space.moverOf(1)).isZero();
        assertThat(space.moverIndex("b")).isEqualTo(1);
        assertThat(space.moverIndex("nobody")).isEqualTo(-1);
        assertThat(space.indexOf(new ItemRef.OptionRef("a", "y"))).isEqualTo(1);
        assertThat(space.indexOf(new ItemRef.TermRef("y"))).isEqualTo(-1);
        assertThat(space.levelIndex(1, "l2")).isEqualTo(2);
        assertThat(space.levelIndex(1, "l3")).isEqualTo(-1);
    }

    @ParameterizedTest
    @Seeds(100)
    void everyStateIsTheStateOfItsLevels(long seed) {
        StateSpace space = RandomModel.of(RandomModel.random(seed), 500).space();
        for (int state = 0; state < space.product(); state++) {
            int[] levels = new int[space.optionCount()];
            for (int option = 0; option < levels.length; option++) {
                levels[option] = space.level(state, option);
            }
            assertThat(space.stateOf(levels)).isEqualTo(state);
        }
    }

    @Test
    void refusesLevelsThatDoNotFit() {
        StateSpace space = RandomModel.space(List.of(RandomModel.option("a", "x", 2, Moves.BOTH)));
        assertThatThrownBy(() -> space.stateOf(2)).hasMessageContaining("level 2 of option a.x");
        assertThatThrownBy(() -> space.stateOf(0, 0)).hasMessageContaining("2 levels for 1");
    }

    @Test
    void saysHowMuchMemoryTooLargeAProductWouldTake() {
        List<Option> options = new ArrayList<>();
        for (int k = 0; k < 28; k++) {
            options.add(RandomModel.option("a", "o" + k, 2, Moves.BOTH));
        }
        assertThatThrownBy(() -> CompiledCase.of(RandomModel.caseOf(options), 1 << 27))
                .isInstanceOf(ModelError.class)
                .hasMessageContaining("268,435,456 states, over the limit of 134,217,728")
                .hasMessageContaining("GB of memory");
    }

    @Test
    void countsNoFurtherThanStatesCanBeNumbered() {
        List<Option> options = new ArrayList<>();
        for (int k = 0; k < 200; k++) {
            options.add(RandomModel.option("a", "o" + k, 4, Moves.BOTH));
        }
        assertThatThrownBy(() -> CompiledCase.of(RandomModel.caseOf(options), Long.MAX_VALUE))
                .isInstanceOf(ModelError.class)
                .hasMessageContaining("no more than 1,073,741,824 states can be numbered");
    }

    @Test
    void ofACaseWithoutOptionsIsASingleState() {
        StateSpace space = RandomModel.space(List.of());
        assertThat(space.product()).isEqualTo(1);
        assertThat(space.moverCount()).isZero();
    }
}
