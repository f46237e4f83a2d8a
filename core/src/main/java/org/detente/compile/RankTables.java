// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.Arrays;
import java.util.List;
import org.detente.model.Statement;

/// Makes ranks: from ordered statements, from a ranking, from points.
final class RankTables {
    /// Points closer than this share of the party's whole range are the same: they differ by
    /// rounding of sums, not by anybody's judgement.
    static final double POINT_TOLERANCE = 1e-9;

    /// As many statements as give scores that fit in 16 bits as they are.
    private static final int NARROW_STATEMENT_COUNT = 15;

    /// How many scores are told apart before they are renumbered without gaps: a few times as many
    /// as there are states, within these bounds.
    private static final int SMALLEST_TABLE = 1 << 8;

    private static final int LARGEST_TABLE = 1 << 22;

    private RankTables() {}

    /// Everything is the same to the party.
    static Ranks indifferent(int product) {
        return Ranks.narrow(new char[product], 1);
    }

    /// Lexicographic scores Σ 2^(m−k) over the statements that hold.
    ///
    /// @param statements the statements, most important first
    /// @param conditions evaluates them
    /// @param feasible states whose ranks matter
    static Ranks ofOrder(List<Statement> statements, Conditions conditions, StateSet feasible) {
        StateSet[] holds =
                statements.stream()
                        .map(s -> conditions.where(s.condition()))
                        .toArray(StateSet[]::new);
        if (holds.length <= NARROW_STATEMENT_COUNT) {
            return Ranks.narrow(narrowScores(holds, feasible.size()), 1 << holds.length);
        }
        int[] ranks = new int[feasible.size()];
        int levelCount = 1;
        int largestTable = Math.clamp(4L * ranks.length, SMALLEST_TABLE, LARGEST_TABLE);
        int next = 0;
        while (next < holds.length) {
            int first = next;
            while (next < holds.length && (next == first || levelCount <= largestTable / 2)) {
                levelCount <<= 1;
                next++;
            }
            append(ranks, List.of(holds).subList(first, next));
            levelCount = densify(ranks, levelCount, feasible);
        }
        return fitted(ranks, levelCount);
    }

    private static char[] narrowScores(StateSet[] holds, int product) {
        char[] scores = new char[product];
        int[] block = new int[Long.SIZE];
        for (int word = 0; word << 6 < product; word++) {
            Arrays.fill(block, 0);
            for (StateSet statement : holds) {
                long bits = statement.word(word);
                shiftIn(block, 0, (int) bits);
                shiftIn(block, Integer.SIZE, (int) (bits >>> Integer.SIZE));
            }
            int end = Math.min(Long.SIZE, product - (word << 6));
            for (int i = 0; i < end; i++) {
                scores[(word << 6) + i] = (char) block[i];
            }
        }
        return scores;
    }

    /// Appends to every score which of some statements hold, 64 states at a time, which stay in the
    /// fastest cache meanwhile.
    private static void append(int[] scores, List<StateSet> statements) {
        int whole = scores.length >>> 6;
        for (int word = 0; word < whole; word++) {
            for (StateSet statement : statements) {
                long bits = statement.word(word);
                shiftIn(scores, word << 6, (int) bits);
                shiftIn(scores, (word << 6) + Integer.SIZE, (int) (bits >>> Integer.SIZE));
            }
        }
        for (int state = whole << 6; state < scores.length; state++) {
            for (StateSet statement : statements) {
                scores[state] = scores[state] << 1 | (statement.contains(state) ? 1 : 0);
            }
        }
    }

    /// Appends a bit to each of 32 scores. A plain loop over `int`, so that it is compiled to
    /// vector instructions.
    private static void shiftIn(int[] scores, int from, int bits) {
        for (int i = 0; i < Integer.SIZE; i++) {
            scores[from + i] = scores[from + i] << 1 | (bits >>> i & 1);
        }
    }

    /// Renumbers the ranks of feasible states without gaps; infeasible ones get 0.
    private static int densify(int[] ranks, int levelCount, StateSet feasible) {
        int[] dense = new int[levelCount];
        for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
            dense[ranks[s]] = 1;
        }
        int next = 0;
        for (int level = 0; level < levelCount; level++) {
            dense[level] = dense[level] == 0 ? 0 : next++;
        }
        for (int state = 0; state < ranks.length; state++) {
            ranks[state] = feasible.contains(state) ? dense[ranks[state]] : 0;
        }
        return next;
    }

    private static Ranks fitted(int[] ranks, int levelCount) {
        if (levelCount > Ranks.NARROW_LEVEL_COUNT) {
            return Ranks.wide(ranks, levelCount);
        }
        char[] narrow = new char[ranks.length];
        for (int state = 0; state < ranks.length; state++) {
            narrow[state] = (char) ranks[state];
        }
        return Ranks.narrow(narrow, levelCount);
    }

    /// Ranks by points, equal up to [#POINT_TOLERANCE] of their range.
    static Ranks ofPoints(double[] points, StateSet feasible) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
            low = Math.min(low, points[s]);
            high = Math.max(high, points[s]);
        }
        if (!(high > low)) {
            return indifferent(points.length);
        }
        double scale = 1 / ((high - low) * POINT_TOLERANCE);
        long[] keys = new long[feasible.count()];
        int count = 0;
        for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
            keys[count++] = Math.round((points[s] - low) * scale) << Integer.SIZE | s;
        }
        Sorting.ascending(keys, Integer.SIZE);
        int[] ranks = new int[points.length];
        int levelCount = 0;
        long before = -1;
        for (long key : keys) {
            long rounded = key >>> Integer.SIZE;
            levelCount += rounded == before ? 0 : 1;
            before = rounded;
            ranks[(int) key] = levelCount - 1;
        }
        return fitted(ranks, levelCount);
    }

    /// Ranks by a list of groups, best first.
    ///
    /// @param groups state numbers, each feasible state's representative once
    /// @param representatives the representative of every feasible state, or the state itself
    /// @param feasible the feasible states
    static Ranks ofRanking(
            List<List<Integer>> groups, SameStates representatives, StateSet feasible) {
        int[] ranks = new int[feasible.size()];
        for (int group = 0; group < groups.size(); group++) {
            for (int state : groups.get(group)) {
                ranks[state] = groups.size() - 1 - group;
            }
        }
        for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
            ranks[s] = ranks[representatives.shownAs(s)];
        }
        return fitted(ranks, Math.max(1, groups.size()));
    }
}
