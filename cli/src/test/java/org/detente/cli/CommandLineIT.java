// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The packaged command line as a process of its own.
class CommandLineIT {
    private static final Map<String, String> UTF8 = Map.of("LC_ALL", "C.UTF-8");

    @ParameterizedTest
    @CsvSource({
        "0,analyze elmira",
        "0,check us-iran-2026",
        "0,--version",
        "2,analyze elmire",
        "2,analyse elmira",
        "2,analyze elmira --threads none",
        "2,explain elmira --state 99",
        "2,report elmira -o /no/such/folder/r.html"
    })
    void exitCodeSaysWhatHappened(int code, String line) {
        Started run = Started.cli(line.split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.out().isEmpty()).isEqualTo(code != 0);
    }

    @Test
    void standardOutputHoldsJsonAndNothingElse() {
        Started run = Started.cli("analyze", "us-iran-2026-core", "--format", "json");
        assertThat(run.code()).isZero();
        try (JsonParser parser =
                JsonFactory.builder().build().createParser(ObjectReadContext.empty(), run.out())) {
            int tokens = 0;
            while (parser.nextToken() != null) {
                tokens++;
            }
            assertThat(tokens).isGreaterThan(100);
        }
    }

    @Test
    void threadsDoNotChangeAByte() {
        Started one = Started.cli("analyze", "us-iran-2026", "--format", "json", "--threads", "1");
        Started two = Started.cli("analyze", "us-iran-2026", "--format", "json", "--threads", "2");
        assertThat(one.code()).isZero();
        assertThat(two).isEqualTo(one);
    }

    @Test
    void readerThatStopsReadingIsNoFailure() {
        Started run =
                Started.shell(
                        UTF8,
                        "(detente analyze us-iran-2026 --format json; echo $? >&2) | head -n 1");
        assertThat(run.out()).hasLineCount(1);
        assertThat(run.err().lines().filter(line -> !line.contains("warning:")))
                .containsExactly("0");
    }

    @Test
    void fullDiskIsAFailure() {
        Started run = Started.shell(UTF8, "detente analyze elmira > /dev/full");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("No space left on device").hasLineCount(1);
    }

    @Test
    void plainLocaleGetsAscii() {
        Started run = Started.shell(Map.of("LC_ALL", "C"), "detente analyze us-iran-2026-core");
        assertThat(run.code()).isZero();
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(run.out())).isTrue();
    }

    @Test
    void memoryThatRunsOutIsOneMessage(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("case.yaml");
        String options =
                IntStream.range(0, 26)
                        .mapToObj(i -> "  %s.o%d: {}\n".formatted(i % 2 == 0 ? "a" : "b", i))
                        .collect(Collectors.joining());
        Files.writeString(
                file,
                "detente: 1\ntitle: Large\nparties: {a: {}, b: {}}\noptions:\n"
                        + options
                        + "preferences: {a: {order: [b.o1]}, b: {order: [a.o0]}}\n");
        Started run =
                Started.shell(
                        Map.of("LC_ALL", "C.UTF-8", "JVM", "-Xmx64m"),
                        "detente analyze '%s'".formatted(file));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("DETENTE_HEAP", "--max-states").hasLineCount(1);
    }
}
