// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Wording;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Outcome;

/// Sets the views side by side: one column each, where they agree and where they split. Never
/// averaged.
final class ViewComparison {
    private final List<Reading> views;
    private final CompiledCase model;
    private final Wording words;

    ViewComparison(StabilityResult result, Wording words) {
        this.views = result.views();
        this.model = result.own().model();
        this.words = words;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(table());
        blocks.add(new Block.Paragraph(agreement()));
        return blocks;
    }

    private Block table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("States that would last (SEQ)"));
        views.forEach(v -> columns.add(Column.numbers(v.name())));
        columns.add(Column.words("Views"));
        List<List<Text>> rows = new ArrayList<>();
        rows.add(nowRow());
        for (Outcome outcome : model.source().outcomes()) {
            StateSet states = model.statesOf(outcome);
            rows.add(row(outcome.id(), states));
        }
        rows.add(row("all states", model.feasible()));
        return new Block.Table(
                "How many states of each outcome would last sequentially, view by view",
                columns,
                rows,
                0);
    }

    private List<Text> nowRow() {
        List<Text> cells = new ArrayList<>();
        cells.add(Text.of("now would last"));
        int holding = 0;
        for (Reading view : views) {
            boolean lasts = view.verdicts().equilibria(Concept.SEQ).contains(model.now());
            holding += lasts ? 1 : 0;
            cells.add(Text.of(lasts ? "yes" : "no"));
        }
        cells.add(standing(holding));
        return cells;
    }

    private List<Text> row(String name, StateSet states) {
        List<Text> cells = new ArrayList<>();
        cells.add(Text.of(name));
        int holding = 0;
        for (Reading view : views) {
            int count = view.equilibriumCount(Concept.SEQ, states);
            holding += count > 0 ? 1 : 0;
            cells.add(Text.of(Wording.number(count)));
        }
        cells.add(standing(holding));
        return cells;
    }

    private Text standing(int holding) {
        return holding == 0 || holding == views.size()
                ? Text.writer().mark(Span.Tone.NEUTRAL, "agree").done()
                : Text.writer().mark(Span.Tone.MIXED, "split").done();
    }

    private Text agreement() {
        StateSet all = model.same().shown().copy();
        StateSet some = StateSet.none(model.space().product());
        for (Reading view : views) {
            all.and(view.verdicts().equilibria(Concept.SEQ));
            some.or(view.verdicts().equilibria(Concept.SEQ));
        }
        some.and(model.same().shown());
        Text.Writer text =
                Text.writer()
                        .plain(
                                "%s would last sequentially under at least one of the %d views, and %s under all of them."
                                        .formatted(
                                                Wording.counted(some.count(), "state", "states"),
                                                views.size(),
                                                Wording.number(all.count())));
        int first = all.next(0);
        if (first >= 0) {
            text.plain(" The lowest-numbered of these is state ")
                    .state(first)
                    .plain(" (%s).".formatted(words.outcomeNames(first)));
        }
        return text.done();
    }
}
