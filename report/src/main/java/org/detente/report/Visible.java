// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

/// Words without characters that steer a terminal, reorder a line or hide in it.
///
/// Such a character is shown by its number, as `[U+001B]`, so that a reader sees that it was there.
/// Tabs and line ends become spaces. Joiners and the implicit direction marks, which Persian and
/// Arabic need, are kept.
final class Visible {
    private Visible() {}

    /// The words as they may be shown.
    ///
    /// @param raw words of any origin
    /// @return the same words if nothing in them had to be shown by its number
    static String words(String raw) {
        int length = raw.length();
        for (int i = 0; i < length; i += Character.charCount(raw.codePointAt(i))) {
            int point = raw.codePointAt(i);
            if (isHidden(point) || isLineEnd(point)) {
                return rewritten(raw, i);
            }
        }
        return raw;
    }

    private static String rewritten(String raw, int from) {
        StringBuilder words = new StringBuilder(raw.length() + 16).append(raw, 0, from);
        raw.codePoints()
                .skip(raw.codePointCount(0, from))
                .forEach(point -> {
                    if (isLineEnd(point)) {
                        words.append(' ');
                    } else if (isHidden(point)) {
                        words.append("[U+%04X]".formatted(point));
                    } else {
                        words.appendCodePoint(point);
                    }
                });
        return words.toString();
    }

    private static boolean isLineEnd(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point == 0x2028
                || point == 0x2029;
    }

    /// Whether a character must not reach a terminal or a page as it is.
    ///
    /// @param point a code point; a lone half of a pair counts as hidden
    /// @return true for controls, explicit direction changes, tags and what is no character
    static boolean isHidden(int point) {
        return Character.isISOControl(point)
                || isDirectionChange(point)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || point == 0xFEFF
                || (point >= 0xFFF0 && point <= 0xFFFB)
                || (point >= 0xFDD0 && point <= 0xFDEF)
                || (point & 0xFFFE) == 0xFFFE
                || (point >= 0xE0000 && point <= 0xE0FFF && !isVariation(point));
    }

    /// Whether a character sets the direction of what follows, or ends that.
    ///
    /// @param point a code point
    /// @return true for embeddings, overrides and isolates
    static boolean isDirectionChange(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x206F);
    }

    private static boolean isVariation(int point) {
        return point >= 0xE0100 && point <= 0xE01EF;
    }
}
