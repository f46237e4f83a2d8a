// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import org.detente.model.Place;

/// The words of a Gambit strategic game file, one after the other: braces, texts in quotes, and
/// bare words, which numbers are. Commas count as spaces, `//` and `#` at the start of a word begin
/// a comment.
final class NfgTokens {
    /// What a word is.
    enum Kind {
        /// `{`
        OPEN,
        /// `}`
        CLOSE,
        /// A text in quotes.
        TEXT,
        /// A bare word or a number.
        WORD,
        /// Nothing is left.
        END
    }

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;
    private Kind kind = Kind.END;
    private String value = "";
    private Place place = new Place(1, 1);

    NfgTokens(String text) {
        this.text = text;
        next();
    }

    Kind kind() {
        return kind;
    }

    /// The content of a text or word.
    String value() {
        return value;
    }

    Place place() {
        return place;
    }

    /// Goes to the next word.
    void next() {
        skip();
        place = new Place(line, at - lineStart + 1);
        value = "";
        if (at >= text.length()) {
            kind = Kind.END;
            return;
        }
        switch (text.charAt(at)) {
            case '{' -> {
                kind = Kind.OPEN;
                at++;
            }
            case '}' -> {
                kind = Kind.CLOSE;
                at++;
            }
            case '"' -> {
                kind = Kind.TEXT;
                quoted();
            }
            default -> {
                kind = Kind.WORD;
                int start = at;
                while (at < text.length() && " \t\r\n\f\u000B{},\"".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                value = text.substring(start, at);
            }
        }
    }

    private void quoted() {
        StringBuilder words = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at++;
                c = '"';
            }
            words.append(c);
            step();
        }
        at = Math.min(text.length(), at + 1);
        value = words.toString();
    }

    private void step() {
        if (text.charAt(at) == '\n') {
            line++;
            lineStart = at + 1;
        }
        at++;
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || text.startsWith("//", at)) {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (Character.isWhitespace(c) || c == ',' || c == '\uFEFF') {
                step();
            } else {
                return;
            }
        }
    }
}
