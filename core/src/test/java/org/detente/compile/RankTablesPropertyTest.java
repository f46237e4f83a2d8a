// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Statement;
import org.detente.testing.RandomCase;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class RankTablesPropertyTest {
    @ParameterizedTest
    @Seeds(300)
    void ordersRankStatesByTheirScores(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        Case source = RandomCase.of(random, 400, 1);
        CompiledCase model = CompiledCase.of(source, 1 << 20);
        int count = List.of(1, 8, 15, 16, 24, 41, 60).get((int) (seed % 7));
        List<Statement> statements = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            statements.add(new Statement(RandomCase.condition(random, source, 2), Basis.ASSUMED));
        }
        Ranks ranks =
                RankTables.ofOrder(
                        statements, new Conditions(model.space(), source), model.feasible());
        BigInteger[] scores = new BigInteger[model.space().product()];
        for (int state = 0; state < scores.length; state++) {
            scores[state] = BigInteger.ZERO;
            for (int k = 0; k < count; k++) {
                if (model.where(statements.get(k).condition()).contains(state)) {
                    scores[state] = scores[state].setBit(count - 1 - k);
                }
            }
        }
        assertSameOrder(ranks, scores, model.feasible());
    }

    @ParameterizedTest
    @Seeds(100)
    void pointsRankStatesUpToRounding(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        int size = random.nextInt(1, 200);
        double[] points = new double[size];
        Integer[] whole = new Integer[size];
        double nudge = 1e-13;
        for (int state = 0; state < size; state++) {
            whole[state] = random.nextInt(-20, 20);
            points[state] = whole[state] + nudge * random.nextDouble();
        }
        assertSameOrder(RankTables.ofPoints(points, StateSet.all(size)), whole, StateSet.all(size));
    }

    private static <T extends Comparable<T>> void assertSameOrder(
            Ranks ranks, T[] scores, StateSet feasible) {
        for (int a : feasible.stream().toArray()) {
            assertThat(ranks.rank(a)).isBetween(0, ranks.levelCount() - 1);
            for (int b : feasible.stream().toArray()) {
                assertThat(Integer.signum(Integer.compare(ranks.rank(a), ranks.rank(b))))
                        .as("states %d and %d", a, b)
                        .isEqualTo(Integer.signum(scores[a].compareTo(scores[b])));
            }
        }
    }
}
