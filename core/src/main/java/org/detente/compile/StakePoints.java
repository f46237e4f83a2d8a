// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.detente.math.PackageSpace;
import org.detente.model.Condition;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Worth;

/// The numbers behind one party's stakes: at an outcome, and as tables over packages.
final class StakePoints {
    private final AgreementFrame frame;
    private final Quantities quantities;
    private final SequencedMap<ItemRef.OptionRef, double[]> meanwhile;
    private final double onceShare;

    /// One party's numbers.
    ///
    /// @param frame the agreement
    /// @param quantities gives the numbers
    /// @param meanwhile what parties outside may do, with the chance of each level
    /// @param patience its discount factor a step; what is paid once counts 1 less this
    StakePoints(
            AgreementFrame frame,
            Quantities quantities,
            SequencedMap<ItemRef.OptionRef, double[]> meanwhile,
            double patience) {
        this.frame = frame;
        this.quantities = quantities;
        this.meanwhile = meanwhile;
        this.onceShare = 1 - patience;
    }

    /// What a stake is worth where an outcome is valued, outside any agreement.
    double at(Stake stake, String outcome, Map<ItemRef, Integer> levels) {
        return switch (stake.worth()) {
            case Worth.OfItem item -> {
                Integer level = levels.get(item.item());
                yield level == null ? 0 : byLevel(stake, item)[level];
            }
            case Worth.OfCondition(Condition condition, Figure points) ->
                    counts(stake, condition) && frame.holdsIn(condition, outcome)
                            ? points(stake, condition, points)
                            : 0;
        };
    }

    /// Whether a condition can pay: what is paid once is not, where it holds already.
    boolean counts(Stake stake, Condition condition) {
        return !stake.once() || !frame.holdsNow(condition);
    }

    double points(Stake stake, Condition condition, Figure figure) {
        double points = quantities.value(figure.quantity(), stake.root() + condition);
        return stake.once() ? onceShare * points : points;
    }

    double[] byLevel(Stake stake, Worth.OfItem item) {
        double[] points = new double[frame.levelCount(item.item())];
        for (Worth.LevelWorth level : item.levels()) {
            points[frame.levelIndex(item.item(), level.level())] =
                    quantities.value(level.points().quantity(), stake.path(item, level));
        }
        return points;
    }

    /// Adds a stake to a party's dimension of a package space.
    ///
    /// @param kept the chance that the package stands
    void addTo(PackageSpace.Builder builder, int dimension, Stake stake, double kept) {
        switch (stake.worth()) {
            case Worth.OfItem item -> addItem(builder, dimension, stake, item, kept);
            case Worth.OfCondition(Condition condition, Figure figure) -> {
                if (counts(stake, condition)) {
                    double points = kept * points(stake, condition, figure);
                    double[] cells = expected(condition);
                    for (int cell = 0; cell < cells.length; cell++) {
                        cells[cell] *= points;
                    }
                    builder.value(dimension, frame.where(condition, Map.of()).items(), cells);
                }
            }
        }
    }

    private void addItem(
            PackageSpace.Builder builder,
            int dimension,
            Stake stake,
            Worth.OfItem item,
            double kept) {
        double[] points = byLevel(stake, item);
        for (int level = 0; level < points.length; level++) {
            points[level] *= kept;
        }
        int index = frame.itemIndex(item.item());
        if (index >= 0) {
            builder.value(dimension, new int[] {index}, points);
            return;
        }
        double[] chances = item.item() instanceof ItemRef.OptionRef o ? meanwhile.get(o) : null;
        double sum = 0;
        for (int level = 0; level < points.length; level++) {
            boolean stands = level == frame.standingLevel(item.item());
            sum += points[level] * (chances != null ? chances[level] : stands ? 1 : 0);
        }
        builder.value(dimension, new int[0], new double[] {sum});
    }

    /// The chance that a condition holds, by the cells of the items it mentions.
    private double[] expected(Condition condition) {
        Set<ItemRef> mentioned = Mentions.of(frame.source(), condition);
        List<ItemRef.OptionRef> moving = new ArrayList<>();
        for (ItemRef.OptionRef option : meanwhile.keySet()) {
            if (mentioned.contains(option)) {
                moving.add(option);
            }
        }
        double[] cells = new double[frame.where(condition, Map.of()).cellCount()];
        add(cells, condition, moving, new HashMap<>(), 1);
        return cells;
    }

    private void add(
            double[] cells,
            Condition condition,
            List<ItemRef.OptionRef> moving,
            Map<ItemRef, Integer> moved,
            double chance) {
        if (moved.size() == moving.size()) {
            var holds = frame.where(condition, Map.copyOf(moved)).cells();
            for (int cell = holds.nextSetBit(0); cell >= 0; cell = holds.nextSetBit(cell + 1)) {
                cells[cell] += chance;
            }
            return;
        }
        ItemRef.OptionRef next = moving.get(moved.size());
        double[] chances = java.util.Objects.requireNonNull(meanwhile.get(next));
        for (int level = 0; level < chances.length; level++) {
            if (chances[level] > 0) {
                moved.put(next, level);
                add(cells, condition, moving, moved, chance * chances[level]);
                moved.remove(next);
            }
        }
    }
}
