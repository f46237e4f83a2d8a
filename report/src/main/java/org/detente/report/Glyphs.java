// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// The signs terminal text is drawn with, and the way words become printable with them.
///
/// @param ascii whether only ASCII may be written
/// @param openQuote before a source's words
/// @param closeQuote after a source's words
/// @param bullet before an item
/// @param heavyRule below a title
/// @param rule below a heading, and between levels
/// @param bar before a finding
/// @param dash before a speaker
/// @param arrow from a node to another
/// @param up can only be raised
/// @param down can only be lowered
/// @param fixed cannot be moved
record Glyphs(
        boolean ascii,
        String openQuote,
        String closeQuote,
        String bullet,
        String heavyRule,
        String rule,
        String bar,
        String dash,
        String arrow,
        String up,
        String down,
        String fixed) {
    private static final Glyphs UNICODE =
            new Glyphs(false, "“", "”", "•", "═", "─", "▌", "—", "→", "▲", "▼", "■");
    private static final Glyphs ASCII =
            new Glyphs(true, "<<", ">>", "*", "=", "-", "|", "--", "->", "^", "v", "#");

    static Glyphs of(boolean ascii) {
        return ascii ? ASCII : UNICODE;
    }

    /// Words as they may be printed.
    String words(String raw) {
        String visible = Visible.words(raw);
        return ascii ? asciiOnly(visible) : visible;
    }

    /// The runs of a text.
    List<Run> runs(Text text) {
        List<Run> runs = new ArrayList<>();
        for (Span span : text.spans()) {
            runs.add(
                    switch (span) {
                        case Span.Plain(String words) -> Run.plain(words(words));
                        case Span.Strong(String words) -> new Run(words(words), Ink.STRONG);
                        case Span.Code(String words) -> Run.plain(words(words));
                        case Span.Quote(String words) -> Run.plain(quoted(words));
                        case Span.ClaimRef(String claim) ->
                                new Run("[" + words(claim) + "]", Ink.FAINT);
                        case Span.StateRef(int state) -> Run.plain(Integer.toString(state));
                        case Span.Mark(Span.Tone tone, String words) ->
                                new Run(words(words), Ink.of(tone));
                    });
        }
        return runs;
    }

    /// A source's words between quotation marks.
    String quoted(String raw) {
        return openQuote + words(raw).strip() + closeQuote;
    }

    private static String asciiOnly(String words) {
        if (words.chars().allMatch(unit -> unit < 0x80)) {
            return words;
        }
        StringBuilder out = new StringBuilder(words.length());
        Normalizer.normalize(words, Normalizer.Form.NFKD)
                .codePoints()
                .forEach(point -> appendAscii(out, point));
        return out.toString();
    }

    private static void appendAscii(StringBuilder out, int point) {
        if (point < 0x80) {
            out.appendCodePoint(point);
            return;
        }
        switch (point) {
            case '“', '«' -> out.append("<<");
            case '”', '»' -> out.append(">>");
            case '‘', '’', '′' -> out.append('\'');
            case '–', '−', '‐', '‑' -> out.append('-');
            case '—' -> out.append("--");
            case '→' -> out.append("->");
            case '≤' -> out.append("<=");
            case '≥' -> out.append(">=");
            case '×' -> out.append('x');
            case '·', '•' -> out.append('*');
            case '✓' -> out.append('+');
            case '✗' -> out.append('x');
            default -> {
                if (DisplayWidth.of(point) > 0) {
                    out.append("?".repeat(DisplayWidth.of(point)));
                }
            }
        }
    }
}
