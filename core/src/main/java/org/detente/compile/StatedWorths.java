// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Packages as dense forms: what an item's level adds is looked up, whether a condition holds too,
/// once for everything that may happen meanwhile; readings differ only in how these are weighed.
final class StatedWorths {
    /// A condition over more combinations of levels than this is judged anew for each package.
    private static final int MOST_CELLS = 4096;

    /// Sums of chances nearer to one another than this are equal.
    private static final double ROUNDING = 1e-14;

    private final StatedParts parts;
    private final int size;
    private final List<Map<Integer, Integer>> events = new ArrayList<>();
    private final List<Weights> weights = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Held> conditions = new ArrayList<>();

    /// How a reading weighs what may happen.
    ///
    /// @param byEvent by event, the chance that the package stands and that it happens
    /// @param onceShare what share of a payment made once counts
    /// @param atRisk what remains possible under an agreement
    /// @param outside the unknown that an option outside is worth, or -1
    private record Weights(List<Double> byEvent, double onceShare, LinearSum atRisk, int outside) {}

    private record Item(int index, List<LinearSum> byLevel) {}

    /// A condition with its truth by combination of levels, where there are few.
    ///
    /// @param part the condition
    /// @param radix by item that it mentions; none where there are too many combinations
    /// @param truth by combination, whether it counts
    private record Held(StatedParts.ConditionPart part, List<Integer> radix, BitSet truth) {}

    /// By reading, the first with the same value functions and the same weights but for how likely
    /// each event is.
    private final List<Integer> calm = new ArrayList<>();

    /// Forms of packages.
    ///
    /// @param parts what the party's value function is the sum of
    /// @param systems by reading
    /// @param same by reading, the first with the same value functions
    StatedWorths(StatedParts parts, List<StatedSystem> systems, List<Integer> same) {
        this.parts = parts;
        this.size = parts.unknownCount();
        SequencedMap<Map<Integer, Integer>, Integer> known = new LinkedHashMap<>();
        for (StatedSystem system : systems) {
            for (StatedBranch.Chance chance : system.branch().meanwhile()) {
                known.putIfAbsent(chance.moved(), known.size());
            }
        }
        events.addAll(known.keySet());
        for (StatedSystem system : systems) {
            StatedBranch branch = system.branch();
            double[] byEvent = new double[events.size()];
            for (StatedBranch.Chance chance : branch.meanwhile()) {
                byEvent[java.util.Objects.requireNonNull(known.get(chance.moved()))] +=
                        branch.kept() * chance.chance();
            }
            weights.add(
                    new Weights(
                            Arrays.stream(byEvent).boxed().toList(),
                            branch.onceShare(),
                            branch.atRisk(),
                            system.hasOutside() ? parts.fresh("outside") : -1));
        }
        for (int r = 0; r < systems.size(); r++) {
            int first = r;
            for (int q = r - 1; q >= 0; q--) {
                first = same.get(q).equals(same.get(r)) && isCalm(q, r) ? q : first;
            }
            calm.add(first);
        }
        parts.byItem().forEach((index, worth) -> items.add(new Item(index, List.of(worth))));
        parts.conditions().forEach(part -> conditions.add(held(part)));
    }

    private boolean isCalm(int q, int r) {
        Weights first = weights.get(q);
        Weights second = weights.get(r);
        return Math.abs(total(first) - total(second)) < ROUNDING
                && first.onceShare() == second.onceShare()
                && first.atRisk().equals(second.atRisk())
                && first.outside() == second.outside();
    }

    private static double total(Weights own) {
        return own.byEvent().stream().mapToDouble(chance -> chance).sum();
    }

    /// Whether an earlier reading has the same value functions and forms for a package that no
    /// event changes.
    boolean isRepeated(int reading) {
        return calm.get(reading) != reading;
    }

    private Held held(StatedParts.ConditionPart part) {
        int cells = 1;
        int[] radix = new int[part.items().size()];
        for (int k = 0; k < radix.length; k++) {
            radix[k] = cells;
            cells *= parts.world().items().get(part.items().get(k)).levels().size();
            if (cells > MOST_CELLS) {
                return new Held(part, List.of(), new BitSet());
            }
        }
        BitSet truth = new BitSet(cells);
        int[] levels = parts.world().now();
        for (int cell = 0; cell < cells; cell++) {
            for (int k = 0; k < radix.length; k++) {
                int item = part.items().get(k);
                levels[item] = cell / radix[k] % parts.world().items().get(item).levels().size();
            }
            truth.set(cell, counts(part, levels));
        }
        return new Held(part, Arrays.stream(radix).boxed().toList(), truth);
    }

    private boolean counts(StatedParts.ConditionPart part, int[] levels) {
        return parts.world().holds(part.condition(), levels)
                && !(part.once() && parts.heldNow(part));
    }

    private boolean counts(Held held, int[] levels) {
        if (held.radix().isEmpty()) {
            return counts(held.part(), levels);
        }
        int cell = 0;
        for (int k = 0; k < held.radix().size(); k++) {
            cell += held.radix().get(k) * levels[held.part().items().get(k)];
        }
        return held.truth().get(cell);
    }

    /// A package.
    ///
    /// @param levels by item of the world
    PackageForms at(int[] levels) {
        double[][] regular = new double[events.size()][size];
        double[][] once = new double[events.size()][size];
        for (int event = 0; event < events.size(); event++) {
            int[] moved = levels.clone();
            events.get(event).forEach((item, level) -> moved[item] = level);
            for (Item item : items) {
                add(regular[event], item.byLevel().get(moved[item.index()]), 1);
            }
            for (Held held : conditions) {
                if (counts(held, moved)) {
                    add((held.part().once() ? once : regular)[event], held.part().worth(), 1);
                }
            }
        }
        boolean changed = false;
        for (int event = 1; event < events.size(); event++) {
            changed |=
                    !Arrays.equals(regular[0], regular[event])
                            || !Arrays.equals(once[0], once[event]);
        }
        return new PackageForms(this, regular, once, !changed);
    }

    private static void add(double[] form, LinearSum sum, double factor) {
        sum.terms().forEach((unknown, c) -> form[unknown] += factor * c);
    }

    double[] worth(int reading, double[][] regular, double[][] once) {
        Weights own = weights.get(reading);
        double[] form = new double[size];
        for (int event = 0; event < regular.length; event++) {
            double chance = own.byEvent().get(event);
            for (int k = 0; k < size; k++) {
                form[k] += chance * (regular[event][k] + own.onceShare() * once[event][k]);
            }
        }
        add(form, own.atRisk(), 1);
        return form;
    }

    /// Whether every package has the same forms.
    boolean isSame(StatedWorths other) {
        return size == other.size
                && events.equals(other.events)
                && weights.equals(other.weights)
                && items.equals(other.items)
                && conditions.equals(other.conditions);
    }

    int outside(int reading) {
        return weights.get(reading).outside();
    }
}
