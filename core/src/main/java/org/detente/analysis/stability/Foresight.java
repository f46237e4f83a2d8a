// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.compile.CompiledCase;
import org.detente.compile.Movement;
import org.detente.compile.StateSet;
import org.jspecify.annotations.Nullable;

/// Limited-move and non-myopic stability for two movers, who move in turn and see h moves ahead
/// [Kilgour1985; Brams1981].
///
/// G₀(i, s) = {s}. With h moves left, mover i values a move to t by the worst for it in G_{h−1}(j,
/// t), where j moves next; if the best such value beats s, G_h(i, s) is the union of G_{h−1}(j, t)
/// over all best moves t, else {s}. A state is L_h-stable for i iff G_h(i, s) = {s}. Sets instead
/// of single states, so that ties do not make the answer depend on the states' numbers; this is
/// where we differ from the source, which assumes strict orders. G_h depends on G_{h−1} alone, so
/// it becomes periodic; a state is non-myopically stable for i iff it is L_h-stable throughout the
/// period.
///
/// Time O(h · states · moves), memory O(distinct sets · states) bits.
final class Foresight {
    /// The most feasible states it is worked out for: beyond, sets of states get too many.
    static final int STATE_LIMIT = 1 << 14;

    /// How many moves ahead a period is looked for.
    static final int HORIZON_LIMIT = 1000;

    private static final int MOVER_COUNT = 2;

    private final CompiledCase model;
    private final Movement movement;
    private final List<BitSet> sets = new ArrayList<>();
    private final Map<BitSet, Integer> idBySet = new HashMap<>();
    private final List<int[]> worstBySet = new ArrayList<>();
    private final List<int[][]> history = new ArrayList<>();
    private final int[][][] targets;
    private int periodStart = -1;

    private Foresight(CompiledCase model) {
        this.model = model;
        this.movement = model.movement();
        this.targets = new int[MOVER_COUNT][][];
    }

    /// Whether it can be worked out for a case.
    ///
    /// @param model the case
    /// @return null if it can, else a sentence saying why not
    static @Nullable String whyNot(CompiledCase model) {
        int movers = model.space().moverCount();
        if (movers != MOVER_COUNT) {
            return "Limited-move and non-myopic stability let parties move in turn. That is defined for two movers; with %d the answer would depend on an order of turns that nobody has stated."
                    .formatted(movers);
        }
        return model.feasible().count() > STATE_LIMIT
                ? "Limited-move and non-myopic stability are worked out for at most %d states."
                        .formatted(STATE_LIMIT)
                : null;
    }

    /// Looks ahead until the answers repeat.
    ///
    /// @param model a case with two movers and no more than [#STATE_LIMIT] feasible states
    /// @return the verdicts for every horizon
    static Foresight of(CompiledCase model) {
        Foresight foresight = new Foresight(model);
        foresight.run();
        return foresight;
    }

    private void run() {
        int product = model.space().product();
        int[][] current = new int[MOVER_COUNT][product];
        for (int mover = 0; mover < MOVER_COUNT; mover++) {
            targets[mover] = new int[product][];
            for (int s = model.feasible().next(0); s >= 0; s = model.feasible().next(s + 1)) {
                int[] reached = moves(mover, s);
                targets[mover][s] = reached;
                current[mover][s] = idOf(single(s));
            }
        }
        Map<List<Integer>, List<Integer>> horizonsByHash = new HashMap<>();
        while (history.size() <= HORIZON_LIMIT) {
            int earlier = earlierEqual(horizonsByHash, current);
            history.add(current);
            if (earlier >= 0) {
                periodStart = earlier;
                return;
            }
            current = next(current);
        }
    }

    private int earlierEqual(Map<List<Integer>, List<Integer>> horizonsByHash, int[][] current) {
        List<Integer> key = List.of(Arrays.hashCode(current[0]), Arrays.hashCode(current[1]));
        List<Integer> candidates = horizonsByHash.computeIfAbsent(key, _ -> new ArrayList<>());
        for (int horizon : candidates) {
            if (Arrays.deepEquals(history.get(horizon), current)) {
                return horizon;
            }
        }
        candidates.add(history.size());
        return -1;
    }

    private int[][] next(int[][] before) {
        int[][] after = new int[MOVER_COUNT][before[0].length];
        for (int mover = 0; mover < MOVER_COUNT; mover++) {
            int[] others = before[1 - mover];
            for (int s = model.feasible().next(0); s >= 0; s = model.feasible().next(s + 1)) {
                after[mover][s] = anticipated(mover, s, others);
            }
        }
        return after;
    }

    /// The set G_h(mover, state), given G_{h−1} of the other.
    private int anticipated(int mover, int state, int[] others) {
        int best = model.ranks(mover).rank(state);
        BitSet union = null;
        int onlySet = -1;
        for (int target : targets[mover][state]) {
            int set = others[target];
            int value = worstBySet.get(set)[mover];
            if (value > best) {
                best = value;
                union = null;
                onlySet = set;
            } else if (onlySet >= 0 && value == best && set != onlySet) {
                union = union == null ? (BitSet) sets.get(onlySet).clone() : union;
                union.or(sets.get(set));
            }
        }
        if (onlySet < 0) {
            return idOf(single(state));
        }
        return union == null ? onlySet : idOf(union);
    }

    private int[] moves(int mover, int state) {
        List<Integer> found = new ArrayList<>();
        movement.forEach(mover, state, found::add);
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static BitSet single(int state) {
        BitSet set = new BitSet();
        set.set(state);
        return set;
    }

    private int idOf(BitSet set) {
        Integer known = idBySet.get(set);
        if (known != null) {
            return known;
        }
        int[] worst = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        for (int s = set.nextSetBit(0); s >= 0; s = set.nextSetBit(s + 1)) {
            for (int mover = 0; mover < MOVER_COUNT; mover++) {
                worst[mover] = Math.min(worst[mover], model.ranks(mover).rank(s));
            }
        }
        int id = sets.size();
        sets.add(set);
        worstBySet.add(worst);
        idBySet.put(set, id);
        return id;
    }

    /// The feasible states that are L_h-stable for a mover.
    ///
    /// @param mover its index
    /// @param horizonMoves h, at least 1
    /// @return a new set, or null if the answers did not repeat before the limit and h is beyond it
    @Nullable StateSet limitedMoveStable(int mover, int horizonMoves) {
        int at = horizonMoves;
        if (at >= history.size()) {
            if (periodStart < 0) {
                return null;
            }
            int period = history.size() - 1 - periodStart;
            at = periodStart + (horizonMoves - periodStart) % period;
        }
        StateSet stable = StateSet.none(model.space().product());
        for (int s = model.feasible().next(0); s >= 0; s = model.feasible().next(s + 1)) {
            if (history.get(at)[mover][s] == history.getFirst()[mover][s]) {
                stable.add(s);
            }
        }
        return stable;
    }

    /// The feasible states that are non-myopically stable for a mover.
    ///
    /// @param mover its index
    /// @return a new set, or null if the answers did not repeat before the limit
    @Nullable StateSet nonMyopicallyStable(int mover) {
        if (periodStart < 0) {
            return null;
        }
        StateSet stable = StateSet.all(model.space().product());
        for (int horizon = periodStart; horizon < history.size() - 1; horizon++) {
            StateSet there = limitedMoveStable(mover, horizon);
            if (there != null) {
                stable.and(there);
            }
        }
        return stable;
    }

    /// From how many moves ahead on the answers repeat.
    ///
    /// @return the first horizon of the period, or -1 if none was found
    int periodStart() {
        return periodStart;
    }

    /// After how many further moves the answers repeat.
    ///
    /// @return the period, or -1 if none was found
    int period() {
        return periodStart < 0 ? -1 : history.size() - 1 - periodStart;
    }

    CompiledCase model() {
        return model;
    }
}
