// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.report.HtmlRenderer;
import org.detente.report.JsonRenderer;
import org.detente.report.MarkdownRenderer;
import org.detente.report.Page;
import org.detente.report.TextRenderer;

/// Writes answers in the form and to the place that the user chose.
///
/// @param show the form
/// @param terminal the process's streams
/// @param destination the place
record AnswerWriter(ShowChoices show, Terminal terminal, Destination destination) {
    /// Gets ready to write, before there is an answer.
    ///
    /// @param show the options
    /// @param terminal the process's streams
    /// @param name the file's name without its ending, if a folder was given
    /// @return the writer
    /// @throws InputError if the options make no sense or nothing can be written there
    static AnswerWriter of(ShowChoices show, Terminal terminal, String name) {
        show.limit();
        show.textOptions(terminal);
        return new AnswerWriter(show, terminal, show.destination(terminal, name));
    }

    /// Writes what there is to say of a case.
    ///
    /// @param page the answer for readers
    /// @param data the answer for programs
    /// @throws IOException if writing fails
    void write(Page page, Data.Fields data) throws IOException {
        switch (show.format()) {
            case TEXT -> text(new TextRenderer(show.textOptions(terminal)).render(page));
            case JSON -> destination.write(out -> JsonRenderer.write(data, out));
            case MARKDOWN -> document(MarkdownRenderer.render(page), destination);
            case HTML -> document(HtmlRenderer.render(page), destination);
        }
    }

    /// Writes a list that is about no case.
    ///
    /// @param list the list for readers
    /// @param data the list for programs
    /// @throws IOException if writing fails
    void write(Explanation list, Data.Fields data) throws IOException {
        switch (show.format()) {
            case TEXT -> text(new TextRenderer(show.textOptions(terminal)).render(list));
            case JSON -> destination.write(out -> JsonRenderer.write(data, out));
            case MARKDOWN, HTML -> document(MarkdownRenderer.render(list), destination);
        }
    }

    private void text(String words) throws IOException {
        Charset charset =
                destination.isStandardOutput() ? terminal.outCharset() : StandardCharsets.UTF_8;
        destination.write(out -> out.write(words.getBytes(charset)));
    }

    /// Writes a document as UTF-8.
    ///
    /// @param words the document
    /// @param destination where to
    /// @throws IOException if writing fails
    static void document(String words, Destination destination) throws IOException {
        destination.write(out -> out.write(words.getBytes(StandardCharsets.UTF_8)));
    }
}
