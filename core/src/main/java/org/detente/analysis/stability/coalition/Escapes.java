// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import org.detente.compile.StateSet;

/// Decides SMR for a coalition state by state: whether every improvement has an answer from which
/// the coalition cannot go where all its members gain. Time O(states) for each state at most.
final class Escapes {
    private final int[][] own;
    private final JointMoves moves;
    private final JointMoves answers;
    private final Front[] replies;
    private final Budget budget;
    private final int[] here;

    /// A coalition's improvements, answers and replies.
    ///
    /// @param replies by class of the coalition, the greatest vectors within its reach
    Escapes(Arena arena, PartySet coalition, Front[] replies, Budget budget) {
        this.own = arena.ranks(coalition);
        this.moves = arena.moves(coalition);
        this.answers = arena.moves(coalition.others(arena.space().moverCount()));
        this.replies = replies;
        this.budget = budget;
        this.here = new int[own.length];
    }

    /// Those of some states from which the coalition does not get away.
    StateSet without(StateSet open) {
        StateSet stable = open.copy();
        for (int s = open.next(0); s >= 0 && !budget.exhausted(); s = open.next(s + 1)) {
            for (int i = 0; i < here.length; i++) {
                here[i] = own[i][s];
            }
            if (leaves(s)) {
                stable.remove(s);
            }
        }
        return stable;
    }

    private boolean leaves(int state) {
        int index = moves.classOf(state);
        if (leavesTo(index)) {
            return true;
        }
        for (int next : moves.after(index)) {
            if (leavesTo(next)) {
                return true;
            }
        }
        return false;
    }

    private boolean leavesTo(int index) {
        for (int k = moves.start(index); k < moves.start(index + 1); k++) {
            budget.take(1);
            int better = moves.cells()[k];
            if (gains(better) && escapesAll(better)) {
                return true;
            }
        }
        return false;
    }

    private boolean gains(int to) {
        for (int i = 0; i < here.length; i++) {
            if (own[i][to] <= here[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether from every answer the coalition can go where all its members gain.
    private boolean escapesAll(int better) {
        int index = answers.classOf(better);
        if (!escapes(index)) {
            return false;
        }
        for (int next : answers.after(index)) {
            if (!escapes(next)) {
                return false;
            }
        }
        return true;
    }

    private boolean escapes(int index) {
        for (int k = answers.start(index); k < answers.start(index + 1); k++) {
            Front reply = replies[moves.classOf(answers.cells()[k])];
            budget.take(reply.count());
            if (!reply.exceeds(here)) {
                return false;
            }
        }
        return true;
    }
}
