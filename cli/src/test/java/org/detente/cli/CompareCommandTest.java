// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String CASE =
            """
            detente: 1
            title: Two at a table
            parties: {a: {name: Alpha}, b: {name: Beta}}
            options:
              a.pay: {levels: {none: {}, some: {test: a receipt for half}, all: {}}}
              b.leave: {}
              b.shout: {}
            preferences:
              a: {values: {a.pay: {some: -2, all: -5}, b.leave: {yes: 4 to 10}}}
              b: {values: {a.pay: {some: 3, all: 6}, b.leave: {yes: -1}}}
            agreement:
              between: [a, b]
              covers: [a.pay, b.leave]
              otherwise: {values: {a: 1, b: 0}}
            views:
              wary: {preferences: {a: {values: {a.pay: {some: -2, all: -5}, b.leave: {yes: 1}}}}}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void writeTheCase() throws IOException {
        Files.writeString(folder.resolve("case.yaml"), CASE);
        Files.createDirectory(folder.resolve("packages"));
        Files.writeString(folder.resolve("packages/low.yaml"), "a.pay: some\nb.leave: yes\n");
        Files.writeString(folder.resolve("packages/high.yaml"), "a.pay: all\nb.leave: yes\n");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Ran compare(String a, String b, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "compare";
        arguments[1] = a;
        arguments[2] = b;
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Ran.of(arguments);
    }

    @Test
    void packagesAreComparedForEachPartyInItsOwnPoints() {
        Ran ran = compare("low", "high", "--case", folder.toString(), "--width", "200");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("Alpha loses 3, Beta gains 3", "One signatory's gain is another's loss")
                .contains("Both are acceptable to all who must agree.")
                .containsPattern("wary +not acceptable: Alpha falls 2 short")
                .contains("low is acceptable at 2 and high at 1");
    }

    @Test
    void packageFilesFindTheCaseAroundThem() {
        Ran ran = compare(file("packages/low.yaml"), file("packages/high.yaml"));
        assertThat(ran).isEqualTo(compare("low", "high", "--case", folder.toString()));
    }

    @Test
    void theOtherWayRoundTheSignsTurn() {
        Ran ran = compare("high", "low", "--case", folder.toString(), "--format", "json");
        assertThat(ran.out())
                .contains("\"kind\": \"packages\"")
                .containsPattern("\"change\": \\{\\s*\"a\": 3(\\.0)?,\\s*\"b\": -3");
    }

    @Test
    void viewsAreComparedByWhatTheySayAndWhatFollows() {
        Ran ran = compare("as-written", "wary", "--case", folder.toString(), "--width", "200");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .containsPattern("preferences\\.a\\.values\\.b\\.leave\\.yes +4 to 10 +1")
                .contains("exists under the case as written, not under wary");
    }

    @Test
    void casesAreComparedPartByPart() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(
                other.resolve("case.yaml"),
                CASE.replace("all: -5", "all: -6").replace("  b.shout: {}\n", ""));
        Ran ran = compare(folder.toString(), other.toString(), "--width", "200");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("differ in")
                .containsPattern("preferences\\.a\\.values\\.a\\.pay\\.all +-5 +-6")
                .contains("options.b.shout");
    }

    @Test
    void aCaseAndItselfSayTheSame() {
        Ran ran = compare("elmira", "elmira");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("elmira and elmira say the same");
    }

    @Test
    void unknownAndMixedNamesAreToldInOneMessage() {
        String here = folder.toString();
        assertThat(compare("wari", "low", "--case", here).err())
                .contains("Did you mean 'wary'?")
                .hasLineCount(1);
        assertThat(compare("wary", "low", "--case", here).err())
                .contains("wary is a view and low is a package")
                .hasLineCount(1);
        assertThat(compare("wary", "as-written").err()).contains("--case").hasLineCount(1);
        assertThat(compare("elmira", file("packages/low.yaml")).err())
                .contains("is a package")
                .hasLineCount(1);
        assertThat(compare("low", "high", "--case", here).err()).isEmpty();
    }

    @Test
    void everyMistakeOfBothPackagesIsTold() throws IOException {
        Files.writeString(folder.resolve("x.yaml"), "a.pya: all\nb.leave: true\n");
        Files.writeString(folder.resolve("y.yaml"), "b.shout: yes\n");
        Ran ran = compare(file("x.yaml"), file("y.yaml"));
        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).hasLineCount(3).contains("x.yaml:1:1", "x.yaml:2:10", "y.yaml:1:1");
    }

    @Test
    void namedPackagesAreLookedUpInTheAnswer() {
        Ran ran =
                Ran.of(
                        "analyze",
                        folder.toString(),
                        "--only",
                        "agreements",
                        "--package",
                        "low",
                        "--package",
                        file("packages/high.yaml"));
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("How low stands", "How high stands");
        Ran missing = Ran.of("analyze", folder.toString(), "--package", "lwo");
        assertThat(missing.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(missing.err()).contains("Did you mean 'low'?").hasLineCount(1);
        assertThat(Ran.of("analyze", "elmira", "--package", "low").err())
                .contains("no agreement")
                .hasLineCount(1);
        assertThat(Ran.of("analyze", folder.toString(), "--only", "map", "--package", "low").err())
                .contains("--only")
                .hasLineCount(1);
    }

    @Test
    void aPackagesStateCanBeExplained() {
        Ran ran = Ran.of("explain", folder.toString(), "--package", "high");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo(Ran.of("explain", folder.toString(), "--state", "5").out());
    }

    @Test
    void comparisonsAreWrittenAsPagesToo() throws IOException {
        Path page = folder.resolve("c.html");
        assertThat(
                        compare(
                                        "low",
                                        "high",
                                        "--case",
                                        folder.toString(),
                                        "--format",
                                        "html",
                                        "-o",
                                        page.toString())
                                .code())
                .isZero();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>");
    }
}
