// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers for readers: four significant digits, no exponent, no needless zeros. The full digits
/// are in the JSON.
final class Numbers {
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    /// Beyond these the plain form would be a row of zeros.
    private static final double PLAIN_MOST = 1e15;

    private static final double PLAIN_LEAST = 1e-9;

    private Numbers() {}

    /// A number as it is printed.
    ///
    /// @param value any number
    /// @return its digits, `0` for both zeros
    static String words(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "unknown" : value > 0 ? "unbounded" : "-unbounded";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < PLAIN_MOST && value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return size < PLAIN_MOST && size >= PLAIN_LEAST
                ? rounded.toPlainString()
                : rounded.toString();
    }
}
