// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.analyzed;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.dilemma;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.CoalitionChoice;
import org.detente.analysis.Completeness;
import org.detente.analysis.Questions;
import org.detente.analysis.SearchBounds;
import org.detente.analysis.stability.Concept;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.explain.Explanation;
import org.detente.model.Condition.And;
import org.detente.model.Option;
import org.detente.model.Option.Moves;
import org.detente.testing.Plain;
import org.detente.testing.RandomModel;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// Which coalitions there are, of how many states moves are told, and where bounds bite.
class CoalitionBoundsTest {
    private static CoalitionResult solved(
            CompiledCase model, List<List<Integer>> coalitions, long steps, long cells) {
        return Coalitions.of(
                        List.of(model),
                        coalitions,
                        List.of(Sought.only(List.of(model.now()), model.space().product())),
                        new CoalitionLimits(steps, cells),
                        1)
                .getFirst();
    }

    @Test
    void coalitionsOfFewerThanTwoPartiesWithOptionsAreNotLookedAt() {
        assertThat(Coalitions.named(dilemma().coalition("row", "watcher").compiled())).isEmpty();
        assertThat(
                        Coalitions.named(
                                dilemma()
                                        .coalition("column", "watcher", "row")
                                        .coalition("row", "column")
                                        .compiled()))
                .containsExactly(List.of(0, 1));
    }

    @Test
    void allCoalitionsOfEightPartiesComeSmallerOnesFirst() {
        List<List<Integer>> all = Coalitions.all(8);
        assertThat(all).hasSize(255).doesNotHaveDuplicates();
        assertThat(all.stream().map(List::size)).isSorted();
        assertThat(all.getLast()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(Coalitions.all(3))
                .containsExactly(
                        List.of(0),
                        List.of(1),
                        List.of(2),
                        List.of(0, 1),
                        List.of(0, 2),
                        List.of(1, 2),
                        List.of(0, 1, 2));
        assertThatThrownBy(() -> Coalitions.all(9))
                .hasMessage("all coalitions of at most 8 movers; got 9");
    }

    @Test
    void boundsAreAtLeastOne() {
        assertThat(new CoalitionLimits(1, 1).mostCells()).isEqualTo(1);
        assertThatThrownBy(() -> new CoalitionLimits(0, 1))
                .hasMessage("steps and cells must be at least 1; got 0 and 1");
        assertThatThrownBy(() -> new CoalitionLimits(1, 0))
                .hasMessage("steps and cells must be at least 1; got 1 and 0");
    }

    /// Both parties together, and the set of none that could answer: two sets of parties, four
    /// states each. All three coalitions: no more than the four sets of parties that there are.
    @Test
    void statesTimesSetsOfPartiesMayBeAsManyAsTheBoundSays() {
        CompiledCase model = dilemma().compiled();
        List<List<Integer>> both = List.of(List.of(0, 1));
        assertThat(solved(model, both, 1000, 8).undecided()).isEmpty();
        CoalitionResult cut = solved(model, both, 1000, 7);
        assertThat(cut.undecided()).isEqualTo(both);
        assertThat(cut.verdicts()).isEmpty();
        assertThat(cut.completeness())
                .isEqualTo(new Completeness.Truncated(CoalitionLimits.CELLS, 7));
        assertThat(solved(model, Coalitions.all(2), 1000, 16).undecided()).isEmpty();
        assertThat(solved(model, Coalitions.all(2), 1000, 15).undecided()).hasSize(3);
    }

    /// If nothing but the way is left to be found, nothing is left for it: so there is a bound at
    /// which it is not found.
    @Test
    void whetherACoalitionLeavesAStateIsToldEvenIfTheWayIsNotFoundWithinTheBound() {
        CompiledCase model = dilemma().coalition("row", "column").compiled();
        List<String> told = new ArrayList<>();
        for (long steps = 1; steps < 200; steps++) {
            AnalysisOptions options =
                    new AnalysisOptions(
                            1,
                            1,
                            16,
                            Questions.NONE,
                            SearchBounds.DEFAULT.withCoalitions(steps, 8));
            told.add(
                    Plain.lines(new Explanation("part", CoalitionsOfState.of(model, 3, options)))
                            .replace("--coalition-steps " + steps, "the bound"));
        }
        String left = "LIMIT: Not everything was decided within the bound.\n";
        String together = "row and column together would leave this state";
        assertThat(told.stream().distinct())
                .containsExactly(
                        "# part\n" + left,
                        "# part\n"
                                + together
                                + "; by which move was not found within the bound.\n"
                                + left,
                        "# part\n"
                                + together
                                + " by row.break yes → no, column.break yes → no, whatever the others answer. That leads to state 0 (peace), which is better for each of them.\n");
    }

    /// With eight parties, of whom a and b would leave 16 of the states that last for each alone,
    /// and every other coalition named none.
    @Test
    void coalitionsShareTenStatesOfWhichMovesAreToldAndHaveThreeEachAtLeast() {
        assertThat(askedFor(1)).containsExactly(10);
        assertThat(askedFor(2)).containsExactly(5);
        assertThat(askedFor(3)).containsExactly(3);
        assertThat(askedFor(5)).containsExactly(3);
    }

    private static List<Integer> askedFor(int coalitionCount) {
        List<Integer> asked = new ArrayList<>();
        SmallCase made = new SmallCase();
        for (char party = 'a'; party <= 'f'; party++) {
            made.party("" + party).option("" + party, "go", Moves.BOTH);
        }
        And both = new And(List.of(holds("a.go"), holds("b.go")));
        made.prefers("a", order(both)).prefers("b", order(both)).coalition("a", "b");
        for (char party = 'c'; party < 'b' + coalitionCount; party++) {
            made.coalition("a", "" + party);
        }
        CompiledCase model = made.compiled();
        CoalitionReport report =
                Objects.requireNonNull(
                        CoalitionReport.of(
                                model,
                                analyzed(model, CoalitionChoice.NONE, SearchBounds.DEFAULT)
                                        .verdicts(),
                                List.of(),
                                (states, count) -> {
                                    asked.add(count);
                                    return states.stream().limit(count).boxed().toList();
                                },
                                AnalysisOptions.defaults(1)));
        assertThat(report.upsetsOfLasting()).hasSize(asked.getFirst());
        return asked;
    }

    /// Fifteen parties each can only go once: 3^15 pairs of states of which one can be reached from
    /// the other, more than are kept.
    @Test
    void tooManyPairsOfStatesThatOneWayOptionsMakeAreLeftUndecided() {
        List<Option> options = new ArrayList<>();
        options.add(RandomModel.option("a", "go", 2, Moves.BOTH));
        for (char party = 'b'; party < 'b' + 15; party++) {
            options.add(RandomModel.option("" + party, "go", 2, Moves.UP));
        }
        StateSpace space = RandomModel.space(options);
        StateSet all = StateSet.all(space.product());
        Ranks ranks = RandomModel.ranks(new int[space.product()], 1, false);
        List<List<Integer>> coalitions =
                List.of(
                        List.of(0),
                        IntStream.range(1, 16).boxed().toList(),
                        IntStream.range(0, 9).boxed().toList());
        CoalitionResult result =
                Coalitions.of(
                                space,
                                all,
                                Collections.nCopies(16, all),
                                List.of(Collections.nCopies(16, ranks)),
                                coalitions,
                                List.of(Sought.only(List.of(0), space.product())),
                                new CoalitionLimits(1L << 40, 1L << 40),
                                1)
                        .getFirst();
        assertThat(result.undecided()).isEqualTo(coalitions.subList(0, 2));
        assertThat(result.verdicts().getFirst().stable(Concept.SEQ)).isEqualTo(all);
        assertThat(result.completeness())
                .isEqualTo(new Completeness.Truncated(CoalitionLimits.STEPS, 1L << 40));
    }

    @Test
    void movesAreSoughtOfCoalitionsOfSeveralPartiesAndOfEachStateOnce() {
        StateSet lasting = StateSet.none(8);
        List.of(1, 2, 5).forEach(lasting::add);
        Sought sought =
                new Sought(List.of(0, 2), lasting, states -> states.stream().boxed().toList());
        StateSet stable = StateSet.none(8);
        stable.add(5);
        Map<Concept, StateSet> decided = Map.of(Concept.NASH, stable, Concept.SEQ, stable);
        assertThat(sought.of(new CoalitionVerdict(List.of(0, 1), decided)))
                .containsExactly(0, 2, 1);
        assertThat(sought.of(new CoalitionVerdict(List.of(0), decided))).containsExactly(0, 2);
        assertThat(sought.of(new CoalitionVerdict(List.of(0, 1), Map.of(Concept.NASH, stable))))
                .containsExactly(0, 2);
        Sought chosen = new Sought(List.of(), stable, states -> List.of(states.next(0)));
        assertThat(chosen.of(new CoalitionVerdict(List.of(0, 1), decided))).isEmpty();
    }

    @Test
    void aBudgetAllowsAsManyComparisonsAsItSays() {
        Budget budget = new Budget(5);
        budget.take(5);
        assertThat(budget.exhausted()).isFalse();
        budget.take(1);
        assertThat(budget.exhausted()).isTrue();
        Budget all = new Budget(5);
        all.exhaust();
        assertThat(all.exhausted()).isTrue();
    }

    @Test
    void halfOfABudgetIsSetAsideAndWhatIsLeftOfItComesBack() {
        Budget budget = new Budget(10);
        Budget half = budget.half();
        half.take(5);
        assertThat(half.exhausted()).isFalse();
        budget.take(5);
        assertThat(budget.exhausted()).isFalse();
        Budget other = new Budget(10);
        Budget set = other.half();
        set.take(2);
        other.takeBack(set);
        other.take(8);
        assertThat(other.exhausted()).isFalse();
        other.take(1);
        assertThat(other.exhausted()).isTrue();
    }

    @Test
    void aHalfThatIsUsedUpTakesNothingFromTheRest() {
        Budget budget = new Budget(10);
        Budget half = budget.half();
        half.take(100);
        assertThat(half.exhausted()).isTrue();
        budget.takeBack(half);
        budget.take(5);
        assertThat(budget.exhausted()).isFalse();
    }
}
