// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.detente.model.Case;
import org.detente.model.Difference;
import org.detente.model.ModelError;
import org.detente.model.Setting;
import org.detente.yaml.CaseInput.FileContent;
import org.junit.jupiter.api.Test;

class PackageReaderTest {
    private static final String CASE =
            """
            detente: 1
            title: T
            parties: {us: {}, iran: {}}
            options: {us.relief: {levels: [none, some, all]}, us.strike: {}, iran.stop: {}}
            preferences: {us: {order: [iran.stop, us.relief = none]}}
            agreement:
              between: [us, iran]
              covers: [us.relief, iran.stop]
              terms: {length: {levels: ['5 years', '9 years']}}
            """;

    private static Case model(String text) {
        return Cases.read(text).model();
    }

    private static List<Setting> read(String text) {
        return PackageReader.read(
                new FileContent.Bytes(text.getBytes(StandardCharsets.UTF_8)),
                "p.yaml",
                model(CASE));
    }

    private static List<String> mistakes(String text) {
        ModelError error = catchThrowableOfType(ModelError.class, () -> read(text));
        return error.problems().stream().map(p -> p.line("p.yaml")).toList();
    }

    @Test
    void aPackageIsItsItemsWithLevels() {
        assertThat(read("us.relief: all # much\niran.stop: no\nterms.length: 9 years\n"))
                .hasToString("[us.relief = all, iran.stop = no, terms.length = 9 years]");
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsPlace() {
        assertThat(
                        mistakes(
                                """
                                us.releif: all
                                us.strike: yes
                                terms.length: 7 years
                                iran.stop: yes
                                iran.stop: no
                                us.relief:
                                """))
                .satisfiesExactly(
                        l -> assertThat(l).contains("p.yaml:1:1", "Did you mean us.relief?"),
                        l -> assertThat(l).contains("p.yaml:2:1", "does not fix"),
                        l -> assertThat(l).contains("p.yaml:3:15", "5 years and 9 years"),
                        l -> assertThat(l).contains("p.yaml:5:1", "twice"),
                        l -> assertThat(l).contains("p.yaml:6:11", "none, some and all"));
    }

    @Test
    void whatIsNoPackageIsOneMessage() {
        for (String text : List.of("", "# nothing\n", "{}", "- a\n", "us: {relief: all}\n", "[")) {
            assertThat(mistakes(text)).as(text).hasSize(1);
        }
        assertThat(mistakes("#" + "x".repeat(PackageReader.MOST_BYTES)).getFirst())
                .contains("1 MiB");
    }

    @Test
    void differencesHaveTheirPathsAndBothWordings() {
        Case before = model(CASE);
        assertThat(CaseDiff.of(before, before)).isEmpty();
        Case after =
                model(
                        CASE.replace(
                                        "[iran.stop, us.relief = none]",
                                        "[us.relief = none, iran.stop]")
                                .replace(
                                        "[none, some, all]", "{none: {}, some: {}, all: {text: x}}")
                                .replace("title: T", "title: U"));
        assertThat(CaseDiff.of(before, after))
                .containsExactly(
                        new Difference("title", "T", "U"),
                        new Difference("options.us.relief.levels.all.text", null, "x"),
                        new Difference(
                                "preferences.us.order",
                                "in the order [iran.stop, us.relief = none]",
                                "in the order [us.relief = none, iran.stop]"));
    }

    @Test
    void swappedSidesSwapEveryDifference() {
        Case before = model(CASE);
        Case after =
                model(
                        CASE.replace("us.strike: {}, ", "")
                                .replace("covers: [us.relief, ", "covers: ["));
        assertThat(CaseDiff.of(after, before))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        CaseDiff.of(before, after).stream()
                                .map(d -> new Difference(d.path(), d.after(), d.before()))
                                .toList());
    }
}
