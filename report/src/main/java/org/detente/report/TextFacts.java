// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.List;
import org.detente.explain.Block;

/// Names with what there is to say of each, in two columns of terminal text.
final class TextFacts {
    private static final int MOST_NAME_WIDTH = 26;
    private static final String GAP = "  ";

    private TextFacts() {}

    /// Writes facts behind an indent; a long name stands on lines of its own.
    static void write(Canvas canvas, String indent, List<Block.Fact> facts) {
        Glyphs glyphs = canvas.glyphs();
        int most = Math.min(MOST_NAME_WIDTH, canvas.width() / 3);
        int nameWidth =
                facts.stream()
                        .mapToInt(fact -> DisplayWidth.of(glyphs.words(fact.name())))
                        .filter(width -> width <= most)
                        .max()
                        .orElse(2);
        Run next = Run.plain(indent + " ".repeat(nameWidth) + GAP);
        for (Block.Fact fact : facts) {
            String name = glyphs.words(fact.name());
            int width = DisplayWidth.of(name);
            if (width > nameWidth) {
                canvas.paragraph(indent, List.of(new Run(name, Ink.STRONG)));
                canvas.paragraph(next, next, glyphs.runs(fact.text()));
            } else {
                String padded = indent + name + " ".repeat(nameWidth - width) + GAP;
                canvas.paragraph(new Run(padded, Ink.STRONG), next, glyphs.runs(fact.text()));
            }
        }
    }
}
