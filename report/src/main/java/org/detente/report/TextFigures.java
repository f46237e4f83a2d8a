// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayList;
import java.util.List;
import org.detente.explain.Block;
import org.detente.explain.Text;

/// Figures drawn with the means of terminal text.
final class TextFigures {
    private static final int MOST_NAME_WIDTH = 20;
    private static final int MOST_TABLE_ROWS = 12;
    private static final int MOST_TABLE_COLUMNS = 6;
    private static final int SPARK_WIDTH = 24;
    private static final String SPARKS = "▁▂▃▄▅▆▇█";
    private static final String NO_BREAK_SPACE = "\u00a0";

    private TextFigures() {}

    /// Draws each ladder as `none ─ [partial] ─ full`, the level in force in brackets.
    static void ladders(Canvas canvas, Block.Ladders ladders) {
        Glyphs glyphs = canvas.glyphs();
        caption(canvas, ladders.caption());
        int most = Math.min(MOST_NAME_WIDTH, canvas.width() / 4);
        int nameWidth =
                ladders.groups().stream()
                        .flatMap(group -> group.rows().stream())
                        .mapToInt(ladder -> DisplayWidth.of(glyphs.words(ladder.name())))
                        .filter(width -> width <= most)
                        .max()
                        .orElse(2);
        for (Block.LadderGroup group : ladders.groups()) {
            canvas.gap();
            List<Run> head = new ArrayList<>();
            head.add(new Run(glyphs.words(group.name()), Ink.STRONG));
            if (!group.role().isBlank()) {
                head.add(Run.plain(", " + glyphs.words(group.role())));
            }
            canvas.paragraph("", head);
            for (Block.Ladder ladder : group.rows()) {
                ladder(canvas, ladder, nameWidth);
            }
        }
        canvas.gap();
        canvas.paragraph(
                "",
                List.of(
                        new Run(
                                "[level] is in force; %s can only be raised, %s only lowered, %s not changed"
                                        .formatted(glyphs.up(), glyphs.down(), glyphs.fixed()),
                                Ink.FAINT)));
    }

    private static void ladder(Canvas canvas, Block.Ladder ladder, int nameWidth) {
        Glyphs glyphs = canvas.glyphs();
        String name = glyphs.words(ladder.name());
        Run indent = Run.plain(" ".repeat(2 + nameWidth + 2));
        int pad = nameWidth - DisplayWidth.of(name);
        if (pad < 0) {
            canvas.paragraph("  ", List.of(Run.plain(name)));
            canvas.paragraph(indent, indent, steps(glyphs, ladder));
        } else {
            Run first = Run.plain("  " + name + " ".repeat(pad + 2));
            canvas.paragraph(first, indent, steps(glyphs, ladder));
        }
        if (!ladder.label().isBlank() && !ladder.label().equals(ladder.name())) {
            canvas.paragraph(
                    indent, indent, List.of(new Run(glyphs.words(ladder.label()), Ink.FAINT)));
        }
    }

    private static List<Run> steps(Glyphs glyphs, Block.Ladder ladder) {
        List<Run> runs = new ArrayList<>();
        for (int level = 0; level < ladder.levels().size(); level++) {
            String words = glyphs.words(ladder.levels().get(level)).strip();
            String whole = words.length() <= MOST_NAME_WIDTH ? unbroken(words) : words;
            if (level > 0) {
                runs.add(Run.plain(" " + glyphs.rule() + " "));
            }
            runs.add(
                    level == ladder.currentIndex()
                            ? new Run("[" + whole + "]", Ink.STRONG)
                            : Run.plain(whole));
        }
        if (ladder.up() != ladder.down()) {
            runs.add(Run.plain("  " + (ladder.up() ? glyphs.up() : glyphs.down())));
        } else if (!ladder.up()) {
            runs.add(Run.plain("  " + glyphs.fixed()));
        }
        return runs;
    }

    private static String unbroken(String words) {
        return words.replace(" ", NO_BREAK_SPACE);
    }

    /// Writes a graph as the list of each node's ways on.
    static void graph(Canvas canvas, Block.Graph graph) {
        Glyphs glyphs = canvas.glyphs();
        caption(canvas, graph.caption());
        for (Block.Node node : graph.nodes()) {
            canvas.hanging("  ", List.of(new Run(glyphs.words(node.label()), Ink.of(node.tone()))));
            for (Block.Edge edge : graph.edges()) {
                if (edge.from().equals(node.id())) {
                    canvas.hanging("    " + glyphs.arrow() + " ", edge(canvas, graph, edge));
                }
            }
        }
        if (graph.nodes().isEmpty()) {
            canvas.line("  (none)");
        }
    }

    private static List<Run> edge(Canvas canvas, Block.Graph graph, Block.Edge edge) {
        Glyphs glyphs = canvas.glyphs();
        StringBuilder words = new StringBuilder(glyphs.words(Labels.label(graph, edge.to())));
        if (!edge.label().isBlank()) {
            words.append(": ").append(glyphs.words(edge.label()));
        }
        if (!edge.group().isBlank()) {
            words.append(" (").append(glyphs.words(edge.group())).append(')');
        }
        return List.of(Run.plain(words.toString()));
    }

    /// Writes lines as a table if they are short, else each in a sentence with a small sketch.
    static void series(Canvas canvas, Block.Series series) {
        boolean small =
                Labels.positions(series).size() <= MOST_TABLE_ROWS
                        && series.lines().size() < MOST_TABLE_COLUMNS;
        if (small) {
            String caption =
                    series.vertical().isBlank()
                            ? series.caption()
                            : series.caption() + " (" + series.vertical() + ")";
            Block.Table table = Labels.table(series);
            TextTable.write(
                    canvas,
                    new Block.Table(caption, table.columns(), table.rows(), table.omittedCount()));
            return;
        }
        caption(canvas, series.caption());
        canvas.paragraph(
                "  ",
                canvas.glyphs()
                        .runs(Text.of(series.vertical() + " against " + series.horizontal())));
        for (Block.Line line : series.lines()) {
            canvas.hanging("  " + canvas.glyphs().bullet() + " ", sentence(canvas, line));
        }
    }

    private static List<Run> sentence(Canvas canvas, Block.Line line) {
        Glyphs glyphs = canvas.glyphs();
        List<Run> runs = new ArrayList<>();
        runs.add(new Run(glyphs.words(line.name()), Ink.STRONG));
        if (line.points().isEmpty()) {
            runs.add(Run.plain(": no points"));
            return runs;
        }
        if (!glyphs.ascii()) {
            runs.add(Run.plain("  " + spark(line.points())));
        }
        Block.Point least = line.points().getFirst();
        Block.Point most = least;
        for (Block.Point point : line.points()) {
            least = point.vertical() < least.vertical() ? point : least;
            most = point.vertical() > most.vertical() ? point : most;
        }
        runs.add(
                Run.plain(
                        "  from %s to %s; least %s, most %s"
                                .formatted(
                                        at(line.points().getFirst()),
                                        at(line.points().getLast()),
                                        at(least),
                                        at(most))));
        return runs;
    }

    private static String at(Block.Point point) {
        return Numbers.words(point.vertical()) + " at " + Numbers.words(point.horizontal());
    }

    private static String spark(List<Block.Point> points) {
        int width = Math.min(SPARK_WIDTH, points.size());
        double least = points.stream().mapToDouble(Block.Point::vertical).min().orElse(0);
        double most = points.stream().mapToDouble(Block.Point::vertical).max().orElse(0);
        double range = most > least ? most - least : 1;
        StringBuilder spark = new StringBuilder();
        for (int column = 0; column < width; column++) {
            int index =
                    width == 1 ? 0 : (int) Math.round(column * (points.size() - 1.0) / (width - 1));
            double share = (points.get(index).vertical() - least) / range;
            spark.append(SPARKS.charAt((int) Math.round(share * (SPARKS.length() - 1))));
        }
        return spark.toString();
    }

    private static void caption(Canvas canvas, String caption) {
        if (!caption.isBlank()) {
            canvas.paragraph("", canvas.glyphs().runs(Text.of(caption)));
        }
    }
}
