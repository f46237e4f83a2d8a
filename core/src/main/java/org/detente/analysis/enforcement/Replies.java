// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;

/// What parties outside do best in one reading, by that reading's numbers, and whether packages
/// survive it there. For one thread.
final class Replies {
    private final Ground there;
    private final StandingTest test;
    private final Map<Integer, BestMove> moves = new HashMap<>();
    private final Map<Stand, Boolean> known = new HashMap<>();

    /// Where a package stands after a move.
    private record Stand(List<Integer> levels, int state) {}

    /// A reading.
    ///
    /// @param there all numbers in it
    /// @param moved the parties whose numbers are others than at the centre; all others do what
    ///   they do there
    Replies(Ground there, List<Outsider> moved) {
        this.there = there;
        this.test = new StandingTest(there);
        moved.forEach(o -> moves.put(o.mover(), new BestMove(there.form(), o.mover())));
    }

    /// Whether a party's numbers are others than at the centre.
    boolean isMoved(Spoiler spoiler) {
        return moves.containsKey(spoiler.mover());
    }

    /// The state that a party's best move leads to.
    int best(Threatened one, Spoiler spoiler) {
        BestMove own = moves.get(spoiler.mover());
        return own == null
                ? spoiler.best().state()
                : own.from(one.chosen().state(), terms(one.chosen()));
    }

    /// By how many of its own points that is better for the party than leaving the package alone;
    /// NaN if its numbers are as at the centre, or it does not go by points.
    double gap(Threatened one, Spoiler spoiler, int best) {
        BestMove own = moves.get(spoiler.mover());
        return own == null
                ? Double.NaN
                : own.ahead(best, one.chosen().state(), terms(one.chosen()));
    }

    /// Whether a party leaves a package alone after a change beforehand.
    boolean leavesAlone(Spoiler spoiler, Changes.Change change) {
        BestMove own = moves.get(spoiler.mover());
        return own != null && change.deters(own);
    }

    /// Whether every signatory keeps a package in a state.
    boolean survives(Chosen chosen, int state) {
        return known.computeIfAbsent(
                new Stand(chosen.levels(), state), _ -> test.isKept(state, terms(chosen)));
    }

    private int[] terms(Chosen chosen) {
        return there.terms(chosen.levelArray());
    }
}
