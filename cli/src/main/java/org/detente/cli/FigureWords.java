// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.detente.model.Figure;
import org.detente.model.Lottery;
import org.detente.model.Quantity;

/// Numbers of a case as its author would write them.
final class FigureWords {
    private FigureWords() {}

    /// A quantity.
    ///
    /// @param quantity the quantity
    /// @return for example `15 to 25`, `40%`, `-war-cost-iran`
    static String of(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Exact(double value, boolean percent) -> number(value, percent);
            case Quantity.Uniform(double low, double high, boolean percent) ->
                    number(low, percent) + " to " + number(high, percent);
            case Quantity.Pert(double low, double high, double likely, boolean percent) ->
                    "%s to %s, likely %s"
                            .formatted(
                                    number(low, percent),
                                    number(high, percent),
                                    number(likely, percent));
            case Quantity.Normal(double mean, double deviation) ->
                    "normal(%s, %s)".formatted(number(mean, false), number(deviation, false));
            case Quantity.Named(String assumption, boolean negated) ->
                    negated ? "-" + assumption : assumption;
        };
    }

    private static String number(double value, boolean percent) {
        BigDecimal shown = BigDecimal.valueOf(value);
        if (percent) {
            shown = shown.movePointRight(2);
        }
        String digits = shown.stripTrailingZeros().toPlainString();
        return percent ? digits + "%" : digits;
    }

    /// Several numbers, each after its name.
    ///
    /// @param figures the numbers by name; an empty name is left out
    /// @return for example `us 0.85 to 0.98; iran 0.9`
    static String of(Map<String, Figure> figures) {
        List<String> parts = new ArrayList<>();
        figures.forEach((name, figure) -> parts.add((name + " " + of(figure.quantity())).strip()));
        return String.join("; ", parts);
    }

    /// A lottery.
    ///
    /// @param lottery the lottery
    /// @return for example `war 5% to 90%; standoff rest`
    static String of(Lottery lottery) {
        List<String> parts = new ArrayList<>();
        for (Lottery.Chance chance : lottery.chances()) {
            Figure share = chance.share();
            parts.add(chance.outcome() + " " + (share == null ? "rest" : of(share.quantity())));
        }
        return String.join("; ", parts);
    }
}
