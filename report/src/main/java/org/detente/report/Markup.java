// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes elements that are both HTML and well-formed XML. All words are escaped here, and only
/// here.
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> opened = new ArrayDeque<>();

    /// Opens an element.
    ///
    /// @param tag its name
    /// @param attributes names and values in turn; those with an empty value are left out
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        opened.push(tag);
        return this;
    }

    /// Closes the element opened last.
    Markup close() {
        out.append("</").append(opened.pop()).append('>');
        return this;
    }

    /// Closes the element opened last and ends the line.
    Markup closeLine() {
        return close().line();
    }

    /// An element without content.
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append(" />");
        return this;
    }

    /// An element that holds words only.
    Markup element(String tag, String words, String... attributes) {
        return open(tag, attributes).text(words).close();
    }

    /// Words.
    Markup text(String words) {
        escape(Visible.words(words));
        return this;
    }

    /// Ends the line.
    Markup line() {
        out.append('\n');
        return this;
    }

    /// Markup of our own, as it is.
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /// All that was written.
    String markup() {
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(Visible.words(attributes[i + 1]));
                out.append('"');
            }
        }
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char unit = words.charAt(i);
            switch (unit) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(unit);
            }
        }
    }
}
