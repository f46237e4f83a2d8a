// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
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

    /// The most items of all packages that are looked for, together, beyond a few packages.
    private static final long MOST_ITEMS = 30_000;

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
        Ties ties = new Ties(problem, target, own, most(limit, own.length));
        ties.reach(new Goal(root, values, null), values);
        List<int[]> sorted = new ArrayList<>(ties.found);
        return List.copyOf(sorted.subList(0, Math.min(limit, sorted.size())));
    }

    /// How many packages are looked for to choose from: more than are wanted, fewer where each is
    /// long to put together.
    private static int most(int limit, int itemCount) {
        long plenty = Math.min(1L << 20, 16L * limit + SPARE);
        long affordable = MOST_ITEMS / Math.max(1, itemCount);
        return (int) Math.min(plenty, Math.max(4L * limit, affordable));
    }

    /// Reaches all goals in turn. A package may have thousands of items, each a choice within the
    /// one before, so that the choices under way are kept in a stack of our own.
    ///
    /// @param root the first goal, with no other after it
    /// @param total what the package will be worth if it is reached exactly
    private void reach(Goal root, long[] total) {
        Deque<Choice> choices = new ArrayDeque<>();
        open(choices, root, total);
        while (!choices.isEmpty()) {
            Choice choice = choices.getLast();
            if (choice.advance()) {
                open(choices, choice.reached(), choice.total());
            } else {
                choices.removeLast();
            }
        }
    }

    /// Opens the choice that the next goal is, or keeps the package if there is none.
    private void open(Deque<Choice> choices, Goal goal, long[] total) {
        @Nullable Goal next = goal;
        while (next != null && next.message.join == null) {
            next = next.next;
        }
        if (next == null) {
            keep();
        } else {
            choices.add(
                    new Choice(next, java.util.Objects.requireNonNull(next.message.join), total));
        }
    }

    /// In how many ways the next goal can be put together: a level of its item, a part from the one
    /// side, and every part from the other that is what is left, up to the slack.
    private final class Choice {
        private final Goal goal;
        private final Join join;
        private final long[] total;
        private final long[] rest = new long[layout.dims];
        private long[] factors = {};
        private int level = -1;
        private int sourceCell;
        private int right;
        private int rightEnd;
        private int left;
        private int leftEnd;
        private Goal after;
        private Goal reached;
        private long[] reachedTotal = {};

        Choice(Goal goal, Join join, long[] total) {
            this.goal = goal;
            this.join = join;
            this.total = total;
            this.after = goal;
            this.reached = goal;
        }

        /// The goals that follow from the way last found.
        Goal reached() {
            return reached;
        }

        /// What the package will be worth then.
        long[] total() {
            return reachedTotal;
        }

        /// Finds the next way.
        ///
        /// @return whether there is one
        boolean advance() {
            while (!done()) {
                if (left < leftEnd) {
                    if (takesLeft()) {
                        return true;
                    }
                } else if (right < rightEnd) {
                    takeRight();
                } else if (++level < join.levels()) {
                    takeLevel();
                } else {
                    return false;
                }
            }
            return false;
        }

        private void takeLevel() {
            join.goTo(levels);
            long[] sum = join.factorSum(level);
            if (sum == null) {
                return;
            }
            if (join.item >= 0) {
                levels[join.item] = level;
            }
            factors = layout.unpack(sum, 0);
            sourceCell = join.sourceCell(level);
            int otherCell = join.otherCell(level);
            right = join.other.starts[otherCell];
            rightEnd = join.other.starts[otherCell + 1];
        }

        private void takeRight() {
            steps++;
            long[] part = layout.unpack(join.other.points.vectors(), right * layout.words);
            right++;
            for (int dim = 0; dim < rest.length; dim++) {
                rest[dim] = goal.values[dim] - part[dim] - factors[dim];
            }
            after = new Goal(join.other, part, goal.next);
            int begin = join.source.starts[sourceCell];
            leftEnd = join.source.starts[sourceCell + 1];
            left =
                    problem.compared > 0
                            ? firstAtMost(join.source, begin, leftEnd, rest[0] + slack())
                            : begin;
        }

        private boolean takesLeft() {
            steps++;
            long[] part = layout.unpack(join.source.points.vectors(), left * layout.words);
            left++;
            if (problem.compared > 0 && part[0] < rest[0] - slack()) {
                left = leftEnd;
                return false;
            }
            long[] changed = total.clone();
            for (int dim = 0; dim < problem.compared; dim++) {
                changed[dim] += part[dim] - rest[dim];
                if (Scale.round(changed[dim], problem.quanta[dim]) != target[dim]) {
                    return false;
                }
            }
            reached = new Goal(join.source, part, after);
            reachedTotal = changed;
            return true;
        }

        private long slack() {
            return problem.compared > 0 ? problem.quanta[0] : 0;
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
