// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.detente.testing.Seeds;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.params.ParameterizedTest;

/// Linear programs against vertex enumeration: every choice of as many rows as there are variables
/// is solved as equations, and the solutions that satisfy all rows are the vertices.
class PolyhedronPropertyTest {
    private static final double NEAR = 1e-7;

    /// Small whole coefficients, so that rows are often parallel, redundant or degenerate.
    private record Rows(int width, List<List<Integer>> rows, List<Integer> rights, BitSet equal) {
        static Rows of(long seed, boolean boxed) {
            SplittableRandom random = new SplittableRandom(seed);
            int width = random.nextInt(1, 5);
            List<List<Integer>> rows = new ArrayList<>();
            List<Integer> rights = new ArrayList<>();
            BitSet equal = new BitSet();
            for (int k = random.nextInt(1, 6); k > 0; k--) {
                List<Integer> row = new ArrayList<>();
                for (int v = 0; v < width; v++) {
                    row.add(random.nextInt(-2, 3));
                }
                if (random.nextInt(5) == 0) {
                    equal.set(rows.size());
                }
                rows.add(row);
                rights.add(random.nextInt(-3, 3));
            }
            for (int v = 0; boxed && v < width; v++) {
                for (int sign : new int[] {1, -1}) {
                    List<Integer> row = new ArrayList<>();
                    for (int w = 0; w < width; w++) {
                        row.add(w == v ? sign : 0);
                    }
                    rows.add(row);
                    rights.add(-random.nextInt(0, 4));
                }
            }
            return new Rows(width, rows, rights, equal);
        }

        double[] row(int k) {
            return rows.get(k).stream().mapToDouble(c -> c).toArray();
        }

        Polyhedron polyhedron(BitSet kept) {
            Polyhedron.Builder builder = Polyhedron.builder(width);
            for (int k = kept.nextSetBit(0); k >= 0; k = kept.nextSetBit(k + 1)) {
                if (equal.get(k)) {
                    builder.equal(row(k), rights.get(k));
                } else {
                    builder.atLeast(row(k), rights.get(k));
                }
            }
            return builder.build();
        }

        Polyhedron polyhedron() {
            BitSet all = new BitSet();
            all.set(0, rows.size());
            return polyhedron(all);
        }

        boolean holds(double[] point) {
            for (int k = 0; k < rows.size(); k++) {
                double slack = Polyhedron.dot(row(k), point) - rights.get(k);
                if (slack < -NEAR || (equal.get(k) && slack > NEAR)) {
                    return false;
                }
            }
            return true;
        }

        List<double[]> vertices() {
            List<double[]> found = new ArrayList<>();
            choose(new int[width], 0, 0, found);
            return found;
        }

        private void choose(int[] chosen, int depth, int from, List<double[]> found) {
            if (depth == width) {
                double[] point = solved(chosen);
                if (point.length > 0 && holds(point)) {
                    found.add(point);
                }
                return;
            }
            for (int k = from; k < rows.size(); k++) {
                chosen[depth] = k;
                choose(chosen, depth + 1, k + 1, found);
            }
        }

        /// Gauss elimination with pivots; nothing where the rows are dependent.
        private double[] solved(int[] chosen) {
            double[][] a = new double[width][];
            for (int r = 0; r < width; r++) {
                a[r] = java.util.Arrays.copyOf(row(chosen[r]), width + 1);
                a[r][width] = rights.get(chosen[r]);
            }
            for (int c = 0; c < width; c++) {
                int pivot = c;
                for (int r = c; r < width; r++) {
                    pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
                }
                if (Math.abs(a[pivot][c]) < NEAR) {
                    return new double[0];
                }
                double[] swap = a[c];
                a[c] = a[pivot];
                a[pivot] = swap;
                for (int r = 0; r < width; r++) {
                    double factor = r == c ? 0 : a[r][c] / a[c][c];
                    for (int k = c; factor != 0 && k <= width; k++) {
                        a[r][k] -= factor * a[c][k];
                    }
                }
            }
            double[] point = new double[width];
            for (int c = 0; c < width; c++) {
                point[c] = a[c][width] / a[c][c];
            }
            return point;
        }
    }

    @ParameterizedTest
    @Seeds(3000)
    void leastAndMostAreThoseOverAllVertices(long seed) {
        Rows rows = Rows.of(seed, true);
        SplittableRandom random = new SplittableRandom(seed + 7);
        double[] form = random.ints(rows.width(), -3, 4).asDoubleStream().toArray();
        List<double[]> vertices = rows.vertices();
        Polyhedron.End least = rows.polyhedron().least(form);
        Polyhedron.End most = rows.polyhedron().most(form);
        if (vertices.isEmpty()) {
            assertThat(least).isInstanceOf(Polyhedron.End.Empty.class);
            assertThat(most).isInstanceOf(Polyhedron.End.Empty.class);
            return;
        }
        double low =
                vertices.stream().mapToDouble(v -> Polyhedron.dot(form, v)).min().orElseThrow();
        double high =
                vertices.stream().mapToDouble(v -> Polyhedron.dot(form, v)).max().orElseThrow();
        assertThat(((Polyhedron.End.At) least).value()).isCloseTo(low, within(NEAR));
        assertThat(((Polyhedron.End.At) most).value()).isCloseTo(high, within(NEAR));
        assertThat(rows.holds(((Polyhedron.End.At) least).point())).isTrue();
    }

    @ParameterizedTest
    @Seeds(1500)
    void unboundedMeansThatALargerBoxGivesLess(long seed) {
        Rows open = Rows.of(seed, false);
        SplittableRandom random = new SplittableRandom(seed + 7);
        double[] form = random.ints(open.width(), -3, 4).asDoubleStream().toArray();
        double near = boxedLeast(open, form, 1_000);
        double far = boxedLeast(open, form, 2_000);
        switch (open.polyhedron().least(form)) {
            case Polyhedron.End.Empty _ -> assertThat(far).isNaN();
            case Polyhedron.End.At at -> assertThat(at.value()).isCloseTo(far, within(1e-5));
            case Polyhedron.End.Unbounded _ -> assertThat(far).isLessThan(near - 1);
        }
    }

    /// The least of a form over the vertices in a box, or not a number if there is no point.
    private static double boxedLeast(Rows open, double[] form, int size) {
        List<List<Integer>> rows = new ArrayList<>(open.rows());
        List<Integer> rights = new ArrayList<>(open.rights());
        for (int v = 0; v < open.width(); v++) {
            for (int sign : new int[] {1, -1}) {
                List<Integer> row = new ArrayList<>();
                for (int w = 0; w < open.width(); w++) {
                    row.add(w == v ? sign : 0);
                }
                rows.add(row);
                rights.add(-size);
            }
        }
        return new Rows(open.width(), rows, rights, open.equal())
                .vertices().stream()
                        .mapToDouble(v -> Polyhedron.dot(form, v))
                        .min()
                        .orElse(Double.NaN);
    }

    @ParameterizedTest
    @Seeds(1500)
    void aContradictionCannotHoldAndCanWithoutAnyOfItsRows(long seed) {
        Rows rows = Rows.of(seed, true);
        BitSet found =
                Contradiction.smallest(
                        rows.rows().size(), kept -> !rows.polyhedron(kept).isEmpty());
        assertThat(found.isEmpty()).isEqualTo(!rows.vertices().isEmpty());
        if (!found.isEmpty()) {
            assertThat(rows.polyhedron(found).isEmpty()).isTrue();
            found.stream()
                    .forEach(row -> {
                        BitSet without = (BitSet) found.clone();
                        without.clear(row);
                        assertThat(rows.polyhedron(without).isEmpty()).isFalse();
                    });
        }
    }

    @ParameterizedTest
    @Seeds(500)
    void programsInARowAndWithFurtherRowsAreThoseOverAllVertices(long seed) {
        Rows rows = Rows.of(seed, true);
        SplittableRandom random = new SplittableRandom(seed + 11);
        LinearPrograms programs = new LinearPrograms(rows.polyhedron());
        for (int step = 0; step < 12; step++) {
            double[] form = random.ints(rows.width(), -3, 4).asDoubleStream().toArray();
            if (step % 4 == 3) {
                programs = programs.with(form, random.nextInt(-3, 2));
            }
            List<double[]> vertices = VertexTwin.vertices(programs.polyhedron());
            assertThat(programs.isEmpty()).isEqualTo(vertices.isEmpty());
            if (!vertices.isEmpty()) {
                double low =
                        vertices.stream()
                                .mapToDouble(v -> Polyhedron.dot(form, v))
                                .min()
                                .orElseThrow();
                assertThat(((Polyhedron.End.At) programs.least(form)).value())
                        .isCloseTo(low, within(NEAR));
            }
        }
        assertThat(programs.coldCount()).isZero();
    }

    @ParameterizedTest
    @Seeds(1500)
    void aConflictCannotHoldAndCanWithoutAnyOfItsRows(long seed) {
        Rows rows = Rows.of(seed, true);
        BitSet conflict = new LinearPrograms(rows.polyhedron()).conflict();
        assertThat(conflict.isEmpty()).isEqualTo(!rows.vertices().isEmpty());
        if (!conflict.isEmpty()) {
            assertThat(rows.polyhedron(conflict).isEmpty()).isTrue();
            conflict.stream()
                    .forEach(row -> {
                        BitSet without = (BitSet) conflict.clone();
                        without.clear(row);
                        assertThat(rows.polyhedron(without).isEmpty()).isFalse();
                    });
        }
    }

    @ParameterizedTest
    @Seeds(20)
    void largeProgramsAgreeWithHipparchus(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = random.nextInt(20, 45);
        Polyhedron.Builder builder = Polyhedron.builder(width);
        List<LinearConstraint> constraints = new ArrayList<>();
        double[] inside = random.doubles(width, -1, 1).toArray();
        for (int k = 0; k < 3 * width; k++) {
            double[] row = new double[width];
            for (int filled = random.nextInt(1, 6); filled > 0; filled--) {
                row[random.nextInt(width)] = random.nextInt(-3, 4);
            }
            double right = Polyhedron.dot(row, inside) - random.nextInt(2);
            builder.atLeast(row, right);
            constraints.add(new LinearConstraint(row, Relationship.GEQ, right));
        }
        for (int v = 0; v < width; v++) {
            for (int sign : new int[] {1, -1}) {
                double[] row = new double[width];
                row[v] = sign;
                builder.atLeast(row, -5);
                constraints.add(new LinearConstraint(row, Relationship.GEQ, -5));
            }
        }
        LinearPrograms programs = new LinearPrograms(builder.build());
        for (int step = 0; step < 5; step++) {
            double[] form = random.doubles(width, -1, 1).toArray();
            double expected =
                    new SimplexSolver()
                            .optimize(
                                    new LinearObjectiveFunction(form, 0),
                                    new LinearConstraintSet(constraints),
                                    GoalType.MINIMIZE,
                                    new NonNegativeConstraint(false))
                            .getValue();
            assertThat(((Polyhedron.End.At) programs.least(form)).value())
                    .isCloseTo(expected, within(1e-6));
        }
    }
}
