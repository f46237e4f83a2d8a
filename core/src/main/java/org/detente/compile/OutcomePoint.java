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
        StateSet states = model.statesOf(outcome);
        if (!outcome.at().isEmpty()) {
            int state = overlaid(model.space(), model.now(), outcome.at());
            return states.contains(state) ? new OutcomePoint(state, 1) : null;
        }
        if (states.contains(model.now())) {
            return new OutcomePoint(model.now(), 1);
        }
        return nearest(model.space(), model.now(), states.and(model.reachableByMoves(model.now())));
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

    private static @Nullable OutcomePoint nearest(StateSpace space, int now, StateSet candidates) {
        int[] nowLevels = new int[space.optionCount()];
        for (int option = 0; option < nowLevels.length; option++) {
            nowLevels[option] = space.level(now, option);
        }
        long best = Long.MAX_VALUE;
        int bestState = -1;
        int count = 0;
        for (int s = candidates.next(0); s >= 0; s = candidates.next(s + 1)) {
            long distance = 0;
            for (int option = 0; option < nowLevels.length; option++) {
                int steps = Math.abs(space.level(s, option) - nowLevels[option]);
                distance += steps == 0 ? 0 : (1L << 32) + steps;
            }
            if (distance < best) {
                best = distance;
                bestState = s;
                count = 1;
            } else if (distance == best) {
                count++;
            }
        }
        return bestState < 0 ? null : new OutcomePoint(bestState, count);
    }
}
