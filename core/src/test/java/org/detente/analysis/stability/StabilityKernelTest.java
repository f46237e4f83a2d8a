// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import org.detente.analysis.Progress;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Option.Moves;
import org.detente.testing.RandomCase;
import org.detente.testing.RandomModel;
import org.junit.jupiter.api.Test;

class StabilityKernelTest {
    private static final StateSpace TWO_BY_TWO =
            RandomModel.space(
                    List.of(
                            RandomModel.option("a", "defect", 2, Moves.BOTH),
                            RandomModel.option("b", "defect", 2, Moves.BOTH)));

    @Test
    void prisonersStayInDefectionAndMayStayInCooperation() {
        RandomModel model =
                new RandomModel(
                        TWO_BY_TWO,
                        StateSet.all(4),
                        List.of(StateSet.all(4), StateSet.all(4)),
                        List.of(
                                RandomModel.ranks(new int[] {2, 3, 0, 1}, 4, false),
                                RandomModel.ranks(new int[] {2, 0, 3, 1}, 4, true)));
        Verdicts verdicts =
                StabilityKernel.solve(
                        model.space(),
                        model.feasible(),
                        model.seen(),
                        model.ranks(),
                        2,
                        Progress.NONE);
        assertThat(verdicts.equilibria(Concept.NASH).stream()).containsExactly(3);
        for (Concept concept : List.of(Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ)) {
            assertThat(verdicts.equilibria(concept).stream()).as("%s", concept).contains(0, 3);
        }
    }

    @Test
    void whereNobodyCanMoveEverythingFeasibleIsAnEquilibrium() {
        StateSpace space = RandomModel.space(List.of());
        Verdicts verdicts =
                StabilityKernel.solve(
                        space, StateSet.all(1), List.of(), List.of(), 3, Progress.NONE);
        for (Concept concept : Concept.values()) {
            assertThat(verdicts.equilibria(concept)).isEqualTo(StateSet.all(1));
        }
    }

    @Test
    void aMoverAloneStaysOnlyAtItsBest() {
        StateSpace space = RandomModel.space(List.of(RandomModel.option("a", "x", 3, Moves.BOTH)));
        Verdicts verdicts =
                StabilityKernel.solve(
                        space,
                        StateSet.all(3),
                        List.of(StateSet.all(3)),
                        List.of(RandomModel.ranks(new int[] {0, 1, 1}, 2, false)),
                        1,
                        Progress.NONE);
        for (Concept concept : Concept.values()) {
            assertThat(verdicts.equilibria(concept).stream()).containsExactly(1, 2);
        }
    }

    @Test
    void refusesToWorkWithoutAThread() {
        assertThatThrownBy(() ->
                        StabilityKernel.solve(
                                TWO_BY_TWO,
                                StateSet.all(4),
                                List.of(),
                                List.of(),
                                0,
                                Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    @Test
    void theCheckerRejectsACertificateOfTheOppositeVerdict() {
        RandomGenerator random = RandomModel.random(1);
        int rejectedCount = 0;
        for (int k = 0; k < 20; k++) {
            CompiledCase model = CompiledCase.of(RandomCase.of(random, 40, 6), 1 << 20);
            WitnessSearch search = new WitnessSearch(model);
            WitnessChecker checker = new WitnessChecker(model);
            for (int state : model.feasible().stream().toArray()) {
                if (search.find(state, 0, Concept.GMR) instanceof Witness.Unstable unstable) {
                    Witness wrong = new Witness.Stable(state, 0, unstable.concept(), List.of());
                    assertThatThrownBy(() -> checker.check(wrong))
                            .isInstanceOf(AssertionError.class);
                    rejectedCount++;
                }
            }
        }
        assertThat(rejectedCount).isPositive();
    }
}
