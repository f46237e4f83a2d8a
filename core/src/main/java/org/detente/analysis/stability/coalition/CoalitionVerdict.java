// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.detente.analysis.stability.Concept;
import org.detente.compile.StateSet;

/// Which states are stable for a coalition, under each of the four concepts.
public final class CoalitionVerdict {
    /// The concepts that are told of coalitions.
    public static final List<Concept> CONCEPTS =
            List.of(Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ);

    private final List<Integer> members;
    private final Map<Concept, StateSet> stable;
    private final List<Upset> upsets;

    CoalitionVerdict(List<Integer> members, Map<Concept, StateSet> stable, List<Upset> upsets) {
        this.members = List.copyOf(members);
        this.stable = new EnumMap<>(stable);
        this.upsets = List.copyOf(upsets);
    }

    /// Who moves together.
    ///
    /// @return the movers' indices, ascending
    public List<Integer> members() {
        return members;
    }

    /// The feasible states that are stable for the coalition.
    ///
    /// @param concept one of [#CONCEPTS]
    /// @return the set, shared: must not be changed
    public StateSet stable(Concept concept) {
        return java.util.Objects.requireNonNull(stable.get(concept));
    }

    /// How the coalition upsets the states that were asked about.
    ///
    /// @return one for each of those states that is not stable for it under Nash
    public List<Upset> upsets() {
        return upsets;
    }
}
