// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.detente.analysis.enforcement.Pact.at;
import static org.detente.analysis.enforcement.Pact.list;
import static org.detente.analysis.enforcement.Pact.names;
import static org.detente.analysis.enforcement.Pact.options;
import static org.detente.analysis.enforcement.Pact.range;
import static org.detente.analysis.enforcement.Pact.real;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.analysis.agreements.AgreementsAnalysis;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.compile.CompiledCase;
import org.detente.explain.Data;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Figure;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Setting;
import org.detente.model.Worth;
import org.detente.testing.Plain;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// The dilemma with c outside, whose strike costs a 4 while a holds back and ends the pact. What a
/// strike is worth to c lies in a range; a guarantee takes something off it.
class OutsideNumbersTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final StabilityAnalysis STABILITY = new StabilityAnalysis();
    private static final OutsideMoves ANALYSIS =
            new OutsideMoves(new AgreementsAnalysis(STABILITY), STABILITY);
    private static final String STRIKE = "preferences.c.values.c.strike.yes";

    private static Worth strike(Figure points) {
        return new Worth.OfItem(
                Pact.ref("c.strike"), List.of(new Worth.LevelWorth(Level.YES, points)));
    }

    private static PreferencePart.Values values(Worth... worths) {
        return new PreferencePart.Values(List.of(worths));
    }

    private static Case withC(PreferencePart... parts) {
        Pact pact = Pact.struck();
        pact.small().prefers("c", parts);
        return pact.done(Option.Moves.UP);
    }

    private static SpoilersResult result(Case source) {
        return ANALYSIS.weigh(CompiledCase.of(source, 1 << 20), options(1, 10_000), Progress.NONE);
    }

    private static Data data(Case source) {
        return result(source).data(ListLimit.NONE);
    }

    private static long whole(Data data, Object... path) {
        return ((Data.Whole) at(data, path)).value();
    }

    @Test
    void itsOwnNumbersAreLookedAtAtBothEndsAndInReadingsDrawn() {
        Case source =
                withC(values(strike(range(-1, 5)), Pact.when(Pact.STRUCK_THOUGH_GUARANTEED, -3)));
        Data data = data(source);
        Data centre = at(data, "packages", 0, "parties", "c");
        assertThat(names(centre, "move")).isEqualTo("c.strike=yes");
        assertThat(real(centre, "gap")).isCloseTo(2, CLOSE);
        assertThat(at(centre, "goesBy")).isEqualTo(new Data.Name("points"));
        assertThat(whole(centre, "numbers")).isEqualTo(1);

        assertThat(whole(data, "ranges", "numbers")).isEqualTo(1);
        Data turned = at(data, "ranges", "turned", 0);
        assertThat(list(turned, "names")).contains("nash");
        assertThat(at(turned, "number")).isEqualTo(new Data.Name(STRIKE));
        assertThat(real(turned, "at")).isCloseTo(-1, CLOSE);
        assertThat(at(turned, "party")).isEqualTo(new Data.Name("c"));
        assertThat(names(turned, "move")).isEmpty();
        assertThat(at(turned, "survives")).isEqualTo(new Data.Truth(true));
        assertThat(real(data, "ranges", "gaps", 0, "least")).isCloseTo(0, CLOSE);
        assertThat(real(data, "ranges", "gaps", 0, "most")).isCloseTo(5, CLOSE);

        Data drawn = at(data, "drawn", "packages", 0);
        long strikes = whole(drawn, "parties", "c", "moves", 0, "readings");
        assertThat(names(drawn, "parties", "c", "moves", 0, "move")).isEqualTo("c.strike=yes");
        assertThat(strikes).isBetween(70L, 95L); // 5 of 6 are expected
        assertThat(whole(drawn, "parties", "c", "moves", 0, "survives")).isZero();
        assertThat(names(drawn, "parties", "c", "moves", 1, "move")).isEmpty();
        assertThat(whole(drawn, "parties", "c", "leavesAlone")).isEqualTo(100 - strikes);
        assertThat(whole(drawn, "survives", "c")).isEqualTo(100 - strikes);
        assertThat(whole(drawn, "kept")).isEqualTo(100);
        assertThat(real(drawn, "parties", "c", "gap", "least")).isCloseTo(0, CLOSE);
        assertThat(real(drawn, "parties", "c", "gap", "most")).isBetween(4.5, 5.0);
        assertThat(at(drawn, "parties", "c", "deterredBy", 0, "item"))
                .isEqualTo(new Data.Name("terms.guarantee"));
        assertThat(whole(drawn, "parties", "c", "deterredBy", 0, "leavesAlone"))
                .isBetween(50L, 80L); // 2 of 3 are expected
        assertThat(Plain.lines(result(source).explain(ListLimit.NONE)))
                .contains(
                        "it is kept in 100 of 100 readings if left alone, and in %d after"
                                .formatted(100 - strikes),
                        "it leaves the agreement alone in %d of 100".formatted(100 - strikes),
                        "left alone by c",
                        "1 number is uncertain",
                        STRIKE);
    }

    @Test
    void whoLeavesItAloneAtTheCentreOnlyIsToldSo() {
        Case source =
                withC(values(strike(range(-5, 1)), Pact.when(Pact.STRUCK_THOUGH_GUARANTEED, -3)));
        Data data = data(source);
        assertThat(names(data, "packages", 0, "parties", "c", "move")).isEmpty();
        Data turned = at(data, "ranges", "turned", 0);
        assertThat(names(turned, "move")).isEqualTo("c.strike=yes");
        assertThat(at(turned, "survives")).isEqualTo(new Data.Truth(false));
        Data drawn = at(data, "drawn", "packages", 0);
        assertThat(whole(drawn, "survives", "c")).isBetween(70L, 95L);
        assertThat(whole(drawn, "parties", "c", "deterredBy", 0, "leavesAlone")).isEqualTo(100);
        assertThat(Plain.lines(result(source).explain(ListLimit.NONE)))
                .contains(
                        "leaving the agreement alone is best, with every number at its centre",
                        "is by up to 1 of its own points",
                        "in more readings with terms.guarantee at yes (in 100 of 100 readings)")
                .contains("MIXED: ");
    }

    @Test
    void whatItComparesBindsItsPoints() {
        Worth other =
                new Worth.OfItem(
                        Pact.ref("c.talk"), List.of(new Worth.LevelWorth(Level.YES, range(2, 4))));
        PreferencePart.Comparison prefer =
                new PreferencePart.Comparison(
                        SmallCase.holds("c.strike"), SmallCase.holds("c.talk"), Basis.ASSUMED);
        Case source =
                withTalk(
                        values(strike(range(-1, 5)), other),
                        new PreferencePart.Prefer(List.of(prefer)));
        Data data = data(source);
        assertThat(whole(data, "drawn", "packages", 0, "survives", "c")).isZero();
        assertThat(list(data, "packages", 0, "parties", "c", "beside")).containsExactly("prefer");
        assertThat(list(data, "drawn", "drawing", "polyhedra", 0, "parties")).containsExactly("c");
        assertThat(Plain.lines(result(source).explain(ListLimit.NONE)))
                .contains("such that what it compares (prefer) holds")
                .doesNotContain("is not looked at here");
    }

    private static Case withTalk(PreferencePart... parts) {
        Pact pact = Pact.struck();
        pact.small().prefers("c", parts);
        pact.small().option("c", "talk", Option.Moves.BOTH);
        return pact.done(Option.Moves.UP);
    }

    @Test
    void comparisonsOfWhatHasNoPointsAreNamedAndLeftOut() {
        PreferencePart.Comparison prefer =
                new PreferencePart.Comparison(
                        SmallCase.holds("c.strike"), SmallCase.holds("c.talk"), Basis.ASSUMED);
        Case source =
                withTalk(values(strike(range(-1, 5))), new PreferencePart.Prefer(List.of(prefer)));
        Data data = data(source);
        assertThat(whole(data, "drawn", "packages", 0, "survives", "c")).isBetween(5L, 30L);
        assertThat(Plain.lines(result(source).explain(ListLimit.NONE)))
                .contains("What c states beside that (prefer) is not looked at here");
    }

    @Test
    void comparisonsWithNoAgreementBindNothingWhereItIsNotSaidWhatThatIsWorth() {
        PreferencePart.Packages packages =
                new PreferencePart.Packages(
                        List.of(
                                new PreferencePart.PackageComparison(
                                        new PreferencePart.Bundle.Of(
                                                List.of(
                                                        new Setting(
                                                                Pact.ref("terms.guarantee"),
                                                                Level.YES))),
                                        new PreferencePart.Bundle.NoAgreement(),
                                        Basis.ASSUMED)));
        Case source =
                withC(values(strike(range(-1, 5)), Pact.yes("terms.guarantee", -1)), packages);
        assertThat(whole(data(source), "drawn", "readings")).isEqualTo(100);
        assertThat(Plain.lines(result(source).explain(ListLimit.NONE)))
                .contains("What c states beside that (packages) is not looked at here");
    }

    @Test
    void whatIsStatedBesideAnOrderIsNamed() {
        Case source =
                withC(SmallCase.order(SmallCase.holds("c.strike")), values(strike(range(-9, -5))));
        Data data = data(source);
        Data c = at(data, "packages", 0, "parties", "c");
        assertThat(names(c, "move")).isEqualTo("c.strike=yes");
        assertThat(at(c, "goesBy")).isEqualTo(new Data.Name("order"));
        assertThat(list(c, "beside")).containsExactly("values");
        assertThat(whole(data, "ranges", "numbers")).isZero();
        assertThat(Plain.lines(result(source).explain(ListLimit.NONE)))
                .contains("c: an order of statements", "What c states beside that (values)");
    }

    @Test
    void comparisonsAloneSayNothingOfWhatItWouldDo() {
        PreferencePart.Comparison prefer =
                new PreferencePart.Comparison(
                        SmallCase.holds("c.strike"),
                        new Condition.Not(SmallCase.holds("c.strike")),
                        Basis.ASSUMED);
        Case source = withC(new PreferencePart.Prefer(List.of(prefer)));
        Data c = at(data(source), "packages", 0, "parties", "c");
        assertThat(at(c, "indifferent")).isEqualTo(new Data.Truth(true));
        assertThat(at(c, "goesBy")).isEqualTo(new Data.Name("nothing"));
        assertThat(Plain.lines(result(source).explain(ListLimit.NONE)))
                .contains("what is stated (prefer) is not looked at here", "assumed")
                .doesNotContain("no preference is stated");
    }

    @Test
    void viewsHaveReadingsOfTheirOwn() {
        Pact pact = Pact.struck();
        pact.small().prefers("c", values(strike(range(-5, -1))));
        pact.small().view("hostile", new Preferences("c", List.of(values(strike(range(-1, 5))))));
        Data data = data(pact.done(Option.Moves.UP));
        assertThat(whole(data, "drawn", "packages", 0, "survives", "c")).isEqualTo(100);
        assertThat(whole(data, "drawnInViews", "hostile", "packages", 0, "survives", "c"))
                .isBetween(5L, 30L);
        assertThat(names(data, "views", "hostile", 0, "parties", "c", "move"))
                .isEqualTo("c.strike=yes");
    }

    @Test
    void oneAssumptionIsOneNumberForASignatoryAndForAPartyOutside() {
        // What a strike costs a is what it is worth to c: where c strikes, the pact falls.
        Pact pact =
                new Pact()
                        .usualTime()
                        .ofA(
                                new Worth.OfCondition(
                                        Pact.STRUCK,
                                        new Figure(
                                                new org.detente.model.Quantity.Named("harm", true),
                                                Basis.ASSUMED)));
        pact.small().assumption(new org.detente.model.Assumption("harm", null, range(-4, 6)));
        pact.small()
                .prefers(
                        "c",
                        values(
                                strike(
                                        new Figure(
                                                new org.detente.model.Quantity.Named("harm", false),
                                                Basis.ASSUMED))));
        Data data = data(pact.done(Option.Moves.UP));
        assertThat(whole(data, "ranges", "numbers")).isEqualTo(1);
        Data drawn = at(data, "drawn", "packages", 0);
        long alone = whole(drawn, "parties", "c", "leavesAlone");
        assertThat(alone).isBetween(25L, 55L);
        assertThat(whole(drawn, "parties", "c", "moves", 0, "readings")).isEqualTo(100 - alone);
    }

    /// A ratifier that compares what has no points, and of which it is not said what no agreement
    /// is worth to it, is drawn as a value function on a scale of its own.
    @Test
    void ratifierDrawnAsAWholeIsLookedAtAnewButHasNoGap() {
        PreferencePart.Comparison prefer =
                new PreferencePart.Comparison(
                        SmallCase.holds("c.strike"), SmallCase.holds("c.talk"), Basis.ASSUMED);
        Case outside =
                withTalk(values(strike(range(-1, 5))), new PreferencePart.Prefer(List.of(prefer)));
        Agreement agreement = Objects.requireNonNull(outside.agreement());
        Case source =
                outside.stating(
                        outside.preferences(),
                        new Agreement(
                                agreement.between(),
                                agreement.covers(),
                                agreement.terms(),
                                agreement.rules(),
                                agreement.beliefs(),
                                agreement.breachCollapses(),
                                new LinkedHashMap<>(Map.of("c", "a"))));
        Data data = data(source);
        assertThat(real(data, "packages", 0, "parties", "c", "gap")).isCloseTo(2, CLOSE);
        Data c = at(data, "drawn", "packages", 0, "parties", "c");
        assertThat(((Data.Fields) c).entries()).doesNotContainKey("gap");
        assertThat(whole(c, "moves", 0, "readings")).isPositive();
        assertThat(Plain.lines(result(source).explain(ListLimit.NONE)))
                .contains("what it compares (prefer) holds")
                .doesNotContain("is not looked at here");
    }
}
