// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

/// Points drawn from a polyhedron by several chains, with what tells whether they are enough.
public final class Sample {
    private final double[][][] chains;
    private final int dimension;

    Sample(double[][][] chains, int dimension) {
        this.chains = chains;
        this.dimension = dimension;
    }

    /// How many points.
    ///
    /// @return chains times points of each
    public int size() {
        return chains.length * chains[0].length;
    }

    /// In how many dimensions the polyhedron extends.
    ///
    /// @return 0 for a single point
    public int dimension() {
        return dimension;
    }

    /// A point. Neighbouring indices belong to different chains.
    ///
    /// @param index from 0
    /// @return a copy, one number for each coordinate
    public double[] point(int index) {
        return chains[index % chains.length][index / chains.length].clone();
    }

    /// The mean of the points: an estimate of the polyhedron's centre of gravity, itself a point of
    /// the polyhedron.
    ///
    /// @return one number for each coordinate
    public double[] mean() {
        double[] mean = new double[chains[0][0].length];
        for (double[][] chain : chains) {
            for (double[] point : chain) {
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += point[k] / size();
                }
            }
        }
        return mean;
    }

    /// How many independent points would tell a form's mean as precisely.
    ///
    /// @param form one coefficient for each coordinate
    /// @return at least 1, at most the number of points; that number for a form that is the same
    ///   everywhere
    public double effectiveSize(double[] form) {
        return Mixing.of(values(form)).effectiveSize();
    }

    /// By how much the chains differ about a form: the square root of its variance over all chains
    /// by that within them, each chain split in halves.
    ///
    /// @param form one coefficient for each coordinate
    /// @return 1 for chains that agree; above 1.01 they were too short
    public double splitRHat(double[] form) {
        return Mixing.of(values(form)).splitRHat();
    }

    /// The smallest effective size of all coordinates.
    ///
    /// @return at least 1
    public double leastEffectiveSize() {
        double least = size();
        for (int k = 0; k < chains[0][0].length; k++) {
            least = Math.min(least, effectiveSize(axis(k)));
        }
        return least;
    }

    /// The largest split R-hat of all coordinates.
    ///
    /// @return about 1 for chains that agree
    public double mostSplitRHat() {
        double most = 1;
        for (int k = 0; k < chains[0][0].length; k++) {
            most = Math.max(most, splitRHat(axis(k)));
        }
        return most;
    }

    private double[] axis(int coordinate) {
        double[] axis = new double[chains[0][0].length];
        axis[coordinate] = 1;
        return axis;
    }

    private double[][] values(double[] form) {
        double[][] values = new double[chains.length][chains[0].length];
        for (int chain = 0; chain < values.length; chain++) {
            for (int k = 0; k < values[chain].length; k++) {
                values[chain][k] = Polyhedron.dot(form, chains[chain][k]);
            }
        }
        return values;
    }
}
