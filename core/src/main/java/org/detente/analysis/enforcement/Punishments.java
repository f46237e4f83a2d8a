// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.detente.compile.CompiledCase;
import org.detente.compile.Movement;
import org.detente.compile.Reachability;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.compile.Worths;
import org.detente.model.Option;

/// The worst that the others can do to a party after its breach, among what they would do.
///
/// Of the states that all others together can bring about from the breach, the breach itself
/// included, those count that are Nash-stable for every party; if there are none, those that are
/// sequentially stable; if there are none either, the breach goes unpunished. Its memo may be used
/// by several threads.
final class Punishments {
    private final CompiledCase model;
    private final StateSpace space;
    private final Movement movement;
    private final Worths worths;
    private final StableSlices slices;
    private final Map<Slice, int[]> worstFirst = new ConcurrentHashMap<>();
    private final Map<Long, StateSet> reached = new ConcurrentHashMap<>();
    private final Map<Breach, Punishment> known = new ConcurrentHashMap<>();

    private static final Punishment.Credible[] KINDS = {
        Punishment.Credible.NASH, Punishment.Credible.SEQUENTIAL
    };

    /// The stable states with a mover's own options at some levels, worst for a party first.
    private record Slice(Punishment.Credible kind, int party, int ownLevels) {}

    /// A party that stands in a state after its breach.
    private record Breach(int party, int state) {}

    /// Punishments in a case.
    ///
    /// @param model the case, whose orders decide what is stable
    /// @param worths what states are worth
    /// @param slices the states that last
    Punishments(CompiledCase model, Worths worths, StableSlices slices) {
        this.model = model;
        this.space = model.space();
        this.movement = model.movement();
        this.worths = worths;
        this.slices = slices;
    }

    Worths worths() {
        return worths;
    }

    /// The worst credible answer to a breach.
    ///
    /// @param party the index of the party that broke the agreement, as in the points
    /// @param mover its index among the movers
    /// @param breach the state it has brought about
    Punishment of(int party, int mover, int breach) {
        return known.computeIfAbsent(new Breach(party, breach), _ -> found(party, mover, breach));
    }

    private Punishment found(int party, int mover, int breach) {
        for (Punishment.Credible kind : KINDS) {
            for (int state : slice(kind, party, mover, breach)) {
                if (state == breach || othersReach(mover, breach, state)) {
                    return new Punishment(
                            worths.outside(party, state), state, by(breach, state), kind);
                }
            }
        }
        return new Punishment(
                worths.outside(party, breach), breach, List.of(), Punishment.Credible.NONE);
    }

    private List<String> by(int from, int to) {
        List<String> by = new ArrayList<>();
        for (int mover = 0; mover < space.moverCount(); mover++) {
            for (int option : space.optionsOf(mover)) {
                if (space.level(from, option) != space.level(to, option)) {
                    by.add(space.movers().get(mover).id());
                    break;
                }
            }
        }
        return by;
    }

    /// The stable states with the breaker's options as they are, the worst for it first.
    private int[] slice(Punishment.Credible kind, int party, int mover, int breach) {
        return worstFirst.computeIfAbsent(
                new Slice(kind, party, slices.ownLevels(mover, breach)),
                _ -> {
                    int[] states = slices.of(kind, mover, breach);
                    double[] points = new double[states.length];
                    for (int k = 0; k < states.length; k++) {
                        points[k] = worths.outside(party, states[k]);
                    }
                    return IntStream.range(0, states.length)
                            .boxed()
                            .sorted(Comparator.comparingDouble(k -> points[k]))
                            .mapToInt(k -> states[k])
                            .toArray();
                });
    }

    /// Whether all movers but one can together lead from one state to another.
    private boolean othersReach(int mover, int from, int to) {
        int differing = 0;
        for (int option = 0; option < space.optionCount(); option++) {
            int change = space.level(to, option) - space.level(from, option);
            if (change != 0) {
                Option.Moves moves = space.moves(option);
                if ((moves == Option.Moves.UP && change < 0)
                        || (moves == Option.Moves.DOWN && change > 0)) {
                    return false;
                }
                differing |= 1 << space.moverOf(option);
            }
        }
        return inTurns(differing, from, to)
                || reached.computeIfAbsent(
                                ((long) mover << Integer.SIZE) | from,
                                _ -> reachedWithout(mover, from))
                        .contains(to);
    }

    /// Whether each of some movers in turn can go straight to its levels.
    private boolean inTurns(int movers, int at, int to) {
        if (movers == 0) {
            return true;
        }
        for (int mover = 0; mover < space.moverCount(); mover++) {
            if ((movers >>> mover & 1) != 0) {
                int next = at;
                for (int option : space.optionsOf(mover)) {
                    next = space.with(next, option, space.level(to, option));
                }
                if (movement.canMove(mover, at, next)
                        && inTurns(movers & ~(1 << mover), next, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    private StateSet reachedWithout(int mover, int from) {
        List<StateSet> seen = new ArrayList<>();
        for (int other = 0; other < space.moverCount(); other++) {
            seen.add(other == mover ? StateSet.none(space.product()) : model.seen(other));
        }
        return Reachability.byMoves(space, model.feasible(), seen, from).reached();
    }
}
