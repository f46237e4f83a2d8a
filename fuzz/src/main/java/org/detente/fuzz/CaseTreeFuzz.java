// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

/// Jazzer's entry: bytes decide how cases are changed by their parts.
public final class CaseTreeFuzz {
    private static final CaseMutator MUTATOR = new CaseMutator();
    private static final int MOST_MUTATIONS = 6;

    private CaseTreeFuzz() {}

    /// Makes a case and checks it.
    ///
    /// @param bytes what decides
    public static void fuzzerTestOneInput(byte[] bytes) {
        Decisions decisions = new Decisions(bytes);
        CaseInvariant.check(MUTATOR.make(decisions, decisions.nextInt(MOST_MUTATIONS)));
    }
}
