// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayList;
import java.util.List;

/// The terminal text written so far, and the ways to add a line to it.
final class Canvas {
    private final StringBuilder out = new StringBuilder();
    private final TextOptions options;
    private final Glyphs glyphs;

    Canvas(TextOptions options) {
        this.options = options;
        this.glyphs = Glyphs.of(options.ascii());
    }

    Glyphs glyphs() {
        return glyphs;
    }

    int width() {
        return options.width();
    }

    /// Writes one line as it is.
    void line(List<Run> runs) {
        int start = out.length();
        for (Run run : runs) {
            run.ink().write(out, run.words(), options.colour());
        }
        int end = out.length();
        while (end > start && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        out.append('\n');
    }

    /// Writes one line of plain words.
    void line(String words) {
        line(List.of(Run.plain(words)));
    }

    /// Writes an empty line, unless one stands there or nothing has been written.
    void gap() {
        int end = out.length();
        if (end > 0 && !(end >= 2 && out.charAt(end - 2) == '\n')) {
            out.append('\n');
        }
    }

    /// Writes runs as wrapped lines.
    ///
    /// @param first what stands before the first line
    /// @param next what stands before the others, as wide as the first
    void paragraph(Run first, Run next, List<Run> runs) {
        int room = Math.max(1, width() - first.width());
        boolean firstLine = true;
        for (List<Run> line : Wrap.lines(runs, room, false)) {
            line(prefixed(firstLine ? first : next, line));
            firstLine = false;
        }
    }

    /// Writes runs as wrapped lines behind an indent.
    void paragraph(String indent, List<Run> runs) {
        paragraph(Run.plain(indent), Run.plain(indent), runs);
    }

    /// Writes runs as wrapped lines, all but the first indented by the width of what precedes it.
    void hanging(String first, List<Run> runs) {
        paragraph(Run.plain(first), Run.plain(" ".repeat(DisplayWidth.of(first))), runs);
    }

    /// All that was written.
    String text() {
        return out.toString();
    }

    private static List<Run> prefixed(Run prefix, List<Run> line) {
        if (prefix.words().isEmpty()) {
            return line;
        }
        List<Run> runs = new ArrayList<>(line.size() + 1);
        runs.add(prefix);
        runs.addAll(line);
        return runs;
    }
}
