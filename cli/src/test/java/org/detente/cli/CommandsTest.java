// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final String SMALL =
            """
            detente: 1
            title: A small one
            parties: {a: {}, b: {}}
            options: {a.go: {}, b.go: {}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analyze",
                "check",
                "explain",
                "report",
                "compare",
                "cases",
                "analyses",
                "schema",
                "completion"
            })
    void helpTeachesByExample(String command) {
        Ran ran = Ran.of(command, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("Usage: detente " + command, "Examples:", "detente " + command);
    }

    @Test
    void aSignatoryWhoStatesNothingIsNamed(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("case.yaml"),
                """
                detente: 1
                title: One speaks
                parties: {a: {name: Alpha}, b: {name: Beta}}
                options: {a: {x: {levels: [none, half]}}}
                outcomes: {other: otherwise}
                preferences:
                  a: {prefer: [a.x = none over a.x = half]}
                agreement: {between: [a, b], covers: [a.x]}
                """);
        Ran ran = Ran.of("analyze", folder.toString(), "--only", "agreements");
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err())
                .contains("needs preferences.b.prefer, which")
                .doesNotContain("preferences.a", "otherwise");
    }

    @Test
    void whatHoldsWhateverFitsTheStatementsIsToldFirst() {
        String stated = Ran.of("analyze", "jcpoa-2015", "--only", "map,agreements").out();
        assertThat(stated.indexOf("Agreements:")).isPositive().isLessThan(stated.indexOf("Map:"));
        String pointed = Ran.of("analyze", "harbour-lease", "--only", "map,agreements").out();
        assertThat(pointed.indexOf("Map:")).isPositive().isLessThan(pointed.indexOf("Agreements:"));
    }

    @Test
    void aWrongChoiceIsToldInTheWordsThatUsersWrite() {
        for (List<String> wrong :
                List.of(
                        List.of("--coalitions", "bad", "write one of named, all, none."),
                        List.of("--format", "bad", "write one of text, json, markdown, html."),
                        List.of("--threads", "many", "write a whole number"),
                        List.of("--seed", "1.5", "write a whole number"))) {
            Ran ran = Ran.of("analyze", "elmira", wrong.get(0), wrong.get(1));
            assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(ran.err())
                    .startsWith("detente: %s is '%s'; ".formatted(wrong.get(0), wrong.get(1)))
                    .contains(wrong.get(2));
        }
    }

    @Test
    void noCommandShowsTheHelp() {
        assertThat(Ran.of().out()).isEqualTo(Ran.of("--help").out()).contains("DETENTE_HEAP");
    }

    @Test
    void versionIsOneLine() {
        assertThat(Ran.of("--version").out()).matches("detente \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void unknownCommandNamesTheNearest() {
        Ran ran = Ran.of("anlyze", "elmira");
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("analyze");
    }

    @Test
    void unknownCaseNamesTheNearest() {
        Ran ran = Ran.of("analyze", "us-iran-2025");
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("us-iran-2025", "us-iran-2026").hasLineCount(1);
    }

    @Test
    void unknownAnalysisNamesTheNearest() {
        Ran ran = Ran.of("analyze", "elmira", "--only", "stabilty");
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err()).contains("'stability'").hasLineCount(1);
    }

    @Test
    void unknownViewAndOutcomeNameTheNearest() {
        Ran view = Ran.of("analyze", "us-iran-2026-core", "--view", "defianc");
        assertThat(view.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(view.err()).contains("'defiance'");
        Ran outcome = Ran.of("explain", "us-iran-2026-core", "--outcome", "dael");
        assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(outcome.err()).contains("'deal'");
    }

    @Test
    void analysisThatLacksAKeyIsSkippedUnlessAskedFor(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("case.yaml");
        Files.writeString(
                file,
                """
                detente: 1
                title: Terms only
                parties: {a: {}, b: {}}
                agreement: {between: [a, b], terms: {length: {levels: [short, long]}}}
                """);
        Ran all = Ran.of("analyze", folder.toString());
        assertThat(all.code()).isZero();
        assertThat(all.out()).contains("'stability' needs options");
        Ran named = Ran.of("analyze", folder.toString(), "--only", "stability");
        assertThat(named.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(named.err()).contains("options");
        assertThat(named.out()).isEmpty();
    }

    @Test
    void stateThatCannotBeNamesItsRule() {
        Ran beyond = Ran.of("explain", "prisoners-dilemma", "--state", "4");
        assertThat(beyond.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(beyond.err()).contains("0 to 3");
    }

    private static final String STATED =
            """
            detente: 1
            title: Statements only
            parties: {a: {name: Alpha}, b: {name: Beta}}
            options: {a: {give: {levels: [little, much]}}}
            preferences:
              a:
                prefer: [a.give = little over a.give = much]
                packages: [{better: {a.give: little}, worse: otherwise}]
              b:
                prefer: [a.give = much over a.give = little]
                packages: [{better: {a.give: little}, worse: otherwise}]
            agreement: {between: [a, b], covers: [a.give]}
            """;

    @Test
    void statementsAloneSayWhatIsAcceptable(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("case.yaml"), STATED);
        Ran text = Ran.of("analyze", folder.toString(), "--only", "agreements");
        assertThat(text.code()).isZero();
        assertThat(text.out())
                .contains(
                        "Whatever fits what the parties state, 1 package of 2 that the rules allow")
                .contains("missing: agreement.otherwise");
        Ran json = Ran.of("analyze", folder.toString(), "--format", "json");
        assertThat(json.out()).contains("\"stated\"", "\"settles\"", "\"value\": \"all\"");
    }

    @Test
    void whatHoldsUnderSomeViewsOnlyIsToldSo(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("case.yaml"),
                STATED
                        + """
                        views:
                          same: {name: Same}
                          other:
                            name: Other
                            preferences:
                              b: {packages: [{better: otherwise, worse: {a.give: little}}]}
                        """);
        Ran ran = Ran.of("analyze", folder.toString(), "--only", "agreements", "--width", "300");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("1 is in the case as written, but not under every view,")
                .contains("Of 1 package open to it that was looked at,");
    }

    @Test
    void exactNumbersHaveACentreWithoutDraws(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("case.yaml"),
                """
                detente: 1
                title: Exact
                parties: {a: {name: Alpha}, b: {name: Beta}}
                options: {a: {give: {levels: [little, much]}}}
                preferences:
                  a:
                    values: {a.give: {much: -1}}
                    prefer: [a.give = little over a.give = much]
                  b: {values: {a.give: {much: 2}}}
                agreement: {between: [a, b], covers: [a.give], otherwise: {values: {a: -2, b: 1}}}
                """);
        Ran ran = Ran.of("analyze", folder.toString(), "--only", "agreements", "--width", "300");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("At the centre of what fits (one reading among all of them,")
                .doesNotContain("mean of 0 draws");
    }

    @Test
    void pointsThatNameAnAssumptionBelongToAContradictionItMakes(@TempDir Path folder)
            throws Exception {
        // much is worth k and so is the term: k > 2 by the one comparison, 2 > k by the other.
        Files.writeString(
                folder.resolve("case.yaml"),
                """
                detente: 1
                title: One number in two places
                parties: {a: {name: Alpha}, b: {name: Beta}}
                options: {a: {give: {levels: [little, half, much]}}}
                assumptions: {k: {value: 1 to 3}}
                preferences:
                  a:
                    values: {a.give: {half: 2, much: k}, terms.x: {yes: k}}
                    prefer: [a.give = much over a.give = half]
                    packages: [{better: {a.give: half}, worse: {terms.x: yes}}]
                agreement: {between: [a, b], covers: [a.give], terms: {x: {text: X}}}
                """);
        Ran ran = Ran.of("check", folder.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err())
                .contains(
                        "no smaller set",
                        "(preferences.a.prefer[0])",
                        "(preferences.a.packages[0])",
                        "`a.give: {half: 2, much: k}` (preferences.a.values.a.give)",
                        "`terms.x: {yes: k}` (preferences.a.values.terms.x)");
    }

    @Test
    void statementsThatContradictOneAnotherAreAnErrorInTheirOwnWords(@TempDir Path folder)
            throws Exception {
        Files.writeString(
                folder.resolve("case.yaml"),
                STATED.replace(
                        "[a.give = much over a.give = little]",
                        "[a.give = much over a.give = little, a.give = little over a.give = much]"));
        for (String command : new String[] {"check", "analyze"}) {
            Ran ran = Ran.of(command, folder.toString());
            assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .contains("case.yaml:10:")
                    .contains(
                            "of Beta these cannot hold together",
                            "`a.give = much over a.give = little` (preferences.b.prefer[0])",
                            "`a.give = little over a.give = much` (preferences.b.prefer[1])");
        }
    }

    @Test
    void caseIsAFolderOrAFile(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("case.yaml"), SMALL);
        Ran byFolder = Ran.of("analyze", folder.toString());
        assertThat(byFolder.code()).isZero();
        assertThat(byFolder).isEqualTo(Ran.of("analyze", folder.resolve("case.yaml").toString()));
    }

    @Test
    void emptyFolderSaysWhatIsMissing(@TempDir Path folder) {
        Ran ran = Ran.of("check", folder.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err()).contains("case.yaml").hasLineCount(1);
    }

    @Test
    void problemsOfACaseGoToStandardError(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("case.yaml"),
                SMALL + "rules: {x: {never: c.go}, y: {nevr: a.go}}\n");
        Ran ran = Ran.of("check", folder.toString());
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines().count()).isGreaterThanOrEqualTo(2);
        assertThat(ran.err().lines()).allSatisfy(line -> assertThat(line).contains("case.yaml:5:"));
    }

    @Test
    void tooManyStatesIsAClearError() {
        Ran ran = Ran.of("analyze", "elmira", "--max-states", "8");
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err()).contains("--max-states", "options").hasLineCount(1);
    }

    @Test
    void limitCutsPrintedListsOnly() {
        Ran whole = Ran.of("analyze", "elmira", "--only", "stability", "--format", "json");
        Ran cut =
                Ran.of(
                        "analyze",
                        "elmira",
                        "--only",
                        "stability",
                        "--format",
                        "json",
                        "--limit",
                        "1");
        assertThat(cut.code()).isEqualTo(whole.code());
        assertThat(cut.out()).isNotEqualTo(whole.out());
        assertThat(counts(cut)).isEqualTo(counts(whole)).isNotEmpty();
        assertThat(cut.out()).contains("\"omitted\"", "\"complete\": true");
    }

    private static List<String> counts(Ran ran) {
        return Pattern.compile("\"count\": \\d+")
                .matcher(ran.out())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void threadsDoNotChangeAByte() {
        for (String format : new String[] {"json", "text", "markdown"}) {
            Ran one = Ran.of("analyze", "elmira", "--format", format, "--threads", "1");
            Ran two = Ran.of("analyze", "elmira", "--format", format, "--threads", "2");
            assertThat(two).isEqualTo(one);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "check", "explain"})
    void asciiTerminalGetsAscii(String command) {
        Ran ran = Ran.with(StandardCharsets.US_ASCII, Map.of(), command, "us-iran-2026-core");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isNotEmpty().doesNotContain("\uFFFD").doesNotContain("\u001B");
    }

    @Test
    void linesAreAsWideAsTheTerminal() {
        Map<String, String> narrow = Map.of("COLUMNS", "50");
        Ran ran = Ran.with(StandardCharsets.UTF_8, narrow, "analyze", "elmira");
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(56));
        assertThat(ran.out())
                .isEqualTo(Ran.of("analyze", "elmira", "--width", "50").out())
                .isNotEqualTo(Ran.of("analyze", "elmira").out());
    }

    @Test
    void coloursComeOnlyWhenAskedFor() {
        assertThat(Ran.of("analyze", "elmira").out()).doesNotContain("\u001B[");
        assertThat(Ran.of("analyze", "elmira", "--color", "always").out()).contains("\u001B[");
    }

    @Test
    void outputGoesToAFolderUnderTheCasesName(@TempDir Path folder) {
        Ran ran = Ran.of("analyze", "elmira", "--format", "json", "-o", folder.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(folder.resolve("elmira.json"))
                .content()
                .isEqualTo(Ran.of("analyze", "elmira", "--format", "json").out());
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void outputWithoutAFolderIsToldBeforeTheWork(@TempDir Path folder) {
        Ran ran = Ran.of("report", "elmira", "-o", folder.resolve("no/such/r.html").toString());
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err()).contains("there is no folder").hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void reportIsOnePage(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("r.html");
        assertThat(Ran.of("report", "elmira", "-o", page.toString()).code()).isZero();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("<svg");
        Path markdown = folder.resolve("r.md");
        assertThat(Ran.of("report", "elmira", "-o", markdown.toString()).code()).isZero();
        assertThat(Files.readString(markdown)).startsWith("# ");
    }

    @Test
    void everyBundledCaseIsListedAndInOrder() {
        Ran list = Ran.of("cases", "--width", "200");
        assertThat(Bundled.names()).isNotEmpty();
        for (String name : Bundled.names()) {
            assertThat(list.out()).contains(name);
            assertThat(Ran.of("check", name).code()).as(name).isZero();
        }
    }

    @Test
    void completionKnowsCommandsOptionsAndCases() {
        assertThat(Ran.of("completion").out())
                .contains("analyze", "--max-states", "elmira", "complete -F");
    }

    @Test
    void schemaIsTheOneForEditors() {
        assertThat(Ran.of("schema").out()).contains("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void wrongNumbersAreToldInOneLine() {
        assertThat(Ran.of("analyze", "elmira", "--limit", "-1").err()).contains("at least 0");
        assertThat(Ran.of("analyze", "elmira", "--threads", "0").err()).contains("at least 1");
        assertThat(Ran.of("analyze", "elmira", "--width", "5").err()).contains("at least 20");
        assertThat(Ran.of("analyze", "elmira", "--seed", "x").code())
                .isEqualTo(ExitCode.WRONG_INPUT);
    }
}
