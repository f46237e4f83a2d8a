// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayList;
import java.util.List;

/// Vertices of a small polyhedron from the definition: every choice of as many rows as there are
/// coordinates, equalities always among them, is solved as equations, and the solutions that
/// satisfy all rows are the vertices. A coordinate that no row speaks of is 0.
public final class VertexTwin {
    private static final double NEAR = 1e-9;

    private final int width;
    private final List<double[]> chosen = new ArrayList<>();
    private final List<double[]> free = new ArrayList<>();
    private final List<double[]> found = new ArrayList<>();
    private final Polyhedron polyhedron;

    private VertexTwin(Polyhedron polyhedron) {
        this.polyhedron = polyhedron;
        this.width = polyhedron.variableCount();
        for (int k = 0; k < polyhedron.rowCount(); k++) {
            double[] row = java.util.Arrays.copyOf(polyhedron.row(k), width + 1);
            row[width] = polyhedron.right(k);
            (polyhedron.isEqual(k) ? chosen : free).add(row);
        }
        for (int v = 0; v < width; v++) {
            if (!isUsed(v)) {
                double[] row = new double[width + 1];
                row[v] = 1;
                chosen.add(row);
            }
        }
    }

    private boolean isUsed(int v) {
        boolean used = false;
        for (int k = 0; k < polyhedron.rowCount(); k++) {
            used |= polyhedron.row(k)[v] != 0;
        }
        return used;
    }

    /// All vertices; of a polyhedron without end these may be none.
    public static List<double[]> vertices(Polyhedron polyhedron) {
        VertexTwin twin = new VertexTwin(polyhedron);
        List<double[]> reduced = new ArrayList<>();
        for (double[] row : twin.chosen) {
            add(reduced, row);
        }
        twin.choose(reduced, 0);
        return twin.found;
    }

    private void choose(List<double[]> reduced, int from) {
        if (reduced.size() == width) {
            double[] point = solved(reduced);
            if (polyhedron.violation(point) <= 1e-7) {
                found.add(point);
            }
            return;
        }
        for (int k = from; k < free.size(); k++) {
            int size = reduced.size();
            add(reduced, free.get(k));
            if (reduced.size() > size) {
                choose(reduced, k + 1);
                reduced.removeLast();
            }
        }
    }

    /// Adds a row, less what others before it explain; not at all if they explain all of it.
    private static void add(List<double[]> reduced, double[] row) {
        double[] rest = row.clone();
        for (double[] other : reduced) {
            int lead = lead(other);
            double factor = rest[lead] / other[lead];
            for (int k = 0; factor != 0 && k < rest.length; k++) {
                rest[k] -= factor * other[k];
            }
            rest[lead] = 0;
        }
        int lead = lead(rest);
        if (Math.abs(rest[lead]) > NEAR) {
            reduced.add(rest);
        }
    }

    private static int lead(double[] row) {
        int lead = 0;
        for (int k = 1; k < row.length - 1; k++) {
            lead = Math.abs(row[k]) > Math.abs(row[lead]) ? k : lead;
        }
        return lead;
    }

    /// Back substitution: each row is without the leads of those before it.
    private static double[] solved(List<double[]> reduced) {
        int width = reduced.size();
        double[] point = new double[width];
        for (int r = width - 1; r >= 0; r--) {
            double[] row = reduced.get(r);
            int lead = lead(row);
            double right = row[width];
            for (int k = 0; k < width; k++) {
                right -= k == lead ? 0 : row[k] * point[k];
            }
            point[lead] = right / row[lead];
        }
        return point;
    }
}
