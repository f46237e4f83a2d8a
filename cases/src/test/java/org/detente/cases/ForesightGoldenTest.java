// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.analysis.Questions;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.compile.CompiledCase;
import org.detente.explain.Data;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForesightGoldenTest {
    @ParameterizedTest
    @MethodSource("keysWithForesight")
    void whatLastsForPartiesThatLookAheadIsAsPublished(String key) {
        CompiledCase model = Cases.compile(key);
        for (Expectations.Foreseen foreseen : Expectations.of(key).foreseen()) {
            assertThat(lasting(model, foreseen.horizonMoves()))
                    .as("%s, looking %d moves ahead", key, foreseen.horizonMoves())
                    .isEqualTo(foreseen.states());
        }
    }

    @Test
    void everyGameOfTwoHasExpectedForesight() {
        assertThat(keysWithForesight())
                .containsExactly("chicken", "prisoners-dilemma", "stag-hunt");
    }

    static Stream<String> keysWithForesight() {
        return ExpectedValuesGoldenTest.keysWithExpectedValues()
                .filter(key -> !Expectations.of(key).foreseen().isEmpty());
    }

    /// The states in a result's data that last for both, at a horizon or at every long one.
    private static List<Integer> lasting(CompiledCase model, int horizonMoves) {
        AnalysisOptions options =
                new AnalysisOptions(
                        AnalysisOptions.DEFAULT_SEED,
                        1,
                        AnalysisOptions.DEFAULT_MAX_STATES,
                        new Questions(null, null, horizonMoves));
        Data.Fields data =
                new StabilityAnalysis().analyze(model, options, Progress.NONE).data(ListLimit.NONE);
        String kind = horizonMoves == 0 ? "nonMyopic" : "limitedMove";
        Data states = entry(entry(entry(data, "foresight"), kind), "states");
        return ((Data.Wholes) states).numbers().get().mapToObj(Math::toIntExact).toList();
    }

    private static Data entry(Data fields, String key) {
        return Objects.requireNonNull(((Data.Fields) fields).entries().get(key), key);
    }
}
