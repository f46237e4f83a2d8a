// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.detente.compile.StateSet;

/// Which states are stable for whom, under which concept. States that count as one all have the
/// same verdict; infeasible states are in no set.
public final class Verdicts {
    private final Map<Concept, List<StateSet>> stable;
    private final Map<Concept, StateSet> equilibria;

    /// Keeps the given sets, which must not be changed afterwards.
    ///
    /// @param stable for each concept, by mover index, the feasible states stable for that mover
    /// @param feasible the feasible states; all are equilibria where nobody can move
    public Verdicts(Map<Concept, List<StateSet>> stable, StateSet feasible) {
        this.stable = new EnumMap<>(stable);
        this.equilibria = new EnumMap<>(Concept.class);
        for (Map.Entry<Concept, List<StateSet>> entry : stable.entrySet()) {
            this.stable.put(entry.getKey(), List.copyOf(new ArrayList<>(entry.getValue())));
            StateSet all = feasible.copy();
            entry.getValue().forEach(all::and);
            equilibria.put(entry.getKey(), all);
        }
    }

    /// The feasible states that are stable for a mover.
    ///
    /// @param concept the concept
    /// @param mover the mover's index
    /// @return the set, shared: must not be changed
    public StateSet stableFor(Concept concept, int mover) {
        return java.util.Objects.requireNonNull(stable.get(concept)).get(mover);
    }

    /// The feasible states that are stable for a mover, by concept.
    Map<Concept, StateSet> stableFor(int mover) {
        Map<Concept, StateSet> own = new EnumMap<>(Concept.class);
        stable.forEach((concept, sets) -> own.put(concept, sets.get(mover)));
        return own;
    }

    /// The feasible states that are stable for every mover.
    ///
    /// @param concept the concept
    /// @return the set, shared: must not be changed
    public StateSet equilibria(Concept concept) {
        return java.util.Objects.requireNonNull(equilibria.get(concept));
    }
}
