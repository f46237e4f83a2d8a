// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import org.jline.utils.WCWidth;

/// How many columns of a terminal words take: two for wide East Asian characters and most
/// pictographs, none for combining marks and joiners.
final class DisplayWidth {
    private DisplayWidth() {}

    /// The columns of a whole text.
    ///
    /// @param words words without control characters
    /// @return columns
    static int of(String words) {
        int columns = 0;
        int length = words.length();
        for (int i = 0; i < length; i++) {
            char unit = words.charAt(i);
            if (unit >= ' ' && unit < 0x7F) {
                columns++;
            } else {
                int point = words.codePointAt(i);
                columns += of(point);
                i += Character.charCount(point) - 1;
            }
        }
        return columns;
    }

    /// The columns of one character.
    ///
    /// @param point a code point
    /// @return 0, 1 or 2
    static int of(int point) {
        return Math.max(0, WCWidth.wcwidth(point));
    }
}
