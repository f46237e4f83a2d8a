// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.detente.model.Case;
import org.detente.model.ModelError;
import org.detente.model.Place;
import org.detente.model.Problem;
import org.detente.model.Source;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseReader;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/// Reads a case from a workbook (`.xlsx`) with the sheets that the exporter writes. What stands in
/// them is checked as a `case.yaml` would be, and problems are told with their sheet and row.
public final class WorkbookImporter implements Importer {
    /// How large the parts of an archive may become together, in bytes.
    private static final long MOST_INFLATED_BYTES = 256L << 20;

    private static final int MOST_PARTS = 1000;
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_COLUMNS = 100;
    private static final int MARK_LENGTH = 4096;

    /// Made by [Formats].
    public WorkbookImporter() {}

    @Override
    public String title() {
        return "a workbook";
    }

    @Override
    public boolean recognises(ForeignFile file) {
        return file.isZip();
    }

    @Override
    public Imported read(List<ForeignFile> files) {
        Findings findings = new Findings();
        for (ForeignFile more : files.subList(1, files.size())) {
            findings.error(
                    more,
                    "",
                    new Place(1, 1),
                    "is a workbook of its own, and one case is in one",
                    "Import it by itself, into another folder");
        }
        findings.stopIfAny();
        ForeignFile file = files.getFirst();
        checkArchive(file, findings);
        WorkbookTree tree = new WorkbookTree(findings);
        tree.read(sheets(file, findings));
        tree.root().putIfAbsent("title", file.stem());
        findings.stopIfAny();
        Map<String, String> texts = takeTexts(tree.root(), findings);
        return new Imported(title(), withTexts(model(file, tree), texts), findings.losses());
    }

    /// Takes the files of sources' texts out of a tree: they stand beside the case, not here.
    private static Map<String, String> takeTexts(Map<String, Object> root, Findings findings) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Object> sources = CaseTree.map(root.get("sources"));
        sources.replaceAll((id, source) -> {
            Map<String, Object> fields = CaseTree.map(source);
            if (fields.remove("file") instanceof String text) {
                texts.put(id, text);
                findings.loss(
                        "sources." + id,
                        "the file " + Words.shown(text),
                        "kept: put the text there, beside the case, if it is not yet");
            }
            return fields;
        });
        if (!texts.isEmpty()) {
            root.put("sources", sources);
        }
        return texts;
    }

    private static Case withTexts(Case model, Map<String, String> texts) {
        List<Source> sources = new ArrayList<>();
        for (Source source : model.sources()) {
            sources.add(
                    new Source(
                            source.id(),
                            source.title(),
                            source.kind(),
                            source.date(),
                            source.reliability(),
                            source.author(),
                            texts.get(source.id()),
                            source.url(),
                            source.note()));
        }
        return new Case(
                model.formatVersion(),
                model.title(),
                model.cutoff(),
                model.marking(),
                model.about(),
                sources,
                model.claims(),
                model.parties(),
                model.options(),
                model.rules(),
                model.outcomes(),
                model.now(),
                model.assumptions(),
                model.preferences(),
                model.agreement(),
                model.time(),
                model.coalitions(),
                model.unseen(),
                model.same(),
                model.views());
    }

    private static Case model(ForeignFile file, WorkbookTree tree) {
        byte[] yaml = CaseTree.write(tree.root()).getBytes(StandardCharsets.UTF_8);
        try {
            return CaseReader.read(new InMemory(file.name(), yaml)).model();
        } catch (ModelError error) {
            List<FileProblem> problems = new ArrayList<>();
            for (Problem problem : error.problems()) {
                if (problem.severity() == Problem.Severity.ERROR) {
                    String row = tree.rowOf(problem.path());
                    problems.add(
                            new FileProblem(
                                    file.name(),
                                    Problem.error(
                                            row == null
                                                    ? problem.path()
                                                    : row + ", " + problem.path(),
                                            problem.fact(),
                                            problem.mend())));
                }
            }
            throw new ImportError(problems);
        }
    }

    /// A case that was put together here; sources' own texts are looked for where the case is
    /// written to, not here.
    private record InMemory(String displayName, List<byte[]> content) implements CaseInput {
        InMemory(String displayName, byte[] yaml) {
            this(displayName, List.of(yaml));
        }

        @Override
        public FileContent caseFile() {
            return new FileContent.Bytes(content.getFirst().clone());
        }

        @Override
        public FileContent file(String relativePath) {
            return new FileContent.Absent();
        }
    }

    /// Refuses archives that are no workbook, grow too large, or declare entities.
    private static void checkArchive(ForeignFile file, Findings findings) {
        boolean workbook = false;
        long inflated = 0;
        int parts = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = Archives.open(file.bytes())) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                workbook |= entry.getName().equals("xl/workbook.xml");
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] start = in.readNBytes(MARK_LENGTH);
                    inflated += start.length;
                    String text = new String(start, StandardCharsets.ISO_8859_1);
                    if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
                        throw archive(file, findings, "declares a document type, and none is read");
                    }
                    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                        inflated += n;
                        if (inflated > MOST_INFLATED_BYTES) {
                            throw archive(file, findings, "unpacks to more than is read");
                        }
                    }
                }
                if (++parts > MOST_PARTS) {
                    throw archive(file, findings, "has more parts than a workbook needs");
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw archive(
                    file,
                    findings,
                    "is a broken archive: " + Words.line(String.valueOf(broken.getMessage())));
        }
        if (!workbook) {
            throw archive(file, findings, "is an archive, and no workbook is in it");
        }
    }

    private static ImportError archive(ForeignFile file, Findings findings, String fact) {
        return findings.stop(
                file,
                "",
                new Place(1, 1),
                fact,
                "Save it again as .xlsx in your spreadsheet program");
    }

    private static List<Sheet> sheets(ForeignFile file, Findings findings) {
        List<Sheet> sheets = new ArrayList<>();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(
                        new ByteArrayInputStream(file.bytes()), new ReadingOptions(true, true))) {
            List<org.dhatim.fastexcel.reader.Sheet> all = workbook.getSheets().toList();
            for (org.dhatim.fastexcel.reader.Sheet one : all) {
                sheets.add(sheet(one, file, findings));
            }
        } catch (ImportError told) {
            throw told;
        } catch (IOException | RuntimeException broken) {
            // The library tells a broken part by whatever it stumbles over, of many kinds.
            String said = Words.line(String.valueOf(broken.getMessage()));
            throw archive(
                    file,
                    findings,
                    "is a broken workbook: "
                            + (said.length() > 120 ? said.substring(0, 120) + "…" : said));
        }
        return sheets;
    }

    private static Sheet sheet(
            org.dhatim.fastexcel.reader.Sheet one, ForeignFile file, Findings findings)
            throws IOException {
        List<String> columns = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        try (Stream<Row> stream = one.openStream()) {
            for (Iterator<Row> i = stream.iterator(); i.hasNext(); ) {
                Row row = i.next();
                List<String> cells = cells(row);
                if (row.getRowNum() > MOST_ROWS) {
                    throw archive(
                            file,
                            findings,
                            "has more than %,d rows in the sheet %s"
                                    .formatted(MOST_ROWS, Words.shown(one.getName())));
                }
                if (row.getRowNum() == 1) {
                    columns.addAll(cells);
                } else {
                    while (rows.size() < row.getRowNum() - 2) {
                        rows.add(List.of());
                    }
                    rows.add(cells);
                }
            }
        }
        return new Sheet(one.getName(), columns, rows);
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
            cells.add(row.getOptionalCell(column).map(WorkbookImporter::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        CellType type = cell.getType();
        if (type == CellType.NUMBER) {
            String format = cell.getDataFormatString();
            if (format != null && format.toLowerCase(Locale.ROOT).contains("yy")) {
                return cell.asDate().toLocalDate().toString();
            }
            BigDecimal number = cell.asNumber().stripTrailingZeros();
            return number.scale() <= 20 && number.precision() - number.scale() <= 20
                    ? number.toPlainString()
                    : number.toString();
        }
        if (type == CellType.BOOLEAN) {
            return Boolean.TRUE.equals(cell.asBoolean()) ? "yes" : "no";
        }
        String text = type == CellType.ERROR ? "" : cell.getText();
        return text == null ? "" : Words.cell(text);
    }
}
