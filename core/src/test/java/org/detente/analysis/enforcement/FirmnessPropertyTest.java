// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.testing.RandomPact;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class FirmnessPropertyTest {
    private static final double CLOSE = 1e-6;
    private static final int MOST_PACKAGES = 800;

    /// What counts of a package.
    private record Worth(double share, double margin) {
        boolean beats(Worth other) {
            return share >= other.share - CLOSE
                    && margin >= other.margin - CLOSE
                    && (share > other.share + CLOSE || margin > other.margin + CLOSE);
        }

        boolean isLike(Worth other) {
            return Math.abs(share - other.share) <= CLOSE
                    && (margin == other.margin || Math.abs(margin - other.margin) <= CLOSE);
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Worth worth(PactTwin twin, Ground ground, double[] hopes, int[] levels) {
        double share = Double.POSITIVE_INFINITY;
        double margin = Double.POSITIVE_INFINITY;
        for (int party = 0; party < ground.partyCount(); party++) {
            String id = ground.party(party);
            double kept = twin.worth(id, levels);
            if (hopes[party] > CLOSE) {
                share = Math.min(share, (kept - twin.form.fallback(id)) / hopes[party]);
            }
            List<PactTwin.Breach> breaches =
                    twin.breaches(id, twin.standing(levels), twin.terms(levels));
            double own = twin.smallest(breaches, kept, twin.alarm(id), twin.plain.patience(id));
            margin = Math.min(margin, own / ground.scale(party));
        }
        return new Worth(share == Double.POSITIVE_INFINITY ? 0 : Math.max(0, share), margin);
    }

    @ParameterizedTest
    @Seeds(180)
    void noAcceptablePackageIsBothFairerAndFirmer(long seed) {
        PactTwin twin = new PactTwin(RandomPact.of(random(seed)));
        List<int[]> packages = twin.packages();
        if (packages.size() > MOST_PACKAGES) {
            return;
        }
        Ground ground = twin.ground();
        Firmness found = Firmness.of(ground, 1);
        double[] hopes = twin.form.signatories().stream().mapToDouble(twin::scale).toArray();
        List<Worth> all = new ArrayList<>();
        for (int[] levels : packages) {
            if (twin.isAcceptable(levels)) {
                all.add(worth(twin, ground, hopes, levels));
            }
        }
        List<Worth> reported = new ArrayList<>();
        for (Firmness.Firm firm : found.packages()) {
            int[] levels = firm.levels().stream().mapToInt(Integer::intValue).toArray();
            assertThat(twin.isAcceptable(levels)).isTrue();
            Worth own = worth(twin, ground, hopes, levels);
            assertThat(firm.leastShare()).isCloseTo(own.share(), within(CLOSE));
            assertThat(firm.smallestMargin()).isCloseTo(own.margin(), within(CLOSE));
            reported.add(own);
        }
        assertThat(found.packages().isEmpty()).isEqualTo(all.isEmpty());
        for (int k = 1; k < reported.size(); k++) {
            assertThat(reported.get(k).margin()).isLessThan(reported.get(k - 1).margin());
            assertThat(reported.get(k).share()).isGreaterThan(reported.get(k - 1).share());
        }
        assertThat(found.exact()).isTrue();
        for (Worth one : all) {
            assertThat(reported).noneMatch(r -> one.beats(r));
            assertThat(reported).anyMatch(r -> r.isLike(one) || r.beats(one));
        }
    }
}
