// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Lottery;
import org.detente.model.Option;
import org.detente.model.PreferencePart;
import org.detente.model.Quantity;
import org.detente.model.Setting;
import org.detente.model.Term;
import org.detente.model.Worth;
import org.detente.testing.Seeds;
import org.detente.testing.SmallCase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Readings against independent draws of which those that contradict a statement are thrown away:
/// one party, three terms of three levels, and a chance of war.
class ReadingsTest {
    private static final int TRIED = 20_000;
    private static final double SIGMAS = 5;
    private static final String X1 = "preferences.a.values.terms.x.l1";
    private static final String X2 = "preferences.a.values.terms.x.l2";
    private static final String Y1 = "preferences.a.values.terms.y.l1";
    private static final String Y2 = "preferences.a.values.terms.y.l2";
    private static final String Z1 = "preferences.a.values.terms.z.l1";
    private static final String WAR = "agreement.otherwise.war";

    private static Figure figure(Quantity quantity) {
        return new Figure(quantity, Basis.ASSUMED);
    }

    private static Quantity between(double low, double high) {
        return new Quantity.Uniform(low, high, false);
    }

    private static Worth item(String term, Quantity... byLevel) {
        List<Worth.LevelWorth> levels = new ArrayList<>();
        for (int level = 0; level < byLevel.length; level++) {
            levels.add(new Worth.LevelWorth("l" + (level + 1), figure(byLevel[level])));
        }
        return new Worth.OfItem(new ItemRef.TermRef(term), levels);
    }

    private static PreferencePart.Comparison prefer(String term, int better, int worse) {
        return new PreferencePart.Comparison(at(term, better), at(term, worse), Basis.ASSUMED);
    }

    private static Condition at(String term, int level) {
        return new Condition.Compare(
                new ItemRef.TermRef(term), Condition.Comparison.EQUAL, "l" + level);
    }

    private static PreferencePart.Swings swings(String... terms) {
        return new PreferencePart.Swings(
                Arrays.stream(terms).<ItemRef>map(ItemRef.TermRef::new).toList(), Basis.ASSUMED);
    }

    private static PreferencePart.Packages atLeastNothing(String term, int level) {
        return new PreferencePart.Packages(
                List.of(
                        new PreferencePart.PackageComparison(
                                new PreferencePart.Bundle.Of(
                                        List.of(
                                                new Setting(
                                                        new ItemRef.TermRef(term), "l" + level))),
                                new PreferencePart.Bundle.NoAgreement(),
                                Basis.ASSUMED)));
    }

    private static AgreementForm form(@Nullable Fallback otherwise, PreferencePart... parts) {
        List<Term> terms = new ArrayList<>();
        for (String name : List.of("x", "y", "z")) {
            List<Level> levels = new ArrayList<>();
            for (int level = 0; level < 3; level++) {
                levels.add(new Level("l" + level, null, null, Basis.ASSUMED));
            }
            terms.add(
                    new Term(
                            new ItemRef.TermRef(name),
                            null,
                            levels,
                            new LinkedHashMap<>(),
                            Basis.ASSUMED));
        }
        return AgreementForm.of(
                new SmallCase()
                        .party("a")
                        .party("b")
                        .option("b", "war", Option.Moves.BOTH)
                        .outcome("war", SmallCase.holds("b.war"))
                        .otherwise("calm")
                        .prefers("a", parts)
                        .agreement(
                                new Agreement(
                                        List.of("a"),
                                        List.of(),
                                        terms,
                                        List.of(),
                                        new Agreement.Beliefs(
                                                otherwise,
                                                new LinkedHashMap<>(),
                                                null,
                                                List.of(),
                                                new LinkedHashMap<>()),
                                        false,
                                        new LinkedHashMap<>()))
                        .compiled());
    }

    private static Fallback war(double low, double high) {
        return new Fallback.Shared(
                new Lottery(
                        List.of(
                                new Lottery.Chance(
                                        "war", figure(new Quantity.Uniform(low, high, true))),
                                new Lottery.Chance("calm", null))));
    }

    private static Worth warWorth() {
        return new Worth.OfCondition(SmallCase.holds("b.war"), figure(between(-40, 10)));
    }

    /// Whether a draw fits what [#stated] states, worked out from the numbers alone.
    private static boolean fits(Map<String, Double> given) {
        double x1 = number(given, X1);
        double x2 = number(given, X2);
        double y1 = number(given, Y1);
        double y2 = number(given, Y2);
        double war = number(given, "preferences.a.values.b.war");
        return x2 > x1 && swing(x1, x2) > swing(y1, y2) && x1 > number(given, WAR) * war;
    }

    private static double swing(double first, double second) {
        return Math.max(0, Math.max(first, second)) - Math.min(0, Math.min(first, second));
    }

    private static double number(Map<String, Double> given, String path) {
        return given.getOrDefault(path, Double.NaN);
    }

    /// Levels of y overlap, so that no statement says which is best; the chance of war matters.
    private static AgreementForm stated() {
        return form(
                war(0.1, 0.9),
                new PreferencePart.Values(
                        List.of(
                                item("x", between(-5, 20), new Quantity.Pert(0, 30, 10, false)),
                                item("y", between(-10, 10), between(-10, 10)),
                                item("z", between(0, 8)),
                                warWorth())),
                new PreferencePart.Prefer(List.of(prefer("x", 2, 1))),
                swings("x", "y"),
                atLeastNothing("x", 1));
    }

    @ParameterizedTest
    @Seeds(8)
    void readingsAreThoseDrawsThatFit(long seed) {
        AgreementForm form = stated();
        List<Factor> factors = form.factors();
        List<Map<String, Double>> kept = new ArrayList<>();
        for (int k = 0; k < TRIED; k++) {
            Map<String, Double> drawn = Draws.of(factors, seed + 1_000, k);
            if (fits(drawn)) {
                kept.add(drawn);
            }
        }
        assertThat(kept.size()).isBetween(TRIED / 50, TRIED / 2);
        Readings readings = Readings.of(form, factors, seed, 400, 2);
        assertThat(readings.size()).isEqualTo(400);
        List<Map<String, Double>> found = new ArrayList<>();
        for (int k = 0; k < readings.size(); k++) {
            found.add(readings.given(k));
            assertThat(fits(readings.given(k))).isTrue();
        }
        for (Factor factor : factors) {
            same(kept, found, given -> number(given, factor.path()));
            same(kept, found, given -> Math.pow(number(given, factor.path()), 2));
        }
        same(kept, found, given -> number(given, X1) * number(given, Y2));
        same(kept, found, given -> number(given, X1) * number(given, WAR));
    }

    /// That two sets of readings have the same mean of a number. Readings of one chain hang
    /// together a little: half of them are counted.
    private static void same(
            List<Map<String, Double>> kept,
            List<Map<String, Double>> found,
            ToDoubleFunction<Map<String, Double>> number) {
        double mean = kept.stream().mapToDouble(number).average().orElseThrow();
        double variance =
                kept.stream()
                        .mapToDouble(g -> Math.pow(number.applyAsDouble(g) - mean, 2))
                        .average()
                        .orElseThrow();
        double error = Math.sqrt(variance / kept.size() + variance / (found.size() / 2.0));
        assertThat(found.stream().mapToDouble(number).average().orElseThrow())
                .isCloseTo(mean, within(SIGMAS * error));
    }

    @Test
    void whatNoComparisonTouchesIsDrawnAsEver() {
        AgreementForm form = stated();
        Readings readings = Readings.of(form, form.factors(), 3, 50, 1);
        for (int k = 0; k < readings.size(); k++) {
            double own = number(readings.given(k), Z1);
            boolean found = false;
            for (int attempt = 0; attempt < 50; attempt++) {
                found |= number(Draws.of(form.factors(), 3, k + 50 * attempt), Z1) == own;
            }
            assertThat(found).isTrue();
        }
    }

    @Test
    void withoutComparisonsReadingsAreDraws() {
        AgreementForm form =
                form(
                        war(0.1, 0.9),
                        new PreferencePart.Values(
                                List.of(item("x", between(0, 1), between(0, 2)), warWorth())));
        Readings readings = Readings.of(form, form.factors(), 7, 20, 1);
        assertThat(readings.isBound()).isFalse();
        assertThat(readings.drawn()).isEmpty();
        for (int k = 0; k < 20; k++) {
            assertThat(readings.given(k)).isEqualTo(Draws.of(form.factors(), 7, k));
        }
    }

    @Test
    void seedsAndThreads() {
        AgreementForm form = stated();
        Readings one = Readings.of(form, form.factors(), 5, 30, 1);
        Readings many = Readings.of(form, form.factors(), 5, 30, 3);
        Readings other = Readings.of(form, form.factors(), 6, 30, 3);
        for (int k = 0; k < one.size(); k++) {
            assertThat(many.given(k)).isEqualTo(one.given(k));
        }
        assertThat(other.given(0)).isNotEqualTo(one.given(0));
        assertThat(many.centre().fallback("a")).isEqualTo(one.centre().fallback("a"));
    }

    @Test
    void theCentreFitsAndLiesInTheMiddle() {
        // x1 < x2, both between 0 and 12: the triangle's centre of gravity is (4, 8).
        AgreementForm form =
                form(
                        war(0.2, 0.4),
                        new PreferencePart.Values(
                                List.of(item("x", between(0, 12), between(0, 12)), warWorth())),
                        new PreferencePart.Prefer(List.of(prefer("x", 2, 1))));
        AgreementForm centre = Readings.of(form, form.factors(), 1, 10, 1).centre();
        double[] worths = new double[3];
        for (int level = 0; level < 3; level++) {
            worths[level] =
                    centre.space(List.of("a"), _ -> false).value(0, new int[] {level, 0, 0});
        }
        double spread = 12 / Math.sqrt(18); // of each coordinate, over the triangle
        double error = SIGMAS * spread / Math.sqrt(500);
        assertThat(worths[0]).isZero();
        assertThat(worths[1]).isCloseTo(4, within(error));
        assertThat(worths[2]).isCloseTo(8, within(error));
        assertThat(centre.fallback("a")).isCloseTo(0.3 * -15, within(1e-9));
    }

    @Test
    void comparisonsAloneAreDrawnOnAScaleOfSwings() {
        // Swings of x and y add to 1, x the larger: x2 uniform between 1/2 and 1, x1 within it.
        AgreementForm form =
                form(
                        null,
                        new PreferencePart.Prefer(
                                List.of(
                                        prefer("x", 2, 1),
                                        prefer("x", 1, 0),
                                        prefer("y", 2, 1),
                                        prefer("y", 1, 0))),
                        swings("x", "y"));
        Readings readings = Readings.of(form, form.factors(), 1, 400, 1);
        assertThat(readings.size()).isEqualTo(400);
        assertThat(readings.drawn().getFirst().bounded()).isTrue();
        // Given the swings s and 1 - s, x1 and y1 are uniform within them: the density of s is in
        // proportion to s(1 - s) on 1/2..1, with mean 11/16.
        double sum = 0;
        for (int k = 0; k < readings.size(); k++) {
            AgreementForm reading = readings.form(k);
            var space = reading.space(List.of("a"), _ -> false);
            double x1 = space.value(0, new int[] {1, 0, 0});
            double x2 = space.value(0, new int[] {2, 0, 0});
            double y1 = space.value(0, new int[] {0, 1, 0});
            double y2 = space.value(0, new int[] {0, 2, 0});
            assertThat(x1).isBetween(0.0, x2);
            assertThat(y1).isBetween(0.0, y2);
            assertThat(x2).isGreaterThan(y2);
            assertThat(x2 + y2).isCloseTo(1, within(1e-9));
            assertThat(reading.fallback("a")).isBetween(-1.0, 1.0);
            sum += x2;
        }
        assertThat(sum / readings.size())
                .isCloseTo(11.0 / 16, within(SIGMAS * 0.12 / Math.sqrt(readings.size() / 2.0)));
    }
}
