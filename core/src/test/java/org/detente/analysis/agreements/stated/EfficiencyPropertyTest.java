// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.detente.compile.StatedForm;
import org.detente.math.Polyhedron;
import org.detente.math.VertexTwin;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// Which packages are efficient under all, some or no value functions, against the vertices of two
/// signatories' value functions.
class EfficiencyPropertyTest {
    private static final double NEAR = 1e-8;

    /// Worths of packages at the vertices of one signatory's value functions, no agreement being
    /// worth nothing, and at mixtures of these.
    private static List<double[]> worths(
            PartyWorth party, List<int[]> packages, SplittableRandom random, int mixed) {
        StatedForm stated = Objects.requireNonNull(party.stated());
        Polyhedron polyhedron = stated.readings().getFirst().polyhedron();
        for (int sign : new int[] {1, -1}) {
            double[] row = new double[polyhedron.variableCount()];
            row[1] = sign;
            polyhedron = polyhedron.with(row, -10);
        }
        List<double[]> points = new ArrayList<>(VertexTwin.vertices(polyhedron));
        int corners = points.size();
        assertThat(corners).isPositive();
        for (int k = 0; k < mixed; k++) {
            double[] one = points.get(random.nextInt(corners));
            double[] two = points.get(random.nextInt(corners));
            double share = random.nextDouble();
            double[] point = new double[one.length];
            Arrays.setAll(point, v -> share * one[v] + (1 - share) * two[v]);
            points.add(point);
        }
        return points.stream()
                .map(p ->
                        packages.stream()
                                .mapToDouble(l -> Polyhedron.dot(stated.at(l).worth(0), p))
                                .toArray())
                .toList();
    }

    @ParameterizedTest
    @Seeds(150)
    void efficientUnderAllSomeOrNoneIsWhatVerticesSay(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Interview first = new Interview(random, 2);
        Interview second = new Interview(random, 2);
        while (!shape(first).equals(shape(second))) {
            second = new Interview(random, 2);
        }
        for (int k = 0; k < 4; k++) {
            first.ask();
            second.ask();
        }
        List<PartyWorth> parties =
                List.of(new PartyWorth(first.form(), "a"), new PartyWorth(second.form(), "a"));
        List<int[]> packages = first.all();
        packages.forEach(l -> parties.forEach(p -> p.held(l)));
        List<Efficiency.Answer> answers = Efficiency.of(parties, packages, packages);
        List<double[]> some = worths(parties.get(0), packages, random, 30);
        List<double[]> others = worths(parties.get(1), packages, random, 30);
        for (int x = 0; x < packages.size(); x++) {
            boolean sometimesBeaten = false;
            boolean alwaysBeatenByOne = false;
            for (int y = 0; y < packages.size(); y++) {
                double most = Math.max(most(some, y, x), most(others, y, x));
                boolean perhaps = most(some, y, x) >= -NEAR && most(others, y, x) >= -NEAR;
                double least = Math.max(-most(some, x, y), -most(others, x, y));
                boolean surely = -most(some, x, y) >= -NEAR && -most(others, x, y) >= -NEAR;
                sometimesBeaten |= y != x && perhaps && most > NEAR;
                alwaysBeatenByOne |= y != x && surely && least > NEAR;
            }
            Efficiency.Answer answer = answers.get(x);
            assertThat(answer == Efficiency.Answer.ALL).isEqualTo(!sometimesBeaten);
            assertThat(answer).isNotEqualTo(Efficiency.Answer.UNKNOWN);
            if (alwaysBeatenByOne) {
                assertThat(answer).isEqualTo(Efficiency.Answer.NONE);
            }
            boolean seen = isEfficientSomewhere(some, others, x);
            assertThat(answer == Efficiency.Answer.NONE && seen).isFalse();
        }
    }

    private static List<Integer> shape(Interview interview) {
        return interview.terms().stream().map(t -> t.levels().size()).toList();
    }

    private static double most(List<double[]> worths, int better, int worse) {
        return worths.stream().mapToDouble(w -> w[better] - w[worse]).max().orElseThrow();
    }

    private static boolean isEfficientSomewhere(List<double[]> some, List<double[]> others, int x) {
        for (double[] one : some) {
            for (double[] two : others) {
                boolean beaten = false;
                for (int y = 0; y < one.length; y++) {
                    beaten |=
                            one[y] >= one[x] - NEAR
                                    && two[y] >= two[x] - NEAR
                                    && (one[y] > one[x] + NEAR || two[y] > two[x] + NEAR);
                }
                if (!beaten) {
                    return true;
                }
            }
        }
        return false;
    }
}
