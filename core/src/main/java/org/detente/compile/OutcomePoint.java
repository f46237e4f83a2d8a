// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.List;
import org.detente.model.Outcome;
import org.detente.model.Setting;
import org.jspecify.annotations.Nullable;

/// The one state that an outcome stands for: `now` overlaid with the outcome's `at`; without `at`
/// `now` itself if it lies inside, else the reachable state with the fewest changed options, then
/// the fewest level steps.
///
/// @param state the state; the lowest number where several are equally near
/// @param equallyNearCount how many states are equally near, 1 if the choice is unique
public record OutcomePoint(int state, int equallyNearCount) {

    /// Finds the state of an outcome.
    static @Nullable OutcomePoint of(CompiledCase model, Outcome outcome) {
        StateSet nearest = nearest(model, outcome);
        return nearest.isEmpty() ? null : new OutcomePoint(nearest.next(0), nearest.count());
    }

    /// All states of an outcome that are equally near; one where `at` or `now` decides.
    static StateSet nearest(CompiledCase model, Outcome outcome) {
        StateSet states = model.statesOf(outcome);
        int decided =
                outcome.at().isEmpty()
                        ? model.now()
                        : overlaid(model.space(), model.now(), outcome.at());
        if (!outcome.at().isEmpty() || states.contains(decided)) {
            StateSet one = StateSet.none(states.size());
            if (states.contains(decided)) {
                one.add(decided);
            }
            return one;
        }
        return nearest(model.space(), model.now(), states.and(model.reachableByMoves().reached()));
    }

    /// A state with some of its levels replaced.
    ///
    /// @param space the space
    /// @param state the state
    /// @param settings the levels to set; those of terms are passed over
    /// @return the other state's number
    static int overlaid(StateSpace space, int state, List<Setting> settings) {
        int result = state;
        for (Setting setting : settings) {
            int option = space.indexOf(setting.item());
            if (option >= 0) {
                result = space.with(result, option, space.levelIndex(option, setting.level()));
            }
        }
        return result;
    }

    private static StateSet nearest(StateSpace space, int now, StateSet candidates) {
        int moreThanAllSteps = 1;
        for (int option = 0; option < space.optionCount(); option++) {
            moreThanAllSteps += space.radix(option);
        }
        int change = moreThanAllSteps;
        DigitSums distances =
                new DigitSums(
                        space,
                        (option, level) -> {
                            int steps = Math.abs(level - space.level(now, option));
                            return steps == 0 ? 0 : change + steps;
                        });
        int best = Integer.MAX_VALUE;
        StateSet nearest = StateSet.none(candidates.size());
        for (int s = candidates.next(0); s >= 0; s = candidates.next(s + 1)) {
            int distance = distances.of(s);
            if (distance < best) {
                best = distance;
                nearest = StateSet.none(candidates.size());
            }
            if (distance == best) {
                nearest.add(s);
            }
        }
        return nearest;
    }
}
