// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.explain.Block;
import org.detente.explain.Text;

/// A table of terminal text that fits the width.
///
/// The widest columns of words are narrowed first and their cells wrapped. Where the columns would
/// become too narrow to read, each row is written as facts instead.
final class TextTable {
    private static final int GAP = 2;

    /// A word wider than this is cut rather than allowed to widen its column.
    private static final int MOST_WORD_WIDTH = 24;

    /// A cell of more lines in a column narrower than [#NARROW] is not read with ease.
    private static final int MOST_LINES_IN_NARROW = 8;

    private static final int NARROW = 20;

    /// From this height on rows are set apart by an empty line.
    private static final int TALL_ROW = 3;

    private final Canvas canvas;
    private final Block.Table table;
    private final List<List<Run>> titles;
    private final List<List<List<Run>>> rows;
    private final int[] widths;

    private TextTable(Canvas canvas, Block.Table table) {
        this.canvas = canvas;
        this.table = table;
        Glyphs glyphs = canvas.glyphs();
        this.titles =
                table.columns().stream()
                        .map(column -> List.of(new Run(glyphs.words(column.title()), Ink.STRONG)))
                        .toList();
        this.rows =
                table.rows().stream().map(row -> row.stream().map(glyphs::runs).toList()).toList();
        this.widths = new int[titles.size()];
    }

    /// Writes a table with its caption.
    static void write(Canvas canvas, Block.Table table) {
        TextTable text = new TextTable(canvas, table);
        if (!table.caption().isBlank()) {
            canvas.paragraph("", canvas.glyphs().runs(Text.of(table.caption())));
        }
        if (text.fits()) {
            text.writeGrid();
        } else {
            text.writeStacked();
        }
        if (table.rows().isEmpty()) {
            canvas.line("(none)");
        }
        if (table.omittedCount() > 0) {
            String more = "%d more; --limit N shows more".formatted(table.omittedCount());
            canvas.paragraph("", List.of(new Run(more, Ink.FAINT)));
        }
    }

    /// Finds the columns' widths.
    private boolean fits() {
        int columnCount = titles.size();
        int room = canvas.width() - GAP * Math.max(0, columnCount - 1);
        int[] least = new int[columnCount];
        for (int column = 0; column < columnCount; column++) {
            boolean numeric = table.columns().get(column).numeric();
            widths[column] = Wrap.width(titles.get(column));
            least[column] = Wrap.widestWord(titles.get(column));
            for (List<List<Run>> row : rows) {
                int cell = Wrap.width(row.get(column));
                int word = numeric ? cell : Wrap.widestWord(row.get(column));
                widths[column] = Math.max(widths[column], cell);
                least[column] = Math.max(least[column], word);
            }
            least[column] = Math.max(1, Math.min(least[column], MOST_WORD_WIDTH));
            widths[column] = Math.max(1, Math.min(widths[column], Math.max(room, 1)));
        }
        narrow(room, least);
        return Arrays.stream(widths).sum() <= room && !tooNarrowToRead();
    }

    private void narrow(int room, int[] least) {
        int excess = Arrays.stream(widths).sum() - room;
        while (excess > 0) {
            int widest = widest(least, false);
            if (widest < 0) {
                widest = widest(least, true);
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
            excess--;
        }
    }

    private int widest(int[] least, boolean numeric) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            if (table.columns().get(column).numeric() == numeric
                    && widths[column] > least[column]
                    && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        return widest;
    }

    private boolean tooNarrowToRead() {
        for (int column = 0; column < widths.length; column++) {
            if (widths[column] >= NARROW) {
                continue;
            }
            for (List<List<Run>> row : rows) {
                if (Wrap.lines(row.get(column), widths[column], true).size()
                        > MOST_LINES_IN_NARROW) {
                    return true;
                }
            }
        }
        return false;
    }

    private void writeGrid() {
        writeRow(titles);
        List<Run> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add(Run.plain(canvas.glyphs().rule().repeat(width) + " ".repeat(GAP)));
        }
        canvas.line(rule);
        boolean apart = rows.stream().anyMatch(row -> height(row) >= TALL_ROW);
        for (int row = 0; row < rows.size(); row++) {
            if (apart && row > 0) {
                canvas.gap();
            }
            writeRow(rows.get(row));
        }
    }

    private int height(List<List<Run>> row) {
        int height = 0;
        for (int column = 0; column < row.size(); column++) {
            int lines = Wrap.lines(row.get(column), widths[column], true).size();
            height = Math.max(height, lines);
        }
        return height;
    }

    private void writeRow(List<List<Run>> cells) {
        List<List<List<Run>>> wrapped = new ArrayList<>();
        int height = 1;
        for (int column = 0; column < cells.size(); column++) {
            wrapped.add(Wrap.lines(cells.get(column), widths[column], true));
            height = Math.max(height, wrapped.get(column).size());
        }
        for (int index = 0; index < height; index++) {
            List<Run> line = new ArrayList<>();
            for (int column = 0; column < cells.size(); column++) {
                List<List<Run>> cell = wrapped.get(column);
                List<Run> runs = index < cell.size() ? cell.get(index) : List.of();
                int pad = widths[column] - runs.stream().mapToInt(Run::width).sum();
                boolean numeric = table.columns().get(column).numeric();
                line.add(Run.plain(" ".repeat(numeric ? Math.max(0, pad) : 0)));
                line.addAll(runs);
                line.add(Run.plain(" ".repeat((numeric ? 0 : Math.max(0, pad)) + GAP)));
            }
            canvas.line(line);
        }
    }

    private void writeStacked() {
        for (int row = 0; row < rows.size(); row++) {
            if (row > 0) {
                canvas.gap();
            }
            List<Block.Fact> facts = new ArrayList<>();
            for (int column = 0; column < titles.size(); column++) {
                Text cell = table.rows().get(row).get(column);
                if (!cell.plainWords().isBlank()) {
                    facts.add(new Block.Fact(table.columns().get(column).title(), cell));
                }
            }
            TextFacts.write(canvas, "  ", facts);
        }
    }
}
