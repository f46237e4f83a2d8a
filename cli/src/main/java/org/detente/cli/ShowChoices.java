// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import org.detente.analysis.ListLimit;
import org.detente.report.TextOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say how an answer is written.
final class ShowChoices {
    private static final long DEFAULT_TEXT_LIMIT = 20;
    private static final int LEAST_WIDTH = 20;

    /// When to use colours.
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "text (default), json or markdown.")
    private Format format = Format.TEXT;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE|DIR",
            description =
                    "Write to this file, or into this folder under the case's name; the file is there"
                            + " whole or not at all.")
    private @Nullable String out;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description =
                    "Cut printed lists to N entries (default: 20 in text, none in json). Counts and"
                            + " the exit code stay.")
    private @Nullable Long limit;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Columns of a line of text (default: the terminal's, else 80).")
    private @Nullable Integer width;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "auto (default), always or never.")
    private Colour colour = Colour.AUTO;

    private boolean takesHtml;

    /// Lets a page be asked for too.
    void takeHtml() {
        takesHtml = true;
    }

    /// The form of the answer.
    ///
    /// @return text, JSON or Markdown
    /// @throws InputError if it is a form for reports only
    Format format() {
        if (format == Format.HTML && !takesHtml) {
            throw new InputError(
                    "--format html is for 'detente report'. Choose text, json or markdown.");
        }
        return format;
    }

    /// How long printed lists may get.
    ///
    /// @return the limit
    /// @throws InputError if it is negative
    ListLimit limit() {
        if (limit == null) {
            return format == Format.JSON ? ListLimit.NONE : new ListLimit(DEFAULT_TEXT_LIMIT);
        }
        if (limit < 0) {
            throw new InputError("--limit must be at least 0; got %d.".formatted(limit));
        }
        return new ListLimit(limit);
    }

    /// Where the answer goes.
    ///
    /// @param terminal the process's streams
    /// @param name the file's name without its ending, if a folder was given
    /// @return the destination
    Destination destination(Terminal terminal, String name) {
        return Destination.of(terminal, out, name + "." + format().extension());
    }

    /// How text is to look.
    ///
    /// @param terminal the process's streams
    /// @return the terminal's width and characters, or those of a file
    /// @throws InputError if the width is too small
    TextOptions textOptions(Terminal terminal) {
        if (width != null && width < LEAST_WIDTH) {
            throw new InputError(
                    "--width must be at least %d; got %d.".formatted(LEAST_WIDTH, width));
        }
        boolean toFile = out != null;
        int columns = toFile ? TextOptions.DEFAULT_WIDTH : terminal.width();
        boolean coloured =
                switch (colour) {
                    case AUTO -> !toFile && terminal.outIsColoured();
                    case ALWAYS -> true;
                    case NEVER -> false;
                };
        return new TextOptions(
                width == null ? columns : width, coloured, !toFile && terminal.outIsAscii());
    }
}
