// SPDX-License-Identifier: Apache-2.0
package org.detente.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.detente.analysis.Progress;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityKernel;
import org.detente.analysis.stability.Verdicts;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;

/// One analysis in a fresh process: makes a synthetic case, compiles it, solves it, prints how long
/// each took and what came out. Time counts from the start of the process.
///
/// Arguments: shape, log2 of the product, and optionally the number of threads and the seed.
public final class ColdRun {
    private static final long MAX_STATES = 1L << 30;

    private ColdRun() {}

    /// Runs.
    ///
    /// @param arguments as described at the class
    public static void main(String... arguments) {
        if (arguments.length < 2) {
            throw new IllegalArgumentException(
                    "give a shape (plain, half_infeasible, one_way, multi_level, six_parties) and log2 of the product, as in: plain 20");
        }
        PrintStream out = System.out;
        SyntheticCase.Shape shape =
                SyntheticCase.Shape.valueOf(arguments[0].toUpperCase(java.util.Locale.ROOT));
        int sizeLog2 = Integer.parseInt(arguments[1]);
        int threads =
                arguments.length > 2
                        ? Integer.parseInt(arguments[2])
                        : Runtime.getRuntime().availableProcessors();
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
        long processStart = ManagementFactory.getRuntimeMXBean().getStartTime();
        double before = secondsSince(processStart);
        Case source = SyntheticCase.of(shape, sizeLog2, seed);
        CompiledCase model = CompiledCase.of(source, MAX_STATES);
        double compiled = secondsSince(processStart);
        Progress progress =
                Boolean.getBoolean("phases")
                        ? (phase, _, _) ->
                                out.printf(
                                        "  %.3f s, cpu %.2f s  %s%n",
                                        secondsSince(processStart), cpuSeconds(), phase)
                        : Progress.NONE;
        Verdicts verdicts = StabilityKernel.solve(model, threads, progress);
        StringBuilder equilibria = new StringBuilder();
        for (Concept concept : Concept.values()) {
            equilibria
                    .append(' ')
                    .append(concept.key())
                    .append(' ')
                    .append(verdicts.equilibria(concept).count());
        }
        double total = secondsSince(processStart);
        out.printf(
                "%s 2^%d threads %d feasible %d: start %.2f compile %.2f solve %.2f total %.2f s, cpu %.2f s, peak %s;%s%n",
                arguments[0],
                sizeLog2,
                threads,
                model.feasible().count(),
                before,
                compiled - before,
                total - compiled,
                total,
                cpuSeconds(),
                peakMemory(),
                equilibria);
    }

    private static double secondsSince(long startMillis) {
        return (System.currentTimeMillis() - startMillis) / 1000.0;
    }

    /// Processor time of all threads, the compiler's and the collector's included: it depends less
    /// than the clock on what else the machine does.
    private static double cpuSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(duration -> duration.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    /// The most memory the process has held, as Linux tells it.
    private static String peakMemory() {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "not known";
        }
        try {
            return Files.readString(status, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.substring("VmHWM:".length()).strip())
                    .findFirst()
                    .orElse("not known");
        } catch (IOException e) {
            return "not readable: " + e.getMessage();
        }
    }
}
