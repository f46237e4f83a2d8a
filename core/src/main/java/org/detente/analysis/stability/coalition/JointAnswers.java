// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.Arrays;
import java.util.Comparator;
import org.detente.compile.StateSet;
import org.jspecify.annotations.Nullable;

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
/// their class); memory 8 bytes a party and state of the classes looked at.
final class JointAnswers {
    /// Of so many movers all orders of moving are tried.
    private static final int FEW = 3;

    private final Arena arena;
    private final int[] movers;
    private final int[][] ranks;
    private final int[][] owns;
    private final JointMoves all;
    private final int[][] least;
    private Budget budget;
    private final @Nullable Room[] rooms;
    private final StateSet settled;
    private final int[] rankHere;
    private final int[] ownHere;
    private final int[] leastHere;
    private int[] leading = new int[64];
    private int[] found = new int[64];
    private int[] foundAt = new int[64];
    private int foundCount;
    private boolean lowered;

    /// Chains of the given parties' answers.
    ///
    /// @param least by member and state, what single parties' chains can bring about; is lowered
    JointAnswers(Arena arena, PartySet others, int[][] least, Budget budget) {
        this.arena = arena;
        this.movers = mostOptionsFirst(arena, others.members());
        this.ranks = new int[movers.length][];
        this.owns = new int[movers.length][];
        for (int j = 0; j < movers.length; j++) {
            ranks[j] = arena.rank(movers[j]);
            owns[j] = arena.terrain().own(movers[j]);
        }
        this.all = arena.moves(others);
        this.least = least;
        this.budget = budget;
        this.rooms = new Room[all.classCount()];
        this.settled = StateSet.none(arena.space().product());
        this.rankHere = new int[movers.length];
        this.ownHere = new int[movers.length];
        this.leastHere = new int[least.length];
    }

    /// Whoever can do most is the first who tries to make its part of a joint move.
    private static int[] mostOptionsFirst(Arena arena, int[] movers) {
        return Arrays.stream(movers)
                .boxed()
                .sorted(Comparator.comparingInt(m -> -arena.space().optionsOf(m).length))
                .mapToInt(m -> m)
                .toArray();
    }

    /// A class of states that is looked at: what bears on where a chain goes on, in the order of
    /// the class's cells.
    ///
    /// @param ranks by mover
    /// @param owns by mover, the levels of its options
    /// @param least by member, its values
    /// @param fresh -1 where a state has been neither settled nor found within reach, else 0
    @SuppressWarnings("ArrayRecordComponent") // changed in place and never compared
    private record Room(int[][] ranks, int[][] owns, int[][] least, int[] fresh) {}

    private Room room(int index) {
        Room room = rooms[index];
        if (room == null) {
            int[] fresh = new int[all.start(index + 1) - all.start(index)];
            Arrays.fill(fresh, -1);
            room =
                    new Room(
                            inClass(index, ranks),
                            inClass(index, owns),
                            inClass(index, least),
                            fresh);
            rooms[index] = room;
        }
        return room;
    }

    private int[][] inClass(int index, int[][] byState) {
        int start = all.start(index);
        int[][] result = new int[byState.length][all.start(index + 1) - start];
        for (int i = 0; i < result.length; i++) {
            for (int k = 0; k < result[i].length; k++) {
                result[i][k] = byState[i][all.cells()[start + k]];
            }
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
        int index = all.classOf(state);
        int start = all.start(index);
        int position = Arrays.binarySearch(all.cells(), start, all.start(index + 1), state);
        foundCount = 0;
        note(state, position - start);
        lowered = false;
        for (int k = 0; k < foundCount && !budget.exhausted(); k++) {
            follow(k);
        }
        while (lowered && !budget.exhausted()) {
            lowered = false;
            for (int k = foundCount - 1; k >= 0 && !budget.exhausted(); k--) {
                follow(k);
            }
        }
        for (int k = 0; k < foundCount; k++) {
            if (!budget.exhausted()) {
                settled.add(found[k]);
            } else {
                room(all.classOf(found[k])).fresh[foundAt[k]] = -1;
            }
        }
    }

    private void note(int state, int position) {
        if (foundCount == found.length) {
            found = Arrays.copyOf(found, 2 * foundCount);
            foundAt = Arrays.copyOf(foundAt, 2 * foundCount);
        }
        found[foundCount] = state;
        foundAt[foundCount++] = position;
        room(all.classOf(state)).fresh[position] = 0;
    }

    /// Lowers the values of a state that was found to those it leads to, and notes what is new.
    private void follow(int number) {
        int from = found[number];
        for (int j = 0; j < movers.length; j++) {
            rankHere[j] = ranks[j][from];
            ownHere[j] = owns[j][from];
        }
        int index = all.classOf(from);
        follow(number, index);
        for (int next : all.after(index)) {
            follow(number, next);
        }
    }

    private void follow(int number, int index) {
        int from = found[number];
        int start = all.start(index);
        int size = all.start(index + 1) - start;
        budget.take(size);
        for (int i = 0; i < leastHere.length; i++) {
            leastHere[i] = least[i][from];
        }
        Room room = room(index);
        if (leading.length < size) {
            leading = new int[size];
        }
        if (!findWhereItLeads(room)) {
            return;
        }
        for (int k = 0; k < size; k++) {
            int to = all.cells()[start + k];
            if (leading[k] < 0 && (room.fresh[k] < 0 || isLower(to, from)) && leads(from, to)) {
                lower(number, to);
                if (room.fresh[k] < 0) {
                    note(to, k);
                }
            }
        }
    }

    /// Sets the sign where all whose options differ gain, and where something is new: a state, or a
    /// lower value. Plain loops without branches, so that they are compiled to vector instructions:
    /// a difference of ranks is negative if the mover gains, and so is one less than the bits in
    /// which its options differ if there are none.
    ///
    /// @return whether there is any such state in the class
    private boolean findWhereItLeads(Room room) {
        int[] result = leading;
        int size = room.fresh.length;
        System.arraycopy(room.fresh, 0, result, 0, size);
        for (int i = 0; i < leastHere.length; i++) {
            int here = leastHere[i];
            int[] there = room.least[i];
            for (int k = 0; k < size; k++) {
                result[k] |= there[k] - here;
            }
        }
        for (int j = 0; j < movers.length; j++) {
            int rank = rankHere[j];
            int own = ownHere[j];
            int[] ranksThere = room.ranks[j];
            int[] ownsThere = room.owns[j];
            for (int k = 0; k < size; k++) {
                result[k] &= (rank - ranksThere[k]) | ((own ^ ownsThere[k]) - 1);
            }
        }
        int any = 0;
        for (int k = 0; k < size; k++) {
            any |= result[k];
        }
        return any < 0;
    }

    private boolean isLower(int to, int from) {
        for (int[] of : least) {
            if (of[to] < of[from]) {
                return true;
            }
        }
        return false;
    }

    private void lower(int number, int to) {
        int from = found[number];
        for (int i = 0; i < least.length; i++) {
            if (least[i][to] < least[i][from]) {
                least[i][from] = least[i][to];
                room(all.classOf(from)).least[i][foundAt[number]] = least[i][to];
                lowered = true;
            }
        }
    }

    /// Whether those who gain can go there together: nearly always by one move of each whose
    /// options differ, in some order, so that their joint moves need not be found.
    private boolean leads(int from, int to) {
        int gaining = 0;
        int moving = 0;
        for (int j = 0; j < movers.length; j++) {
            gaining |= ranks[j][to] > ranks[j][from] ? 1 << movers[j] : 0;
            moving += owns[j][to] == owns[j][from] ? 0 : 1;
        }
        if (moving <= FEW && leadsByOneMoveOfEach(from, to, gaining)) {
            return true;
        }
        JointMoves moves = arena.moves(new PartySet(gaining));
        if (moves.tooMany()) {
            budget.exhaust();
            return false;
        }
        return moves.reaches(from, to);
    }

    private boolean leadsByOneMoveOfEach(int from, int to, int able) {
        if (from == to) {
            return true;
        }
        for (int j = 0; j < movers.length; j++) {
            int mover = movers[j];
            int change = owns[j][to] - owns[j][from];
            if (change != 0
                    && (able >> mover & 1) != 0
                    && arena.movement().canMove(mover, from, from + change)
                    && leadsByOneMoveOfEach(from + change, to, able & ~(1 << mover))) {
                return true;
            }
        }
        return false;
    }
}
