// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.Arrays;

/// What the signatories gain by each efficient acceptable package, and the most each could gain.
///
/// A party whose largest possible gain is 0 is left out of products and ratios.
final class Gains {
    private final double[][] gain;
    private final double[] ideal;
    private final boolean[] counted;

    /// Gains as given.
    ///
    /// @param gain by package and signatory, points above no agreement, at least 0
    /// @param ideal by signatory, the largest of these
    Gains(double[][] gain, double[] ideal) {
        this.gain = gain;
        this.ideal = ideal;
        this.counted = new boolean[ideal.length];
        for (int party = 0; party < ideal.length; party++) {
            counted[party] = ideal[party] > 0;
        }
    }

    /// The gains of a solved problem, in the order of its zone.
    static Gains of(Bargain bargain) {
        int[] zone = bargain.zone();
        double[][] gain = new double[zone.length][bargain.signatoryCount()];
        double[] ideal = new double[bargain.signatoryCount()];
        for (int k = 0; k < zone.length; k++) {
            for (int party = 0; party < ideal.length; party++) {
                gain[k][party] = Math.max(0, bargain.gain(zone[k], party));
                ideal[party] = Math.max(ideal[party], gain[k][party]);
            }
        }
        return new Gains(gain, ideal);
    }

    int packageCount() {
        return gain.length;
    }

    int partyCount() {
        return ideal.length;
    }

    double gain(int index, int party) {
        return gain[index][party];
    }

    /// The most a party could gain by an acceptable package.
    double ideal(int party) {
        return ideal[party];
    }

    /// Whether a party can gain at all.
    boolean isCounted(int party) {
        return counted[party];
    }

    /// A party's gain as a share of the most it could gain; 0 for one that cannot gain.
    double share(int index, int party) {
        return counted[party] ? gain[index][party] / ideal[party] : 0;
    }

    /// The shares of those who can gain, smallest first.
    double[] sortedShares(int index) {
        return sorted(index, true);
    }

    /// The gains of those who can gain, smallest first.
    double[] sortedGains(int index) {
        return sorted(index, false);
    }

    private double[] sorted(int index, boolean shares) {
        double[] values = new double[ideal.length];
        int count = 0;
        for (int party = 0; party < ideal.length; party++) {
            if (counted[party]) {
                values[count++] = shares ? share(index, party) : gain[index][party];
            }
        }
        double[] own = Arrays.copyOf(values, count);
        Arrays.sort(own);
        return own;
    }

    /// The smallest share over the largest: how evenly a package splits what each could hope for.
    ///
    /// @return 0..1; 1 if nobody gains
    double gainShare(int index) {
        double[] shares = sortedShares(index);
        return shares.length == 0 || shares[shares.length - 1] == 0
                ? 1
                : shares[0] / shares[shares.length - 1];
    }
}
