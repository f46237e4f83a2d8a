// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

/// Words in one ink.
///
/// @param words the words, safe to print
/// @param ink their ink
record Run(String words, Ink ink) {
    /// Words without looks.
    static Run plain(String words) {
        return new Run(words, Ink.PLAIN);
    }

    /// The columns it takes.
    int width() {
        return DisplayWidth.of(words);
    }
}
