// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.analysis.agreements.stated.Verdict.Held;
import org.detente.compile.AgreementForm;
import org.detente.compile.StatedCheck;
import org.detente.compile.StatedForm;
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
import org.detente.model.Preferences;
import org.detente.model.Problem;
import org.detente.model.Quantity;
import org.detente.model.Setting;
import org.detente.model.Statement;
import org.detente.model.Term;
import org.detente.model.Worth;
import org.detente.testing.SmallCase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Verdicts worked out by hand: one party, two terms of three levels, and a chance of war.
class StatedTest {
    private final SmallCase small =
            new SmallCase()
                    .party("a")
                    .party("b")
                    .option("b", "war", Option.Moves.BOTH)
                    .outcome("war", SmallCase.holds("b.war"))
                    .otherwise("calm");

    private static Condition at(String term, int level) {
        return new Condition.Compare(
                new ItemRef.TermRef(term), Condition.Comparison.EQUAL, "l" + level);
    }

    private static PreferencePart.Prefer prefer(Condition... betterWorse) {
        List<PreferencePart.Comparison> comparisons = new ArrayList<>();
        for (int k = 0; k < betterWorse.length; k += 2) {
            comparisons.add(
                    new PreferencePart.Comparison(
                            betterWorse[k], betterWorse[k + 1], Basis.ASSUMED));
        }
        return new PreferencePart.Prefer(comparisons);
    }

    private static PreferencePart.Bundle bundle(int first, int second) {
        return new PreferencePart.Bundle.Of(
                List.of(
                        new Setting(new ItemRef.TermRef("x"), "l" + first),
                        new Setting(new ItemRef.TermRef("y"), "l" + second)));
    }

    private static PreferencePart.Bundle onlyX(int level) {
        return new PreferencePart.Bundle.Of(
                List.of(new Setting(new ItemRef.TermRef("x"), "l" + level)));
    }

    private static PreferencePart.Packages packages(PreferencePart.Bundle... betterWorse) {
        List<PreferencePart.PackageComparison> comparisons = new ArrayList<>();
        for (int k = 0; k < betterWorse.length; k += 2) {
            comparisons.add(
                    new PreferencePart.PackageComparison(
                            betterWorse[k], betterWorse[k + 1], Basis.ASSUMED));
        }
        return new PreferencePart.Packages(comparisons);
    }

    private static Worth.OfItem worth(String term, Quantity... byLevel) {
        List<Worth.LevelWorth> levels = new ArrayList<>();
        for (int level = 0; level < byLevel.length; level++) {
            levels.add(
                    new Worth.LevelWorth(
                            "l" + (level + 1), new Figure(byLevel[level], Basis.ASSUMED)));
        }
        return new Worth.OfItem(new ItemRef.TermRef(term), levels);
    }

    private static Quantity exact(double value) {
        return new Quantity.Exact(value, false);
    }

    private AgreementForm form(@Nullable Fallback otherwise, PreferencePart... parts) {
        List<Term> terms = new ArrayList<>();
        for (String name : List.of("x", "y")) {
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
                small.prefers("a", parts)
                        .agreement(
                                new Agreement(
                                        List.of("a", "b"),
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

    private static Fallback chanceOfWar(double low, double high) {
        return new Fallback.Shared(
                new Lottery(
                        List.of(
                                new Lottery.Chance(
                                        "war",
                                        new Figure(
                                                new Quantity.Uniform(low, high, true),
                                                Basis.ASSUMED)),
                                new Lottery.Chance("calm", null))));
    }

    @Test
    void whatIsBetterThanABetterPackageIsBetterThanNoAgreementToo() {
        AgreementForm form =
                form(
                        null,
                        prefer(at("x", 2), at("x", 1), at("x", 1), at("x", 0)),
                        packages(bundle(1, 0), new PreferencePart.Bundle.NoAgreement()));
        PartyWorth reading = new PartyWorth(form, "a");
        assertThat(reading.held(new int[] {2, 0})).isEqualTo(Held.ALL);
        assertThat(reading.held(new int[] {1, 0})).isEqualTo(Held.ALL);
        assertThat(reading.held(new int[] {0, 0})).isEqualTo(Held.SOME);
        assertThat(reading.preferred(new int[] {2, 0}, new int[] {0, 0})).isEqualTo(Held.ALL);
        assertThat(reading.preferred(new int[] {0, 0}, new int[] {2, 0})).isEqualTo(Held.NONE);
        assertThat(reading.least(new int[] {2, 0})).isCloseTo(0, within(1e-5)).isPositive();
        assertThat(reading.most(new int[] {2, 0})).isNull();
    }

    @Test
    void withoutAnyWordOfNoAgreementNothingBoundsTheGain() {
        PartyWorth reading = new PartyWorth(form(null, prefer(at("x", 1), at("x", 0))), "a");
        assertThat(reading.held(new int[] {1, 0})).isEqualTo(Held.SOME);
        assertThat(reading.least(new int[] {1, 0})).isNull();
        assertThat(reading.most(new int[] {1, 0})).isNull();
    }

    @Test
    void aLargerSwingOutweighsASmallerOne() {
        PreferencePart[] parts = {
            prefer(
                    at("x", 2),
                    at("x", 1),
                    at("x", 1),
                    at("x", 0),
                    at("y", 2),
                    at("y", 1),
                    at("y", 1),
                    at("y", 0)),
            new PreferencePart.Swings(
                    List.of(new ItemRef.TermRef("x"), new ItemRef.TermRef("y")), Basis.ASSUMED)
        };
        PartyWorth reading = new PartyWorth(form(null, parts), "a");
        assertThat(reading.preferred(new int[] {2, 0}, new int[] {0, 2})).isEqualTo(Held.ALL);
        assertThat(reading.preferred(new int[] {1, 0}, new int[] {0, 2})).isEqualTo(Held.SOME);
    }

    @Test
    void rangesOfPointsAndOfTheChanceOfWarAreTakenAtTheirEnds() {
        // War costs 100; x is worth 10 to 20, 30 to 40. With war at 20 % to 50 %, no agreement is
        // worth -50 to -20, and with war at most 50 % that is all.
        PreferencePart.Values values =
                new PreferencePart.Values(
                        List.of(
                                worth(
                                        "x",
                                        new Quantity.Uniform(-60, -30, false),
                                        new Quantity.Uniform(-19, -10, false)),
                                worth("y", exact(0), exact(-60)),
                                new Worth.OfCondition(
                                        SmallCase.holds("b.war"),
                                        new Figure(exact(-100), Basis.ASSUMED))));
        PartyWorth reading = new PartyWorth(form(chanceOfWar(0.2, 0.5), values), "a");
        assertThat(reading.held(new int[] {1, 0})).isEqualTo(Held.SOME);
        assertThat(reading.held(new int[] {2, 0})).isEqualTo(Held.ALL);
        assertThat(reading.held(new int[] {0, 2})).isEqualTo(Held.NONE);
        // The swings of x, y and war are 60 to 30 (its first level is best), 60 and 100.
        assertThat(reading.least(new int[] {0, 2})).isCloseTo(-40 / 190.0, within(1e-6));
        assertThat(reading.most(new int[] {0, 2})).isCloseTo(-10 / 220.0, within(1e-6));
    }

    @Test
    void pointsOfAConditionAboutAnOptionAreThoseOfItsLevel() {
        // Peace over war, in words and in points, is one preference: words add nothing to points.
        Condition war = SmallCase.holds("b.war");
        PreferencePart.Values values =
                new PreferencePart.Values(
                        List.of(
                                worth("x", exact(30), exact(60)),
                                new Worth.OfCondition(
                                        war,
                                        new Figure(
                                                new Quantity.Uniform(-100, -20, false),
                                                Basis.ASSUMED))));
        PreferencePart words = prefer(new Condition.Not(war), war);
        for (PreferencePart[] parts :
                List.of(
                        new PreferencePart[] {values},
                        new PreferencePart[] {values, words},
                        new PreferencePart[] {words, values})) {
            AgreementForm form = form(chanceOfWar(0.5, 0.5), parts);
            StatedForm stated = java.util.Objects.requireNonNull(StatedForm.of(form, "a"));
            assertThat(stated.openItems()).isEmpty();
            PartyWorth reading = new PartyWorth(form, "a");
            // No agreement is worth -50 to -10; swings are 60 and 20 to 100.
            assertThat(reading.held(new int[] {0, 0})).isEqualTo(Held.ALL);
            assertThat(reading.least(new int[] {0, 0})).isCloseTo(10 / 80.0, within(1e-6));
            assertThat(reading.most(new int[] {1, 0})).isCloseTo(80 / 160.0, within(1e-6));
        }
    }

    @Test
    void aRedLineIsCrossedWhateverThePackageIsWorth() {
        AgreementForm form =
                form(
                        null,
                        new PreferencePart.RedLines(
                                List.of(new Statement(at("y", 2), new Basis(List.of("c1"), null)))),
                        prefer(at("y", 2), at("y", 0)),
                        packages(bundle(0, 0), new PreferencePart.Bundle.NoAgreement()));
        PartyReading reading = new PartyReading(form, "a");
        Verdict crossed = reading.verdict(form, new int[] {0, 2});
        assertThat(crossed.held()).isEqualTo(Held.NONE);
        assertThat(crossed.redLine()).isNotNull();
        assertThat(reading.worth().held(new int[] {0, 2})).isEqualTo(Held.ALL);
    }

    @Test
    void aContradictionNamesASetWithoutAWordTooMuch() {
        AgreementForm form =
                form(
                        null,
                        prefer(
                                at("x", 2),
                                at("x", 1),
                                at("x", 1),
                                at("x", 0),
                                at("y", 1),
                                at("y", 0)),
                        new PreferencePart.Values(List.of(worth("x", exact(5), exact(-1)))));
        assertThat(StatedForm.contradiction(form.model(), "a"))
                .extracting(StatedForm.Stated::path)
                .containsExactly("preferences.a.prefer[0]", "preferences.a.values.terms.x");
        assertThat(StatedCheck.problems(form.model()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(problem.fact())
                            .contains("terms.x = l2 over terms.x = l1")
                            .contains("terms.x: {l1: 5, l2: -1}");
                });
    }

    @Test
    void aContradictionThatOnlyAViewBringsStandsInTheView() {
        small.view("v", new Preferences("a", List.of(prefer(at("x", 0), at("x", 2)))));
        AgreementForm form =
                form(null, prefer(at("x", 2), at("x", 1)), packages(bundle(2, 0), bundle(0, 0)));
        assertThat(StatedForm.contradiction(form.model(), "a")).isEmpty();
        assertThat(StatedCheck.problems(form.model()))
                .singleElement()
                .satisfies(p -> assertThat(p.fact()).contains("views.v.preferences.a.prefer[0]"));
    }

    @Test
    void theQuestionAskedSettlesWhatItsAnswersSay() {
        AgreementForm form =
                form(
                        null,
                        prefer(at("x", 2), at("x", 1), at("x", 1), at("x", 0)),
                        packages(
                                onlyX(2),
                                new PreferencePart.Bundle.NoAgreement(),
                                new PreferencePart.Bundle.NoAgreement(),
                                onlyX(0)));
        SequencedMap<String, Settling.Found> byParty = new LinkedHashMap<>();
        StatedFindings.of(
                        "the case",
                        form,
                        List.of(),
                        new StatedFindings.Asked(List.of(), List.of(), 100, 1))
                .questions()
                .forEach(q -> byParty.put(q.party(), q));
        Settling.Found question = java.util.Objects.requireNonNull(byParty.get("a"));
        assertThat(question.levels()).startsWith(1);
        assertThat(question.ifFirst().accepted()).isEqualTo(question.openCount());
        assertThat(question.ifSecond().refused()).isEqualTo(question.openCount());
    }

    @Test
    void whatNoAgreementIsWorthWithoutEndIsAskedToo() {
        // a takes x = l1 rather than no agreement, which may otherwise be worth as little as one
        // likes: no corner of the polyhedron likes what is worse, x = l0.
        AgreementForm form =
                form(
                        null,
                        prefer(at("x", 2), at("x", 1), at("x", 1), at("x", 0)),
                        packages(onlyX(1), new PreferencePart.Bundle.NoAgreement()));
        List<Settling.Found> questions =
                StatedFindings.of(
                                "the case",
                                form,
                                List.of(),
                                new StatedFindings.Asked(List.of(), List.of(), 100, 1))
                        .questions();
        assertThat(questions)
                .filteredOn(q -> q.party().equals("a"))
                .singleElement()
                .satisfies(q -> {
                    assertThat(q.levels()).startsWith(0);
                    assertThat(q.ifFirst().accepted()).isEqualTo(q.openCount());
                    assertThat(q.ifSecond().refused()).isEqualTo(q.openCount());
                });
    }
}
