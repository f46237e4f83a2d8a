// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Import and export as a user meets them; and the page about them shows what they print.
class ExchangeTest {
    private static final Path PAGE = Path.of("..", "docs", "exchange.md");
    private static final Path FILES =
            Path.of("..", "exchange", "src", "test", "resources", "org", "detente", "exchange");

    /// A short relative path, so that lines break where the page has them.
    private static final Path FOLDER = Path.of("target", "exchange");

    private static final Pattern SHOWN =
            Pattern.compile("(?s)```\n\\$ \\./detente ([^\n]*)\n(.*?)```");

    @BeforeEach
    void copyTheFilesOfThePage() throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                Files.write(FOLDER.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private static String at(String name) {
        return FOLDER.resolve(name) + (name.endsWith("/") ? "/" : "");
    }

    /// Runs a command in the folder that all tests share, over what another test has left there.
    private static Ran run(String command) {
        return Ran.of(
                Arrays.stream(
                                command.startsWith("import ")
                                        ? (command + " --force").split(" ")
                                        : command.split(" "))
                        .map(word ->
                                word.matches(".*[./].*") || word.equals("inspection")
                                        ? at(word)
                                        : word)
                        .toArray(String[]::new));
    }

    @Test
    void thePageShowsWhatTheCommandsPrint() throws Exception {
        List<MatchResult> shown = SHOWN.matcher(Files.readString(PAGE)).results().toList();
        assertThat(shown).hasSizeGreaterThan(3);
        for (MatchResult one : shown) {
            Ran ran = run(one.group(1));
            assertThat(words((ran.out() + ran.err()).replace(FOLDER + "/", "")))
                    .as(one.group(1))
                    .isEqualTo(words(one.group(2)));
        }
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @Test
    void theFileOfThePageIsTheOneThatIsTested() throws Exception {
        assertThat(Files.readString(PAGE))
                .contains(Files.readString(FILES.resolve("inspection.gmcr")));
    }

    @Test
    void importDoesNotWriteOverWhatIsThere(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("case.yaml"), "mine");
        String[] command = {
            "import", FILES.resolve("inspection.gmcr").toString(), "-o", folder.toString()
        };
        Ran refused = Ran.of(command);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("is there already").contains("--force");
        assertThat(folder.resolve("case.yaml")).hasContent("mine");
    }

    @Test
    void whatIsImportedCanBeAnalyzed() {
        assertThat(
                        run("import orchard-domain.xml orchard-upper.xml orchard-lower.xml -o orchard/")
                                .code())
                .isZero();
        Ran ran = Ran.of("analyze", at("orchard/"), "--only", "agreements");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Agreements");
    }

    @Test
    void aModelInOneFileIsAnalyzedInPlaceOfACase() {
        for (String file : List.of("inspection.gmcr", "ferry.nfg")) {
            assertThat(run("import " + file + " -o in-place/").code()).isZero();
            Ran imported = Ran.of("analyze", at("in-place/"), "--only", "stability");
            Ran direct = Ran.of("analyze", at(file), "--only", "stability");
            assertThat(direct.code()).as(direct.err()).isZero();
            assertThat(answer(direct)).isEqualTo(answer(imported));
        }
        assertThat(Ran.of("check", at("inspection.gmcr")).err()).isEmpty();
        assertThat(Ran.of("check", at("ferry.nfg")).err())
                .contains("2 things in it are not carried over as they stand")
                .contains("lists what became of them");
    }

    /// What is told of the model, without its title and whom it was read from.
    private static String answer(Ran ran) {
        return ran.out().substring(ran.out().indexOf("Stability:"));
    }

    @Test
    void aBrokenModelInPlaceOfACaseIsToldInOneLine(@TempDir Path folder) throws Exception {
        Path broken = Files.writeString(folder.resolve("x.gmcr"), "{\"decisionMakers\": [}");
        Ran ran = Ran.of("analyze", broken.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err()).contains("x.gmcr:1:").hasLineCount(1);
        assertThat(ran.out()).isEmpty();
        Ran missing = Ran.of("analyze", folder.resolve("nowhere.gmcr").toString());
        assertThat(missing.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(missing.err()).hasLineCount(1);
    }

    @Test
    void everyFormIsWritten(@TempDir Path folder) {
        for (String form : new ExportCommand.Forms()) {
            boolean negotiation = form.startsWith("genius");
            Ran ran =
                    Ran.of(
                            "export",
                            negotiation ? "harbour-lease" : "elmira",
                            "--to",
                            form,
                            "-o",
                            folder.resolve(form) + "/");
            assertThat(ran.code()).as(form).isZero();
            assertThat(folder.resolve(form)).isNotEmptyDirectory();
        }
    }

    @Test
    void aBundledCaseComesBackFromItsWorkbook(@TempDir Path folder) throws Exception {
        Path workbook = folder.resolve("elmira.xlsx");
        assertThat(Ran.of("export", "elmira", "--to", "xlsx", "-o", workbook.toString()).code())
                .isZero();
        assertThat(
                        Ran.of(
                                        "import",
                                        workbook.toString(),
                                        "-o",
                                        folder.resolve("case").toString())
                                .code())
                .isZero();
        Ran here = Ran.of("analyze", folder.resolve("case").toString(), "--format", "json");
        assertThat(here.out()).isEqualTo(Ran.of("analyze", "elmira", "--format", "json").out());
    }

    @Test
    void brokenFilesLeaveNothingBehind(@TempDir Path folder) throws Exception {
        Path broken = Files.writeString(folder.resolve("x.gmcr"), "{\"decisionMakers\": [}");
        Ran ran = Ran.of("import", broken.toString(), "-o", folder.resolve("case").toString());
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err()).contains("x.gmcr:1:").hasLineCount(1);
        assertThat(ran.out()).isEmpty();
        assertThat(folder.resolve("case")).doesNotExist();
    }

    @Test
    void whatIsAskedForWrongIsToldInOneLine(@TempDir Path folder) {
        assertThat(Ran.of("import", "nowhere.gmcr", "-o", folder.toString()).err())
                .contains("there is no file nowhere.gmcr")
                .hasLineCount(1);
        assertThat(Ran.of("export", "elmira", "--to", "gmrc").err())
                .contains("gmcr")
                .hasLineCount(1);
        assertThat(Ran.of("export", "elmira", "--to", "csv").err())
                .contains("Name a folder")
                .hasLineCount(1);
        assertThat(Ran.of("export", "elmira", "--to", "genius", "-o", folder.toString()).err())
                .contains("no agreement")
                .hasLineCount(1);
    }

    @Test
    void aFileOnStandardOutputIsTheFileAlone() {
        Ran ran = Ran.of("export", "elmira", "--to", "gmcr");
        assertThat(ran.out()).startsWith("{\"program\"").hasLineCount(1);
        assertThat(ran.err()).contains("claims");
    }

    @Test
    void onlyTheCommandThatIsAskedForIsSetUp() {
        // Setting up import or export would load classes that no other command needs.
        assertThat(Detente.commandLine(silent(), "check").getSubcommands())
                .containsOnlyKeys("check");
    }

    private static Terminal silent() {
        return new Terminal(
                java.io.OutputStream.nullOutputStream(),
                java.io.OutputStream.nullOutputStream(),
                false,
                false,
                java.nio.charset.StandardCharsets.UTF_8,
                java.nio.charset.StandardCharsets.UTF_8,
                java.util.Map.of());
    }
}
