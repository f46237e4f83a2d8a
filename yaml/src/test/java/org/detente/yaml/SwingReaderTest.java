// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.ItemRef;
import org.detente.model.ModelError;
import org.detente.model.PartialDate;
import org.detente.model.PreferencePart;
import org.detente.model.PreferencePart.Gap;
import org.detente.model.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Swings with measures and with what is left open, and who said so.
class SwingReaderTest {
    private static final String HEAD =
            """
            detente: 1
            title: Swings
            cutoff: 2026-02-25
            parties: {a: {}, b: {}}
            options: {a: {x: {levels: [l0, l1]}, y: {}}, b: {z: {}}}
            outcomes: {both: a.y and b.z}
            preferences:
              a:
                swings:
            """;
    private static final Said SAID = new Said("A. Expert", new PartialDate(2026, 2, 25));

    @TempDir private Path folder;

    private Case read(String yaml) throws Exception {
        Files.writeString(folder.resolve("case.yaml"), yaml);
        return CaseReader.read(CaseInput.of(folder)).model();
    }

    private static PreferencePart.Swings swings(Case model) {
        return Objects.requireNonNull(
                Objects.requireNonNull(model.preferencesOf("a")).part(PreferencePart.Swings.class));
    }

    @Test
    void measuresAndWhatIsOpenComeBackAsWritten() throws Exception {
        Case model =
                read(
                        HEAD
                                + """
                                      items: [a.x, a.y, b.z]
                                      by how much: {a.y: clearly, b.z: {times: 2 to 4, by: A. Expert, on: 2026-02-25}}
                                      open: [a.x, both, otherwise]
                                      by: A. Expert
                                      on: 2026-02-25
                                """);
        PreferencePart.Swings swings = swings(model);
        assertThat(swings.gaps())
                .containsExactly(
                        new Gap(new ItemRef.OptionRef("a", "y"), 1.5, 3.0, Basis.ASSUMED),
                        new Gap(new ItemRef.OptionRef("b", "z"), 2, 4.0, Basis.of(SAID)));
        assertThat(swings.open().items()).containsExactly(new ItemRef.OptionRef("a", "x"));
        assertThat(swings.open().conditions()).hasToString("[both]");
        assertThat(swings.open().otherwise()).isTrue();
        assertThat(swings.basis()).isEqualTo(Basis.of(SAID));
        assertThat(read(CaseWriter.write(model))).isEqualTo(model);
    }

    @Test
    void everyMeasureComesBack() throws Exception {
        for (String times : List.of("slightly", "clearly", "far", "at least 4", "2", "1.5 to 2")) {
            Case model =
                    read(
                            HEAD
                                    + "      items: [a.x, a.y]\n      by how much: {a.y: %s}\n"
                                            .formatted(times));
            assertThat(read(CaseWriter.write(model))).isEqualTo(model);
            assertThat(CaseWriter.write(model)).contains(times);
        }
    }

    @Test
    void mistakesAreToldWithTheirPlace() throws Exception {
        String yaml =
                HEAD
                        + """
                              items: [a.x, a.y]
                              by how much: {a.x: far, b.z: far, a.y: much}
                              by: A. Expert
                        """;
        Files.writeString(folder.resolve("case.yaml"), yaml);
        ModelError error =
                catchThrowableOfType(ModelError.class, () -> CaseReader.read(CaseInput.of(folder)));
        assertThat(error.problems().stream().map(p -> p.line("c")))
                .anySatisfy(l -> assertThat(l).contains("is the first of the order"))
                .anySatisfy(l -> assertThat(l).contains("is not in the order"))
                .anySatisfy(l -> assertThat(l).contains("Add on: with the date"))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(error.problems()).allSatisfy(p -> assertThat(p.place()).isNotNull());
    }

    @Test
    void aViewSaidAfterTheCutoffGetsAWarning() throws Exception {
        Files.writeString(
                folder.resolve("case.yaml"),
                HEAD
                        + "      [a.x, a.y]\nviews: {v: {by: A. Expert, on: 2026-03-01, preferences: {a: {swings: [a.y, a.x]}}}}\n");
        LoadedCase loaded = CaseReader.read(CaseInput.of(folder));
        assertThat(loaded.warnings())
                .singleElement()
                .satisfies(w ->
                        assertThat(w.line("c"))
                                .contains("was said on 1 March 2026, after the cutoff"));
    }
}
