// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that mean harm, or are broken, are refused with a place, a fact and a mend.
class HostileFilesTest {
    private static void refused(ForeignFile file, String fact) {
        assertThatThrownBy(() -> Trial.read(file))
                .isInstanceOfSatisfying(
                        ImportError.class,
                        error ->
                                assertThat(error.problems())
                                        .isNotEmpty()
                                        .allSatisfy(p ->
                                                assertThat(p.line())
                                                        .startsWith(file.name() + ":")
                                                        .hasLineCount(1)))
                .hasMessageContaining(fact);
    }

    @Test
    void externalEntitiesAreNotRead(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        refused(
                Trial.text(
                        "x.xml",
                        "<!DOCTYPE u [<!ENTITY s SYSTEM \"%s\">]><utility_space>&s;</utility_space>"
                                .formatted(secret.toUri())),
                "declares a document type");
    }

    @Test
    void entitiesThatGrowAreNotRead() {
        refused(
                Trial.text(
                        "bomb.xml",
                        "<!DOCTYPE u [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><utility_space>&b;</utility_space>"),
                "declares a document type");
    }

    @Test
    void deepNestingIsRefused() {
        refused(
                Trial.text("deep.gmcr", "{\"decisionMakers\": " + "[".repeat(100_000)),
                "is not JSON");
        refused(Trial.text("deep.xml", "<utility_space>".repeat(100_000)), "nested more than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"decisionMakers\": [",
                "{\"decisionMakers\": 3}",
                "{\"decisionMakers\": [], \"options\": 1e999}",
                "{\"issuesValues\": {}}",
                "{\"LinearAdditiveUtilitySpace\": []}",
                "{\"SumOfGroupsUtilitySpace\": {}}",
                "<utility_space>",
                "<utility_space><issue></utility_space>",
                "<negotiation_template/>",
                "NFG 1",
                "NFG 1 R \"t",
                "",
                "detente: 1\ntitle: x",
                "PK\u0003\u0004 is no archive"
            })
    void brokenFilesAreRefused(String text) {
        refused(Trial.text("broken", text), "broken:");
    }

    @Test
    void filesOfTwoFormsAreNotMixed() {
        assertThatThrownBy(() ->
                        Formats.read(
                                List.of(
                                        Trial.resource("inspection.gmcr"),
                                        Trial.resource("ferry.nfg"))))
                .isInstanceOf(ImportError.class)
                .hasMessageContaining("one form at a time");
    }
}
