// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.detente.analysis.enforcement.Pact.at;
import static org.detente.analysis.enforcement.Pact.exact;
import static org.detente.analysis.enforcement.Pact.named;
import static org.detente.analysis.enforcement.Pact.names;
import static org.detente.analysis.enforcement.Pact.options;
import static org.detente.analysis.enforcement.Pact.real;
import static org.detente.analysis.enforcement.Pact.when;
import static org.detente.analysis.enforcement.Pact.yes;

import java.util.List;
import org.assertj.core.data.Offset;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.analysis.agreements.AgreementsAnalysis;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.compile.CompiledCase;
import org.detente.explain.Data;
import org.detente.model.Case;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Setting;
import org.detente.testing.Plain;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What margins are worth where there is little to measure: nothing to break an agreement with,
/// nothing to gain by one, no breach that pays.
class MarginsTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final AnalysisOptions USUAL = options(1, 10_000);
    private static final StabilityAnalysis STABILITY = new StabilityAnalysis();
    private static final EnforcementAnalysis ANALYSIS =
            new EnforcementAnalysis(new AgreementsAnalysis(STABILITY), STABILITY);

    private record Told(Data data, String words) {
        static Told of(Case source, AnalysisOptions options) {
            EnforcementResult result =
                    ANALYSIS.analyze(CompiledCase.of(source, 1 << 20), options, Progress.NONE);
            return new Told(
                    result.data(ListLimit.NONE), Plain.lines(result.explain(ListLimit.NONE)));
        }
    }

    @Test
    void whoHasNothingToBreakItWithHasNoMargin() {
        // a cannot stop holding back. A seen breach brings -10: for b W = 0.4*4 - 0.6*10; at most
        // it gains 4 + 10.
        Told told =
                Told.of(
                        new Pact().usualTime().collapses(-10).movesOfA(Option.Moves.UP).done(),
                        options(1, 10_000, named("both", "a.hold", "b.hold")));
        Data both = both(told);
        Data a = at(both, "parties", "a");
        for (String absent : List.of("breach", "gain", "margin", "punishment")) {
            assertThat(at(a, absent)).isEqualTo(new Data.None());
        }
        assertThat(at(a, "critical")).isEqualTo(new Data.Name("always"));
        assertThat(at(a, "tempting")).isEqualTo(new Data.Truth(false));
        double margin = (2 - (0.4 * 4 - 0.6 * 10)) / 14;
        assertThat(real(both, "parties", "b", "margin")).isCloseTo(margin, CLOSE);
        // Nor does it make the smallest margin of the standing agreement or of its order.
        assertThat(at(both, "holds")).isEqualTo(new Data.Truth(true));
        assertThat(real(told.data(), "firmness", "packages", 0, "smallestMargin"))
                .isGreaterThanOrEqualTo(margin - 1e-9);
        assertThat(told.words())
                .contains("has nothing to break it with", "cannot break it")
                .doesNotContain("Infinity", "NaN");
    }

    /// The package named `both`, wherever it stands.
    private static Data both(Told told) {
        return ((Data.Items) at(told.data(), "packages"))
                .items().stream()
                        .filter(p -> Pact.list(p, "names").contains("both"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void whereNobodyHasAnythingToBreakItWithThereIsNoSmallestMargin() {
        Told told =
                Told.of(
                        new Pact()
                                .usualTime()
                                .movesOfA(Option.Moves.UP)
                                .movesOfB(Option.Moves.UP)
                                .done(),
                        options(1, 10_000, named("both", "a.hold", "b.hold")));
        assertThat(at(told.data(), "firmness", "packages", 0, "smallestMargin"))
                .isEqualTo(new Data.None());
        assertThat(at(both(told), "holds")).isEqualTo(new Data.Truth(true));
        assertThat(told.words())
                .contains("nobody can break it")
                .doesNotContain("Infinity", "NaN", "∞");
        // Whoever goes first is left holding the bag: 2 - 4 of 2.
        assertThat(real(both(told), "smallestMargin")).isCloseTo(-1, CLOSE);
    }

    @Test
    void otherReadingsHaveNoSmallestMarginEither() {
        Pact pact =
                new Pact()
                        .patience(Pact.range(0.5, 0.9), exact(0.6))
                        .movesOfA(Option.Moves.UP)
                        .movesOfB(Option.Moves.UP);
        pact.small().view("tired", pact.preferencesOfA(yes("b.hold", 4), yes("a.hold", -1)));
        Told told = Told.of(pact.done(), options(1, 10_000, named("both", "a.hold", "b.hold")));
        Data view = at(told.data(), "views", "tired", "packages", 0);
        assertThat(at(view, "holds")).isEqualTo(new Data.Truth(true));
        assertThat(at(view, "margin")).isEqualTo(new Data.None());
        assertThat(((Data.Items) at(told.data(), "ranges", "turned")).items()).isEmpty();
        assertThat(at(told.data(), "ranges", "drawn", "packages", 0, "kept"))
                .isEqualTo(new Data.Whole(100));
        assertThat(told.words()).contains("kept, nobody can break it");
    }

    @Test
    void whoCaresForNothingIsTemptedByNothing() {
        Told told = Told.of(new Pact().usualTime().nothingForB().done(), USUAL);
        Data b = at(told.data(), "packages", 0, "parties", "b");
        assertThat(real(b, "margin")).isCloseTo(0, CLOSE);
        assertThat(at(b, "critical")).isEqualTo(new Data.Name("always"));
        assertThat(at(b, "tempting")).isEqualTo(new Data.Truth(false));
        assertThat(names(told.data(), "measures", "b")).startsWith("by=nothing");
        assertThat(told.words())
                .contains("Nothing that can happen makes any difference to b")
                .contains("none pays; nearest to paying");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-3, 1, 4e9})
    void whoHasNothingToGainIsMeasuredByAllItHasAtStake(double unit) {
        // b gains nothing by any package, but it could sell, for 3, and c, which does not care,
        // could
        // strike it for that, at -4: W = 0.4*3 - 0.6*1, and 3 / (3 + 1).
        Pact pact =
                new Pact()
                        .usualTime()
                        .nothingForB()
                        .ofB(yes("b.sell", 3 * unit))
                        .ofB(when(SmallCase.holds("c.strike"), -4 * unit));
        pact.small().option("b", "sell", Option.Moves.BOTH);
        Told told = Told.of(pact.done(Option.Moves.UP), USUAL);
        Data b = at(told.data(), "packages", 0, "parties", "b");
        assertThat(names(told.data(), "measures", "b")).startsWith("by=stake");
        assertThat(real(told.data(), "measures", "b", "points"))
                .isCloseTo(7 * unit, within(1e-9 * unit));
        assertThat(real(b, "margin")).isCloseTo(-0.6 / 7, CLOSE);
        assertThat(real(b, "critical")).isCloseTo(0.75, CLOSE);
        assertThat(at(told.data(), "packages", 0, "holds")).isEqualTo(new Data.Truth(false));
        assertThat(told.words()).contains("all that it has at stake");
    }

    @Test
    void noBreachThatPaysIsCalledNoTemptation() {
        // Holding back costs a nothing and is worth 1 to itself: it has no reason to stop.
        Pact pact = new Pact().usualTime().ofA(yes("a.hold", 3));
        Told told = Told.of(pact.done(), USUAL);
        Data a = at(told.data(), "packages", 0, "parties", "a");
        assertThat(real(a, "gain")).isCloseTo(-1, CLOSE);
        assertThat(at(a, "critical")).isEqualTo(new Data.Name("always"));
        assertThat(at(a, "tempting")).isEqualTo(new Data.Truth(false));
        assertThat(((Data.Fields) a).entries()).doesNotContainKey("criticalBreach");
        assertThat(told.words())
                .contains("none pays; nearest to paying")
                .contains("however little the future counts: no change of its options");
    }

    @Test
    void falseAlarmsLowerWhatTheOrderLeadsTo() {
        // V = 0.1*2 / (1 - 0.9*0.9); staying while b holds back brings 4 for a step, then 0.
        Told told =
                Told.of(
                        new Pact().watched(0.5, 0.1).patience(exact(0.9), exact(0.6)).done(),
                        USUAL);
        double complying = 0.2 / 0.19;
        Data step = at(told.data(), "packages", 0, "steps", 0);
        assertThat(real(step, "margins", "a")).isCloseTo((complying - 0.4) / 2, CLOSE);
        assertThat(real(told.data(), "packages", 0, "parties", "a", "margin"))
                .isCloseTo((complying - 0.4 / 0.55) / 2, CLOSE);
        // b is not suspected of anything.
        assertThat(real(step, "margins", "b")).isCloseTo(0.2, CLOSE);
    }

    /// a has carried out half of holding back, at a cost of 1; then b holds back too, which is
    /// worth 4, and a is to do the rest. If it does not, b stops, which leaves it with nothing.
    @ParameterizedTest
    @ValueSource(strings = {"BOTH 0", "BOTH 1", "BOTH 3", "UP 0"})
    void aPartUnderWayCanBeTakenBackWhereTheOptionCanGoBack(String how) {
        int undo = how.charAt(how.length() - 1) - '0';
        Option.Moves moves = Option.Moves.valueOf(how.substring(0, how.indexOf(' ')));
        boolean isAtOnce = how.equals("BOTH 0");
        Deviations.Deviation best =
                atHalf(new Pact().usualTime().movesOfA(moves).partsOfA(2, undo).done(), 1);
        assertThat(best.dropped()).hasSize(isAtOnce ? 1 : 0);
        assertThat(best.points()).isCloseTo(isAtOnce ? 0.1 * 4 : 0.1 * 3, CLOSE);
    }

    /// a holds now, which is worth 2 to it, and is to stop in two parts; half is done. Going back
    /// is raising it, which is not slow.
    @ParameterizedTest
    @ValueSource(strings = {"BOTH", "DOWN"})
    void aPartOfLoweringIsTakenBackByRaising(Option.Moves moves) {
        Pact pact = new Pact().usualTime().movesOfA(moves).partsOfA(2, 3).ofA(yes("a.hold", 4));
        pact.small().now(new Setting(Pact.ref("a.hold"), Level.YES));
        Deviations.Deviation best = atHalf(pact.done(), 0);
        boolean goesBack = moves == Option.Moves.BOTH;
        assertThat(best.dropped()).hasSize(goesBack ? 1 : 0);
        assertThat(best.points()).isCloseTo(0.1 * (goesBack ? 6 : 5) + 0.9 * 2, CLOSE);
    }

    /// a's best deviation where it has done half of its part and b does all of its own.
    private static Deviations.Deviation atHalf(Case source, int levelOfA) {
        CompiledCase model = CompiledCase.of(source, 1 << 20);
        Ground ground =
                Grounds.of(model, new AgreementsAnalysis(STABILITY), STABILITY, USUAL).centre();
        int a = model.space().with(model.now(), indexOf(model, "a.hold"), levelOfA);
        int whole = model.space().with(a, indexOf(model, "b.hold"), 1);
        Lattice lattice =
                java.util.Objects.requireNonNull(
                        Lattice.between(
                                ground.space(),
                                model.now(),
                                whole,
                                Plan.tranches(ground.space()),
                                10_000));
        assertThat(lattice.size()).isEqualTo(6);
        return java.util.Objects.requireNonNull(new Deviations(ground, lattice, 0).best(1, 5));
    }

    private static int indexOf(CompiledCase model, String option) {
        return model.space().indexOf(Pact.ref(option));
    }
}
