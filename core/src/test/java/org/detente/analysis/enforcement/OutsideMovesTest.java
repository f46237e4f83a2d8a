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
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.analysis.agreements.AgreementsAnalysis;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.compile.CompiledCase;
import org.detente.explain.Data;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.testing.Figures;
import org.detente.testing.Plain;
import org.detente.testing.RandomPact;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// The dilemma with c outside, whose strike costs a 4 as long as a holds back: then a has -2 and
/// would have 4 by not holding back, and the pact falls.
class OutsideMovesTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final AnalysisOptions USUAL = options(1, 10_000);
    private static final StabilityAnalysis STABILITY = new StabilityAnalysis();
    private static final OutsideMoves ANALYSIS =
            new OutsideMoves(new AgreementsAnalysis(STABILITY), STABILITY);

    /// c gains 2 by a strike, and loses 3 by one against a guarantee.
    private static Case wrecked() {
        Pact pact = Pact.struck();
        pact.small()
                .prefers(
                        "c",
                        new PreferencePart.Values(
                                List.of(
                                        Pact.yes("c.strike", 2),
                                        Pact.when(Pact.STRUCK_THOUGH_GUARANTEED, -3))));
        return pact.done(Option.Moves.UP);
    }

    private static SpoilersResult result(Case source, AnalysisOptions options) {
        return ANALYSIS.weigh(CompiledCase.of(source, 1 << 20), options, Progress.NONE);
    }

    @Test
    void partyThatWrecksItIsToldWithWhatWouldStopIt() {
        SpoilersResult result = result(wrecked(), USUAL);
        Data data = result.data(ListLimit.NONE);
        assertThat(list(data, "packages", 0, "names")).contains("nash");
        Data c = at(data, "packages", 0, "parties", "c");
        assertThat(names(c, "move")).isEqualTo("c.strike=yes");
        assertThat(real(c, "effect", "a")).isCloseTo(-4, CLOSE);
        assertThat(real(c, "effect", "b")).isCloseTo(0, CLOSE);
        assertThat(at(c, "survives")).isEqualTo(new Data.Truth(false));
        assertThat(real(c, "gap")).isCloseTo(2, CLOSE);
        assertThat(((Data.Items) at(c, "deterredBy")).items()).hasSize(1);
        assertThat(names(c, "deterredBy", 0))
                .startsWith("item=terms.guarantee, level=yes, acceptable=")
                .contains("true");
        assertThat(Plain.lines(result.explain(ListLimit.NONE)))
                .contains("c would wreck it", "a would no longer keep it", "terms.guarantee");
    }

    @Test
    void partyThatATermDetersLeavesItAlone() {
        SpoilersResult result =
                result(
                        wrecked(),
                        options(
                                1,
                                10_000,
                                named("guaranteed", "a.hold", "b.hold", "terms.guarantee")));
        Data data = result.data(ListLimit.NONE);
        int last = ((Data.Items) at(data, "packages")).items().size() - 1;
        assertThat(list(data, "packages", last, "names")).containsExactly("guaranteed");
        Data c = at(data, "packages", last, "parties", "c");
        assertThat(names(c, "move")).isEmpty();
        assertThat(real(c, "effect", "a")).isCloseTo(0, CLOSE);
        assertThat(at(c, "survives")).isEqualTo(new Data.Truth(true));
        assertThat(((Data.Items) at(c, "deterredBy")).items()).isEmpty();
        assertThat(names(c, "worst", "move")).isEqualTo("c.strike=yes");
        assertThat(at(c, "worst", "survives")).isEqualTo(new Data.Truth(false));
    }

    @Test
    void partyWithoutPreferencesIsTakenToLeaveItAlone() {
        SpoilersResult result = result(Pact.struck().done(Option.Moves.UP), USUAL);
        Data c = at(result.data(ListLimit.NONE), "packages", 0, "parties", "c");
        assertThat(at(c, "indifferent")).isEqualTo(new Data.Truth(true));
        assertThat(names(c, "move")).isEmpty();
        assertThat(at(c, "survives")).isEqualTo(new Data.Truth(true));
        assertThat(names(c, "worst", "move")).isEqualTo("c.strike=yes");
        assertThat(real(c, "worst", "effect", "a")).isCloseTo(-4, CLOSE);
        assertThat(Plain.lines(result.explain(ListLimit.NONE)))
                .contains("no preference is stated", "assumed");
    }

    @Test
    void orderOfStatementsDecidesAndIsQuoted() {
        Pact pact = Pact.struck();
        pact.small()
                .prefers(
                        "c",
                        SmallCase.order(
                                new Condition.Not(SmallCase.holds("c.strike")),
                                new Condition.Not(SmallCase.holds("a.hold"))));
        Data c =
                at(
                        result(pact.done(Option.Moves.UP), USUAL).data(ListLimit.NONE),
                        "packages",
                        0,
                        "parties",
                        "c");
        assertThat(names(c, "move")).isEmpty();
        assertThat(at(c, "decidedBy")).isEqualTo(new Data.Name("not c.strike"));
    }

    @Test
    void viewsAreLookedAt() {
        Pact pact = Pact.struck();
        pact.small()
                .view(
                        "hostile",
                        new org.detente.model.Preferences(
                                "c",
                                List.of(
                                        new PreferencePart.Values(
                                                List.of(Pact.yes("c.strike", 1))))));
        Data data = result(pact.done(Option.Moves.UP), USUAL).data(ListLimit.NONE);
        assertThat(names(data, "packages", 0, "parties", "c", "move")).isEmpty();
        Data c = at(data, "views", "hostile", 0, "parties", "c");
        assertThat(names(c, "move")).isEqualTo("c.strike=yes");
        assertThat(at(c, "survives")).isEqualTo(new Data.Truth(false));
    }

    @Test
    void threadsDoNotChangeAnything() {
        for (long seed = 1; seed <= 12; seed++) {
            java.util.random.RandomGenerator random =
                    java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Case source = seed == 1 ? wrecked() : Figures.uncertain(RandomPact.of(random), random);
            SpoilersResult one = result(source, options(1, 10_000));
            SpoilersResult two = result(source, options(2, 10_000));
            assertThat(Plain.lines(two.data(ListLimit.NONE)))
                    .isEqualTo(Plain.lines(one.data(ListLimit.NONE)));
            assertThat(Plain.lines(two.explain(ListLimit.NONE)))
                    .isEqualTo(Plain.lines(one.explain(ListLimit.NONE)));
        }
    }

    @Test
    void saysWhatACaseLacks() {
        assertThat(ANALYSIS.missing(new SmallCase().party("a").done())).contains("agreement");
        assertThat(ANALYSIS.missing(new Pact().done()))
                .containsExactly("options of a party outside the agreement");
        assertThat(ANALYSIS.missing(wrecked())).isEmpty();
    }
}
