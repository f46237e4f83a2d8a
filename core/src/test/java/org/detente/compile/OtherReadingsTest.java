// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.detente.model.Agreement;
import org.detente.model.Assumption;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Quantity;
import org.detente.model.Worth;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// Readings in which a party outside compares what it gives points to: a signs, c does not.
class OtherReadingsTest {
    private static final int COUNT = 1000;
    private static final String GIVE = "preferences.a.values.a.give.yes";
    private static final String TAKE = "preferences.a.values.a.take.yes";
    private static final String STRIKE = "preferences.c.values.c.strike.yes";
    private static final String TALK = "preferences.c.values.c.talk.yes";
    private static final String HARM = "assumptions.harm";

    private static Figure between(double low, double high) {
        return new Figure(new Quantity.Uniform(low, high, false), Basis.ASSUMED);
    }

    private static Figure harm(boolean negated) {
        return new Figure(new Quantity.Named("harm", negated), Basis.ASSUMED);
    }

    private static Worth yes(String party, String name, Figure points) {
        return new Worth.OfItem(
                new ItemRef.OptionRef(party, name),
                List.of(new Worth.LevelWorth(Level.YES, points)));
    }

    private static PreferencePart.Prefer prefer(String better, String worse) {
        Condition one = SmallCase.holds(better);
        Condition other = SmallCase.holds(worse);
        return new PreferencePart.Prefer(
                List.of(new PreferencePart.Comparison(one, other, Basis.ASSUMED)));
    }

    private static AgreementForm form(Figure give, Figure strike, boolean compares) {
        SequencedMap<String, Figure> nothing = new LinkedHashMap<>();
        nothing.put("a", new Figure(new Quantity.Exact(0, false), Basis.ASSUMED));
        SmallCase small =
                new SmallCase()
                        .party("a")
                        .party("c")
                        .option("a", "give", Option.Moves.BOTH)
                        .option("a", "take", Option.Moves.BOTH)
                        .option("c", "strike", Option.Moves.BOTH)
                        .option("c", "talk", Option.Moves.BOTH)
                        .assumption(new Assumption("harm", null, between(-4, 6)))
                        .prefers(
                                "a",
                                new PreferencePart.Values(
                                        List.of(
                                                yes("a", "give", give),
                                                yes("a", "take", between(1, 3)))),
                                prefer("a.give", "a.take"))
                        .agreement(
                                new Agreement(
                                        List.of("a"),
                                        List.of(new ItemRef.OptionRef("a", "give")),
                                        List.of(),
                                        List.of(),
                                        new Agreement.Beliefs(
                                                new Fallback.Values(nothing),
                                                new LinkedHashMap<>(),
                                                null,
                                                List.of(),
                                                new LinkedHashMap<>()),
                                        false,
                                        new LinkedHashMap<>()));
        PreferencePart.Values values =
                new PreferencePart.Values(
                        List.of(yes("c", "strike", strike), yes("c", "talk", between(2, 4))));
        if (compares) {
            small.prefers("c", values, prefer("c.strike", "c.talk"));
        } else {
            small.prefers("c", values);
        }
        return AgreementForm.of(small.compiled());
    }

    private static Readings with(AgreementForm form) {
        List<Factor> factors = new ArrayList<>(form.factors());
        form.factorsOf("c").stream().filter(f -> !factors.contains(f)).forEach(factors::add);
        return Readings.of(form, List.of("c"), factors, 1, COUNT, 1);
    }

    private static Readings without(AgreementForm form) {
        return Readings.of(form, form.factors(), 1, COUNT, 1);
    }

    private static double number(Readings readings, int index, String path) {
        return Objects.requireNonNull(readings.given(index).get(path));
    }

    private static double mean(Readings readings, String path) {
        return IntStream.range(0, readings.size())
                .mapToDouble(k -> number(readings, k, path))
                .average()
                .orElseThrow();
    }

    @Test
    void numbersOfAPartyOutsideAreThoseThatItsPointsRestOn() {
        AgreementForm form = form(harm(true), harm(false), false);
        assertThat(form.factorsOf("c").stream().map(Factor::path)).containsExactly(HARM, TALK);
        assertThat(form.factors().stream().map(Factor::path)).containsExactly(HARM, TAKE);
    }

    @Test
    void whatItComparesHoldsAndTheOthersNumbersStayAsTheyWere() {
        AgreementForm form = form(between(0, 5), between(-1, 5), true);
        Readings readings = with(form);
        Readings before = without(form);
        assertThat(readings.size()).isEqualTo(COUNT);
        assertThat(readings.fits("c")).isTrue();
        assertThat(before.fits("c")).isFalse();
        for (int k = 0; k < COUNT; k++) {
            assertThat(readings.given(k)).containsAllEntriesOf(before.given(k));
            assertThat(number(readings, k, STRIKE)).isGreaterThan(number(readings, k, TALK));
            assertThat(number(readings, k, GIVE)).isGreaterThan(number(readings, k, TAKE));
        }
        // The mean of s over s > t with s in −1..5 and t in 2..4 is 47 / 12.
        assertThat(mean(readings, STRIKE)).isCloseTo(47 / 12.0, within(0.15));
        assertThat(readings.drawn()).hasSize(2);
        assertThat(readings.drawn().get(1).parties()).containsExactly("c");
    }

    @Test
    void whatBothCompareIsDrawnTogether() {
        // a gives only for harm above what it takes, c strikes only for harm above its talks.
        AgreementForm form = form(harm(false), harm(false), true);
        Readings readings = with(form);
        assertThat(readings.drawn()).hasSize(1);
        assertThat(readings.drawn().getFirst().parties()).containsExactly("a", "c");
        for (int k = 0; k < readings.size(); k++) {
            double harm = number(readings, k, HARM);
            assertThat(harm).isGreaterThan(number(readings, k, TAKE));
            assertThat(harm).isGreaterThan(number(readings, k, TALK));
        }
    }

    @Test
    void whereNothingFitsBothThePartyOutsideIsLeftOut() {
        // a gives only for harm below −1, c strikes only for harm above 2.
        AgreementForm form = form(harm(true), harm(false), true);
        Readings readings = with(form);
        assertThat(readings.size()).isEqualTo(COUNT);
        assertThat(readings.fits("a")).isTrue();
        assertThat(readings.fits("c")).isFalse();
        for (int k = 0; k < readings.size(); k++) {
            assertThat(-number(readings, k, HARM)).isGreaterThan(number(readings, k, TAKE));
        }
    }

    @Test
    void whoComparesNothingIsDrawnFromItsRanges() {
        AgreementForm form = form(between(0, 5), between(-1, 5), false);
        Readings readings = with(form);
        Readings before = without(form);
        assertThat(readings.fits("c")).isFalse();
        assertThat(mean(readings, STRIKE)).isCloseTo(2, within(0.2));
        for (int k = 0; k < COUNT; k++) {
            assertThat(readings.given(k)).containsAllEntriesOf(before.given(k));
        }
    }
}
