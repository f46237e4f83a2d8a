// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.compile.OutcomePoint;
import org.detente.compile.StateSet;
import org.detente.model.Outcome;
import org.jspecify.annotations.Nullable;

/// What is wanted to last: one state, or any of several.
///
/// @param outcome the outcome it was asked for by, or null
/// @param anyState whether any state of the outcome will do, not only the one it stands for
/// @param states the states of which one must last; empty if the outcome has none
public record Wanted(@Nullable String outcome, boolean anyState, List<Integer> states) {
    /// Copies the list.
    public Wanted {
        states = List.copyOf(states);
    }

    /// One state.
    ///
    /// @param model the case
    /// @param state a feasible state's number
    /// @return that state, under the number it is shown as
    /// @throws IllegalArgumentException if the state is not feasible
    public static Wanted state(CompiledCase model, int state) {
        if (state < 0 || state >= model.space().product() || !model.feasible().contains(state)) {
            throw new IllegalArgumentException("%d is no feasible state".formatted(state));
        }
        return new Wanted(null, false, List.of(model.same().shownAs(state)));
    }

    /// The one state that an outcome stands for.
    ///
    /// @param model the case
    /// @param outcome one of its outcomes
    /// @return that state, or no state if the outcome cannot be reached from `now`
    public static Wanted pointOf(CompiledCase model, Outcome outcome) {
        OutcomePoint point = model.pointOf(outcome);
        return new Wanted(
                outcome.id(),
                false,
                point == null ? List.of() : List.of(model.same().shownAs(point.state())));
    }

    /// Any state of an outcome.
    ///
    /// @param model the case
    /// @param outcome one of its outcomes
    /// @return all of its states that are shown
    public static Wanted anyOf(CompiledCase model, Outcome outcome) {
        StateSet states = model.statesOf(outcome).and(model.same().shown());
        return new Wanted(outcome.id(), true, states.stream().boxed().toList());
    }
}
