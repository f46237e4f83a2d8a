// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.report.JsonRenderer;
import org.detente.report.TextOptions;
import org.detente.report.TextRenderer;

/// Writes a page, or the data behind it, in the form that was asked for.
final class AnswerWriter {
    private AnswerWriter() {}

    /// Writes an answer in the form and to the place that the options name.
    ///
    /// @param show the options
    /// @param terminal the process's streams
    /// @param destination where to
    /// @param page the answer for readers
    /// @param data the answer for programs
    /// @throws IOException if writing fails
    static void write(
            ShowChoices show,
            Terminal terminal,
            Destination destination,
            Explanation page,
            Data.Fields data)
            throws IOException {
        switch (show.format()) {
            case TEXT -> text(show.textOptions(terminal), terminal, destination, page);
            case JSON -> destination.write(out -> JsonRenderer.write(data, out));
            case MARKDOWN, HTML -> throw new InputError("not yet");
        }
    }

    private static void text(
            TextOptions options, Terminal terminal, Destination destination, Explanation page)
            throws IOException {
        String text = new TextRenderer(options).render(page);
        destination.write(out ->
                out.write(
                        text.getBytes(
                                destination.isStandardOutput()
                                        ? terminal.outCharset()
                                        : StandardCharsets.UTF_8)));
    }
}
