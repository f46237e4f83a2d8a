// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Wording;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Says in words by which move a state falls, and by which answer a move is deterred.
final class Fall {
    private static final int ALL = Concept.values().length;

    private final Reading reading;
    private final CompiledCase model;
    private final Wording words;
    private final WitnessSearch witnesses;
    private final PreferenceReason reason;

    Fall(Reading reading, Wording words) {
        this.reading = reading;
        this.model = reading.model();
        this.words = words;
        this.witnesses = new WitnessSearch(model);
        this.reason = new PreferenceReason(model);
    }

    /// The concepts under which a state would last, as a mark.
    Text lasting(List<Concept> concepts) {
        if (concepts.isEmpty()) {
            return Text.writer().mark(Span.Tone.BAD, "none").done();
        }
        return concepts.size() == ALL
                ? Text.writer().mark(Span.Tone.GOOD, "all five").done()
                : Text.writer()
                        .mark(
                                Span.Tone.MIXED,
                                String.join(", ", concepts.stream().map(Concept::label).toList()))
                        .done();
    }

    /// By which move a state falls, as an entry of a table.
    Text fallsWhen(int state, List<Concept> lasting) {
        if (lasting.size() == ALL) {
            return Text.of("—");
        }
        Text.Writer text = Text.writer();
        return text.plain(lasting.contains(Concept.SEQ) ? "only if unanswered: " : "")
                .text(upset(state, lasting))
                .done();
    }

    /// Who upsets a state, and how: by a move that no answer deters if there is one, else by one
    /// that no answer deters that pays those who give it, else by one that is deterred only by
    /// answers.
    ///
    /// @param state a state
    /// @param lasting the concepts under which it would last, not all
    Text upset(int state, List<Concept> lasting) {
        FirstMove move = firstMove(state, lasting);
        return move.state() < 0
                ? Text.of(
                        "%s moves; which way was not found within %s states"
                                .formatted(
                                        words.mover(move.mover()),
                                        Wording.number(WitnessSearch.VISITED_LIMIT)))
                : Text.writer()
                        .plain(words.mover(move.mover()) + " moves ")
                        .text(words.change(state, move.state()))
                        .done();
    }

    /// Who would move away from a state first, and where to.
    ///
    /// @param mover the party's index
    /// @param state where it moves, or -1 if that was not found within the limit
    record FirstMove(int mover, int state) {}

    /// The move by which a state falls.
    ///
    /// @param state a state
    /// @param lasting the concepts under which it would last, not all
    FirstMove firstMove(int state, List<Concept> lasting) {
        Concept concept =
                lasting.contains(Concept.SEQ)
                        ? Concept.NASH
                        : lasting.contains(Concept.GMR) ? Concept.SEQ : Concept.GMR;
        int unstable = -1;
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            if (reading.verdicts().stableFor(concept, mover).contains(state)) {
                continue;
            }
            unstable = mover;
            if (witnesses.find(state, mover, concept)
                    instanceof Witness.Unstable(_, _, _, int improvement)) {
                return new FirstMove(mover, improvement);
            }
        }
        if (unstable < 0) {
            throw new IllegalArgumentException(
                    "state %d is an equilibrium under %s".formatted(state, concept));
        }
        return new FirstMove(unstable, -1);
    }

    /// Each party's verdict on a state, by concept.
    Block verdictTable(int state) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Party"));
        for (Concept concept : Concept.values()) {
            columns.add(Column.words(concept.label()));
        }
        List<List<Text>> rows = new ArrayList<>();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(words.mover(mover)));
            for (Concept concept : Concept.values()) {
                boolean stable = reading.verdicts().stableFor(concept, mover).contains(state);
                row.add(
                        Text.writer()
                                .mark(
                                        stable ? Span.Tone.GOOD : Span.Tone.BAD,
                                        stable ? "stays" : "moves")
                                .done());
            }
            rows.add(row);
        }
        return new Block.Table(
                "Whether each party would stay, by what it expects of the others",
                columns,
                rows,
                0);
    }

    /// What a party could gain by moving, and what would keep it from doing so.
    ///
    /// @param state a state where the party has an improvement
    /// @param mover the party's index
    Text sentence(int state, int mover) {
        Concept concept =
                reading.verdicts().stableFor(Concept.SEQ, mover).contains(state)
                        ? Concept.SEQ
                        : reading.verdicts().stableFor(Concept.GMR, mover).contains(state)
                                ? Concept.GMR
                                : Concept.NASH;
        Witness unstable = witnesses.find(state, mover, Concept.NASH);
        int best =
                unstable instanceof Witness.Unstable(_, _, _, int improvement)
                        ? improvement
                        : state;
        Text.Writer text =
                Text.writer()
                        .strong(words.mover(mover))
                        .plain(" would gain by ")
                        .text(words.labelledChange(state, best))
                        .plain(": ")
                        .text(reason.of(mover, best, state, "there"))
                        .plain(". ");
        if (concept == Concept.NASH) {
            return text.plain("No answer of the others could deter it from some such move.").done();
        }
        text.plain("It has reason not to: ");
        if (witnesses.find(state, mover, concept) instanceof Witness.Stable(_, _, _, var answers)) {
            answers.stream()
                    .filter(a -> a.improvement() == best)
                    .findFirst()
                    .ifPresent(a -> text.text(answer(a)));
        }
        return text.plain(
                        concept == Concept.SEQ
                                ? ", each step paying whoever takes it."
                                : ", though at a cost to those who answer.")
                .done();
    }

    /// The others' answer to an improvement, step by step.
    Text answer(Witness.Answer answer) {
        Text.Writer text = Text.writer();
        int at = answer.improvement();
        String separator = "";
        for (Witness.Step step : answer.steps()) {
            text.plain(separator + words.mover(step.mover()) + " could answer by ")
                    .text(words.labelledChange(at, step.state()));
            at = step.state();
            separator = ", then ";
        }
        return text.done();
    }
}
