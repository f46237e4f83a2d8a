// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.detente.model.Place;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// The text of a document, which can say where in it a word of a scalar stands.
final class CaseText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final boolean onlySingleChars;

    private CaseText(String text) {
        this.text = text;
        this.onlySingleChars = text.codePointCount(0, text.length()) == text.length();
    }

    /// Decodes a document, or says in the findings why it is not text.
    ///
    /// @return the text without a byte order mark, or null
    static @Nullable CaseText decode(byte[] bytes, Findings findings) {
        String text = decoded(bytes, findings);
        if (text == null) {
            return null;
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        CaseText result = new CaseText(text);
        return result.printable(findings) ? result : null;
    }

    private static @Nullable String decoded(byte[] bytes, Findings findings) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF) {
            findings.error(
                    "", new Place(1, 1), "is written as UTF-16", "Save it as UTF-8 and try again");
            return null;
        }
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            findings.error(
                    "",
                    placeAt(text, text.length()),
                    "is not UTF-8 text: byte %02X cannot stand here"
                            .formatted(bytes[in.position()]),
                    "Save the file as UTF-8 and try again");
            return null;
        }
        return text;
    }

    private boolean printable(Findings findings) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                findings.error(
                        "",
                        placeAt(text, i),
                        "holds the character U+%04X, which cannot be seen".formatted(c),
                        "Remove it");
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    /// The whole text.
    String text() {
        return text;
    }

    /// A line of the text, without its end.
    ///
    /// @param number counted from 1
    /// @return the line, empty where there is none
    String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }

    /// Where a character of a scalar's content stands.
    ///
    /// Counts the characters that are not white space, so that it need not know how lines are
    /// folded.
    ///
    /// @param scalar a scalar of this document
    /// @param offset a position in its content, in code points
    Place placeIn(YamlNode.Scalar scalar, int offset) {
        int[] content = scalar.text().codePoints().toArray();
        int wanted = 0;
        for (int i = 0; i < Math.min(offset, content.length); i++) {
            if (!Character.isWhitespace(content[i])) {
                wanted++;
            }
        }
        int start = index(scalar.startIndex());
        int end = text.offsetByCodePoints(start, scalar.endIndex() - scalar.startIndex());
        int at = afterOpening(start, end);
        char quote = start < end ? text.charAt(start) : ' ';
        for (int passed = 0; at < end; ) {
            boolean space = Character.isWhitespace(text.codePointAt(at));
            if (!space && passed == wanted) {
                break;
            }
            int next = afterOne(at, end, quote);
            if (!space && !isEscapedSpace(at, next, quote)) {
                passed++;
            }
            at = next;
        }
        return placeAt(text, start, scalar.place(), Math.min(at, end));
    }

    private int index(int codePointIndex) {
        return onlySingleChars ? codePointIndex : text.offsetByCodePoints(0, codePointIndex);
    }

    /// Past a quote, or past the line that opens a block.
    private int afterOpening(int start, int end) {
        if (start == end) {
            return start;
        }
        return switch (text.charAt(start)) {
            case '\'', '"' -> start + 1;
            case '|', '>' -> {
                int line = text.indexOf('\n', start);
                yield line < 0 || line > end ? start : line;
            }
            default -> start;
        };
    }

    private int afterOne(int at, int end, char quote) {
        char c = text.charAt(at);
        int length = Character.charCount(text.codePointAt(at));
        if (quote == '\'' && c == '\'') {
            length = 2;
        } else if (quote == '"' && c == '\\' && at + 1 < end) {
            length =
                    switch (text.charAt(at + 1)) {
                        case 'x' -> 4;
                        case 'u' -> 6;
                        case 'U' -> 10;
                        default -> 2;
                    };
        }
        return Math.min(at + length, end);
    }

    private boolean isEscapedSpace(int at, int next, char quote) {
        return quote == '"'
                && next - at == 2
                && text.charAt(at) == '\\'
                && " \tntr\r\n".indexOf(text.charAt(at + 1)) >= 0;
    }

    private static Place placeAt(String text, int index) {
        return placeAt(text, 0, new Place(1, 1), index);
    }

    private static Place placeAt(String text, int start, Place startPlace, int index) {
        int line = startPlace.line();
        int column = startPlace.column();
        for (int i = start; i < index; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' || (c == '\r' && !(i < text.length() && text.charAt(i) == '\n'))) {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Place(line, column);
    }
}
