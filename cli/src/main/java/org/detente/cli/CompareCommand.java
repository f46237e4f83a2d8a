// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Completeness;
import org.detente.analysis.NamedPackage;
import org.detente.compare.Comparison;
import org.detente.compare.PackageComparison;
import org.detente.compare.ReadingComparison;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Text;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.View;
import org.detente.report.Page;
import org.detente.yaml.CaseDiff;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what changes between two packages, two views or two cases.
@Command(
        name = "compare",
        header = "Tell what changes between two packages, two views or two cases, and for whom.",
        description =
                "Two packages: files, or names of packages of the case. Two views: names of views of the"
                        + " case that --case names. Two cases: as for the other commands."
                        + " The view as-written is the case without any view. --format html writes a page.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente compare ours.yaml theirs.yaml --case us-iran-2026",
            "  detente compare my-crisis/packages/ours.yaml my-crisis/packages/theirs.yaml",
            "  detente compare defiance pressure-works --case us-iran-2026",
            "  detente compare us-iran-2026-core my-crisis --format markdown -o changes.md"
        })
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "A", description = "A package, a view or a case.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "Another of the same kind.")
    private String second = "";

    @Option(
            names = "--case",
            paramLabel = "CASE",
            description =
                    "The case that the packages or views belong to (for package files: by default the"
                            + " case in whose folder they stand).",
            completionCandidates = Bundled.class)
    private @Nullable String caseName;

    @Mixin private RunChoices choices = new RunChoices();
    @Mixin private ShowChoices show = new ShowChoices();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        show.takeHtml();
        Compared compared = Compared.of(first, second, caseName);
        if (choices.view() != null && compared.kind() != Compared.Kind.PACKAGES) {
            throw new InputError("--view is for comparing packages. Leave it out here.");
        }
        AnswerWriter answer = AnswerWriter.of(show, terminal, "compare");
        Comparison comparison =
                switch (compared.kind()) {
                    case PACKAGES -> packages(compared.cases().getFirst(), answer);
                    case VIEWS -> views(compared.cases().getFirst(), answer);
                    case CASES -> cases(compared.cases(), answer);
                };
        return comparison.completeness() instanceof Completeness.Complete
                ? ExitCode.DONE
                : ExitCode.PARTIAL;
    }

    private Comparison packages(FoundCase found, AnswerWriter answer) throws IOException {
        Work work = Work.on(terminal, found, choices);
        List<NamedPackage> named = new ArrayList<>();
        List<String> words = List.of(first, second);
        named.addAll(PackageFiles.read(words, "comparing packages", found, work.model().source()));
        Comparison comparison =
                PackageComparison.of(
                        work.model(), named.getFirst(), named.getLast(), work.options());
        answer.write(
                Envelope.page(work, comparison.explain(show.limit())),
                Envelope.data(work).with("compare", comparison.data(show.limit())));
        return comparison;
    }

    private Comparison views(FoundCase found, AnswerWriter answer) throws IOException {
        Work work = Work.on(terminal, found, choices);
        CompiledCase model = work.model();
        ReadingComparison.Named before = reading(model, first);
        ReadingComparison.Named after = reading(model, second);
        Comparison comparison = compare(true, before, after, work.options());
        answer.write(
                Envelope.page(work, comparison.explain(show.limit())),
                Envelope.data(work).with("compare", comparison.data(show.limit())));
        return comparison;
    }

    private static ReadingComparison.Named reading(CompiledCase model, String name) {
        View view = model.source().view(name);
        return view == null
                ? new ReadingComparison.Named("the case as written", withoutViews(model))
                : new ReadingComparison.Named(view.label(), model.under(view));
    }

    /// The case as written, compiled so that its views are not looked at again.
    private static CompiledCase withoutViews(CompiledCase model) {
        Case source = model.source();
        return model.under(
                new View(
                        "as-written",
                        "the case as written",
                        null,
                        Basis.ASSUMED,
                        List.of(),
                        List.of(),
                        source.agreement() == null ? null : source.agreement().beliefs(),
                        source.time()));
    }

    private Comparison cases(List<FoundCase> found, AnswerWriter answer) throws IOException {
        Work before = Work.on(terminal, found.getFirst(), choices);
        Work after = Work.on(terminal, found.getLast(), choices);
        Comparison comparison =
                compare(
                        false,
                        new ReadingComparison.Named(found.getFirst().key(), before.model()),
                        new ReadingComparison.Named(found.getLast().key(), after.model()),
                        before.options());
        Data.Fields data =
                new Data.Fields()
                        .with("detente", Version.number())
                        .with(
                                "cases",
                                new Data.Fields()
                                        .with("a", Envelope.described(before))
                                        .with("b", Envelope.described(after)));
        answer.write(
                page(before.model().source(), after.model().source(), comparison),
                data.with("compare", comparison.data(show.limit())));
        return comparison;
    }

    private Page page(Case before, Case after, Comparison comparison) {
        List<String> markings = new ArrayList<>();
        for (Case one : List.of(before, after)) {
            if (one.marking() != null && !markings.contains(one.marking())) {
                markings.add(one.marking());
            }
        }
        return new Page(
                before.title().equals(after.title())
                        ? before.title()
                        : "%s; %s".formatted(before.title(), after.title()),
                String.join("; ", markings),
                "",
                List.of(new Block.Fact("Made with", Text.of("Détente " + Version.number()))),
                comparison.explain(show.limit()));
    }

    private Comparison compare(
            boolean views,
            ReadingComparison.Named before,
            ReadingComparison.Named after,
            AnalysisOptions options) {
        try (ProgressLine progress = new ProgressLine(terminal)) {
            return ReadingComparison.of(
                    views,
                    before,
                    after,
                    CaseDiff.of(before.model().source(), after.model().source()),
                    options,
                    progress);
        }
    }
}
