// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.detente.exchange.ForeignFile;
import org.detente.exchange.Formats;
import org.detente.exchange.Imported;
import org.detente.explain.Explanation;
import org.detente.report.TextRenderer;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads another tool's files as a case.
@Command(
        name = "import",
        header = "Read another tool's model as a case.",
        description = {
            "Files are known by what is in them: a graph-model file of gmcr-py (.gmcr), a domain with its"
                    + " profiles of Genius (XML) or GeniusWeb (JSON), a strategic game of Gambit (.nfg), or"
                    + " a workbook (.xlsx) that 'detente export --to xlsx' made.",
            "%nWhat the case cannot hold as it stands is listed, each with what became of it."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente import Elmira.gmcr -o elmira/",
            "  detente import domain.xml seller.xml buyer.xml -o sale/     parties in this order",
            "  detente import domain.json profileA.json profileB.json -o talks/",
            "  detente import chicken.nfg -o chicken/",
            "  detente import my-crisis.xlsx -o my-crisis/"
        })
final class ImportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "The files of one model; for a negotiation the domain and each profile.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description =
                    "The folder that receives case.yaml; made if it is not there. A name that ends in"
                            + " .yaml is the file itself.")
    private String out = "";

    @Option(names = "--force", description = "Write over a case that is there already.")
    private boolean force;

    @Mixin private TextChoices text = new TextChoices();

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        text.options(terminal);
        boolean file = out.endsWith(".yaml") || out.endsWith(".yml");
        OutFolder folder = file ? null : OutFolder.of(out);
        Destination destination = file ? Destination.of(terminal, out, CaseInput.CASE_FILE) : null;
        refuseToReplace(file ? out : folder(out) + CaseInput.CASE_FILE);
        List<ForeignFile> files = new ArrayList<>();
        for (String name : names) {
            files.add(ForeignFiles.read(name));
        }
        Imported imported = Formats.read(files);
        byte[] yaml = CaseWriter.write(imported.model()).getBytes(StandardCharsets.UTF_8);
        if (destination == null) {
            destination = written(folder);
        }
        destination.write(stream -> stream.write(yaml));
        Explanation told =
                LossTable.ofImport(imported, file ? out : folder(out) + CaseInput.CASE_FILE);
        Charset charset = terminal.outCharset();
        byte[] words = new TextRenderer(text.options(terminal)).render(told).getBytes(charset);
        Destination.of(terminal, null, "").write(stream -> stream.write(words));
        return ExitCode.DONE;
    }

    private void refuseToReplace(String target) {
        if (!force && Files.exists(Destination.path(target))) {
            throw new InputError(
                    "%s is there already, and may hold work of yours. Name another place with -o, or give --force to write over it."
                            .formatted(target));
        }
    }

    private Destination written(@Nullable OutFolder folder) throws IOException {
        return java.util.Objects.requireNonNull(folder).file(terminal, CaseInput.CASE_FILE);
    }

    private static String folder(String out) {
        return out.endsWith("/") ? out : out + "/";
    }
}
