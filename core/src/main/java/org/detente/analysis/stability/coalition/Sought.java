// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.detente.analysis.stability.Concept;
import org.detente.compile.StateSet;

/// Of which states it is sought how a coalition upsets them.
///
/// @param always these
/// @param lasting states that would last for each party alone; of those that the coalition upsets
///   sequentially some more are sought
/// @param choice chooses from a set that is not empty
public record Sought(
        List<Integer> always, StateSet lasting, Function<StateSet, List<Integer>> choice) {
    /// Copies the list.
    public Sought {
        always = List.copyOf(always);
    }

    /// Some states and no more.
    ///
    /// @param states their numbers
    /// @param size the size of a set of states
    /// @return what is sought
    public static Sought only(List<Integer> states, int size) {
        return new Sought(states, StateSet.none(size), _ -> List.of());
    }

    /// The states for a coalition.
    ///
    /// @param verdict its verdict
    List<Integer> of(CoalitionVerdict verdict) {
        List<Integer> states = new ArrayList<>(always);
        if (verdict.isDecided(Concept.SEQ) && verdict.members().size() > 1) {
            StateSet upset = lasting.copy().andNot(verdict.stable(Concept.SEQ));
            always.forEach(upset::remove);
            if (!upset.isEmpty()) {
                states.addAll(choice.apply(upset));
            }
        }
        return states;
    }
}
