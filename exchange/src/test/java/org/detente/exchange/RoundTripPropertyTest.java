// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.analysis.stability.Concept;
import org.detente.model.Case;
import org.detente.testing.RandomCase;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// Laws of the way out and back, over random cases and random domains.
class RoundTripPropertyTest {
    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @ParameterizedTest
    @Seeds(200)
    void graphModelFileHasTheSameVerdictsAndComesBackTheSame(long seed) {
        Case source = RandomCase.of(random(seed), 64, 6);
        Case once = Trial.roundTrip(source, "gmcr");
        for (Concept concept : Concept.values()) {
            assertThat(Verdict.of(once).equilibria(concept))
                    .as(concept.label())
                    .isEqualTo(Verdict.asBits(source, concept));
        }
        assertThat(Trial.yaml(Trial.roundTrip(once, "gmcr"))).isEqualTo(Trial.yaml(once));
    }

    @ParameterizedTest
    @Seeds(100)
    void workbookComesBackTheSame(long seed) {
        Case source = Trial.roundTrip(RandomCase.of(random(seed), 64, 6), "gmcr");
        assertThat(Trial.yaml(Trial.roundTrip(source, "xlsx"))).isEqualTo(Trial.yaml(source));
    }

    @ParameterizedTest
    @Seeds(100)
    void strategicFormHasTheSameNashEquilibria(long seed) {
        Case source = RandomCase.of(random(seed), 64, 4);
        Case game = Trial.roundTrip(source, "nfg");
        assertThat(Trial.yaml(Trial.roundTrip(game, "nfg"))).isEqualTo(Trial.yaml(game));
        assertThat(Verdict.of(game).equilibria(Concept.NASH)).isEqualTo(Verdict.brute(game));
    }

    @ParameterizedTest
    @Seeds(100)
    void negotiationComesBackTheSameInBothForms(long seed) {
        RandomGenerator random = random(seed);
        Case source = domain(random);
        for (String format : List.of("genius", "geniusweb")) {
            Case once = Trial.roundTrip(source, format);
            assertThat(Trial.agreement(once).terms())
                    .as(format)
                    .isEqualTo(Trial.agreement(source).terms());
            Case twice = Trial.roundTrip(once, format);
            assertThat(Trial.yaml(twice)).as(format).isEqualTo(Trial.yaml(once));
        }
    }

    /// A domain as a platform could have it: weights that add up to 1, evaluations up to 10.
    private static Case domain(RandomGenerator random) {
        int issueCount = random.nextInt(1, 5);
        List<Negotiation.Issue> issues = new ArrayList<>();
        for (int i = 0; i < issueCount; i++) {
            List<String> values = new ArrayList<>();
            for (int v = random.nextInt(1, 5); v > 0; v--) {
                values.add("value <" + v + "> & \"more\"");
            }
            issues.add(new Negotiation.Issue("Issue " + i, values));
        }
        List<Negotiation.Profile> profiles = new ArrayList<>();
        for (int p = random.nextInt(2, 4); p > 0; p--) {
            int left = 1000;
            List<double[]> utilities = new ArrayList<>();
            for (int i = 0; i < issueCount; i++) {
                int share = i == issueCount - 1 ? left : random.nextInt(left + 1);
                left -= share;
                double weight = share / 1000.0;
                double[] row = new double[issues.get(i).values().size()];
                int top = random.nextInt(row.length);
                for (int v = 0; v < row.length; v++) {
                    row[v] = weight * (v == top ? 1 : random.nextInt(11) / 10.0);
                }
                utilities.add(row);
            }
            profiles.add(new Negotiation.Profile("Party " + p, utilities, 0, null, ""));
        }
        return new Negotiation("Domain", issues, profiles).toCase();
    }
}
