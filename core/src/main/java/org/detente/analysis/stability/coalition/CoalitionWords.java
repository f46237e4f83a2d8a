// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.List;
import org.detente.analysis.Wording;
import org.detente.analysis.stability.Concept;
import org.detente.compile.CompiledCase;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Words for coalitions and what they do.
final class CoalitionWords {
    private final CompiledCase model;
    private final Wording words;

    CoalitionWords(CompiledCase model) {
        this.model = model;
        this.words = new Wording(model);
    }

    /// Parties by name: `A`, `A and B`, `A, B and C`.
    String names(List<Integer> movers) {
        return joined(movers.stream().map(words::mover).toList());
    }

    /// Words as a list in a sentence.
    static String joined(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /// When the coalition would go, as an entry of a table.
    static Text firmness(Concept concept) {
        Text.Writer text = Text.writer();
        return switch (concept) {
            case GMR, SMR -> text.mark(Span.Tone.BAD, "whatever the answer").done();
            case SEQ, SSEQ -> text.mark(Span.Tone.BAD, "unless answered at a cost").done();
            case NASH -> text.mark(Span.Tone.MIXED, "only if unanswered").done();
        };
    }

    /// What the others' answers could change, a clause.
    static String answers(Concept concept) {
        return switch (concept) {
            case GMR, SMR -> "whatever the others answer";
            case SEQ, SSEQ -> "unless others answer at a cost to themselves";
            case NASH -> "if no answer that pays those who give it is expected";
        };
    }

    /// That a coalition has no reason to leave a state.
    String stays(List<Integer> members, String state) {
        return "%s together have no joint move away from %s that is better for each of them."
                .formatted(names(members), state);
    }

    /// That a coalition would leave a state, and how.
    ///
    /// @param upset how, or null if that was not found
    Text leaves(List<Integer> members, String state, @Nullable Upset upset) {
        Text.Writer text =
                Text.writer()
                        .strong(names(members))
                        .plain(" together would leave %s".formatted(state));
        return upset == null
                ? text.plain("; by which move was not found within the bound.").done()
                : text.text(by(upset, true)).done();
    }

    /// By which move, how firmly if that is not said before, and where to: the rest of a sentence.
    Text by(Upset upset, boolean howFirmly) {
        return Text.writer()
                .plain(" by ")
                .text(words.change(upset.state(), upset.end()))
                .plain(howFirmly ? ", " + answers(upset.concept()) : "")
                .plain(". That leads to state ")
                .text(end(upset))
                .plain(", which is better for each of them.")
                .done();
    }

    /// Where a joint move leads.
    Text end(Upset upset) {
        int end = model.same().shownAs(upset.end());
        return Text.writer()
                .state(end)
                .plain(" (%s)".formatted(words.outcomeNames(upset.end())))
                .done();
    }

    /// What a joint move changes for the parties that do not take part.
    String others(List<Integer> members, List<Integer> gaining, List<Integer> losing) {
        List<Integer> better = gaining.stream().filter(m -> !members.contains(m)).toList();
        List<Integer> worse = losing.stream().filter(m -> !members.contains(m)).toList();
        String gain = better.isEmpty() ? "" : "better for " + names(better);
        String loss = worse.isEmpty() ? "" : "worse for " + names(worse);
        return gain.isEmpty() && loss.isEmpty()
                ? "—"
                : gain + (gain.isEmpty() || loss.isEmpty() ? "" : "; ") + loss;
    }

    /// That some parties of a coalition have no options.
    String unable(List<String> parties, List<String> without) {
        List<String> rest = parties.stream().filter(p -> !without.contains(p)).toList();
        return "Of the coalition %s, %s no options; %s."
                .formatted(
                        String.join(" + ", parties),
                        joined(without.stream().map(words::party).toList())
                                + (without.size() == 1 ? " has" : " have"),
                        rest.size() > 1
                                ? "what is said here is about the others"
                                : "it is not looked at");
    }
}
