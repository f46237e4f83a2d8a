// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;

/// Mutated cases, and the kept inputs that once reached new code, end in an analysis or in problems
/// that each have a place, a fact and a mend.
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class CaseFuzzPropertyTest {
    private static final int CASES_PER_SEED = 250;
    private static final CaseMutator MUTATOR = new CaseMutator();

    @ParameterizedTest
    @Seeds(4)
    void anyMutatedCaseIsAnalyzedOrRefused(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<CaseInvariant.Ending, Integer> count = new EnumMap<>(CaseInvariant.Ending.class);
        for (int i = 0; i < CASES_PER_SEED; i++) {
            byte[] made = MUTATOR.make(random, random.nextInt(4));
            count.merge(CaseInvariant.check(made), 1, Integer::sum);
        }
        // Mutations that the reader stops, and some that reach the engines, or they test nothing.
        assertThat(count.getOrDefault(CaseInvariant.Ending.REFUSED, 0)).isGreaterThan(50);
        assertThat(count.getOrDefault(CaseInvariant.Ending.ANALYZED, 0)).isGreaterThan(10);
    }

    @Test
    void everyInputThatIsKeptHolds() {
        assertThat(Corpus.inputs("cases"))
                .isNotEmpty()
                .allSatisfy(CaseTreeFuzz::fuzzerTestOneInput);
        assertThat(Corpus.inputs("bytes")).isNotEmpty().allSatisfy(CaseInvariant::check);
    }

    /// Once the mend said "Write the names of what", then the key with its line breaks.
    @Test
    void aKeyOfSeveralLinesIsToldInOne() {
        String text =
                """
                detente: 1
                title: x
                parties: {a: {}}
                options:
                  ? |2+

                  : words
                """;
        assertThat(CaseInvariant.check(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(CaseInvariant.Ending.REFUSED);
    }

    /// Once a source's id of several lines broke the line of the message that refuses it.
    @Test
    void anIdOfSeveralLinesIsToldInOne() {
        String text =
                """
                detente: 1
                title: x
                parties: {a: {}}
                options: {a: {go: {}}}
                sources:
                  "a\\nb: c": {title: x, kind: analysis}
                """;
        assertThat(CaseInvariant.check(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(CaseInvariant.Ending.REFUSED);
    }
}
