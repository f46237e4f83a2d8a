// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexTest {
    @Test
    void indexNamesTheFoldersInOrder() {
        assertThat(CaseFolders.keys()).isNotEmpty().isEqualTo(CaseFolders.folders());
    }

    @ParameterizedTest
    @MethodSource("org.detente.cases.CaseFolders#keys")
    void caseAndItsSourceAreOnTheClassPath(String key) {
        assertThat(CaseFolders.resource(key + "/case.yaml"))
                .isEqualTo(CaseFolders.text(Path.of(key, "case.yaml")));
        assertThat(CaseFolders.resource(key + "/SOURCE.md"))
                .isEqualTo(CaseFolders.text(Path.of(key, "SOURCE.md")));
    }

    @ParameterizedTest
    @MethodSource("org.detente.cases.CaseFolders#keys")
    void onlyTheFilesOfACaseStandInItsFolder(String key) throws Exception {
        try (var files = Files.list(Path.of(key))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isSubsetOf("case.yaml", "SOURCE.md", "expected.yaml", "packages", "sources");
        }
    }
}
