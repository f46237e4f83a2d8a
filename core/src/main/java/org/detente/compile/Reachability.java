// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.List;
import org.detente.model.Option;

/// Which states the parties together can reach from a state: R_N of the graph model, as one closure
/// over bit sets [Fang1993].
///
/// One mover's moves are a sweep along each of its options, through infeasible cells too, since it
/// may change several options at once; between movers only feasible states count. Repeated until
/// nothing is added: time O(rounds · options · levels · states / 64).
final class Reachability {
    private Reachability() {}

    /// All states reachable from one, itself included.
    static StateSet byMoves(
            StateSpace space,
            Conditions conditions,
            StateSet feasible,
            List<StateSet> seen,
            int from) {
        StateSet reached = StateSet.none(space.product());
        reached.add(from);
        boolean grew = true;
        while (grew) {
            int before = reached.count();
            for (int mover = 0; mover < space.moverCount(); mover++) {
                StateSet usable = feasible.copy().and(seen.get(mover));
                StateSet swept = reached.copy().and(usable);
                for (int option : space.optionsOf(mover)) {
                    sweep(swept, space, conditions, option);
                }
                reached.or(swept.and(usable));
            }
            grew = reached.count() > before;
        }
        return reached;
    }

    private static void sweep(
            StateSet states, StateSpace space, Conditions conditions, int option) {
        int stride = space.stride(option);
        if (space.moves(option) != Option.Moves.DOWN) {
            for (int level = 1; level < space.radix(option); level++) {
                states.spreadUp(stride, conditions.atLevel(option, level));
            }
        }
        if (space.moves(option) != Option.Moves.UP) {
            for (int level = space.radix(option) - 2; level >= 0; level--) {
                states.spreadDown(stride, conditions.atLevel(option, level));
            }
        }
    }
}
