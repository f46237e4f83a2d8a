// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.model.Option;
import org.jspecify.annotations.Nullable;

/// Which states the parties together can reach from a state, in how few moves, and by which: the
/// status quo analysis of the graph model [Li2005], over joint moves [Fang1993].
///
/// One mover's moves are a sweep along each of its options, through infeasible cells too, since it
/// may change several options at once; between movers only feasible states count. Since ranks are
/// complete and transitive, "no party moves twice running" excludes nothing. Time O(layers ·
/// options · states / 64) for moves that need not be improvements, for others see
/// [ImprovementStep]; memory one bit set a layer.
public final class Reachability {
    private static final int MOST_STATES_OF_KEPT_LEVELS = 1 << 20;

    private final StateSpace space;
    private final List<StateSet> usable;
    private final @Nullable List<Ranks> ranks;
    private final Movement movement;
    private final List<StateSet> layers = new ArrayList<>();
    private final StateSet reached;
    private final Map<List<Integer>, StateSet> levels = new HashMap<>();

    /// One move of a path.
    ///
    /// @param mover who moves
    /// @param state where to
    public record Step(int mover, int state) {}

    private Reachability(
            StateSpace space,
            StateSet feasible,
            List<StateSet> seen,
            @Nullable List<Ranks> ranks,
            int from) {
        this.space = space;
        this.usable = seen.stream().map(s -> s.copy().and(feasible)).toList();
        this.ranks = ranks;
        this.movement = new Movement(space, feasible, seen.toArray(StateSet[]::new));
        List<ImprovementStep> improvements = new ArrayList<>();
        for (int mover = 0; ranks != null && mover < space.moverCount(); mover++) {
            improvements.add(
                    new ImprovementStep(space, mover, usable.get(mover), ranks.get(mover)));
        }
        StateSet layer = StateSet.none(space.product());
        layer.add(from);
        this.reached = layer.copy();
        while (!layer.isEmpty()) {
            layers.add(layer);
            StateSet next = StateSet.none(space.product());
            for (int mover = 0; mover < space.moverCount(); mover++) {
                StateSet sources = layer.copy().and(usable.get(mover));
                next.or(
                        ranks == null
                                ? moves(mover, sources)
                                : improvements.get(mover).from(sources, reached));
            }
            layer = next.andNot(reached);
            reached.or(layer);
        }
        levels.clear();
    }

    /// What can be reached by any moves.
    ///
    /// @param space the space
    /// @param feasible the feasible states
    /// @param seen by mover, the states it sees
    /// @param from a feasible state
    /// @return what can be reached
    public static Reachability byMoves(
            StateSpace space, StateSet feasible, List<StateSet> seen, int from) {
        return new Reachability(space, feasible, seen, null, from);
    }

    /// What can be reached if whoever moves gains by that move.
    ///
    /// @param space the space
    /// @param feasible the feasible states
    /// @param seen by mover, the states it sees
    /// @param ranks by mover, its ranks
    /// @param from a feasible state
    /// @return what can be reached
    public static Reachability byImprovements(
            StateSpace space, StateSet feasible, List<StateSet> seen, List<Ranks> ranks, int from) {
        return new Reachability(space, feasible, seen, List.copyOf(ranks), from);
    }

    /// The states that can be reached, the first one included.
    ///
    /// @return the set, shared: must not be changed
    public StateSet reached() {
        return reached;
    }

    /// How few moves lead to a state.
    ///
    /// @param state its number
    /// @return the number of moves, or -1 if it cannot be reached
    public int distance(int state) {
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layers.get(layer).contains(state)) {
                return layer;
            }
        }
        return -1;
    }

    /// A shortest path to a state. Of several the one whose last mover comes first, then whose last
    /// state before has the lowest number, and so on backwards.
    ///
    /// @param state a state that can be reached
    /// @return the moves, in order; empty for the first state itself
    /// @throws IllegalArgumentException if it cannot be reached
    public List<Step> pathTo(int state) {
        int distance = distance(state);
        if (distance < 0) {
            throw new IllegalArgumentException("state %d cannot be reached".formatted(state));
        }
        List<Step> steps = new ArrayList<>();
        int at = state;
        for (int layer = distance - 1; layer >= 0; layer--) {
            Step last = lastStep(layers.get(layer), at);
            steps.add(new Step(last.mover(), at));
            at = last.state();
        }
        return List.copyOf(steps.reversed());
    }

    /// Who can move from a layer to a state, and from where.
    private Step lastStep(StateSet layer, int to) {
        for (int mover = 0; mover < space.moverCount(); mover++) {
            int from = predecessor(layer, mover, to);
            if (from >= 0) {
                return new Step(mover, from);
            }
        }
        throw new IllegalStateException("state %d has no predecessor".formatted(to));
    }

    private int predecessor(StateSet layer, int mover, int to) {
        for (int s = layer.next(0); s >= 0; s = layer.next(s + 1)) {
            if (movement.canMove(mover, s, to)
                    && (ranks == null || ranks.get(mover).rank(to) > ranks.get(mover).rank(s))) {
                return s;
            }
        }
        return -1;
    }

    private StateSet moves(int mover, StateSet sources) {
        if (sources.isEmpty()) {
            return sources;
        }
        for (int option : space.optionsOf(mover)) {
            int stride = space.stride(option);
            if (space.moves(option) != Option.Moves.DOWN) {
                for (int level = 1; level < space.radix(option); level++) {
                    sources.spreadUp(stride, atLevel(option, level));
                }
            }
            if (space.moves(option) != Option.Moves.UP) {
                for (int level = space.radix(option) - 2; level >= 0; level--) {
                    sources.spreadDown(stride, atLevel(option, level));
                }
            }
        }
        return sources.and(usable.get(mover));
    }

    private StateSet atLevel(int option, int level) {
        if (space.product() > MOST_STATES_OF_KEPT_LEVELS) {
            return space.statesAt(option, l -> l == level);
        }
        return levels.computeIfAbsent(
                List.of(option, level), _ -> space.statesAt(option, l -> l == level));
    }
}
