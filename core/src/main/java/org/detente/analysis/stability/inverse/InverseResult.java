// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityPart;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Preferences;
import org.detente.model.View;

/// What would have to change in whose stated preferences for something wanted to last.
///
/// @param model the case
/// @param wanted what should last
/// @param concept under which concept
/// @param partyCount how many parties must change: 0 if it lasts as stated, [#NONE] if one edit of
///   each of two parties is not enough or was not found
/// @param answers every change of that size, each checked for every party
/// @param notEdited parties whose preferences were not edited, and why
/// @param editCount how many single edits there are, of all parties together
/// @param completeness whether all changes of that size were found, and whether a smaller one can
///   be ruled out
public record InverseResult(
        CompiledCase model,
        Wanted wanted,
        Concept concept,
        int partyCount,
        List<Answer> answers,
        List<NotEdited> notEdited,
        int editCount,
        Completeness completeness)
        implements StabilityPart {
    /// No change of the sizes searched was found.
    public static final int NONE = -1;

    /// Copies the lists.
    public InverseResult {
        answers = List.copyOf(answers);
        notEdited = List.copyOf(notEdited);
    }

    /// A party whose preferences were not edited.
    ///
    /// @param mover its index
    /// @param reason why not, a clause
    public record NotEdited(int mover, String reason) {}

    /// How many changes the answers stand for.
    ///
    /// @return the sum of their counts; states where nothing needs to change count 1 each
    public long changeCount() {
        return answers.stream().mapToLong(Answer::count).sum();
    }

    /// The case as it would be after some edits, for any analysis.
    ///
    /// @param model a case
    /// @param movers whose edits they are
    /// @param edits one for each of these movers
    /// @return the edited case, which shares the case's space
    public static CompiledCase edited(CompiledCase model, List<Integer> movers, List<Edit> edits) {
        List<Preferences> changed = new ArrayList<>();
        for (int k = 0; k < movers.size(); k++) {
            String party = model.space().movers().get(movers.get(k)).id();
            changed.add(edits.get(k).applied(party, model.source().preferencesOf(party)));
        }
        return model.under(
                new View("what-if", null, null, Basis.ASSUMED, changed, List.of(), null, null));
    }

    @Override
    public String key() {
        return wanted.anyState() ? "wantedAny" : "wanted";
    }

    @Override
    public String title() {
        String outcome = wanted.outcome();
        return "What must change in whose mind for %s to last"
                .formatted(
                        outcome == null
                                ? "state " + wanted.states().getFirst()
                                : wanted.anyState() ? "some state of " + outcome : outcome);
    }

    @Override
    public List<Block> blocks(ListLimit limit) {
        return new InverseExplanation(this, limit).blocks();
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        Data.Fields data =
                new Data.Fields()
                        .with("concept", concept.key())
                        .with("wanted", wantedData())
                        .with(
                                "partiesToChange",
                                partyCount == NONE ? new Data.None() : new Data.Whole(partyCount))
                        .with("count", changeCount())
                        .with(
                                "answers",
                                new Data.Items(
                                        answers.stream()
                                                .limit(limit.count())
                                                .map(a -> answerData(a, limit))
                                                .toList()));
        if (limit.omitted(answers.size()) > 0) {
            data.with("omitted", limit.omitted(answers.size()));
        }
        Data.Fields reasons = new Data.Fields();
        notEdited.forEach(n -> reasons.with(party(n.mover()), n.reason()));
        data.with("notEdited", reasons).with("edits", editCount);
        return switch (completeness) {
            case Completeness.Complete() -> data.with("complete", true);
            case Completeness.Truncated(String name, long bound) ->
                    data.with("complete", false).with("limit", name).with("bound", bound);
        };
    }

    private Data.Fields wantedData() {
        String outcome = wanted.outcome();
        return new Data.Fields()
                .with("outcome", outcome == null ? new Data.None() : new Data.Name(outcome))
                .with("anyState", wanted.anyState())
                .with("states", wanted.states().size());
    }

    private String party(int mover) {
        return model.space().movers().get(mover).id();
    }

    private Data answerData(Answer answer, ListLimit limit) {
        Data.Fields choices = new Data.Fields();
        for (Choice choice : answer.choices()) {
            Data.Fields entry =
                    new Data.Fields()
                            .with("count", choice.edits().size())
                            .with(
                                    "anyOf",
                                    new Data.Items(
                                            choice.edits().stream()
                                                    .limit(limit.count())
                                                    .map(InverseResult::editData)
                                                    .toList()));
            if (limit.omitted(choice.edits().size()) > 0) {
                entry.with("omitted", limit.omitted(choice.edits().size()));
            }
            choices.with(party(choice.mover()), entry);
        }
        return new Data.Fields()
                .with("state", answer.state())
                .with("count", answer.count())
                .with("choices", choices);
    }

    /// An edit as data. Positions count from 1.
    private static Data editData(Edit edit) {
        return switch (edit) {
            case Edit.Moved(int from, int to) ->
                    new Data.Fields()
                            .with("edit", "move")
                            .with("from", from + 1L)
                            .with("to", to + 1L);
            case Edit.Dropped(int index) ->
                    new Data.Fields().with("edit", "drop").with("from", index + 1L);
            case Edit.Added(Condition condition, int at) ->
                    new Data.Fields()
                            .with("edit", "add")
                            .with("statement", condition.toString())
                            .with("to", at + 1L);
            case Edit.GroupsSwapped(int upper) ->
                    new Data.Fields()
                            .with("edit", "swap groups")
                            .with("first", upper + 1L)
                            .with("second", upper + 2L);
            case Edit.StatesSwapped(int better, int worse) ->
                    new Data.Fields()
                            .with("edit", "swap states")
                            .with("first", better)
                            .with("second", worse);
        };
    }
}
