// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.detente.analysis.stability.Concept;
import org.detente.model.Case;
import org.detente.model.Option;
import org.detente.model.Party;
import org.detente.model.PreferencePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Graph-model files in, in each dialect, and out again.
class GraphModelTest {
    private static final String TWO_OPTIONS =
            "\"options\": [{\"name\": \"Go\", \"permittedDirection\": \"both\"}, {\"name\": \"Go\", \"permittedDirection\": \"back\"}],";

    private static Case read(String rest) {
        return Trial.read(Trial.text("small.gmcr", "{" + TWO_OPTIONS + rest + "}")).model();
    }

    @Test
    void optionsKeepTheirOrderAndDirection() {
        Case source = Trial.read(Trial.resource("inspection.gmcr")).model();
        assertThat(source.options().stream().map(o -> o.ref().toString()))
                .containsExactly("inspector.inspect", "inspector.withdraw", "operator.comply");
        assertThat(source.options().stream().map(Option::moves))
                .containsExactly(Option.Moves.BOTH, Option.Moves.UP, Option.Moves.BOTH);
        assertThat(source.rules())
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.never().toString())
                                .isEqualTo("inspector.inspect and inspector.withdraw"));
        assertThat(Trial.yaml(source)).contains("title: inspection");
    }

    @Test
    void verdictsAreThoseOfTheGraphModel() {
        Case source = Trial.read(Trial.resource("inspection.gmcr")).model();
        // Worked out by hand: the six feasible states are 0, 1, 2, 4, 5, 6.
        assertThat(Verdict.of(source).equilibria(Concept.NASH)).isEqualTo(Verdict.brute(source));
    }

    @ParameterizedTest
    @CsvSource({
        "useManualPreferenceRanking, preferenceRanking",
        "useManualPreferenceVectors, preferenceVector"
    })
    void manualRankingsCountFeasibleStatesFromOne(String flag, String ranking) {
        Case source =
                read(
                        "\"%s\": true, \"infeasibles\": [[[0, \"N\"], [1, \"N\"]]], \"decisionMakers\": [{\"name\": \"A\", \"options\": [0], \"%s\": [3, [2, 1]], \"preferences\": []}, {\"name\": \"B\", \"options\": [1], \"%s\": [[1, 2, 3]], \"preferences\": []}]"
                                .formatted(flag, ranking, ranking));
        assertThat(Trial.part(source, "a", PreferencePart.Ranking.class).groups())
                .containsExactly(List.of(3), List.of(1, 2));
        assertThat(Trial.part(source, "b", PreferencePart.Ranking.class).groups())
                .containsExactly(List.of(1, 2, 3));
        assertThat(source.now()).singleElement().hasToString("a.go = yes");
    }

    @Test
    void rankingsThatAreNotInUseAreListed() {
        Imported imported =
                Trial.read(
                        Trial.text(
                                "x.gmcr",
                                "{"
                                        + TWO_OPTIONS
                                        + "\"useManualPreferenceRanking\": false, \"infeasibles\": [], \"decisionMakers\": [{\"name\": \"A\", \"options\": [0, 1], \"preferences\": [[[0, \"Y\"]]], \"preferenceRanking\": [1, 2, 3, 4], \"payoffs\": [1, 2, 3, 4]}]}"));
        assertThat(Trial.part(imported.model(), "a", PreferencePart.Order.class).statements())
                .hasSize(1);
        assertThat(imported.losses())
                .extracting(Loss::where)
                .anyMatch(w -> w.contains("preferenceRanking"));
        assertThat(imported.losses()).extracting(Loss::where).anyMatch(w -> w.contains("payoffs"));
    }

    @Test
    void sameNamesGetIdsOfTheirOwn() {
        Case source =
                read(
                        "\"infeasibles\": [], \"decisionMakers\": [{\"name\": \"Élan\", \"options\": [0, 1], \"preferences\": []}, {\"name\": \"Elan\", \"options\": [], \"preferences\": []}]");
        assertThat(source.parties().stream().map(Party::id)).containsExactly("elan", "elan-2");
        assertThat(source.options().stream().map(o -> o.ref().toString()))
                .containsExactly("elan.go", "elan.go-2");
        assertThat(Trial.yaml(source)).contains("Élan");
    }

    @Test
    void optionOfNobodyNeverMoves() {
        Case source =
                read(
                        "\"infeasibles\": [], \"decisionMakers\": [{\"name\": \"A\", \"options\": [0], \"preferences\": [[[1, \"Y\"]]]}]");
        assertThat(source.unseen())
                .singleElement()
                .satisfies(u -> assertThat(u.party()).isEqualTo("nobody"));
        assertThat(Verdict.of(source).equilibria(Concept.NASH)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void misperceptionsAndCoalitionsAreKept() {
        Case source =
                read(
                        "\"infeasibles\": [], \"coalitions\": [[0, 1]], \"decisionMakers\": [{\"name\": \"A\", \"options\": [0], \"preferences\": [], \"misperceptions\": [[[1, \"Y\"]]]}, {\"name\": \"B\", \"options\": [1], \"preferences\": []}]");
        assertThat(source.unseen())
                .singleElement()
                .satisfies(u -> assertThat(u.states()).hasToString("b.go"));
        assertThat(source.coalitions()).containsExactly(List.of("a", "b"));
        assertThat(Trial.roundTrip(source, "gmcr")).isEqualTo(source);
    }

    @Test
    void whatIsImportedComesBackAsTheSameBytes() {
        Case source = Trial.read(Trial.resource("inspection.gmcr")).model();
        assertThat(Trial.yaml(Trial.roundTrip(source, "gmcr"))).isEqualTo(Trial.yaml(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "infeasibles": [[[7, "Y"]]], "decisionMakers": [{"name": "A", "options": [0, 1]}] | names option 7
                    "infeasibles": [[]], "decisionMakers": [{"name": "A", "options": [0, 1]}] | rule out every state
                    "decisionMakers": [{"name": "A", "options": [0]}, {"name": "B", "options": [0]}] | second decision maker
                    "decisionMakers": [{"name": "A", "options": [9]}] | names no option
                    "decisionMakers": [] | something in it
                    "decisionMakers": [{"name": "A", "options": [0, 1], "preferenceRanking": [1, 2]}], "useManualPreferenceRanking": true | leaves out 2 of 4
                    "decisionMakers": [{"name": "A", "options": [0, 1], "preferenceRanking": [1, 2, 3, 3]}], "useManualPreferenceRanking": true | ranks state 3 twice
                    """)
    void whatIsWrongIsToldWithItsPlace(String rest, String fact) {
        assertThatThrownBy(() -> read(rest))
                .isInstanceOfSatisfying(
                        ImportError.class,
                        error ->
                                assertThat(error.problems().getFirst().line())
                                        .startsWith("small.gmcr:1:")
                                        .contains(fact));
    }

    @Test
    void levelsBecomeOneYesNoOptionEach() {
        Case source =
                Trial.of(
                        """
                        detente: 1
                        title: Three levels
                        parties: {a: {}, b: {}}
                        options:
                          a: {aid: {levels: [none, some, all]}}
                          b: {go: {}}
                        rules: {r: {never: a.aid = some and b.go}}
                        now: {a.aid: some}
                        preferences:
                          a: {order: [b.go, 'a.aid in {none, all}']}
                          b: {values: {a.aid: {all: 3}, b.go: -1}}
                        """);
        Case written = Trial.roundTrip(source, "gmcr");
        assertThat(written.options()).hasSize(3);
        for (Concept concept : Concept.values()) {
            assertThat(Verdict.of(written).equilibria(concept))
                    .isEqualTo(Verdict.asBits(source, concept));
        }
    }

    @Test
    void longAlternativesBecomeSeveralRules() {
        StringBuilder members = new StringBuilder("[[0, \"Y\"], [1, \"Y\"]]");
        String name = "a long name of an option ".repeat(2);
        for (int k = 2; k < 40; k++) {
            for (int other = k + 1; other < 40; other++) {
                members.append(", [[%d, \"Y\"], [%d, \"Y\"]]".formatted(k, other));
            }
        }
        StringBuilder options = new StringBuilder();
        StringBuilder owned = new StringBuilder();
        for (int k = 0; k < 40; k++) {
            options.append(k == 0 ? "" : ", ").append("{\"name\": \"%s\"}".formatted(name));
            owned.append(k == 0 ? "" : ", ").append(k);
        }
        Case source =
                Trial.read(
                                Trial.text(
                                        "long.gmcr",
                                        "{\"options\": [%s], \"infeasibles\": [{\"members\": [%s]}], \"decisionMakers\": [{\"name\": \"A\", \"options\": [%s]}]}"
                                                .formatted(options, members, owned)))
                        .model();
        assertThat(source.rules()).hasSizeGreaterThan(1);
        assertThat(Trial.yaml(source)).contains("infeasible-2");
    }
}
