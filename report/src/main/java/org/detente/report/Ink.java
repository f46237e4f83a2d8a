// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import org.detente.explain.Span;

/// What a run of terminal text is, from which its looks follow. Only tones have a colour.
enum Ink {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    MIXED("33"),
    BAD("31"),
    ASSUMED("36"),
    CONTESTED("35");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /// The ink of a tone.
    static Ink of(Span.Tone tone) {
        return switch (tone) {
            case GOOD -> GOOD;
            case MIXED -> MIXED;
            case BAD -> BAD;
            case ASSUMED -> ASSUMED;
            case CONTESTED -> CONTESTED;
            case NEUTRAL -> PLAIN;
        };
    }

    /// Writes words in this ink.
    void write(StringBuilder out, String words, boolean colour) {
        if (colour && !code.isEmpty()) {
            out.append("\u001b[").append(code).append('m').append(words).append("\u001b[0m");
        } else {
            out.append(words);
        }
    }
}
