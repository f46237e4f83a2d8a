// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.analysis.agreements.Solved.Solution;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.math.FrontierLimits;
import org.detente.model.Case;
import org.detente.testing.RandomAgreement;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class AgreementsPropertyTest {
    private static final double CLOSE = 1e-7;

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Solved solved(Case source) {
        AgreementForm form = AgreementForm.of(CompiledCase.of(source, 1 << 20));
        return Solved.of("random", form, FrontierLimits.DEFAULT, true, true);
    }

    @ParameterizedTest
    @Seeds(1500)
    void zoneAndSolutionsAreThoseOfTheDefinition(long seed) {
        Case source = RandomAgreement.of(random(seed));
        List<AgreementTwin.Acceptable> acceptable = new AgreementTwin(source).acceptable();
        Solved solved = solved(source);

        assertThat(solved.isOpen()).isEqualTo(!acceptable.isEmpty());
        if (acceptable.isEmpty()) {
            return;
        }
        List<List<Double>> efficient = efficient(acceptable);
        assertThat(solved.gains().packageCount()).isEqualTo(efficient.size());
        assertSameVectors(gains(solved), efficient);
        assertThat(product(solved, Solution.NASH))
                .isCloseTo(
                        efficient.stream()
                                .mapToDouble(g -> product(g, ideals(efficient)))
                                .max()
                                .orElseThrow(),
                        within(CLOSE));
        List<Double> fairest =
                efficient.stream()
                        .map(g -> sortedShares(g, ideals(efficient)))
                        .max(AgreementsPropertyTest::lexicographic)
                        .orElseThrow();
        List<Double> found =
                sortedShares(gains(solved, Solution.KALAI_SMORODINSKY), ideals(efficient));
        for (int k = 0; k < fairest.size(); k++) {
            assertThat(found.get(k)).isCloseTo(fairest.get(k), within(CLOSE));
        }
        assertThat(sum(gains(solved, Solution.UTILITARIAN)))
                .isCloseTo(
                        efficient.stream()
                                .mapToDouble(AgreementsPropertyTest::sum)
                                .max()
                                .orElseThrow(),
                        within(CLOSE));
    }

    private static void assertSameVectors(List<List<Double>> actual, List<List<Double>> expected) {
        Comparator<List<Double>> order = AgreementsPropertyTest::roughly;
        List<List<Double>> a = actual.stream().sorted(order).toList();
        List<List<Double>> e = expected.stream().sorted(order).toList();
        for (int k = 0; k < e.size(); k++) {
            for (int party = 0; party < e.get(k).size(); party++) {
                assertThat(a.get(k).get(party)).isCloseTo(e.get(k).get(party), within(CLOSE));
            }
        }
    }

    private static int roughly(List<Double> a, List<Double> b) {
        for (int k = 0; k < a.size(); k++) {
            if (Math.abs(a.get(k) - b.get(k)) > CLOSE) {
                return Double.compare(a.get(k), b.get(k));
            }
        }
        return 0;
    }

    private static int lexicographic(List<Double> a, List<Double> b) {
        return roughly(a, b);
    }

    private static List<List<Double>> efficient(List<AgreementTwin.Acceptable> acceptable) {
        List<List<Double>> efficient = new ArrayList<>();
        for (AgreementTwin.Acceptable one : acceptable) {
            boolean beaten = acceptable.stream().anyMatch(o -> beats(o.gains(), one.gains()));
            boolean known = efficient.stream().anyMatch(g -> roughly(g, one.gains()) == 0);
            if (!beaten && !known) {
                efficient.add(one.gains());
            }
        }
        return efficient;
    }

    private static boolean beats(List<Double> a, List<Double> b) {
        boolean better = false;
        for (int k = 0; k < a.size(); k++) {
            if (a.get(k) < b.get(k) - CLOSE) {
                return false;
            }
            better |= a.get(k) > b.get(k) + CLOSE;
        }
        return better;
    }

    private static List<Double> ideals(List<List<Double>> efficient) {
        List<Double> ideals = new ArrayList<>();
        for (int party = 0; party < efficient.getFirst().size(); party++) {
            int index = party;
            ideals.add(efficient.stream().mapToDouble(g -> g.get(index)).max().orElseThrow());
        }
        return ideals;
    }

    private static double product(List<Double> gains, List<Double> ideals) {
        double product = 1;
        for (int k = 0; k < gains.size(); k++) {
            product *= ideals.get(k) > CLOSE ? gains.get(k) / ideals.get(k) : 1;
        }
        return product;
    }

    private static List<Double> sortedShares(List<Double> gains, List<Double> ideals) {
        List<Double> shares = new ArrayList<>();
        for (int k = 0; k < gains.size(); k++) {
            if (ideals.get(k) > CLOSE) {
                shares.add(gains.get(k) / ideals.get(k));
            }
        }
        shares.sort(Comparator.naturalOrder());
        return shares;
    }

    private static double sum(List<Double> gains) {
        return gains.stream().mapToDouble(g -> g).sum();
    }

    private static List<List<Double>> gains(Solved solved) {
        List<List<Double>> gains = new ArrayList<>();
        for (int index = 0; index < solved.gains().packageCount(); index++) {
            gains.add(gains(solved, index));
        }
        return gains;
    }

    private static List<Double> gains(Solved solved, int index) {
        List<Double> gains = new ArrayList<>();
        for (int party = 0; party < solved.gains().partyCount(); party++) {
            gains.add(solved.gains().gain(index, party));
        }
        return gains;
    }

    private static List<Double> gains(Solved solved, Solution solution) {
        return gains(solved, solved.solution(solution).getFirst());
    }

    private static double product(Solved solved, Solution solution) {
        return product(gains(solved, solution), ideals(gains(solved)));
    }

    /// A second look at packages by another route: the package's own numbers against the bargain's.
    @ParameterizedTest
    @Seeds(300)
    void everyEfficientPackageIsAcceptedAndUnbeaten(long seed) {
        Solved solved = solved(RandomAgreement.of(random(seed)));
        for (int point : solved.bargain().zone()) {
            int[] levels = solved.bargain().frontier().levels(point);
            assertThat(solved.bargain().accepts(levels)).isTrue();
            assertThat(solved.bargain().headroom(levels).isBeaten()).isFalse();
            assertThat(solved.form().broken(levels)).isEmpty();
        }
    }
}
