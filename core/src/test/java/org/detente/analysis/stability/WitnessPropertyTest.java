// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.detente.analysis.Progress;
import org.detente.compile.CompiledCase;
import org.detente.testing.RandomCase;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class WitnessPropertyTest {
    @ParameterizedTest
    @Seeds(300)
    void everyVerdictHasACertificateThatHolds(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        CompiledCase model = CompiledCase.of(RandomCase.of(random, 40, 18), 1 << 20);
        Verdicts verdicts = StabilityKernel.solve(model, 1, Progress.NONE);
        WitnessSearch search = new WitnessSearch(model);
        WitnessChecker checker = new WitnessChecker(model);
        for (Concept concept : Concept.values()) {
            for (int mover = 0; mover < model.space().moverCount(); mover++) {
                for (int state : model.feasible().stream().toArray()) {
                    Witness witness = search.find(state, mover, concept);
                    assertThat(witness.state()).isEqualTo(state);
                    assertThat(witness.mover()).isEqualTo(mover);
                    assertThat(witness.concept()).isEqualTo(concept);
                    assertThat(witness instanceof Witness.Stable)
                            .as("%s of %d for mover %d", concept, state, mover)
                            .isEqualTo(verdicts.stableFor(concept, mover).contains(state));
                    checker.check(witness);
                }
            }
        }
    }
}
