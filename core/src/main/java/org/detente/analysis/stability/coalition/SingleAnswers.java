// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.List;
import org.detente.analysis.stability.SingleMoves;

/// The least ranks of some parties within reach of chains in which each link is a move of one of
/// the others that pays it.
///
/// A mover's own states stand with the highest rank first, so that what a state's improvements lead
/// to is the least of all that stand before it; this is repeated mover by mover until nothing
/// changes. Time O(movers · states) for each round, of which a few are enough in practice. In a
/// small product, where the stability kernel works in place, its moves are taken for all parties at
/// once.
final class SingleAnswers {
    private final Arena arena;
    private final PartySet others;
    private final Budget budget;

    SingleAnswers(Arena arena, PartySet others, Budget budget) {
        this.arena = arena;
        this.others = others;
        this.budget = budget;
    }

    /// For each party and state the least rank within reach, the state's own included.
    ///
    /// @param ranks by party and state
    int[][] least(int[][] ranks) {
        List<SingleMoves> alone = arena.alone(others);
        if (alone != null) {
            return SingleMoves.least(
                    alone,
                    ranks,
                    looks -> {
                        budget.take(looks);
                        return !budget.exhausted();
                    });
        }
        int[][] least = new int[ranks.length][];
        for (int i = 0; i < ranks.length; i++) {
            least[i] = least(ranks[i]);
        }
        return least;
    }

    /// Party by party, for products of any size.
    int[] least(int[] rank) {
        int[] value = rank.clone();
        for (int mover : others.members()) {
            if (arena.moves(new PartySet(1 << mover)).tooMany()) {
                budget.exhaust();
            }
        }
        boolean changed = true;
        while (changed && !budget.exhausted()) {
            changed = false;
            for (int mover : others.members()) {
                changed |= new Pass(mover, value).lower();
            }
        }
        return value;
    }

    /// One mover's turn.
    private final class Pass {
        private final JointMoves moves;
        private final int[] rank;
        private final int[] sorted;
        private final int[] value;
        private boolean changed;

        Pass(int mover, int[] value) {
            this.moves = arena.moves(new PartySet(1 << mover));
            this.rank = arena.rank(mover);
            this.sorted = arena.descending(mover);
            this.value = value;
        }

        /// @return whether anything was lowered
        boolean lower() {
            for (int index = 0; index < moves.classCount(); index++) {
                within(moves.start(index), moves.start(index + 1));
                for (int next : moves.after(index)) {
                    between(index, next);
                }
            }
            return changed;
        }

        private void within(int start, int end) {
            int best = PayingChains.BEYOND;
            int k = start;
            while (k < end) {
                int tied = rank[sorted[k]];
                int least = best;
                while (k < end && rank[sorted[k]] == tied) {
                    least = Math.min(least, value[sorted[k]]);
                    lower(sorted[k], best);
                    k++;
                }
                best = least;
            }
            budget.take(end - start);
        }

        private void between(int from, int to) {
            int best = PayingChains.BEYOND;
            int other = moves.start(to);
            int end = moves.start(to + 1);
            for (int k = moves.start(from); k < moves.start(from + 1); k++) {
                while (other < end && rank[sorted[other]] > rank[sorted[k]]) {
                    best = Math.min(best, value[sorted[other++]]);
                }
                lower(sorted[k], best);
            }
            budget.take(moves.start(from + 1) - moves.start(from) + other - moves.start(to));
        }

        private void lower(int state, int to) {
            if (to < value[state]) {
                value[state] = to;
                changed = true;
            }
        }
    }
}
