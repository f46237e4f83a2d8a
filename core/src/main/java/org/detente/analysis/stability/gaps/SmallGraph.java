// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

import java.util.Arrays;
import java.util.TreeSet;
import org.detente.compile.CompiledCase;
import org.detente.compile.Movement;
import org.detente.compile.StateSet;

/// The shown states of a case, numbered without gaps, with every mover's moves listed. Memory: one
/// number for each move.
final class SmallGraph {
    private final CompiledCase model;
    private final int[] states;
    private final int[] indexOfState;
    private final int[][][] moves;

    /// Lists the moves of a case that is small enough for it.
    SmallGraph(CompiledCase model) {
        this.model = model;
        this.states = model.same().shown().stream().toArray();
        this.indexOfState = new int[model.space().product()];
        Arrays.fill(indexOfState, -1);
        for (int index = 0; index < states.length; index++) {
            indexOfState[states[index]] = index;
        }
        StateSet feasible = model.feasible();
        for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
            indexOfState[s] = indexOfState[model.same().shownAs(s)];
        }
        Movement movement = model.movement();
        this.moves = new int[model.space().moverCount()][states.length][];
        for (int mover = 0; mover < moves.length; mover++) {
            for (int index = 0; index < states.length; index++) {
                TreeSet<Integer> targets = new TreeSet<>();
                movement.forEach(mover, states[index], t -> targets.add(indexOfState[t]));
                moves[mover][index] = targets.stream().mapToInt(Integer::intValue).toArray();
            }
        }
    }

    CompiledCase model() {
        return model;
    }

    /// How many states there are.
    int size() {
        return states.length;
    }

    /// How many movers there are.
    int moverCount() {
        return moves.length;
    }

    /// The number of a state in the case.
    int state(int index) {
        return states[index];
    }

    /// The index of a feasible state, or of the one it is shown as.
    int indexOf(int state) {
        return indexOfState[state];
    }

    /// Where a mover can go in one step; shared, must not be changed.
    int[] moves(int mover, int index) {
        return moves[mover][index];
    }

    /// A set of states as the case numbers them.
    StateSet toStates(java.util.BitSet indices) {
        StateSet result = StateSet.none(model.space().product());
        indices.stream().forEach(index -> result.add(states[index]));
        return result;
    }
}
