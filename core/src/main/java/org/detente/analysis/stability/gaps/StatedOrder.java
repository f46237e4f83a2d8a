// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.detente.compile.CompiledCase;
import org.detente.compile.Mentions;
import org.detente.compile.StateSet;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart.Comparison;

/// What `prefer` statements say about states, read all else equal and closed transitively.
///
/// `A over B` puts a state above another if the first satisfies A and not B, the second B and not
/// A, and they agree in every option that neither A nor B speaks of. Time O(comparisons that follow
/// · states / 64), memory O(states²) bits.
final class StatedOrder {
    private final SmallGraph graph;
    private final CompiledCase model;
    private final List<Comparison> comparisons;
    private final List<BitSet> direct = new ArrayList<>();

    private StatedOrder(SmallGraph graph, List<Comparison> comparisons) {
        this.graph = graph;
        this.model = graph.model();
        this.comparisons = comparisons;
        for (int index = 0; index < graph.size(); index++) {
            direct.add(new BitSet());
        }
        comparisons.forEach(c -> spread(c, (better, worse) -> direct.get(better).set(worse)));
    }

    /// What statements come to.
    sealed interface Reading {
        /// They go together.
        ///
        /// @param taste the order they give
        record Consistent(Taste.Open taste) implements Reading {}

        /// They do not.
        ///
        /// @param statements some that contradict each other
        /// @param states indices, each above the next and the last above the first
        record Contradictory(List<Comparison> statements, List<Integer> states)
                implements Reading {}
    }

    /// Reads statements.
    ///
    /// @param graph the states
    /// @param comparisons the statements
    static Reading read(SmallGraph graph, List<Comparison> comparisons) {
        return new StatedOrder(graph, comparisons).closed();
    }

    /// Is told one state above another.
    private interface Pair {
        void accept(int better, int worse);
    }

    private void spread(Comparison comparison, Pair pair) {
        StateSet better = model.where(comparison.better()).and(model.feasible());
        StateSet worse = model.where(comparison.worse()).and(model.feasible());
        StateSet both = better.copy().and(worse);
        better.andNot(both);
        worse.andNot(both);
        Set<ItemRef> mentioned = new LinkedHashSet<>();
        mentioned.addAll(Mentions.of(model.source(), comparison.better()));
        mentioned.addAll(Mentions.of(model.source(), comparison.worse()));
        int[] options =
                mentioned.stream()
                        .mapToInt(i -> model.space().indexOf(i))
                        .filter(o -> o >= 0)
                        .toArray();
        Map<Integer, List<Integer>> byRest = new HashMap<>();
        worse.stream()
                .forEach(s ->
                        byRest.computeIfAbsent(rest(s, options), _ -> new ArrayList<>()).add(s));
        better.stream()
                .forEach(s -> {
                    for (int other : byRest.getOrDefault(rest(s, options), List.of())) {
                        if (graph.indexOf(s) != graph.indexOf(other)) {
                            pair.accept(graph.indexOf(s), graph.indexOf(other));
                        }
                    }
                });
    }

    /// The state with all mentioned options at their first level.
    private int rest(int state, int[] options) {
        int result = state;
        for (int option : options) {
            result = model.space().with(result, option, 0);
        }
        return result;
    }

    private Reading closed() {
        int[] aboveCount = new int[graph.size()];
        direct.forEach(below -> below.stream().forEach(index -> aboveCount[index]++));
        List<Integer> order = new ArrayList<>();
        for (int index = 0; index < aboveCount.length; index++) {
            if (aboveCount[index] == 0) {
                order.add(index);
            }
        }
        for (int next = 0; next < order.size(); next++) {
            direct.get(order.get(next)).stream()
                    .forEach(index -> {
                        aboveCount[index]--;
                        if (aboveCount[index] == 0) {
                            order.add(index);
                        }
                    });
        }
        if (order.size() < graph.size()) {
            return contradiction(aboveCount);
        }
        List<BitSet> worse = new ArrayList<>(Collections.nCopies(graph.size(), new BitSet()));
        for (int index : order.reversed()) {
            BitSet below = (BitSet) direct.get(index).clone();
            direct.get(index).stream().forEach(lower -> below.or(worse.get(lower)));
            worse.set(index, below);
        }
        return new Reading.Consistent(Taste.Open.strict(worse));
    }

    /// A shortest circle through some state that is left when nothing more can be put in order.
    private Reading contradiction(int[] aboveCount) {
        List<Integer> shortest = List.of();
        for (int start = 0; start < aboveCount.length; start++) {
            if (aboveCount[start] > 0) {
                List<Integer> circle = circle(start);
                if (!circle.isEmpty() && (shortest.isEmpty() || circle.size() < shortest.size())) {
                    shortest = circle;
                }
            }
        }
        Set<Comparison> named = new LinkedHashSet<>();
        for (int k = 0; k < shortest.size(); k++) {
            named.add(saying(shortest.get(k), shortest.get((k + 1) % shortest.size())));
        }
        return new Reading.Contradictory(List.copyOf(named), shortest);
    }

    private List<Integer> circle(int start) {
        int[] from = new int[graph.size()];
        Arrays.fill(from, -1);
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            int at = queue.remove();
            BitSet below = direct.get(at);
            if (below.get(start)) {
                List<Integer> circle = new ArrayList<>();
                for (int back = at; back != start; back = from[back]) {
                    circle.add(back);
                }
                circle.add(start);
                return circle.reversed();
            }
            below.stream()
                    .filter(index -> from[index] < 0)
                    .forEach(index -> {
                        from[index] = at;
                        queue.add(index);
                    });
        }
        return List.of();
    }

    private Comparison saying(int better, int worse) {
        for (Comparison comparison : comparisons) {
            boolean[] says = {false};
            spread(comparison, (one, other) -> says[0] |= one == better && other == worse);
            if (says[0]) {
                return comparison;
            }
        }
        throw new IllegalStateException(
                "no statement puts state %d above %d".formatted(better, worse));
    }
}
