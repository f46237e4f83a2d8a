// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The packages behind one vector of values, by going back through the messages of an elimination:
/// every way in which a sum can be put together from the sums below it.
///
/// Nothing is missed when the messages are exact. A package with the same rounded values as an
/// undominated one can only be made of parts that equal undominated parts in the compared
/// dimensions up to less than a quantum; else swapping the part would beat the point.
final class Ties {
    /// The most pairs of parts that are looked at for one point.
    private static final long MAX_STEPS = 3_000_000;

    private static final int SPARE = 1000;

    private final Problem problem;
    private final Layout layout;
    private final long[] target;
    private final int[] own;
    private final int[] levels;
    private final int most;
    private final TreeSet<int[]> found = new TreeSet<>(Arrays::compare);
    private long steps;

    /// What the points below a message must add up to, and what is to be reached after it.
    private static final class Goal {
        final Message message;
        final long[] values;
        final @Nullable Goal next;

        Goal(Message message, long[] values, @Nullable Goal next) {
            this.message = message;
            this.values = values;
            this.next = next;
        }
    }

    private Ties(Problem problem, long[] target, int[] own, int most) {
        this.problem = problem;
        this.layout = problem.layout;
        this.target = target;
        this.own = own;
        this.levels = new int[own.length];
        this.most = most;
    }

    /// Finds the packages other than the point's own.
    static List<int[]> of(Problem problem, Message root, int point, int limit) {
        long[] values = problem.layout.unpack(root.points.vectors(), point * problem.layout.words);
        int[] own = new int[problem.radices.length];
        root.trace(point, own);
        long[] target = values.clone();
        for (int dim = 0; dim < problem.compared; dim++) {
            target[dim] = Scale.round(values[dim], problem.quanta[dim]);
        }
        Ties ties = new Ties(problem, target, own, (int) Math.min(1L << 20, 16L * limit + SPARE));
        ties.reach(new Goal(root, values, null), values);
        List<int[]> sorted = new ArrayList<>(ties.found);
        return List.copyOf(sorted.subList(0, Math.min(limit, sorted.size())));
    }

    /// Reaches all goals in turn.
    ///
    /// @param total what the package will be worth if every goal is reached exactly
    private void reach(@Nullable Goal goal, long[] total) {
        if (goal == null) {
            keep();
            return;
        }
        Join join = goal.message.join;
        if (join == null) {
            reach(goal.next, total);
            return;
        }
        for (int level = 0; level < join.levels() && !done(); level++) {
            join.goTo(levels);
            long[] factors = join.factorSum(level);
            if (factors == null) {
                continue;
            }
            if (join.item >= 0) {
                levels[join.item] = level;
            }
            pairs(goal, join, level, layout.unpack(factors, 0), total);
        }
    }

    private void pairs(Goal goal, Join join, int level, long[] factors, long[] total) {
        int sourceCell = join.sourceCell(level);
        int otherCell = join.otherCell(level);
        Message other = join.other;
        long[] rest = new long[layout.dims];
        for (int right = other.starts[otherCell];
                right < other.starts[otherCell + 1] && !done();
                right++) {
            steps++;
            long[] part = layout.unpack(other.points.vectors(), right * layout.words);
            for (int dim = 0; dim < rest.length; dim++) {
                rest[dim] = goal.values[dim] - part[dim] - factors[dim];
            }
            Goal after = new Goal(other, part, goal.next);
            fits(join.source, sourceCell, rest, after, total);
        }
    }

    /// Goes on with every point of a cell that is what is left of a goal, up to the slack.
    private void fits(Message source, int cell, long[] rest, Goal after, long[] total) {
        int begin = source.starts[cell];
        int end = source.starts[cell + 1];
        long slack = problem.compared > 0 ? problem.quanta[0] : 0;
        int at = problem.compared > 0 ? firstAtMost(source, begin, end, rest[0] + slack) : begin;
        for (; at < end && !done(); at++) {
            steps++;
            long[] part = layout.unpack(source.points.vectors(), at * layout.words);
            if (problem.compared > 0 && part[0] < rest[0] - slack) {
                return;
            }
            long[] changed = total.clone();
            boolean same = true;
            for (int dim = 0; dim < problem.compared && same; dim++) {
                changed[dim] += part[dim] - rest[dim];
                same = Scale.round(changed[dim], problem.quanta[dim]) == target[dim];
            }
            if (same) {
                reach(new Goal(source, part, after), changed);
            }
        }
    }

    private int firstAtMost(Message source, int begin, int end, long first) {
        int low = begin;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (layout.get(source.points.vectors(), middle * layout.words, 0) > first) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean done() {
        return steps > MAX_STEPS || found.size() >= most;
    }

    private void keep() {
        long[] sum = new long[layout.words];
        if (!Arrays.equals(levels, own)
                && problem.sum(levels, sum)
                && problem.matches(sum, 0, target)) {
            found.add(levels.clone());
        }
    }
}
