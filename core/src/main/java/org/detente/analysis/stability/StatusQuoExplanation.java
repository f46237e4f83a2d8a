// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.compile.CompiledCase;
import org.detente.compile.Reachability;
import org.detente.compile.StateSet;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Outcome;
import org.jspecify.annotations.Nullable;

/// Tells where things can go from the status quo.
final class StatusQuoExplanation {
    private final StatusQuo statusQuo;
    private final Reading reading;
    private final CompiledCase model;
    private final Wording words;
    private final ListLimit limit;

    StatusQuoExplanation(StatusQuo statusQuo, Reading reading, Wording words, ListLimit limit) {
        this.statusQuo = statusQuo;
        this.reading = reading;
        this.model = reading.model();
        this.words = words;
        this.limit = limit;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(counts());
        StateSet lasting = StatusQuo.lasting(statusQuo.byImprovements(), reading, Concept.SEQ);
        if (!lasting.isEmpty()) {
            blocks.add(paths(lasting));
        }
        return blocks;
    }

    private Block counts() {
        StateSet shown = model.same().shown();
        int byImprovements = statusQuo.byImprovements().reached().countShared(shown);
        int byMoves = statusQuo.byMoves().reached().countShared(shown);
        int lasting = StatusQuo.lasting(statusQuo.byImprovements(), reading, Concept.SEQ).count();
        int reachableLasting = StatusQuo.lasting(statusQuo.byMoves(), reading, Concept.SEQ).count();
        return new Block.Paragraph(
                Text.of(
                        "From now, moves that each pay whoever makes them lead to %s, of which %s would last sequentially. Any moves at all lead to %s, of which %s would last."
                                .formatted(
                                        Wording.counted(byImprovements, "state", "states"),
                                        Wording.number(lasting),
                                        Wording.number(byMoves),
                                        Wording.number(reachableLasting))));
    }

    /// For each outcome the lasting state that takes the fewest moves; without outcomes the first
    /// few.
    private Block paths(StateSet lasting) {
        List<List<Text>> rows = new ArrayList<>();
        List<Outcome> outcomes = model.source().outcomes();
        if (outcomes.isEmpty()) {
            int total = lasting.count();
            for (int state :
                    Prominence.firstOf(lasting, (int) limit.shown(total), reading, words)) {
                rows.add(row(Text.EMPTY, state));
            }
            return table(rows, limit.omitted(total));
        }
        for (Outcome outcome : outcomes) {
            StateSet there = model.statesOf(outcome).and(lasting);
            if (!there.isEmpty()) {
                rows.add(row(Text.writer().strong(outcome.id()).done(), soonest(there)));
            }
        }
        return table(rows, 0);
    }

    private int soonest(StateSet states) {
        StateSet layer = StateSet.none(states.size());
        int least = Integer.MAX_VALUE;
        for (int s = states.next(0); s >= 0; s = states.next(s + 1)) {
            int distance = statusQuo.byImprovements().distance(s);
            if (distance < least) {
                least = distance;
                layer = StateSet.none(states.size());
            }
            if (distance == least) {
                layer.add(s);
            }
        }
        return Prominence.firstOf(layer, 1, reading, words).getFirst();
    }

    private List<Text> row(Text outcome, int state) {
        List<Reachability.Step> path = statusQuo.byImprovements().pathTo(state);
        return List.of(
                outcome,
                Text.writer().state(state).done(),
                Text.of(Integer.toString(path.size())),
                path.isEmpty() ? Text.of("now") : inWords(path));
    }

    private static Block table(List<List<Text>> rows, long omittedCount) {
        return new Block.Table(
                "Sequentially lasting states that improvements lead to, by the fewest moves",
                List.of(
                        Column.words("Outcome"),
                        Column.numbers("State"),
                        Column.numbers("Moves"),
                        Column.words("Path")),
                rows,
                omittedCount);
    }

    private Text inWords(List<Reachability.Step> path) {
        Text.Writer text = Text.writer();
        int at = model.now();
        String separator = "";
        for (Reachability.Step step : path) {
            text.plain(separator)
                    .strong(words.mover(step.mover()))
                    .plain(" ")
                    .text(words.change(at, step.state()));
            at = step.state();
            separator = "; then ";
        }
        return text.done();
    }

    /// The shortest path from now to a state as a figure, with the mover as the edges' group.
    ///
    /// @return the figure, or null if the state is `now` or cannot be reached
    @Nullable Block pathFigure(int state) {
        List<Reachability.Step> path = statusQuo.shortestPathTo(state);
        if (path.isEmpty()) {
            return null;
        }
        List<Block.Node> nodes = new ArrayList<>();
        List<Block.Edge> edges = new ArrayList<>();
        int at = model.now();
        nodes.add(node(at));
        for (Reachability.Step step : path) {
            nodes.add(node(step.state()));
            edges.add(
                    new Block.Edge(
                            Integer.toString(at),
                            Integer.toString(step.state()),
                            words.change(at, step.state()).plainWords(),
                            words.mover(step.mover())));
            at = step.state();
        }
        boolean paying = statusQuo.byImprovements().reached().contains(state);
        return new Block.Graph(
                paying
                        ? "The shortest path from now by moves that each pay whoever makes them"
                        : "The shortest path from now; not every move on it pays whoever makes it",
                nodes,
                edges);
    }

    private Block.Node node(int state) {
        String place = state == model.now() ? "now" : words.outcomeNames(state);
        return new Block.Node(
                Integer.toString(state),
                "state %d (%s)".formatted(model.same().shownAs(state), place),
                reading.verdicts().equilibria(Concept.SEQ).contains(state)
                        ? Span.Tone.GOOD
                        : Span.Tone.NEUTRAL);
    }

    /// What would keep an outcome out of reach.
    List<Block> avoidance(Avoidance avoidance) {
        String name = avoidance.outcome().id();
        if (!avoidance.reachedByMoves()) {
            return List.of(
                    new Block.Paragraph(
                            Text.of("No sequence of moves leads from now to %s.".formatted(name))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Paragraph(
                        Text.of(
                                avoidance.reachedByImprovements()
                                        ? "Moves that each pay whoever makes them lead from now to %s."
                                                .formatted(name)
                                        : "Only moves that do not pay whoever makes them lead from now to %s."
                                                .formatted(name))));
        List<List<Text>> rows = new ArrayList<>();
        for (Avoidance.Cut cut : avoidance.cuts()) {
            int option = cut.optionIndex();
            rows.add(
                    List.of(
                            Text.writer()
                                    .code(model.space().options().get(option).ref().toString())
                                    .plain(" " + words.optionLabel(option))
                                    .done(),
                            Text.of(cut.change().words()),
                            yesNo(cut.cutsImprovements()),
                            yesNo(cut.cutsMoves())));
        }
        if (rows.isEmpty()) {
            blocks.add(
                    new Block.Paragraph(
                            Text.of(
                                    "No single option, taken off the table or made irreversible, cuts the way.")));
        } else {
            blocks.add(
                    new Block.Table(
                            "Single options that cut the way from now to " + name,
                            List.of(
                                    Column.words("Option"),
                                    Column.words("If it were"),
                                    Column.words("Cuts paying moves"),
                                    Column.words("Cuts all moves")),
                            rows,
                            0));
        }
        return blocks;
    }

    private static Text yesNo(boolean value) {
        return Text.of(value ? "yes" : "no");
    }
}
