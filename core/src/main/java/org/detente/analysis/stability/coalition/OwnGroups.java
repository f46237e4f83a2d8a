// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Option;

/// One party's own moves: fibre by fibre, the states that it can use, by the levels of its one-way
/// options, which make up one number, the *key*.
final class OwnGroups {
    private final StateSpace space;
    private final StateSet usable;
    private final int[] own;
    private final int[] offsets;
    private final int[] keyOf;
    private final int keyCount;
    private final int[] bases;
    private final int[] first;
    private int base;

    /// A state with its key.
    interface CellVisitor {
        void visit(int cell, int key);
    }

    /// A move that advances one-way options.
    interface AdvanceVisitor {
        void visit(int from, int to);
    }

    OwnGroups(StateSpace space, int mover, StateSet usable) {
        this.space = space;
        this.usable = usable;
        this.own = space.optionsOf(mover);
        this.offsets = offsets(space, o -> space.moverOf(o) == mover);
        this.bases = offsets(space, o -> space.moverOf(o) != mover);
        this.keyOf = new int[offsets.length];
        int weight = 1;
        for (int option : own) {
            if (JointMoves.isOneWay(space, option)) {
                for (int k = 0; k < offsets.length; k++) {
                    keyOf[k] += weight * space.level(offsets[k], option);
                }
                weight *= space.radix(option);
            }
        }
        this.keyCount = weight;
        this.first = new int[keyCount];
    }

    /// The states that have every option but some at its first level.
    private static int[] offsets(StateSpace space, IntPredicate varies) {
        int[] offsets = {0};
        for (int option = 0; option < space.optionCount(); option++) {
            if (varies.test(option)) {
                int[] wider = new int[offsets.length * space.radix(option)];
                for (int k = 0; k < wider.length; k++) {
                    wider[k] =
                            offsets[k % offsets.length] + k / offsets.length * space.stride(option);
                }
                offsets = wider;
            }
        }
        return offsets;
    }

    boolean isOneWay() {
        return keyCount > 1;
    }

    /// Joins what the party can move among, both ways: in each fibre the states of one key. Every
    /// state leads, by way of others, to the lowest of those that it is joined with.
    ///
    /// @param parent by state a state no higher that it is joined with, itself if it is the lowest
    void join(int[] parent) {
        for (int next : bases) {
            Arrays.fill(first, -1);
            for (int k = 0; k < offsets.length; k++) {
                int cell = next + offsets[k];
                if (!usable.contains(cell)) {
                    continue;
                }
                int lowest = lowest(parent, cell);
                int before = first[keyOf[k]];
                int others = before < 0 ? lowest : lowest(parent, before);
                first[keyOf[k]] = Math.min(others, lowest);
                if (others != lowest) {
                    parent[Math.max(others, lowest)] = Math.min(others, lowest);
                }
            }
        }
    }

    /// The lowest state that a state is joined with.
    static int lowest(int[] parent, int state) {
        int at = state;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /// Visits every fibre with an array by key, all at -1.
    void forEachFibre(Consumer<int[]> visitor) {
        for (int next : bases) {
            base = next;
            Arrays.fill(first, -1);
            visitor.accept(first);
        }
    }

    /// Visits the usable states of the fibre being visited.
    void forEachCell(CellVisitor visitor) {
        for (int k = 0; k < offsets.length; k++) {
            if (usable.contains(base + offsets[k])) {
                visitor.visit(base + offsets[k], keyOf[k]);
            }
        }
    }

    /// Visits every pair of states, one of each key, between which the party can move and advance.
    void forEachAdvance(int[] states, AdvanceVisitor visitor) {
        for (int from : states) {
            for (int to : states) {
                if (from >= 0 && to >= 0 && from != to && canMove(from, to)) {
                    visitor.visit(from, to);
                }
            }
        }
    }

    private boolean canMove(int from, int to) {
        for (int option : own) {
            int change = space.level(to, option) - space.level(from, option);
            Option.Moves moves = space.moves(option);
            if ((moves == Option.Moves.UP && change < 0)
                    || (moves == Option.Moves.DOWN && change > 0)) {
                return false;
            }
        }
        return true;
    }
}
