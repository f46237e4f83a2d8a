// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.detente.compile.Movement;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;

/// Where each set of parties can go, whatever they prefer: what all readings of a case share. Found
/// when first asked for.
final class Terrain {
    private final StateSpace space;
    private final StateSet feasible;
    private final int[] states;
    private final List<StateSet> usable = new ArrayList<>();
    private final Movement movement;
    private final Map<PartySet, JointMoves> moves = new ConcurrentHashMap<>();
    private final Map<Integer, int[]> own = new ConcurrentHashMap<>();

    /// The space, its feasible states, and by mover the states that it sees.
    Terrain(StateSpace space, StateSet feasible, List<StateSet> seen) {
        this.space = space;
        this.feasible = feasible;
        this.states = feasible.stream().toArray();
        this.movement = new Movement(space, feasible, seen.toArray(StateSet[]::new));
        for (StateSet some : seen) {
            usable.add(some.copy().and(feasible));
        }
    }

    StateSpace space() {
        return space;
    }

    StateSet feasible() {
        return feasible;
    }

    /// The feasible states, ascending; must not be changed.
    int[] states() {
        return states;
    }

    /// The feasible states that a mover sees; must not be changed.
    StateSet usable(int mover) {
        return usable.get(mover);
    }

    Movement movement() {
        return movement;
    }

    JointMoves moves(PartySet parties) {
        return moves.computeIfAbsent(parties, p -> new JointMoves(space, feasible, usable, p));
    }

    /// By state, the levels of a mover's own options as one number; must not be changed.
    int[] own(int mover) {
        return own.computeIfAbsent(mover, this::read);
    }

    private int[] read(int mover) {
        int[] levels = new int[space.product()];
        for (int option : space.optionsOf(mover)) {
            int stride = space.stride(option);
            int s = 0;
            while (s < levels.length) {
                for (int level = 0; level < space.radix(option); level++) {
                    for (int end = s + stride; s < end; s++) {
                        levels[s] += level * stride;
                    }
                }
            }
        }
        return levels;
    }
}
