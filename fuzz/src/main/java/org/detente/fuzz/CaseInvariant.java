// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.detente.analysis.Analysis;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.AnalysisResult;
import org.detente.analysis.ExplainsStates;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.catalog.Catalog;
import org.detente.compile.CompiledCase;
import org.detente.model.ModelError;
import org.detente.model.Places;
import org.detente.model.Problem;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseReader;
import org.detente.yaml.CaseWriter;
import org.detente.yaml.LoadedCase;
import org.jspecify.annotations.Nullable;

/// What must hold of any bytes given as a `case.yaml`: they end in an analysis, or in problems that
/// each have a place, a fact and a mend; in nothing else, and soon. What was read can be written,
/// and read again as the same.
public final class CaseInvariant {
    /// The largest product of levels that is compiled.
    public static final long MOST_STATES = 1L << 16;

    /// The largest product of levels that is analysed.
    public static final long MOST_ANALYZED_STATES = 4096;

    /// The longest that one input may take, in processor time of the thread that reads it.
    public static final long MOST_NANOS = 2_000_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final AnalysisOptions OPTIONS = new AnalysisOptions(1, 1, MOST_STATES);
    private static final ListLimit LIMIT = new ListLimit(20);
    private static final Sources SOURCES = new Sources();

    /// How far an input went.
    public enum Ending {
        /// The reader found errors.
        REFUSED,
        /// It was read, and compiling found errors or too many states.
        READ,
        /// It was compiled, and is too large to be analysed here.
        COMPILED,
        /// Every analysis that it has the parts for has run.
        ANALYZED
    }

    private CaseInvariant() {}

    /// Checks one input.
    ///
    /// @param bytes anything
    /// @return how far it went
    /// @throws AssertionError with the input in its message, where the invariant does not hold
    public static Ending check(byte[] bytes) {
        long start = THREADS.getCurrentThreadCpuTime();
        Ending ending;
        try {
            ending = ending(bytes);
        } catch (RuntimeException | StackOverflowError e) {
            throw broken("ends in " + e, bytes, e);
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        if (nanos > MOST_NANOS) {
            throw broken(
                    "takes %,d ms and is %s".formatted(nanos / 1_000_000, ending), bytes, null);
        }
        return ending;
    }

    private static AssertionError broken(String how, byte[] bytes, @Nullable Throwable cause) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new AssertionError("this case %s:%n%s".formatted(how, text), cause);
    }

    private static Ending ending(byte[] bytes) {
        LoadedCase loaded;
        try {
            loaded = CaseReader.read(new CaseInMemory(bytes, SOURCES));
        } catch (ModelError e) {
            complete(e.problems(), Places.NONE);
            return Ending.REFUSED;
        }
        complete(loaded.warnings(), Places.NONE);
        comesBack(loaded);
        CompiledCase model;
        try {
            model = CompiledCase.of(loaded.model(), MOST_STATES);
        } catch (ModelError e) {
            complete(e.problems(), loaded.places());
            return Ending.READ;
        }
        complete(model.warnings(), loaded.places());
        if (model.space().product() > MOST_ANALYZED_STATES) {
            return Ending.COMPILED;
        }
        Catalog.analyses().forEach(analysis -> run(analysis, model));
        return Ending.ANALYZED;
    }

    private static void comesBack(LoadedCase loaded) {
        byte[] written = CaseWriter.write(loaded.model()).getBytes(StandardCharsets.UTF_8);
        try {
            LoadedCase again = CaseReader.read(new CaseInMemory(written, SOURCES));
            if (!again.model().equals(loaded.model())) {
                throw new IllegalStateException("it is written and read as another case");
            }
        } catch (ModelError e) {
            throw new IllegalStateException("it is written as a file with errors", e);
        }
    }

    private static void run(Analysis analysis, CompiledCase model) {
        if (!analysis.missing(model.source()).isEmpty()) {
            return;
        }
        AnalysisResult result = analysis.analyze(model, OPTIONS, Progress.NONE);
        result.explain(LIMIT);
        result.data(LIMIT);
        if (analysis instanceof ExplainsStates explaining) {
            explaining.explainState(model, model.now(), OPTIONS, LIMIT);
        }
    }

    private static void complete(List<Problem> problems, Places places) {
        for (Problem problem : problems) {
            Problem placed = problem.placed(places);
            String line = placed.line(CaseInput.CASE_FILE);
            if (placed.place() == null) {
                throw new IllegalStateException("a problem without a place: " + line);
            }
            if (line.lines().count() != 1) {
                throw new IllegalStateException("a problem of several lines: " + line);
            }
        }
    }
}
