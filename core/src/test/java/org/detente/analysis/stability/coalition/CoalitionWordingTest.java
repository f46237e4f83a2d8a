// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.analyzed;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.data;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.dilemma;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.not;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.ranking;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.told;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.order;
import static org.detente.testing.SmallCase.set;

import java.util.List;
import org.detente.analysis.CoalitionChoice;
import org.detente.analysis.ListLimit;
import org.detente.analysis.SearchBounds;
import org.detente.analysis.stability.StabilityResult;
import org.detente.model.Condition;
import org.detente.model.Condition.And;
import org.detente.model.Option.Moves;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// The sentences on coalitions, case by case, worked out by hand.
class CoalitionWordingTest {
    private static StabilityResult solved(SmallCase model) {
        return analyzed(model.compiled(), CoalitionChoice.NAMED, SearchBounds.DEFAULT);
    }

    private static List<String> findings(SmallCase model) {
        return told(solved(model), ListLimit.NONE).subList(0, 2);
    }

    /// Three parties that can go or not, of whom nobody has.
    static SmallCase trio() {
        return new SmallCase()
                .party("a")
                .party("b")
                .party("c")
                .option("a", "go", Moves.BOTH)
                .option("b", "go", Moves.BOTH)
                .option("c", "go", Moves.BOTH);
    }

    private static SmallCase allPairs(SmallCase model) {
        return model.coalition("a", "b").coalition("a", "c").coalition("b", "c");
    }

    static Condition gone(String one, String other) {
        return new And(List.of(holds(one + ".go"), holds(other + ".go")));
    }

    @Test
    void oneCoalitionThatLeavesIsNamedWithItsMove() {
        assertThat(told(solved(dilemma().coalition("row", "column")), ListLimit.NONE))
                .startsWith(
                        "BAD: row and column together would leave how things stand by row.break yes → no, column.break yes → no, whatever the others answer. That leads to state 0 (peace), which is better for each of them.",
                        "MIXED: Of the 2 states that would last sequentially for each party alone, 1 would also withstand row and column moving together. None is left in conflict, where some would last for each party alone.",
                        "table How coalitions would leave how things stand, and the states that stand for outcomes (0 omitted)",
                        "| State # | It is | Coalition | Would leave it | By | To state | For the others |",
                        "| 3 | now, conflict | row and column | BAD:whatever the answer | row.break yes → no, column.break yes → no | 0 (peace) | — |",
                        "table How many of the 4 states each coalition would not leave, by concept (0 omitted)",
                        "| Coalition | Nash # | GMR # | SMR # | SEQ # | Of what lasts alone (SEQ) # |",
                        "| row and column | 3 | 3 | 3 | 3 | 1 of 2 |",
                        "table How many of each outcome's states each coalition would not leave, sequentially (0 omitted)",
                        "| Coalition | peace # | conflict # |",
                        "| row and column | 1 of 1 | 2 of 3 |");
    }

    @Test
    void withoutOutcomesNoneAreCounted() {
        SmallCase model = trio().prefers("a", order(gone("a", "b"))).coalition("a", "b");
        List<String> told = told(solved(model), ListLimit.NONE);
        assertThat(told)
                .contains("| a and b | 8 | 8 | 8 | 8 | 6 of 6 |")
                .noneMatch(line -> line.contains("outcome's states"));
        assertThat(data(solved(model), ListLimit.NONE))
                .contains(".of.a+b.nash.count = Whole[value=8]")
                .noneMatch(line -> line.contains("outcomes"));
    }

    @Test
    void oneCoalitionThatStaysIsNamed() {
        assertThat(findings(dilemma(ranking(3, 0, 1, 2)).coalition("row", "column")).getFirst())
                .isEqualTo(
                        "GOOD: row and column together have no joint move away from how things stand that is better for each of them.");
    }

    @Test
    void ofSeveralCoalitionsNoneLeaves() {
        SmallCase model = trio().prefers("a", order(not("a.go"))).prefers("b", order(not("b.go")));
        assertThat(findings(allPairs(model)))
                .containsExactly(
                        "GOOD: No coalition looked at has a joint move away from how things stand that is better for each of its members.",
                        "GOOD: Both states that would last sequentially for each party alone would also withstand every coalition looked at.");
    }

    @Test
    void ofSeveralCoalitionsTheOneThatLeavesIsNamed() {
        SmallCase model =
                trio().prefers("a", order(gone("a", "b"))).prefers("b", order(gone("a", "b")));
        assertThat(findings(allPairs(model)))
                .containsExactly(
                        "BAD: Of the 3 coalitions looked at, 1 would leave how things stand, whatever the others answer. It is a and b, by a.go no → yes, b.go no → yes. That leads to state 3 (none named), which is better for each of them.",
                        "MIXED: Of the 4 states that would last sequentially for each party alone, 2 would also withstand every coalition looked at.");
    }

    /// Each wants two to have gone, and itself among them; whoever of two goes back hurts the other
    /// and itself. The third of a pair can only join.
    @Test
    void severalThatLeaveAlikeAreToldTogether() {
        SmallCase model =
                trio().prefers(
                                "a",
                                order(new Condition.Or(List.of(gone("a", "b"), gone("a", "c")))))
                        .prefers(
                                "b",
                                order(new Condition.Or(List.of(gone("b", "a"), gone("b", "c")))))
                        .prefers(
                                "c",
                                order(new Condition.Or(List.of(gone("c", "a"), gone("c", "b")))));
        assertThat(findings(allPairs(model)).getFirst())
                .isEqualTo(
                        "BAD: Of the 3 coalitions looked at, 3 would leave how things stand, whatever the others answer. The first is a and b, by a.go no → yes, b.go no → yes. That leads to state 3 (none named), which is better for each of them.");
    }

    /// If a and b go, c spoils it by going, which c wants anyway.
    @Test
    void aCoalitionThatAPayingAnswerHoldsLeavesOnlyIfUnanswered() {
        Condition unspoilt = new And(List.of(gone("a", "b"), not("c.go")));
        SmallCase model =
                trio().prefers("a", order(unspoilt))
                        .prefers("b", order(unspoilt))
                        .prefers("c", order(holds("c.go")));
        assertThat(findings(model.coalition("a", "b")))
                .containsExactly(
                        "MIXED: a and b together would leave how things stand by a.go no → yes, b.go no → yes, if no answer that pays those who give it is expected. That leads to state 3 (none named), which is better for each of them.",
                        "GOOD: All 4 states that would last sequentially for each party alone would also withstand a and b moving together.");
        assertThat(told(solved(model), ListLimit.NONE))
                .contains("| a and b | 5 | 8 | 8 | 8 | 4 of 4 |");
    }

    @Test
    void theOnlyStateThatLastsAloneIsNotCalledAllOfOne() {
        SmallCase model =
                new SmallCase()
                        .party("a")
                        .party("b")
                        .option("a", "go", Moves.BOTH)
                        .option("b", "go", Moves.BOTH)
                        .prefers("a", order(not("a.go")))
                        .prefers("b", order(not("b.go")))
                        .coalition("a", "b");
        assertThat(findings(model).getLast())
                .isEqualTo(
                        "GOOD: The one state that would last sequentially for each party alone would also withstand a and b moving together.");
    }

    /// c goes alone, which is not counted as a coalition's doing; a and b, and all three, can do
    /// better together.
    @Test
    void whereAllSetsOfPartiesAreLookedAtThoseOfOneAreCountedAndNotToldOf() {
        SmallCase model =
                trio().prefers("a", order(gone("a", "b")))
                        .prefers("b", order(gone("a", "b")))
                        .prefers("c", order(holds("c.go")));
        StabilityResult all = analyzed(model.compiled(), CoalitionChoice.ALL, SearchBounds.DEFAULT);
        assertThat(told(all, ListLimit.NONE))
                .startsWith(
                        "BAD: Of the 4 coalitions looked at, 2 would leave how things stand, whatever the others answer. The first is a and b, by a.go no → yes, b.go no → yes. That leads to state 3 (none named), which is better for each of them.",
                        "MIXED: Of the 2 states that would last sequentially for each party alone, 1 would also withstand every coalition looked at.",
                        "table How coalitions would leave how things stand, and the states that stand for outcomes (0 omitted)",
                        "| State # | It is | Coalition | Would leave it | By | To state | For the others |",
                        "| 0 | now | a and b | BAD:whatever the answer | a.go no → yes, b.go no → yes | 3 (none named) | — |",
                        "| 0 | now | a, b and c | BAD:whatever the answer | a.go no → yes, b.go no → yes, c.go no → yes | 7 (none named) | — |",
                        "table How coalitions would leave states that would last sequentially for each party alone; for each coalition a few of these (0 omitted)",
                        "| State # | It is | Coalition | Would leave it | By | To state | For the others |",
                        "| 4 | none named | a and b | BAD:whatever the answer | a.go no → yes, b.go no → yes | 7 (none named) | — |",
                        "table How many of the 8 states each coalition would not leave, by concept (0 omitted)",
                        "| Coalition | Nash # | GMR # | SMR # | SEQ # | Of what lasts alone (SEQ) # |",
                        "| a | 6 | 8 | 8 | 6 | 2 of 2 |",
                        "| b | 6 | 8 | 8 | 6 | 2 of 2 |",
                        "| c | 4 | 4 | 4 | 4 | 2 of 2 |",
                        "| a and b | 2 | 2 | 2 | 2 | 1 of 2 |",
                        "| a and c | 7 | 8 | 8 | 7 | 2 of 2 |",
                        "| b and c | 7 | 8 | 8 | 7 | 2 of 2 |",
                        "| a, b and c | 5 | 5 | 5 | 5 | 2 of 2 |");
        assertThat(data(all, ListLimit.NONE))
                .contains(
                        ".looked = Name[value=all]",
                        ".equilibria.seq.states = [7]",
                        ".of.c.nash.count = Whole[value=4]",
                        ".upsets.count = Whole[value=3]");
    }

    @Test
    void whomItHurtsAmongTheOthersIsSaid() {
        SmallCase model =
                trio().prefers("a", order(gone("a", "b")))
                        .prefers("b", order(gone("a", "b")))
                        .prefers("c", order(not("a.go")))
                        .coalition("a", "b");
        assertThat(told(solved(model), ListLimit.NONE))
                .contains(
                        "| 0 | now | a and b | BAD:whatever the answer | a.go no → yes, b.go no → yes | 3 (none named) | worse for c |");
    }

    /// The states in which a has gone for good count as one, shown as state 1.
    @Test
    void ofStatesThatCountAsOneTheShownOneIsTold() {
        SmallCase model =
                new SmallCase()
                        .party("a")
                        .party("b")
                        .option("a", "go", Moves.UP)
                        .option("b", "go", Moves.BOTH)
                        .same(holds("a.go"))
                        .outcome("gone", holds("a.go"), set("a.go", "yes"), set("b.go", "yes"))
                        .prefers("a", order(holds("a.go")))
                        .prefers("b", order(holds("a.go")))
                        .coalition("a", "b");
        assertThat(told(solved(model), ListLimit.NONE))
                .contains(
                        "| 0 | now | a and b | BAD:whatever the answer | a.go no → yes | 1 (gone) | — |",
                        "table How many of the 3 states each coalition would not leave, by concept (0 omitted)",
                        "| a and b | 1 | 1 | 1 | 1 | 1 of 1 |",
                        "| a and b | 1 of 1 |");
        assertThat(data(solved(model), ListLimit.NONE))
                .contains(
                        ".of.a+b.nash.states = [1]", ".of.a+b.nash.outcomes.gone = Whole[value=1]");
    }

    @Test
    void anOutcomeThatCannotBeReachedIsNoStateToLeave() {
        SmallCase model =
                new SmallCase()
                        .party("a")
                        .party("b")
                        .option("a", "go", Moves.UP)
                        .option("b", "go", Moves.BOTH)
                        .now(set("a.go", "yes"))
                        .outcome("before", not("a.go"))
                        .prefers("a", order(not("a.go"), holds("b.go")))
                        .prefers("b", order(holds("b.go")))
                        .coalition("a", "b");
        assertThat(told(solved(model), ListLimit.NONE).stream().filter(l -> l.startsWith("| ")))
                .contains(
                        "| 1 | now | a and b | BAD:whatever the answer | b.go no → yes | 3 (none named) | — |")
                .noneMatch(line -> line.startsWith("| 0 |"));
    }
}
