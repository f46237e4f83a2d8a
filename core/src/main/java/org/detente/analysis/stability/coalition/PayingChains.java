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
/// its rank, once. For each set of others and each class of states within each other's reach, those
/// not yet reached that every one of the set ranks lower are found in a tree of halves, passing
/// over halves whose least ranks are too high; a state that an earlier one is at least as good as,
/// for all of the set, cannot find any more. Time: at worst states times what is left in their
/// classes; memory 4 bytes a state and member for each set.
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

    /// Some of the others, who answer together, and the states not yet reached: in each class a
    /// tree of halves, each half with the least rank of each party that is left in it.
    private final class Answerers {
        /// With so few states, looking at each costs no more than halving.
        private static final int LEAF = 8;

        private final JointMoves moves;
        private final int[][] ranks;
        private final int[][] least;
        private final Asked asked;
        private final int[] here;
        private final int[] left;
        private int found;
        private int reached;

        Answerers(JointMoves moves, int[][] ranks) {
            this.moves = moves;
            this.ranks = ranks;
            this.least = new int[ranks.length][moves.cells().length];
            this.asked = new Asked(moves.classCount(), ranks.length);
            this.here = new int[ranks.length];
            this.left = new int[ranks.length];
        }

        void reset() {
            asked.clear();
            for (int index = 0; index < moves.classCount(); index++) {
                fill(moves.start(index), moves.start(index + 1));
            }
        }

        private void fill(int low, int high) {
            if (high - low <= LEAF) {
                look(low, high, false);
                return;
            }
            int middle = (low + high) >>> 1;
            fill(low, middle);
            fill(middle, high);
            join(low, middle, high);
        }

        /// A half's least ranks stand at its middle, which is the middle of no other half.
        private void join(int low, int middle, int high) {
            int lower = (low + middle) >>> 1;
            int upper = (middle + high) >>> 1;
            for (int[] of : least) {
                of[middle] = Math.min(of[lower], of[upper]);
            }
        }

        /// Finds the states not yet reached from which these parties gain by going to a state.
        ///
        /// @return how many states are in the queue afterwards
        int gainingBy(int to, int rank, int count) {
            for (int k = 0; k < here.length; k++) {
                here[k] = ranks[k][to];
            }
            reached = rank;
            found = count;
            int own = moves.classOf(to);
            within(own);
            for (int from : moves.before(own)) {
                within(from);
            }
            return found;
        }

        private void within(int index) {
            int low = moves.start(index);
            int high = moves.start(index + 1);
            if (mayGain((low + high) >>> 1) && !asked.isCovered(index, here, high - low, budget)) {
                visit(low, high);
            }
        }

        private void visit(int low, int high) {
            int middle = (low + high) >>> 1;
            if (!mayGain(middle)) {
                return;
            }
            budget.take(1);
            if (high - low <= LEAF) {
                look(low, high, true);
                return;
            }
            visit(low, middle);
            visit(middle, high);
            join(low, middle, high);
        }

        private boolean mayGain(int middle) {
            for (int k = 0; k < here.length; k++) {
                if (least[k][middle] >= here[k]) {
                    return false;
                }
            }
            return true;
        }

        /// Looks at a few states, takes those from which all gain, and notes what is left.
        private void look(int low, int high, boolean taking) {
            Arrays.fill(left, BEYOND);
            for (int at = low; at < high; at++) {
                int from = moves.cells()[at];
                if (value[from] == BEYOND) {
                    if (taking && gains(from)) {
                        value[from] = reached;
                        queue[found++] = from;
                    } else {
                        for (int k = 0; k < left.length; k++) {
                            left[k] = Math.min(left[k], ranks[k][from]);
                        }
                    }
                }
            }
            int middle = (low + high) >>> 1;
            for (int k = 0; k < left.length; k++) {
                least[k][middle] = left[k];
            }
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
