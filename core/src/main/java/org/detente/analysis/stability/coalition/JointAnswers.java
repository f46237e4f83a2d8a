// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.Arrays;
import java.util.Comparator;
import org.detente.compile.StateSet;

/// The least ranks of a coalition's members within reach of chains in which each link is a joint
/// move of some of the others, better for each who makes it: worked out for the states asked about.
///
/// Begins with what single parties' chains can bring about, which is at least as high and nearly
/// always right. To *settle* a state, everything within reach is looked at, up to states that are
/// settled, and each value is lowered to those it leads to until nothing changes. Then all of it is
/// settled.
///
/// Joint moves only grow with the set that makes them. So a state leads to another if those of the
/// others who rank it higher can go there; whoever else may stand by. Time O(states within reach ·
/// their class); memory 8 bytes a state and party.
final class JointAnswers {
    private final Arena arena;
    private final int[] movers;
    private final JointMoves all;
    private final int[][] least;
    private Budget budget;
    private final int[][] rankAt;
    private final int[][] ownAt;
    private final StateSet settled;
    private final StateSet within;
    private int[] found = new int[64];
    private int foundCount;
    private boolean lowered;

    /// Chains of the given parties' answers.
    ///
    /// @param least by member and state, what single parties' chains can bring about; is lowered
    JointAnswers(Arena arena, PartySet others, int[][] least, Budget budget) {
        this.arena = arena;
        this.movers = mostOptionsFirst(arena, others.members());
        this.all = arena.moves(others);
        this.least = least;
        this.budget = budget;
        this.settled = StateSet.none(arena.space().product());
        this.within = StateSet.none(arena.space().product());
        this.rankAt = new int[movers.length][];
        this.ownAt = new int[movers.length][];
        for (int j = 0; j < movers.length; j++) {
            rankAt[j] = inClasses(arena.rank(movers[j]));
            ownAt[j] = inClasses(arena.terrain().own(movers[j]));
        }
    }

    /// Whoever can do most is the first of whom it is asked whether it gains.
    private static int[] mostOptionsFirst(Arena arena, int[] movers) {
        return Arrays.stream(movers)
                .boxed()
                .sorted(Comparator.comparingInt(m -> -arena.space().optionsOf(m).length))
                .mapToInt(m -> m)
                .toArray();
    }

    private int[] inClasses(int[] byState) {
        int[] cells = all.cells();
        int[] result = new int[cells.length];
        for (int k = 0; k < cells.length; k++) {
            result[k] = byState[cells[k]];
        }
        return result;
    }

    /// From now on takes from another budget.
    void takeFrom(Budget other) {
        budget = other;
    }

    /// A member's value at a state: right if the state is settled, else at least as high.
    int least(int member, int state) {
        return least[member][state];
    }

    boolean isSettled(int state) {
        return settled.contains(state);
    }

    /// Makes a state's values right, unless the budget runs out.
    void settle(int state) {
        if (settled.contains(state)) {
            return;
        }
        foundCount = 0;
        note(state);
        lowered = false;
        for (int k = 0; k < foundCount && !budget.exhausted(); k++) {
            follow(found[k]);
        }
        while (lowered && !budget.exhausted()) {
            lowered = false;
            for (int k = foundCount - 1; k >= 0 && !budget.exhausted(); k--) {
                follow(found[k]);
            }
        }
        for (int k = 0; k < foundCount; k++) {
            within.remove(found[k]);
            if (!budget.exhausted()) {
                settled.add(found[k]);
            }
        }
    }

    private void note(int state) {
        if (foundCount == found.length) {
            found = Arrays.copyOf(found, 2 * foundCount);
        }
        found[foundCount++] = state;
        within.add(state);
    }

    /// Lowers a state's values to those it leads to, and notes what is new.
    private void follow(int from) {
        int index = all.classOf(from);
        int position =
                Arrays.binarySearch(all.cells(), all.start(index), all.start(index + 1), from);
        follow(from, position, index);
        for (int next : all.after(index)) {
            follow(from, position, next);
        }
    }

    private void follow(int from, int position, int index) {
        int end = all.start(index + 1);
        budget.take(end - all.start(index));
        int[] ranks = rankAt[0];
        int[] owns = ownAt[0];
        int rank = ranks[position];
        int own = owns[position];
        for (int k = all.start(index); k < end; k++) {
            if ((ranks[k] > rank || owns[k] == own) && mayLead(position, k)) {
                int to = all.cells()[k];
                boolean isNew = !within.contains(to) && !settled.contains(to);
                if ((isNew || isLower(to, from)) && leads(from, position, to, k)) {
                    lower(from, to);
                    if (isNew) {
                        note(to);
                    }
                }
            }
        }
    }

    /// Whether all whose options differ gain, the first being known to.
    private boolean mayLead(int from, int to) {
        for (int j = 1; j < movers.length; j++) {
            if (rankAt[j][to] <= rankAt[j][from] && ownAt[j][to] != ownAt[j][from]) {
                return false;
            }
        }
        return from != to;
    }

    private boolean isLower(int to, int from) {
        for (int[] of : least) {
            if (of[to] < of[from]) {
                return true;
            }
        }
        return false;
    }

    private void lower(int from, int to) {
        for (int[] of : least) {
            if (of[to] < of[from]) {
                of[from] = of[to];
                lowered = true;
            }
        }
    }

    /// Whether those who gain can go there together.
    private boolean leads(int from, int position, int to, int toPosition) {
        int gaining = 0;
        int moving = 0;
        int mover = -1;
        for (int j = 0; j < movers.length; j++) {
            gaining |= rankAt[j][toPosition] > rankAt[j][position] ? 1 << movers[j] : 0;
            if (ownAt[j][toPosition] != ownAt[j][position]) {
                mover = movers[j];
                moving++;
            }
        }
        if (moving == 1 && arena.movement().canMove(mover, from, to)) {
            return true;
        }
        JointMoves moves = arena.moves(new PartySet(gaining));
        if (moves.tooMany()) {
            budget.exhaust();
            return false;
        }
        return moves.reaches(from, to);
    }
}
