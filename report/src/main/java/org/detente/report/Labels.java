// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.detente.explain.Block;
import org.detente.explain.Text;

/// The words every medium uses for the same thing, and figures told in words.
final class Labels {
    private Labels() {}

    /// The word a note begins with.
    static String of(Block.Note.Kind kind) {
        return switch (kind) {
            case ASSUMED -> "Assumed";
            case CONTESTED -> "Contested";
            case LIMIT -> "Limit";
            case CAUTION -> "Caution";
        };
    }

    /// Which ways a ladder can be moved.
    static String direction(Block.Ladder ladder) {
        if (ladder.up()) {
            return ladder.down() ? "both ways" : "can only be raised";
        }
        return ladder.down() ? "can only be lowered" : "cannot be changed";
    }

    /// The level in force, empty if none is.
    static String inForce(Block.Ladder ladder) {
        int index = ladder.currentIndex();
        return index >= 0 && index < ladder.levels().size() ? ladder.levels().get(index) : "";
    }

    /// Ladders as a table.
    static Block.Table table(Block.Ladders ladders) {
        List<List<Text>> rows = new ArrayList<>();
        for (Block.LadderGroup group : ladders.groups()) {
            for (Block.Ladder ladder : group.rows()) {
                rows.add(
                        List.of(
                                Text.of(group.name()),
                                Text.writer().code(ladder.name()).done(),
                                Text.of(ladder.label()),
                                Text.of(String.join(", ", ladder.levels())),
                                Text.writer().strong(inForce(ladder)).done(),
                                Text.of(direction(ladder))));
            }
        }
        return new Block.Table(
                ladders.caption(),
                words("Who", "Option", "What", "Levels", "In force", "Movable"),
                rows,
                0);
    }

    /// The edges of a graph, each in words.
    static Block.Items edges(Block.Graph graph) {
        List<Text> items = new ArrayList<>();
        for (Block.Edge edge : graph.edges()) {
            Text.Writer item =
                    Text.writer()
                            .plain(label(graph, edge.from()))
                            .plain(" → ")
                            .plain(label(graph, edge.to()));
            if (!edge.label().isBlank()) {
                item.plain(": " + edge.label());
            }
            if (!edge.group().isBlank()) {
                item.plain(" (" + edge.group() + ")");
            }
            items.add(item.done());
        }
        return new Block.Items(true, items);
    }

    /// The label of a node, or its id if no node has it.
    static String label(Block.Graph graph, String id) {
        return graph.nodes().stream()
                .filter(node -> node.id().equals(id))
                .map(Block.Node::label)
                .findFirst()
                .orElse(id);
    }

    /// The positions at which any line has a point, rising.
    static SortedSet<Double> positions(Block.Series series) {
        SortedSet<Double> positions = new TreeSet<>();
        for (Block.Line line : series.lines()) {
            for (Block.Point point : line.points()) {
                positions.add(point.horizontal());
            }
        }
        return positions;
    }

    /// Lines as a table: a row for each position, a column for each line.
    static Block.Table table(Block.Series series) {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.numbers(series.horizontal()));
        series.lines().forEach(line -> columns.add(Block.Column.numbers(line.name())));
        List<List<Text>> rows = new ArrayList<>();
        for (double position : positions(series)) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(Numbers.words(position)));
            for (Block.Line line : series.lines()) {
                row.add(
                        line.points().stream()
                                .filter(point -> point.horizontal() == position)
                                .findFirst()
                                .map(point -> Text.of(Numbers.words(point.vertical())))
                                .orElse(Text.EMPTY));
            }
            rows.add(row);
        }
        return new Block.Table(series.caption(), columns, rows, 0);
    }

    /// A timeline as a table: a row for each step, its moves, and what there is to say of it.
    static Block.Table table(Block.Timeline timeline) {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.numbers("Step"));
        timeline.lanes().forEach(lane -> columns.add(Block.Column.words(lane)));
        columns.addAll(timeline.measures());
        List<List<Text>> rows = new ArrayList<>();
        for (Block.TimelineStep step : timeline.steps()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(step.label()));
            row.addAll(step.moves());
            row.addAll(step.measures());
            rows.add(row);
        }
        return new Block.Table(timeline.caption(), columns, rows, 0);
    }

    private static List<Block.Column> words(String... titles) {
        return List.of(titles).stream().map(Block.Column::words).toList();
    }
}
