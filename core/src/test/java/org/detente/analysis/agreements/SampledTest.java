// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.ListLimit;
import org.detente.analysis.agreements.Solved.Solution;
import org.detente.analysis.agreements.stated.StatedFindings;
import org.detente.compile.AgreementForm;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Fallback;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Lottery;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Term;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// Two parties and two terms: a wants x, b wants y, each gives the other's at a cost. The package
/// with both pays a where its swing on x is the larger one, and b where its swing on y is.
class SampledTest {
    private static final List<Integer> BOTH = List.of(1, 1);
    private static final List<Integer> ONLY_X = List.of(1, 0);

    private static PreferencePart.Comparison prefer(String term, String better, String worse) {
        return new PreferencePart.Comparison(at(term, better), at(term, worse), Basis.ASSUMED);
    }

    private static Condition at(String term, String level) {
        return new Condition.Compare(new ItemRef.TermRef(term), Condition.Comparison.EQUAL, level);
    }

    private static PreferencePart.Prefer wants(String own, String others) {
        return new PreferencePart.Prefer(
                List.of(prefer(own, "yes", "no"), prefer(others, "no", "yes")));
    }

    private static PreferencePart.Swings swings(String first, String second) {
        return new PreferencePart.Swings(
                List.of(new ItemRef.TermRef(first), new ItemRef.TermRef(second)), Basis.ASSUMED);
    }

    private static AgreementForm form(boolean ordered) {
        List<Term> terms = new ArrayList<>();
        for (String name : List.of("x", "y")) {
            terms.add(
                    new Term(
                            new ItemRef.TermRef(name),
                            null,
                            List.of(
                                    new Level("no", null, null, Basis.ASSUMED),
                                    new Level("yes", null, null, Basis.ASSUMED)),
                            new LinkedHashMap<>(),
                            Basis.ASSUMED));
        }
        PreferencePart[] a =
                ordered
                        ? new PreferencePart[] {wants("x", "y"), swings("x", "y")}
                        : new PreferencePart[] {wants("x", "y")};
        PreferencePart[] b =
                ordered
                        ? new PreferencePart[] {wants("y", "x"), swings("y", "x")}
                        : new PreferencePart[] {wants("y", "x")};
        return AgreementForm.of(
                new SmallCase()
                        .party("a")
                        .party("b")
                        .option("b", "war", Option.Moves.BOTH)
                        .outcome("war", SmallCase.holds("b.war"))
                        .otherwise("calm")
                        .prefers("a", a)
                        .prefers("b", b)
                        .agreement(
                                new Agreement(
                                        List.of("a", "b"),
                                        List.of(),
                                        terms,
                                        List.of(),
                                        new Agreement.Beliefs(
                                                new Fallback.Shared(
                                                        new Lottery(
                                                                List.of(
                                                                        new Lottery.Chance(
                                                                                "calm", null)))),
                                                new LinkedHashMap<>(),
                                                null,
                                                List.of(),
                                                new LinkedHashMap<>()),
                                        false,
                                        new LinkedHashMap<>()))
                        .compiled());
    }

    private static Sampled sampled(boolean ordered, int threads) {
        AgreementForm form = form(ordered);
        StatedFindings stated =
                StatedFindings.of(
                        "the case",
                        form,
                        List.of(),
                        new StatedFindings.Asked(
                                List.of(Levels.array(BOTH), Levels.array(ONLY_X)),
                                List.of(),
                                100,
                                1));
        return Objects.requireNonNull(Sampled.of(form, stated, AnalysisOptions.defaults(threads)));
    }

    @Test
    void whatHoldsUnderAllValueFunctionsHoldsInAllReadings() {
        Sampled found = sampled(true, 1);
        assertThat(found.openCount()).isEqualTo(100);
        assertThat(found.count(Solution.NASH, BOTH)).isEqualTo(100);
        assertThat(found.count(Solution.KALAI_SMORODINSKY, BOTH)).isEqualTo(100);
        assertThat(found.packages().getFirst().byParty()).containsEntry("a", 100);
        assertThat(found.packages().getFirst().toAll()).isEqualTo(100);
        Sampled.Accepted onlyX = found.packages().get(1);
        assertThat(onlyX.byParty()).containsEntry("a", 100).containsEntry("b", 0);
        assertThat(found.centre().levels(Solution.NASH)).containsExactly(1, 1);
        assertThat(found.levelCounts(Solution.NASH, 0)).containsExactly(0, 100);
    }

    @Test
    void sharesAreThoseOfTheValueFunctionsThatPay() {
        // Each swing is uniform: half of a's value functions and half of b's take both, a quarter
        // of the pairs; the standard error of a share of 100 is at most 5.
        Sampled found = sampled(false, 1);
        assertThat(found.packages().getFirst().byParty().getOrDefault("a", 0))
                .isCloseTo(50, within(25));
        assertThat(found.packages().getFirst().byParty().getOrDefault("b", 0))
                .isCloseTo(50, within(25));
        assertThat(found.packages().getFirst().toAll()).isCloseTo(25, within(22));
        assertThat(found.count(Solution.NASH, BOTH)).isEqualTo(found.packages().getFirst().toAll());
        assertThat(found.count(Solution.NASH, BOTH) + found.count(Solution.NASH, List.of(0, 0)))
                .isEqualTo(100);
    }

    @Test
    void threadsChangeNothing() {
        assertThat(new SampledData(sampled(false, 3)).fields(new ListLimit(10)))
                .isEqualTo(new SampledData(sampled(false, 1)).fields(new ListLimit(10)));
    }
}
