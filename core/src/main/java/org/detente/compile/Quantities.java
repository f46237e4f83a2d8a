// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.HashMap;
import java.util.Map;
import org.detente.model.Assumption;
import org.detente.model.Case;
import org.detente.model.Figure;
import org.detente.model.Quantity;

/// Turns the case's quantities into numbers: at their centres, but for one factor at an end or some
/// at given values.
final class Quantities {
    private static final int DEVIATIONS_TO_AN_END = 2;

    private final Map<String, Figure> assumptions = new HashMap<>();
    private final Map<String, Double> given;
    private final String movedPath;
    private final Factor.Position position;

    /// Everything at its centre but one factor.
    ///
    /// @param source the case
    /// @param movedPath the path of the factor that is elsewhere, or an empty string
    /// @param position where that factor is
    Quantities(Case source, String movedPath, Factor.Position position) {
        this(source, Map.of(), movedPath, position);
    }

    /// Everything at its centre but for what is given.
    ///
    /// @param source the case
    /// @param given numbers by the path of the factor they are for
    Quantities(Case source, Map<String, Double> given) {
        this(source, given, "", Factor.Position.CENTRE);
    }

    private Quantities(
            Case source, Map<String, Double> given, String movedPath, Factor.Position position) {
        for (Assumption assumption : source.assumptions()) {
            assumptions.put(assumption.id(), assumption.figure());
        }
        this.given = Map.copyOf(given);
        this.movedPath = movedPath;
        this.position = position;
    }

    /// The number that a quantity stands for.
    ///
    /// @param quantity the quantity
    /// @param path where it stands
    /// @return its value
    double value(Quantity quantity, String path) {
        if (quantity instanceof Quantity.Named(String name, boolean negated)) {
            Figure figure = assumptions.get(name);
            if (figure == null) {
                throw new IllegalArgumentException("no assumption '%s'".formatted(name));
            }
            double value = value(figure.quantity(), assumptionPath(name));
            return negated ? -value : value;
        }
        Double number = given.get(path);
        if (number != null) {
            return number;
        }
        return at(quantity, path.equals(movedPath) ? position : Factor.Position.CENTRE);
    }

    /// The path of an assumption.
    ///
    /// @param name the assumption's id
    /// @return its path
    static String assumptionPath(String name) {
        return "assumptions." + name;
    }

    /// Whether a quantity is uncertain by itself.
    ///
    /// @param quantity the quantity
    /// @return false for an exact number and for a name
    static boolean uncertain(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Exact _, Quantity.Named _ -> false;
            case Quantity.Uniform _, Quantity.Pert _, Quantity.Normal _ -> true;
        };
    }

    /// The number at a position along the quantity's own range.
    ///
    /// @param quantity any quantity but a name
    /// @param position where
    /// @return the number
    static double at(Quantity quantity, Factor.Position position) {
        return switch (quantity) {
            case Quantity.Exact(double value, _) -> value;
            case Quantity.Uniform(double low, double high, _) ->
                    pick(position, low, low + (high - low) / 2, high);
            case Quantity.Pert(double low, double high, double likely, _) ->
                    pick(position, low, likely, high);
            case Quantity.Normal(double mean, double deviation) ->
                    pick(
                            position,
                            mean - DEVIATIONS_TO_AN_END * deviation,
                            mean,
                            mean + DEVIATIONS_TO_AN_END * deviation);
            case Quantity.Named(String name, _) ->
                    throw new IllegalArgumentException(
                            "'%s' has no range of its own".formatted(name));
        };
    }

    private static double pick(Factor.Position position, double low, double centre, double high) {
        return switch (position) {
            case LOW -> low;
            case CENTRE -> centre;
            case HIGH -> high;
        };
    }
}
