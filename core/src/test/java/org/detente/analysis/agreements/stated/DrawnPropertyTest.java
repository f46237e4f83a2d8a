// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.Readings;
import org.detente.math.PackageSpace;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Setting;
import org.detente.testing.RandomAgreement;
import org.detente.testing.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;

/// Readings drawn from what a party with a hidden value function states: each says all that it
/// states, and none contradicts a verdict.
class DrawnPropertyTest {
    private static final int WANTED = 20;

    /// What counts as nothing: the margin by which "more" is more, and rounding.
    private static final double NEAR = 1e-7;

    private static int[] levels(AgreementForm form, PreferencePart.Bundle bundle) {
        return form.levelsOf("", ((PreferencePart.Bundle.Of) bundle).settings());
    }

    /// One reading, as a table of what packages are worth.
    private record Table(AgreementForm form, PackageSpace space, double fallback) {
        static Table of(AgreementForm form) {
            return new Table(form, form.space(List.of("a"), _ -> false), form.fallback("a"));
        }

        double worth(PreferencePart.Bundle bundle) {
            return bundle instanceof PreferencePart.Bundle.NoAgreement
                    ? fallback
                    : space.value(0, levels(form, bundle));
        }

        double worth(ItemRef item, int level) {
            int[] levels = new int[form.items().size()];
            levels[form.itemIndex(item)] = level;
            return space.value(0, levels);
        }

        double worth(Condition condition) {
            Condition.Compare at = (Condition.Compare) condition;
            int item = form.itemIndex(at.item());
            return worth(at.item(), form.items().get(item).levelIndex(at.level()));
        }

        double swing(ItemRef item) {
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            int count = form.items().get(form.itemIndex(item)).levels().size();
            for (int level = 0; level < count; level++) {
                most = Math.max(most, worth(item, level));
                least = Math.min(least, worth(item, level));
            }
            return most - least;
        }
    }

    @ParameterizedTest
    @Seeds(150)
    void readingsSayWhatIsStatedAndKeepToVerdicts(long seed) {
        Interview interview = new Interview(new SplittableRandom(seed));
        for (int k = 0; k < 5; k++) {
            interview.ask();
        }
        AgreementForm form = interview.form();
        PartyWorth verdicts = new PartyWorth(form, "a");
        Readings readings = Readings.of(form, form.factors(), seed, WANTED, 1);
        assertThat(readings.size()).isEqualTo(WANTED);
        for (int k = 0; k <= WANTED; k++) {
            Table reading = Table.of(k < WANTED ? readings.form(k) : readings.centre());
            for (PreferencePart.Comparison one : interview.prefer()) {
                assertThat(reading.worth(one.better())).isGreaterThan(reading.worth(one.worse()));
            }
            for (PreferencePart.PackageComparison one : interview.packages()) {
                assertThat(reading.worth(one.better()))
                        .isGreaterThan(reading.worth(one.worse()) - NEAR);
            }
            for (int s = 1; s < interview.swings().size(); s++) {
                assertThat(reading.swing(interview.swings().get(s - 1)))
                        .isGreaterThan(reading.swing(interview.swings().get(s)) - NEAR);
            }
            for (int[] levels : interview.all()) {
                double gain = reading.space().value(0, levels) - reading.fallback();
                switch (verdicts.held(levels)) {
                    case ALL -> assertThat(gain).isGreaterThan(-NEAR);
                    case NONE -> assertThat(gain).isLessThan(NEAR);
                    case SOME -> assertThat(gain).isFinite();
                }
            }
        }
    }

    /// The case with one package said to be better than no agreement, by a signatory for whom it is
    /// so at the centre; with its points, or with a comparison that says nothing about them in
    /// their place.
    private static @Nullable Case stating(
            Case source, AgreementForm form, int[] levels, boolean keepsPoints) {
        String party = form.signatories().getFirst();
        double gain =
                form.space(List.of(party), _ -> false).value(0, levels) - form.fallback(party);
        if (gain <= NEAR) {
            return null;
        }
        List<Setting> settings = new ArrayList<>();
        for (int item = 0; item < levels.length; item++) {
            settings.add(
                    new Setting(
                            form.items().get(item).ref(),
                            form.items().get(item).levels().get(levels[item]).name()));
        }
        PreferencePart better =
                new PreferencePart.Packages(
                        List.of(
                                new PreferencePart.PackageComparison(
                                        new PreferencePart.Bundle.Of(settings),
                                        new PreferencePart.Bundle.NoAgreement(),
                                        Basis.ASSUMED)));
        List<Preferences> all = new ArrayList<>();
        for (Preferences own : source.preferences()) {
            if (own.party().equals(party)) {
                List<PreferencePart> parts = new ArrayList<>(own.parts());
                parts.removeIf(part ->
                        !keepsPoints
                                && (part instanceof PreferencePart.Values
                                        || part instanceof PreferencePart.Once));
                parts.add(better);
                all.add(new Preferences(party, parts));
            } else {
                all.add(own);
            }
        }
        return source.stating(all, source.agreement());
    }

    @ParameterizedTest
    @Seeds(150)
    void whatIsBetterThanNoAgreementIsSoWhateverTheBeliefs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Case source = Widened.of(RandomAgreement.of(new SplittableRandom(seed)));
        AgreementForm centre = AgreementForm.of(CompiledCase.of(source, 1 << 20));
        int[] levels =
                centre.items().stream().mapToInt(i -> random.nextInt(i.levels().size())).toArray();
        Case stated = stating(source, centre, levels, random.nextInt(3) > 0);
        if (stated == null) {
            assertThat(Readings.of(centre, centre.factors(), seed, 5, 1).isBound()).isFalse();
            return;
        }
        AgreementForm form = AgreementForm.of(CompiledCase.of(stated, 1 << 20));
        String party = form.signatories().getFirst();
        Readings readings = Readings.of(form, form.factors(), seed, WANTED, 1);
        assertThat(readings.isBound()).isTrue();
        assertThat(readings.size()).isPositive();
        for (int k = 0; k < readings.size(); k++) {
            AgreementForm reading = readings.form(k);
            double worth = reading.space(List.of(party), _ -> false).value(0, levels);
            assertThat(worth).isGreaterThan(reading.fallback(party) - NEAR);
        }
    }
}
