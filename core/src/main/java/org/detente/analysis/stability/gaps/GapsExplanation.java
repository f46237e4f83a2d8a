// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.analysis.stability.Concept;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Outcome;
import org.detente.model.PreferencePart;
import org.detente.model.PreferencePart.Comparison;
import org.detente.model.Preferences;

/// Tells what holds however open orders are completed, and what depends on it.
final class GapsExplanation {
    private final GapsResult result;
    private final CompiledCase model;
    private final Wording words;
    private final ListLimit limit;

    GapsExplanation(GapsResult result, ListLimit limit) {
        this.result = result;
        this.model = result.model();
        this.words = new Wording(model);
        this.limit = limit;
    }

    /// A comparison as the case writes it.
    static String said(Comparison comparison) {
        return "%s over %s".formatted(comparison.better(), comparison.worse());
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (result.completeness() instanceof Completeness.Truncated(String name, long bound)) {
            blocks.add(note(Block.Note.Kind.LIMIT, limited(name, bound)));
        }
        result.contradictions().forEach(c -> blocks.add(contradiction(c)));
        if (result.open().isEmpty()) {
            return blocks;
        }
        blocks.add(finding());
        blocks.add(standings());
        if (!model.source().outcomes().isEmpty()) {
            blocks.add(outcomes());
        }
        blocks.add(certain());
        blocks.add(senses());
        blocks.add(
                note(
                        Block.Note.Kind.CAUTION,
                        "A completion gives every open party a complete order, ties allowed, that keeps what its statements decide. Nash, GMR and SMR are decided for all completions; SEQ is proved where it can be, and otherwise rests on %s drawn with seed %s, not all equally likely."
                                .formatted(
                                        Wording.counted(
                                                result.sampleCount(), "completion", "completions"),
                                        result.seed())));
        return blocks;
    }

    private String limited(String name, long bound) {
        if (model.same().shown().count() > bound) {
            List<Integer> movers =
                    Gaps.candidates(model).stream().filter(m -> !Gaps.hasPoints(model, m)).toList();
            return "%s only comparisons and the like, which leave an order open. What follows from that was not looked at: the case has more than %s states (%s)."
                    .formatted(names(movers, " states", " state"), Wording.number(bound), name);
        }
        List<Integer> movers =
                Gaps.candidates(model).stream()
                        .filter(m -> result.open().stream().noneMatch(p -> p.mover() == m))
                        .toList();
        return "%s more open than could be followed: more than %s differences between states would have to be decided one by one, 64 for each state that %s allows. Here it is taken as elsewhere in this analysis."
                .formatted(
                        names(movers, " leaves", " leave"),
                        Wording.number(new GapsLimits((int) bound, 0).mostDifferences()),
                        name);
    }

    private String elsewhere(int mover) {
        return Gaps.hasPoints(model, mover)
                ? "its points are taken at their centres"
                : "it is taken to be indifferent";
    }

    /// What a party states, to stand after its name.
    private String states(int mover) {
        Preferences stated = model.source().preferencesOf(model.space().movers().get(mover).id());
        return stated != null
                        && stated.parts().stream()
                                .allMatch(p ->
                                        p instanceof PreferencePart.Prefer
                                                || p instanceof PreferencePart.RedLines)
                ? "states comparisons only"
                : "gives no order; every value function that fits what it states counts";
    }

    private static Block note(Block.Note.Kind kind, String words) {
        return new Block.Note(kind, Text.of(words));
    }

    private String names(List<Integer> movers, String one, String several) {
        return String.join(" and ", movers.stream().map(words::mover).toList())
                + (movers.size() == 1 ? one : several);
    }

    private Block contradiction(GapsResult.Contradiction contradiction) {
        Text.Writer text =
                Text.writer()
                        .plain("What ")
                        .strong(words.mover(contradiction.mover()))
                        .plain(" states cannot hold together: ");
        String separator = "";
        for (Comparison comparison : contradiction.statements()) {
            text.plain(separator)
                    .code(said(comparison))
                    .plain(" ")
                    .text(Wording.basis(comparison.basis()));
            separator = ", ";
        }
        text.plain(". They would put states ");
        for (int state : contradiction.states()) {
            text.state(state).plain(" above ");
        }
        return new Block.Finding(
                Span.Tone.BAD,
                text.state(contradiction.states().getFirst())
                        .plain(". It is taken to be indifferent.")
                        .done());
    }

    private Block finding() {
        Text.Writer text = Text.writer();
        for (GapsResult.OpenParty party : result.open()) {
            text.strong(words.mover(party.mover()))
                    .plain(
                            " %s. They decide %s of %s pairs of states and leave the rest open; elsewhere in this analysis %s. "
                                    .formatted(
                                            states(party.mover()),
                                            Wording.number(party.decidedCount()),
                                            Wording.number(party.pairCount()),
                                            elsewhere(party.mover())));
        }
        StateSet shown = model.same().shown();
        Completions sequential = result.completions(Concept.SEQ);
        int every = sequential.count(Completions.Standing.EVERY, shown);
        int none = sequential.count(Completions.Standing.NONE, shown);
        text.plain(
                "However %s completed, %s would last sequentially and %s would not; for the other %s it depends, or could not be proved."
                        .formatted(
                                result.open().size() == 1 ? "that order is" : "these orders are",
                                Wording.counted(every, "state", "states"),
                                Wording.number(none),
                                Wording.number(shown.count() - every - none)));
        return new Block.Finding(Span.Tone.MIXED, text.done());
    }

    private Block standings() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Would last"));
        result.completions().keySet().forEach(c -> columns.add(Column.numbers(c.label())));
        List<List<Text>> rows = new ArrayList<>();
        for (Completions.Standing standing : Completions.Standing.values()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(standing.words()));
            for (Completions sets : result.completions().values()) {
                row.add(number(sets.count(standing, model.same().shown())));
            }
            rows.add(row);
        }
        return new Block.Table(
                "How many states would last under which completions of the open orders",
                columns,
                rows,
                0);
    }

    private static Text number(long count) {
        return Text.of(Wording.number(count));
    }

    private Block outcomes() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Outcome"));
        for (Completions.Standing standing : Completions.Standing.values()) {
            columns.add(Column.numbers(standing.words()));
        }
        List<List<Text>> rows = new ArrayList<>();
        for (Outcome outcome : model.source().outcomes()) {
            StateSet states = model.statesOf(outcome).and(model.same().shown());
            List<Text> row = new ArrayList<>();
            row.add(Text.writer().strong(outcome.id()).done());
            for (Completions.Standing standing : Completions.Standing.values()) {
                row.add(number(result.completions(Concept.SEQ).count(standing, states)));
            }
            rows.add(row);
        }
        return new Block.Table(
                "How many of each outcome's states would last sequentially, under which completions",
                columns,
                rows,
                0);
    }

    private Block certain() {
        StateSet every = result.completions(Concept.SEQ).every();
        int total = every.count();
        List<List<Text>> rows = new ArrayList<>();
        every.stream()
                .limit(limit.shown(total))
                .forEach(state ->
                        rows.add(
                                List.of(
                                        Text.writer().state(state).done(),
                                        Text.of(words.outcomeNames(state)),
                                        words.change(model.now(), state))));
        return new Block.Table(
                "States that would last sequentially under every completion",
                List.of(
                        Column.numbers("State"),
                        Column.words("Outcome"),
                        Column.words("What differs from now")),
                rows,
                limit.omitted(total));
    }

    private Block senses() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Sense"));
        columns.add(Column.words("An open party"));
        result.equilibria().keySet().forEach(c -> columns.add(Column.numbers(c.label())));
        List<List<Text>> rows = new ArrayList<>();
        for (Sense sense : Sense.values()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(sense.key()));
            row.add(Text.of(sense.meaning()));
            for (Concept concept : result.equilibria().keySet()) {
                row.add(number(result.equilibria(concept, sense).count()));
            }
            rows.add(row);
        }
        return new Block.Table(
                "How many states would last, by how a party treats what it cannot compare",
                columns,
                rows,
                0);
    }
}
