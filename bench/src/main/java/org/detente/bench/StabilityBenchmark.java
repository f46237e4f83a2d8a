// SPDX-License-Identifier: Apache-2.0
package org.detente.bench;

import java.util.concurrent.TimeUnit;
import org.detente.analysis.Progress;
import org.detente.analysis.stability.StabilityKernel;
import org.detente.analysis.stability.Verdicts;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;
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

/// How long it takes, warm, to find the stable states of synthetic cases under all five concepts,
/// and to do so again after a preference has changed.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-XX:+UseParallelGC"})
public class StabilityBenchmark {
    private static final long MAX_STATES = 1L << 30;

    /// What is special about the case.
    @Param({"PLAIN"})
    public SyntheticCase.Shape shape = SyntheticCase.Shape.PLAIN;

    /// Log2 of the number of states.
    @Param({"16", "20", "22"})
    public int sizeLog2;

    /// How many threads work.
    @Param({"2"})
    public int threads;

    private Case source = SyntheticCase.of(SyntheticCase.Shape.PLAIN, 1, 1);
    private CompiledCase model = CompiledCase.of(source, MAX_STATES);

    /// Made by JMH.
    public StabilityBenchmark() {}

    /// Makes the case.
    @Setup
    public void compileOnce() {
        source = SyntheticCase.of(shape, sizeLog2, 1);
        model = CompiledCase.of(source, MAX_STATES);
    }

    /// The kernel alone.
    ///
    /// @return the verdicts
    @Benchmark
    public Verdicts findStableStates() {
        return StabilityKernel.solve(model, threads, Progress.NONE);
    }

    /// Everything that follows from a changed preference: compile and solve.
    ///
    /// @return the verdicts
    @Benchmark
    public Verdicts reanalyse() {
        return StabilityKernel.solve(CompiledCase.of(source, MAX_STATES), threads, Progress.NONE);
    }
}
