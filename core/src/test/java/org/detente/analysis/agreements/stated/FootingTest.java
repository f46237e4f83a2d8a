// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.detente.compile.AgreementForm;
import org.detente.compile.StatedWidening;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.PreferencePart;
import org.detente.model.Quantity;
import org.detente.model.Setting;
import org.detente.model.Term;
import org.detente.model.Worth;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// Widenings worked out by hand: one term worth 10 to 20 against no agreement at 4.
class FootingTest {
    private static final Basis CARRIED = new Basis(List.of("c1"), null);

    private static Figure number(double low, double high, Basis basis) {
        return new Figure(
                low == high
                        ? new Quantity.Exact(low, false)
                        : new Quantity.Uniform(low, high, false),
                basis);
    }

    private static AgreementForm form(Figure worth, Figure without, PreferencePart... further) {
        SequencedMap<String, Figure> values = new LinkedHashMap<>();
        values.put("a", without);
        values.put("b", number(0, 0, Basis.ASSUMED));
        ItemRef.TermRef x = new ItemRef.TermRef("x");
        PreferencePart[] parts = java.util.Arrays.copyOf(further, further.length + 1);
        parts[further.length] =
                new PreferencePart.Values(
                        List.of(new Worth.OfItem(x, List.of(new Worth.LevelWorth("more", worth)))));
        return AgreementForm.of(
                new SmallCase()
                        .party("a")
                        .party("b")
                        .prefers("a", parts)
                        .agreement(
                                new Agreement(
                                        List.of("a", "b"),
                                        List.of(),
                                        List.of(
                                                new Term(
                                                        x,
                                                        null,
                                                        List.of(
                                                                new Level(
                                                                        "less",
                                                                        null,
                                                                        null,
                                                                        Basis.ASSUMED),
                                                                new Level(
                                                                        "more",
                                                                        null,
                                                                        null,
                                                                        Basis.ASSUMED)),
                                                        new LinkedHashMap<>(),
                                                        Basis.ASSUMED)),
                                        List.of(),
                                        new Agreement.Beliefs(
                                                new Fallback.Values(values),
                                                new LinkedHashMap<>(),
                                                null,
                                                List.of(),
                                                new LinkedHashMap<>()),
                                        false,
                                        new LinkedHashMap<>()))
                        .compiled());
    }

    private static Footing footing(AgreementForm form, int level) {
        PartyWorth worth = new PartyWorth(form, "a");
        return new PartyFooting(form, worth).of(new int[] {level}, worth.held(new int[] {level}));
    }

    private static StatedWidening.Reversal reversal(Footing footing) {
        return Objects.requireNonNull(((Footing.Assumptions) footing).reversal());
    }

    @Test
    void twoAssumedNumbersMeetHalfWay() {
        AgreementForm form = form(number(10, 20, Basis.ASSUMED), number(4, 4, Basis.ASSUMED));
        StatedWidening.Reversal reversal = reversal(footing(form, 1));
        assertThat(reversal.points()).isCloseTo(3, within(1e-4));
        assertThat(reversal.share()).isCloseTo(3 / 20.0, within(1e-6));
        assertThat(reversal.numbers())
                .extracting(n -> n.written().path())
                .containsExactlyInAnyOrder(
                        "preferences.a.values.terms.x.more", "agreement.otherwise.values.a");
        assertThat(reversal.numbers())
                .allSatisfy(n -> {
                    assertThat(n.then()).isCloseTo(7, within(1e-4));
                    assertThat(n.weight()).isCloseTo(0.5, within(1e-6));
                });
    }

    @Test
    void aRefusalFallsWhereTheMostReachesNoAgreement() {
        AgreementForm form = form(number(10, 20, Basis.ASSUMED), number(25, 30, CARRIED));
        StatedWidening.Reversal reversal = reversal(footing(form, 1));
        assertThat(reversal.points()).isCloseTo(5, within(1e-4));
        assertThat(reversal.numbers()).hasSize(1);
        assertThat(reversal.numbers().getFirst().then()).isCloseTo(25, within(1e-4));
    }

    @Test
    void whatRestsOnClaimsIsHeld() {
        assertThat(footing(form(number(10, 20, CARRIED), number(4, 4, CARRIED)), 1))
                .isEqualTo(new Footing.Statements());
        AgreementForm form = form(number(10, 20, CARRIED), number(4, 4, Basis.ASSUMED));
        assertThat(reversal(footing(form, 1)).points()).isCloseTo(6, within(1e-4));
        AgreementForm marked =
                form(
                        number(10, 20, CARRIED),
                        number(4, 4, new Basis(List.of("c1"), "assumed: half of it")));
        assertThat(reversal(footing(marked, 1)).points()).isCloseTo(6, within(1e-4));
    }

    @Test
    void aVerdictThatAStatementGivesRestsOnIt() {
        PreferencePart.Packages offer =
                new PreferencePart.Packages(
                        List.of(
                                new PreferencePart.PackageComparison(
                                        new PreferencePart.Bundle.Of(
                                                List.of(
                                                        new Setting(
                                                                new ItemRef.TermRef("x"), "more"))),
                                        new PreferencePart.Bundle.NoAgreement(),
                                        Basis.ASSUMED)));
        AgreementForm form =
                form(number(10, 20, Basis.ASSUMED), number(4, 4, Basis.ASSUMED), offer);
        assertThat(footing(form, 1)).isEqualTo(new Footing.Statements());
        assertThat(reversal(footing(form, 0)).points()).isCloseTo(4, within(1e-4));
    }

    private static String told(AgreementForm form) {
        StatedFindings found =
                StatedFindings.of(
                        "the case as written",
                        form,
                        List.of(),
                        new StatedFindings.Asked(List.of(new int[] {1}), List.of(), 100, 1));
        StatedBlocks blocks = new StatedBlocks(found);
        return new org.detente.explain.Explanation(
                        "",
                        java.util.stream.Stream.concat(
                                        blocks.headline().stream(), blocks.grid().stream())
                                .toList())
                .toString();
    }

    /// Only one party states anything of worth, so that nothing holds for all and a refusal does.
    @Test
    void theHeadlineSaysWhatARefusalRestsOn() {
        assertThat(told(form(number(10, 20, Basis.ASSUMED), number(25, 30, CARRIED))))
                .contains("fixed by assumptions")
                .contains("5 points further out than written (17 % of its largest, 30)")
                .contains("it hangs on one number: preferences.a.values.terms.x.more");
        assertThat(told(form(number(10, 20, CARRIED), number(25, 30, CARRIED))))
                .contains("rest on what the parties state, whatever points are assumed")
                .doesNotContain("fixed by assumptions");
    }
}
