// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CasesReadTest {
    @ParameterizedTest
    @MethodSource("org.detente.cases.CaseFolders#keys")
    void caseReadsWithoutWarnings(String key) {
        assertThat(Cases.warnings(key)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.detente.cases.CaseFolders#keys")
    void caseCompilesWithoutWarnings(String key) {
        assertThat(Cases.compile(key).warnings()).isEmpty();
    }
}
