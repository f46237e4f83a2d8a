// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.detente.analysis.Wording;
import org.detente.compile.StateSet;
import org.detente.model.Outcome;

/// Chooses which of many lasting states a reader sees first: those lasting under most concepts,
/// then those with the fewest options changed from now, then the lowest number.
final class Prominence {
    private static final List<Concept> CONCEPTS = List.of(Concept.values());

    private Prominence() {}

    /// The first few states of a set.
    ///
    /// @param states the states, not empty
    /// @param count how many are wanted
    /// @param reading whose verdicts count
    /// @param words measures the distance from now
    /// @return their numbers, first first
    static List<Integer> firstOf(StateSet states, int count, Reading reading, Wording words) {
        if (count == 0) {
            return List.of();
        }
        Comparator<int[]> order = Arrays::compare;
        PriorityQueue<int[]> kept = new PriorityQueue<>(order.reversed());
        for (int s = states.next(0); s >= 0; s = states.next(s + 1)) {
            int[] last = kept.size() < count ? null : kept.peek();
            int concepts = -conceptCount(s, reading);
            if (last != null && concepts > last[0]) {
                continue;
            }
            int changed = words.changedOptionCount(reading.model().now(), s);
            if (last != null && concepts == last[0] && changed >= last[1]) {
                continue;
            }
            kept.add(new int[] {concepts, changed, s});
            if (kept.size() > count) {
                kept.remove();
            }
        }
        return kept.stream().sorted(order).map(key -> key[2]).toList();
    }

    /// The first few states of a set, each outcome having its share.
    ///
    /// @param states the states, not empty
    /// @param count how many are wanted
    /// @param reading whose verdicts count
    /// @param words measures the distance from now
    /// @return their numbers, first first
    static List<Integer> acrossOutcomes(
            StateSet states, int count, Reading reading, Wording words) {
        List<Outcome> outcomes = reading.model().source().outcomes();
        if (outcomes.isEmpty() || states.count() <= count) {
            return firstOf(states, count, reading, words);
        }
        int share = Math.max(1, count / outcomes.size());
        StateSet chosen = StateSet.none(states.size());
        for (Outcome outcome : outcomes) {
            StateSet candidates = reading.model().statesOf(outcome).and(states).andNot(chosen);
            if (!candidates.isEmpty()) {
                firstOf(candidates, share, reading, words).forEach(chosen::add);
            }
        }
        if (chosen.count() < count) {
            firstOf(states.copy().andNot(chosen), count - chosen.count(), reading, words)
                    .forEach(chosen::add);
        }
        return firstOf(chosen, count, reading, words);
    }

    private static int conceptCount(int state, Reading reading) {
        int concepts = 0;
        for (Concept concept : CONCEPTS) {
            concepts += reading.verdicts().equilibria(concept).contains(state) ? 1 : 0;
        }
        return concepts;
    }
}
