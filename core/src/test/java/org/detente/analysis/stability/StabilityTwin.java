// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.detente.compile.StateSpace;
import org.detente.testing.RandomModel;

/// Stability straight from the definitions, state by state, slow and obvious. Joint moves are found
/// by search over pairs of a state and who moved last, so that nobody moves twice running.
final class StabilityTwin {
    private final RandomModel model;
    private final int moverCount;
    private final List<List<List<Integer>>> moves = new ArrayList<>();

    StabilityTwin(RandomModel model) {
        this.model = model;
        this.moverCount = model.space().moverCount();
        for (int mover = 0; mover < moverCount; mover++) {
            List<List<Integer>> byState = new ArrayList<>();
            for (int from = 0; from < model.space().product(); from++) {
                List<Integer> reached = new ArrayList<>();
                for (int to = 0; to < model.space().product(); to++) {
                    if (canMove(mover, from, to)) {
                        reached.add(to);
                    }
                }
                byState.add(reached);
            }
            moves.add(byState);
        }
    }

    private boolean canMove(int mover, int from, int to) {
        boolean can = from != to;
        for (int state : new int[] {from, to}) {
            can &= model.feasible().contains(state) && model.seen().get(mover).contains(state);
        }
        StateSpace space = model.space();
        for (int option = 0; option < space.optionCount(); option++) {
            int before = space.level(from, option);
            int after = space.level(to, option);
            if (before == after) {
                continue;
            }
            can &= space.moverOf(option) == mover;
            switch (space.moves(option)) {
                case BOTH -> {}
                case UP -> can &= after > before;
                case DOWN -> can &= after < before;
            }
        }
        return can;
    }

    /// R_i(s).
    List<Integer> moves(int mover, int from) {
        return moves.get(mover).get(from);
    }

    /// P_i(s).
    int rank(int mover, int state) {
        return model.ranks().get(mover).rank(state);
    }

    /// The states that the others can reach together, by moves that pay if asked so.
    BitSet answers(int mover, int from, boolean paying) {
        BitSet reached = new BitSet();
        BitSet pairs = new BitSet();
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {from, mover});
        while (!open.isEmpty()) {
            int[] at = open.remove();
            for (int next = 0; next < moverCount; next++) {
                if (next == mover || next == at[1]) {
                    continue;
                }
                for (int to : moves(next, at[0])) {
                    boolean allowed = !paying || rank(next, to) > rank(next, at[0]);
                    if (allowed && !pairs.get(to * moverCount + next)) {
                        pairs.set(to * moverCount + next);
                        reached.set(to);
                        open.add(new int[] {to, next});
                    }
                }
            }
        }
        return reached;
    }

    /// Whether a feasible state is stable for a mover.
    boolean stable(int mover, int state, Concept concept) {
        for (int better : moves(mover, state)) {
            if (rank(mover, better) > rank(mover, state)
                    && !deterred(mover, state, better, concept)) {
                return false;
            }
        }
        return true;
    }

    private boolean deterred(int mover, int state, int better, Concept concept) {
        if (concept == Concept.NASH) {
            return false;
        }
        return answers(mover, better, concept.credibleAnswers()).stream()
                .anyMatch(y ->
                        rank(mover, y) <= rank(mover, state)
                                && (!concept.noEscape()
                                        || moves(mover, y).stream()
                                                .noneMatch(
                                                        z -> rank(mover, z) > rank(mover, state))));
    }
}
