// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.detente.math.Polyhedron.End;
import org.detente.math.SimplexDictionary.Outcome;
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
import org.jspecify.annotations.Nullable;

/// Linear programs over one polyhedron, each started at the corner where the last one ended.
/// Mutable, for one thread; the same programs in the same order give the same answers.
///
/// An answer is given only with its certificate: a least value with a point inside and multipliers
/// of the rows that add up to the form (weak duality), emptiness with multipliers that contradict
/// one another (Farkas), endlessness with a direction that stays inside. Where rounding spoils one,
/// the dictionary is computed afresh; where that does not help, the two-phase simplex method of
/// Hipparchus answers. A program takes O(rows · variables) for each pivot, of which neighbouring
/// forms need few.
public final class LinearPrograms {
    /// By how much a certificate may miss, rows being scaled to a largest coefficient of 1.
    private static final double NEAR = 1e-9;

    /// What counts as zero in Hipparchus' simplex method.
    private static final double ZERO = 1e-10;

    private final Polyhedron polyhedron;
    private SimplexDictionary dictionary;
    private State state = State.UNKNOWN;
    private int coldCount;

    private enum State {
        /// Not looked at yet.
        UNKNOWN,
        /// There is no point.
        EMPTY,
        /// The dictionary is at a corner.
        CORNER,
        /// There are points, but the dictionary is of no use.
        COLD
    }

    /// Programs over a polyhedron.
    ///
    /// @param polyhedron the polyhedron
    public LinearPrograms(Polyhedron polyhedron) {
        this(polyhedron, polyhedron.dictionary());
    }

    private LinearPrograms(Polyhedron polyhedron, SimplexDictionary dictionary) {
        this.polyhedron = polyhedron;
        this.dictionary = dictionary;
    }

    /// Programs over the same polyhedron with one row more, started where this stands.
    ///
    /// @param row one coefficient for each variable
    /// @param right the least that `row·x` may be
    /// @return further programs; this stays as it is
    public LinearPrograms with(double[] row, double right) {
        Polyhedron smaller = polyhedron.with(row, right);
        if (isEmpty()) {
            return new LinearPrograms(smaller);
        }
        int last = smaller.rowCount() - 1;
        return new LinearPrograms(
                smaller, new SimplexDictionary(dictionary, smaller.row(last), smaller.right(last)));
    }

    /// The polyhedron.
    ///
    /// @return what the programs are over
    public Polyhedron polyhedron() {
        return polyhedron;
    }

    /// Whether there is no point.
    ///
    /// @return true if rows contradict one another
    public boolean isEmpty() {
        if (state == State.UNKNOWN) {
            state = started();
            if (state == State.UNKNOWN) {
                dictionary = polyhedron.dictionary();
                state = started();
            }
            if (state == State.UNKNOWN) {
                boolean none = cold(new double[polyhedron.variableCount()]) instanceof End.Empty;
                state = none ? State.EMPTY : State.COLD;
            }
        }
        return state == State.EMPTY;
    }

    private State started() {
        return switch (dictionary.start()) {
            case CORNER -> isInside(dictionary.point()) ? State.CORNER : State.UNKNOWN;
            case NOWHERE -> contradicts(dictionary.conflict()) ? State.EMPTY : State.UNKNOWN;
            case LOST -> State.UNKNOWN;
        };
    }

    private boolean isInside(double[] point) {
        return polyhedron.violation(point) <= NEAR;
    }

    private boolean contradicts(double[] multipliers) {
        return polyhedron.miss(new double[polyhedron.variableCount()], multipliers) <= NEAR
                && polyhedron.bound(multipliers) > 0;
    }

    /// Rows that contradict one another.
    ///
    /// @return their indices: none can be left out; all rows where rounding hides which; none if
    ///   there is a point
    public BitSet conflict() {
        BitSet found = new BitSet();
        if (!isEmpty()) {
            return found;
        }
        double[] multipliers = dictionary.conflict();
        if (multipliers.length == 0 || !contradicts(multipliers)) {
            found.set(0, polyhedron.rowCount());
            return found;
        }
        for (int row = 0; row < multipliers.length; row++) {
            found.set(row, Math.abs(multipliers[row]) > NEAR);
        }
        return found;
    }

    /// The least of a linear form.
    ///
    /// @param form one coefficient for each variable
    /// @return where it is least
    public End least(double[] form) {
        if (isEmpty()) {
            return new End.Empty();
        }
        if (state == State.CORNER) {
            End end = warm(form);
            if (end == null) {
                dictionary = dictionary.fresh();
                dictionary.start();
                end = warm(form);
            }
            if (end != null) {
                return end;
            }
            dictionary = dictionary.fresh();
            state = dictionary.start() == Outcome.CORNER ? State.CORNER : State.COLD;
        }
        return cold(form);
    }

    /// What each row adds to a coordinate's coefficient in the sum of rows that proves the last
    /// least value: the shadow price of the row times the row's own coefficient.
    ///
    /// @param form the form whose least was asked for last
    /// @param variable a coordinate
    /// @return one number for each row, which add up to the form's coefficient; empty where another
    ///   method answered
    public double[] bearing(double[] form, int variable) {
        if (state != State.CORNER) {
            return new double[0];
        }
        double[] bearing = dictionary.multipliers(form);
        for (int row = 0; row < bearing.length; row++) {
            bearing[row] *= polyhedron.row(row)[variable];
        }
        return bearing;
    }

    /// The most of a linear form.
    ///
    /// @param form one coefficient for each variable
    /// @return where it is most
    public End most(double[] form) {
        double[] opposite = form.clone();
        for (int k = 0; k < opposite.length; k++) {
            opposite[k] = -opposite[k];
        }
        End least = least(opposite);
        return least instanceof End.At at ? new End.At(-at.value(), at.point()) : least;
    }

    /// The least by way of the dictionary, or null if its certificate does not hold.
    private @Nullable End warm(double[] form) {
        return switch (dictionary.least(form)) {
            case CORNER -> {
                double[] point = dictionary.point();
                boolean certain =
                        isInside(point)
                                && polyhedron.miss(form, dictionary.multipliers(form)) <= NEAR;
                yield certain ? new End.At(Polyhedron.dot(form, point), point) : null;
            }
            case NOWHERE -> {
                double[] direction = dictionary.direction();
                boolean certain =
                        isInside(dictionary.point())
                                && polyhedron.outward(direction) <= NEAR
                                && Polyhedron.dot(form, direction) < 0;
                yield certain ? new End.Unbounded() : null;
            }
            case LOST -> null;
        };
    }

    private End cold(double[] form) {
        coldCount++;
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int k = 0; k < polyhedron.rowCount(); k++) {
            constraints.add(
                    new LinearConstraint(
                            polyhedron.row(k),
                            polyhedron.isEqual(k) ? Relationship.EQ : Relationship.GEQ,
                            polyhedron.right(k)));
        }
        try {
            PointValuePair found =
                    new SimplexSolver(ZERO, 10, ZERO)
                            .optimize(
                                    new LinearObjectiveFunction(form, 0),
                                    new LinearConstraintSet(constraints),
                                    GoalType.MINIMIZE,
                                    new NonNegativeConstraint(false),
                                    PivotSelectionRule.BLAND);
            double[] point = found.getPoint();
            return new End.At(Polyhedron.dot(form, point), point);
        } catch (MathIllegalStateException none) {
            return none.getSpecifier()
                            == org.hipparchus.optim.LocalizedOptimFormats.UNBOUNDED_SOLUTION
                    ? new End.Unbounded()
                    : new End.Empty();
        }
    }

    /// How many programs Hipparchus answered.
    int coldCount() {
        return coldCount;
    }
}
