// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.detente.model.Case;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseReader;
import org.detente.yaml.CaseWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/// Workbooks, in and out.
class WorkbookTest {
    private static Case everything() {
        Path root = Path.of(System.getProperty("detente.root", ".."));
        return CaseReader.read(
                        CaseInput.of(root.resolve("yaml/src/test/resources/cases/everything")))
                .model();
    }

    @Test
    void everyPowerOfTheFormatComesBack() {
        Case source = everything();
        assertThat(CaseWriter.write(Trial.read(Trial.workbook(source)).model()))
                .isEqualTo(CaseWriter.write(source));
    }

    @Test
    void theSameCaseGivesTheSameBytes() throws Exception {
        byte[] once = Trial.workbook(everything()).bytes();
        Thread.sleep(1100);
        assertThat(Trial.workbook(everything()).bytes()).isEqualTo(once);
    }

    /// A workbook as a person makes it: numbers, dates and truth values as such, columns in any
    /// order, some sheets only.
    private static byte[] byHand(String order) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "hand", "1.0")) {
            Worksheet head = workbook.newWorksheet("Case");
            row(head, 0, "Key", "Value");
            row(head, 1, "title", "By hand");
            head.value(2, 0, "cutoff");
            head.value(2, 1, LocalDate.of(2026, 2, 25));
            head.style(2, 1).format("yyyy-MM-dd").set();
            Worksheet parties = workbook.newWorksheet("parties");
            row(parties, 0, "name", "id", "mood");
            row(parties, 1, "Side A", "a", "calm");
            row(parties, 2, "Side B", "b", "");
            Worksheet options = workbook.newWorksheet("options");
            row(options, 0, "option");
            row(options, 1, "a.go");
            row(options, 3, "b.go");
            Worksheet statements = workbook.newWorksheet("statements");
            row(statements, 0, "party", "kind", "item", "level", "statement", "points");
            row(statements, 1, "a", "order", "", "", order);
            row(statements, 2, "b", "values", "b.go", "yes");
            statements.value(2, 5, 0.1);
            workbook.newWorksheet("scratch").value(1, 0, "my own notes");
        }
        return out.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                sheet.value(row, column, cells[column]);
            }
        }
    }

    @Test
    void aWorkbookMadeByHandIsRead() throws Exception {
        Imported imported = Trial.read(new ForeignFile("hand.xlsx", byHand("not b.go")));
        assertThat(Trial.yaml(imported.model()))
                .contains("title: By hand", "cutoff: 2026-02-25", "- not b.go", "b.go: {yes: 0.1}");
        assertThat(imported.losses())
                .extracting(Loss::where)
                .containsExactlyInAnyOrder("sheet parties, column mood", "sheet scratch");
    }

    @Test
    void aProblemIsToldWithItsSheetAndRow() {
        assertThatThrownBy(() -> Trial.read(new ForeignFile("hand.xlsx", byHand("not c.go"))))
                .isInstanceOf(ImportError.class)
                .hasMessageContaining("sheet statements, row 2")
                .hasMessageContaining("c.go");
    }

    @Test
    void anArchiveThatIsNoWorkbookIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Trial.read(new ForeignFile("a.zip", out.toByteArray())))
                .isInstanceOf(ImportError.class)
                .hasMessageContaining("no workbook");
    }

    @Test
    void anArchiveThatDeclaresEntitiesIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Trial.read(new ForeignFile("a.xlsx", out.toByteArray())))
                .isInstanceOf(ImportError.class)
                .hasMessageContaining("document type");
    }

    @Test
    void aBrokenWorkbookIsRefused() throws Exception {
        byte[] whole = Trial.workbook(everything()).bytes();
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThatThrownBy(() -> Trial.read(new ForeignFile("half.xlsx", half)))
                .isInstanceOf(ImportError.class);
        assertThat(Files.exists(Path.of("half.xlsx"))).isFalse();
    }
}
