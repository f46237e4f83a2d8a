// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.function.IntConsumer;

/// Who can move where in one step: R_i of the graph model.
///
/// A mover changes any of its own options at once, to any feasible state, one-way options only in
/// their direction. Where it does not see a state, it moves neither into nor out of it.
public final class Movement {
    private final StateSpace space;
    private final StateSet feasible;
    private final StateSet[] seen;

    /// Moves within a space.
    ///
    /// @param space the space
    /// @param feasible the feasible states
    /// @param seen for each mover the states it sees, at least all it can be in
    public Movement(StateSpace space, StateSet feasible, StateSet... seen) {
        this.space = space;
        this.feasible = feasible;
        this.seen = seen.clone();
    }

    /// Tells every state that a mover can reach in one step, in ascending order of its own digits.
    ///
    /// @param mover the mover's index
    /// @param from a feasible state
    /// @param visitor is given each state other than `from`
    public void forEach(int mover, int from, IntConsumer visitor) {
        if (!feasible.contains(from) || !seen[mover].contains(from)) {
            return;
        }
        visit(
                mover,
                space.optionsOf(mover),
                space.optionsOf(mover).length - 1,
                from,
                from,
                visitor);
    }

    private void visit(int mover, int[] own, int position, int from, int at, IntConsumer visitor) {
        if (position < 0) {
            if (at != from && feasible.contains(at) && seen[mover].contains(at)) {
                visitor.accept(at);
            }
            return;
        }
        int option = own[position];
        int current = space.level(from, option);
        int low = space.moves(option) == org.detente.model.Option.Moves.UP ? current : 0;
        int high =
                space.moves(option) == org.detente.model.Option.Moves.DOWN
                        ? current
                        : space.radix(option) - 1;
        for (int level = low; level <= high; level++) {
            visit(mover, own, position - 1, from, space.with(at, option, level), visitor);
        }
    }

    /// Whether a mover can go from one state to another in one step.
    ///
    /// @param mover the mover's index
    /// @param from a state
    /// @param to another
    /// @return true if it can
    public boolean canMove(int mover, int from, int to) {
        if (from == to || !usable(mover, from) || !usable(mover, to)) {
            return false;
        }
        for (int option = 0; option < space.optionCount(); option++) {
            int difference = space.level(to, option) - space.level(from, option);
            boolean ownMove =
                    space.moverOf(option) == mover
                            && switch (space.moves(option)) {
                                case BOTH -> true;
                                case UP -> difference > 0;
                                case DOWN -> difference < 0;
                            };
            if (difference != 0 && !ownMove) {
                return false;
            }
        }
        return true;
    }

    private boolean usable(int mover, int state) {
        return feasible.contains(state) && seen[mover].contains(state);
    }
}
