// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayList;
import java.util.List;

/// How wide words become in a figure, for fonts nobody knows in advance.
///
/// The widths are those of a wide sans serif face, so that in others there is room to spare.
final class SvgFont {
    private static final double WIDE = 1.05;
    private static final double CAPITAL = 0.72;
    private static final double USUAL = 0.64;
    private static final String NARROW = "ijlI.,:;'|![]()frt ";
    private static final double NARROW_WIDTH = 0.4;
    private static final String BROAD = "mwMW%@—…+<>=~#";
    private static final double BROAD_WIDTH = 1.0;

    /// How much wider bold letters are.
    static final double BOLD = 1.15;

    private SvgFont() {}

    /// The width of words.
    ///
    /// @param words the words
    /// @param size the font's size in units of the figure
    /// @return units of the figure
    static double width(String words, double size) {
        return words.codePoints().mapToDouble(SvgFont::em).sum() * size;
    }

    private static double em(int point) {
        int columns = DisplayWidth.of(point);
        if (columns != 1) {
            return columns == 0 ? 0 : WIDE;
        }
        if (NARROW.indexOf(point) >= 0) {
            return NARROW_WIDTH;
        }
        if (BROAD.indexOf(point) >= 0) {
            return BROAD_WIDTH;
        }
        return Character.isUpperCase(point) ? CAPITAL : USUAL;
    }

    /// The words, cut with an ellipsis if they are wider than the room.
    static String cut(String words, double room, double size) {
        if (width(words, size) <= room) {
            return words;
        }
        StringBuilder cut = new StringBuilder();
        double used = em('…') * size;
        for (int point : words.codePoints().toArray()) {
            used += em(point) * size;
            if (used > room) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut.toString().stripTrailing() + "…";
    }

    /// The words in lines; what does not fit the last line is cut with an ellipsis.
    ///
    /// @param most how many lines, at least 1
    static List<String> wrap(String words, double room, double size, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Visible.words(words).strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || lines.size() == most - 1 || width(longer, size) <= room) {
                line.setLength(0);
                line.append(longer);
            } else {
                lines.add(cut(line.toString(), room, size));
                line.setLength(0);
                line.append(word);
            }
        }
        lines.add(cut(line.toString(), room, size));
        return lines;
    }
}
