// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.Arrays;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Option;

/// Lists a mover's moves from a state quickly: R_i(s), by offsets within the states that agree in
/// everything else.
final class OwnMoves {
    private final StateSpace space;
    private final StateSet[] usable;
    private final int[][] own;
    private final int[][] oneWay;
    private final int[][] offsets;

    /// The moves of a case. Memory: one number for each combination of a mover's own levels.
    OwnMoves(CompiledCase model) {
        this.space = model.space();
        int moverCount = space.moverCount();
        this.usable = new StateSet[moverCount];
        this.own = new int[moverCount][];
        this.oneWay = new int[moverCount][];
        this.offsets = new int[moverCount][];
        for (int mover = 0; mover < moverCount; mover++) {
            usable[mover] = model.feasible().copy().and(model.seen(mover));
            own[mover] = space.optionsOf(mover);
            oneWay[mover] =
                    Arrays.stream(own[mover])
                            .filter(o -> space.moves(o) != Option.Moves.BOTH)
                            .toArray();
            offsets[mover] = offsets(own[mover]);
        }
    }

    private int[] offsets(int[] options) {
        int[] result = {0};
        for (int option : options) {
            int[] wider = new int[result.length * space.radix(option)];
            for (int k = 0; k < wider.length; k++) {
                wider[k] = result[k % result.length] + k / result.length * space.stride(option);
            }
            result = wider;
        }
        return result;
    }

    /// How many states a mover can have to choose from at most.
    int mostTargets(int mover) {
        return offsets[mover].length;
    }

    /// How many movers there are.
    int moverCount() {
        return own.length;
    }

    /// Lists where a mover can go in one step.
    ///
    /// @param mover its index
    /// @param from a state
    /// @param targets takes the states, which need not be more than [#mostTargets]
    /// @return how many there are
    int list(int mover, int from, int[] targets) {
        if (!usable[mover].contains(from)) {
            return 0;
        }
        int base = from;
        for (int option : own[mover]) {
            base -= space.level(from, option) * space.stride(option);
        }
        int count = 0;
        for (int offset : offsets[mover]) {
            int target = base + offset;
            if (target != from && usable[mover].contains(target) && allowed(mover, from, target)) {
                targets[count++] = target;
            }
        }
        return count;
    }

    private boolean allowed(int mover, int from, int target) {
        for (int option : oneWay[mover]) {
            int difference = space.level(target, option) - space.level(from, option);
            if (difference != 0 && (difference > 0) != (space.moves(option) == Option.Moves.UP)) {
                return false;
            }
        }
        return true;
    }
}
