// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.Factor;
import org.detente.compile.StatedForm;
import org.detente.math.PackageSpace;
import org.detente.math.Polyhedron;
import org.detente.math.VertexTwin;
import org.detente.model.Case;
import org.detente.testing.RandomAgreement;
import org.detente.testing.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;

/// Laws of verdicts on statements.
class StatedPropertyTest {
    /// Farther than any gain that statements bound, where swings add up to 1.
    private static final double FAR = 1000;

    @ParameterizedTest
    @Seeds(300)
    void aHiddenValueFunctionNeverContradictsWhatItsStatementsImply(long seed) {
        Interview interview = new Interview(new SplittableRandom(seed));
        for (int k = 0; k < 5; k++) {
            interview.ask();
        }
        AgreementForm form = interview.form();
        assertThat(StatedForm.contradiction(form.model(), "a")).isEmpty();
        PartyWorth reading = new PartyWorth(form, "a");
        for (int[] levels : interview.all()) {
            Verdict.Held held = reading.held(levels);
            assertThat(held)
                    .isNotEqualTo(
                            interview.gain(levels) < 0 ? Verdict.Held.ALL : Verdict.Held.NONE);
        }
    }

    @ParameterizedTest
    @Seeds(150)
    void aTrueStatementMoreNeverOpensWhatWasSettled(long seed) {
        Interview interview = new Interview(new SplittableRandom(seed));
        Map<List<Integer>, Verdict.Held> before = new HashMap<>();
        for (int round = 0; round < 5; round++) {
            PartyWorth reading = new PartyWorth(interview.form(), "a");
            for (int[] levels : interview.all()) {
                Verdict.Held now = reading.held(levels);
                Verdict.Held then = before.put(list(levels), now);
                if (then != null && then != Verdict.Held.SOME) {
                    assertThat(now).isEqualTo(then);
                }
            }
            interview.ask();
        }
    }

    @ParameterizedTest
    @Seeds(150)
    void pointsInsideNeverContradictAVerdictNorLeaveTheRangeOfGains(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Interview interview = new Interview(random);
        interview.ask();
        interview.ask();
        PartyWorth reading = new PartyWorth(interview.form(), "a");
        StatedForm stated = Objects.requireNonNull(reading.stated());
        StatedForm.Reading at = stated.readings().getFirst();
        for (double[] point : inside(at.polyhedron(), random)) {
            assertThat(at.polyhedron().violation(point)).isLessThan(1e-7);
            for (int[] levels : interview.all()) {
                double gain = Polyhedron.dot(stated.at(levels).gains(0).getFirst(), point);
                Double least = reading.least(levels);
                Double most = reading.most(levels);
                switch (reading.held(levels)) {
                    case ALL -> assertThat(gain).isGreaterThan(-1e-7);
                    case NONE -> assertThat(gain).isLessThan(1e-7);
                    case SOME -> {
                        assertThat(least == null || least < 0).isTrue();
                        assertThat(most == null || most > -1e-7).isTrue();
                    }
                }
                assertThat(least == null || gain >= least - 1e-7).isTrue();
                assertThat(most == null || gain <= most + 1e-7).isTrue();
            }
        }
    }

    @ParameterizedTest
    @Seeds(80)
    void verdictsAndRangesAreThoseOverAllVertices(long seed) {
        Interview interview = new Interview(new SplittableRandom(seed), 2);
        for (int k = 0; k < 3; k++) {
            interview.ask();
        }
        PartyWorth reading = new PartyWorth(interview.form(), "a");
        StatedForm stated = Objects.requireNonNull(reading.stated());
        Polyhedron polyhedron = stated.readings().getFirst().polyhedron();
        for (int sign : new int[] {1, -1}) {
            double[] row = new double[polyhedron.variableCount()];
            row[1] = sign;
            polyhedron = polyhedron.with(row, -FAR);
        }
        List<double[]> vertices = VertexTwin.vertices(polyhedron);
        assertThat(vertices).isNotEmpty();
        List<int[]> all = interview.all();
        List<GainRange> ranges = reading.ranges(all);
        for (int k = 0; k < all.size(); k++) {
            double[] gain = stated.at(all.get(k)).gains(0).getFirst();
            double low =
                    vertices.stream().mapToDouble(v -> Polyhedron.dot(gain, v)).min().orElseThrow();
            double high =
                    vertices.stream().mapToDouble(v -> Polyhedron.dot(gain, v)).max().orElseThrow();
            Verdict.Held expected =
                    low >= -1e-8
                            ? Verdict.Held.ALL
                            : high >= -1e-8 ? Verdict.Held.SOME : Verdict.Held.NONE;
            assertThat(reading.held(all.get(k))).isEqualTo(expected);
            check(ranges.get(k).least(), low);
            check(ranges.get(k).most(), high);
        }
    }

    /// An end is absent where only the box keeps it from going on.
    private static void check(@Nullable Double told, double expected) {
        if (Math.abs(expected) > FAR / 2) {
            assertThat(told).isNull();
        } else {
            assertThat(told).isCloseTo(expected, within(1e-7));
        }
    }

    @ParameterizedTest
    @Seeds(100)
    void gainsInOneSweepAreThoseOfEachPackageAlone(long seed) {
        Interview interview = new Interview(new SplittableRandom(seed));
        interview.ask();
        interview.ask();
        AgreementForm form = interview.form();
        List<GainRange> ranges = new PartyWorth(form, "a").ranges(interview.all());
        for (int k = 0; k < ranges.size(); k++) {
            PartyWorth alone = new PartyWorth(form, "a");
            same(ranges.get(k).least(), alone.least(interview.all().get(k)));
            same(ranges.get(k).most(), alone.most(interview.all().get(k)));
        }
    }

    private static void same(@Nullable Double some, @Nullable Double other) {
        assertThat(some == null).isEqualTo(other == null);
        if (some != null && other != null) {
            assertThat(some).isCloseTo(other, within(1e-7));
        }
    }

    /// Mixtures of ends of random forms.
    private static List<double[]> inside(Polyhedron polyhedron, SplittableRandom random) {
        List<double[]> ends = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            double[] form = random.doubles(polyhedron.variableCount(), -1, 1).toArray();
            if (polyhedron.least(form) instanceof Polyhedron.End.At end) {
                ends.add(end.point());
            }
        }
        List<double[]> mixed = new ArrayList<>(ends);
        for (int k = 0; k < 20 && !ends.isEmpty(); k++) {
            double[] a = ends.get(random.nextInt(ends.size()));
            double[] b = ends.get(random.nextInt(ends.size()));
            double share = random.nextDouble();
            double[] point = new double[a.length];
            for (int v = 0; v < point.length; v++) {
                point[v] = share * a[v] + (1 - share) * b[v];
            }
            mixed.add(point);
        }
        return mixed;
    }

    @ParameterizedTest
    @Seeds(200)
    void exactPointsGiveTheVerdictsOfValues(long seed) {
        Case source = RandomAgreement.of(new SplittableRandom(seed));
        AgreementForm form = AgreementForm.of(CompiledCase.of(source, 1 << 20));
        assertThat(form.factors()).isEmpty();
        for (String party : form.signatories()) {
            PartyWorth reading = new PartyWorth(form, party);
            PackageSpace space = form.space(List.of(party), _ -> false);
            for (int[] levels : somePackages(form, new SplittableRandom(seed))) {
                double gain = space.value(0, levels) - form.floor(party);
                Verdict.Held held = reading.held(levels);
                if (reading.stated() != null && Math.abs(gain) > 1e-6) {
                    assertThat(held).isEqualTo(gain >= 0 ? Verdict.Held.ALL : Verdict.Held.NONE);
                }
            }
        }
    }

    @ParameterizedTest
    @Seeds(150)
    void beliefsAnywhereInTheirRangesNeverContradictAVerdict(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Case source = Widened.of(RandomAgreement.of(new SplittableRandom(seed)));
        AgreementForm form = AgreementForm.of(CompiledCase.of(source, 1 << 20));
        List<Factor> factors = form.factors();
        for (String party : form.signatories()) {
            PartyWorth reading = new PartyWorth(form, party);
            for (int[] levels : somePackages(form, random)) {
                Verdict.Held held = reading.held(levels);
                for (int k = 0; k < 12 && reading.stated() != null; k++) {
                    Map<String, Double> given = new HashMap<>();
                    for (Factor factor : factors) {
                        double low = factor.at(Factor.Position.LOW);
                        double high = factor.at(Factor.Position.HIGH);
                        double share = k < 2 ? k : random.nextDouble();
                        given.put(factor.path(), low + share * (high - low));
                    }
                    AgreementForm moved = form.with(given);
                    double gain =
                            moved.space(List.of(party), _ -> false).value(0, levels)
                                    - moved.floor(party);
                    if (Math.abs(gain) > 1e-6) {
                        assertThat(held)
                                .isNotEqualTo(gain < 0 ? Verdict.Held.ALL : Verdict.Held.NONE);
                    }
                }
            }
        }
    }

    private static List<int[]> somePackages(AgreementForm form, SplittableRandom random) {
        List<int[]> some = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            some.add(
                    form.items().stream()
                            .mapToInt(i -> random.nextInt(i.levels().size()))
                            .toArray());
        }
        return some;
    }

    private static List<Integer> list(int[] levels) {
        return java.util.Arrays.stream(levels).boxed().toList();
    }
}
