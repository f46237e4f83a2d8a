// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.detente.analysis.stability.gaps.Sense;
import org.detente.compile.CompiledCase;
import org.detente.compile.Mentions;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart.Comparison;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Prefer;
import org.detente.model.Preferences;

/// Open orders straight from the definitions: a table of which state is surely better than which,
/// and stability in four senses by search over pairs of a state and who moved last.
final class GapsTwin {
    private final CompiledCase model;
    private final int moverCount;
    private final int[] states;
    private final List<boolean[][]> better = new ArrayList<>();

    GapsTwin(CompiledCase model) {
        this.model = model;
        this.moverCount = model.space().moverCount();
        this.states = model.feasible().stream().toArray();
        for (int mover = 0; mover < moverCount; mover++) {
            better.add(table(mover));
        }
    }

    static List<Comparison> comparisons(CompiledCase model, int mover) {
        Preferences stated = model.source().preferencesOf(model.space().movers().get(mover).id());
        Prefer prefer =
                stated == null || stated.part(Order.class) != null
                        ? null
                        : stated.part(Prefer.class);
        return prefer == null ? List.of() : prefer.comparisons();
    }

    private boolean[][] table(int mover) {
        int product = model.space().product();
        boolean[][] table = new boolean[product][product];
        for (Comparison comparison : comparisons(model, mover)) {
            for (int s : states) {
                for (int t : states) {
                    table[s][t] |= says(comparison, s, t);
                }
            }
        }
        for (int k : states) {
            for (int s : states) {
                for (int t : states) {
                    table[s][t] |= table[s][k] && table[k][t];
                }
            }
        }
        return table;
    }

    private boolean says(Comparison comparison, int s, int t) {
        var a = model.where(comparison.better());
        var b = model.where(comparison.worse());
        if (!a.contains(s) || b.contains(s) || !b.contains(t) || a.contains(t)) {
            return false;
        }
        Set<ItemRef> mentioned = new HashSet<>(Mentions.of(model.source(), comparison.better()));
        mentioned.addAll(Mentions.of(model.source(), comparison.worse()));
        for (int option = 0; option < model.space().optionCount(); option++) {
            if (!mentioned.contains(model.space().options().get(option).ref())
                    && model.space().level(s, option) != model.space().level(t, option)) {
                return false;
            }
        }
        return true;
    }

    boolean contradicts(int mover) {
        for (int s : states) {
            if (better.get(mover)[s][s]) {
                return true;
            }
        }
        return false;
    }

    /// Whether comparisons decide anything about a mover's order.
    boolean open(int mover) {
        for (boolean[] row : better.get(mover)) {
            for (boolean above : row) {
                if (above) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean better(int mover, int one, int other) {
        return open(mover)
                ? better.get(mover)[one][other]
                : model.ranks(mover).rank(one) > model.ranks(mover).rank(other);
    }

    boolean unknown(int mover, int one, int other) {
        return open(mover)
                && one != other
                && !better(mover, one, other)
                && !better(mover, other, one);
    }

    private List<Integer> moves(int mover, int from) {
        List<Integer> result = new ArrayList<>();
        for (int to : states) {
            if (model.movement().canMove(mover, from, to)) {
                result.add(to);
            }
        }
        return result;
    }

    private BitSet answers(int mover, int from, boolean mayPay) {
        BitSet reached = new BitSet();
        Set<List<Integer>> seen = new HashSet<>();
        Deque<List<Integer>> open = new ArrayDeque<>();
        open.add(List.of(from, mover));
        while (!open.isEmpty()) {
            List<Integer> at = open.remove();
            for (int next = 0; next < moverCount; next++) {
                if (next == mover || next == at.get(1)) {
                    continue;
                }
                for (int to : moves(next, at.get(0))) {
                    boolean allowed =
                            !mayPay || better(next, to, at.get(0)) || unknown(next, to, at.get(0));
                    if (allowed && seen.add(List.of(to, next))) {
                        reached.set(to);
                        open.add(List.of(to, next));
                    }
                }
            }
        }
        return reached;
    }

    boolean stable(int mover, int state, Concept concept, Sense sense) {
        boolean moveOnUnknown = sense == Sense.A || sense == Sense.C;
        boolean unknownSanctions = sense == Sense.C || sense == Sense.D;
        for (int x : moves(mover, state)) {
            boolean improves =
                    better(mover, x, state) || (moveOnUnknown && unknown(mover, x, state));
            if (!improves) {
                continue;
            }
            if (concept == Concept.NASH) {
                return false;
            }
            boolean deterred =
                    answers(mover, x, concept == Concept.SEQ).stream()
                            .anyMatch(y ->
                                    sanctions(mover, y, state, unknownSanctions)
                                            && !(concept == Concept.SMR
                                                    && moves(mover, y).stream()
                                                            .anyMatch(z ->
                                                                    !sanctions(
                                                                            mover,
                                                                            z,
                                                                            state,
                                                                            unknownSanctions))));
            if (!deterred) {
                return false;
            }
        }
        return true;
    }

    /// Whether y is worse than the state, as good, or, where that counts, not comparable.
    private boolean sanctions(int mover, int y, int state, boolean unknownCounts) {
        return !better(mover, y, state) && (unknownCounts || !unknown(mover, y, state));
    }
}
