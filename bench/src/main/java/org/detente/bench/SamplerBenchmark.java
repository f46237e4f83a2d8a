// SPDX-License-Identifier: Apache-2.0
package org.detente.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.detente.math.HitAndRun;
import org.detente.math.Polyhedron;
import org.detente.math.Sample;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long it takes, warm, to draw 10,000 points from a polyhedron of 30 dimensions, with the
/// linear programs, the rounding and the pilot run.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g"})
public class SamplerBenchmark {
    private static final int DIMENSION = 30;
    private static final int CHAINS = 4;
    private static final int LENGTH = 2_500;

    /// The shape of the polyhedron.
    public enum Shape {
        /// Coordinates of at least 0 that add up to at most 1: 31 rows.
        SIMPLEX,
        /// Coordinates between 0 and 1: 60 rows.
        BOX,
        /// The box with 60 rows through it, of which each compares two to five coordinates.
        CUT_BOX
    }

    /// The shape.
    @Param({"SIMPLEX", "BOX", "CUT_BOX"})
    public Shape shape = Shape.SIMPLEX;

    /// Every which round is kept.
    @Param({"1", "5"})
    public int thinning = 1;

    /// How many threads work.
    @Param({"1", "2"})
    public int threads = 1;

    private Polyhedron polyhedron = of(Shape.SIMPLEX);

    /// Made by JMH.
    public SamplerBenchmark() {}

    /// Makes the polyhedron.
    @Setup
    public void make() {
        polyhedron = of(shape);
    }

    private static Polyhedron of(Shape shape) {
        Polyhedron.Builder builder = Polyhedron.builder(DIMENSION);
        double[] all = new double[DIMENSION];
        java.util.Arrays.fill(all, -1);
        for (int k = 0; k < DIMENSION; k++) {
            double[] row = new double[DIMENSION];
            row[k] = 1;
            builder.atLeast(row, 0);
            if (shape != Shape.SIMPLEX) {
                row[k] = -1;
                builder.atLeast(row, -1);
            }
        }
        if (shape == Shape.SIMPLEX) {
            builder.atLeast(all, -1);
        }
        if (shape == Shape.CUT_BOX) {
            cut(builder);
        }
        return builder.build();
    }

    private static void cut(Polyhedron.Builder builder) {
        SplittableRandom random = new SplittableRandom(1);
        double[] inside = random.doubles(DIMENSION, 0.2, 0.8).toArray();
        for (int k = 0; k < 2 * DIMENSION; k++) {
            double[] row = new double[DIMENSION];
            for (int filled = random.nextInt(2, 6); filled > 0; filled--) {
                row[random.nextInt(DIMENSION)] = random.nextDouble(-1, 1);
            }
            builder.atLeast(row, Polyhedron.dot(row, inside) - random.nextDouble(0.1));
        }
    }

    /// Draws.
    ///
    /// @return the points
    @Benchmark
    public Sample draw() {
        return HitAndRun.uniform(
                polyhedron, new HitAndRun.Plan(1, CHAINS, LENGTH, thinning, 100, threads));
    }
}
