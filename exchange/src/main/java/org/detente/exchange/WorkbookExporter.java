// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.detente.model.Case;
import org.detente.yaml.CaseWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a case as a workbook (`.xlsx`): a sheet each for parties, options, levels, rules,
/// statements, claims and so on, and one for what is left, as YAML. What is imported from it is the
/// same case.
public final class WorkbookExporter implements Exporter {
    private static final double LONGEST_WIDTH = 60;
    private static final double LEAST_WIDTH = 8;

    /// The date that every part of the archive bears, so that the same case gives the same bytes.
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// Made by [Formats].
    public WorkbookExporter() {}

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public String title() {
        return "a workbook that can be edited and imported again";
    }

    @Override
    public boolean isBinary() {
        return true;
    }

    @Override
    public Exported write(ExportJob job) {
        return new Exported(List.of(file(job.key(), job.source())), List.of());
    }

    /// The workbook of a case.
    static OutFile file(String key, Case source) {
        Object tree = CaseTree.read(CaseWriter.write(source));
        List<Sheet> sheets = WorkbookSheets.of(CaseTree.map(tree));
        return new OutFile(key + ".xlsx", out -> write(sheets, out));
    }

    private static void write(List<Sheet> sheets, OutputStream out) throws IOException {
        ByteArrayOutputStream dated = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(dated, "Detente", "1.0")) {
            for (Sheet sheet : sheets) {
                write(sheet, workbook.newWorksheet(sheet.name()));
            }
        }
        undated(dated.toByteArray(), out);
    }

    private static void write(Sheet sheet, Worksheet worksheet) {
        double[] widths = new double[sheet.columns().size()];
        java.util.Arrays.fill(widths, LEAST_WIDTH);
        write(sheet.columns(), 0, worksheet, widths);
        for (int column = 0; column < widths.length; column++) {
            worksheet.style(0, column).bold().set();
        }
        worksheet.freezePane(0, 1);
        for (int row = 0; row < sheet.rows().size(); row++) {
            write(sheet.rows().get(row), row + 1, worksheet, widths);
        }
        for (int column = 0; column < widths.length; column++) {
            worksheet.width(column, widths[column]);
        }
    }

    private static void write(List<String> cells, int row, Worksheet worksheet, double[] widths) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                worksheet.value(row, column, cell);
                widths[column] =
                        Math.max(widths[column], Math.min(LONGEST_WIDTH, cell.length() + 2.0));
            }
        }
    }

    /// The same archive without the time at which it was made.
    private static void undated(byte[] archive, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        try (ZipFile in = Archives.open(archive)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("docProps/core.xml")) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    content =
                            text.replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
                                    .getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(DATE);
                zip.putNextEntry(copy);
                zip.write(content);
                zip.closeEntry();
            }
        }
        zip.finish();
    }
}
