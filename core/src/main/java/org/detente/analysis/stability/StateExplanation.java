// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSpace;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Claim;
import org.detente.model.Option;
import org.detente.model.Outcome;

/// Tells of one state: what it is, who would stay, who would move where, what deters whom, and the
/// claims behind it.
final class StateExplanation {
    private final Reading reading;
    private final List<Reading> views;
    private final CompiledCase model;
    private final Wording words;
    private final Fall fall;
    private final PreferenceReason reason;
    private final WitnessSearch witnesses;
    private final ListLimit limit;

    StateExplanation(Reading reading, List<Reading> views, ListLimit limit) {
        this.reading = reading;
        this.views = views;
        this.model = reading.model();
        this.words = new Wording(model);
        this.fall = new Fall(reading, words);
        this.reason = new PreferenceReason(model);
        this.witnesses = new WitnessSearch(model);
        this.limit = limit;
    }

    Explanation of(int state) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(finding(state));
        blocks.add(new Block.Section("What it is", whatItIs(state)));
        Block path =
                new StatusQuoExplanation(StatusQuo.of(model), reading, words, limit)
                        .pathFigure(state);
        if (path != null) {
            blocks.add(new Block.Section("How it can be reached", List.of(path)));
        }
        blocks.add(new Block.Section("Who would stay", List.of(fall.verdictTable(state))));
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            blocks.add(new Block.Section(words.mover(mover), party(state, mover)));
        }
        if (!views.isEmpty()) {
            blocks.add(new Block.Section("Views", List.of(viewTable(state))));
        }
        return new Explanation("State " + model.same().shownAs(state), blocks);
    }

    private Block finding(int state) {
        List<Concept> lasting = lasting(reading, state);
        Text.Writer text = Text.writer().plain("State ").state(model.same().shownAs(state));
        if (lasting.size() == Concept.values().length) {
            return new Block.Finding(
                    Span.Tone.GOOD,
                    text.plain(" would last in this model: no party gains by moving.").done());
        }
        if (lasting.isEmpty()) {
            return new Block.Finding(
                    Span.Tone.BAD,
                    text.plain(" would not last in this model under any of the five concepts: ")
                            .text(fall.upset(state, lasting))
                            .plain(".")
                            .done());
        }
        return new Block.Finding(
                Span.Tone.MIXED,
                text.plain(" would last in this model under ")
                        .text(fall.lasting(lasting))
                        .plain("; otherwise ")
                        .text(fall.upset(state, lasting))
                        .plain(".")
                        .done());
    }

    private static List<Concept> lasting(Reading reading, int state) {
        return java.util.Arrays.stream(Concept.values())
                .filter(c -> reading.verdicts().equilibria(c).contains(state))
                .toList();
    }

    private List<Block> whatItIs(int state) {
        StateSpace space = model.space();
        List<Block.Fact> facts = new ArrayList<>();
        for (int option = 0; option < space.optionCount(); option++) {
            Option stated = space.options().get(option);
            Text.Writer text =
                    Text.writer().strong(words.levelName(option, space.level(state, option)));
            if (space.level(state, option) != space.level(model.now(), option)) {
                text.plain(
                        " (now: %s)"
                                .formatted(
                                        words.levelName(option, space.level(model.now(), option))));
            }
            if (stated.text() != null) {
                text.plain(" — " + words.mover(space.moverOf(option)) + ": " + stated.text());
            }
            facts.add(new Block.Fact(stated.ref().toString(), text.done()));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts));
        List<Outcome> outcomes = words.outcomesOf(state);
        if (!outcomes.isEmpty()) {
            blocks.add(
                    new Block.Paragraph(
                            Text.writer()
                                    .plain("It lies in: ")
                                    .strong(words.outcomeNames(state))
                                    .plain(".")
                                    .done()));
        }
        return blocks;
    }

    private List<Block> party(int state, int mover) {
        if (!(witnesses.find(state, mover, Concept.NASH)
                instanceof Witness.Unstable(_, _, _, int best))) {
            return List.of(
                    new Block.Paragraph(
                            Text.of(
                                    "It stays: none of its moves leads to a state that it ranks higher.")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Paragraph(
                        Text.writer()
                                .plain("Best for it would be ")
                                .text(words.labelledChange(state, best))
                                .plain(": ")
                                .text(reason.of(mover, best, state, "there"))
                                .plain(".")
                                .done()));
        answers(blocks, state, mover, Concept.SEQ);
        if (!reading.verdicts().stableFor(Concept.SEQ, mover).contains(state)) {
            answers(blocks, state, mover, Concept.GMR);
        }
        claims(blocks, state, best, mover);
        return blocks;
    }

    private void answers(List<Block> blocks, int state, int mover, Concept concept) {
        switch (witnesses.find(state, mover, concept)) {
            case Witness.Unstable(_, _, _, int improvement) ->
                    blocks.add(
                            new Block.Paragraph(
                                    Text.writer()
                                            .strong(concept.label())
                                            .plain(": it moves. Nothing deters ")
                                            .text(words.change(state, improvement))
                                            .plain(
                                                    concept.credibleAnswers()
                                                            ? ": no answer that pays the others leaves it where it was or worse."
                                                            : ": no answer at all leaves it where it was or worse.")
                                            .done()));
            case Witness.Stable(_, _, _, List<Witness.Answer> answers) -> {
                blocks.add(
                        new Block.Paragraph(
                                Text.writer()
                                        .strong(concept.label())
                                        .plain(
                                                ": it stays. Every improvement could be answered so that it gains nothing:")
                                        .done()));
                List<Text> items = new ArrayList<>();
                for (Witness.Answer answer :
                        answers.subList(0, (int) limit.shown(answers.size()))) {
                    items.add(answered(state, mover, answer));
                }
                blocks.add(new Block.Items(false, items));
                if (limit.omitted(answers.size()) > 0) {
                    blocks.add(
                            new Block.Note(
                                    Block.Note.Kind.LIMIT,
                                    Text.of(
                                            "%s more, answered likewise; --limit shows more."
                                                    .formatted(
                                                            Wording.number(
                                                                    limit.omitted(
                                                                            answers.size()))))));
                }
            }
            case Witness.Undecided(_, _, _, long visited) ->
                    blocks.add(
                            new Block.Note(
                                    Block.Note.Kind.LIMIT,
                                    Text.of(
                                            "%s: the search for an answer stopped after %s states; the verdict in the table stands."
                                                    .formatted(
                                                            concept.label(),
                                                            Wording.number(visited)))));
        }
    }

    private Text answered(int state, int mover, Witness.Answer answer) {
        int end = answer.end();
        Text.Writer text =
                Text.writer()
                        .text(words.change(state, answer.improvement()))
                        .plain(": ")
                        .text(fall.answer(answer));
        return model.ranks(mover).rank(end) == model.ranks(mover).rank(state)
                ? text.plain(". It would be where it was.").done()
                : text.plain(". It would be worse off: ")
                        .text(reason.of(mover, state, end, "here"))
                        .plain(".")
                        .done();
    }

    /// The words of the claims behind the options that change and the statement that decides.
    private void claims(List<Block> blocks, int state, int best, int mover) {
        java.util.SequencedSet<String> ids = new java.util.LinkedHashSet<>();
        for (var span : reason.of(mover, best, state, "there").spans()) {
            if (span instanceof Span.ClaimRef(String claim)) {
                ids.add(claim);
            }
        }
        StateSpace space = model.space();
        for (int option = 0; option < space.optionCount(); option++) {
            if (space.level(state, option) != space.level(best, option)) {
                ids.addAll(space.options().get(option).basis().claims());
            }
        }
        for (String id : ids) {
            Claim claim = model.source().claim(id);
            var source = model.source().source(claim.in());
            String where =
                    source.date() == null
                            ? source.title()
                            : source.title() + ", " + source.date().inWords();
            if (claim.quote() != null) {
                blocks.add(
                        new Block.Quotation(
                                claim.quote(),
                                Wording.sentenceStart(words.speakers(claim.by())),
                                where,
                                id));
            } else {
                blocks.add(
                        new Block.Paragraph(
                                Text.writer()
                                        .plain(
                                                "%s says: %s (%s) "
                                                        .formatted(
                                                                Wording.sentenceStart(
                                                                        words.speakers(claim.by())),
                                                                claim.says(),
                                                                where))
                                        .claim(id)
                                        .done()));
            }
            for (Claim.Contest contest : claim.contested()) {
                blocks.add(
                        new Block.Note(
                                Block.Note.Kind.CONTESTED,
                                Text.of(
                                        "Contested by %s%s"
                                                .formatted(
                                                        words.speakers(contest.by()),
                                                        contest.note() == null
                                                                ? "."
                                                                : ": " + contest.note()))));
            }
        }
    }

    private Block viewTable(int state) {
        List<List<Text>> rows = new ArrayList<>();
        for (Reading view : views) {
            rows.add(List.of(Text.of(view.name()), fall.lasting(lasting(view, state))));
        }
        return new Block.Table(
                "Whether it would last, view by view",
                List.of(Block.Column.words("View"), Block.Column.words("Would last under")),
                rows,
                0);
    }
}
