// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.order;

import java.util.List;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.stability.inverse.Answer;
import org.detente.analysis.stability.inverse.Choice;
import org.detente.analysis.stability.inverse.Edit;
import org.detente.analysis.stability.inverse.Inverse;
import org.detente.analysis.stability.inverse.InverseLimits;
import org.detente.analysis.stability.inverse.InverseResult;
import org.detente.analysis.stability.inverse.Wanted;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Figure;
import org.detente.model.Option;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Quantity;
import org.detente.model.Worth;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

class InverseTest {
    private static final Condition HELP = holds("b.help");
    private static final Condition GO = holds("a.go");

    private static SmallCase parties() {
        return new SmallCase()
                .party("a")
                .party("b")
                .option("a", "go", Option.Moves.BOTH)
                .option("b", "help", Option.Moves.BOTH);
    }

    private static InverseResult nash(CompiledCase model, Wanted wanted) {
        return Inverse.of(model, wanted, Concept.NASH, InverseLimits.DEFAULT, 1);
    }

    private static List<String> words(InverseResult result) {
        return result.blocks(ListLimit.NONE).stream()
                .flatMap(block ->
                        switch (block) {
                            case Block.Finding(_, var text) -> List.of(text).stream();
                            case Block.Paragraph(var text) -> List.of(text).stream();
                            case Block.Items(_, var items) -> items.stream();
                            case Block.Note(_, var text) -> List.of(text).stream();
                            default -> List.<org.detente.explain.Text>of().stream();
                        })
                .map(org.detente.explain.Text::plainWords)
                .toList();
    }

    @Test
    void listsEveryEditOfTheOnePartyThatMustChange() {
        CompiledCase model = parties().prefers("a", order(HELP, GO)).compiled();
        InverseResult result = nash(model, Wanted.state(model, 0));
        Condition stay = new Condition.Not(GO);
        assertThat(result.answers())
                .containsExactly(
                        new Answer(
                                0,
                                List.of(
                                        new Choice(
                                                0,
                                                List.of(
                                                        new Edit.Dropped(1),
                                                        new Edit.Added(stay, 0),
                                                        new Edit.Added(stay, 1))))));
        assertThat(words(result))
                .contains(
                        "If for a, any one of these",
                        "a.go assumed (2nd) did not count",
                        "not a.go mattered too, more than a.go assumed (2nd)");
    }

    @Test
    void asksTwoPartiesWhereOneIsNotEnough() {
        CompiledCase model = parties().prefers("a", order(GO)).prefers("b", order(HELP)).compiled();
        InverseResult result = nash(model, Wanted.state(model, 0));
        assertThat(result.partyCount()).isEqualTo(2);
        assertThat(result.changeCount()).isEqualTo(4);
        assertThat(words(result))
                .contains("and if for b, any one of these", "b.help assumed (1st) did not count");
    }

    @Test
    void saysThatNothingHasToChange() {
        CompiledCase model = parties().prefers("a", order(GO)).compiled();
        InverseResult result = nash(model, Wanted.state(model, 1));
        assertThat(result.partyCount()).isZero();
        assertThat(words(result))
                .containsExactly("For state 1 to last under Nash nothing has to change.");
    }

    @Test
    void swapsWithinARanking() {
        CompiledCase model =
                parties()
                        .prefers(
                                "a",
                                new Ranking(
                                        List.of(List.of(3), List.of(1), List.of(0, 2)),
                                        Basis.ASSUMED))
                        .compiled();
        InverseResult result = nash(model, Wanted.state(model, 0));
        assertThat(result.answers().getFirst().choices().getFirst().edits())
                .containsExactly(
                        new Edit.GroupsSwapped(1),
                        new Edit.StatesSwapped(3, 0),
                        new Edit.StatesSwapped(1, 0),
                        new Edit.StatesSwapped(1, 2));
        assertThat(words(result))
                .contains(
                        "the 2nd and the 3rd group of its ranking, [1] and [0, 2], changed places",
                        "states 1 and 0 changed places in its ranking");
    }

    @Test
    void leavesPointsAsTheyAreAndSaysSo() {
        CompiledCase model =
                parties()
                        .prefers(
                                "a",
                                new Values(
                                        List.of(
                                                new Worth.OfCondition(
                                                        GO,
                                                        new Figure(
                                                                new Quantity.Exact(1, false),
                                                                Basis.ASSUMED)))))
                        .compiled();
        InverseResult result = nash(model, Wanted.state(model, 0));
        assertThat(result.partyCount()).isEqualTo(InverseResult.NONE);
        assertThat(result.notEdited())
                .extracting(InverseResult.NotEdited::mover)
                .containsExactly(0);
        assertThat(result.data(ListLimit.NONE).entries().get("partiesToChange"))
                .isEqualTo(new Data.None());
    }

    @Test
    void reachesAnOutcomeWhereAnyOfItsStatesLasts() {
        CompiledCase model =
                parties()
                        .outcome("calm", new Condition.Not(GO))
                        .prefers("a", order(new Condition.And(List.of(GO, HELP))))
                        .compiled();
        var calm = model.source().outcomes().getFirst();
        assertThat(nash(model, Wanted.anyOf(model, calm)).answers())
                .containsExactly(new Answer(0, List.of()));
        assertThat(nash(model, Wanted.pointOf(model, calm)).wanted().states()).containsExactly(0);
    }

    @Test
    void saysWhereABoundBit() {
        CompiledCase model = parties().prefers("a", order(HELP, GO)).compiled();
        InverseResult result =
                Inverse.of(model, Wanted.state(model, 0), Concept.SEQ, new InverseLimits(10, 1), 1);
        assertThat(result.completeness())
                .isEqualTo(new Completeness.Truncated(InverseLimits.STEPS, 10));
        assertThat(words(result)).anyMatch(w -> w.startsWith("The search stopped at"));
    }

    @Test
    void refusesAStateThatCannotBe() {
        CompiledCase model = parties().rule("never", GO).compiled();
        assertThatThrownBy(() -> Wanted.state(model, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 is no feasible state");
    }
}
