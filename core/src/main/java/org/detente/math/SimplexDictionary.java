// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A simplex dictionary that stays where the last linear form led it, so that the next one starts
/// from there [Chvatal1983, ch. 3; not checked here]. Mutable, for one thread.
///
/// Variables are the slacks of the rows `a·x >= b` and `a·x = b` (ids 0 to m-1) and the coordinates
/// of x (ids m to m+n-1), which are free. Each basic variable is a sum over the n that are not:
/// `basic[r] = cells[r][n] + Σ cells[r][k] · outside[k]`. A feasible corner is sought by the dual
/// rule for a form that is 0 everywhere; where there is none, one row of the dictionary says why,
/// and since the rows outside the basis are independent, none of those it names can be left out.
///
/// One pivot takes O(m · n); memory O(m · n). It makes no promise about rounding: [Polyhedron]
/// checks each answer against the rows.
final class SimplexDictionary {
    /// What counts as zero for a pivot, rows being scaled to a largest coefficient of 1.
    private static final double PIVOT = 1e-9;

    /// What counts as zero for a slack and for a reduced cost.
    private static final double ZERO = 1e-11;

    private final int rowCount;
    private final int size;
    private final double[][] rows;
    private final double[] rights;
    private final boolean[] equal;
    private final double[][] cells;
    private final int[] basic;
    private final int[] outside;

    /// Columns of equalities, which stay at 0.
    private final BitSet fixed = new BitSet();

    /// Rows of equalities that follow from others.
    private final BitSet idle = new BitSet();

    private int conflictRow = -1;
    private double[] direction = new double[0];

    /// How many pivots in a row may change nothing before the rule that cannot cycle takes over.
    private final int patience;

    /// A search that rounding keeps from ending is given up after this many pivots.
    private final int mostPivots;

    /// Where a search ends.
    enum Outcome {
        /// At a corner.
        CORNER,
        /// Nowhere: the rows contradict one another, or the form falls without end.
        NOWHERE,
        /// It did not end.
        LOST
    }

    SimplexDictionary(double[][] rows, double[] rights, boolean[] equal, int size) {
        this.rows = rows;
        this.rights = rights;
        this.equal = equal;
        this.rowCount = rows.length;
        this.size = size;
        this.cells = new double[rowCount][size + 1];
        this.basic = new int[rowCount];
        this.outside = new int[size];
        this.patience = 2 * (rowCount + size);
        this.mostPivots = 50 * (rowCount + size);
        for (int k = 0; k < size; k++) {
            outside[k] = rowCount + k;
        }
        for (int r = 0; r < rowCount; r++) {
            basic[r] = r;
            System.arraycopy(rows[r], 0, cells[r], 0, size);
            cells[r][size] = -rights[r];
        }
    }

    /// A copy with one row `row·x >= right` more, not yet at a corner.
    SimplexDictionary(SimplexDictionary other, double[] row, double right) {
        this.rowCount = other.rowCount + 1;
        this.size = other.size;
        this.rows = Arrays.copyOf(other.rows, rowCount);
        this.rights = Arrays.copyOf(other.rights, rowCount);
        this.equal = Arrays.copyOf(other.equal, rowCount);
        this.cells = new double[rowCount][];
        this.basic = new int[rowCount];
        this.outside = new int[size];
        this.patience = 2 * (rowCount + size);
        this.mostPivots = 50 * (rowCount + size);
        int last = other.rowCount;
        rows[last] = row;
        rights[last] = right;
        for (int r = 0; r < last; r++) {
            cells[r] = other.cells[r].clone();
            basic[r] = moved(other.basic[r], last);
        }
        for (int k = 0; k < size; k++) {
            outside[k] = moved(other.outside[k], last);
        }
        basic[last] = last;
        cells[last] = other.reduced(row);
        cells[last][size] -= right;
        fixed.or(other.fixed);
        idle.or(other.idle);
    }

    private static int moved(int variable, int last) {
        return variable >= last ? variable + 1 : variable;
    }

    /// A form over x as a sum over the variables outside the basis, the constant last.
    double[] reduced(double[] form) {
        double[] sum = new double[size + 1];
        for (int r = 0; r < rowCount; r++) {
            double c = basic[r] >= rowCount ? form[basic[r] - rowCount] : 0;
            if (c != 0) {
                double[] row = cells[r];
                for (int k = 0; k <= size; k++) {
                    sum[k] += c * row[k];
                }
            }
        }
        for (int k = 0; k < size; k++) {
            if (outside[k] >= rowCount) {
                sum[k] += form[outside[k] - rowCount];
            }
        }
        return sum;
    }

    /// Goes to a corner that satisfies the rows; call it again after a row was added.
    ///
    /// @return nowhere if there is none; [#conflict] then says why
    Outcome start() {
        for (int r = 0; r < rowCount; r++) {
            if (basic[r] < rowCount && equal[basic[r]] && !idle.get(r)) {
                int column = widest(cells[r], true);
                if (column >= 0) {
                    pivot(r, column, null);
                    fixed.set(column);
                } else if (Math.abs(cells[r][size]) > PIVOT) {
                    conflictRow = r;
                    return Outcome.NOWHERE;
                } else {
                    idle.set(r);
                }
            }
        }
        for (int step = 0; step < mostPivots; step++) {
            boolean careful = step > patience;
            int r = violated(careful);
            if (r < 0) {
                return Outcome.CORNER;
            }
            int column = careful ? first(cells[r]) : widest(cells[r], false);
            if (column < 0) {
                conflictRow = r;
                return Outcome.NOWHERE;
            }
            pivot(r, column, null);
        }
        return Outcome.LOST;
    }

    /// The row that is violated most; if careful, the one whose variable comes first.
    private int violated(boolean careful) {
        int worst = -1;
        for (int r = 0; r < rowCount; r++) {
            if (isBound(r) && cells[r][size] < -ZERO) {
                boolean better =
                        worst < 0
                                || (careful
                                        ? basic[r] < basic[worst]
                                        : cells[r][size] < cells[worst][size]);
                worst = better ? r : worst;
            }
        }
        return worst;
    }

    private boolean isBound(int r) {
        return basic[r] < rowCount && !equal[basic[r]];
    }

    private boolean isFree(int column) {
        return outside[column] >= rowCount;
    }

    /// The column that raises a row most a unit, coordinates first; -1 if none does.
    private int widest(double[] row, boolean bothWays) {
        int best = -1;
        double most = PIVOT;
        boolean free = false;
        for (int k = 0; k < size; k++) {
            boolean isFree = isFree(k);
            double size = bothWays || isFree ? Math.abs(row[k]) : row[k];
            if (!fixed.get(k)
                    && size > PIVOT
                    && ((isFree && !free) || (isFree == free && size > most))) {
                best = k;
                most = size;
                free = isFree;
            }
        }
        return best;
    }

    /// The first column that raises a row.
    private int first(double[] row) {
        int best = -1;
        for (int k = 0; k < size; k++) {
            boolean raises = isFree(k) ? Math.abs(row[k]) > PIVOT : row[k] > PIVOT;
            if (raises && !fixed.get(k) && (best < 0 || outside[k] < outside[best])) {
                best = k;
            }
        }
        return best;
    }

    /// What contradicts what, after [#start] was false: multipliers of the rows, those of
    /// inequalities at least 0, whose sum of rows is 0 and whose sum of right sides is not; none if
    /// there is no contradiction.
    double[] conflict() {
        if (conflictRow < 0) {
            return new double[0];
        }
        double[] multipliers = new double[rowCount];
        double[] row = cells[conflictRow];
        double sign = row[size] > 0 ? -1 : 1;
        multipliers[basic[conflictRow]] = sign;
        for (int k = 0; k < size; k++) {
            if (!isFree(k)) {
                multipliers[outside[k]] = -sign * row[k];
            }
        }
        return multipliers;
    }

    /// Goes to the corner where a form is least.
    ///
    /// @param form one coefficient for each coordinate
    /// @return nowhere if the form falls without end; [#direction] then says where to
    Outcome least(double[] form) {
        double[] costs = reduced(form);
        int still = 0;
        for (int step = 0; step < mostPivots; step++) {
            boolean careful = still > patience;
            int column = entering(costs, careful);
            if (column < 0) {
                return Outcome.CORNER;
            }
            double sign = costs[column] < 0 ? 1 : -1;
            int r = leaving(column, sign, careful);
            if (r < 0) {
                direction = direction(column, sign);
                return Outcome.NOWHERE;
            }
            still = cells[r][size] > ZERO ? 0 : still + 1;
            pivot(r, column, costs);
        }
        return Outcome.LOST;
    }

    /// The direction along which the last form falls without end.
    double[] direction() {
        return direction.clone();
    }

    private int entering(double[] costs, boolean careful) {
        int best = -1;
        double most = ZERO;
        for (int k = 0; k < size; k++) {
            double gain = isFree(k) ? Math.abs(costs[k]) : -costs[k];
            if (gain > ZERO && !fixed.get(k)) {
                boolean better = careful ? best < 0 || outside[k] < outside[best] : gain > most;
                if (better) {
                    best = k;
                    most = gain;
                }
            }
        }
        return best;
    }

    private int leaving(int column, double sign, boolean careful) {
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        double steepest = 0;
        for (int r = 0; r < rowCount; r++) {
            double fall = -sign * cells[r][column];
            if (fall > PIVOT && isBound(r)) {
                double ratio = Math.max(0, cells[r][size]) / fall;
                boolean same = best >= 0 && Math.abs(ratio - nearest) <= ZERO;
                boolean better =
                        same ? careful ? basic[r] < basic[best] : fall > steepest : ratio < nearest;
                if (better) {
                    best = r;
                    nearest = ratio;
                    steepest = fall;
                }
            }
        }
        return best;
    }

    private double[] direction(int column, double sign) {
        double[] ray = new double[size];
        if (isFree(column)) {
            ray[outside[column] - rowCount] = sign;
        }
        for (int r = 0; r < rowCount; r++) {
            if (basic[r] >= rowCount) {
                ray[basic[r] - rowCount] = sign * cells[r][column];
            }
        }
        return ray;
    }

    /// Exchanges a basic variable for one outside the basis.
    private void pivot(int r, int column, double @Nullable [] costs) {
        double[] own = cells[r];
        double inverse = 1 / own[column];
        for (int k = 0; k <= size; k++) {
            own[k] *= -inverse;
        }
        own[column] = inverse;
        for (int other = 0; other < rowCount; other++) {
            if (other != r) {
                replace(cells[other], own, column);
            }
        }
        if (costs != null) {
            replace(costs, own, column);
        }
        int variable = basic[r];
        basic[r] = outside[column];
        outside[column] = variable;
    }

    private static void replace(double[] row, double[] own, int column) {
        double factor = row[column];
        if (factor == 0) {
            return;
        }
        row[column] = 0;
        for (int k = 0; k < own.length; k++) {
            row[k] += factor * own[k];
        }
    }

    /// The corner.
    double[] point() {
        double[] point = new double[size];
        for (int r = 0; r < rowCount; r++) {
            if (basic[r] >= rowCount) {
                point[basic[r] - rowCount] = cells[r][size];
            }
        }
        return point;
    }

    /// Multipliers of the rows that add up to a form which is least at this corner.
    double[] multipliers(double[] form) {
        double[] costs = reduced(form);
        double[] multipliers = new double[rowCount];
        for (int k = 0; k < size; k++) {
            if (!isFree(k)) {
                multipliers[outside[k]] = costs[k];
            }
        }
        return multipliers;
    }

    /// The dictionary of the same corner computed afresh from the rows, to be rid of rounding.
    SimplexDictionary fresh() {
        SimplexDictionary other = new SimplexDictionary(rows, rights, equal, size);
        BitSet wanted = new BitSet();
        for (int k = 0; k < size; k++) {
            if (!isFree(k)) {
                wanted.set(outside[k]);
            }
        }
        for (int variable = wanted.nextSetBit(0);
                variable >= 0;
                variable = wanted.nextSetBit(variable + 1)) {
            int column = -1;
            double most = PIVOT;
            for (int k = 0; k < size; k++) {
                if (other.isFree(k) && Math.abs(other.cells[variable][k]) > most) {
                    most = Math.abs(other.cells[variable][k]);
                    column = k;
                }
            }
            if (column >= 0) {
                other.pivot(variable, column, null);
                if (equal[variable]) {
                    other.fixed.set(column);
                }
            }
        }
        return other;
    }
}
