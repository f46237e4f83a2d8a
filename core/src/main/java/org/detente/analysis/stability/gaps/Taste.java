// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

import java.util.BitSet;
import java.util.List;
import org.detente.compile.Ranks;

/// What a party prefers to what, as far as it is known. States are told by index.
sealed interface Taste {
    /// Whether one state is surely better than another.
    boolean better(int one, int other);

    /// Whether two states cannot be compared.
    boolean unknown(int one, int other);

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
        public boolean unknown(int one, int other) {
            return false;
        }
    }

    /// A strict partial order: whatever the statements leave undecided is unknown.
    ///
    /// @param worse for each state those that are surely worse
    record Open(List<BitSet> worse) implements Taste {
        /// Copies the list.
        public Open {
            worse = List.copyOf(worse);
        }

        @Override
        public boolean better(int one, int other) {
            return worse.get(one).get(other);
        }

        @Override
        public boolean unknown(int one, int other) {
            return one != other && !better(one, other) && !better(other, one);
        }
    }
}
