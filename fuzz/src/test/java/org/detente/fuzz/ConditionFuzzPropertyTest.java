// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Mutated conditions are understood, and then read back as themselves, or misread at a place.
class ConditionFuzzPropertyTest {
    private static final int CONDITIONS_PER_SEED = 5000;
    private static final ConditionMutator MUTATOR = new CaseMutator().conditions();

    @ParameterizedTest
    @Seeds(4)
    void anyMutatedConditionIsReadOrMisread(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int understood = 0;
        for (int i = 0; i < CONDITIONS_PER_SEED; i++) {
            String condition = MUTATOR.any(random);
            for (int k = random.nextInt(4); k > 0; k--) {
                condition = MUTATOR.mutate(condition, random);
            }
            understood += ConditionInvariant.check(condition) ? 1 : 0;
        }
        assertThat(understood).isBetween(CONDITIONS_PER_SEED / 10, CONDITIONS_PER_SEED * 9 / 10);
    }

    @Test
    void everyInputThatIsKeptHolds() {
        assertThat(Corpus.inputs("conditions"))
                .isNotEmpty()
                .allSatisfy(ConditionFuzz::fuzzerTestOneInput);
    }
}
