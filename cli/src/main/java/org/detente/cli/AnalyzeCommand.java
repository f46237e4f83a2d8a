// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Looks at a case through its analyses.
@Command(
        name = "analyze",
        header = "Look at a case through every analysis it has enough for.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente analyze us-iran-2026",
            "  detente analyze my-crisis --only stability --view defiance",
            "  detente analyze my-crisis --format json -o results/",
            "  detente analyze my-crisis --limit 1000 | less"
        })
final class AnalyzeCommand implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin private CaseArgument wanted = new CaseArgument();
    @Mixin private Selection selection = new Selection();
    @Mixin private QuestionChoices questions = new QuestionChoices();
    @Mixin private RunChoices choices = new RunChoices();
    @Mixin private ShowChoices show = new ShowChoices();

    AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        selection.check();
        FoundCase found = FoundCase.of(wanted.name());
        AnswerWriter answer = AnswerWriter.of(show, terminal, found.key());
        Work work = Work.on(terminal, found, choices);
        Run run = Run.of(work, selection, questions, terminal);
        answer.write(run.page(show.limit()), run.data(show.limit()));
        return run.exitCode();
    }
}
