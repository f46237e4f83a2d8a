// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much each part can change a party's worth: an item from its worst level to its best, a
/// condition from where it fails to where it holds or the other way round.
///
/// Linear where the statements say which levels are best and worst (or which sign a condition has).
/// Otherwise the swing is an unknown of its own that is at least as large as every difference.
final class StatedSwings {
    private final StatedParts parts;
    private final Set<LinearSum> positive;
    private final Map<LinearSum, StatedSentence.Bound> bounds = new HashMap<>();
    private final Map<Integer, LinearSum> byItem = new HashMap<>();
    private final List<LinearSum> all = new ArrayList<>();
    private final List<LinearSum> envelope = new ArrayList<>();

    /// Swings under some sentences.
    ///
    /// @param parts the parts
    /// @param positive sums that the sentences say are greater than nothing
    /// @param bounds the bounds that they give
    /// @param onceShare what share of a payment made once counts
    StatedSwings(
            StatedParts parts,
            Set<LinearSum> positive,
            List<StatedSentence.Bound> bounds,
            double onceShare) {
        this.parts = parts;
        this.positive = positive;
        bounds.forEach(bound -> this.bounds.putIfAbsent(bound.worth(), bound));
        parts.byItem().forEach(this::addItem);
        int index = 0;
        for (StatedParts.ConditionPart part : parts.conditions()) {
            LinearSum worth = LinearSum.ZERO.plus(part.worth(), part.once() ? onceShare : 1);
            addCondition("swing of condition " + index++, worth);
        }
    }

    private void addItem(int item, LinearSum[] worth) {
        boolean[][] above = new boolean[worth.length][worth.length];
        double[][] ends = new double[worth.length][];
        for (int a = 0; a < worth.length; a++) {
            ends[a] = ends(worth[a]);
        }
        for (int a = 0; a < worth.length; a++) {
            for (int b = 0; b < worth.length; b++) {
                above[a][b] = a == b || isAbove(worth[a], ends[a], worth[b], ends[b]);
            }
        }
        for (int k = 0; k < worth.length; k++) {
            for (int a = 0; a < worth.length; a++) {
                for (int b = 0; b < worth.length; b++) {
                    above[a][b] |= above[a][k] && above[k][b];
                }
            }
        }
        int best = end(above, true);
        int worst = end(above, false);
        if (best >= 0 && worst >= 0) {
            LinearSum swing = worth[best].minus(worth[worst]);
            byItem.put(item, swing);
            all.add(swing);
            return;
        }
        LinearSum swing = LinearSum.of(parts.fresh("swing of item " + item), 1);
        for (int a = 0; a < worth.length; a++) {
            for (int b = 0; b < worth.length; b++) {
                if (a != b) {
                    envelope.add(swing.minus(worth[a].minus(worth[b])));
                }
            }
        }
        byItem.put(item, swing);
        all.add(swing);
    }

    private static int end(boolean[][] above, boolean best) {
        for (int a = 0; a < above.length; a++) {
            boolean beatsAll = true;
            for (int b = 0; b < above.length; b++) {
                beatsAll &= best ? above[a][b] : above[b][a];
            }
            if (beatsAll) {
                return a;
            }
        }
        return -1;
    }

    private boolean isAbove(LinearSum a, double[] left, LinearSum b, double[] right) {
        return (left.length > 0 && right.length > 0 && left[0] >= right[1])
                || a.equals(b)
                || positive.contains(a.minus(b));
    }

    /// The ends of a number, if it is bound; 0 is 0.
    private double[] ends(LinearSum worth) {
        if (worth.equals(LinearSum.ZERO)) {
            return new double[2];
        }
        StatedSentence.Bound bound = bounds.get(worth);
        if (bound != null) {
            return new double[] {bound.low(), bound.high()};
        }
        StatedSentence.Bound opposite = bounds.get(LinearSum.ZERO.minus(worth));
        if (opposite != null) {
            return new double[] {-opposite.high(), -opposite.low()};
        }
        return new double[0];
    }

    private void addCondition(String key, LinearSum worth) {
        LinearSum opposite = LinearSum.ZERO.minus(worth);
        double[] ends = signEnds(worth);
        if (positive.contains(worth) || (ends.length > 0 && ends[0] >= 0)) {
            all.add(worth);
        } else if (positive.contains(opposite) || (ends.length > 0 && ends[1] <= 0)) {
            all.add(opposite);
        } else {
            LinearSum swing = LinearSum.of(parts.fresh(key), 1);
            envelope.add(swing.minus(worth));
            envelope.add(swing.plus(worth, 1));
            all.add(swing);
        }
    }

    /// The signs of a number that is a positive multiple of a bound one.
    private double[] signEnds(LinearSum worth) {
        if (worth.terms().size() != 1) {
            return worth.terms().isEmpty() ? new double[2] : new double[0];
        }
        Map.Entry<Integer, Double> only = worth.terms().entrySet().iterator().next();
        return ends(LinearSum.of(only.getKey(), Math.signum(only.getValue())));
    }

    /// The swing of an item, or null if it is no part.
    @Nullable LinearSum of(int item) {
        return byItem.get(item);
    }

    /// All swings together.
    LinearSum total() {
        LinearSum sum = LinearSum.ZERO;
        for (LinearSum swing : all) {
            sum = sum.plus(swing, 1);
        }
        return sum;
    }

    /// Sums that are at least 0, so that swings which are unknowns are large enough.
    List<LinearSum> envelope() {
        return List.copyOf(envelope);
    }

    /// The items whose best and worst level no statement fixes.
    List<Integer> openItems() {
        return byItem.keySet().stream()
                .filter(item -> {
                    LinearSum swing = byItem.get(item);
                    return swing != null
                            && swing.equals(LinearSum.of(parts.fresh("swing of item " + item), 1));
                })
                .sorted()
                .toList();
    }
}
