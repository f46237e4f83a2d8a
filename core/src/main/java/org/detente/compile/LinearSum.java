// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.Map;
import java.util.TreeMap;

/// A sum of unknown numbers, each with its coefficient, by the unknown's index. Immutable.
///
/// @param terms coefficients by index; none is 0
record LinearSum(Map<Integer, Double> terms) {
    /// Nothing.
    static final LinearSum ZERO = new LinearSum(Map.of());

    /// Copies the terms, in the order of the unknowns.
    LinearSum {
        Map<Integer, Double> kept = new TreeMap<>(terms);
        kept.values().removeIf(c -> c == 0);
        terms = java.util.Collections.unmodifiableMap(kept);
    }

    static LinearSum of(int unknown, double coefficient) {
        return new LinearSum(Map.of(unknown, coefficient));
    }

    LinearSum plus(LinearSum other, double factor) {
        if (other.terms.isEmpty() || factor == 0) {
            return this;
        }
        Map<Integer, Double> sum = new TreeMap<>(terms);
        other.terms.forEach((unknown, c) -> sum.merge(unknown, factor * c, Double::sum));
        return new LinearSum(sum);
    }

    LinearSum minus(LinearSum other) {
        return plus(other, -1);
    }

    /// Its value where the unknowns are known.
    double at(double[] unknowns) {
        double sum = 0;
        for (Map.Entry<Integer, Double> term : terms.entrySet()) {
            sum += term.getValue() * unknowns[term.getKey()];
        }
        return sum;
    }

    double[] dense(int count) {
        double[] row = new double[count];
        terms.forEach((unknown, c) -> row[unknown] = c);
        return row;
    }
}
