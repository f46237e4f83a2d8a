// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.detente.compile.Movement;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;

/// What all coalitions of a case share: ranks by mover and state, and where each set of parties can
/// go, found when first asked for.
final class Arena {
    private final StateSpace space;
    private final StateSet feasible;
    private final List<StateSet> usable = new ArrayList<>();
    private final Movement movement;
    private final int[][] rank;
    private final boolean[] indifferent;
    private final Map<PartySet, JointMoves> moves = new ConcurrentHashMap<>();

    /// What a case compiles to.
    Arena(StateSpace space, StateSet feasible, List<StateSet> seen, List<Ranks> ranks) {
        this.space = space;
        this.feasible = feasible;
        this.movement = new Movement(space, feasible, seen.toArray(StateSet[]::new));
        this.rank = new int[space.moverCount()][space.product()];
        this.indifferent = new boolean[space.moverCount()];
        for (int mover = 0; mover < rank.length; mover++) {
            usable.add(seen.get(mover).copy().and(feasible));
            indifferent[mover] = true;
            int first = ranks.get(mover).rank(feasible.next(0));
            for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
                rank[mover][s] = ranks.get(mover).rank(s);
                indifferent[mover] &= rank[mover][s] == first;
            }
        }
    }

    StateSpace space() {
        return space;
    }

    StateSet feasible() {
        return feasible;
    }

    Movement movement() {
        return movement;
    }

    /// A mover's ranks by state; must not be changed.
    int[] rank(int mover) {
        return rank[mover];
    }

    /// The ranks of some parties, in ascending order of the parties.
    int[][] ranks(PartySet parties) {
        int[] members = parties.members();
        int[][] result = new int[members.length][];
        for (int i = 0; i < members.length; i++) {
            result[i] = rank[members[i]];
        }
        return result;
    }

    /// Whether one of the parties ranks all feasible states alike, so that they never gain
    /// together.
    boolean neverGain(PartySet parties) {
        for (int mover : parties.members()) {
            if (indifferent[mover]) {
                return true;
            }
        }
        return false;
    }

    JointMoves moves(PartySet parties) {
        return moves.computeIfAbsent(parties, p -> new JointMoves(space, feasible, usable, p));
    }
}
