// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The frontier by eliminating one item after another, keeping for every combination of the items
/// it is linked with only the sums that no other covers.
///
/// Bucket elimination (Dechter 1999) with sets of vectors in place of numbers. Sums that a floor
/// rules out whatever is still to come are dropped. When a set grows past the limit it is made
/// again with some low bits of each number ignored in comparisons ([Thinning]).
///
/// Time and memory follow the tables of the order ([EliminationOrder]) times the sets in them.
final class Elimination {
    private final Problem problem;
    private final Layout layout;
    private final FrontierLimits limits;
    private final Merger merger;
    private final Message zero;
    private final long[] totalLargest;
    private final double workLimit;
    private double work;
    private final Thinning thinning;

    private Elimination(Problem problem, FrontierLimits limits, double workLimit) {
        this.problem = problem;
        this.layout = problem.layout;
        this.limits = limits;
        this.merger = new Merger(problem);
        this.zero = Message.zero(layout);
        this.workLimit = workLimit;
        this.thinning = new Thinning(problem);
        this.totalLargest = new long[layout.dims];
        for (Factor factor : problem.factors) {
            addTo(totalLargest, problem.largest(factor));
        }
    }

    /// What elimination found: the undominated sums, and how to trace them.
    static final class Outcome {
        final Message root;

        /// For each of the layout's dimensions, by how much a package's point may be worse than the
        /// package, in units.
        final long[] loss;

        private Outcome(Message root, long[] loss) {
            this.root = root;
            this.loss = loss;
        }
    }

    /// Eliminates all items.
    ///
    /// @param workLimit how many candidates may be looked at
    /// @return the outcome, or null if that was not enough
    static @Nullable Outcome run(
            Problem problem, EliminationOrder order, FrontierLimits limits, double workLimit) {
        Elimination elimination = new Elimination(problem, limits, workLimit);
        Message root = elimination.eliminate(order);
        return root == null ? null : new Outcome(root, elimination.thinning.loss());
    }

    private @Nullable Message eliminate(EliminationOrder order) {
        List<Factor> factors = new ArrayList<>(problem.factors);
        List<Message> messages = new ArrayList<>();
        List<Factor> constants = take(factors, Factor::scopeEmpty);
        for (int item : order.items) {
            List<Factor> own = take(factors, factor -> contains(factor.scope, item));
            List<Message> below = take(messages, message -> contains(message.scope, item));
            Message made = eliminate(item, own, below);
            if (made == null) {
                return null;
            }
            messages.add(made);
        }
        Message root = fold(messages);
        return root == null ? null : join(root, zero, -1, constants);
    }

    private @Nullable Message eliminate(int item, List<Factor> factors, List<Message> messages) {
        messages.sort(
                Comparator.comparingInt((Message message) -> message.points.size()).reversed());
        Message left = messages.isEmpty() ? zero : messages.getFirst();
        for (int k = 1; k + 1 < messages.size(); k++) {
            left = join(left, messages.get(k), -1, List.of());
            if (left == null) {
                return null;
            }
        }
        Message right = messages.size() > 1 ? messages.getLast() : zero;
        return join(left, right, item, factors);
    }

    private @Nullable Message fold(List<Message> messages) {
        messages.sort(
                Comparator.comparingInt((Message message) -> message.points.size()).reversed());
        Message sum = messages.isEmpty() ? zero : messages.getFirst();
        for (int k = 1; k < messages.size(); k++) {
            sum = join(sum, messages.get(k), -1, List.of());
            if (sum == null) {
                return null;
            }
        }
        return sum;
    }

    /// Adds two messages and some factors, and takes the best over one item, if one is given.
    private @Nullable Message join(Message left, Message right, int item, List<Factor> factors) {
        boolean swap = right.points.size() > left.points.size();
        Message source = swap ? right : left;
        Message other = swap ? left : right;
        Join join = new Join(problem, source, other, item, factors);
        long[] largest = source.largest.clone();
        addTo(largest, other.largest);
        for (Factor factor : factors) {
            addTo(largest, problem.largest(factor));
        }
        Message made =
                new Message(
                        join,
                        source.isZero() ? null : source,
                        other.isZero() ? null : other,
                        largest,
                        layout.words);
        long[] need = need(largest);
        for (int cell = 0; cell < join.cellCount; cell++) {
            join.fill(cell, merger);
            if (!run(source, need, made)) {
                return null;
            }
            made.starts[cell + 1] = made.points.size();
        }
        thinning.account();
        made.points.trim();
        return made;
    }

    private boolean run(Message source, long[] need, Message made) {
        int begin = made.points.size();
        while (true) {
            long tried =
                    merger.run(
                            source.points.vectors(),
                            need,
                            thinning.mask(),
                            made.points,
                            limits.maxFrontier());
            if (tried >= 0) {
                work += tried;
                return work <= workLimit;
            }
            work += limits.maxFrontier();
            made.points.truncate(begin);
            thinning.coarsen();
        }
    }

    /// What a sum must reach so that the rest can still lift it to the floors.
    private long[] need(long[] largest) {
        long[] need = new long[layout.dims];
        for (int dim = 0; dim < need.length; dim++) {
            long rest = totalLargest[dim] - largest[dim];
            need[dim] = Math.max(0, problem.floors[dim] - rest);
        }
        return layout.pack(need);
    }

    private static void addTo(long[] sum, long[] more) {
        for (int dim = 0; dim < sum.length; dim++) {
            sum[dim] += more[dim];
        }
    }

    private static boolean contains(int[] scope, int item) {
        return Arrays.binarySearch(scope, item) >= 0;
    }

    private static <T> List<T> take(List<T> from, Predicate<T> which) {
        List<T> taken = new ArrayList<>();
        for (T one : from) {
            if (which.test(one)) {
                taken.add(one);
            }
        }
        from.removeAll(taken);
        return taken;
    }
}
