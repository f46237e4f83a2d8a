// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.List;

/// Which states count as one. Each class is shown under its lowest feasible number.
///
/// A class is closed: nobody can leave it and nobody tells its states apart. So every verdict is
/// the same for all of its states, and merging only changes what is counted and shown.
public final class SameStates {
    private final List<StateSet> classes;
    private final StateSet shown;

    private SameStates(List<StateSet> classes, StateSet shown) {
        this.classes = classes;
        this.shown = shown;
    }

    /// Merges overlapping sets and finds what is shown.
    ///
    /// @param described the sets of states that count as one, already cut to feasible states
    /// @param feasible the feasible states
    static SameStates of(List<StateSet> described, StateSet feasible) {
        List<StateSet> classes = new ArrayList<>();
        for (StateSet set : described) {
            StateSet merged = set.copy();
            classes.removeIf(other -> {
                boolean overlaps = other.intersects(merged);
                if (overlaps) {
                    merged.or(other);
                }
                return overlaps;
            });
            if (!merged.isEmpty()) {
                classes.add(merged);
            }
        }
        StateSet shown = feasible.copy();
        for (StateSet merged : classes) {
            shown.andNot(merged);
            shown.add(merged.next(0));
        }
        return new SameStates(List.copyOf(classes), shown);
    }

    /// The states that are shown: one for each class, and all feasible states outside classes.
    ///
    /// @return the set, shared: must not be changed
    public StateSet shown() {
        return shown;
    }

    /// The classes of more than one description.
    List<StateSet> classes() {
        return classes;
    }

    /// The number under which a feasible state is shown.
    ///
    /// @param state a feasible state
    /// @return its own number, or the lowest of its class
    public int shownAs(int state) {
        for (StateSet merged : classes) {
            if (merged.contains(state)) {
                return merged.next(0);
            }
        }
        return state;
    }
}
