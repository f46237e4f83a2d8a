// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.explain.Text;
import org.detente.model.Case;
import org.detente.model.Option;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the bundled cases.
@Command(
        name = "cases",
        header = "List the bundled cases.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente cases",
            "  detente analyze prisoners-dilemma     any of the names is a CASE"
        })
final class CasesCommand implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin private ShowChoices show = new ShowChoices();

    CasesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        AnswerWriter answer = AnswerWriter.of(show, terminal, "cases");
        List<List<Text>> rows = new ArrayList<>();
        List<Data> items = new ArrayList<>();
        for (String name : Bundled.names()) {
            Case source = FoundCase.of(name).read().model();
            double states = 1;
            for (Option option : source.options()) {
                states *= option.levels().size();
            }
            rows.add(
                    List.of(
                            Text.of(name),
                            Text.of(source.title()),
                            Text.of(Integer.toString(source.parties().size())),
                            Text.of(Integer.toString(source.options().size())),
                            Text.of("%.0f".formatted(states))));
            items.add(
                    new Data.Fields()
                            .with("name", name)
                            .with("title", source.title())
                            .with("parties", source.parties().size())
                            .with("options", source.options().size())
                            .with("states", (long) states));
        }
        Block table =
                new Block.Table(
                        "States are counted before rules exclude any",
                        List.of(
                                Block.Column.words("name"),
                                Block.Column.words("title"),
                                Block.Column.numbers("parties"),
                                Block.Column.numbers("options"),
                                Block.Column.numbers("states")),
                        rows,
                        0);
        answer.write(
                new Explanation("Bundled cases", List.of(table)),
                new Data.Fields()
                        .with("detente", Version.number())
                        .with("cases", new Data.Items(items)));
        return ExitCode.DONE;
    }
}
