// SPDX-License-Identifier: Apache-2.0
package org.detente.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;

class SeedsTest {
    @ParameterizedTest
    @Seeds(3)
    void standInTheTestsName(long seed, TestInfo info) {
        assertThat(info.getDisplayName()).contains(Long.toString(seed));
    }

    @Test
    void countFromOne() {
        assertThat(Seeds.Provider.seeds(3, "")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void takeAnUnsetMavenPropertyForNone() {
        assertThat(Seeds.Provider.seeds(2, "${detente.seed}")).containsExactly(1L, 2L);
    }

    @Test
    void replayOnlyTheOneAskedFor() {
        assertThat(Seeds.Provider.seeds(3, " 17 ")).containsExactly(17L);
    }
}
