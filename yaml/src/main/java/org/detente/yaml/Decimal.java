// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.math.BigDecimal;

/// Numbers as a case writes them: the shortest digits that read back as the same number.
final class Decimal {
    private Decimal() {}

    static String of(double value) {
        return plain(new BigDecimal(Double.toString(value)));
    }

    /// A share as a percentage, without the sign.
    static String hundredfold(double share) {
        return plain(new BigDecimal(Double.toString(share)).movePointRight(2));
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        boolean readable = Math.abs(stripped.precision() - stripped.scale()) <= 20;
        return readable && stripped.scale() <= 20
                ? stripped.toPlainString()
                : stripped.toString().replace("E+", "E");
    }
}
