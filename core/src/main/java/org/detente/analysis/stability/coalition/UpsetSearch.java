// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.Witness;
import org.detente.compile.StateSpace;
import org.jspecify.annotations.Nullable;

/// Finds the joint move by which a coalition upsets a state, by breadth-first search over the
/// members' moves.
final class UpsetSearch {
    private final Arena arena;
    private final PartySet coalition;
    private final int state;
    private final Budget budget;
    private final Map<Integer, Witness.Step> cameBy = new HashMap<>();
    private final Map<Integer, Integer> cameFrom = new HashMap<>();

    UpsetSearch(Arena arena, PartySet coalition, int state, Budget budget) {
        this.arena = arena;
        this.coalition = coalition;
        this.state = state;
        this.budget = budget;
    }

    /// The joint move of fewest moves to a state that fits.
    ///
    /// @param concept the concept it is given for
    /// @param fits which states do; at least one that can be reached must
    /// @return the joint move, or null if the budget ran out
    @Nullable Upset find(Concept concept, IntPredicate fits) {
        cameFrom.put(state, state);
        List<Integer> layer = List.of(state);
        while (!layer.isEmpty()) {
            List<Integer> next = new ArrayList<>();
            for (int from : layer) {
                if (!budget.exhausted()) {
                    expand(from, next);
                }
            }
            var best =
                    next.stream()
                            .filter(fits::test)
                            .min(
                                    Comparator.comparingInt(this::changedCount)
                                            .thenComparingInt(t -> t));
            if (best.isPresent() && !budget.exhausted()) {
                return new Upset(state, members(), concept, pathTo(best.get()));
            }
            layer = next;
        }
        if (budget.exhausted()) {
            return null;
        }
        throw new IllegalStateException("no joint move of %s fits".formatted(members()));
    }

    private List<Integer> members() {
        return java.util.Arrays.stream(coalition.members()).boxed().toList();
    }

    private void expand(int from, List<Integer> next) {
        for (int member : coalition.members()) {
            arena.movement()
                    .forEach(
                            member,
                            from,
                            to -> {
                                budget.take(1);
                                if (cameFrom.putIfAbsent(to, from) == null) {
                                    cameBy.put(to, new Witness.Step(member, to));
                                    next.add(to);
                                }
                            });
        }
    }

    private int changedCount(Integer target) {
        StateSpace space = arena.space();
        int count = 0;
        for (int option = 0; option < space.optionCount(); option++) {
            count += space.level(state, option) == space.level(target, option) ? 0 : 1;
        }
        return count;
    }

    private List<Witness.Step> pathTo(int end) {
        List<Witness.Step> steps = new ArrayList<>();
        int at = end;
        while (at != state) {
            steps.add(java.util.Objects.requireNonNull(cameBy.get(at)));
            at = java.util.Objects.requireNonNull(cameFrom.get(at));
        }
        return steps.reversed();
    }
}
