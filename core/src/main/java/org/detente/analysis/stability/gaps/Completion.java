// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;

/// Draws a completion of an open order: a complete order with ties that keeps every state above
/// those that the statements put below it.
///
/// Every state gets a height by chance, out of few or many, and is then lifted above what is surely
/// worse. Every completion can be drawn; they are not equally likely.
final class Completion {
    private Completion() {}

    /// Draws one.
    ///
    /// @param graph the states
    /// @param open what the statements say
    /// @param random where chance comes from
    /// @return ranks by state, as the case numbers them
    static Ranks draw(SmallGraph graph, Taste.Open open, RandomGenerator random) {
        int size = graph.size();
        int[] height = new int[size];
        int heights = 1 + (int) StrictMath.pow(size, random.nextDouble());
        for (int index = 0; index < size; index++) {
            height[index] = random.nextInt(heights);
        }
        int highest = 0;
        for (int index : worstFirst(open.atMost())) {
            int first = open.firstEqual(index);
            BitSet below = open.atMost().get(index);
            for (int k = below.nextSetBit(0); k >= 0; k = below.nextSetBit(k + 1)) {
                if (!open.atMost().get(k).get(index)) {
                    int least = height[k] + (open.better(index, k) ? 1 : 0);
                    height[index] = Math.max(height[index], least);
                }
            }
            height[index] = first < index ? height[first] : height[index];
            highest = Math.max(highest, height[index]);
        }
        StateSet feasible = graph.model().feasible();
        int[] ranks = new int[feasible.size()];
        for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
            ranks[s] = height[graph.indexOf(s)];
        }
        return Ranks.wide(ranks, highest + 1);
    }

    /// All states, each after those that are surely worse or no better; equally good ones by
    /// number.
    private static List<Integer> worstFirst(List<BitSet> atMost) {
        return IntStream.range(0, atMost.size())
                .boxed()
                .sorted(Comparator.comparingInt(index -> atMost.get(index).cardinality()))
                .toList();
    }
}
