// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.Arrays;
import org.detente.compile.StateSet;
import org.jspecify.annotations.Nullable;

/// Decides SEQ for a coalition: whether each improvement is answered by a chain of joint moves of
/// the others, each better for all who make it.
///
/// Values come from single parties' chains first ([SingleAnswers]); an improvement that they do not
/// deter is looked at in full ([JointAnswers]). If half of the budget is not enough for that, all
/// values are found at once ([PayingChains]).
final class PayingAnswers {
    private final Arena arena;
    private final PartySet others;
    private final int[][] own;
    private final JointMoves moves;
    private final Budget budget;
    private final int[] here;
    private final int[] vector;
    private final @Nullable Front[] fronts;
    private int[][] least = {};
    private @Nullable JointAnswers joint;
    private Budget looking;

    PayingAnswers(Arena arena, PartySet coalition, JointMoves moves, Budget budget) {
        this.arena = arena;
        this.others = coalition.others(arena.space().moverCount());
        this.own = arena.ranks(coalition);
        this.moves = moves;
        this.budget = budget;
        this.looking = budget;
        this.here = new int[own.length];
        this.vector = new int[own.length];
        this.fronts = new Front[moves.classCount()];
    }

    /// Those of some states that the coalition does not leave.
    StateSet staying(StateSet open) {
        if (open.isEmpty()) {
            return open;
        }
        least = new SingleAnswers(arena, others, budget).least(own);
        StateSet undecided = open.copy().andNot(stayingAsFarAsKnown(open));
        StateSet stable = open.copy().andNot(undecided);
        if (undecided.isEmpty() || budget.exhausted()) {
            return stable;
        }
        looking = budget.half();
        joint = new JointAnswers(arena, others, least, looking);
        StateSet staying = stayingAsFarAsKnown(undecided);
        if (looking.exhausted()) {
            looking = budget;
            joint = null;
            least = all(undecided);
            Arrays.fill(fronts, null);
            staying = stayingAsFarAsKnown(undecided);
        } else {
            // What a joint move is asked later must not run out unnoticed.
            budget.takeBack(looking);
            joint.takeFrom(budget);
        }
        return stable.or(staying);
    }

    /// All values, as far as they matter for some states.
    private int[][] all(StateSet undecided) {
        PayingChains chains = new PayingChains(arena, others, budget);
        int[][] result = new int[own.length][];
        for (int i = 0; i < own.length; i++) {
            int highest = 0;
            for (int s = undecided.next(0); s >= 0; s = undecided.next(s + 1)) {
                highest = Math.max(highest, own[i][s]);
            }
            result[i] = chains.least(own[i], highest);
        }
        return result;
    }

    /// Whether no chain of answers to an improvement leaves a member no better off than before.
    ///
    /// @param better where the coalition would go
    /// @param state from where; undecided or decided to be unstable before
    boolean isUnanswered(int better, int state) {
        read(own, state, here);
        return isAbove(better) && isRight(better) && isAbove(better);
    }

    private boolean isRight(int state) {
        if (joint == null) {
            return true;
        }
        joint.settle(state);
        return joint.isSettled(state);
    }

    private boolean isAbove(int state) {
        for (int i = 0; i < here.length; i++) {
            if (least[i][state] <= here[i]) {
                return false;
            }
        }
        return true;
    }

    private static void read(int[][] values, int state, int[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = values[i][state];
        }
    }

    private StateSet stayingAsFarAsKnown(StateSet open) {
        StateSet stable = open.copy();
        for (int s = open.next(0); s >= 0 && !looking.exhausted(); s = open.next(s + 1)) {
            read(own, s, here);
            if (leaves(moves.classOf(s))) {
                stable.remove(s);
            }
        }
        return stable;
    }

    private boolean leaves(int index) {
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

    /// Whether a class holds an improvement that is not answered. Values that were lowered since
    /// its front was made are still in it, too high; then it is made anew.
    private boolean leavesTo(int index) {
        while (!looking.exhausted()) {
            Front front = front(index);
            looking.take(front.count());
            int better = exceeding(front);
            if (better < 0) {
                return false;
            }
            if (isRight(better) && isAbove(better)) {
                return true;
            }
            fronts[index] = null;
        }
        return false;
    }

    /// A state whose values are above, one that is known to be right if there is one.
    private int exceeding(Front front) {
        int any = -1;
        for (int k = front.nextExceeding(0, here); k >= 0; k = front.nextExceeding(k + 1, here)) {
            int state = front.tag(k);
            if (joint == null || joint.isSettled(state)) {
                return state;
            }
            any = state;
        }
        return any;
    }

    private Front front(int index) {
        Front front = fronts[index];
        if (front == null) {
            front = new Front(own.length);
            for (int k = moves.start(index); k < moves.start(index + 1); k++) {
                read(least, moves.cells()[k], vector);
                looking.take(front.count() + 1L);
                front.add(vector, 0, moves.cells()[k]);
            }
            fronts[index] = front;
        }
        return front;
    }
}
