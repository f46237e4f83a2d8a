// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.EnumMap;
import java.util.Map;
import org.detente.compile.CompiledCase;
import org.detente.compile.Factor;
import org.detente.compile.StateSet;

/// What changes when one uncertain number is at an end of its range and all others at their
/// centres.
///
/// @param factor the number
/// @param position which end
/// @param gainedCount by concept, how many shown states become equilibria
/// @param lostCount by concept, how many shown states cease to be equilibria
record FactorEffect(
        Factor factor,
        Factor.Position position,
        Map<Concept, Integer> gainedCount,
        Map<Concept, Integer> lostCount) {
    /// Copies the maps.
    FactorEffect {
        gainedCount = Map.copyOf(gainedCount);
        lostCount = Map.copyOf(lostCount);
    }

    /// Compares the equilibria at an end with those at the centre.
    static FactorEffect between(
            CompiledCase model,
            Factor factor,
            Factor.Position position,
            Verdicts centre,
            Verdicts end) {
        StateSet shown = model.same().shown();
        Map<Concept, Integer> gained = new EnumMap<>(Concept.class);
        Map<Concept, Integer> lost = new EnumMap<>(Concept.class);
        for (Concept concept : Concept.values()) {
            StateSet before = centre.equilibria(concept);
            StateSet after = end.equilibria(concept);
            gained.put(concept, after.copy().andNot(before).countShared(shown));
            lost.put(concept, before.copy().andNot(after).countShared(shown));
        }
        return new FactorEffect(factor, position, gained, lost);
    }

    /// Whether any equilibrium changes.
    boolean changesAnything() {
        return gainedCount.values().stream().anyMatch(c -> c > 0)
                || lostCount.values().stream().anyMatch(c -> c > 0);
    }

    int gained(Concept concept) {
        return java.util.Objects.requireNonNull(gainedCount.get(concept));
    }

    int lost(Concept concept) {
        return java.util.Objects.requireNonNull(lostCount.get(concept));
    }
}
