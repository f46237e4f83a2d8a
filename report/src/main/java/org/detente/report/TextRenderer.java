// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.List;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.explain.Text;

/// Writes explanations as text for a terminal.
///
/// Lines are at most as wide as the options say, unless a single word is wider. Control characters
/// of a case never reach the terminal. A source's words stand in “…”, in ASCII in `<<…>>`.
///
/// ```java
/// System.out.print(new TextRenderer(TextOptions.plain()).render(explanation));
/// ```
public final class TextRenderer {
    private static final String INDENT = "  ";
    private static final int RULED_LEVELS = 2;

    private final TextOptions options;

    /// A renderer with fixed options.
    ///
    /// @param options how the text is to look
    public TextRenderer(TextOptions options) {
        this.options = options;
    }

    /// Writes one explanation.
    ///
    /// @param explanation what is explained
    /// @return the text, ending with a line end
    public String render(Explanation explanation) {
        Canvas canvas = new Canvas(options);
        heading(canvas, 1, explanation.title());
        blocks(canvas, 2, explanation.blocks());
        return canvas.text();
    }

    /// Writes a document.
    ///
    /// @param page the document
    /// @return the text, ending with a line end
    public String render(Page page) {
        Canvas canvas = new Canvas(options);
        Glyphs glyphs = canvas.glyphs();
        if (!page.marking().isBlank()) {
            canvas.paragraph("", List.of(new Run(glyphs.words(page.marking()), Ink.STRONG)));
        }
        heading(canvas, 1, page.title());
        if (!page.subtitle().isBlank()) {
            canvas.paragraph("", List.of(Run.plain(glyphs.words(page.subtitle()))));
        }
        if (!page.facts().isEmpty()) {
            canvas.gap();
            TextFacts.write(canvas, "", page.facts());
        }
        for (Explanation part : page.parts()) {
            heading(canvas, 2, part.title());
            blocks(canvas, 3, part.blocks());
        }
        return canvas.text();
    }

    private static void heading(Canvas canvas, int level, String title) {
        Glyphs glyphs = canvas.glyphs();
        String words = glyphs.words(title);
        canvas.gap();
        if (level > RULED_LEVELS) {
            String sign =
                    switch (level) {
                        case 3 -> glyphs.heavyRule().repeat(2);
                        case 4 -> glyphs.rule().repeat(2);
                        default -> glyphs.rule();
                    };
            canvas.hanging(sign + " ", List.of(new Run(words, Ink.STRONG)));
            return;
        }
        List<List<Run>> lines =
                Wrap.lines(List.of(new Run(words, Ink.STRONG)), canvas.width(), false);
        lines.forEach(canvas::line);
        int widest = lines.stream().mapToInt(Wrap::width).max().orElse(0);
        String rule = level == 1 ? glyphs.heavyRule() : glyphs.rule();
        canvas.line(rule.repeat(Math.min(widest, canvas.width())));
    }

    private static void blocks(Canvas canvas, int level, List<Block> blocks) {
        boolean afterFinding = false;
        for (Block block : blocks) {
            boolean finding = block instanceof Block.Finding;
            if (!(finding && afterFinding)) {
                canvas.gap();
            }
            block(canvas, level, block);
            afterFinding = finding;
        }
    }

    private static void block(Canvas canvas, int level, Block block) {
        switch (block) {
            case Block.Section(String title, List<Block> inside) -> {
                heading(canvas, level, title);
                blocks(canvas, level + 1, inside);
            }
            case Block.Finding finding -> finding(canvas, finding);
            case Block.Paragraph(Text text) -> canvas.paragraph("", canvas.glyphs().runs(text));
            case Block.Items items -> items(canvas, items);
            case Block.Facts(List<Block.Fact> facts) -> TextFacts.write(canvas, "", facts);
            case Block.Quotation quotation -> quotation(canvas, quotation);
            case Block.Note note -> note(canvas, note);
            case Block.Table table -> TextTable.write(canvas, table);
            case Block.Ladders ladders -> TextFigures.ladders(canvas, ladders);
            case Block.Graph graph -> TextFigures.graph(canvas, graph);
            case Block.Timeline timeline -> TextTable.write(canvas, Labels.table(timeline));
            case Block.Series series -> TextFigures.series(canvas, series);
        }
    }

    private static void finding(Canvas canvas, Block.Finding finding) {
        Run bar = new Run(canvas.glyphs().bar() + " ", Ink.of(finding.tone()));
        canvas.paragraph(bar, bar, canvas.glyphs().runs(finding.text()));
    }

    private static void items(Canvas canvas, Block.Items items) {
        int number = 1;
        int digits = Integer.toString(items.items().size()).length();
        for (Text item : items.items()) {
            String sign =
                    items.ordered()
                            ? " ".repeat(digits - Integer.toString(number).length()) + number + "."
                            : canvas.glyphs().bullet();
            canvas.hanging(INDENT + sign + " ", canvas.glyphs().runs(item));
            number++;
        }
    }

    private static void quotation(Canvas canvas, Block.Quotation quotation) {
        Glyphs glyphs = canvas.glyphs();
        canvas.hanging(INDENT, List.of(Run.plain(glyphs.quoted(quotation.words()))));
        StringBuilder from = new StringBuilder(glyphs.words(quotation.speaker()));
        if (!quotation.source().isBlank()) {
            from.append(from.isEmpty() ? "" : ", ").append(glyphs.words(quotation.source()));
        }
        if (quotation.claim() != null) {
            from.append(" [").append(glyphs.words(quotation.claim())).append(']');
        }
        if (!from.isEmpty()) {
            canvas.hanging(
                    INDENT + glyphs.dash() + " ", List.of(new Run(from.toString(), Ink.FAINT)));
        }
    }

    private static void note(Canvas canvas, Block.Note note) {
        Ink ink =
                switch (note.kind()) {
                    case ASSUMED -> Ink.ASSUMED;
                    case CONTESTED -> Ink.CONTESTED;
                    case LIMIT, CAUTION -> Ink.MIXED;
                };
        String kind = Labels.of(note.kind()) + ": ";
        canvas.paragraph(
                new Run(kind, ink),
                Run.plain(" ".repeat(kind.length())),
                canvas.glyphs().runs(note.text()));
    }
}
