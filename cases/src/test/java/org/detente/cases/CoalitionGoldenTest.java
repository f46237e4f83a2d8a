// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.coalition.CoalitionLimits;
import org.detente.analysis.stability.coalition.CoalitionResult;
import org.detente.analysis.stability.coalition.CoalitionVerdict;
import org.detente.analysis.stability.coalition.Coalitions;
import org.detente.analysis.stability.coalition.Sought;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoalitionGoldenTest {
    @ParameterizedTest
    @MethodSource("keysWithCoalitions")
    void coalitionsFindStableWhatWasPublished(String key) {
        CompiledCase model = Cases.compile(key);
        CoalitionResult result =
                Coalitions.of(
                                List.of(model),
                                Coalitions.all(model.space().moverCount()),
                                List.of(Sought.only(List.of(), model.space().product())),
                                CoalitionLimits.DEFAULT,
                                1)
                        .getFirst();
        assertThat(result.undecided()).isEmpty();
        for (Expectations.Joint joint : Expectations.of(key).joint()) {
            assertThat(stable(model, result, joint))
                    .as("%s: %s", key, joint)
                    .isEqualTo(joint.states());
        }
    }

    @Test
    void everyCoalitionOfElmiraHasExpectedVerdicts() {
        assertThat(keysWithCoalitions())
                .containsExactly("chicken", "elmira", "prisoners-dilemma", "stag-hunt");
        assertThat(Expectations.of("elmira").joint())
                .extracting(joint -> joint.parties().size())
                .containsOnly(0, 1, 2, 3)
                .hasSize((1 + 7) * CoalitionVerdict.CONCEPTS.size());
    }

    static Stream<String> keysWithCoalitions() {
        return ExpectedValuesGoldenTest.keysWithExpectedValues()
                .filter(key -> !Expectations.of(key).joint().isEmpty());
    }

    private static List<Integer> stable(
            CompiledCase model, CoalitionResult result, Expectations.Joint joint) {
        Concept concept = ExpectedValuesGoldenTest.concept(joint.concept());
        List<Integer> members =
                joint.parties().stream().map(model.space()::moverIndex).sorted().toList();
        StateSet states =
                members.isEmpty()
                        ? result.equilibria(concept)
                        : result.verdicts().stream()
                                .filter(verdict -> verdict.members().equals(members))
                                .findAny()
                                .orElseThrow()
                                .stable(concept);
        return states.copy().and(model.same().shown()).stream().boxed().toList();
    }
}
