// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;

/// Other tools' files, changed by their words, are read as a case that comes back, or refused.
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ForeignFuzzPropertyTest {
    private static final int FILES_PER_SEED = 300;
    private static final ForeignMutator MUTATOR = new ForeignMutator();

    @ParameterizedTest
    @Seeds(4)
    void anyMutatedFilesAreReadOrRefused(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<ForeignInvariant.Ending, Integer> count = new EnumMap<>(ForeignInvariant.Ending.class);
        for (int i = 0; i < FILES_PER_SEED; i++) {
            count.merge(
                    ForeignInvariant.check(MUTATOR.make(random, random.nextInt(5))),
                    1,
                    Integer::sum);
        }
        // Mutations that the importers stop, and some that go all the way, or they test nothing.
        assertThat(count.getOrDefault(ForeignInvariant.Ending.REFUSED, 0)).isGreaterThan(50);
        assertThat(count.getOrDefault(ForeignInvariant.Ending.EXPORTED, 0)).isGreaterThan(30);
    }

    @Test
    void filesAsTheyAreGoAllTheWay() {
        for (int set = 0; set < 5; set++) {
            assertThat(
                            ForeignInvariant.check(
                                    MUTATOR.make(new Decisions(new byte[] {0, (byte) set}), 0)))
                    .isEqualTo(ForeignInvariant.Ending.EXPORTED);
        }
    }
}
