// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The cases on US–Iran speak of no weapons and take no words of judgement over: both stand in
/// quotations of the ledger only.
class NeutralWordsTest {
    private static final Pattern HARDWARE =
            Pattern.compile(
                    "(?i)\\b(missiles?|drones?|warheads?|bombs?|bombers?|rockets?|torpedo(es)?|boats?"
                            + "|craft|aircraft|carriers?|destroyers?|submarines?|tunnels?|bunkers?"
                            + "|cyber|launchers?|centrifuges?|coordinates)\\b");
    private static final Pattern JUDGEMENT =
            Pattern.compile(
                    "(?i)\\b(aggressions?|regime|falsely|illegal|terror\\w*|formidable)\\b");

    /// What talks may be about is no operational detail.
    private static final List<String> AGENDA =
            List.of("wider: {text: \"also missiles and armed groups\"");

    @ParameterizedTest
    @ValueSource(strings = {"us-iran-2026", "us-iran-2026-core"})
    void namesNoWeaponsOutsideTheLedger(String key) {
        assertThat(linesOutsideLedger(key))
                .filteredOn(line -> AGENDA.stream().noneMatch(line::contains))
                .noneMatch(line -> HARDWARE.matcher(line).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-iran-2026", "us-iran-2026-core"})
    void takesNoWordsOfJudgementOver(String key) {
        assertThat(CaseFolders.text(Path.of(key, "case.yaml")).lines())
                .filteredOn(line -> !line.strip().startsWith("quote: "))
                .noneMatch(line -> JUDGEMENT.matcher(line).find());
    }

    private static List<String> linesOutsideLedger(String key) {
        List<String> lines = CaseFolders.text(Path.of(key, "case.yaml")).lines().toList();
        int start = lines.indexOf("claims:");
        int end = lines.indexOf("parties:");
        assertThat(start).isPositive().isLessThan(end);
        return java.util.stream.Stream.concat(
                        lines.subList(0, start).stream(), lines.subList(end, lines.size()).stream())
                .toList();
    }
}
