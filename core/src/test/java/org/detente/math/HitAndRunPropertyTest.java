// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.detente.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Moments and volumes of samples against closed forms. A mean may be off by five standard errors,
/// counted by the effective sample size; what it may be off by is itself small.
class HitAndRunPropertyTest {
    private static final double SIGMAS = 5;
    private static final int CHAINS = 4;

    private static HitAndRun.Plan plan(long seed, int length, int thinning) {
        return new HitAndRun.Plan(seed, CHAINS, length, thinning, 50, 1);
    }

    private static Polyhedron.Builder box(int size, double... widths) {
        Polyhedron.Builder builder = Polyhedron.builder(size);
        for (int k = 0; k < size; k++) {
            builder.atLeast(axis(size, k, 1), 0)
                    .atLeast(axis(size, k, -1), k < widths.length ? -widths[k] : -1);
        }
        return builder;
    }

    private static double[] axis(int size, int k, double value) {
        double[] row = new double[size];
        row[k] = value;
        return row;
    }

    private static double[] all(int size, double value) {
        double[] row = new double[size];
        Arrays.fill(row, value);
        return row;
    }

    /// That the mean of a function over a sample is what it should be.
    ///
    /// @param spread the function's standard deviation
    private static void assertMean(
            Sample sample, ToDoubleFunction<double[]> function, double mean, double spread) {
        double[][] chains = new double[CHAINS][sample.size() / CHAINS];
        double sum = 0;
        for (int k = 0; k < sample.size(); k++) {
            double value = function.applyAsDouble(sample.point(k));
            chains[k % CHAINS][k / CHAINS] = value;
            sum += value;
        }
        double effective = Mixing.of(chains).effectiveSize();
        assertThat(effective).isGreaterThan(sample.size() / 20.0);
        assertThat(sum / sample.size())
                .isCloseTo(mean, within(SIGMAS * spread / Math.sqrt(effective)));
    }

    private static void assertShare(
            Sample sample, ToDoubleFunction<double[]> inside, double share) {
        assertMean(sample, inside, share, Math.sqrt(share * (1 - share)));
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    /// The volume of the part of the unit box in which `a·x <= b`: an alternating sum over its
    /// corners (Barrow & Smith 1979, American Mathematical Monthly 86; not checked here).
    private static double cutVolume(double[] a, double b) {
        double sum = 0;
        for (int corner = 0; corner < 1 << a.length; corner++) {
            double left = b;
            for (int k = 0; k < a.length; k++) {
                left -= (corner >> k & 1) * a[k];
            }
            sum += (Integer.bitCount(corner) % 2 == 0 ? 1 : -1) * pow(Math.max(left, 0), a.length);
        }
        return sum / factorial(a.length) / Arrays.stream(a).reduce(1, (p, q) -> p * q);
    }

    private static double pow(double base, int exponent) {
        double product = 1;
        for (int k = 0; k < exponent; k++) {
            product *= base;
        }
        return product;
    }

    @ParameterizedTest
    @Seeds(6)
    void coordinatesOfASimplexAreBetaDistributed(long seed) {
        int size = 2 + 5 * (int) seed;
        Polyhedron.Builder builder = Polyhedron.builder(size).atLeast(all(size, -1), -1);
        for (int k = 0; k < size; k++) {
            builder.atLeast(axis(size, k, 1), 0);
        }
        Sample sample = HitAndRun.uniform(builder.build(), plan(seed, 2_000, 10));
        double mean = 1.0 / (size + 1);
        double spread = Math.sqrt(size / (size + 2.0)) / (size + 1);
        double median = 1 - Math.pow(0.5, 1.0 / size);
        for (int k = 0; k < size; k++) {
            int own = k;
            assertMean(sample, x -> x[own], mean, spread);
            assertShare(sample, x -> x[own] <= median ? 1 : 0, 0.5);
        }
        assertThat(sample.mostSplitRHat()).isLessThan(1.02);
        assertThat(sample.dimension()).isEqualTo(size);
    }

    @ParameterizedTest
    @Seeds(4)
    void coordinatesOfABoxFillTheirWidths(long seed) {
        int size = 8 * (int) seed;
        double[] widths = new SplittableRandom(seed).doubles(size, 1e-7, 1e3).toArray();
        widths[0] = 1e-7;
        Sample sample = HitAndRun.uniform(box(size, widths).build(), plan(seed, 2_000, 5));
        for (int k = 0; k < size; k++) {
            int own = k;
            double width = widths[k];
            assertMean(sample, x -> x[own], width / 2, width / Math.sqrt(12));
            assertShare(sample, x -> x[own] <= 0.1 * width ? 1 : 0, 0.1);
            assertMean(
                    sample,
                    x -> (x[own] - width / 2) * (x[own] - width / 2),
                    width * width / 12,
                    width * width / Math.sqrt(180));
        }
    }

    @ParameterizedTest
    @Seeds(20)
    void partsOfACutBoxHaveTheirShareOfItsVolume(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = random.nextInt(2, 9);
        double[] cut = random.doubles(size, 0.2, 2).toArray();
        double total = Arrays.stream(cut).sum();
        double outer = total * random.nextDouble(0.3, 0.8);
        double inner = outer * random.nextDouble(0.7, 0.95);
        double[] row = Arrays.stream(cut).map(c -> -c).toArray();
        Sample sample =
                HitAndRun.uniform(box(size).atLeast(row, -outer).build(), plan(seed, 4_000, 5));
        double share = cutVolume(cut, inner) / cutVolume(cut, outer);
        assertThat(share).isBetween(0.02, 0.98);
        assertShare(sample, x -> Polyhedron.dot(cut, x) <= inner ? 1 : 0, share);
    }

    @Test
    void aSliceOfASimplexIsSampledInItsOwnDimensions() {
        int size = 12;
        Polyhedron.Builder builder = Polyhedron.builder(size).equal(all(size, 1), 1);
        for (int k = 0; k < size; k++) {
            builder.atLeast(axis(size, k, 1), 0);
        }
        Sample sample = HitAndRun.uniform(builder.build(), plan(3, 4_000, 8));
        assertThat(sample.dimension()).isEqualTo(size - 1);
        double spread = Math.sqrt((size - 1.0) / (size + 1)) / size;
        for (int k = 0; k < size; k++) {
            int own = k;
            assertMean(sample, x -> x[own], 1.0 / size, spread);
        }
    }

    @Test
    void rowsThatLeaveNoRoomAreEqualities() {
        // x + y >= 1 and x + y <= 1 are one line; z is free between 0 and 1, w between two walls
        // that touch.
        Polyhedron polyhedron =
                box(4).atLeast(new double[] {1, 1, 0, 0}, 1)
                        .atLeast(new double[] {-1, -1, 0, 0}, -1)
                        .atLeast(new double[] {0, 0, 0, 1}, 1)
                        .build();
        Sample sample = HitAndRun.uniform(polyhedron, plan(5, 4_000, 2));
        assertThat(sample.dimension()).isEqualTo(2);
        assertMean(sample, x -> x[0], 0.5, 1 / Math.sqrt(12));
        assertMean(sample, x -> x[2], 0.5, 1 / Math.sqrt(12));
        for (int k = 0; k < sample.size(); k++) {
            assertThat(sample.point(k)[0] + sample.point(k)[1]).isCloseTo(1, within(1e-12));
            assertThat(sample.point(k)[3]).isCloseTo(1, within(1e-12));
        }
    }

    @ParameterizedTest
    @Seeds(5)
    void aThinSlantingBodyIsCrossed(long seed) {
        // Between two near walls along the diagonal of a box: as wide as 10^-3 to 10^-7.
        double width = Math.pow(10, -2.0 - (double) seed);
        int size = 6;
        double[] slant = {1, -1, 0.5, -0.5, 0.25, -0.25};
        Polyhedron polyhedron =
                box(size)
                        .atLeast(slant, 0)
                        .atLeast(Arrays.stream(slant).map(s -> -s).toArray(), -width)
                        .build();
        Sample sample = HitAndRun.uniform(polyhedron, plan(seed, 4_000, 8));
        assertMean(
                sample,
                x -> Polyhedron.dot(slant, x) / width,
                0.5,
                1 / Math.sqrt(12) * 1.01); // the cross-section changes by less than the width
        assertMean(sample, x -> x[0], 0.5, 0.3);
        assertThat(sample.mostSplitRHat()).isLessThan(1.02);
    }

    @Test
    void aSinglePointIsDrawnAgainAndAgain() {
        Polyhedron polyhedron =
                box(2).equal(new double[] {1, 1}, 1).atLeast(new double[] {1, 0}, 1).build();
        Sample sample = HitAndRun.uniform(polyhedron, plan(1, 10, 1));
        assertThat(sample.dimension()).isZero();
        for (int k = 0; k < sample.size(); k++) {
            assertThat(sample.point(k)).containsExactly(new double[] {1, 0}, within(1e-12));
        }
        assertThat(sample.leastEffectiveSize()).isEqualTo(sample.size());
        assertThat(sample.mostSplitRHat()).isEqualTo(1);
    }

    @Test
    void nothingToDrawFromIsRefused() {
        Polyhedron empty = box(1).atLeast(new double[] {1}, 2).build();
        Polyhedron open = Polyhedron.builder(1).atLeast(new double[] {1}, 0).build();
        HitAndRun.Plan plan = plan(1, 10, 1);
        assertThatThrownBy(() -> HitAndRun.uniform(empty, plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no point");
        assertThatThrownBy(() -> HitAndRun.uniform(open, plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no end along coordinate 0");
    }

    /// A random polyhedron with a point inside.
    private static Polyhedron random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = random.nextInt(1, 5);
        double[] inside = random.doubles(size, 0.1, 0.9).toArray();
        Polyhedron.Builder builder = box(size);
        for (int k = random.nextInt(5); k > 0; k--) {
            double[] row = random.ints(size, -2, 3).asDoubleStream().toArray();
            double right = Polyhedron.dot(row, inside);
            if (size > 2 && random.nextInt(5) == 0) {
                builder.equal(row, right);
            } else {
                builder.atLeast(row, right - random.nextDouble(0.3));
            }
        }
        return builder.build();
    }

    @ParameterizedTest
    @Seeds(300)
    void everyPointAndTheMeanAreInside(long seed) {
        Polyhedron polyhedron = random(seed);
        Sample sample = HitAndRun.uniform(polyhedron, plan(seed, 50, 2));
        for (int k = 0; k < sample.size(); k++) {
            assertThat(polyhedron.violation(sample.point(k))).isLessThan(1e-9);
        }
        assertThat(polyhedron.violation(sample.mean())).isLessThan(1e-9);
    }

    @ParameterizedTest
    @Seeds(60)
    void meansAreThoseOfPointsThrownAtTheBox(long seed) {
        Polyhedron polyhedron = random(seed);
        SplittableRandom thrower = new SplittableRandom(seed + 1);
        int size = polyhedron.variableCount();
        double[] sum = new double[size];
        double[] squares = new double[size];
        int count = 0;
        for (int k = 0; k < 100_000; k++) {
            double[] point = thrower.doubles(size).toArray();
            if (polyhedron.violation(point) == 0) {
                count++;
                for (int v = 0; v < size; v++) {
                    sum[v] += point[v];
                    squares[v] += point[v] * point[v];
                }
            }
        }
        Sample sample = HitAndRun.uniform(polyhedron, plan(seed, 1_000, 3));
        if (count < 500) {
            // Too thin to be hit, or an equality among the rows: then its own dimensions are fewer
            // or its volume is small, and the closed forms above answer for it.
            assertThat(count < 1 || sample.dimension() == size).isTrue();
            return;
        }
        for (int v = 0; v < size; v++) {
            double mean = sum[v] / count;
            double spread = Math.sqrt(Math.max(squares[v] / count - mean * mean, 0));
            double error =
                    spread * Math.sqrt(1.0 / count + 1 / sample.effectiveSize(axis(size, v, 1)));
            assertThat(sample.mean()[v]).isCloseTo(mean, within(SIGMAS * error));
        }
    }

    @ParameterizedTest
    @Seeds(20)
    void threadsChangeNothingAndSeedsDo(long seed) {
        Polyhedron polyhedron = random(seed + 1000);
        Sample one = HitAndRun.uniform(polyhedron, new HitAndRun.Plan(seed, 4, 20, 2, 5, 1));
        Sample many = HitAndRun.uniform(polyhedron, new HitAndRun.Plan(seed, 4, 20, 2, 5, 3));
        Sample other = HitAndRun.uniform(polyhedron, new HitAndRun.Plan(seed + 1, 4, 20, 2, 5, 3));
        for (int k = 0; k < one.size(); k++) {
            assertThat(one.point(k)).containsExactly(many.point(k));
        }
        assertThat(Arrays.equals(one.point(7), other.point(7))).isEqualTo(one.dimension() == 0);
    }

    @Test
    void aDensityWeighsThePoints() {
        // Density x on the unit square: E x = 2/3, variance 1/18; y stays uniform.
        Sample sample =
                HitAndRun.byDensity(box(2).build(), plan(2, 5_000, 4), point -> Math.log(point[0]));
        assertMean(sample, x -> x[0], 2.0 / 3, Math.sqrt(1.0 / 18));
        assertMean(sample, x -> x[1], 0.5, 1 / Math.sqrt(12));
    }

    @Test
    void aDensityIsCutByRows() {
        // Density x where x <= y: its mass is the integral of x(1 - x), 1/6, so that E x = 1/2 and
        // E y = 3/4; E x² = 3/10 and E y² = 3/5.
        Polyhedron wedge = box(2).atLeast(new double[] {-1, 1}, 0).build();
        Sample sample = HitAndRun.byDensity(wedge, plan(2, 5_000, 4), point -> Math.log(point[0]));
        assertMean(sample, x -> x[0], 0.5, Math.sqrt(0.3 - 0.25));
        assertMean(sample, x -> x[1], 0.75, Math.sqrt(0.6 - 0.5625));
    }
}
