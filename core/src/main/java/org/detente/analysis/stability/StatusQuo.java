// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.List;
import java.util.stream.LongStream;
import org.detente.analysis.ListLimit;
import org.detente.compile.CompiledCase;
import org.detente.compile.Reachability;
import org.detente.compile.StateSet;
import org.detente.explain.Data;

/// Which lasting states can be reached from the status quo: by moves that each pay whoever makes
/// them, and by any moves [Li2005]. The status quo itself counts as reached.
///
/// @param byImprovements what is reached if whoever moves gains by it
/// @param byMoves what is reached by any moves
record StatusQuo(Reachability byImprovements, Reachability byMoves) {
    /// Looks from the status quo of a case.
    static StatusQuo of(CompiledCase model) {
        return new StatusQuo(model.reachableByImprovements(), model.reachableByMoves());
    }

    /// The reached states that would last.
    static StateSet lasting(Reachability reachability, Reading reading, Concept concept) {
        return reading.verdicts()
                .equilibria(concept)
                .copy()
                .and(reachability.reached())
                .and(reading.model().same().shown());
    }

    Data.Fields data(Reading reading, ListLimit limit) {
        return new Data.Fields()
                .with("byImprovements", data(byImprovements, reading, limit))
                .with("byMoves", data(byMoves, reading, limit));
    }

    private static Data.Fields data(Reachability reachability, Reading reading, ListLimit limit) {
        Data.Fields equilibria = new Data.Fields();
        for (Concept concept : Concept.values()) {
            StateSet states = lasting(reachability, reading, concept);
            long shown = limit.shown(states.count());
            equilibria.with(concept.key(), new Data.Wholes(() -> numbers(states, shown)));
        }
        return new Data.Fields()
                .with("count", reachability.reached().countShared(reading.model().same().shown()))
                .with("equilibria", equilibria);
    }

    private static LongStream numbers(StateSet states, long count) {
        return states.stream().limit(count).asLongStream();
    }

    /// The shortest path to a state, by improvements if there is one, else by any moves.
    ///
    /// @return the moves, or an empty list if the state is `now` or cannot be reached
    List<Reachability.Step> shortestPathTo(int state) {
        if (byImprovements.reached().contains(state)) {
            return byImprovements.pathTo(state);
        }
        return byMoves.reached().contains(state) ? byMoves.pathTo(state) : List.of();
    }
}
