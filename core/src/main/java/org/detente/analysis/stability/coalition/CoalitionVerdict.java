// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

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
    private final boolean wayLeftOut;

    /// Without the ways of upsetting states.
    CoalitionVerdict(List<Integer> members, Map<Concept, StateSet> stable) {
        this(members, stable, List.of(), false);
    }

    private CoalitionVerdict(
            List<Integer> members,
            Map<Concept, StateSet> stable,
            List<Upset> upsets,
            boolean wayLeftOut) {
        this.members = List.copyOf(members);
        this.stable = Map.copyOf(stable);
        this.upsets = List.copyOf(upsets);
        this.wayLeftOut = wayLeftOut;
    }

    /// The same with ways of upsetting states.
    ///
    /// @param found one for each state of which it was sought and found
    /// @param leftOut whether the bound was hit for others
    CoalitionVerdict with(List<Upset> found, boolean leftOut) {
        return new CoalitionVerdict(members, stable, found, leftOut);
    }

    /// Who moves together.
    ///
    /// @return the movers' indices, ascending
    public List<Integer> members() {
        return members;
    }

    /// The feasible states that are stable for the coalition.
    ///
    /// @param concept one of [#CONCEPTS] that was decided
    /// @return the set, shared: must not be changed
    public StateSet stable(Concept concept) {
        return java.util.Objects.requireNonNull(stable.get(concept));
    }

    /// Whether the bound was wide enough to decide a concept.
    ///
    /// @param concept one of [#CONCEPTS]
    /// @return true if [#stable] tells of it; always true of Nash
    public boolean isDecided(Concept concept) {
        return stable.containsKey(concept);
    }

    /// Whether nothing was left out.
    ///
    /// @return true if every concept is decided and every joint move asked for was found
    public boolean isComplete() {
        return !wayLeftOut && stable.keySet().containsAll(CONCEPTS);
    }

    /// How the coalition upsets the states that were asked about.
    ///
    /// @return one for each of those states that is not stable for it under Nash, without those for
    ///   which the bound was hit
    public List<Upset> upsets() {
        return upsets;
    }
}
