// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.jspecify.annotations.Nullable;

/// Finds the states that are stable for one mover as [StabilityKernel] does, in one thread and in
/// place: GMR and SMR at once, SEQ and SSEQ at once, and an opponent looks again only near states
/// that another has changed.
///
/// While values settle they only fall, and what is stable only grows. SEQ implies GMR, and SSEQ
/// implies SMR: once as much is stable as these allow, the rest of the settling is left out.
/// Memory: two `long` a state.
final class InPlaceKernel {
    private final StateSet feasible;
    private final Ranks ranks;
    private final InPlaceMoves own;
    private final List<InPlaceMoves> opponents;
    private final long[] start;
    private final long[] values;

    /// One mover in one reading.
    ///
    /// @param feasible the feasible states
    /// @param ranks the mover's ranks
    /// @param own its moves
    /// @param opponents the moves of the others
    InPlaceKernel(StateSet feasible, Ranks ranks, InPlaceMoves own, List<InPlaceMoves> opponents) {
        this.feasible = feasible;
        this.ranks = ranks;
        this.own = own;
        this.opponents = List.copyOf(opponents);
        this.start = new long[feasible.size()];
        this.values = new long[feasible.size()];
    }

    /// The states that are stable under two concepts.
    private record Stable(StateSet first, StateSet second) {}

    /// Solves the mover's part.
    ///
    /// @param known what is stable in a reading in which its own ranks are the same, or null
    /// @return the states that are stable for the mover under each concept
    Map<Concept, StateSet> solve(@Nullable Map<Concept, StateSet> known) {
        StateSet nash = startFromReplies();
        Stable general = known == null ? answeredByAnyMoves() : answeredAs(known);
        Stable sequential =
                nash.equals(general.first()) && nash.equals(general.second())
                        ? general
                        : answeredByPayingMoves(general);
        Map<Concept, StateSet> stable = new EnumMap<>(Concept.class);
        stable.put(Concept.NASH, nash);
        stable.put(Concept.GMR, general.first());
        stable.put(Concept.SMR, general.second());
        stable.put(Concept.SEQ, sequential.first());
        stable.put(Concept.SSEQ, sequential.second());
        return stable;
    }

    /// Values start from the mover's own rank, and for the symmetric concepts from the best that it
    /// can have after a move of its own; infeasible states at "beyond".
    ///
    /// @return the states from which no own move leads higher
    private StateSet startFromReplies() {
        for (int s = 0; s < values.length; s++) {
            values[s] = TwoValues.of(ranks.rank(s), ranks.rank(s));
            start[s] = feasible.contains(s) ? values[s] : TwoValues.BEYOND;
        }
        StateSet nash = feasible.copy();
        own.best(
                values,
                (state, best) -> {
                    int rank = TwoValues.first(start[state]);
                    int reply = TwoValues.second(TwoValues.turned(best));
                    if (reply > rank) {
                        nash.remove(state);
                    }
                    int replyBefore = TwoValues.second(start[state]);
                    start[state] = TwoValues.of(rank, Math.max(replyBefore, reply));
                    return true;
                });
        return nash;
    }

    private static Stable answeredAs(Map<Concept, StateSet> known) {
        return new Stable(
                java.util.Objects.requireNonNull(known.get(Concept.GMR)),
                java.util.Objects.requireNonNull(known.get(Concept.SMR)));
    }

    private Stable answeredByAnyMoves() {
        System.arraycopy(start, 0, values, 0, start.length);
        settle(
                (opponent, number, changes) -> opponent.anyMoves(values, number, changes),
                () -> false);
        return guaranteed();
    }

    private Stable answeredByPayingMoves(Stable most) {
        System.arraycopy(start, 0, values, 0, start.length);
        boolean cut =
                settle(
                        (opponent, number, changes) ->
                                opponent.payingMoves(values, number, changes),
                        () -> isGuaranteed(most));
        return cut ? most : guaranteed();
    }

    /// One opponent's look at the values.
    private interface Look {
        void take(InPlaceMoves opponent, int number, Changes changes);
    }

    /// Lets the opponents answer in turn until nothing changes. An opponent's own moves are
    /// transitive, so that nothing is left for it to do until another has changed something.
    ///
    /// @param enough whether the rest can be left out; asked after each round
    /// @return whether it has been
    private boolean settle(Look look, BooleanSupplier enough) {
        Changes changes = new Changes(values.length, opponents.size());
        int unchangedLooks = 0;
        for (int turn = 0; unchangedLooks < opponents.size(); turn++) {
            int opponent = turn % opponents.size();
            if (turn > 0 && opponent == 0 && enough.getAsBoolean()) {
                return true;
            }
            look.take(opponents.get(opponent), opponent, changes);
            unchangedLooks = changes.seen(opponent) ? 1 : unchangedLooks + 1;
        }
        return false;
    }

    /// The feasible states from which no move of the mover's own leads above its rank there,
    /// counting of the state moved to its rank and the values, whichever is less.
    private Stable guaranteed() {
        Stable stable = new Stable(feasible.copy(), feasible.copy());
        own.best(
                values,
                (state, best) -> {
                    int rank = ranks.rank(state);
                    long reached = TwoValues.turned(best);
                    if (TwoValues.first(reached) > rank) {
                        stable.first().remove(state);
                    }
                    if (TwoValues.second(reached) > rank) {
                        stable.second().remove(state);
                    }
                    return true;
                });
        return stable;
    }

    /// Whether nothing leads out of given states, in the sense of [#guaranteed].
    private boolean isGuaranteed(Stable stable) {
        return own.best(
                values,
                (state, best) -> {
                    int rank = ranks.rank(state);
                    long reached = TwoValues.turned(best);
                    return !(TwoValues.first(reached) > rank && stable.first().contains(state))
                            && !(TwoValues.second(reached) > rank
                                    && stable.second().contains(state));
                });
    }
}
