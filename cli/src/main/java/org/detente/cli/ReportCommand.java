// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.detente.analysis.ListLimit;
import org.detente.report.HtmlRenderer;
import org.detente.report.MarkdownRenderer;
import org.detente.report.Page;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes what the analyses found as one page.
@Command(
        name = "report",
        header = "Write what follows from a case as one page that needs nothing else.",
        description = "The page loads nothing from anywhere and can be read without scripts.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente report us-iran-2026 -o report.html",
            "  detente report us-iran-2026 -o report.md",
            "  detente report my-crisis --view defiance -o reports/"
        })
final class ReportCommand implements Callable<Integer> {
    private static final long DEFAULT_LIMIT = 20;

    private final Terminal terminal;
    @Mixin private CaseArgument wanted = new CaseArgument();
    @Mixin private Selection selection = new Selection();
    @Mixin private QuestionChoices questions = new QuestionChoices();
    @Mixin private RunChoices choices = new RunChoices();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "html or markdown (default: as the file's name ends, else html).")
    private @Nullable Format format;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE|DIR",
            description =
                    "Write to this file, or into this folder under the case's name; the file is there"
                            + " whole or not at all.")
    private @Nullable String out;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Cut printed lists to N entries (default: ${DEFAULT-VALUE}).")
    private long limit = DEFAULT_LIMIT;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        selection.check();
        if (limit < 0) {
            throw new InputError("--limit must be at least 0; got %d.".formatted(limit));
        }
        if (out == null && terminal.outIsTerminal()) {
            throw new InputError("a report is a page. Say where it goes, as in -o report.html.");
        }
        Format form = form();
        FoundCase found = FoundCase.of(wanted.name());
        Destination destination =
                Destination.of(terminal, out, found.key() + "." + form.extension());
        Work work = Work.on(terminal, found, choices);
        Run run = Run.of(work, selection, questions, terminal);
        Page page = run.page(new ListLimit(limit));
        AnswerWriter.document(
                form == Format.HTML ? HtmlRenderer.render(page) : MarkdownRenderer.render(page),
                destination);
        return run.exitCode();
    }

    private Format form() {
        if (format == Format.TEXT || format == Format.JSON) {
            throw new InputError(
                    "a report is html or markdown. For %s use 'detente analyze --format %s'."
                            .formatted(format, format));
        }
        if (format != null) {
            return format;
        }
        boolean markdown = out != null && out.toLowerCase(Locale.ROOT).endsWith(".md");
        return markdown ? Format.MARKDOWN : Format.HTML;
    }
}
