// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of another tool: its name as the user gave it, and its bytes.
///
/// Text is UTF-8, or UTF-16 with its mark, or what an XML declaration names; bytes that are none of
/// these are read as Windows-1252, in which every tool's older files are at least legible.
public final class ForeignFile {
    /// The largest file that is read, in bytes: 64 MiB.
    public static final int MOST_BYTES = 64 << 20;

    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final int DECLARATION_LENGTH = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private final String name;
    private final byte[] bytes;
    private final String text;

    /// A file.
    ///
    /// @param name as the user gave it
    /// @param bytes its content
    public ForeignFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
        this.text = isZip() ? "" : decoded(this.bytes);
    }

    /// The name as the user gave it.
    ///
    /// @return a path or a name
    public String name() {
        return name;
    }

    /// The file's own name without its folders.
    ///
    /// @return a name for a table
    String shortName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /// The file's own name without folders and ending, for what has no name inside the file.
    ///
    /// @return a name, `case` where nothing is left
    public String stem() {
        String last = shortName();
        int dot = last.lastIndexOf('.');
        String stem = Words.line(dot > 0 ? last.substring(0, dot) : last);
        return stem.isEmpty() ? "case" : stem;
    }

    /// The content.
    ///
    /// @return a copy of the bytes
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The content as text, without a byte order mark; empty for an archive.
    ///
    /// @return the text
    public String text() {
        return text;
    }

    /// Whether the bytes begin like a zip archive, which a workbook is.
    ///
    /// @return true for PK and its two marks
    boolean isZip() {
        return bytes.length > 3
                && bytes[0] == 'P'
                && bytes[1] == 'K'
                && (bytes[2] == 3 || bytes[2] == 5);
    }

    /// Whether the text begins with one of some characters, spaces and comments of JSON aside.
    boolean beginsWith(String characters) {
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    }

    private static String decoded(byte[] bytes) {
        int size = bytes.length;
        if (size >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB) {
            return new String(bytes, 3, size - 3, StandardCharsets.UTF_8);
        }
        if (size >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new String(bytes, 2, size - 2, StandardCharsets.UTF_16BE);
        }
        if (size >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, 2, size - 2, StandardCharsets.UTF_16LE);
        }
        String strict = strictly(bytes, StandardCharsets.UTF_8);
        if (strict != null) {
            return strict;
        }
        String start =
                new String(
                        bytes, 0, Math.min(size, DECLARATION_LENGTH), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start);
        if (declared.find()) {
            try {
                return new String(bytes, Charset.forName(declared.group(1)));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
                return new String(bytes, FALLBACK);
            }
        }
        return new String(bytes, FALLBACK);
    }

    private static @org.jspecify.annotations.Nullable String strictly(
            byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }
}
