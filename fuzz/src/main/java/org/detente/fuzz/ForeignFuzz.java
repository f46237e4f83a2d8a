// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

/// Jazzer's entry: bytes decide how other tools' files are changed by their words.
public final class ForeignFuzz {
    private static final ForeignMutator MUTATOR = new ForeignMutator();
    private static final int MOST_MUTATIONS = 8;

    private ForeignFuzz() {}

    /// Makes files and checks them.
    ///
    /// @param bytes what decides
    public static void fuzzerTestOneInput(byte[] bytes) {
        Decisions decisions = new Decisions(bytes);
        ForeignInvariant.check(MUTATOR.make(decisions, decisions.nextInt(MOST_MUTATIONS)));
    }
}
