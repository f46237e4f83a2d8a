// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

/// Jazzer's entry: bytes are a `case.yaml`.
public final class CaseBytesFuzz {
    private CaseBytesFuzz() {}

    /// Checks a case.
    ///
    /// @param bytes the file
    public static void fuzzerTestOneInput(byte[] bytes) {
        CaseInvariant.check(bytes);
    }
}
