// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

/// How terminal text is to look. The caller knows the terminal; the renderer only obeys.
///
/// @param width columns of a line, at least 40
/// @param colour whether tones are coloured and headings bold, by ANSI sequences
/// @param ascii whether only ASCII may be written: lines are drawn with `-`, a source's words stand
///   in `<<…>>`, accents are dropped, and any other character becomes `?`
public record TextOptions(int width, boolean colour, boolean ascii) {
    /// The width when nobody says otherwise.
    public static final int DEFAULT_WIDTH = 80;

    private static final int LEAST_WIDTH = 40;

    /// Checks the width.
    ///
    /// @throws IllegalArgumentException if the width is below 40
    public TextOptions {
        if (width < LEAST_WIDTH) {
            throw new IllegalArgumentException(
                    "width is %d columns; expected at least %d".formatted(width, LEAST_WIDTH));
        }
    }

    /// Unicode text without colour, as for a file.
    ///
    /// @return the options
    public static TextOptions plain() {
        return new TextOptions(DEFAULT_WIDTH, false, false);
    }
}
