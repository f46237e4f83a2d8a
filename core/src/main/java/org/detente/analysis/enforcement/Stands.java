// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How signatories stand to one package in one reading after moves of parties outside. Each state
/// is tested once. For one thread.
final class Stands {
    private final StandingTest test;
    private final int[] terms;
    private final Map<Integer, List<Kept>> known = new HashMap<>();

    Stands(Ground ground, Chosen chosen) {
        this.test = new StandingTest(ground);
        this.terms = ground.terms(chosen.levelArray());
    }

    /// One verdict for each signatory.
    ///
    /// @param state the state in which the package stands then
    List<Kept> in(int state) {
        return known.computeIfAbsent(state, s -> test.of(s, terms));
    }
}
