// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.detente.analysis.Table;

/// Writes tables as CSV (RFC 4180, UTF-8): the states, and what each analysis has found.
public final class CsvExporter implements Exporter {
    /// Made by [Formats].
    public CsvExporter() {}

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public String title() {
        return "tables: the states, and each analysis's own";
    }

    @Override
    public boolean isModel() {
        return false;
    }

    @Override
    public boolean isFolder() {
        return true;
    }

    @Override
    public Exported write(ExportJob job) {
        List<Table> tables = new ArrayList<>();
        if (!job.source().options().isEmpty()) {
            tables.add(StatesTable.of(job.model()));
        }
        tables.addAll(job.tables().get());
        if (tables.isEmpty()) {
            throw new ExportError(
                    "no analysis has a table for this case. Add options: with what each party can do.");
        }
        List<OutFile> files = new ArrayList<>();
        for (Table table : tables) {
            files.add(
                    new OutFile(
                            "%s-%s.csv".formatted(job.key(), table.name()),
                            out -> write(table, out)));
        }
        return new Exported(files, List.of());
    }

    private static void write(Table table, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writeRow(table.columns(), writer);
        try (Stream<List<String>> rows = table.rows().stream()) {
            for (Iterator<List<String>> i = rows.iterator(); i.hasNext(); ) {
                writeRow(i.next(), writer);
            }
        }
        writer.flush();
    }

    private static void writeRow(List<String> cells, Writer writer) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            writer.write(i == 0 ? "" : ",");
            writer.write(cell(cells.get(i)));
        }
        writer.write("\r\n");
    }

    private static String cell(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            plain &= ",\"\r\n".indexOf(text.charAt(i)) < 0;
        }
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
