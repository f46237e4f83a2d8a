// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.detente.analysis.enforcement.Punishment.Credible;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;

/// The states that would last, sorted by the levels of one mover's own options. Immutable; its memo
/// may be used by several threads.
final class StableSlices {
    private static final int[] NOTHING = {};

    private final StateSpace space;
    private final Map<Credible, StateSet> stable;
    private final Map<Own, Map<Integer, int[]>> byOwnLevels = new ConcurrentHashMap<>();

    /// Whose levels states are sorted by.
    private record Own(Credible credible, int mover) {}

    /// Slices of a case.
    ///
    /// @param space the states
    /// @param nash the states that are Nash-stable for every party
    /// @param sequential those that are sequentially stable
    StableSlices(StateSpace space, StateSet nash, StateSet sequential) {
        this.space = space;
        this.stable = Map.of(Credible.NASH, nash, Credible.SEQUENTIAL, sequential);
    }

    /// The stable states in which a mover's options stand as in a given state.
    ///
    /// @param credible in which sense they are stable: Nash or sequentially
    /// @param mover the mover's index
    /// @param state the state's number
    /// @return ascending numbers; shared, must not be changed
    int[] of(Credible credible, int mover, int state) {
        return byOwnLevels
                .computeIfAbsent(new Own(credible, mover), this::sorted)
                .getOrDefault(ownLevels(mover, state), NOTHING);
    }

    /// A number for the levels of a mover's own options.
    int ownLevels(int mover, int state) {
        int number = 0;
        for (int option : space.optionsOf(mover)) {
            number += space.level(state, option) * space.stride(option);
        }
        return number;
    }

    private Map<Integer, int[]> sorted(Own own) {
        Map<Integer, int[]> slices = new HashMap<>();
        Map<Integer, Integer> counts = new HashMap<>();
        StateSet states = java.util.Objects.requireNonNull(stable.get(own.credible()));
        for (int state = states.next(0); state >= 0; state = states.next(state + 1)) {
            int key = ownLevels(own.mover(), state);
            int count = counts.getOrDefault(key, 0);
            int[] slice = slices.getOrDefault(key, NOTHING);
            if (count == slice.length) {
                slice = Arrays.copyOf(slice, Math.max(4, 2 * count));
                slices.put(key, slice);
            }
            slice[count] = state;
            counts.put(key, count + 1);
        }
        for (int key : List.copyOf(counts.keySet())) {
            slices.computeIfPresent(
                    key, (k, slice) -> Arrays.copyOf(slice, counts.getOrDefault(k, 0)));
        }
        return slices;
    }
}
