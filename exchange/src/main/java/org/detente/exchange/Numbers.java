// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers of other tools' files, exactly.
final class Numbers {
    /// The largest number a case can hold.
    static final double LARGEST = 1e15;

    private static final java.util.regex.Pattern DECIMAL =
            java.util.regex.Pattern.compile(
                    "[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

    private Numbers() {}

    /// The number that a text is, or NaN if it is none, or one too large to reckon with.
    static double parse(String text) {
        BigDecimal exact = exact(text);
        return exact == null ? Double.NaN : exact.doubleValue() + 0.0;
    }

    /// The number that a text is, or null if it is none, or one too large to reckon with.
    static @Nullable BigDecimal exact(String text) {
        String stripped = text.strip();
        if (stripped.length() > 400 || !DECIMAL.matcher(stripped).matches()) {
            return null;
        }
        BigDecimal exact = new BigDecimal(stripped);
        return Math.abs(exact.doubleValue()) > LARGEST ? null : exact;
    }

    /// The shortest digits that read back as the same number, without an exponent where that stays
    /// readable.
    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        boolean readable = exact.scale() <= 20 && exact.precision() - exact.scale() <= 20;
        return readable ? exact.toPlainString() : Double.toString(value);
    }
}
