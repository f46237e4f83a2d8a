// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixingTest {
    private static final int LENGTH = 20_000;

    /// Chains `x' = share · x + noise`, whose effective size is known: (1 − share) / (1 + share) of
    /// their length.
    private static double[][] chains(double share, double apart) {
        SplittableRandom random = new SplittableRandom(4);
        double[][] chains = new double[4][LENGTH];
        for (int c = 0; c < chains.length; c++) {
            double x = 0;
            for (int k = 0; k < LENGTH; k++) {
                x = share * x + random.nextGaussian() * Math.sqrt(1 - share * share);
                chains[c][k] = x + c * apart;
            }
        }
        return chains;
    }

    @Test
    void independentValuesCountInFull() {
        Mixing mixing = Mixing.of(chains(0, 0));
        assertThat(mixing.effectiveSize()).isCloseTo(4.0 * LENGTH, within(0.05 * 4 * LENGTH));
        assertThat(mixing.splitRHat()).isCloseTo(1, within(0.001));
    }

    @Test
    void valuesThatHangTogetherCountForLess() {
        double share = 0.9;
        Mixing mixing = Mixing.of(chains(share, 0));
        double known = 4.0 * LENGTH * (1 - share) / (1 + share);
        assertThat(mixing.effectiveSize()).isCloseTo(known, within(0.15 * known));
        assertThat(mixing.splitRHat()).isCloseTo(1, within(0.01));
    }

    @Test
    void chainsThatDifferAreSeen() {
        // Means 0, 1, 2, 3: variance between 5/3 over eight halves 10/7, within 1.
        Mixing mixing = Mixing.of(chains(0, 1));
        assertThat(mixing.splitRHat()).isCloseTo(Math.sqrt(1 + 10.0 / 7), within(0.02));
        assertThat(mixing.effectiveSize()).isLessThan(20);
    }

    @Test
    void whatNeverChangesIsKnown() {
        Mixing mixing = Mixing.of(new double[][] {{2, 2, 2, 2}, {2, 2, 2, 2}});
        assertThat(mixing.effectiveSize()).isEqualTo(8);
        assertThat(mixing.splitRHat()).isEqualTo(1);
    }

    @Test
    void aChainThatStandsStillElsewhereIsSeen() {
        Mixing mixing = Mixing.of(new double[][] {{2, 2, 2, 2}, {3, 3, 3, 3}});
        assertThat(mixing.splitRHat()).isInfinite();
        assertThat(mixing.effectiveSize()).isEqualTo(1);
    }

    @Test
    void tooFewValuesTellNothing() {
        Mixing mixing = Mixing.of(new double[][] {{1, 2, 3}});
        assertThat(mixing.effectiveSize()).isEqualTo(1);
        assertThat(mixing.splitRHat()).isInfinite();
    }
}
