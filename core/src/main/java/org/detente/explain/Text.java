// SPDX-License-Identifier: Apache-2.0
package org.detente.explain;

import java.util.ArrayList;
import java.util.List;

/// A sentence or a few, as a sequence of spans.
///
/// @param spans the runs, in reading order; spaces between them are part of the runs
public record Text(List<Span> spans) {
    /// No words.
    public static final Text EMPTY = new Text(List.of());

    /// Copies the spans.
    public Text {
        spans = List.copyOf(spans);
    }

    /// Plain words.
    ///
    /// @param words the words
    /// @return a text of one plain run
    public static Text of(String words) {
        return new Text(List.of(new Span.Plain(words)));
    }

    /// Spans in sequence.
    ///
    /// @param spans the runs
    /// @return the text
    public static Text of(Span... spans) {
        return new Text(List.of(spans));
    }

    /// Starts a text that is put together piece by piece.
    ///
    /// @return an empty writer
    public static Writer writer() {
        return new Writer();
    }

    /// What a reader reads, without marks.
    ///
    /// @return the words of all spans
    public String plainWords() {
        StringBuilder words = new StringBuilder();
        for (Span span : spans) {
            words.append(span.plainWords());
        }
        return words.toString();
    }

    /// Puts a text together.
    public static final class Writer {
        private final List<Span> spans = new ArrayList<>();

        private Writer() {}

        /// Adds plain words.
        ///
        /// @param words the words
        /// @return this writer
        public Writer plain(String words) {
            spans.add(new Span.Plain(words));
            return this;
        }

        /// Adds words that matter most.
        ///
        /// @param words the words
        /// @return this writer
        public Writer strong(String words) {
            spans.add(new Span.Strong(words));
            return this;
        }

        /// Adds a name or key of the case.
        ///
        /// @param words the name
        /// @return this writer
        public Writer code(String words) {
            spans.add(new Span.Code(words));
            return this;
        }

        /// Adds a source's words.
        ///
        /// @param words the words, without quotation marks
        /// @return this writer
        public Writer quote(String words) {
            spans.add(new Span.Quote(words));
            return this;
        }

        /// Adds a reference to a claim.
        ///
        /// @param claim the claim's id
        /// @return this writer
        public Writer claim(String claim) {
            spans.add(new Span.ClaimRef(claim));
            return this;
        }

        /// Adds a reference to a state.
        ///
        /// @param state the state's number
        /// @return this writer
        public Writer state(int state) {
            spans.add(new Span.StateRef(state));
            return this;
        }

        /// Adds a mark.
        ///
        /// @param tone how it is to be read
        /// @param words the words
        /// @return this writer
        public Writer mark(Span.Tone tone, String words) {
            spans.add(new Span.Mark(tone, words));
            return this;
        }

        /// Adds all spans of another text.
        ///
        /// @param text the text
        /// @return this writer
        public Writer text(Text text) {
            spans.addAll(text.spans());
            return this;
        }

        /// Ends the text.
        ///
        /// @return the text
        public Text done() {
            return new Text(spans);
        }
    }
}
