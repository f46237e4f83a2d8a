// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.detente.compile.AgreementForm;
import org.detente.compile.StatedForm;
import org.detente.compile.StatedWidening;
import org.detente.math.Polyhedron;
import org.detente.math.VertexTwin;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// What verdicts rest on, against the case written again with wider numbers.
class FootingPropertyTest {
    /// Wider than any verdict of these cases would need.
    private static final double VERY_WIDE = 1e5;

    /// Where all swings together are worth more points than this, rounding hides what a point is.
    private static final double SWINGS = 1e4;

    /// What counts as nothing, in points.
    private static final double NOTHING = 1e-4;

    private static Verdict.Held held(AgreementForm form, int[] levels) {
        return new PartyWorth(form, "a").held(levels);
    }

    /// The value functions of a reading under which a point is neither next to nothing beside all
    /// swings nor next to all.
    private static Polyhedron sane(StatedForm.Reading reading) {
        double[] least = new double[reading.polyhedron().variableCount()];
        double[] most = least.clone();
        least[0] = 1;
        most[0] = -1;
        return reading.polyhedron().with(least, 1 / SWINGS).with(most, -SWINGS);
    }

    /// Whether some value function contradicts a verdict by more than nothing.
    private static boolean isReversed(AgreementForm form, int[] levels, Verdict.Held held) {
        StatedForm stated = Objects.requireNonNull(StatedForm.of(form, "a"));
        boolean reversed = false;
        for (int r = 0; r < stated.readings().size(); r++) {
            List<double[]> against =
                    held == Verdict.Held.ALL
                            ? stated.at(levels).gains(r)
                            : List.of(stated.at(levels).netGain(r));
            for (double[] form1 : against) {
                double[] row = form1.clone();
                for (int k = 0; k < row.length && held == Verdict.Held.ALL; k++) {
                    row[k] = -row[k];
                }
                row[0] -= NOTHING;
                reversed |= !sane(stated.readings().get(r)).with(row, 0).isEmpty();
            }
        }
        return reversed;
    }

    @ParameterizedTest
    @Seeds(400)
    void theSmallestWideningIsThatOfBisection(long seed) {
        Assumer assumer = new Assumer(new SplittableRandom(seed), 2);
        AgreementForm form = assumer.form(0);
        PartyFooting footings = new PartyFooting(form, new PartyWorth(form, "a"));
        for (int[] levels : assumer.all()) {
            Verdict.Held held = held(form, levels);
            if (held == Verdict.Held.SOME) {
                continue;
            }
            boolean falls = isReversed(assumer.form(VERY_WIDE), levels, held);
            switch (footings.of(levels, held)) {
                case Footing.Statements _ -> assertThat(falls).isFalse();
                case Footing.Assumptions(var reversal) -> {
                    assertThat(falls).isTrue();
                    double expected = bisected(assumer, levels, held);
                    assertThat(Objects.requireNonNull(reversal).points())
                            .isCloseTo(expected, within(2e-3 + 1e-4 * expected));
                }
            }
        }
    }

    private static double bisected(Assumer assumer, int[] levels, Verdict.Held held) {
        double low = 0;
        double high = VERY_WIDE;
        while (high - low > 1e-4) {
            double middle = (low + high) / 2;
            if (isReversed(assumer.form(middle), levels, held)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    @ParameterizedTest
    @Seeds(120)
    void verticesAgreeThatLessDoesNotAndMoreDoesReverse(long seed) {
        Assumer assumer = new Assumer(new SplittableRandom(seed), 1);
        AgreementForm form = assumer.form(0);
        PartyFooting footings = new PartyFooting(form, new PartyWorth(form, "a"));
        for (int[] levels : assumer.all()) {
            Verdict.Held held = held(form, levels);
            if (held != Verdict.Held.SOME
                    && footings.of(levels, held) instanceof Footing.Assumptions(var reversal)) {
                double points = Objects.requireNonNull(reversal).points();
                double step = 1e-3 * (1 + points);
                if (points > step) {
                    assertThat(isReversedAtAVertex(assumer.form(points - step), levels, held))
                            .isFalse();
                }
                assertThat(isReversedAtAVertex(assumer.form(points + step), levels, held)).isTrue();
            }
        }
    }

    /// The same from all vertices, told in points.
    private static boolean isReversedAtAVertex(
            AgreementForm form, int[] levels, Verdict.Held held) {
        StatedForm stated = Objects.requireNonNull(StatedForm.of(form, "a"));
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < stated.readings().size(); r++) {
            List<double[]> vertices = VertexTwin.vertices(sane(stated.readings().get(r)));
            assertThat(vertices).isNotEmpty();
            for (double[] vertex : vertices) {
                for (double[] gain : stated.at(levels).gains(r)) {
                    least = Math.min(least, Polyhedron.dot(gain, vertex) / vertex[0]);
                }
                double gain = Polyhedron.dot(stated.at(levels).netGain(r), vertex) / vertex[0];
                most = Math.max(most, gain);
            }
        }
        return held == Verdict.Held.ALL ? least < -NOTHING : most >= -NOTHING;
    }

    @ParameterizedTest
    @Seeds(200)
    void theNumbersNamedAreAssumedLieOutsideWhatIsWrittenAndMakeUpTheWhole(long seed) {
        Assumer assumer = new Assumer(new SplittableRandom(seed), 2);
        AgreementForm form = assumer.form(0);
        PartyFooting footings = new PartyFooting(form, new PartyWorth(form, "a"));
        StatedWidening widening = StatedWidening.of(form, "a");
        for (int[] levels : assumer.all()) {
            Verdict.Held held = held(form, levels);
            if (held != Verdict.Held.SOME
                    && footings.of(levels, held) instanceof Footing.Assumptions(var reversal)
                    && reversal != null) {
                double sum = 0;
                for (StatedWidening.Leaning one : reversal.numbers()) {
                    sum += one.weight();
                    assertThat(Objects.requireNonNull(widening).assumed()).contains(one.written());
                    double off =
                            Math.max(
                                    one.written().low() - one.then(),
                                    one.then() - one.written().high());
                    assertThat(off).isCloseTo(reversal.points(), within(2e-3));
                }
                assertThat(sum).isLessThan(1 + 1e-6);
            }
        }
    }
}
