// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Tells what would have to change in whose mind for something wanted to last.
final class InverseExplanation {
    private final InverseResult result;
    private final CompiledCase model;
    private final Wording words;
    private final ListLimit limit;

    InverseExplanation(InverseResult result, ListLimit limit) {
        this.result = result;
        this.model = result.model();
        this.words = new Wording(model);
        this.limit = limit;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(finding());
        List<Answer> answers = result.partyCount() > 0 ? result.answers() : List.of();
        for (Answer answer : answers.subList(0, (int) limit.shown(answers.size()))) {
            blocks.addAll(told(answer));
        }
        if (limit.omitted(answers.size()) > 0) {
            blocks.add(
                    note(
                            Block.Note.Kind.LIMIT,
                            "%s more; --limit shows more."
                                    .formatted(Wording.number(limit.omitted(answers.size())))));
        }
        for (InverseResult.NotEdited party : result.notEdited()) {
            blocks.add(
                    note(
                            Block.Note.Kind.CAUTION,
                            "%s was left as it is: %s."
                                    .formatted(words.mover(party.mover()), party.reason())));
        }
        if (result.completeness() instanceof Completeness.Truncated(String name, long bound)) {
            blocks.add(
                    note(
                            Block.Note.Kind.LIMIT,
                            "The search stopped at %s %s; there may be more or smaller changes."
                                    .formatted(name, Wording.number(bound))));
        }
        if (result.partyCount() != 0) {
            blocks.add(
                    note(
                            Block.Note.Kind.CAUTION,
                            "A change is one statement of a party put elsewhere in its order, left out, or added: an option at a level or above it, a named outcome, or the negation of one; in a ranking, two neighbouring groups or two states changing places. Which of them a party could come to hold is not for the model to say."));
        }
        return blocks;
    }

    private static Block note(Block.Note.Kind kind, String words) {
        return new Block.Note(kind, Text.of(words));
    }

    private Text wanted() {
        String outcome = result.wanted().outcome();
        List<Integer> states = result.wanted().states();
        Text.Writer text = Text.writer();
        if (outcome != null && result.wanted().anyState()) {
            return text.plain("some state of ").strong(outcome).done();
        }
        text.plain("state ").state(states.getFirst());
        if (outcome != null) {
            text.plain(", which stands for ").strong(outcome).plain(",");
        }
        return text.done();
    }

    private Block finding() {
        if (result.wanted().states().isEmpty()) {
            return new Block.Finding(
                    Span.Tone.BAD,
                    Text.of(
                            "No state of %s can be asked for: none is feasible, or none can be reached from now."
                                    .formatted(result.wanted().outcome())));
        }
        Text.Writer text = Text.writer();
        String concept = result.concept().label();
        return switch (result.partyCount()) {
            case 0 ->
                    new Block.Finding(
                            Span.Tone.GOOD,
                            text.plain("For ")
                                    .text(wanted())
                                    .plain(
                                            " to last under %s nothing has to change."
                                                    .formatted(concept))
                                    .done());
            case InverseResult.NONE ->
                    new Block.Finding(
                            Span.Tone.BAD,
                            text.plain("For ")
                                    .text(wanted())
                                    .plain(
                                            " to last under %s no single change of one party’s statements is enough, nor one each of two parties%s."
                                                    .formatted(concept, foundOrNot()))
                                    .done());
            default ->
                    new Block.Finding(
                            Span.Tone.MIXED,
                            text.plain("For ")
                                    .text(wanted())
                                    .plain(
                                            " to last under %s it is enough that %s. There %s."
                                                    .formatted(concept, size(), counted()))
                                    .done());
        };
    }

    private String foundOrNot() {
        return result.completeness() instanceof Completeness.Truncated
                ? ", as far as was searched"
                : "";
    }

    private String size() {
        return result.partyCount() == 1
                ? "one party changes one statement"
                : "two parties change one statement each; one party alone is not enough";
    }

    private String counted() {
        long count = result.changeCount();
        boolean alone = result.partyCount() == 1;
        String one = alone ? "such change" : "such pair of changes";
        String many = alone ? "such changes" : "such pairs of changes";
        return count == 1
                ? "is one %s, out of %s single changes tried"
                        .formatted(one, Wording.number(result.editCount()))
                : "are %s %s, out of %s single changes tried"
                        .formatted(Wording.number(count), many, Wording.number(result.editCount()));
    }

    private List<Block> told(Answer answer) {
        List<Block> blocks = new ArrayList<>();
        boolean first = true;
        for (Choice choice : answer.choices()) {
            Text.Writer lead = Text.writer();
            if (first && result.wanted().states().size() > 1) {
                lead.plain("State ").state(answer.state()).plain(" would last if");
            } else {
                lead.plain(first ? "If" : "and if");
            }
            lead.plain(" for ").strong(words.mover(choice.mover()));
            List<Text> clauses = new EditWords(model, choice.mover()).clauses(choice.edits());
            lead.plain(clauses.size() == 1 ? "" : ", any one of these");
            blocks.add(new Block.Paragraph(lead.done()));
            blocks.add(
                    new Block.Items(false, clauses.subList(0, (int) limit.shown(clauses.size()))));
            if (limit.omitted(clauses.size()) > 0) {
                blocks.add(
                        note(
                                Block.Note.Kind.LIMIT,
                                "%s more; --limit shows more."
                                        .formatted(Wording.number(limit.omitted(clauses.size())))));
            }
            first = false;
        }
        return blocks;
    }
}
