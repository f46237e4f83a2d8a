// SPDX-License-Identifier: Apache-2.0
package org.detente.bench;

import java.util.concurrent.TimeUnit;
import org.detente.math.Frontier;
import org.detente.math.PackageSpace;
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

/// How long it takes, warm, to find the exact Pareto frontier of random package spaces.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g"})
public class FrontierBenchmark {
    /// The shape of the space.
    @Param({
        "SMALL",
        "TWO_BY_FIFTY",
        "THREE_BY_TWENTY",
        "THREE_BY_FORTY",
        "THREE_CONSTANT_SUM",
        "TWO_ENTANGLED",
        "THREE_ENTANGLED"
    })
    public SyntheticPackages.Shape shape = SyntheticPackages.Shape.SMALL;

    /// How many threads work.
    @Param({"2"})
    public int threads;

    private PackageSpace space = SyntheticPackages.of(SyntheticPackages.Shape.SMALL);

    /// Made by JMH.
    public FrontierBenchmark() {}

    /// Makes the space.
    @Setup
    public void make() {
        space = SyntheticPackages.of(shape);
    }

    /// The kernel alone.
    ///
    /// @return the frontier
    @Benchmark
    public Frontier findFrontier() {
        return SyntheticPackages.frontier(space, threads);
    }
}
