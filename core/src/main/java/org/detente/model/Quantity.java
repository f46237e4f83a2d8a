// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

/// A number as a person states it: exact, a range, or a distribution.
public sealed interface Quantity {
    /// One number.
    ///
    /// @param value the number
    /// @param percent whether it was written as a percentage; `value` is then a share, 0..1
    record Exact(double value, boolean percent) implements Quantity {}

    /// Anything between two numbers, uniformly.
    ///
    /// @param low the lower end
    /// @param high the upper end, at least the lower
    /// @param percent whether it was written as percentages; the ends are then shares
    record Uniform(double low, double high, boolean percent) implements Quantity {}

    /// Between two numbers with a likeliest one: a PERT distribution (Malcolm, Roseboom, Clark &
    /// Fazar 1959, Operations Research 7(5); not checked here).
    ///
    /// @param low the lower end
    /// @param high the upper end
    /// @param likely the likeliest value, between them
    /// @param percent whether it was written as percentages
    record Pert(double low, double high, double likely, boolean percent) implements Quantity {}

    /// A normal distribution.
    ///
    /// @param mean its mean
    /// @param deviation its standard deviation, positive
    record Normal(double mean, double deviation) implements Quantity {}

    /// A named assumption of the case, or its negative.
    ///
    /// @param assumption the assumption's id
    /// @param negated whether a minus stands before it
    record Named(String assumption, boolean negated) implements Quantity {}
}
