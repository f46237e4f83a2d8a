// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import org.detente.model.Assumption;
import org.detente.model.Case;
import org.detente.model.Quantity;

/// The centre of a number: itself, the middle of a range, the likely value, or the mean.
final class Centre {
    private Centre() {}

    /// The centre of a quantity of a case.
    static double of(Quantity quantity, Case source) {
        return switch (quantity) {
            case Quantity.Exact(double value, _) -> value;
            case Quantity.Uniform(double low, double high, _) -> low + (high - low) / 2;
            case Quantity.Pert(_, _, double likely, _) -> likely;
            case Quantity.Normal(double mean, _) -> mean;
            case Quantity.Named(String name, boolean negated) -> {
                double value = 0;
                for (Assumption assumption : source.assumptions()) {
                    if (assumption.id().equals(name)) {
                        value = of(assumption.figure().quantity(), source);
                    }
                }
                yield negated ? -value : value;
            }
        };
    }

    /// Whether a quantity is more than one number.
    static boolean isRange(Quantity quantity, Case source) {
        return switch (quantity) {
            case Quantity.Exact _ -> false;
            case Quantity.Uniform _, Quantity.Pert _, Quantity.Normal _ -> true;
            case Quantity.Named(String name, _) ->
                    source.assumptions().stream()
                            .anyMatch(a ->
                                    a.id().equals(name) && isRange(a.figure().quantity(), source));
        };
    }
}
