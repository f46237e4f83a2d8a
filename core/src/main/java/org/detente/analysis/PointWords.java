// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.Locale;

/// Points, shares and names in a row as words, shared by all that speaks of packages.
public final class PointWords {
    private PointWords() {}

    /// Points, short enough to read and long enough to tell apart.
    ///
    /// @param points a number of points
    /// @return for example `1,204`, `12.5`, `−0.25`
    public static String points(double points) {
        double size = Math.abs(points);
        String text =
                String.format(
                        Locale.ROOT,
                        size >= 1000
                                ? "%,.0f"
                                : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f",
                        size);
        if (text.contains(".")) {
            text = text.replaceFirst("\\.?0+$", "");
        }
        if (text.equals("0") && size > 0) {
            text = size < 0.01 ? String.format(Locale.ROOT, "%.1e", size) : text;
        }
        return (points < 0 && !text.equals("0") ? "−" : "") + text;
    }

    /// Points with their sign.
    ///
    /// @param points a number of points
    /// @return for example `+12.5`, `−3`, `0`
    public static String signed(double points) {
        return points > 0 ? "+" + points(points) : points(points);
    }

    /// A share in percent.
    ///
    /// @param share 0..1; what lies outside is shown as the nearer end
    /// @return for example `12 %`, `less than 1 %`, `more than 99 %`
    public static String percent(double share) {
        if (share <= 0 || share >= 1) {
            return share <= 0 ? "0 %" : "100 %";
        }
        if (share < 0.01) {
            return "less than 1 %";
        }
        return share > 0.99 ? "more than 99 %" : Math.round(100 * share) + " %";
    }
}
