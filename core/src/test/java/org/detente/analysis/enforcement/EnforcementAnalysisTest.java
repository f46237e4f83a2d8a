// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.detente.analysis.enforcement.Pact.at;
import static org.detente.analysis.enforcement.Pact.list;
import static org.detente.analysis.enforcement.Pact.named;
import static org.detente.analysis.enforcement.Pact.names;
import static org.detente.analysis.enforcement.Pact.options;
import static org.detente.analysis.enforcement.Pact.real;

import java.util.List;
import org.assertj.core.data.Offset;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.analysis.agreements.AgreementsAnalysis;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.compile.CompiledCase;
import org.detente.explain.Data;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Option;
import org.detente.testing.Plain;
import org.detente.testing.RandomPact;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

class EnforcementAnalysisTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final AnalysisOptions USUAL = options(1, 10_000);
    private static final StabilityAnalysis STABILITY = new StabilityAnalysis();
    private static final EnforcementAnalysis ANALYSIS =
            new EnforcementAnalysis(new AgreementsAnalysis(STABILITY), STABILITY);

    private static EnforcementResult result(Case source, AnalysisOptions options) {
        return ANALYSIS.analyze(CompiledCase.of(source, 1 << 20), options, Progress.NONE);
    }

    private static Data data(Case source, AnalysisOptions options) {
        return result(source, options).data(ListLimit.NONE);
    }

    private static String words(Case source, AnalysisOptions options) {
        return Plain.lines(result(source, options).explain(ListLimit.NONE));
    }

    @Test
    void tellsTheStandingTestFieldByField() {
        Data data = data(new Pact().usualTime().done(), USUAL);

        // Both hold back: the only package that pays both, so every solution and the firmest.
        assertThat(list(data, "packages", 0, "names"))
                .contains("nash", "kalaiSmorodinsky", "mostEnforceable");
        assertThat(names(data, "packages", 0, "levels")).isEqualTo("a.hold=yes, b.hold=yes");
        assertThat(at(data, "packages", 0, "holds")).isEqualTo(new Data.Truth(true));

        // a stops holding back: B = 4, U = 2, then b stops too, which nobody leaves: P = 0.
        Data a = at(data, "packages", 0, "parties", "a");
        assertThat(names(a, "breach")).isEqualTo("a.hold=no");
        assertThat(real(a, "gain")).isCloseTo(2, CLOSE);
        // 2 / (2 + 0.5*2)
        assertThat(real(a, "critical")).isCloseTo(2.0 / 3, CLOSE);
        assertThat(real(a, "patience")).isCloseTo(0.9, CLOSE);
        // W = (0.1*4 + 0.9*0.5*0) / (1 - 0.9*0.5) = 0.4/0.55; margin (2 - W) / 2
        assertThat(real(a, "margin")).isCloseTo((2 - 0.4 / 0.55) / 2, CLOSE);
        // 2 >= 0.4 / (1 - 0.9(1-q)): q >= 1/9
        assertThat(real(a, "leastDetection")).isCloseTo(1.0 / 9, within(1e-8));
        // 4 - 0.9^L (4 - 0.4/0.55) <= 2: 0.9^L >= 0.6111, L <= 4.67
        assertThat(at(a, "longestDelay")).isEqualTo(new Data.Whole(4));
        assertThat(list(a, "punishment", "by")).containsExactly("b");
        assertThat(names(a, "punishment", "levels")).isEqualTo("b.hold=no");
        assertThat(at(a, "punishment", "credible")).isEqualTo(new Data.Name("Nash-stable"));

        // b: seen for certain. 2 / (2 + 2); W = 0.4*4 + 0.6*0; q >= 2/3; L = 0 as 0.6 < 0.8333
        Data b = at(data, "packages", 0, "parties", "b");
        assertThat(names(b, "breach")).isEqualTo("b.hold=no");
        assertThat(real(b, "critical")).isCloseTo(0.5, CLOSE);
        assertThat(real(b, "margin")).isCloseTo((2 - 1.6) / 2, CLOSE);
        assertThat(real(b, "leastDetection")).isCloseTo(2.0 / 3, within(1e-8));
        assertThat(at(b, "longestDelay")).isEqualTo(new Data.Whole(0));
        assertThat(at(data, "complete")).isEqualTo(new Data.Truth(true));
    }

    @Test
    void tellsTheOrderStepByStep() {
        Data data = data(new Pact().usualTime().done(), USUAL);

        // Both at once: a that stays gets 4 for a step, then 0: (2 - 0.1*4)/2; b (2 - 0.4*4)/2.
        // Whoever goes first alone is worse off in between, so that nothing is safer.
        assertThat(((Data.Items) at(data, "packages", 0, "steps")).items()).hasSize(1);
        Data step = at(data, "packages", 0, "steps", 0);
        assertThat(at(step, "n")).isEqualTo(new Data.Whole(1));
        assertThat(names(step, "moves", "a")).isEqualTo("a.hold=yes");
        assertThat(names(step, "moves", "b")).isEqualTo("b.hold=yes");
        assertThat(real(step, "margins", "a")).isCloseTo(0.8, CLOSE);
        assertThat(real(step, "margins", "b")).isCloseTo(0.2, CLOSE);
        assertThat(real(data, "packages", 0, "smallestMargin")).isCloseTo(0.2, CLOSE);
        // Left alone with its own restraint each has -2 instead of 0: as much as it could gain.
        assertThat(real(step, "exposure", "a")).isCloseTo(1, CLOSE);
        assertThat(list(step, "reversible", "b")).containsExactly("b.hold");
    }

    @Test
    void termsCountUntilABreachIsSeen() {
        // A term worth 1 to both: U = 3, B = 5 while unseen, P = 0 without it.
        Data data = data(new Pact().usualTime().term("fund", 1).done(), USUAL);
        assertThat(names(data, "packages", 0, "levels"))
                .isEqualTo("a.hold=yes, b.hold=yes, terms.fund=yes");
        assertThat(real(data, "packages", 0, "parties", "a", "gain")).isCloseTo(2, CLOSE);
        assertThat(real(data, "packages", 0, "parties", "a", "critical"))
                .isCloseTo(2 / (2 + 0.5 * 3), CLOSE);
        assertThat(real(data, "packages", 0, "parties", "b", "critical")).isCloseTo(2.0 / 5, CLOSE);
    }

    @Test
    void explainsThatCase() {
        assertThat(words(new Pact().usualTime().done(), USUAL))
                .contains("each side would keep it once it stands")
                .contains("in 1 step")
                .contains("67 %")
                .contains("Not a forecast.");
    }

    @Test
    void sideThatWouldBreakItIsNamed() {
        // b at patience 0.4 keeps nothing: W = 0.6*4 = 2.4 > 2
        Pact pact = new Pact().patience(Pact.exact(0.9), Pact.exact(0.4));
        Data data = data(pact.done(), USUAL);
        assertThat(at(data, "packages", 0, "holds")).isEqualTo(new Data.Truth(false));
        assertThat(real(data, "packages", 0, "parties", "b", "margin")).isCloseTo(-0.2, CLOSE);
        assertThat(at(data, "packages", 0, "parties", "b", "longestDelay"))
                .isEqualTo(new Data.None());
        assertThat(at(data, "packages", 0, "parties", "b", "leastDetection"))
                .isEqualTo(new Data.None());
        // The standing agreement is not kept, so that not even the package leads on to itself.
        assertThat(at(data, "packages", 0, "leadingOn")).isEqualTo(new Data.Whole(0));
        assertThat(words(new Pact().patience(Pact.exact(0.9), Pact.exact(0.4)).done(), USUAL))
                .contains("b would not keep it");
    }

    @Test
    void withoutTimeTheCriticalFactorsStandAlone() {
        Data data = data(new Pact().done(), USUAL);
        for (String party : List.of("a", "b")) {
            Data own = at(data, "packages", 0, "parties", party);
            assertThat(real(own, "critical")).isCloseTo(0.5, CLOSE);
            assertThat(at(own, "patience")).isEqualTo(new Data.None());
            assertThat(at(own, "margin")).isEqualTo(new Data.None());
            assertThat(names(own, "breach")).isEqualTo(party + ".hold=no");
        }
        assertThat(((Data.Fields) at(data, "packages", 0)).entries())
                .doesNotContainKeys("steps", "smallestMargin");
        assertThat(words(new Pact().done(), USUAL)).contains("no margin is told");
    }

    @Test
    void aSeenBreachBringsTheFallbackWhereTheCaseSaysSo() {
        // P = d = -1: a 2 / (2 + 0.5*3), b 2 / (2 + 3)
        Data data = data(new Pact().usualTime().collapses(-1).done(), USUAL);
        Data a = at(data, "packages", 0, "parties", "a");
        assertThat(real(a, "critical")).isCloseTo(2 / 3.5, CLOSE);
        assertThat(real(a, "punishment", "points")).isCloseTo(-1, CLOSE);
        assertThat(at(a, "punishment", "credible")).isEqualTo(new Data.Name("assumed"));
        assertThat(real(data, "packages", 0, "parties", "b", "critical")).isCloseTo(0.4, CLOSE);
        assertThat(words(new Pact().usualTime().collapses(-1).done(), USUAL)).contains("assumed");
    }

    @Test
    void packageThatBreaksARuleOfTheCaseIsNotTested() {
        Pact pact = new Pact().usualTime();
        pact.small()
                .rule(
                        "together",
                        new Condition.And(
                                List.of(
                                        SmallCase.holds("a.hold"),
                                        new Condition.Not(SmallCase.holds("b.hold")))));
        EnforcementResult result =
                result(pact.done(), options(1, 10_000, named("alone", "a.hold")));
        Data data = result.data(ListLimit.NONE);
        int last = ((Data.Items) at(data, "packages")).items().size() - 1;
        assertThat(list(data, "packages", last, "names")).containsExactly("alone");
        assertThat(list(data, "packages", last, "impossible"))
                .singleElement()
                .satisfies(name -> assertThat(name).contains("together"));
        assertThat(Plain.lines(result.explain(ListLimit.NONE)))
                .contains("alone: this package cannot stand", "it breaks the rule", "together");
    }

    @Test
    void packageThatCannotBeReachedIsNotTested() {
        // a can only go down, and is down already.
        Case source = new Pact().usualTime().movesOfA(Option.Moves.DOWN).done();
        EnforcementResult result =
                result(source, options(1, 10_000, named("both", "a.hold", "b.hold")));
        Data data = result.data(ListLimit.NONE);
        int last = ((Data.Items) at(data, "packages")).items().size() - 1;
        assertThat(list(data, "packages", last, "names")).contains("both");
        assertThat(list(data, "packages", last, "impossible")).isNotEmpty();
        assertThat(Plain.lines(result.explain(ListLimit.NONE)))
                .contains("it cannot be reached from now");
    }

    @Test
    void namedPackageThatIsASolutionIsOnePackage() {
        Data data =
                data(
                        new Pact().usualTime().done(),
                        options(1, 10_000, named("mine", "a.hold", "b.hold")));
        assertThat(((Data.Items) at(data, "packages")).items()).hasSize(1);
        assertThat(list(data, "packages", 0, "names")).startsWith("nash").endsWith("mine");
    }

    @Test
    void viewsAreTested() {
        // In the view holding back costs a 5: U = -1, and P = 0 is better than that: never.
        Pact pact = new Pact().usualTime();
        pact.small()
                .view(
                        "burdened",
                        pact.preferencesOfA(Pact.yes("b.hold", 4), Pact.yes("a.hold", -5)));
        EnforcementResult result = result(pact.done(), USUAL);
        Data data = result.data(ListLimit.NONE);
        assertThat(at(data, "packages", 0, "holds")).isEqualTo(new Data.Truth(true));
        Data view = at(data, "views", "burdened", "packages", 0);
        assertThat(at(view, "holds")).isEqualTo(new Data.Truth(false));
        assertThat(real(view, "margin")).isNegative();
        assertThat(Plain.lines(result.explain(ListLimit.NONE))).contains("burdened");
    }

    @Test
    void endsOfRangesThatTurnTheVerdictAreTold() {
        // a needs 2/3: kept at 0.7, not at 0.5; b needs 1/2 in all of its range.
        Pact pact = new Pact().usualTime().patience(Pact.range(0.5, 0.9), Pact.range(0.6, 0.8));
        Data data = data(pact.done(), USUAL);
        assertThat(at(data, "packages", 0, "holds")).isEqualTo(new Data.Truth(true));
        assertThat(at(data, "ranges", "numbers")).isEqualTo(new Data.Whole(2));
        assertThat(((Data.Items) at(data, "ranges", "turned")).items()).hasSize(1);
        Data turned = at(data, "ranges", "turned", 0);
        assertThat(at(turned, "number")).isEqualTo(new Data.Name("time.patience.a"));
        assertThat(real(turned, "at")).isCloseTo(0.5, CLOSE);
        // W = 0.5*4 / (1 - 0.25) = 2.6667; (2 - W)/2
        assertThat(real(turned, "packages", 0, "margin")).isCloseTo(-1.0 / 3, CLOSE);
    }

    @Test
    void orderThatTooFewPositionsHideIsMarked() {
        // Four positions lead from now to the package.
        EnforcementResult result = result(new Pact().usualTime().done(), options(1, 3));
        assertThat(result.completeness())
                .isEqualTo(new Completeness.Truncated("--max-positions", 3));
        assertThat(at(result.data(ListLimit.NONE), "complete")).isEqualTo(new Data.Truth(false));
        assertThat(Plain.lines(result.explain(ListLimit.NONE))).contains("--max-positions");
        assertThat(result(new Pact().usualTime().done(), options(1, 4)).completeness())
                .isEqualTo(new Completeness.Complete());
    }

    @Test
    void threadsDoNotChangeAnything() {
        for (long seed = 1; seed <= 12; seed++) {
            var random =
                    java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Case source =
                    seed == 1
                            ? new Pact()
                                    .usualTime()
                                    .patience(Pact.range(0.5, 0.9), Pact.range(0.3, 0.8))
                                    .done()
                            : RandomPact.of(random);
            EnforcementResult one = result(source, options(1, 10_000));
            EnforcementResult two = result(source, options(2, 10_000));
            assertThat(Plain.lines(two.data(ListLimit.NONE)))
                    .isEqualTo(Plain.lines(one.data(ListLimit.NONE)));
            assertThat(Plain.lines(two.explain(ListLimit.NONE)))
                    .isEqualTo(Plain.lines(one.explain(ListLimit.NONE)));
        }
    }

    @Test
    void saysWhatACaseLacks() {
        assertThat(ANALYSIS.missing(new SmallCase().party("a").done())).contains("agreement");
        assertThat(ANALYSIS.missing(new Pact().done())).isEmpty();
    }
}
