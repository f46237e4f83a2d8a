// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Progress;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.analysis.stability.StabilityResult;
import org.detente.analysis.stability.Verdicts;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectedValuesGoldenTest {
    @ParameterizedTest
    @MethodSource("keysWithExpectedValues")
    void verdictsAreThePublishedOnes(String key) {
        Expectations expected = Expectations.of(key);
        assertThat(expected.published()).isNotBlank();
        assertThat(expected.verdicts()).isNotEmpty();
        CompiledCase model = Cases.compile(key);
        StabilityResult result =
                new StabilityAnalysis().analyze(model, AnalysisOptions.defaults(1), Progress.NONE);
        for (Expectations.Verdict verdict : expected.verdicts()) {
            assertThat(stable(model, result, verdict))
                    .as("%s, published in %s: %s", key, expected.published(), verdict)
                    .isEqualTo(verdict.states());
        }
    }

    @ParameterizedTest
    @MethodSource("keysWithExpectedValues")
    void statesAreAsManyAsPublished(String key) {
        Expectations expected = Expectations.of(key);
        CompiledCase model = Cases.compile(key);
        if (expected.product() != null) {
            assertThat(model.space().product()).isEqualTo(expected.product());
        }
        assertThat(model.same().shown().count()).isEqualTo(expected.feasible());
    }

    @Test
    void everyPublishedCaseHasExpectedValues() {
        assertThat(keysWithExpectedValues())
                .contains("chicken", "elmira", "prisoners-dilemma", "us-north-korea-2017");
    }

    static Stream<String> keysWithExpectedValues() {
        return CaseFolders.keys().stream().filter(Expectations::exist);
    }

    private static List<Integer> stable(
            CompiledCase model, StabilityResult result, Expectations.Verdict verdict) {
        Verdicts verdicts =
                verdict.view() == null
                        ? result.verdicts()
                        : Objects.requireNonNull(
                                result.verdictsUnder(verdict.view()), verdict.view());
        Concept concept = concept(verdict.concept());
        StateSet states =
                verdict.party() == null
                        ? verdicts.equilibria(concept)
                        : verdicts.stableFor(concept, model.space().moverIndex(verdict.party()));
        return states.copy().and(model.same().shown()).stream().boxed().toList();
    }

    /// The concept of a key.
    static Concept concept(String key) {
        return Stream.of(Concept.values()).filter(c -> c.key().equals(key)).findAny().orElseThrow();
    }
}
