// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

/// A bounded body `room + slopes · y > 0` in coordinates in which it is about as wide in one
/// direction as in any other, so that straight steps along axes get far.
///
/// First by the ellipsoid around the analytic centre (Newton steps that never leave the body:
/// Nesterov & Nemirovskii 1994, Interior-Point Polynomial Algorithms; not checked here), whatever
/// the units; then, if wanted, by the spread of points met.
final class Rounded {
    private static final int MOST_STEPS = 500;

    /// A Newton step whose decrement is below this leaves the centre where it is, near enough.
    private static final double NEAR_CENTRE = 1e-2;

    private final double[] origin;
    private final double[][] axes;
    private final double[][] columns;
    private final double[] room;

    /// @param origin the point at y = 0, over the original coordinates
    /// @param axes by coordinate of y, the direction it stands for, over the original coordinates
    /// @param columns by coordinate of y, how fast the room of each row grows
    /// @param room by row, the room at y = 0, above 0
    private Rounded(double[] origin, double[][] axes, double[][] columns, double[] room) {
        this.origin = origin;
        this.axes = axes;
        this.columns = columns;
        this.room = room;
    }

    /// Around the analytic centre.
    static Rounded of(Interior interior) {
        int size = interior.directions().length;
        double[][] columns = new double[size][interior.room().length];
        for (int row = 0; row < interior.room().length; row++) {
            for (int k = 0; k < size; k++) {
                columns[k][row] = interior.slopes()[row][k];
            }
        }
        Rounded start =
                new Rounded(interior.point(), interior.directions(), columns, interior.room());
        return start.centred();
    }

    private Rounded centred() {
        int size = columns.length;
        double[] y = new double[size];
        double[] slack = room.clone();
        double[][] factor = new double[size][size];
        for (int step = 0; step < MOST_STEPS && size > 0; step++) {
            double[] gradient = new double[size];
            factor = cholesky(hessian(slack, gradient));
            double[] half = forward(factor, gradient);
            double decrement = Math.sqrt(Polyhedron.dot(half, half));
            double[] newton = backward(factor, half);
            if (decrement < NEAR_CENTRE) {
                break;
            }
            double share = 1 / (1 + decrement);
            for (int k = 0; k < size; k++) {
                y[k] += share * newton[k];
            }
            slack = roomAt(y);
        }
        return moved(y, transform(factor));
    }

    /// The Hessian of −Σ log(room), and the gradient of Σ log(room).
    private double[][] hessian(double[] slack, double[] gradient) {
        int size = columns.length;
        double[][] scaled = new double[size][slack.length];
        for (int k = 0; k < size; k++) {
            for (int row = 0; row < slack.length; row++) {
                scaled[k][row] = columns[k][row] / slack[row];
                gradient[k] += scaled[k][row];
            }
        }
        double[][] hessian = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                hessian[a][b] = Polyhedron.dot(scaled[a], scaled[b]);
                hessian[b][a] = hessian[a][b];
            }
        }
        return hessian;
    }

    /// The transposed inverse of a factor: unit steps in the new coordinates are as long as the
    /// ellipsoid is wide.
    private static double[][] transform(double[][] factor) {
        int size = factor.length;
        double[][] steps = new double[size][];
        for (int k = 0; k < size; k++) {
            double[] axis = new double[size];
            axis[k] = 1;
            steps[k] = backward(factor, axis);
        }
        return steps;
    }

    /// Around another point and along other axes.
    ///
    /// @param centre in coordinates of y
    /// @param steps by new coordinate, its direction in coordinates of y
    private Rounded moved(double[] centre, double[][] steps) {
        double[][] newAxes = new double[steps.length][];
        double[][] newColumns = new double[steps.length][];
        for (int k = 0; k < steps.length; k++) {
            newAxes[k] = combined(axes, steps[k], new double[origin.length]);
            newColumns[k] = combined(columns, steps[k], new double[room.length]);
        }
        return new Rounded(
                combined(axes, centre, origin.clone()), newAxes, newColumns, roomAt(centre));
    }

    private static double[] combined(double[][] vectors, double[] weights, double[] start) {
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < start.length; i++) {
                start[i] += weights[k] * vectors[k][i];
            }
        }
        return start;
    }

    /// In coordinates in which points met have unit spread in all directions.
    ///
    /// @param met points in coordinates of y, at least one
    Rounded spread(double[][] met) {
        int size = columns.length;
        double[] mean = new double[size];
        for (double[] point : met) {
            for (int k = 0; k < size; k++) {
                mean[k] += point[k] / met.length;
            }
        }
        double[][] covariance = new double[size][size];
        for (double[] point : met) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b <= a; b++) {
                    covariance[a][b] += (point[a] - mean[a]) * (point[b] - mean[b]) / met.length;
                }
            }
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                covariance[b][a] = covariance[a][b];
            }
        }
        double[][] factor = cholesky(covariance);
        double[][] steps = new double[size][size];
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < size; i++) {
                steps[k][i] = factor[i][k];
            }
        }
        return moved(mean, steps);
    }

    double[] roomAt(double[] y) {
        return combined(columns, y, room.clone());
    }

    /// A point in the original coordinates.
    double[] pointAt(double[] y) {
        return combined(axes, y, origin.clone());
    }

    double[][] columns() {
        return columns;
    }

    /// By coordinate of y, the direction it stands for, over the original coordinates.
    double[][] axes() {
        return axes;
    }

    int size() {
        return columns.length;
    }

    /// A lower triangle whose product with its transpose is a positive matrix; a pivot that
    /// rounding has made too small is kept away from 0.
    private static double[][] cholesky(double[][] matrix) {
        int size = matrix.length;
        double[][] factor = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = matrix[a][b];
                for (int k = 0; k < b; k++) {
                    sum -= factor[a][k] * factor[b][k];
                }
                factor[a][b] =
                        a == b
                                ? Math.sqrt(Math.max(sum, 1e-14 * matrix[a][a]))
                                : sum / factor[b][b];
            }
        }
        return factor;
    }

    private static double[] forward(double[][] factor, double[] right) {
        double[] x = right.clone();
        for (int a = 0; a < x.length; a++) {
            for (int k = 0; k < a; k++) {
                x[a] -= factor[a][k] * x[k];
            }
            x[a] /= factor[a][a];
        }
        return x;
    }

    private static double[] backward(double[][] factor, double[] right) {
        double[] x = right.clone();
        for (int a = x.length - 1; a >= 0; a--) {
            for (int k = a + 1; k < x.length; k++) {
                x[a] -= factor[k][a] * x[k];
            }
            x[a] /= factor[a][a];
        }
        return x;
    }
}
