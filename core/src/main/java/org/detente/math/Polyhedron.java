// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/// The points that satisfy linear rows `a·x >= b` and `a·x = b`. Immutable.
///
/// Least and most of a linear form are found by the two-phase simplex method of Hipparchus, in time
/// that grows in practice with rows times variables times pivots; memory O(rows · variables). Rows
/// are scaled to a largest coefficient of 1.
public final class Polyhedron {
    /// What counts as zero in the simplex method, rows being scaled.
    private static final double ZERO = 1e-10;

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

            private At(double value, double[] point) {
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
        return least(new double[variableCount]) instanceof End.Empty;
    }

    /// The least of a linear form.
    ///
    /// @param form one coefficient for each variable
    /// @return where it is least
    public End least(double[] form) {
        return end(form, GoalType.MINIMIZE);
    }

    /// The most of a linear form.
    ///
    /// @param form one coefficient for each variable
    /// @return where it is most
    public End most(double[] form) {
        return end(form, GoalType.MAXIMIZE);
    }

    private End end(double[] form, GoalType goal) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            constraints.add(
                    new LinearConstraint(
                            rows[k], equal[k] ? Relationship.EQ : Relationship.GEQ, rights[k]));
        }
        try {
            PointValuePair found =
                    new SimplexSolver(ZERO, 10, ZERO)
                            .optimize(
                                    new LinearObjectiveFunction(form, 0),
                                    new LinearConstraintSet(constraints),
                                    goal,
                                    new NonNegativeConstraint(false),
                                    PivotSelectionRule.BLAND);
            double[] point = found.getPoint();
            return new End.At(dot(form, point), point);
        } catch (MathIllegalStateException none) {
            return none.getSpecifier()
                            == org.hipparchus.optim.LocalizedOptimFormats.UNBOUNDED_SOLUTION
                    ? new End.Unbounded()
                    : new End.Empty();
        }
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
