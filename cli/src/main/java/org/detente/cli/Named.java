// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;
import org.detente.model.Outcome;
import org.detente.model.Rule;

/// Finds what a user names within a case.
final class Named {
    private Named() {}

    /// An outcome.
    ///
    /// @param source the case
    /// @param name the outcome's id
    /// @return the outcome
    /// @throws InputError if there is none of that name
    static Outcome outcome(Case source, String name) {
        Outcome outcome = source.outcome(name);
        if (outcome == null) {
            List<String> names = source.outcomes().stream().map(Outcome::id).toList();
            throw new InputError(Unknown.message("outcome of this case", name, names));
        }
        return outcome;
    }

    /// A state.
    ///
    /// @param model the case
    /// @param state its number
    /// @return the number
    /// @throws InputError if there is no such state, or a rule forbids it
    static int state(CompiledCase model, int state) {
        int last = model.space().product() - 1;
        if (state < 0 || state > last) {
            throw new InputError(
                    "there is no state %d: the states of this case are numbered 0 to %d."
                            .formatted(state, last));
        }
        if (!model.feasible().contains(state)) {
            List<String> rules =
                    model.source().rules().stream()
                            .filter(rule -> model.where(rule.never()).contains(state))
                            .map(Rule::id)
                            .toList();
            throw new InputError(
                    "state %d cannot be: the rule %s forbids it. Choose a state that the rules allow."
                            .formatted(state, String.join(" and the rule ", rules)));
        }
        return state;
    }
}
