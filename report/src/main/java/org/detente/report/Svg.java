// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.Locale;

/// Writes the elements of one figure.
final class Svg {
    private final Markup markup;

    Svg(Markup markup) {
        this.markup = markup;
    }

    /// Opens the figure with its title and what it tells, for those who do not see it.
    void open(String id, double width, double height, String title, String description) {
        String size = units(width) + " " + units(height);
        markup.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + size,
                "width",
                units(width),
                "height",
                units(height),
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc");
        String name = title.isBlank() ? "Figure" : title;
        markup.line().element("title", name, "id", id + "-title");
        markup.element("desc", description, "id", id + "-desc").line();
    }

    /// Closes the figure.
    void close() {
        markup.closeLine();
    }

    /// Words at a place.
    void text(double x, double y, String style, String words) {
        markup.element("text", words, "x", units(x), "y", units(y), "class", style).line();
    }

    /// Words at a place, with the full words where they were cut.
    void text(double x, double y, String style, String shown, String full) {
        if (shown.equals(full)) {
            text(x, y, style, shown);
            return;
        }
        markup.open("text", "x", units(x), "y", units(y), "class", style).text(shown);
        markup.element("title", full).closeLine();
    }

    /// A box with rounded corners.
    void box(double x, double y, double width, double height, double radius, String style) {
        markup.empty(
                        "rect",
                        "x",
                        units(x),
                        "y",
                        units(y),
                        "width",
                        units(width),
                        "height",
                        units(height),
                        "rx",
                        units(radius),
                        "class",
                        style)
                .line();
    }

    /// A straight line.
    void line(double x1, double y1, double x2, double y2, String style) {
        path("M%s %sL%s %s".formatted(units(x1), units(y1), units(x2), units(y2)), style);
    }

    /// A path.
    void path(String path, String style) {
        markup.empty("path", "d", path, "class", style).line();
    }

    /// A circle.
    void circle(double x, double y, double radius, String style) {
        markup.empty("circle", "cx", units(x), "cy", units(y), "r", units(radius), "class", style)
                .line();
    }

    /// An arrowhead with its tip at a place.
    ///
    /// @param dx where it points, horizontally: -1, 0 or 1
    /// @param dy where it points, vertically: -1, 0 or 1
    void head(double x, double y, int dx, int dy, String style) {
        double baseX = x - 7.0 * dx;
        double baseY = y - 7.0 * dy;
        path(
                "M%s %sL%s %sL%s %sZ"
                        .formatted(
                                units(x),
                                units(y),
                                units(baseX + 3.8 * dy),
                                units(baseY + 3.8 * dx),
                                units(baseX - 3.8 * dy),
                                units(baseY - 3.8 * dx)),
                style);
    }

    /// A length with at most one decimal.
    static String units(double length) {
        String words = String.format(Locale.ROOT, "%.1f", length);
        String whole = words.endsWith(".0") ? words.substring(0, words.length() - 2) : words;
        return whole.equals("-0") ? "0" : whole;
    }
}
