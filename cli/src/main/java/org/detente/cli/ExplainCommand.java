// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.detente.analysis.ExplainsStates;
import org.detente.analysis.NamedPackage;
import org.detente.catalog.Catalog;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.OutcomePoint;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.model.Outcome;
import org.detente.report.ExplanationData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells why one state stands or falls.
@Command(
        name = "explain",
        header = "Tell why one state stands or falls, by whose move.",
        description = "Without --state or --outcome it is about how things stand now.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente explain us-iran-2026",
            "  detente explain us-iran-2026 --outcome deal",
            "  detente explain prisoners-dilemma --state 3",
            "  detente explain my-crisis --package ours.yaml",
            "  detente explain us-iran-2026 --outcome deal --view pressure-works"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin private CaseArgument wanted = new CaseArgument();

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable Which which;

    @Mixin private RunChoices choices = new RunChoices();
    @Mixin private ShowChoices show = new ShowChoices();

    /// Which state is meant.
    static final class Which {
        @Option(
                names = "--state",
                paramLabel = "N",
                description = "The state's number, as analyze prints it.")
        private int state;

        @Option(
                names = "--outcome",
                paramLabel = "NAME",
                description =
                        "An outcome of the case: its state nearest to now, or the one it names by 'at'.")
        private @Nullable String outcome;

        @Option(
                names = "--package",
                paramLabel = "FILE|NAME",
                description =
                        "The state that a package stands for: a file, or NAME for packages/NAME.yaml in"
                                + " the case's folder.")
        private @Nullable String packageName;
    }

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        FoundCase found = FoundCase.of(wanted.name());
        AnswerWriter answer = AnswerWriter.of(show, terminal, found.key());
        Work work = Work.on(terminal, found, choices);
        CompiledCase model = work.model();
        int state = model.same().shownAs(state(work));
        List<Explanation> parts = new ArrayList<>();
        Data.Fields data = Envelope.data(work);
        data.with("state", state);
        for (ExplainsStates analysis : explaining()) {
            if (analysis.missing(model.source()).isEmpty()) {
                Explanation told =
                        analysis.explainState(model, state, work.options(), show.limit());
                parts.add(told);
                data.with(analysis.name(), ExplanationData.of(told));
            }
        }
        answer.write(Envelope.page(work, parts), data);
        return ExitCode.DONE;
    }

    private static List<ExplainsStates> explaining() {
        return Catalog.analyses().stream()
                .filter(ExplainsStates.class::isInstance)
                .map(ExplainsStates.class::cast)
                .toList();
    }

    private int state(Work work) {
        CompiledCase model = work.model();
        if (which == null) {
            return model.now();
        }
        if (which.packageName != null) {
            return ofPackage(work, which.packageName);
        }
        return which.outcome == null
                ? Named.state(model, which.state)
                : ofOutcome(model, which.outcome);
    }

    private static int ofPackage(Work work, String name) {
        CompiledCase model = work.model();
        NamedPackage named =
                PackageFiles.read(List.of(name), "--package", work.found(), model.source())
                        .getFirst();
        return Named.state(model, AgreementForm.of(model).stateOf(named.settings()));
    }

    private static int ofOutcome(CompiledCase model, String name) {
        Outcome outcome = Named.outcome(model.source(), name);
        OutcomePoint point = model.pointOf(outcome);
        if (point == null) {
            throw new InputError(
                    "no state of the outcome '%s' can be reached from now. Name one by 'at' in the case, or choose one with --state."
                            .formatted(name));
        }
        return point.state();
    }
}
