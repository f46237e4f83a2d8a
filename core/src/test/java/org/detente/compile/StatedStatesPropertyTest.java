// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.detente.compile.StatedStates.Relation;
import org.detente.math.Polyhedron;
import org.detente.math.VertexTwin;
import org.detente.testing.HiddenOrder;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// What statements say of states, against all vertices of the value functions that fit, on another
/// scale.
class StatedStatesPropertyTest {
    /// How exactly a vertex satisfies the rows: well below the margin by which a point counts.
    private static final double EXACT = 1e-12;

    private static List<Integer> states(CompiledCase model) {
        return model.feasible().stream().boxed().toList();
    }

    private static Relation.Found found(CompiledCase model) {
        return (Relation.Found) StatedStates.of(model, "a", states(model), 10_000);
    }

    private static HiddenOrder drawn(SplittableRandom random, int options) {
        return new HiddenOrder(
                random,
                options,
                random.nextBoolean() ? HiddenOrder.Points.NONE : HiddenOrder.Points.RANGES);
    }

    @ParameterizedTest
    @Seeds(600)
    void theRelationIsThatOverAllVertices(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HiddenOrder hidden = drawn(random, 2);
        for (int k = random.nextInt(3); k > 0; k--) {
            hidden.ask();
        }
        CompiledCase model = hidden.model();
        List<Integer> states = states(model);
        List<double[]> forms = new ArrayList<>();
        List<double[]> vertices = vertices(model, states, forms);
        assertThat(vertices).isNotEmpty();
        Relation.Found relation = found(model);
        for (int a = 0; a < states.size(); a++) {
            for (int b = 0; b < states.size(); b++) {
                double least = Double.POSITIVE_INFINITY;
                for (double[] vertex : vertices) {
                    least =
                            Math.min(
                                    least,
                                    Polyhedron.dot(forms.get(a), vertex)
                                            - Polyhedron.dot(forms.get(b), vertex));
                }
                assertThat(relation.worse().get(a).get(b)).isEqualTo(least > 1e-9);
                assertThat(relation.atMost().get(a).get(b)).isEqualTo(least > -1e-9);
            }
        }
    }

    /// Value functions whose swings add up to 1, no agreement being worth 0.
    private static List<double[]> vertices(
            CompiledCase model, List<Integer> states, List<double[]> forms) {
        StatedParts parts = new StatedParts(new StatedWorld(model), "a");
        if (StatedSentence.of(parts).stream().noneMatch(s -> s instanceof StatedSentence.Points)) {
            parts.nameOptions();
        }
        List<StatedSentence> sentences = StatedSentence.of(parts);
        StatedSystem system =
                new StatedSystem(
                        parts,
                        new StatedRows(parts),
                        sentences,
                        StatedBranch.of(parts, null).list().getFirst(),
                        StatedSystem.Scale.SWINGS);
        Polyhedron polyhedron = system.polyhedron();
        for (int sign : new int[] {1, -1}) {
            double[] row = new double[polyhedron.variableCount()];
            row[StatedParts.FALLBACK] = sign;
            polyhedron = polyhedron.with(row, 0);
        }
        for (int state : states) {
            forms.add(parts.at(parts.world().outside(state), 0).dense(parts.unknownCount()));
        }
        Polyhedron all = polyhedron;
        List<double[]> vertices =
                new ArrayList<>(
                        VertexTwin.vertices(all).stream()
                                .filter(v -> all.violation(v) < EXACT)
                                .toList());
        StatedSystem cone =
                new StatedSystem(
                        parts,
                        new StatedRows(parts),
                        sentences,
                        StatedBranch.of(parts, null).list().getFirst(),
                        StatedSystem.Scale.NONE);
        double[] total = LinearSum.ZERO.minus(cone.swings().total()).dense(parts.unknownCount());
        if (!cone.polyhedron().with(total, 0).isEmpty()) {
            // Nothing may be worth anything, which no scale of swings lets through.
            vertices.add(new double[parts.unknownCount()]);
        }
        return vertices;
    }

    @ParameterizedTest
    @Seeds(200)
    void aTrueStatementMoreNeverOpensWhatWasDecidedAndTheHiddenOrderStays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HiddenOrder hidden = drawn(random, random.nextInt(2, 4));
        Relation.Found before = found(hidden.model());
        for (int round = 0; round < 5; round++) {
            hidden.ask();
            CompiledCase model = hidden.model();
            Relation.Found now = found(model);
            List<Integer> states = states(model);
            for (int a = 0; a < states.size(); a++) {
                for (int b = 0; b < states.size(); b++) {
                    int more =
                            hidden.worth(model, states.get(a)) - hidden.worth(model, states.get(b));
                    boolean isWorse = now.worse().get(a).get(b);
                    boolean isAtMost = now.atMost().get(a).get(b);
                    assertThat(isWorse || !before.worse().get(a).get(b)).isTrue();
                    assertThat(isAtMost || !before.atMost().get(a).get(b)).isTrue();
                    assertThat(!isWorse || more > 0).isTrue();
                    assertThat(!isAtMost || more >= 0).isTrue();
                }
            }
            before = now;
        }
    }

    @ParameterizedTest
    @Seeds(200)
    void exactPointsDecideEveryPairAsTheyAre(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HiddenOrder hidden =
                new HiddenOrder(random, random.nextInt(2, 4), HiddenOrder.Points.EXACT);
        CompiledCase model = hidden.model();
        Relation.Found relation = found(model);
        List<Integer> states = states(model);
        for (int a = 0; a < states.size(); a++) {
            for (int b = 0; b < states.size(); b++) {
                int more = hidden.worth(model, states.get(a)) - hidden.worth(model, states.get(b));
                assertThat(relation.worse().get(a).get(b)).isEqualTo(more > 0);
                assertThat(relation.atMost().get(a).get(b)).isEqualTo(more >= 0);
            }
        }
    }
}
