// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayList;
import java.util.List;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Writes explanations as Markdown for pasting (CommonMark, with tables as on GitHub).
///
/// Words are escaped, so that they mean nothing to Markdown or HTML. A source's words stand in “…”
/// or in a block quotation.
public final class MarkdownRenderer {
    private static final int DEEPEST_HEADING = 6;

    private final StringBuilder out = new StringBuilder();

    private MarkdownRenderer() {}

    /// Writes one explanation.
    ///
    /// @param explanation what is explained
    /// @return the Markdown, ending with a line end
    public static String render(Explanation explanation) {
        MarkdownRenderer renderer = new MarkdownRenderer();
        renderer.heading(1, explanation.title());
        renderer.blocks(explanation.blocks(), 2);
        return renderer.out.toString();
    }

    /// Writes a document.
    ///
    /// @param page the document
    /// @return the Markdown, ending with a line end
    public static String render(Page page) {
        MarkdownRenderer renderer = new MarkdownRenderer();
        if (!page.marking().isBlank()) {
            renderer.paragraph("**" + MarkdownWords.escaped(page.marking()) + "**");
        }
        renderer.heading(1, page.title());
        if (!page.subtitle().isBlank()) {
            renderer.paragraph(MarkdownWords.escaped(page.subtitle()));
        }
        renderer.facts(page.facts());
        for (Explanation part : page.parts()) {
            renderer.heading(2, part.title());
            renderer.blocks(part.blocks(), 3);
        }
        return renderer.out.toString();
    }

    private void blocks(List<Block> blocks, int level) {
        for (Block block : blocks) {
            block(block, level);
        }
    }

    private void block(Block block, int level) {
        switch (block) {
            case Block.Section(String title, List<Block> inside) -> {
                heading(level, title);
                blocks(inside, level + 1);
            }
            case Block.Finding finding -> paragraph("> **Finding.** " + phrase(finding.text()));
            case Block.Paragraph(Text text) -> paragraph(phrase(text));
            case Block.Items(boolean ordered, List<Text> items) -> {
                gap();
                for (int item = 0; item < items.size(); item++) {
                    line((ordered ? (item + 1) + ". " : "- ") + phrase(items.get(item)));
                }
            }
            case Block.Facts(List<Block.Fact> facts) -> facts(facts);
            case Block.Quotation quotation -> quotation(quotation);
            case Block.Note note ->
                    paragraph("**" + Labels.of(note.kind()) + ":** " + phrase(note.text()));
            case Block.Table table -> table(table);
            case Block.Ladders ladders -> table(Labels.table(ladders));
            case Block.Graph graph -> {
                caption(graph.caption());
                block(Labels.edges(graph), level);
            }
            case Block.Timeline timeline -> table(Labels.table(timeline));
            case Block.Series series -> {
                Block.Table table = Labels.table(series);
                String caption = series.caption() + ", " + series.vertical();
                table(new Block.Table(caption, table.columns(), table.rows(), 0));
            }
        }
    }

    private void heading(int level, String title) {
        gap();
        line("#".repeat(Math.min(level, DEEPEST_HEADING)) + " " + MarkdownWords.escaped(title));
    }

    private void facts(List<Block.Fact> facts) {
        gap();
        for (Block.Fact fact : facts) {
            String name =
                    fact.name().isBlank() ? "" : "**" + MarkdownWords.escaped(fact.name()) + ":** ";
            line("- " + name + phrase(fact.text()));
        }
    }

    private void quotation(Block.Quotation quotation) {
        gap();
        line("> “" + MarkdownWords.escaped(quotation.words()) + "”");
        List<String> from = new ArrayList<>();
        if (!quotation.speaker().isBlank()) {
            from.add(MarkdownWords.escaped(quotation.speaker()));
        }
        if (!quotation.source().isBlank()) {
            from.add(MarkdownWords.escaped(quotation.source()));
        }
        if (quotation.claim() != null) {
            from.add("\\[" + MarkdownWords.escaped(quotation.claim()) + "\\]");
        }
        if (!from.isEmpty()) {
            line(">");
            line("> — " + String.join(", ", from));
        }
    }

    private void table(Block.Table table) {
        caption(table.caption());
        gap();
        if (!table.columns().isEmpty()) {
            List<String> titles = new ArrayList<>();
            List<String> rules = new ArrayList<>();
            for (Block.Column column : table.columns()) {
                titles.add(MarkdownWords.escaped(column.title()));
                rules.add(column.numeric() ? "---:" : "---");
            }
            row(titles);
            row(rules);
            for (List<Text> row : table.rows()) {
                row(row.stream().map(cell -> phrase(cell, true)).toList());
            }
        }
        if (table.omittedCount() > 0) {
            long all = table.rows().size() + table.omittedCount();
            paragraph("%d of %d rows are shown.".formatted(table.rows().size(), all));
        }
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void caption(String caption) {
        if (!caption.isBlank()) {
            paragraph("**" + MarkdownWords.escaped(caption) + "**");
        }
    }

    private void paragraph(String markdown) {
        gap();
        line(markdown);
    }

    private void line(String markdown) {
        out.append(markdown.stripTrailing()).append('\n');
    }

    private void gap() {
        int end = out.length();
        if (end > 0 && !(end >= 2 && out.charAt(end - 2) == '\n')) {
            out.append('\n');
        }
    }

    private static String phrase(Text text) {
        return phrase(text, false);
    }

    private static String phrase(Text text, boolean inTable) {
        StringBuilder phrase = new StringBuilder();
        for (Span span : text.spans()) {
            phrase.append(
                    switch (span) {
                        case Span.Plain(String words) -> MarkdownWords.escaped(words);
                        case Span.Strong(String words) -> MarkdownWords.strong(words);
                        case Span.Code(String words) -> MarkdownWords.code(words, inTable);
                        case Span.Quote(String words) ->
                                "“" + MarkdownWords.escaped(words.strip()) + "”";
                        case Span.ClaimRef(String claim) ->
                                "\\[" + MarkdownWords.escaped(claim) + "\\]";
                        case Span.StateRef(int state) -> Integer.toString(state);
                        case Span.Mark(_, String words) -> MarkdownWords.strong(words);
                    });
        }
        return MarkdownWords.lineStart(phrase.toString());
    }
}
