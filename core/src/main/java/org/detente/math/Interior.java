// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.detente.math.Polyhedron.End;

/// The relative interior of a bounded polyhedron: a point in it, and the directions in which one
/// can go from there.
///
/// Rows that hold with equality everywhere are found by linear programs: at the mean of corners
/// that lie on opposite sides every other row has room. At most one program for each such row and
/// two for each coordinate.
final class Interior {
    /// Room smaller than this is none, rows being scaled to a largest coefficient of 1.
    static final double ROOM = 1e-9;

    /// What is left of a unit vector that depends on others.
    private static final double DEPENDENT = 1e-9;

    private final double[] point;
    private final double[][] directions;
    private final double[][] slopes;
    private final double[] room;

    private Interior(double[] point, double[][] directions, double[][] slopes, double[] room) {
        this.point = point;
        this.directions = directions;
        this.slopes = slopes;
        this.room = room;
    }

    /// Looks for it.
    ///
    /// @param polyhedron a polyhedron
    /// @throws IllegalArgumentException if it has no point, or if a coordinate has no end
    static Interior of(Polyhedron polyhedron) {
        int size = polyhedron.variableCount();
        LinearPrograms programs = new LinearPrograms(polyhedron);
        if (programs.isEmpty()) {
            throw new IllegalArgumentException("the polyhedron has no point");
        }
        double[] sum = new double[size];
        int count = 0;
        for (int k = 0; k < size; k++) {
            double[] axis = new double[size];
            axis[k] = 1;
            for (End end : List.of(programs.least(axis), programs.most(axis))) {
                add(sum, corner(end, "coordinate " + k));
                count++;
            }
        }
        BitSet tight = new BitSet();
        for (int row = 0; row < polyhedron.rowCount(); row++) {
            if (polyhedron.isEqual(row)) {
                tight.set(row);
            } else if (Polyhedron.dot(polyhedron.row(row), sum) / count - polyhedron.right(row)
                    <= ROOM) {
                double[] corner = corner(programs.most(polyhedron.row(row)), "row " + row);
                if (Polyhedron.dot(polyhedron.row(row), corner) - polyhedron.right(row) <= ROOM) {
                    tight.set(row);
                } else {
                    add(sum, corner);
                    count++;
                }
            }
        }
        double[] point = new double[size];
        for (int k = 0; k < size; k++) {
            point[k] = sum[k] / count;
        }
        return reduced(polyhedron, tight, point);
    }

    private static double[] corner(End end, String what) {
        if (end instanceof End.At at) {
            return at.point();
        }
        throw new IllegalArgumentException("the polyhedron has no end along " + what);
    }

    private static void add(double[] sum, double[] other) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += other[k];
        }
    }

    private static Interior reduced(Polyhedron polyhedron, BitSet tight, double[] point) {
        double[][] directions = complement(polyhedron, tight);
        List<double[]> slopes = new ArrayList<>();
        List<Double> room = new ArrayList<>();
        for (int row = 0; row < polyhedron.rowCount(); row++) {
            if (tight.get(row)) {
                continue;
            }
            double[] slope = new double[directions.length];
            double largest = 0;
            for (int k = 0; k < slope.length; k++) {
                slope[k] = Polyhedron.dot(polyhedron.row(row), directions[k]);
                largest = Math.max(largest, Math.abs(slope[k]));
            }
            if (largest > DEPENDENT) {
                slopes.add(slope);
                room.add(Polyhedron.dot(polyhedron.row(row), point) - polyhedron.right(row));
            }
        }
        return new Interior(
                point,
                directions,
                slopes.toArray(double[][]::new),
                room.stream().mapToDouble(r -> r).toArray());
    }

    /// An orthonormal basis of the directions along which tight rows stay tight: Gram and Schmidt,
    /// twice over, the vector with the most left of it first.
    private static double[][] complement(Polyhedron polyhedron, BitSet tight) {
        int size = polyhedron.variableCount();
        List<double[]> known = new ArrayList<>();
        List<double[]> waiting = new ArrayList<>();
        tight.stream().forEach(row -> waiting.add(unit(polyhedron.row(row).clone())));
        take(known, waiting);
        int rank = known.size();
        for (int k = 0; k < size; k++) {
            double[] axis = new double[size];
            axis[k] = 1;
            waiting.add(axis);
        }
        take(known, waiting);
        return known.subList(rank, known.size()).toArray(double[][]::new);
    }

    private static double[] unit(double[] vector) {
        double norm = Math.sqrt(Polyhedron.dot(vector, vector));
        for (int k = 0; k < vector.length && norm > 0; k++) {
            vector[k] /= norm;
        }
        return vector;
    }

    private static void take(List<double[]> known, List<double[]> waiting) {
        waiting.forEach(vector -> known.forEach(k -> subtract(vector, k)));
        while (!waiting.isEmpty()) {
            double[] longest = waiting.getFirst();
            for (double[] vector : waiting) {
                longest =
                        Polyhedron.dot(vector, vector) > Polyhedron.dot(longest, longest)
                                ? vector
                                : longest;
            }
            if (Math.sqrt(Polyhedron.dot(longest, longest)) <= DEPENDENT) {
                waiting.clear();
                return;
            }
            double[] taken = longest.clone();
            waiting.remove(longest);
            unit(taken);
            known.forEach(k -> subtract(taken, k));
            unit(taken);
            known.add(taken);
            waiting.forEach(vector -> subtract(vector, taken));
        }
    }

    private static void subtract(double[] vector, double[] along) {
        double share = Polyhedron.dot(vector, along);
        for (int k = 0; k < vector.length; k++) {
            vector[k] -= share * along[k];
        }
    }

    /// A point at which every row that is not an equality everywhere has room.
    double[] point() {
        return point;
    }

    /// The directions, orthonormal, each over the polyhedron's coordinates; none for a single
    /// point.
    double[][] directions() {
        return directions;
    }

    /// By row with room, how fast the room grows along each direction.
    double[][] slopes() {
        return slopes;
    }

    /// By row with room, how much there is at the point.
    double[] room() {
        return room;
    }
}
