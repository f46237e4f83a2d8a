// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.detente.analysis.stability.coalition.CoalitionReportTest.dilemma;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.order;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.CoalitionChoice;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.analysis.stability.Witness;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.explain.Explanation;
import org.detente.model.Condition;
import org.detente.testing.Plain;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// What is told and given where a bound left something undecided. The results are put together
/// here, so that it does not matter at which bound what is left out.
class CoalitionPartialTest {
    private static final Completeness CUT = new Completeness.Truncated(CoalitionLimits.STEPS, 1000);

    private static final Completeness WHOLE = new Completeness.Complete();

    private static final List<Integer> AB = List.of(0, 1);
    private static final List<Integer> AC = List.of(0, 2);
    private static final List<Integer> BC = List.of(1, 2);

    /// Three parties, of whom a and b want that both of them go. For each alone 0, 3, 4 and 7 last.
    private final CompiledCase trio = trio().compiled();

    private static SmallCase trio() {
        Condition both = CoalitionWordingTest.gone("a", "b");
        return CoalitionWordingTest.trio().prefers("a", order(both)).prefers("b", order(both));
    }

    private static StateSet states(int size, int... states) {
        StateSet set = StateSet.none(size);
        Arrays.stream(states).forEach(set::add);
        return set;
    }

    /// A verdict on the trio that finds the same states stable under some concepts.
    private static CoalitionVerdict verdict(
            List<Integer> members, List<Concept> decided, int... stable) {
        Map<Concept, StateSet> sets = new LinkedHashMap<>();
        decided.forEach(concept -> sets.put(concept, states(8, stable)));
        return new CoalitionVerdict(members, sets);
    }

    private static CoalitionVerdict staying(List<Integer> members) {
        return verdict(members, CoalitionVerdict.CONCEPTS, IntStream.range(0, 8).toArray());
    }

    private static CoalitionVerdict leaving(List<Integer> members) {
        return verdict(members, CoalitionVerdict.CONCEPTS, 3, 7);
    }

    private static Upset together() {
        return new Upset(
                0, AB, Concept.GMR, List.of(new Witness.Step(0, 1), new Witness.Step(1, 3)));
    }

    private static CoalitionResult result(
            CompiledCase model,
            Completeness completeness,
            List<List<Integer>> undecided,
            CoalitionVerdict... verdicts) {
        return new CoalitionResult(model.feasible(), List.of(verdicts), undecided, completeness);
    }

    private CoalitionResult cut(CoalitionVerdict... verdicts) {
        return result(trio, CUT, List.of(), verdicts);
    }

    private static CoalitionReport report(
            CompiledCase model,
            CoalitionChoice choice,
            List<CompiledCase> views,
            CoalitionResult... results) {
        return new CoalitionReport(
                model,
                choice,
                new StabilityAnalysis()
                        .analyze(model, AnalysisOptions.defaults(1), Progress.NONE)
                        .verdicts(),
                List.of(new Spot(model.now(), true, List.of())),
                views,
                List.of(results));
    }

    private CoalitionReport report(CoalitionResult result) {
        return report(trio, CoalitionChoice.NAMED, List.of(), result);
    }

    private static List<String> told(CoalitionReport report) {
        return told(report, ListLimit.NONE);
    }

    private static List<String> told(CoalitionReport report, ListLimit limit) {
        return Plain.lines(new Explanation("part", report.blocks(limit))).lines().skip(1).toList();
    }

    private static List<String> data(CoalitionReport report) {
        return Plain.lines(report.data(ListLimit.NONE)).lines().toList();
    }

    @Test
    void aMoveThatWasNotFoundIsSaidToBeMissing() {
        List<String> told = told(report(cut(leaving(AB).with(List.of(), true))));
        assertThat(told)
                .startsWith(
                        "MIXED: a and b together would leave how things stand; by which move was not found within the bound.",
                        "MIXED: Of the 4 states that would last sequentially for each party alone, 2 would also withstand a and b moving together.",
                        "table How many of the 8 states each coalition would not leave, by concept (0 omitted)")
                .endsWith(
                        "LIMIT: Not everything was decided within --coalition-steps 1,000. Left out: some joint moves or a view. A larger bound may decide it.");
    }

    @Test
    void movesOfSeveralThatWereNotFoundAreNotCounted() {
        assertThat(told(report(cut(leaving(AB), staying(AC), leaving(BC)))).getFirst())
                .isEqualTo("MIXED: Of the 3 coalitions looked at, 2 would leave how things stand.");
        CoalitionVerdict found = leaving(AB).with(List.of(together()), false);
        assertThat(told(report(cut(found, staying(AC), leaving(BC)))).getFirst())
                .isEqualTo(
                        "BAD: Of the 3 coalitions looked at, 2 would leave how things stand, 1 whatever the others answer. The first is a and b, by a.go no → yes, b.go no → yes. That leads to state 3 (none named), which is better for each of them.");
    }

    @Test
    void whatWithstandsIsOpenWhereTheAnswersWereNotDecided() {
        CoalitionReport one = report(cut(verdict(AB, List.of(Concept.NASH), 3, 7)));
        assertThat(told(one))
                .contains(
                        "NEUTRAL: Whether the 4 states that would last sequentially for each party alone would also withstand a and b moving together was not decided within the bound.",
                        "| a and b | 2 | not decided | not decided | not decided | not decided |",
                        "LIMIT: Not everything was decided within --coalition-steps 1,000. Left out: a and b (GMR, SMR, SEQ). A larger bound may decide it.");
        assertThat(data(one))
                .contains(
                        ".of.a+b.nash.count = Whole[value=2]",
                        ".of.a+b.gmr = None[]",
                        ".of.a+b.seq = None[]",
                        ".equilibria.nash.states = [3, 7]",
                        ".equilibria.seq.states = [0, 3, 4, 7]",
                        ".complete = Truth[value=false]",
                        ".limit = Name[value=--coalition-steps]",
                        ".bound = Whole[value=1000]")
                .noneMatch(line -> line.startsWith(".undecided"));
        List<Concept> some = List.of(Concept.NASH, Concept.GMR);
        assertThat(told(report(cut(verdict(AB, some, 3), verdict(BC, some, 3)))))
                .contains(
                        "NEUTRAL: Whether the 4 states that would last sequentially for each party alone would also withstand coalitions was not decided within the bound.",
                        "LIMIT: Not everything was decided within --coalition-steps 1,000. Left out: a and b (SMR, SEQ); b and c (SMR, SEQ). A larger bound may decide it.");
    }

    @Test
    void whatWithstandsIsSaidOfThoseForWhichItWasDecided() {
        CoalitionVerdict open = verdict(BC, List.of(Concept.NASH), 0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(told(report(cut(leaving(AB), staying(AC), open))))
                .contains(
                        "MIXED: Of the 4 states that would last sequentially for each party alone, 2 would also withstand every coalition for which that was decided.");
        assertThat(told(report(cut(staying(AB), staying(AC), open))))
                .contains(
                        "NEUTRAL: All 4 states that would last sequentially for each party alone would also withstand every coalition for which that was decided.");
        assertThat(told(report(cut(leaving(AB), open))))
                .contains(
                        "MIXED: Of the 4 states that would last sequentially for each party alone, 2 would also withstand a and b moving together.");
    }

    @Test
    void coalitionsOfWhichNothingWasDecidedAreNotCountedAsLookedAt() {
        CoalitionReport leaving =
                report(
                        result(
                                trio,
                                CUT,
                                List.of(BC),
                                leaving(AB).with(List.of(together()), false),
                                staying(AC)));
        assertThat(told(leaving))
                .contains(
                        "BAD: Of the 2 coalitions for which that was decided, 1 would leave how things stand, whatever the others answer. It is a and b, by a.go no → yes, b.go no → yes. That leads to state 3 (none named), which is better for each of them.",
                        "MIXED: Of the 4 states that would last sequentially for each party alone, 2 would also withstand every coalition for which that was decided.",
                        "LIMIT: Not everything was decided within --coalition-steps 1,000. Left out: b and c (Nash, GMR, SMR, SEQ). A larger bound may decide it.");
        assertThat(data(leaving)).contains(".undecided has 1", ".undecided[0] = Name[value=b+c]");
        assertThat(told(report(result(trio, CUT, List.of(BC), staying(AB), staying(AC)))))
                .contains(
                        "GOOD: No coalition for which that was decided has a joint move away from how things stand that is better for each of its members.",
                        "NEUTRAL: All 4 states that would last sequentially for each party alone would also withstand every coalition for which that was decided.");
    }

    @Test
    void ofPartiesAloneNothingIsMissingToSayWhatCoalitionsDo() {
        CoalitionResult result = result(trio, CUT, List.of(List.of(2)), staying(AB), staying(AC));
        assertThat(told(report(trio, CoalitionChoice.ALL, List.of(), result)))
                .startsWith(
                        "GOOD: No coalition looked at has a joint move away from how things stand that is better for each of its members.",
                        "GOOD: All 4 states that would last sequentially for each party alone would also withstand every coalition looked at.")
                .endsWith(
                        "LIMIT: Not everything was decided within --coalition-steps 1,000. Left out: c (Nash, GMR, SMR, SEQ). A larger bound may decide it.");
    }

    @Test
    void whereNothingWasDecidedOnlyTheBoundIsTold() {
        CoalitionResult nothing =
                result(trio, new Completeness.Truncated(CoalitionLimits.CELLS, 7), List.of(AB, BC));
        assertThat(told(report(nothing)))
                .containsExactly(
                        "LIMIT: Not everything was decided within --coalition-cells 7. Left out: a and b (Nash, GMR, SMR, SEQ); b and c (Nash, GMR, SMR, SEQ). A larger bound may decide it.");
    }

    @Test
    void ofManyThatAreLeftOutAFewAreNamedAndTheRestCounted() {
        List<List<Integer>> seven =
                List.of(AB, AC, BC, List.of(0, 1, 2), List.of(0), List.of(1), List.of(2));
        CoalitionReport report = report(result(trio, CUT, seven));
        String all = "(Nash, GMR, SMR, SEQ)";
        assertThat(told(report).getFirst())
                .isEqualTo(
                        "LIMIT: Not everything was decided within --coalition-steps 1,000. Left out: a and b %1$s; a and c %1$s; b and c %1$s; a, b and c %1$s; a %1$s; b %1$s; and 1 more. A larger bound may decide it."
                                .formatted(all));
        assertThat(told(report, new ListLimit(2)).getFirst())
                .contains("Left out: a and b %1$s; a and c %1$s; and 5 more. A".formatted(all));
        assertThat(told(report, new ListLimit(0)).getFirst())
                .contains("Left out: 7 coalitions. A larger bound");
        assertThat(told(report(result(trio, CUT, seven.subList(0, 6)))).getFirst())
                .endsWith("; a %1$s; b %1$s. A larger bound may decide it.".formatted(all));
    }

    @Test
    void statesThatAllFallAreNotCalledZero() {
        assertThat(told(report(cut(verdict(AB, CoalitionVerdict.CONCEPTS, 1, 2, 5, 6)))))
                .contains(
                        "BAD: None of the 4 states that would last sequentially for each party alone would withstand a and b moving together.");
        CompiledCase two = dilemma().compiled();
        CoalitionVerdict neither =
                new CoalitionVerdict(
                        AB,
                        Map.of(
                                Concept.NASH, states(4, 1, 2),
                                Concept.GMR, states(4, 1, 2),
                                Concept.SMR, states(4, 1, 2),
                                Concept.SEQ, states(4, 1, 2)));
        CoalitionReport report =
                report(
                        two,
                        CoalitionChoice.NAMED,
                        List.of(),
                        result(two, WHOLE, List.of(), neither));
        assertThat(told(report))
                .contains(
                        "BAD: Neither of the 2 states that would last sequentially for each party alone would withstand row and column moving together.");
        CompiledCase one =
                trio().prefers("c", order(holds("c.go")))
                        .rule("a", holds("a.go"))
                        .rule("b", holds("b.go"))
                        .compiled();
        CoalitionReport only =
                report(
                        one,
                        CoalitionChoice.NAMED,
                        List.of(),
                        result(one, WHOLE, List.of(), verdict(AB, CoalitionVerdict.CONCEPTS, 0)));
        assertThat(told(only))
                .contains(
                        "BAD: The one state that would last sequentially for each party alone would not withstand a and b moving together.");
    }

    @Test
    void whatLastsForAllSetsOfPartiesRestsOnThoseOfOneAmongThem() {
        CoalitionResult result = result(trio, WHOLE, List.of(), staying(List.of(0)), staying(AB));
        assertThat(data(report(trio, CoalitionChoice.ALL, List.of(), result)))
                .contains(".equilibria.seq.count = Whole[value=8]");
        assertThat(data(report(trio, CoalitionChoice.NAMED, List.of(), result)))
                .contains(".equilibria.seq.count = Whole[value=4]");
    }

    private List<String> toldOfViews(CoalitionResult... viewed) {
        return told(reportOfViews(viewed));
    }

    private CoalitionReport reportOfViews(CoalitionResult... viewed) {
        SmallCase read = trio();
        IntStream.rangeClosed(1, viewed.length).forEach(k -> read.view("v" + k));
        CompiledCase model = read.compiled();
        CoalitionResult own =
                result(model, WHOLE, List.of(), leaving(AB).with(List.of(together()), false));
        return report(
                model,
                CoalitionChoice.NAMED,
                model.source().views().stream().map(model::under).toList(),
                Stream.concat(Stream.of(own), Arrays.stream(viewed))
                        .toArray(CoalitionResult[]::new));
    }

    private static final String SPLIT =
            "the 2 views split on how firmly this coalition would leave how things stand, or whether.";

    private static final String OPEN =
            "Whether the 2 views agree on how firmly this coalition would leave how things stand was not decided within the bound.";

    @Test
    void viewsOfWhichNothingWasDecidedDoNotAgree() {
        CoalitionResult nothing = result(trio, CUT, List.of(AB));
        CoalitionReport report = reportOfViews(nothing, result(trio, CUT, List.of(AB)));
        assertThat(report.completeness()).isEqualTo(CUT);
        assertThat(told(report)).contains(OPEN).noneMatch(line -> line.startsWith("table View"));
        assertThat(data(report))
                .contains(".complete = Truth[value=false]", ".views.v2.nowUpsets has 0");
    }

    @Test
    void aViewInWhichTheMoveWasNotFoundAgreesAndSplitsOnlyAsFarAsKnown() {
        CoalitionResult found = cut(leaving(AB).with(List.of(together()), false));
        Upset elsewhere = new Upset(4, AB, Concept.GMR, together().steps());
        CoalitionResult unknown = cut(leaving(AB).with(List.of(elsewhere), true));
        CoalitionResult staying = cut(staying(AB));
        CoalitionResult nothing = result(trio, CUT, List.of(AB));
        assertThat(toldOfViews(found, unknown))
                .contains("| v1 | a and b | BAD:whatever the answer | 2 | 2 | 2 | 2 |")
                .contains("| v2 | a and b | would leave it | 2 | 2 | 2 | 2 |")
                .contains(OPEN);
        assertThat(toldOfViews(staying, nothing))
                .contains("| v1 | a and b | GOOD:would not leave it | 8 | 8 | 8 | 8 |")
                .contains(OPEN);
        assertThat(toldOfViews(staying, unknown)).contains("As far as that was decided, " + SPLIT);
        assertThat(toldOfViews(staying, found)).contains("T" + SPLIT.substring(1));
    }

    @Test
    void whatTheCaseAsWrittenLeftOutComesBeforeWhatAViewDid() {
        assertThat(reportOfViews(cut(staying(AB))).completeness()).isEqualTo(CUT);
        Completeness cells = new Completeness.Truncated(CoalitionLimits.CELLS, 7);
        CoalitionResult own = result(trio, cells, List.of(AB));
        CompiledCase viewed = trio().view("v").compiled();
        CompiledCase view = viewed.under(viewed.source().views().getFirst());
        assertThat(
                        report(trio, CoalitionChoice.NAMED, List.of(view), own, cut(staying(AB)))
                                .completeness())
                .isEqualTo(cells);
        assertThat(report(result(trio, WHOLE, List.of(), staying(AB))).completeness())
                .isEqualTo(WHOLE);
    }
}
