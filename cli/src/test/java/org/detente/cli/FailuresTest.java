// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// A fault is told with its stack trace wherever `--debug` stands.
class FailuresTest {
    @ParameterizedTest
    @CsvSource({
        "analyze chicken,false",
        "analyze chicken --debug,true",
        "--debug analyze chicken,true"
    })
    void theTraceIsTold(String words, boolean isTraced) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        new ByteArrayOutputStream(),
                        err,
                        false,
                        false,
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_8,
                        Map.of());
        CommandLine command = Detente.commandLine(terminal, "analyze");
        int code =
                new Failures(terminal)
                        .stopped(
                                new IllegalStateException("a planted fault"),
                                command,
                                command.parseArgs(words.split(" ")));
        assertThat(code).isEqualTo(ExitCode.FAILED);
        String told = err.toString(StandardCharsets.UTF_8);
        assertThat(told).startsWith("detente: failed by a fault of its own: a planted fault");
        assertThat(told.contains("\n    at org.detente.cli.FailuresTest")).isEqualTo(isTraced);
        assertThat(told).doesNotContain("\\u0009");
    }
}
