// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.detente.analysis.Analysis;
import org.detente.catalog.Catalog;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.explain.Text;
import org.detente.model.Case;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the analyses.
@Command(
        name = "analyses",
        header = "List the analyses: the question each answers, its method, what it needs.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente analyses",
            "  detente analyze my-crisis --only map     any of the names goes with --only"
        })
final class AnalysesCommand implements Callable<Integer> {
    private static final Case BARE =
            new Case(
                    1, "", null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of(), List.of(), List.of(), List.of(), null, null, List.of(), List.of(),
                    List.of(), List.of());

    private final Terminal terminal;
    @Mixin private ShowChoices show = new ShowChoices();

    AnalysesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        AnswerWriter answer = AnswerWriter.of(show, terminal, "analyses");
        List<Block> blocks = new ArrayList<>();
        List<Data> items = new ArrayList<>();
        for (Analysis analysis : Catalog.analyses()) {
            List<String> needs = analysis.missing(BARE);
            String needed = needs.isEmpty() ? "nothing" : String.join(", ", needs);
            blocks.add(
                    new Block.Section(
                            analysis.name(),
                            List.of(
                                    new Block.Facts(
                                            List.of(
                                                    fact("question", analysis.question()),
                                                    fact("method", analysis.method()),
                                                    fact("needs", needed))))));
            items.add(
                    new Data.Fields()
                            .with("name", analysis.name())
                            .with("question", analysis.question())
                            .with("method", analysis.method())
                            .with("needs", Data.Items.names(needs)));
        }
        answer.write(
                new Explanation("Analyses", blocks),
                new Data.Fields()
                        .with("detente", Version.number())
                        .with("analyses", new Data.Items(items)));
        return ExitCode.DONE;
    }

    private static Block.Fact fact(String name, String words) {
        return new Block.Fact(name, Text.of(words));
    }
}
