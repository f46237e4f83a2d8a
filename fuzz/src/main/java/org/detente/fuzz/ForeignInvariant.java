// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.exchange.ExportError;
import org.detente.exchange.ExportJob;
import org.detente.exchange.Exporter;
import org.detente.exchange.FileProblem;
import org.detente.exchange.ForeignFile;
import org.detente.exchange.Formats;
import org.detente.exchange.ImportError;
import org.detente.exchange.Imported;
import org.detente.exchange.OutFile;
import org.detente.model.ModelError;
import org.detente.yaml.CaseReader;
import org.detente.yaml.CaseWriter;
import org.jspecify.annotations.Nullable;

/// What must hold of any files given to an import: they are read as a case that can be written,
/// read again as the same and exported in every form, or refused with a fact and a mend in one line
/// each; in nothing else, and soon.
public final class ForeignInvariant {
    /// The longest that one import may take, in processor time of the thread that reads it.
    public static final long MOST_NANOS = 2_000_000_000L;

    private static final long MOST_STATES = 1L << 12;
    private static final long MOST_EDGES = 1L << 14;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Sources SOURCES = new Sources();

    /// How far files went.
    public enum Ending {
        /// They were refused.
        REFUSED,
        /// They were read, and the case has too many states or none to go on.
        READ,
        /// They were read and exported.
        EXPORTED
    }

    private ForeignInvariant() {}

    /// Checks some files.
    ///
    /// @param files at least one
    /// @return how far they went
    /// @throws AssertionError with the files in its message, where the invariant does not hold
    public static Ending check(List<ForeignFile> files) {
        long start = THREADS.getCurrentThreadCpuTime();
        Ending ending;
        try {
            ending = ending(files);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw broken("end in " + e, files, e);
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        if (nanos > MOST_NANOS) {
            throw broken(
                    "take %,d ms and are %s".formatted(nanos / 1_000_000, ending), files, null);
        }
        return ending;
    }

    private static AssertionError broken(
            String how, List<ForeignFile> files, @Nullable Throwable cause) {
        StringBuilder text = new StringBuilder("these files " + how + ":");
        for (ForeignFile file : files) {
            text.append("\n--- ").append(file.name()).append('\n').append(file.text());
        }
        return new AssertionError(text.toString(), cause);
    }

    private static Ending ending(List<ForeignFile> files) throws IOException {
        Imported imported;
        try {
            imported = Formats.read(files);
        } catch (ImportError e) {
            for (FileProblem problem : e.problems()) {
                if (problem.line().lines().count() != 1) {
                    throw new IllegalStateException(
                            "a problem of several lines: " + problem.line());
                }
            }
            return Ending.REFUSED;
        }
        byte[] written = CaseWriter.write(imported.model()).getBytes(StandardCharsets.UTF_8);
        CompiledCase model;
        try {
            if (!CaseReader.read(new CaseInMemory(written, SOURCES))
                    .model()
                    .equals(imported.model())) {
                throw new IllegalStateException("they are written and read as another case");
            }
        } catch (ModelError e) {
            throw new IllegalStateException("they are written as a file with errors", e);
        }
        try {
            model = CompiledCase.of(imported.model(), MOST_STATES);
        } catch (ModelError _) {
            return Ending.READ;
        }
        for (Exporter exporter : Formats.exporters()) {
            export(exporter, model);
        }
        return Ending.EXPORTED;
    }

    private static void export(Exporter exporter, CompiledCase model) throws IOException {
        try {
            for (OutFile file :
                    exporter.write(new ExportJob("key", model, List::of, MOST_EDGES)).files()) {
                file.content().writeTo(OutputStream.nullOutputStream());
            }
        } catch (ExportError e) {
            if (String.valueOf(e.getMessage()).lines().count() != 1) {
                throw new IllegalStateException("a refusal of several lines", e);
            }
        }
    }
}
