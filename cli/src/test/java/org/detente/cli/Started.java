// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process that was started by a test, and what it gave.
///
/// @param code its exit code
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Started(int code, String out, String err) {
    private static final long MOST_SECONDS = 120;

    /// The checkout under test.
    static final Path ROOT = Path.of(System.getProperty("detente.root", ".."));

    /// The Java that runs the tests.
    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /// The packaged command line.
    static final Path JAR = ROOT.resolve("cli/target/detente.jar").toAbsolutePath();

    /// A process that is still running.
    ///
    /// @param process the process
    /// @param out the file its standard output goes to
    /// @param err the file its standard error goes to
    record Running(Process process, Path out, Path err) {
        /// Waits for it.
        Started done() {
            try {
                if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("still running after two minutes");
                }
                Started started =
                        new Started(
                                process.exitValue(),
                                new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
                                new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
                Files.delete(out);
                Files.delete(err);
                return started;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interruption);
            }
        }
    }

    /// Starts a process in a folder, with these variables besides the test's own.
    static Running start(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("detente-it", ".out");
            Path err = Files.createTempFile("detente-it", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Runs the packaged command line.
    static Started cli(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(JAVA, "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return start(ROOT, Map.of("LC_ALL", "C.UTF-8"), command).done();
    }

    /// Runs a line of shell in which `$detente` is the packaged command line.
    static Started shell(Map<String, String> environment, String line) {
        String script = "detente() { '%s' $JVM -jar '%s' \"$@\"; }; %s".formatted(JAVA, JAR, line);
        return start(ROOT, environment, List.of("sh", "-c", script)).done();
    }
}
