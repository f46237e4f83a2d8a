// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.set;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.detente.analysis.AgreementQuestions;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.CoalitionChoice;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.analysis.Questions;
import org.detente.analysis.SearchBounds;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.analysis.stability.StabilityResult;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.model.Basis;
import org.detente.model.Condition.And;
import org.detente.model.Condition.Not;
import org.detente.model.Option.Moves;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.Preferences;
import org.detente.testing.Plain;
import org.detente.testing.SmallCase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoalitionReportTest {
    private static final SearchBounds BOUNDS = SearchBounds.DEFAULT;

    /// Two parties that have each broken off, which is state 3; both would rather be at peace,
    /// state 0.
    static SmallCase dilemma() {
        return dilemma(ranking(1, 0, 3, 2));
    }

    static SmallCase dilemma(Ranking ofRow) {
        return new SmallCase()
                .party("row")
                .party("column")
                .party("watcher")
                .option("row", "break", Moves.BOTH)
                .option("column", "break", Moves.BOTH)
                .now(set("row.break", "yes"))
                .now(set("column.break", "yes"))
                .outcome("peace", new And(List.of(not("row.break"), not("column.break"))))
                .otherwise("conflict")
                .prefers("row", ofRow)
                .prefers("column", ranking(2, 0, 3, 1));
    }

    static Not not(String option) {
        return new Not(holds(option));
    }

    static Ranking ranking(int... states) {
        return new Ranking(Arrays.stream(states).mapToObj(List::of).toList(), Basis.ASSUMED);
    }

    static StabilityResult analyzed(
            CompiledCase model, CoalitionChoice choice, SearchBounds bounds) {
        Questions questions = new Questions(null, null, 0, AgreementQuestions.NONE, choice);
        return new StabilityAnalysis()
                .analyze(
                        model,
                        new AnalysisOptions(1, 2, 1 << 20, questions, bounds),
                        Progress.NONE);
    }

    private static Block.@Nullable Section section(StabilityResult result) {
        return section(result, ListLimit.NONE);
    }

    private static Block.@Nullable Section section(StabilityResult result, ListLimit limit) {
        return result.explain(limit).blocks().stream()
                .filter(Block.Section.class::isInstance)
                .map(Block.Section.class::cast)
                .filter(section -> section.title().equals("If parties move together"))
                .findFirst()
                .orElse(null);
    }

    private static String told(StabilityResult result) {
        return String.join("\n", told(result, ListLimit.NONE));
    }

    /// What is told of coalitions, line by line.
    static List<String> told(StabilityResult result, ListLimit limit) {
        Block.Section section = Objects.requireNonNull(section(result, limit));
        return Plain.lines(new Explanation("part", section.blocks())).lines().skip(1).toList();
    }

    private static String data(StabilityResult result) {
        return String.join("\n", data(result, ListLimit.NONE));
    }

    /// What is given of coalitions to programs, line by line.
    static List<String> data(StabilityResult result, ListLimit limit) {
        Data part = result.data(limit).entries().get("coalitions");
        return Plain.lines(Objects.requireNonNull(part)).lines().toList();
    }

    @Test
    void whatTheCoalitionWouldLeaveIsToldFirstWithItsJointMove() {
        StabilityResult result =
                analyzed(
                        dilemma().coalition("row", "column").compiled(),
                        CoalitionChoice.NAMED,
                        BOUNDS);
        assertThat(told(result).lines().limit(3).toList())
                .anySatisfy(line ->
                        assertThat(line)
                                .contains(
                                        "row and column",
                                        "together would leave how things stand by",
                                        "row.break",
                                        "yes → no",
                                        "whatever the others answer. That leads to state",
                                        "(peace), which is better for each of them."))
                .anySatisfy(line ->
                        assertThat(line)
                                .contains(
                                        "Of the 2 states that would last sequentially for each party alone, 1 would also withstand row and column moving together.",
                                        "None is left in conflict, where some would last for each party alone."));
        assertThat(result.completeness()).isEqualTo(new Completeness.Complete());
    }

    @Test
    void dataGiveVerdictsAndTheJointMoveInLevels() {
        String data =
                data(
                        analyzed(
                                dilemma().coalition("column", "row").compiled(),
                                CoalitionChoice.NAMED,
                                BOUNDS));
        assertThat(data)
                .contains(
                        "looked",
                        "named",
                        "of.row+column.nash.count",
                        "row.break",
                        "firmest",
                        "gmr",
                        "standsFor");
    }

    @Test
    void aCoalitionThatWouldNotLeaveIsToldSo() {
        CompiledCase calm = dilemma(ranking(3, 0, 1, 2)).coalition("row", "column").compiled();
        assertThat(told(analyzed(calm, CoalitionChoice.NAMED, BOUNDS)))
                .contains("have no joint move away from how things stand");
    }

    @Test
    void eachViewHasItsVerdicts() {
        CompiledCase model =
                dilemma()
                        .coalition("row", "column")
                        .view("same")
                        .view("grim", new Preferences("row", List.of(ranking(3, 0, 1, 2))))
                        .compiled();
        StabilityResult result = analyzed(model, CoalitionChoice.NAMED, BOUNDS);
        assertThat(told(result))
                .contains("View by view", "would not leave it", "The 2 views split on how firmly");
        assertThat(data(result))
                .contains("views.same.nowUpsets", "views.grim.of.row+column.nash.count");
        assertThat(
                        told(
                                analyzed(
                                        model.under(model.source().views().get(1)),
                                        CoalitionChoice.NAMED,
                                        BOUNDS)))
                .doesNotContain("View by view")
                .contains("have no joint move away");
    }

    @Test
    void readingsInWhichNobodysRanksDifferShareTheirVerdicts() {
        CompiledCase model = dilemma().view("same").compiled();
        CompiledCase same = model.under(model.source().views().getFirst());
        Sought nothing = Sought.only(List.of(), 4);
        List<CoalitionResult> results =
                Coalitions.of(
                        List.of(model, same),
                        Coalitions.all(2),
                        List.of(nothing, nothing),
                        CoalitionLimits.DEFAULT,
                        1);
        assertThat(results.get(1)).isSameAs(results.get(0));
    }

    @Test
    void nothingIsToldIfNoneIsNamedOrNoneIsAskedFor() {
        CompiledCase named = dilemma().coalition("row", "column").compiled();
        assertThat(section(analyzed(dilemma().compiled(), CoalitionChoice.NAMED, BOUNDS))).isNull();
        assertThat(section(analyzed(named, CoalitionChoice.NONE, BOUNDS))).isNull();
        assertThat(section(analyzed(dilemma().compiled(), CoalitionChoice.ALL, BOUNDS)))
                .isNotNull();
    }

    @Test
    void ofOnePartyThereIsNoCoalition() {
        CompiledCase one = new SmallCase().party("a").option("a", "go", Moves.BOTH).compiled();
        assertThat(told(analyzed(one, CoalitionChoice.ALL, BOUNDS)))
                .contains("Only one party has options");
    }

    @Test
    void partiesOfACoalitionThatHaveNoOptionsAreNamed() {
        String all =
                told(
                        analyzed(
                                dilemma().coalition("row", "watcher").compiled(),
                                CoalitionChoice.NAMED,
                                BOUNDS));
        assertThat(all).contains("watcher has no options; it is not looked at");
        String some =
                told(
                        analyzed(
                                dilemma().coalition("row", "watcher", "column").compiled(),
                                CoalitionChoice.NAMED,
                                BOUNDS));
        assertThat(some)
                .contains("watcher has no options; what is said here is about the others")
                .contains("row and column");
    }

    @Test
    void dataNamePartiesOfACoalitionThatHaveNoOptions() {
        CompiledCase model = dilemma().coalition("row", "watcher", "column").compiled();
        assertThat(data(analyzed(model, CoalitionChoice.NAMED, BOUNDS), ListLimit.NONE))
                .containsSubsequence(
                        ".withoutOptions has 1",
                        ".withoutOptions[0].coalition has 3",
                        ".withoutOptions[0].coalition[0] = Name[value=row]",
                        ".withoutOptions[0].coalition[1] = Name[value=watcher]",
                        ".withoutOptions[0].coalition[2] = Name[value=column]",
                        ".withoutOptions[0].parties has 1",
                        ".withoutOptions[0].parties[0] = Name[value=watcher]");
    }

    @Test
    void whatABoundLeftOutIsTold() {
        SearchBounds tight = SearchBounds.DEFAULT.withOrders(1, 1, 1).withCoalitions(1, 1L << 27);
        StabilityResult result =
                analyzed(
                        dilemma().coalition("row", "column").compiled(),
                        CoalitionChoice.NAMED,
                        tight);
        assertThat(told(result))
                .contains("within --coalition-steps 1", "row and column (Nash, GMR, SMR, SEQ)");
        assertThat(result.completeness())
                .isEqualTo(new Completeness.Truncated(CoalitionLimits.STEPS, 1));
        assertThat(data(result)).contains("undecided", "--coalition-steps");
        SearchBounds narrow = SearchBounds.DEFAULT.withOrders(1, 1, 1).withCoalitions(1L << 30, 7);
        assertThat(
                        analyzed(
                                        dilemma().coalition("row", "column").compiled(),
                                        CoalitionChoice.NAMED,
                                        narrow)
                                .completeness())
                .isEqualTo(new Completeness.Truncated(CoalitionLimits.CELLS, 7));
    }

    @Test
    void anExplanationOfAStateTellsWhetherNamedCoalitionsWouldLeaveIt() {
        CompiledCase model = dilemma().coalition("row", "column").compiled();
        AnalysisOptions options = AnalysisOptions.defaults(1);
        StabilityAnalysis analysis = new StabilityAnalysis();
        assertThat(Plain.lines(analysis.explainState(model, 3, options, ListLimit.NONE)))
                .contains(
                        "## If parties move together",
                        "row and column together would leave this state by",
                        "whatever the others answer");
        assertThat(Plain.lines(analysis.explainState(model, 0, options, ListLimit.NONE)))
                .contains("row and column together have no joint move away from this state");
        assertThat(
                        Plain.lines(
                                analysis.explainState(
                                        dilemma().compiled(), 3, options, ListLimit.NONE)))
                .doesNotContain("If parties move together");
    }

    @Test
    void allCoalitionsOfNinePartiesAreRefused() {
        SmallCase many = new SmallCase();
        for (char party = 'a'; party <= 'i'; party++) {
            many.party("" + party).option("" + party, "go", Moves.BOTH);
        }
        CompiledCase model = many.compiled();
        assertThatThrownBy(() -> analyzed(model, CoalitionChoice.ALL, BOUNDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 8");
    }
}
