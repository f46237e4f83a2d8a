// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says whether a case is in order, and what it holds.
@Command(
        name = "check",
        header = "Say whether a case is in order, and what it holds.",
        description = {
            "All problems are told at once, on standard error, each with its place, what is wrong and"
                    + " how to mend it. Warnings leave the exit code at 0."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente check my-crisis",
            "  detente check my-crisis/case.yaml > /dev/null     problems only",
            "  detente check us-iran-2026 --limit 1000           every entry of every list"
        })
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin private CaseArgument wanted = new CaseArgument();
    @Mixin private RunChoices choices = new RunChoices();
    @Mixin private ShowChoices show = new ShowChoices();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        FoundCase found = FoundCase.of(wanted.name());
        AnswerWriter answer = AnswerWriter.of(show, terminal, found.key());
        Work work = Work.on(terminal, found, choices);
        CheckFindings findings = new CheckFindings(work, show.limit());
        answer.write(
                Envelope.page(work, List.of(findings.explanation())),
                Envelope.data(work).with("check", findings.data()));
        return ExitCode.DONE;
    }
}
