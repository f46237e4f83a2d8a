// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.detente.analysis.stability.Concept;
import org.detente.compile.Movement;
import org.detente.compile.StateSet;
import org.detente.testing.RandomModel;

/// Coalition stability straight from the definitions, state by state, slow and obvious. Joint moves
/// are found by search over pairs of a state and who moved last, so that nobody moves twice
/// running.
final class CoalitionTwin {
    private final RandomModel model;
    private final Movement movement;
    private final BitSet[][] reach;

    CoalitionTwin(RandomModel model) {
        this.model = model;
        this.movement =
                new Movement(
                        model.space(), model.feasible(), model.seen().toArray(StateSet[]::new));
        this.reach = new BitSet[1 << model.space().moverCount()][model.space().product()];
    }

    private static boolean isIn(int mover, int parties) {
        return (parties >> mover & 1) != 0;
    }

    /// R_H(s).
    BitSet jointMoves(int parties, int from) {
        if (reach[parties][from] == null) {
            reach[parties][from] = search(parties, from);
        }
        return reach[parties][from];
    }

    private BitSet search(int parties, int from) {
        int moverCount = model.space().moverCount();
        BitSet reached = new BitSet();
        BitSet pairs = new BitSet();
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {from, -1});
        while (!open.isEmpty()) {
            int[] at = open.remove();
            for (int mover = 0; mover < moverCount; mover++) {
                if (isIn(mover, parties) && mover != at[1]) {
                    int moving = mover;
                    movement.forEach(
                            mover,
                            at[0],
                            to -> {
                                if (!pairs.get(to * moverCount + moving)) {
                                    pairs.set(to * moverCount + moving);
                                    reached.set(to);
                                    open.add(new int[] {to, moving});
                                }
                            });
                }
            }
        }
        return reached;
    }

    private int rank(int mover, int state) {
        return model.ranks().get(mover).rank(state);
    }

    /// Whether every party ranks one state above another.
    boolean allGain(int parties, int from, int to) {
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            if (isIn(mover, parties) && rank(mover, to) <= rank(mover, from)) {
                return false;
            }
        }
        return true;
    }

    /// R_H⁺⁺(s).
    List<Integer> improvements(int parties, int from) {
        List<Integer> better = new ArrayList<>();
        for (int to : jointMoves(parties, from).stream().toArray()) {
            if (allGain(parties, from, to)) {
                better.add(to);
            }
        }
        return better;
    }

    /// What chains of joint improvements of some of these parties lead to.
    BitSet chains(int parties, int from) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int at = open.remove();
            for (int some = 1; some <= parties; some++) {
                if ((some & ~parties) == 0) {
                    for (int to : improvements(some, at)) {
                        if (!reached.get(to)) {
                            reached.set(to);
                            open.add(to);
                        }
                    }
                }
            }
        }
        return reached;
    }

    boolean stable(int parties, int state, Concept concept) {
        return improvements(parties, state).stream()
                .allMatch(better -> deterred(parties, state, better, concept));
    }

    boolean deterred(int parties, int state, int better, Concept concept) {
        int others = ((1 << model.space().moverCount()) - 1) & ~parties;
        BitSet answers =
                switch (concept) {
                    case NASH -> new BitSet();
                    case GMR, SMR -> jointMoves(others, better);
                    case SEQ, SSEQ -> chains(others, better);
                };
        return answers.stream()
                .anyMatch(y ->
                        !allGain(parties, state, y)
                                && (!concept.noEscape()
                                        || jointMoves(parties, y).stream()
                                                .noneMatch(z -> allGain(parties, state, z))));
    }
}
