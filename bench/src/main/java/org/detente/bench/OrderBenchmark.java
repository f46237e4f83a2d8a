// SPDX-License-Identifier: Apache-2.0
package org.detente.bench;

import java.util.concurrent.TimeUnit;
import org.detente.analysis.Analysis;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.AnalysisResult;
import org.detente.analysis.Progress;
import org.detente.catalog.Catalog;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseReader;
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

/// How long `enforcement` takes where nearly all of it is looking for the order of steps through
/// about ten thousand positions: two options in 99 parts each, four in 9 parts each, thirteen that
/// are carried out at once (8,192 positions). The last two look for several orders.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseParallelGC"})
public class OrderBenchmark {
    private static final long MAX_STATES = 1L << 30;

    /// The case.
    @Param({"a-hundred-by-a-hundred", "ten-by-ten-by-ten-by-ten", "thirteen-options"})
    public String name = "a-hundred-by-a-hundred";

    /// How many threads work.
    @Param({"2"})
    public int threads = 2;

    private Case source = SyntheticCase.of(SyntheticCase.Shape.PLAIN, 1, 1);

    /// Made by JMH.
    public OrderBenchmark() {}

    /// Reads the case.
    @Setup
    public void read() {
        source =
                CaseReader.read(
                                CaseInput.ofResource(
                                        OrderBenchmark.class.getClassLoader(),
                                        "org/detente/bench/orders/" + name))
                        .model();
    }

    /// Compiles and looks whether the packages hold, and in which order they are safest.
    ///
    /// @return the result
    @Benchmark
    public AnalysisResult enforcement() {
        Analysis found =
                Catalog.analyses().stream()
                        .filter(a -> a.name().equals("enforcement"))
                        .findFirst()
                        .orElseThrow();
        return found.analyze(
                CompiledCase.of(source, MAX_STATES),
                AnalysisOptions.defaults(threads),
                Progress.NONE);
    }
}
