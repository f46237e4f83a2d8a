// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.detente.compile.Ranks;

/// What a party prefers to what, as far as it is known. States are told by index.
sealed interface Taste {
    /// Whether one state is surely better than another.
    boolean better(int one, int other);

    /// Whether one state is or may be better than another.
    boolean mayBeBetter(int one, int other);

    /// A complete order.
    ///
    /// @param graph the states
    /// @param ranks by state, as the case numbers them
    record Ranked(SmallGraph graph, Ranks ranks) implements Taste {
        @Override
        public boolean better(int one, int other) {
            return ranks.rank(graph.state(one)) > ranks.rank(graph.state(other));
        }

        @Override
        public boolean mayBeBetter(int one, int other) {
            return better(one, other);
        }
    }

    /// What is sure; whatever the statements leave undecided is unknown. Both relations are
    /// transitive, and what is surely worse is surely no better.
    ///
    /// @param worse for each state those that are surely worse
    /// @param atMost for each state those that are surely no better: worse, equally good, or the
    ///   one or the other; itself among them
    record Open(List<BitSet> worse, List<BitSet> atMost) implements Taste {
        /// Copies the lists.
        public Open {
            worse = List.copyOf(worse);
            atMost = List.copyOf(atMost);
        }

        /// A strict partial order: what it does not put apart may be either way.
        ///
        /// @param worse for each state those that are surely worse
        /// @return the taste
        static Open strict(List<BitSet> worse) {
            List<BitSet> atMost = new ArrayList<>();
            for (int index = 0; index < worse.size(); index++) {
                BitSet own = (BitSet) worse.get(index).clone();
                own.set(index);
                atMost.add(own);
            }
            return new Open(worse, atMost);
        }

        /// How many pairs of states are decided: one is surely better, or both are surely equally
        /// good.
        long decidedPairs() {
            long decided = 0;
            for (int index = 0; index < worse.size(); index++) {
                decided += worse.get(index).cardinality();
                BitSet own = atMost.get(index);
                for (int k = own.nextSetBit(index + 1); k >= 0; k = own.nextSetBit(k + 1)) {
                    decided += atMost.get(k).get(index) ? 1 : 0;
                }
            }
            return decided;
        }

        /// The first of the states that are surely as good as a state.
        int firstEqual(int index) {
            BitSet own = atMost.get(index);
            int first = own.nextSetBit(0);
            while (!atMost.get(first).get(index)) {
                first = own.nextSetBit(first + 1);
            }
            return first;
        }

        /// Whether nothing at all is sure.
        boolean isSilent() {
            return atMost.stream().allMatch(own -> own.cardinality() == 1);
        }

        /// Whether every pair is decided, and just as ranks have it.
        boolean isAs(SmallGraph graph, Ranks ranks) {
            Ranked ranked = new Ranked(graph, ranks);
            boolean same = true;
            for (int one = 0; one < worse.size(); one++) {
                for (int other = 0; other < worse.size() && same; other++) {
                    same =
                            better(one, other) == ranked.better(one, other)
                                    && mayBeBetter(one, other) == ranked.better(one, other);
                }
            }
            return same;
        }

        @Override
        public boolean better(int one, int other) {
            return worse.get(one).get(other);
        }

        @Override
        public boolean mayBeBetter(int one, int other) {
            return !atMost.get(other).get(one);
        }
    }
}
