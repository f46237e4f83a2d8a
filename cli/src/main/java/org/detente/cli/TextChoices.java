// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import org.detente.report.TextOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a command's own remarks look on standard output.
final class TextChoices {
    private static final int LEAST_WIDTH = 40;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Columns of a line of text (default: the terminal's, else 80).")
    private @Nullable Integer width;

    /// How text is to look.
    ///
    /// @param terminal the process's streams
    /// @return the options
    /// @throws InputError if the width is too small
    TextOptions options(Terminal terminal) {
        if (width != null && width < LEAST_WIDTH) {
            throw new InputError(
                    "--width must be at least %d; got %d.".formatted(LEAST_WIDTH, width));
        }
        int columns = width == null ? Math.max(LEAST_WIDTH, terminal.width()) : width;
        return new TextOptions(columns, terminal.outIsColoured(), terminal.outIsAscii());
    }
}
