// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.detente.analysis.stability.Concept;
import org.detente.model.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Gambit's strategic games, in and out.
class NfgTest {
    @Test
    void outcomesGiveTheirPayoffsToTheProfiles() {
        Imported imported = Trial.read(Trial.resource("ferry.nfg"));
        String yaml = Trial.yaml(imported.model());
        assertThat(yaml)
                .contains("title: Ferry and \"bridge\"")
                .contains("about: 'Ours: two banks and one toll.'")
                .contains("north.strategy = bridge and south.strategy = ferry: -0.5")
                .contains("north.strategy = ferry and south.strategy = bridge: 0")
                .contains("toll: {name: Toll, text: 'Has one strategy only: low'}")
                .contains("0.3333333333333333");
        assertThat(imported.losses()).extracting(Loss::where).contains("payoffs", "outcomes");
    }

    @Test
    void whatIsImportedComesBackAsTheSameBytes() {
        Case source = Trial.read(Trial.resource("ferry.nfg")).model();
        assertThat(Trial.yaml(Trial.roundTrip(source, "nfg"))).isEqualTo(Trial.yaml(source));
    }

    @Test
    void profilesAreNumberedAsStatesAre() {
        Case chicken =
                Trial.read(
                                Trial.text(
                                        "c.nfg",
                                        "NFG 1 R \"Chicken\" { \"A\" \"B\" } { 2 2 } -5 -5 1 3 3 1 2 2"))
                        .model();
        assertThat(Verdict.of(chicken).equilibria(Concept.NASH)).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NFG 2 R "t" { "A" } { 2 } 1 2 | version '2'
                    NFG 1 R "t" { "A" } { 2 } 1 | ends before the last payoff
                    NFG 1 R "t" { "A" } { 2 } 1 2 3 | goes on after the last profile
                    NFG 1 R "t" { "A" } { 2 } 1 x | where a payoff
                    NFG 1 R "t" { "A" } { 2 } 1 1/0 | where a payoff
                    NFG 1 R "t" { "A" } { 99999 } | too many strategies
                    NFG 1 R "t" { "A" "B" } { 500 500 } 1 | 500,000 payoffs
                    NFG 1 R "t" { "A" } { 2 } { { "o" 1 } } 1 2 | names no outcome
                    NFG 1 R "t" { "A" } { { "x" } } 1 | leaves nobody a choice
                    EFG 2 R "t" { "A" } t "" 1 "" { 1 } | extensive form
                    """)
    void whatIsWrongIsTold(String text, String fact) {
        assertThatThrownBy(() -> Trial.read(Trial.text("t.nfg", text)))
                .isInstanceOf(ImportError.class)
                .hasMessageStartingWith("t.nfg:1:")
                .hasMessageContaining(fact);
    }
}
