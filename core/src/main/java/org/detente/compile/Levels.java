// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Some levels of one option, or all or none of the states.
///
/// @param option the option's index, or -1 where none is spoken of
/// @param chosen the indices of the levels; without an option 0 if every state is meant
record Levels(int option, BitSet chosen) {
    /// No state.
    static final Levels NOWHERE = new Levels(-1, new BitSet());

    /// The other levels.
    Levels others(StateSpace space) {
        BitSet rest = (BitSet) chosen.clone();
        rest.flip(0, option < 0 ? 1 : space.radix(option));
        return new Levels(option, rest);
    }

    /// The states in which the option is at one of these levels.
    StateSet states(StateSpace space) {
        if (option < 0) {
            return chosen.get(0) ? StateSet.all(space.product()) : StateSet.none(space.product());
        }
        return space.statesAt(option, chosen::get);
    }

    /// The states in which several of these hold at once, told range by range, if that is cheaper
    /// than word by word.
    ///
    /// @param all several of these
    /// @return the states, or null if word by word is cheaper
    static @Nullable StateSet together(Iterable<Levels> all, StateSpace space) {
        @Nullable BitSet[] byOption = new BitSet[space.optionCount()];
        int count = 0;
        int lowest = byOption.length;
        for (Levels one : all) {
            count++;
            if (one.option < 0) {
                if (one.chosen.isEmpty()) {
                    return StateSet.none(space.product());
                }
                continue;
            }
            BitSet both = byOption[one.option];
            if (both == null) {
                byOption[one.option] = (BitSet) one.chosen.clone();
            } else {
                both.and(one.chosen);
            }
            lowest = Math.min(lowest, one.option);
        }
        double ranges = 1;
        for (int option = lowest; option < byOption.length; option++) {
            BitSet chosen = byOption[option];
            ranges *= chosen == null ? space.radix(option) : chosen.cardinality();
        }
        double words = (double) space.product() / Long.SIZE * count;
        if (ranges > words / 8) {
            return null;
        }
        StateSet states = StateSet.none(space.product());
        addRanges(states, space, byOption, lowest, byOption.length - 1, 0);
        return states;
    }

    private static void addRanges(
            StateSet states,
            StateSpace space,
            @Nullable BitSet[] byOption,
            int lowest,
            int option,
            int base) {
        if (option < lowest) {
            int length = lowest < byOption.length ? space.stride(lowest) : space.product();
            states.addRange(base, base + length);
            return;
        }
        BitSet chosen = byOption[option];
        for (int level = 0; level < space.radix(option); level++) {
            if (chosen == null || chosen.get(level)) {
                int next = base + level * space.stride(option);
                addRanges(states, space, byOption, lowest, option - 1, next);
            }
        }
    }
}
