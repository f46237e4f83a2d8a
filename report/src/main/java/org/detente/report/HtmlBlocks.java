// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.List;
import java.util.Locale;
import org.detente.explain.Block;
import org.detente.explain.Text;

/// Writes blocks as HTML.
final class HtmlBlocks {
    private static final int DEEPEST_HEADING = 4;

    private final Markup markup;
    private final ClaimAnchors anchors;
    private final HtmlText phrases;
    private int figureCount;

    HtmlBlocks(Markup markup, ClaimAnchors anchors) {
        this.markup = markup;
        this.anchors = anchors;
        this.phrases = new HtmlText(markup, anchors);
    }

    /// Writes a text.
    void text(Text text) {
        phrases.write(text);
    }

    /// Writes blocks.
    ///
    /// @param blocks the blocks
    /// @param level the heading level of sections among them
    /// @param id what their sections' ids begin with
    void write(List<Block> blocks, int level, String id) {
        int sectionCount = 0;
        boolean inFindings = false;
        for (Block block : blocks) {
            boolean finding = block instanceof Block.Finding;
            if (finding && !inFindings) {
                markup.open("div", "class", "findings").line();
            } else if (!finding && inFindings) {
                markup.closeLine();
            }
            inFindings = finding;
            if (block instanceof Block.Section(String title, _) && !title.isBlank()) {
                sectionCount++;
            }
            write(block, level, id + "-" + sectionCount);
        }
        if (inFindings) {
            markup.closeLine();
        }
    }

    private void write(Block block, int level, String sectionId) {
        switch (block) {
            case Block.Section section -> section(section, level, sectionId);
            case Block.Finding finding -> paragraph(finding.text(), HtmlText.name(finding.tone()));
            case Block.Paragraph(Text text) -> {
                if (!text.plainWords().isBlank()) {
                    paragraph(text, "");
                }
            }
            case Block.Items items -> items(items);
            case Block.Facts(List<Block.Fact> facts) -> facts(facts);
            case Block.Quotation quotation -> quotation(quotation);
            case Block.Note note -> note(note);
            case Block.Table table -> table(table);
            case Block.Ladders ladders -> ladders(ladders);
            case Block.Graph graph -> graph(graph);
            case Block.Series series -> series(series);
            case Block.Timeline timeline -> timeline(timeline);
        }
    }

    private void section(Block.Section section, int level, String id) {
        if (section.title().isBlank()) {
            write(section.blocks(), level, id + "-untitled");
            return;
        }
        markup.open("section", "aria-labelledby", id).line();
        String tag = "h" + Math.min(level, DEEPEST_HEADING);
        markup.element(tag, section.title(), "id", id).line();
        write(section.blocks(), level + 1, id);
        markup.closeLine();
    }

    private void paragraph(Text text, String style) {
        markup.open("p", "class", style);
        phrases.write(text);
        markup.closeLine();
    }

    private void items(Block.Items items) {
        if (items.items().isEmpty()) {
            return;
        }
        markup.open(items.ordered() ? "ol" : "ul").line();
        for (Text item : items.items()) {
            markup.open("li");
            phrases.write(item);
            markup.closeLine();
        }
        markup.closeLine();
    }

    /// Writes facts as a list of names and descriptions.
    void facts(List<Block.Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        markup.open("dl", "class", "facts").line();
        for (Block.Fact fact : facts) {
            markup.open("div").element("dt", fact.name()).open("dd");
            phrases.write(fact.text());
            markup.close().closeLine();
        }
        markup.closeLine();
    }

    private void quotation(Block.Quotation quotation) {
        markup.open("figure", "class", "quotation", "id", anchors.place(quotation)).line();
        markup.open("blockquote").element("p", quotation.words(), "dir", "auto").closeLine();
        boolean from = !quotation.speaker().isBlank() || !quotation.source().isBlank();
        if (from || quotation.claim() != null) {
            markup.open("figcaption").text(quotation.speaker());
            if (!quotation.source().isBlank()) {
                markup.text(quotation.speaker().isBlank() ? "" : ", ");
                markup.element("cite", quotation.source());
            }
            if (quotation.claim() != null) {
                markup.text(" ");
                phrases.claim(quotation.claim());
            }
            markup.closeLine();
        }
        markup.closeLine();
    }

    private void note(Block.Note note) {
        String style = "note " + note.kind().name().toLowerCase(Locale.ROOT);
        markup.open("p", "class", style, "role", "note");
        markup.element("strong", Labels.of(note.kind()) + ":").text(" ");
        phrases.write(note.text());
        markup.closeLine();
    }

    private void table(Block.Table table) {
        String caption = table.caption().isBlank() ? "Table" : table.caption();
        if (table.columns().isEmpty()) {
            markup.element("p", caption + ": nothing to show").line();
            return;
        }
        scroll(caption);
        markup.open("table").line();
        if (!table.caption().isBlank()) {
            markup.element("caption", table.caption()).line();
        }
        markup.open("thead").open("tr");
        for (Block.Column column : table.columns()) {
            String style = column.numeric() ? "number" : "";
            markup.element("th", column.title(), "scope", "col", "class", style);
        }
        markup.close().closeLine().open("tbody").line();
        for (List<Text> row : table.rows()) {
            row(table, row);
        }
        if (table.rows().isEmpty()) {
            String span = Integer.toString(table.columns().size());
            markup.open("tr").element("td", "none", "colspan", span).closeLine();
        }
        markup.close().closeLine().closeLine();
        if (table.omittedCount() > 0) {
            long all = table.omittedCount() + table.rows().size();
            String shown = "%d of %d rows are shown.".formatted(table.rows().size(), all);
            markup.element("p", shown, "class", "omitted").line();
        }
    }

    private void row(Block.Table table, List<Text> row) {
        markup.open("tr", "id", anchors.place(row));
        for (int column = 0; column < row.size(); column++) {
            boolean numeric = table.columns().get(column).numeric();
            if (column == 0 && !numeric) {
                markup.open("th", "scope", "row");
            } else {
                markup.open("td", "class", numeric ? "number" : "");
            }
            phrases.write(row.get(column));
            markup.close();
        }
        markup.closeLine();
    }

    private void ladders(Block.Ladders ladders) {
        boolean any = ladders.groups().stream().anyMatch(group -> !group.rows().isEmpty());
        openFigure(ladders.caption());
        if (any) {
            scroll(ladders.caption());
            LaddersFigure.write(markup, ladders, nextFigure());
            markup.closeLine();
            openWords();
        }
        Block.Table table = Labels.table(ladders);
        table(new Block.Table("", table.columns(), table.rows(), 0));
        closeFigure(any);
    }

    private void graph(Block.Graph graph) {
        openFigure(graph.caption());
        GraphLayout layout = new GraphLayout(graph);
        if (layout.drawable()) {
            scroll(graph.caption());
            GraphFigure.write(markup, graph, layout, nextFigure());
            markup.closeLine();
        }
        items(Labels.edges(graph));
        closeFigure(false);
    }

    private void series(Block.Series series) {
        boolean any = !Labels.positions(series).isEmpty();
        openFigure(series.caption());
        if (any) {
            scroll(series.caption());
            SeriesFigure.write(markup, series, nextFigure());
            markup.closeLine();
            openWords();
        }
        Block.Table table = Labels.table(series);
        table(new Block.Table(series.vertical(), table.columns(), table.rows(), 0));
        closeFigure(any);
    }

    /// Steps side by side, each with what every actor does, and the same as a table.
    private void timeline(Block.Timeline timeline) {
        openFigure(timeline.caption());
        scroll(timeline.caption());
        markup.open("ol", "class", "timeline").line();
        for (Block.TimelineStep step : timeline.steps()) {
            markup.open("li", "class", HtmlText.name(step.tone()));
            markup.element("span", "Step " + step.label(), "class", "step");
            markup.open("dl");
            for (int lane = 0; lane < timeline.lanes().size(); lane++) {
                named(timeline.lanes().get(lane), step.moves().get(lane), "lane");
            }
            for (int k = 0; k < timeline.measures().size(); k++) {
                named(timeline.measures().get(k).title(), step.measures().get(k), "measure");
            }
            markup.close().closeLine();
        }
        markup.closeLine();
        markup.closeLine();
        openWords();
        Block.Table table = Labels.table(timeline);
        table(new Block.Table("", table.columns(), table.rows(), 0));
        closeFigure(true);
    }

    private void named(String name, Text text, String kind) {
        if (text.plainWords().isBlank()) {
            return;
        }
        markup.open("div", "class", kind).element("dt", name).open("dd");
        phrases.write(text);
        markup.close().close();
    }

    private String nextFigure() {
        figureCount++;
        return "figure-" + figureCount;
    }

    private void scroll(String label) {
        String name = label.isBlank() ? "Figure" : label;
        markup.open(
                "div", "class", "scroll", "role", "region", "aria-label", name, "tabindex", "0");
        markup.line();
    }

    private void openFigure(String caption) {
        markup.open("figure", "class", "figure").line();
        if (!caption.isBlank()) {
            markup.element("figcaption", caption, "class", "title").line();
        }
    }

    private void openWords() {
        markup.open("details").element("summary", "The same as a table").line();
    }

    private void closeFigure(boolean words) {
        if (words) {
            markup.closeLine();
        }
        markup.closeLine();
    }
}
