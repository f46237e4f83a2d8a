// SPDX-License-Identifier: Apache-2.0
package org.detente.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Explanations and data as plain lines that leave nothing out, for golden files.
public final class Plain {
    private final StringBuilder lines = new StringBuilder();

    private Plain() {}

    /// All of an explanation.
    ///
    /// @param explanation what to write
    /// @return its lines
    public static String lines(Explanation explanation) {
        Plain plain = new Plain();
        plain.line("# " + explanation.title());
        explanation.blocks().forEach(plain::block);
        return plain.lines.toString();
    }

    /// All of a tree of data.
    ///
    /// @param data what to write
    /// @return one line for each value
    public static String lines(Data data) {
        Plain plain = new Plain();
        plain.data("", data);
        return plain.lines.toString();
    }

    private void line(String words) {
        lines.append(words.stripTrailing()).append('\n');
    }

    private void block(Block block) {
        switch (block) {
            case Block.Section(String title, var blocks) -> {
                line("## " + title);
                blocks.forEach(this::block);
            }
            case Block.Finding(Span.Tone tone, Text text) -> line(tone + ": " + words(text));
            case Block.Paragraph(Text text) -> line(words(text));
            case Block.Items(boolean ordered, var items) ->
                    items.forEach(i -> line((ordered ? "1. " : "- ") + words(i)));
            case Block.Facts(var facts) ->
                    facts.forEach(f -> line(f.name() + ": " + words(f.text())));
            case Block.Quotation(String quoted, String speaker, String source, var claim) ->
                    line("“%s” %s, %s [%s]".formatted(quoted, speaker, source, claim));
            case Block.Note(Block.Note.Kind kind, Text text) -> line(kind + ": " + words(text));
            case Block.Table(String caption, var columns, var rows, long omitted) -> {
                line("table %s (%d omitted)".formatted(caption, omitted));
                line(joined(columns.stream().map(c -> c.title() + (c.numeric() ? " #" : ""))));
                rows.forEach(row -> line(joined(row.stream().map(Plain::words))));
            }
            case Block.Ladders(String caption, var groups) ->
                    groups.forEach(g -> line("ladder %s: %s".formatted(caption, g)));
            case Block.Graph(String caption, var nodes, var edges) -> {
                line("graph " + caption);
                nodes.forEach(n -> line("  " + n));
                edges.forEach(e -> line("  " + e));
            }
            case Block.Series(String caption, _, _, var series) -> line(caption + series);
            case Block.Timeline(String caption, var lanes, var measures, var steps) -> {
                line("timeline " + caption);
                line(joined(lanes.stream()) + joined(measures.stream().map(Block.Column::title)));
                for (Block.TimelineStep step : steps) {
                    line(
                            step.label()
                                    + " "
                                    + joined(step.moves().stream().map(Plain::words))
                                    + joined(step.measures().stream().map(Plain::words)));
                }
            }
        }
    }

    private static String joined(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String words(Text text) {
        return text.spans().stream()
                .map(s -> s instanceof Span.Mark(var tone, var w) ? tone + ":" + w : s.plainWords())
                .collect(Collectors.joining());
    }

    private void data(String path, Data data) {
        switch (data) {
            case Data.Fields(var entries) ->
                    entries.forEach((key, value) -> data(path + "." + key, value));
            case Data.Items(List<? extends Data> items) -> {
                line(path + " has " + items.size());
                for (int i = 0; i < items.size(); i++) {
                    data(path + "[" + i + "]", items.get(i));
                }
            }
            case Data.Wholes(var numbers) -> line(path + " = " + numbers.get().boxed().toList());
            case Data.Whole _, Data.Real _, Data.Name _, Data.Truth _, Data.None _ ->
                    line(path + " = " + data);
        }
    }
}
