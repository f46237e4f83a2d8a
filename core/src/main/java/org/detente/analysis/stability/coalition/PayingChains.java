// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.compile.StateSet;

/// The least rank of one party within reach of chains in which each link is a joint move of some of
/// the others, better for each of those who make it.
///
/// Works backwards from the states that the party ranks lowest: whatever leads to one of them takes
/// its rank, once. For each set of others and each class of states within each other's reach, the
/// states not yet reached are scanned for those that every one of the set ranks lower; a state that
/// an earlier one is at least as good as, for all of the set, cannot find any more. Time: states
/// times what is left in their classes, for those that no earlier one covers; memory 4 bytes a
/// state for each set.
final class PayingChains {
    /// A rank above all.
    static final int BEYOND = Integer.MAX_VALUE;

    private final Arena arena;
    private final List<Answerers> answerers = new ArrayList<>();
    private final Budget budget;
    private final int[] value;
    private final int[] queue;

    /// Chains of the given parties' answers.
    PayingChains(Arena arena, PartySet others, Budget budget) {
        this.arena = arena;
        this.budget = budget;
        this.value = new int[arena.space().product()];
        this.queue = new int[arena.space().product()];
        for (PartySet some : others.subsets()) {
            if (!arena.neverGain(some)) {
                JointMoves moves = arena.moves(some);
                if (moves.tooMany()) {
                    budget.exhaust();
                }
                answerers.add(new Answerers(moves, arena.ranks(some)));
            }
        }
    }

    /// For each state the least rank within reach, its own included.
    ///
    /// @param rank the party's ranks
    /// @param highest above this rank nothing is looked for
    /// @return by state, the least rank, or [#BEYOND] if it is above the highest
    int[] least(int[] rank, int highest) {
        Arrays.fill(value, BEYOND);
        answerers.forEach(Answerers::reset);
        for (int state : ascending(rank, highest)) {
            if (value[state] == BEYOND && !budget.exhausted()) {
                spread(state, rank[state]);
            }
        }
        return value.clone();
    }

    /// The feasible states up to a rank, the lowest ranks first.
    private int[] ascending(int[] rank, int highest) {
        StateSet feasible = arena.feasible();
        int[] begins = new int[highest + 2];
        for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
            if (rank[s] <= highest) {
                begins[rank[s] + 1]++;
            }
        }
        for (int k = 0; k <= highest; k++) {
            begins[k + 1] += begins[k];
        }
        int[] sorted = new int[begins[highest + 1]];
        for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
            if (rank[s] <= highest) {
                sorted[begins[rank[s]]++] = s;
            }
        }
        return sorted;
    }

    /// Gives a rank to all states from which chains lead to a state and that have none yet.
    private void spread(int state, int rank) {
        int count = 0;
        value[state] = rank;
        queue[count++] = state;
        for (int at = 0; at < count; at++) {
            for (Answerers some : answerers) {
                count = some.gainingBy(queue[at], rank, count);
            }
            budget.take(answerers.size());
        }
    }

    /// Some of the others, who answer together, and the states not yet reached, by class.
    private final class Answerers {
        private final JointMoves moves;
        private final int[][] ranks;
        private final int[] live;
        private final int[] end;
        private final Asked asked;
        private final int[] here;

        Answerers(JointMoves moves, int[][] ranks) {
            this.moves = moves;
            this.ranks = ranks;
            this.live = moves.cells().clone();
            this.end = new int[moves.classCount()];
            this.asked = new Asked(moves.classCount(), ranks.length);
            this.here = new int[ranks.length];
        }

        void reset() {
            System.arraycopy(moves.cells(), 0, live, 0, live.length);
            Arrays.setAll(end, k -> moves.start(k + 1));
            asked.clear();
        }

        /// Finds the states not yet reached from which these parties gain by going to a state.
        ///
        /// @return how many states are in the queue afterwards
        int gainingBy(int to, int rank, int count) {
            for (int k = 0; k < here.length; k++) {
                here[k] = ranks[k][to];
            }
            int own = moves.classOf(to);
            int found = within(own, rank, count);
            for (int from : moves.before(own)) {
                found = within(from, rank, found);
            }
            return found;
        }

        private int within(int index, int rank, int count) {
            int first = moves.start(index);
            int last = end[index];
            if (first == last || asked.isCovered(index, here, last - first, budget)) {
                return count;
            }
            budget.take(last - first);
            int found = count;
            int kept = first;
            for (int k = first; k < last; k++) {
                int from = live[k];
                if (value[from] == BEYOND) {
                    if (gains(from)) {
                        value[from] = rank;
                        queue[found++] = from;
                    } else {
                        live[kept++] = from;
                    }
                }
            }
            end[index] = kept;
            return found;
        }

        private boolean gains(int from) {
            for (int k = 0; k < here.length; k++) {
                if (ranks[k][from] >= here[k]) {
                    return false;
                }
            }
            return true;
        }
    }
}
