// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.List;
import org.detente.math.HitAndRun;

/// Orders of swings where no statement says which level is best and which is worst, so that no
/// linear row says them: the step from an item's worst level to its best, whichever these are, is
/// at least as large as another's. As a density it is 1 where that holds and 0 where not.
final class SwingOrder implements HitAndRun.Density {
    private final List<Pair> pairs;

    /// @param larger by level, the item's worth
    /// @param smaller the same of the item whose swing is smaller
    record Pair(List<Form> larger, List<Form> smaller) {
        Pair {
            larger = List.copyOf(larger);
            smaller = List.copyOf(smaller);
        }
    }

    /// An affine form over few coordinates.
    static final class Form {
        private final int[] coordinates;
        private final double[] coefficients;
        private final double constant;

        Form(int[] coordinates, double[] coefficients, double constant) {
            this.coordinates = coordinates;
            this.coefficients = coefficients;
            this.constant = constant;
        }

        static Form of(LinearSum sum) {
            int[] coordinates = sum.terms().keySet().stream().mapToInt(u -> u).toArray();
            double[] coefficients = sum.terms().values().stream().mapToDouble(c -> c).toArray();
            return new Form(coordinates, coefficients, 0);
        }

        private double at(double[] point) {
            double sum = constant;
            for (int k = 0; k < coordinates.length; k++) {
                sum += coefficients[k] * point[coordinates[k]];
            }
            return sum;
        }
    }

    SwingOrder(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /// Orders over a party's unknowns.
    static SwingOrder of(List<StatedParty.SwingPair> stated) {
        return new SwingOrder(
                stated.stream()
                        .map(pair ->
                                new Pair(
                                        pair.larger().stream().map(Form::of).toList(),
                                        pair.smaller().stream().map(Form::of).toList()))
                        .toList());
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    @Override
    public double logAt(double[] point) {
        for (Pair pair : pairs) {
            if (swing(pair.larger(), point) < swing(pair.smaller(), point)) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return 0;
    }

    private static double swing(List<Form> levels, double[] point) {
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (Form level : levels) {
            double worth = level.at(point);
            most = Math.max(most, worth);
            least = Math.min(least, worth);
        }
        return most - least;
    }
}
