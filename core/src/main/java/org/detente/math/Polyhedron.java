// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The points that satisfy linear rows `a·x >= b` and `a·x = b`. Immutable.
///
/// Rows are scaled to a largest coefficient of 1. Whoever asks for the ends of many forms starts
/// [LinearPrograms] once.
public final class Polyhedron {
    private final int variableCount;
    private final double[][] rows;
    private final double[] rights;
    private final boolean[] equal;

    private Polyhedron(int variableCount, double[][] rows, double[] rights, boolean[] equal) {
        this.variableCount = variableCount;
        this.rows = rows;
        this.rights = rights;
        this.equal = equal;
    }

    /// Starts a polyhedron.
    ///
    /// @param variableCount the number of coordinates, at least 1; each is free unless rows bind it
    /// @return a builder without rows
    public static Builder builder(int variableCount) {
        return new Builder(variableCount);
    }

    /// Gathers rows.
    public static final class Builder {
        private final int variableCount;
        private final List<double[]> rows = new ArrayList<>();
        private final List<Double> rights = new ArrayList<>();
        private final List<Boolean> equal = new ArrayList<>();

        private Builder(int variableCount) {
            if (variableCount < 1) {
                throw new IllegalArgumentException(
                        "a polyhedron has at least 1 variable; got " + variableCount);
            }
            this.variableCount = variableCount;
        }

        /// Adds `row·x >= right`.
        ///
        /// @param row one coefficient for each variable
        /// @param right the right side
        /// @return this
        public Builder atLeast(double[] row, double right) {
            return add(row, right, false);
        }

        /// Adds `row·x = right`.
        ///
        /// @param row one coefficient for each variable
        /// @param right the right side
        /// @return this
        public Builder equal(double[] row, double right) {
            return add(row, right, true);
        }

        private Builder add(double[] row, double right, boolean isEqual) {
            if (row.length != variableCount) {
                throw new IllegalArgumentException(
                        "%d coefficients for %d variables".formatted(row.length, variableCount));
            }
            double largest = 0;
            for (double coefficient : row) {
                largest = Math.max(largest, Math.abs(coefficient));
            }
            double[] scaled = row.clone();
            double scale = largest == 0 ? 1 : largest;
            for (int k = 0; k < scaled.length; k++) {
                scaled[k] /= scale;
            }
            rows.add(scaled);
            rights.add(right / scale);
            equal.add(isEqual);
            return this;
        }

        /// Ends the polyhedron.
        ///
        /// @return the polyhedron
        public Polyhedron build() {
            boolean[] marks = new boolean[equal.size()];
            for (int row = 0; row < marks.length; row++) {
                marks[row] = equal.get(row);
            }
            return new Polyhedron(
                    variableCount,
                    rows.toArray(double[][]::new),
                    rights.stream().mapToDouble(r -> r).toArray(),
                    marks);
        }
    }

    /// The end of a linear form over a polyhedron.
    public sealed interface End {
        /// It is attained.
        final class At implements End {
            private final double value;
            private final double[] point;

            At(double value, double[] point) {
                this.value = value;
                this.point = point;
            }

            /// The form's value.
            ///
            /// @return the least or the most
            public double value() {
                return value;
            }

            /// A point where it is attained.
            ///
            /// @return a copy, one number for each variable
            public double[] point() {
                return point.clone();
            }
        }

        /// There is none: the form grows or falls without bound.
        record Unbounded() implements End {}

        /// There is no point at all.
        record Empty() implements End {}
    }

    /// The number of coordinates.
    ///
    /// @return at least 1
    public int variableCount() {
        return variableCount;
    }

    /// The rows as a dictionary that is not yet at a corner.
    SimplexDictionary dictionary() {
        return new SimplexDictionary(rows, rights, equal, variableCount);
    }

    /// How far multipliers of the rows are from adding up to a form.
    ///
    /// @param form one coefficient for each variable
    /// @param multipliers one for each row
    /// @return 0 if they add up to it and those of inequalities are not below 0, else the largest
    ///   amount by which they miss either
    double miss(double[] form, double[] multipliers) {
        double[] rest = form.clone();
        double worst = 0;
        for (int k = 0; k < rows.length; k++) {
            if (multipliers[k] != 0) {
                worst = equal[k] ? worst : Math.max(worst, -multipliers[k]);
                for (int v = 0; v < variableCount; v++) {
                    rest[v] -= multipliers[k] * rows[k][v];
                }
            }
        }
        for (double one : rest) {
            worst = Math.max(worst, Math.abs(one));
        }
        return worst;
    }

    /// The right sides times multipliers.
    double bound(double[] multipliers) {
        return dot(multipliers, rights);
    }

    /// How far a direction leads out, by the row where it does so most.
    double outward(double[] direction) {
        double worst = 0;
        for (int k = 0; k < rows.length; k++) {
            double slope = dot(rows[k], direction);
            worst = Math.max(worst, equal[k] ? Math.abs(slope) : -slope);
        }
        return worst;
    }

    int rowCount() {
        return rows.length;
    }

    double[] row(int index) {
        return rows[index];
    }

    double right(int index) {
        return rights[index];
    }

    boolean isEqual(int index) {
        return equal[index];
    }

    /// This polyhedron with one row more.
    ///
    /// @param row one coefficient for each variable
    /// @param right the least that `row·x` may be
    /// @return a new polyhedron
    public Polyhedron with(double[] row, double right) {
        Builder builder = new Builder(variableCount);
        for (int k = 0; k < rows.length; k++) {
            builder.add(rows[k], rights[k], equal[k]);
        }
        return builder.atLeast(row, right).build();
    }

    /// Whether there is no point.
    ///
    /// @return true if rows contradict one another
    public boolean isEmpty() {
        return new LinearPrograms(this).isEmpty();
    }

    /// The least of a linear form.
    ///
    /// @param form one coefficient for each variable
    /// @return where it is least
    public End least(double[] form) {
        return new LinearPrograms(this).least(form);
    }

    /// The most of a linear form.
    ///
    /// @param form one coefficient for each variable
    /// @return where it is most
    public End most(double[] form) {
        return new LinearPrograms(this).most(form);
    }

    /// How far a point is from satisfying the rows, these scaled to a largest coefficient of 1.
    ///
    /// @param point one number for each variable
    /// @return 0 for a point inside, else the largest violation
    public double violation(double[] point) {
        double worst = 0;
        for (int k = 0; k < rows.length; k++) {
            double slack = dot(rows[k], point) - rights[k];
            worst = Math.max(worst, equal[k] ? Math.abs(slack) : -slack);
        }
        return worst;
    }

    /// A form at a point.
    ///
    /// @param form one coefficient for each variable
    /// @param point one number for each variable
    /// @return the sum of products
    public static double dot(double[] form, double[] point) {
        double sum = 0;
        for (int k = 0; k < form.length; k++) {
            sum += form[k] * point[k];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polyhedron that
                && variableCount == that.variableCount
                && Arrays.deepEquals(rows, that.rows)
                && Arrays.equals(rights, that.rights)
                && Arrays.equals(equal, that.equal);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows) * 31 + Arrays.hashCode(rights);
    }
}
