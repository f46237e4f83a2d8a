// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.List;

/// What a package is worth to a party as linear forms over its unknowns, one for each combination
/// of the ends of beliefs. Immutable.
public final class PackageForms {
    private final StatedWorths worths;
    private final double[][] regular;
    private final double[][] once;

    private final boolean calm;

    PackageForms(StatedWorths worths, double[][] regular, double[][] once, boolean calm) {
        this.worths = worths;
        this.calm = calm;
        this.regular = regular;
        this.once = once;
    }

    /// Whether an earlier reading has the same value functions and the same forms for this package,
    /// since nothing that may happen meanwhile changes it.
    ///
    /// @param reading the index of one of the party's readings
    /// @return true if the reading adds nothing
    public boolean isRepeated(int reading) {
        return calm && worths.isRepeated(reading);
    }

    /// Its worth, with its risk and what may happen meanwhile.
    ///
    /// @param reading the index of one of the party's readings
    /// @return a form over the reading's polyhedron
    public double[] worth(int reading) {
        return worths.worth(reading, regular, once);
    }

    /// Its worth above no agreement.
    ///
    /// @param reading the index of one of the party's readings
    /// @return forms whose least is the least gain; more than one if the party has an option
    ///   outside
    public List<double[]> gains(int reading) {
        double[] gain = less(reading, StatedParts.FALLBACK);
        int outside = worths.outside(reading);
        return outside < 0 ? List.of(gain) : List.of(gain, less(reading, outside));
    }

    /// Its worth above the least that the party must get.
    ///
    /// @param reading the index of one of the party's readings
    /// @return a form whose most is the most gain
    public double[] netGain(int reading) {
        return less(reading, StatedParts.FLOOR);
    }

    private double[] less(int reading, int unknown) {
        double[] form = worth(reading);
        form[unknown] -= 1;
        return form;
    }

    /// Its worth less that of another package.
    ///
    /// @param reading the index of one of the party's readings
    /// @param other another package of the same party
    /// @return a form over the reading's polyhedron
    public double[] lessThan(int reading, PackageForms other) {
        double[] form = worth(reading);
        double[] second = other.worth(reading);
        for (int k = 0; k < form.length; k++) {
            form[k] -= second[k];
        }
        return form;
    }
}
