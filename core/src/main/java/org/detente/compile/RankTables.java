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

    /// The bits of a byte, each in a byte of its own.
    private static final long[] SPREAD = new long[1 << Byte.SIZE];

    static {
        for (int bits = 0; bits < SPREAD.length; bits++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                SPREAD[bits] |= (bits >>> bit & 1L) << (Byte.SIZE * bit);
            }
        }
    }

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
            append(ranks, Arrays.copyOfRange(holds, first, next));
            levelCount = densify(ranks, levelCount, feasible);
        }
        return fitted(ranks, levelCount);
    }

    private static char[] narrowScores(StateSet[] holds, int product) {
        char[] scores = new char[product];
        int[] block = new int[Long.SIZE];
        for (int first = 0; first < product; first += Long.SIZE) {
            Arrays.fill(block, 0);
            append(block, holds, first);
            int count = Math.min(Long.SIZE, product - first);
            for (int i = 0; i < count; i++) {
                scores[first + i] = (char) block[i];
            }
        }
        return scores;
    }

    /// Appends to every score which of some statements hold.
    private static void append(int[] scores, StateSet[] holds) {
        int[] block = new int[Long.SIZE];
        for (int first = 0; first < scores.length; first += Long.SIZE) {
            int count = Math.min(Long.SIZE, scores.length - first);
            System.arraycopy(scores, first, block, 0, count);
            append(block, holds, first);
            System.arraycopy(block, 0, scores, first, count);
        }
    }

    /// Appends to the scores of 64 states which of some statements hold: up to eight statements at
    /// a time, whose bits for eight states are gathered in one byte for each of the states.
    private static void append(int[] block, StateSet[] holds, int first) {
        for (int from = 0; from < holds.length; from += Byte.SIZE) {
            int to = Math.min(holds.length, from + Byte.SIZE);
            for (int at = 0; at < Long.SIZE; at += Byte.SIZE) {
                long gathered = 0;
                for (int k = from; k < to; k++) {
                    int bits = (int) (holds[k].word(first >>> 6) >>> at) & 0xFF;
                    gathered = gathered << 1 | SPREAD[bits];
                }
                for (int i = 0; i < Byte.SIZE; i++) {
                    int told = (int) (gathered >>> (Byte.SIZE * i)) & 0xFF;
                    block[at + i] = block[at + i] << (to - from) | told;
                }
            }
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
