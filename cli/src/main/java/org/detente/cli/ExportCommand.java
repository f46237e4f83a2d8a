// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.detente.analysis.Analysis;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Progress;
import org.detente.analysis.Table;
import org.detente.analysis.Tabulated;
import org.detente.catalog.Catalog;
import org.detente.compile.CompiledCase;
import org.detente.exchange.ExportJob;
import org.detente.exchange.Exported;
import org.detente.exchange.Exporter;
import org.detente.exchange.Formats;
import org.detente.exchange.Loss;
import org.detente.exchange.OutFile;
import org.detente.explain.Explanation;
import org.detente.report.TextRenderer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes a case in another tool's form.
@Command(
        name = "export",
        header = "Write a case for another tool, or its tables and graphs.",
        description = {
            "gmcr: a graph-model file for gmcr-py; genius, geniusweb: a domain and profiles; nfg: a"
                    + " strategic game for Gambit; xlsx: a workbook that can be edited and imported"
                    + " again; csv: tables of states and verdicts; graphml, dot: the state graph.",
            "%nWhat the form cannot hold as it stands is listed, each with what became of it: on"
                    + " standard output, or on standard error if the file itself goes to standard"
                    + " output."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente export elmira --to gmcr -o elmira.gmcr",
            "  detente export elmira --to csv -o tables/",
            "  detente export elmira --to dot | dot -Tsvg > elmira.svg",
            "  detente export my-talks --to geniusweb -o my-talks-geniusweb/",
            "  detente export my-crisis --to xlsx -o my-crisis.xlsx"
        })
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin private CaseArgument wanted = new CaseArgument();

    @Option(
            names = "--to",
            paramLabel = "FORM",
            required = true,
            completionCandidates = Forms.class,
            description = "gmcr, genius, geniusweb, nfg, xlsx, csv, graphml or dot.")
    private String form = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE|DIR",
            description =
                    "Write to this file, or into this folder under the case's name; forms of several"
                            + " files need a folder, which is made if it is not there.")
    private @Nullable String out;

    @Option(
            names = "--max-edges",
            paramLabel = "N",
            description = "Refuse state graphs with more moves than this (default: 1000000).")
    private long maxEdges = ExportJob.DEFAULT_MOST_EDGES;

    @Mixin private RunChoices choices = new RunChoices();
    @Mixin private TextChoices text = new TextChoices();

    /// The names of the forms, for completion.
    static final class Forms extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Forms() {
            super(Formats.names());
        }
    }

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        text.options(terminal);
        Exporter exporter = Formats.exporter(form);
        if (exporter == null) {
            throw new InputError(Unknown.message("form to export to", form, Formats.names()));
        }
        if (maxEdges < 1) {
            throw new InputError("--max-edges must be at least 1; got %d.".formatted(maxEdges));
        }
        FoundCase found = FoundCase.of(wanted.name());
        Work work = Work.on(terminal, found, choices);
        ExportJob job =
                new ExportJob(
                        found.key(),
                        work.model(),
                        () -> tables(work.model(), work.options()),
                        maxEdges);
        Exported exported = exporter.write(job);
        List<OutFile> files = exported.files();
        boolean folder = out != null && (exporter.isFolder() || out.endsWith("/"));
        List<String> written = new ArrayList<>();
        if (folder) {
            OutFolder target = OutFolder.of(java.util.Objects.requireNonNull(out));
            for (OutFile file : files) {
                write(target.file(terminal, file.name()), file);
                written.add(file.name());
            }
        } else {
            if (files.size() > 1) {
                throw new InputError(
                        "this makes %d files. Name a folder for them, as in -o %s/."
                                .formatted(files.size(), form));
            }
            if (out == null && terminal.outIsTerminal() && exporter.isBinary()) {
                throw new InputError(
                        "a workbook is no text. Say where it goes, as in -o case.xlsx.");
            }
            write(Destination.of(terminal, out, files.getFirst().name()), files.getFirst());
            written.add(out == null ? "" : out);
        }
        tell(work, exporter, exported, written, folder);
        return ExitCode.DONE;
    }

    private static void write(Destination destination, OutFile file) throws IOException {
        destination.write(file.content()::writeTo);
    }

    private void tell(
            Work work, Exporter exporter, Exported exported, List<String> written, boolean folder)
            throws IOException {
        if (out == null) {
            for (Loss loss : exported.losses()) {
                terminal.tell(
                        "detente: %s: %s: %s.".formatted(loss.where(), loss.what(), loss.became()));
            }
            return;
        }
        String where = folder ? "%s in %s".formatted(String.join(", ", written), out) : out;
        Explanation told =
                LossTable.told(
                        "Export: " + work.model().source().title(),
                        "Wrote %s: %s.".formatted(exporter.title(), where),
                        exporter.isModel() ? exported.losses() : null);
        byte[] words =
                new TextRenderer(text.options(terminal))
                        .render(told)
                        .getBytes(terminal.outCharset());
        Destination.of(terminal, null, "").write(stream -> stream.write(words));
    }

    private static List<Table> tables(CompiledCase model, AnalysisOptions options) {
        List<Table> tables = new ArrayList<>();
        for (Analysis analysis : Catalog.analyses()) {
            if (analysis.missing(model.source()).isEmpty()
                    && analysis.analyze(model, options, Progress.NONE)
                            instanceof Tabulated result) {
                tables.addAll(result.tables());
            }
        }
        return tables;
    }
}
