// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.detente.model.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseWriterTest {
    private static void assertSurvives(Case model) {
        String written = CaseWriter.write(model);
        Case again = Cases.read(written).model();
        assertThat(again).isEqualTo(model);
        assertThat(CaseWriter.write(again)).isEqualTo(written);
    }

    @Test
    void everyPowerSurvivesWritingAndReading() {
        assertSurvives(CaseReader.read(Cases.everything()).model());
    }

    @ParameterizedTest
    @MethodSource("org.detente.yaml.BrokenCases#oddButFine")
    void otherSpellingsSurvive(Edit edit) {
        assertSurvives(Cases.read(edit.applied(Cases.everythingText())).model());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~", "null", "yes", "1914", "- a", "a: b", "#x", "'", "\\\"", "\\n", "é “q” …",
                "[x", "{x", "*x", "&x", "!x", "%x", "@x", "x #y", "😀", "\\u0007", "true", "1e3"
            })
    void oddWordsSurvive(String words) {
        String title = "\"a" + words + "b\"";
        assertSurvives(Cases.read(Cases.SMALLEST.replace("Two doors", title)).model());
        assertSurvives(
                Cases.read(
                                Cases.SMALLEST.replace(
                                        "{name: Anna}",
                                        "{name: \"" + words + "x\", note: \"x" + words + "\"}"))
                        .model());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7%",
                "0.1%",
                "29%",
                "33.3% to 66.7%",
                "0.07",
                "1e-9",
                "-1e15",
                "123456789.125",
                "0",
                "normal(0.1, 0.05)",
                "1 to 2, likely 1.7",
                "1e-300",
                "5e-324"
            })
    void numbersSurvive(String number) {
        assertSurvives(Cases.read(Cases.SMALLEST + "assumptions: {x: '" + number + "'}\n").model());
    }

    @Test
    void optionsThatAreNotTogetherStayInTheirOrder() {
        assertSurvives(
                Cases.read(
                                """
                                detente: 1
                                title: Order
                                parties: {a: , b: }
                                options: {a.x: , b.y: , a.z: {levels: ['1', two, 'three four']}}
                                same: ["a.z = '1' or a.z in {two, 'three four'}"]
                                """)
                        .model());
    }

    @Test
    void everyCaseOfTheRepositorySurvives() throws IOException {
        List<Path> files;
        try (Stream<Path> folders =
                Files.list(Path.of(System.getProperty("detente.root", ".."), "cases"))) {
            files = folders.map(f -> f.resolve("case.yaml")).filter(Files::exists).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            CaseInput original = CaseInput.of(file);
            Case model = CaseReader.read(original).model();
            byte[] written = CaseWriter.write(model).getBytes(StandardCharsets.UTF_8);
            assertThat(CaseReader.read(new MemoryInput(written, original)).model())
                    .as(file.toString())
                    .isEqualTo(model);
        }
    }
}
