// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.detente.model.Basis;
import org.detente.model.Quantity;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int COUNT = 20_000;

    private static final Factor UNIFORM =
            new Factor("a", new Quantity.Uniform(2, 6, false), Basis.ASSUMED);
    private static final Factor PERT =
            new Factor("b", new Quantity.Pert(0, 10, 2, false), Basis.ASSUMED);
    private static final Factor NORMAL = new Factor("c", new Quantity.Normal(5, 2), Basis.ASSUMED);

    private static double[] drawn(String path) {
        double[] numbers = new double[COUNT];
        for (int k = 0; k < COUNT; k++) {
            numbers[k] = Draws.of(List.of(UNIFORM, PERT, NORMAL), 1, k).getOrDefault(path, 0.0);
        }
        return numbers;
    }

    private static double mean(double[] numbers, DoubleUnaryOperator of) {
        return Arrays.stream(numbers).map(of).average().orElseThrow();
    }

    @Test
    void uniformNumbersFillTheirRange() {
        double[] numbers = drawn("a");
        assertThat(Arrays.stream(numbers)).allMatch(x -> x >= 2 && x <= 6);
        assertThat(mean(numbers, x -> x)).isCloseTo(4, within(0.05));
        assertThat(mean(numbers, x -> (x - 4) * (x - 4))).isCloseTo(16.0 / 12, within(0.05));
    }

    @Test
    void pertNumbersHaveTheMeanOfAPertDistribution() {
        double[] numbers = drawn("b");
        assertThat(Arrays.stream(numbers)).allMatch(x -> x >= 0 && x <= 10);
        // (0 + 4 * 2 + 10) / 6, and the variance (mean - 0)(10 - mean) / 7
        assertThat(mean(numbers, x -> x)).isCloseTo(3, within(0.05));
        assertThat(mean(numbers, x -> (x - 3) * (x - 3))).isCloseTo(3, within(0.12));
    }

    @Test
    void normalNumbersHaveTheirMeanAndDeviation() {
        double[] numbers = drawn("c");
        assertThat(mean(numbers, x -> x)).isCloseTo(5, within(0.06));
        assertThat(mean(numbers, x -> (x - 5) * (x - 5))).isCloseTo(4, within(0.15));
    }

    @Test
    void aReadingIsTheSameWheneverItIsDrawn() {
        List<Factor> factors = List.of(UNIFORM, PERT, NORMAL);
        assertThat(Draws.of(factors, 7, 3)).isEqualTo(Draws.of(factors, 7, 3));
        assertThat(Draws.of(factors, 7, 3)).isNotEqualTo(Draws.of(factors, 7, 4));
        assertThat(Draws.of(factors, 7, 3)).isNotEqualTo(Draws.of(factors, 8, 3));
    }
}
