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

/// How long one analysis of a bundled case takes, warm, with all its views and ends of ranges; the
/// case is compiled anew each time, and what an analysis needs of another is solved in that time
/// too.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-XX:+UseParallelGC"})
public class BundledCaseBenchmark {
    private static final long MAX_STATES = 1L << 30;

    /// The bundled case.
    @Param({"us-iran-2026"})
    public String name = "us-iran-2026";

    /// The analysis.
    @Param({"stability", "agreements", "enforcement", "spoilers"})
    public String analysis = "stability";

    /// How many threads work.
    @Param({"2"})
    public int threads = 2;

    private Case source = SyntheticCase.of(SyntheticCase.Shape.PLAIN, 1, 1);

    /// Made by JMH.
    public BundledCaseBenchmark() {}

    /// Reads the case.
    @Setup
    public void read() {
        source =
                CaseReader.read(
                                CaseInput.ofResource(
                                        BundledCaseBenchmark.class.getClassLoader(),
                                        "org/detente/cases/" + name))
                        .model();
    }

    /// Compiles and analyses.
    ///
    /// @return the result
    @Benchmark
    public AnalysisResult compileAndAnalyze() {
        Analysis found =
                Catalog.analyses().stream()
                        .filter(a -> a.name().equals(analysis))
                        .findFirst()
                        .orElseThrow();
        return found.analyze(
                CompiledCase.of(source, MAX_STATES),
                AnalysisOptions.defaults(threads),
                Progress.NONE);
    }
}
