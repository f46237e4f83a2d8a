// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/// Writes what could steer a terminal, or hide in a line, by its number. The value stays the same.
final class VisibleEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int point) {
        boolean pairHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean lineEnd = point == 0x2028 || point == 0x2029;
        return lineEnd || (Visible.isHidden(point) && !pairHalf)
                ? new SerializedString("\\u%04X".formatted(point))
                : null;
    }
}
