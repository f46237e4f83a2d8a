// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.detente.model.ModelError;
import org.detente.model.Problem;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No input ends in a stack trace, hangs, or says nothing useful.
class HostileInputTest {
    /// What reading some bytes complains of; fails if it throws anything else or takes too long.
    static List<Problem> complaints(byte[] bytes) {
        List<Problem> problems =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> Cases.problems(bytes));
        for (Problem problem : problems) {
            assertThat(problem.fact()).isNotBlank();
            assertThat(problem.mend()).isNotBlank();
            assertThat(problem.place()).as(problem.fact()).isNotNull();
            assertThat(problem.line("case.yaml")).doesNotContain("\n").hasSizeLessThan(1000);
        }
        return problems;
    }

    private static Problem only(String text) {
        List<Problem> problems = complaints(text.getBytes(StandardCharsets.UTF_8));
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{"})
    void deepNestingIsOneMessage(String opening) {
        assertThat(only(opening.repeat(20_000)).line("case.yaml"))
                .matches("case.yaml:\\d+:\\d+ .*");
    }

    @Test
    void deepNestingSaysHowDeepIsTooDeep() {
        assertThat(only("title: " + "[".repeat(20_000)).fact()).contains("100 deep");
    }

    @Test
    void deepIndentedNestingIsOneMessage() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            text.append(" ".repeat(i)).append("k:\n");
        }
        assertThat(only(text.toString()).fact()).contains("100 deep");
    }

    @Test
    void aBombOfAliasesIsOneMessage() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a%d: &a%d [".formatted(i, i));
            text.append("*a%d, ".formatted(i - 1).repeat(9)).append("]\n");
        }
        assertThat(only(text.toString()).fact()).contains("aliases");
    }

    @Test
    void anAliasOfItselfIsOneMessage() {
        assertThat(only("a: &a [*a]").fact()).contains("nothing written before it");
    }

    @Test
    void aliasesCannotHideDepth() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 300; i++) {
            text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }
        assertThat(only(text.toString()).fact()).contains("100 deep");
    }

    @Test
    void modestAliasesAreFine() {
        String text =
                Cases.SMALLEST
                        .replace("{knock: {},", "{knock: &quiet {note: quietly},")
                        .replace("{open: {}}", "{open: *quiet}");
        assertThat(Cases.errors(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999",
                "-1e999",
                "1e-999999999",
                "1e999999999",
                "NaN",
                ".inf",
                "0x10",
                "1_000",
                "1,5",
                "5..6",
                "--3",
                "+3",
                "3 to",
                "to 3",
                "3 to 4, likely",
                "normal(",
                "%",
                "normal(1, 0)",
                "5% to 7",
                "7 to 5",
                "1 to 2, likely 3",
                "５",
                "∞",
                "3 4"
            })
    void oddNumbersAreOneMessageEach(String number) {
        Problem problem = only(Cases.SMALLEST + "assumptions: {x: {value: '" + number + "'}}\n");
        assertThat(problem.path()).isEqualTo("assumptions.x.value");
    }

    @Test
    void aNumberOfTenThousandDigitsIsOneMessage() {
        String digits = "9".repeat(10_000);
        assertThat(only(Cases.SMALLEST + "assumptions: {x: " + digits + "}\n").fact())
                .contains("too large or too long");
    }

    @Test
    void aHundredMegabytesAreRefusedWithoutBeingRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("case.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100_000_000);
        }
        assertThatThrownBy(() -> CaseReader.read(CaseInput.of(file)))
                .isInstanceOfSatisfying(
                        ModelError.class,
                        error -> {
                            assertThat(error.problems()).hasSize(1);
                            assertThat(error.getMessage())
                                    .contains("100,000,000 bytes")
                                    .contains("16 MiB");
                        });
    }

    @Test
    void textThatIsNotUtf8SaysWhere() {
        byte[] bytes = "detente: 1\ntitle: caf_\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xE9;
        Problem problem = complaints(bytes).getFirst();
        assertThat(problem.fact()).contains("UTF-8").contains("E9");
        assertThat(problem.place()).hasToString("2:11");
    }

    @Test
    void utf16SaysSo() {
        assertThat(complaints(Cases.SMALLEST.getBytes(StandardCharsets.UTF_16)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.fact()).contains("UTF-16"));
    }

    @Test
    void halfOfACharacterIsRefusedWhereItStands() {
        String two = "\"\\uD83D\\uDE00\"";
        String whole = Cases.SMALLEST.replace("Two doors", two);
        assertThat(Cases.read(whole).model().title()).isEqualTo("\uD83D\uDE00");
        assertThat(Cases.errors(Cases.SMALLEST.replace("Two doors", "\"a\\uD83Db\"")))
                .containsExactly(
                        "case.yaml:2:8  holds \\uD83D, which is half of a character. Write the"
                                + " character itself, or both halves.");
    }

    @Test
    void aByteOrderMarkIsNoTrouble() {
        assertThat(Cases.errors('\uFEFF' + Cases.SMALLEST)).isEmpty();
        assertThat(Cases.errors('\uFEFF' + "detente: 2" + Cases.SMALLEST.substring(10)))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("case.yaml:1:10  detente"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n",
                "# nothing\n",
                "---\n",
                "---\n...\n",
                "null",
                "~",
                "a",
                "[]",
                "5",
                "!!map {}",
                "{}",
                "---\na: 1\n---\nb: 2\n",
                "%YAML 3.0\n---\na: 1\n",
                "a: b: c",
                "\t",
                "a:\n\tb: 1\n",
                "\"",
                "'",
                "a: 'b",
                "[a, b",
                "{a: 1",
                "? [a]\n: b",
                "a: @b",
                "a: `b`",
                "a: %b",
                "&a",
                "*a",
                "|",
                ">",
                "- a\nb: c",
                "a: 1\n  b: 2\n c: 3",
                "\u0000",
                "a: \u0007",
                "%TAG ! x\n---\n!y z",
                "? \n: \n",
                "<<: {a: 1}",
                ": a"
            })
    void scrapsOfYamlGiveOneMessageOrAFew(String text) {
        assertThat(complaints(text.getBytes(StandardCharsets.UTF_8))).hasSizeBetween(1, 6);
    }

    @Test
    void tabsAreNamed() {
        assertThat(only("detente: 1\nparties:\n\ta: {}\n").mend()).contains("tabs");
    }

    @Test
    void deepAndLongConditionsAreOneMessageEach() {
        for (String condition :
                List.of(
                        "(".repeat(5000),
                        "not ".repeat(2000) + "b.open",
                        "b.open implies ".repeat(300) + "b.open",
                        "b.open or ".repeat(5000) + "b.open")) {
            assertThat(only(Cases.SMALLEST + "same: ['" + condition + "']\n").path())
                    .isEqualTo("same[0]");
        }
    }

    @Test
    void aTowerOfOutcomesIsOneMessage() {
        StringBuilder text = new StringBuilder(Cases.SMALLEST + "outcomes:\n  o0: b.open\n");
        for (int i = 1; i < 20_000; i++) {
            text.append("  o%d: not o%d\n".formatted(i, i - 1));
        }
        assertThat(only(text.toString()).fact()).contains("builds on more than");
    }

    @Test
    void manyMistakesAreCountedAndEndSoon() {
        StringBuilder text = new StringBuilder(Cases.SMALLEST + "same:\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("- b.opne%d and nowhere%d\n".formatted(i, i));
        }
        List<Problem> problems = complaints(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(problems).hasSizeLessThanOrEqualTo(Findings.MOST_PROBLEMS + 1);
    }

    @Test
    void aCaseThatIsNotThereIsOneMessage(@TempDir Path folder) {
        for (Path path : List.of(folder, folder.resolve("no.yaml"), Path.of("\u0001"))) {
            assertThatThrownBy(() -> CaseReader.read(CaseInput.of(path)))
                    .isInstanceOf(ModelError.class)
                    .hasMessageContaining("is not there")
                    .hasMessageContaining("Name a case's file");
        }
        assertThatThrownBy(() ->
                        CaseReader.read(
                                CaseInput.ofResource(Cases.class.getClassLoader(), "no/such")))
                .isInstanceOf(ModelError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "/etc/passwd",
                "a/../../x",
                "C:\\x",
                "sources\\x",
                "a//../x"
            })
    void filesOutsideTheFolderAreRefused(String file) {
        String text = Cases.everythingText().replace("sources/observers.txt", file);
        assertThat(Cases.errors(text))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("not below the case's folder"));
    }

    @Test
    void linksOutOfTheFolderAreRefused(@TempDir Path folder) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("case/sources"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(inner.resolve("s.txt"), folder.resolve("secret.txt"));
        CaseInput input = CaseInput.of(folder.resolve("case"));
        assertThat(input.file("sources/s.txt")).isInstanceOf(CaseInput.FileContent.Refused.class);
        assertThat(input.file("sources/none.txt")).isInstanceOf(CaseInput.FileContent.Absent.class);
    }
}
