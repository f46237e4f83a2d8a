// SPDX-License-Identifier: Apache-2.0
package org.detente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.detente.bench.SyntheticCase.Shape;
import org.detente.compile.CompiledCase;
import org.detente.model.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticCaseTest {
    private static CompiledCase compiled(Shape shape, int sizeLog2) {
        return CompiledCase.of(SyntheticCase.of(shape, sizeLog2, 1), 1 << 20);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSizeAskedFor(Shape shape) {
        assertThat(compiled(shape, 12).space().product()).isEqualTo(1 << 12);
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameForTheSameSeed(Shape shape) {
        assertThat(SyntheticCase.of(shape, 12, 7)).isEqualTo(SyntheticCase.of(shape, 12, 7));
        assertThat(SyntheticCase.of(shape, 12, 7)).isNotEqualTo(SyntheticCase.of(shape, 12, 8));
    }

    @Test
    void sixPartiesHave138240FeasibleStatesOfAMillion() {
        CompiledCase model = compiled(Shape.SIX_PARTIES, 20);
        assertThat(model.space().moverCount()).isEqualTo(6);
        assertThat(model.feasible().count()).isEqualTo(138_240);
    }

    @Test
    void halfOfTheStatesCanBeRuledOut() {
        assertThat(compiled(Shape.HALF_INFEASIBLE, 12).feasible().count()).isEqualTo(1 << 11);
    }

    @Test
    void halfOfTheOptionsCanBeOneWay() {
        assertThat(SyntheticCase.of(Shape.ONE_WAY, 12, 1).options())
                .filteredOn(option -> option.moves() == Option.Moves.UP)
                .hasSize(6);
    }
}
