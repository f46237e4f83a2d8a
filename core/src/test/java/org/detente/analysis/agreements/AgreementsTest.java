// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.detente.analysis.AgreementQuestions;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.NamedPackage;
import org.detente.analysis.agreements.Solved.Solution;
import org.detente.compile.AgreementForm;
import org.detente.compile.PackageBan;
import org.detente.explain.Data;
import org.detente.model.ItemRef;
import org.detente.model.Setting;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

class AgreementsTest {
    private static SequencedMap<String, Double> worths(double a, double b) {
        SequencedMap<String, Double> worths = new LinkedHashMap<>();
        worths.put("a", a);
        worths.put("b", b);
        return worths;
    }

    private static double shareOfA(AgreementsFindings found, Solution solution) {
        int point = found.own().point(solution);
        return found.own().bargain().value(point, 0);
    }

    private static Deal dollar(double a, double b) {
        return new Deal()
                .signatories("a", "b")
                .divide(1000, x -> x, x -> 1 - x)
                .fallback("a", a)
                .fallback("b", b);
    }

    /// [Nash1950]: halves of what is left above the disagreement point.
    @Test
    void linearDollarIsDividedAsNashSays() {
        assertThat(shareOfA(dollar(0, 0).found(), Solution.NASH)).isCloseTo(0.5, within(1e-9));
        assertThat(shareOfA(dollar(0.2, 0).found(), Solution.NASH)).isCloseTo(0.6, within(1e-9));
        assertThat(shareOfA(dollar(-0.5, 0).found(), Solution.NASH)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void fallbackWorseThanTheWorstDealCounts() {
        assertThat(shareOfA(dollar(-5, 0).found(), Solution.NASH)).isCloseTo(0, within(1e-9));
    }

    @Test
    void curvedDollarIsDividedAsNashAndKalaiSmorodinskySay() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .divide(3000, x -> x, x -> Math.sqrt(1 - x))
                        .fallback("a", 0)
                        .fallback("b", 0)
                        .found();

        assertThat(shareOfA(found, Solution.NASH)).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(shareOfA(found, Solution.KALAI_SMORODINSKY))
                .isCloseTo((Math.sqrt(5) - 1) / 2, within(1.0 / 3000));
    }

    @Test
    void weightsShiftTheNashPackage() {
        AgreementsFindings found = dollar(0, 0).weight("a", 3).weight("b", 1).found();

        assertThat(shareOfA(found, Solution.NASH)).isCloseTo(0.5, within(1e-9));
        assertThat(shareOfA(found, Solution.WEIGHTED_NASH)).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void equalWeightsAddNoSecondNashPackage() {
        AgreementsFindings found = dollar(0, 0).weight("a", 2).weight("b", 2).found();

        assertThat(found.own().solutions()).doesNotContainKey(Solution.WEIGHTED_NASH);
    }

    /// An outside option bounds from below and does not move the solution unless it binds
    /// [Binmore1986].
    @Test
    void outsideOptionBindsOrDoesNothing() {
        assertThat(shareOfA(dollar(0, 0).outside("a", 0.3).found(), Solution.NASH))
                .isCloseTo(0.5, within(1e-9));
        assertThat(shareOfA(dollar(0, 0).outside("a", 0.7).found(), Solution.NASH))
                .isCloseTo(0.7, within(1e-9));
    }

    @Test
    void threePartiesWithTwoLosersHaveNoZone() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b", "c")
                        .term(
                                "t",
                                new double[] {0, 5},
                                new double[] {-1, -3},
                                new double[] {-1, -3})
                        .fallback("a", 0)
                        .fallback("b", 0)
                        .fallback("c", 0)
                        .found();

        assertThat(found.own().isOpen()).isFalse();
        assertThat(closed(found).stage()).isEqualTo(ClosedZone.Stage.AT_THE_TABLE);
    }

    @Test
    void partyWithoutGainIsLeftOutOfProducts() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .term("t", new double[] {1, 5, 3}, new double[] {2, 2, 2})
                        .fallback("a", 0)
                        .fallback("b", 2)
                        .found();

        assertThat(found.own().gains().isCounted(1)).isFalse();
        assertThat(found.own().levels(Solution.NASH)).containsExactly(1);
        assertThat(text(found)).contains("b gains nothing by any acceptable package");
    }

    @Test
    void packagesOfTheSameWorthAreTies() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .term("t", new double[] {1, 0.1 + 0.2 + 0.7}, new double[] {1, 1})
                        .fallback("a", 0)
                        .fallback("b", 0)
                        .found();

        assertThat(found.own().gains().packageCount()).isEqualTo(1);
        assertThat(found.own().bargain().frontier().ties(found.own().point(Solution.NASH), 5))
                .hasSize(1);
    }

    @Test
    void emptyZoneSaysWhoFallsShortAndWhatWouldDo() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .term("t", new double[] {0, 10}, new double[] {0, -8})
                        .fallback("a", 4)
                        .fallback("b", 0)
                        .found();
        ClosedZone closed = closed(found);

        assertThat(closed.stage()).isEqualTo(ClosedZone.Stage.AT_THE_TABLE);
        assertThat(requireNonNull(closed.nearest()).levels()).containsExactly(0);
        assertThat(requireNonNull(closed.nearest()).shortfalls()).containsExactly(4.0, 0.0);
        assertThat(closed.alone())
                .containsExactly(new ClosedZone.Alone(0, 4.0), new ClosedZone.Alone(1, 8.0));
        assertThat(text(found)).contains("fails at the table").contains("4 points more");
    }

    @Test
    void redLineOfASignatoryClosesAndItsRemovalOpens() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .term("t", new double[] {0, 10}, new double[] {0, 5})
                        .fallback("a", 4)
                        .fallback("b", 1)
                        .redLine("b", Deal.at("t", 1))
                        .found();

        assertThat(closed(found).stage()).isEqualTo(ClosedZone.Stage.SIGNATORIES_RED_LINES);
        assertThat(closed(found).openers())
                .extracting(PackageBan::kind, PackageBan::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PackageBan.Kind.RED_LINE, "b"));
    }

    @Test
    void ratifierWhoLosesClosesAtRatification() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .ratifier("house", "a")
                        .term("t", new double[] {0, 10}, new double[] {0, 5}, new double[] {0, -1})
                        .fallback("a", 4)
                        .fallback("b", 1)
                        .fallback("house", 0)
                        .found();

        assertThat(closed(found).stage()).isEqualTo(ClosedZone.Stage.RATIFICATION);
        assertThat(closed(found).alone()).contains(new ClosedZone.Alone(2, 1.0));
    }

    @Test
    void ratifiersGainDoesNotMakeAPackageEfficient() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .ratifier("house", "a")
                        .term("t", new double[] {1, 2}, new double[] {1, 2}, new double[] {9, 1})
                        .fallback("a", 0)
                        .fallback("b", 0)
                        .fallback("house", 0)
                        .found();

        assertThat(found.own().gains().packageCount()).isEqualTo(1);
        assertThat(found.own().levels(Solution.NASH)).containsExactly(1);
    }

    @Test
    void rulesThatLeaveNothingAreNamed() {
        AgreementsFindings found =
                dollar(0, 0)
                        .rule(
                                "nothing",
                                new org.detente.model.Condition.Compare(
                                        new ItemRef.TermRef("share"),
                                        org.detente.model.Condition.Comparison.AT_LEAST,
                                        "l0"))
                        .found();

        assertThat(closed(found).stage()).isEqualTo(ClosedZone.Stage.NOTHING_ALLOWED);
        assertThat(closed(found).openers()).hasSize(1);
    }

    /// a loses 20 by the only deal and 100 by war, so the zone opens at a chance of 20 percent.
    @Test
    void zoneOpensWhereTheChanceOfWarPaysForTheDeal() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .term("t", new double[] {-20, -20}, new double[] {5, 5})
                        .war(
                                new org.detente.model.Figure(
                                        new org.detente.model.Quantity.Uniform(0.05, 0.15, true),
                                        org.detente.model.Basis.ASSUMED),
                                worths(-100, 0))
                        .found();
        FallbackLever lever = found.levers().getFirst();

        assertThat(found.own().isOpen()).isFalse();
        assertThat(lever.turns()).hasSize(1);
        assertThat(lever.turns().getFirst().at()).isCloseTo(0.2, within(1e-6));
        assertThat(lever.turns().getFirst().opensUpwards()).isTrue();
        assertThat(lever.turns().getFirst().binding()).containsExactly(0);
        assertThat(lever.centre()).isCloseTo(0.1, within(1e-12));
        assertThat(text(found))
                .contains("It would open if the chance of war rose to 20 %")
                .contains("10 percentage points more risk")
                .contains("outside the range that the case states, 5 % to 15 %")
                .contains("10 points for a");
    }

    @Test
    void endOfARangeThatClosesTheZoneIsFound() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .term(
                                "t",
                                new org.detente.model.Figure[] {Deal.exact(0), Deal.range(2, 10)},
                                new org.detente.model.Figure[] {Deal.exact(0), Deal.exact(1)})
                        .fallback("a", 3)
                        .fallback("b", 0)
                        .found();

        assertThat(found.own().isOpen()).isTrue();
        assertThat(found.ends().openCount()).isEqualTo(1);
        assertThat(found.ends().effects().getFirst().turnsAt()).isCloseTo(3, within(1e-3));
        assertThat(text(found))
                .contains("one exists at 1 of 2")
                .contains("It closes where agreement.terms.t.values.a.l1 goes from 6 to 3");
    }

    /// Of 6 ± 4 and 6 ± 1 that both must reach 1, the first is at 1 once its width is 5/4 times as
    /// large, the second once it is five times as large; what must stay above 0 never turns it.
    @Test
    void whatHoldsAtEveryEndIsFixedByAssumptionsUntilARangeIsWideEnough() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .term(
                                "t",
                                new org.detente.model.Figure[] {Deal.exact(0), Deal.range(2, 10)},
                                new org.detente.model.Figure[] {Deal.exact(0), Deal.range(5, 7)})
                        .fallback("a", 1)
                        .fallback("b", 1)
                        .found();
        HeadlineWidening widening = requireNonNull(found.ends().widening());
        assertThat(requireNonNull(widening.factor()).path())
                .isEqualTo("agreement.terms.t.values.a.l1");
        assertThat(widening.times()).isCloseTo(1.25, within(0.01));
        assertThat(widening.value()).isCloseTo(1, within(0.04)).isLessThan(1);
        assertThat(text(found))
                .contains("So that is fixed by assumptions; the smallest widening that turns it")
                .contains("instead of 2 to 10, 1.25 times as wide");
    }

    @Test
    void aRangeThatCannotTurnTheHeadlineIsSaidNotTo() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .term(
                                "t",
                                new org.detente.model.Figure[] {Deal.exact(0), Deal.range(49, 51)},
                                new org.detente.model.Figure[] {Deal.exact(0), Deal.exact(5)})
                        .fallback("a", 0)
                        .fallback("b", 0)
                        .found();
        assertThat(requireNonNull(found.ends().widening()).factor()).isNull();
        assertThat(text(found))
                .contains("no assumed range of points turns it, alone, even 16 times");
    }

    @Test
    void logrollingTellsWhatEachLevelIsWorthAndWhatCanBeDropped() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .term("big", new double[] {0, 10}, new double[] {0, -1})
                        .term("small", new double[] {0, -1}, new double[] {0, 1})
                        .term("other", new double[] {0, -1}, new double[] {0, 10})
                        .fallback("a", 0)
                        .fallback("b", 0)
                        .found();
        Logrolling logrolling = requireNonNull(found.logrolling());

        assertThat(found.own().levels(Solution.NASH)).containsExactly(1, 0, 1);
        assertThat(requireNonNull(logrolling.trades().get(0).down()).changes())
                .containsExactly(-10.0, 1.0);
        assertThat(requireNonNull(logrolling.trades().get(0).down()).isAcceptable()).isFalse();
        assertThat(requireNonNull(logrolling.trades().get(1).up()).changes())
                .containsExactly(-1.0, 1.0);
        assertThat(logrolling.trades().get(1).droppable()).isFalse();
        assertThat(logrolling.trades().get(0).droppable()).isFalse();
    }

    @Test
    void namedPackageIsLookedUp() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .term("x", new double[] {0, 10}, new double[] {0, -1})
                        .term("y", new double[] {0, -1}, new double[] {0, 10})
                        .fallback("a", -5)
                        .fallback("b", -5)
                        .found(
                                new AgreementQuestions(
                                        List.of(
                                                new NamedPackage(
                                                        "half",
                                                        List.of(
                                                                new Setting(
                                                                        new ItemRef.TermRef("x"),
                                                                        "l0")))),
                                        false,
                                        false,
                                        null));
        LookedUp.Standing standing = found.lookedUp().getFirst().standings().getFirst();

        assertThat(standing.isAcceptable()).isTrue();
        assertThat(standing.gains()).containsExactly(5.0, 5.0);
        assertThat(standing.headroom().isBeaten()).isTrue();
        assertThat(standing.headroom().share()).isGreaterThan(0);
        assertThat(text(found)).contains("How half stands in each reading");
    }

    @Test
    void egalitarianAndUtilitarianOnlyOnRequest() {
        Deal deal =
                new Deal()
                        .signatories("a", "b")
                        .term("t", new double[] {3, 9}, new double[] {3, 1})
                        .fallback("a", 0)
                        .fallback("b", 0);
        AgreementsFindings found = deal.found(new AgreementQuestions(List.of(), true, true, null));

        assertThat(deal.found().own().solutions())
                .containsOnlyKeys(Solution.NASH, Solution.KALAI_SMORODINSKY);
        assertThat(found.own().levels(Solution.EGALITARIAN)).containsExactly(0);
        assertThat(found.own().levels(Solution.UTILITARIAN)).containsExactly(1);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(AgreementForm.missing(new SmallCase().party("a").done()))
                .containsExactly("agreement");
        assertThat(
                        AgreementForm.missing(
                                new Deal()
                                        .signatories("a", "b")
                                        .term("t", new double[] {0, 1})
                                        .fallback("a", 0)
                                        .done()))
                .containsExactly("preferences.b.values", "agreement.otherwise.b");
    }

    @Test
    void unknownLeverIsRefused() {
        assertThatThrownBy(() ->
                        dollar(0, 0)
                                .found(
                                        new AgreementQuestions(
                                                List.of(), false, false, "assumptions.x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("assumptions.x");
    }

    @Test
    void approximateFrontierStatesHowFarItsSolutionsMayBe() {
        AgreementsResult whole = dollar(0, 0).result(AgreementQuestions.NONE, 2000);
        AgreementsResult cut = dollar(0, 0).result(AgreementQuestions.NONE, 50);
        Gaps gaps = Gaps.of(cut.found().own());

        assertThat(Gaps.of(whole.found().own())).isEqualTo(new Gaps(0, 0));
        assertThat(cut.completeness()).isInstanceOf(Completeness.Truncated.class);
        double product =
                shareOfA(cut.found(), Solution.NASH) * (1 - shareOfA(cut.found(), Solution.NASH));
        assertThat(gaps.isKnown()).isTrue();
        assertThat(gaps.nash()).isGreaterThan(0);
        assertThat(product * (1 + gaps.nash())).isGreaterThanOrEqualTo(0.25 - 1e-9);
        assertThat(text(cut.found())).contains("Approximate: more packages are efficient");
    }

    @Test
    void pointsAloneAreNotToldAsAnOrder() {
        AgreementsFindings found =
                new Deal()
                        .signatories("a", "b")
                        .term("t", new double[] {-20, -20}, new double[] {5, 5})
                        .war(
                                new org.detente.model.Figure(
                                        new org.detente.model.Quantity.Uniform(0.5, 0.9, true),
                                        org.detente.model.Basis.ASSUMED),
                                worths(-100, 0))
                        .found();

        assertThat(found.own().isOpen()).isTrue();
        assertThat(text(found)).doesNotContain("By the order it states");
    }

    @Test
    void dataHoldsWhatTheDocumentationPromises() {
        AgreementsFindings found = dollar(0.2, 0).found();
        Map<String, Data> entries = new AgreementsResult(found).data(new ListLimit(3)).entries();

        assertThat(entries)
                .containsKeys(
                        "signatories",
                        "fallback",
                        "space",
                        "acceptable",
                        "frontier",
                        "solutions",
                        "zone",
                        "complete");
        assertThat(new AgreementsResult(found).completeness())
                .isInstanceOf(Completeness.Complete.class);
    }

    private static ClosedZone closed(AgreementsFindings found) {
        return requireNonNull(found.closed());
    }

    private static String text(AgreementsFindings found) {
        return org.detente.testing.Plain.lines(new AgreementsResult(found).explain(ListLimit.NONE));
    }
}
