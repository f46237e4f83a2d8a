// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.detente.compile.AgreementForm;
import org.detente.compile.Readings;
import org.detente.math.PackageSpace;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart;
import org.detente.testing.Seeds;
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
}
