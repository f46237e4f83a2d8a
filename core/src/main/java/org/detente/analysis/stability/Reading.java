// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;

/// The case as one view, or nobody in particular, sees it, with its verdicts.
///
/// @param name the view's label, or `the case as written`
/// @param model the compiled case under that view
/// @param verdicts its verdicts
record Reading(String name, CompiledCase model, Verdicts verdicts) {
    /// How many shown states of a set are equilibria.
    int equilibriumCount(Concept concept, StateSet within) {
        return verdicts.equilibria(concept).copy().and(within).countShared(model.same().shown());
    }

    /// How many shown states are equilibria.
    int equilibriumCount(Concept concept) {
        return verdicts.equilibria(concept).countShared(model.same().shown());
    }
}
