// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.Locale;

/// The form an answer is written in.
enum Format {
    /// For a terminal.
    TEXT("txt"),
    /// For programs.
    JSON("json"),
    /// For a page in a wiki.
    MARKDOWN("md"),
    /// One page that needs nothing else.
    HTML("html");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /// How files of this form end.
    ///
    /// @return the ending, without a dot
    String extension() {
        return extension;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
