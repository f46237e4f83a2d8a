// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.detente.model.Quantity;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// Readings of a case drawn at random: every uncertain number at once, each from its own range or
/// distribution, independently. A share of such readings is a share of what was assumed, never a
/// likelihood.
public final class Draws {
    /// The shape of a PERT distribution: how much the likeliest value weighs against the ends
    /// (Malcolm, Roseboom, Clark & Fazar 1959, Operations Research 7; not looked at again).
    private static final double PERT_WEIGHT = 4;

    private Draws() {}

    /// One reading.
    ///
    /// @param factors the uncertain numbers
    /// @param seed the seed of all readings
    /// @param index which reading, from 0; readings do not depend on one another
    /// @return a number for the path of each factor
    public static Map<String, Double> of(List<Factor> factors, long seed, int index) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003L + index);
        Map<String, Double> drawn = new LinkedHashMap<>();
        for (Factor factor : factors) {
            drawn.put(factor.path(), quantile(factor.quantity(), random.nextDouble()));
        }
        return drawn;
    }

    /// The logarithm of a quantity's density, but for a constant.
    ///
    /// @param quantity a range or distribution
    /// @param number a number in its range
    /// @return negative infinity where the density is 0
    static double logDensity(Quantity quantity, double number) {
        return switch (quantity) {
            case Quantity.Exact _, Quantity.Uniform _ -> 0;
            case Quantity.Pert(double low, double high, double likely, _) ->
                    low == high
                            ? 0
                            : PERT_WEIGHT
                                    * (log((number - low) / (high - low), (likely - low))
                                            + log((high - number) / (high - low), high - likely))
                                    / (high - low);
            case Quantity.Normal(double mean, double deviation) ->
                    deviation == 0
                            ? 0
                            : -(number - mean) * (number - mean) / (2 * deviation * deviation);
            case Quantity.Named(String name, _) ->
                    throw new IllegalArgumentException(
                            "'%s' has no range of its own".formatted(name));
        };
    }

    /// A weighted logarithm, 0 where the weight is.
    private static double log(double share, double weight) {
        return weight == 0 ? 0 : weight * Math.log(Math.max(share, 0));
    }

    /// The number below which a quantity lies with a given chance.
    private static double quantile(Quantity quantity, double chance) {
        return switch (quantity) {
            case Quantity.Exact(double value, _) -> value;
            case Quantity.Uniform(double low, double high, _) -> low + chance * (high - low);
            case Quantity.Pert(double low, double high, double likely, _) ->
                    low == high
                            ? low
                            : low
                                    + (high - low)
                                            * new BetaDistribution(
                                                            1
                                                                    + PERT_WEIGHT
                                                                            * (likely - low)
                                                                            / (high - low),
                                                            1
                                                                    + PERT_WEIGHT
                                                                            * (high - likely)
                                                                            / (high - low))
                                                    .inverseCumulativeProbability(chance);
            case Quantity.Normal(double mean, double deviation) ->
                    deviation == 0
                            ? mean
                            : new NormalDistribution(mean, deviation)
                                    .inverseCumulativeProbability(chance);
            case Quantity.Named(String name, _) ->
                    throw new IllegalArgumentException(
                            "'%s' has no range of its own".formatted(name));
        };
    }
}
