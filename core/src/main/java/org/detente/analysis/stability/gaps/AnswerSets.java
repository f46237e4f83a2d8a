// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all movers but one can reach together from each state, by moves of a kind.
///
/// Where orders are open, moves that may pay are not transitive, so the search goes over pairs of a
/// state and who moved last, and nobody moves twice running [Fang1993]. Each state's set is found
/// when it is first asked for: time O(movers² · moves), memory one bit for each state.
final class AnswerSets {
    /// Which of the others' moves count.
    enum Kind {
        /// Any.
        ANY,
        /// Those that pay or may pay.
        MAY_PAY,
        /// Those that surely pay.
        SURELY_PAY
    }

    private final SmallGraph graph;
    private final List<Taste> tastes;
    private final Kind kind;
    private final int except;
    private final List<@Nullable BitSet> known;

    AnswerSets(SmallGraph graph, List<Taste> tastes, Kind kind, int except) {
        this.graph = graph;
        this.tastes = tastes;
        this.kind = kind;
        this.except = except;
        this.known = new ArrayList<>();
        for (int index = 0; index < graph.size(); index++) {
            known.add(null);
        }
    }

    /// What can be reached by at least one move.
    ///
    /// @param from where the others start
    /// @return the states, shared: must not be changed
    BitSet from(int from) {
        BitSet found = known.get(from);
        if (found == null) {
            found = search(from);
            known.set(from, found);
        }
        return found;
    }

    private BitSet search(int from) {
        int moverCount = graph.moverCount();
        BitSet reached = new BitSet();
        BitSet pairs = new BitSet();
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(from * (moverCount + 1) + moverCount);
        while (!queue.isEmpty()) {
            int pair = queue.remove();
            int at = pair / (moverCount + 1);
            for (int mover = 0; mover < moverCount; mover++) {
                if (mover == except || mover == pair % (moverCount + 1)) {
                    continue;
                }
                for (int target : graph.moves(mover, at)) {
                    int next = target * (moverCount + 1) + mover;
                    if (!pairs.get(next) && counts(mover, target, at)) {
                        pairs.set(next);
                        reached.set(target);
                        queue.add(next);
                    }
                }
            }
        }
        return reached;
    }

    private boolean counts(int mover, int target, int at) {
        Taste taste = tastes.get(mover);
        return switch (kind) {
            case ANY -> true;
            case MAY_PAY -> taste.mayBeBetter(target, at);
            case SURELY_PAY -> taste.better(target, at);
        };
    }
}
