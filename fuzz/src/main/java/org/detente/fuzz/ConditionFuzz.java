// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.nio.charset.StandardCharsets;

/// Jazzer's entry: bytes are a condition.
public final class ConditionFuzz {
    private ConditionFuzz() {}

    /// Checks a condition.
    ///
    /// @param bytes its text in UTF-8
    public static void fuzzerTestOneInput(byte[] bytes) {
        ConditionInvariant.check(new String(bytes, StandardCharsets.UTF_8));
    }
}
