// SPDX-License-Identifier: Apache-2.0
package org.detente.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of an explanation. The set is closed: every renderer shows every block.
public sealed interface Block {
    /// A headed part of the explanation.
    ///
    /// @param title its heading
    /// @param blocks what stands in it
    record Section(String title, List<Block> blocks) implements Block {
        /// Copies the blocks.
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /// A finding that leads: what a reader in a hurry must see.
    ///
    /// @param tone how it is to be read
    /// @param text the finding, with its uncertainty
    record Finding(Span.Tone tone, Text text) implements Block {}

    /// One or more sentences.
    ///
    /// @param text the sentences
    record Paragraph(Text text) implements Block {}

    /// A list.
    ///
    /// @param ordered whether the order counts
    /// @param items the items
    record Items(boolean ordered, List<Text> items) implements Block {
        /// Copies the items.
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Names with what there is to say of each.
    ///
    /// @param facts the pairs, in order
    record Facts(List<Fact> facts) implements Block {
        /// Copies the facts.
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /// One name with what there is to say of it.
    ///
    /// @param name the name
    /// @param text what there is to say
    record Fact(String name, Text text) {}

    /// Words of a source, set apart, with who says them.
    ///
    /// @param words the words, without quotation marks
    /// @param speaker who says them
    /// @param source where they stand, with the date if known
    /// @param claim the claim's id, or null
    record Quotation(String words, String speaker, String source, @Nullable String claim)
            implements Block {}

    /// Something the reader must keep in mind: an assumption, a limit, a caution.
    ///
    /// @param kind which
    /// @param text the sentence
    record Note(Kind kind, Text text) implements Block {
        /// What a note is about.
        public enum Kind {
            /// Something rests on an assumption.
            ASSUMED,
            /// Something is disputed.
            CONTESTED,
            /// A bound was hit, or a list was cut.
            LIMIT,
            /// A caution about how to read what stands here.
            CAUTION
        }
    }

    /// A table.
    ///
    /// @param caption what it shows
    /// @param columns the columns, at least one
    /// @param rows the rows, each with one text for each column
    /// @param omittedCount how many further rows were left out because of a list limit; 0 if none
    record Table(String caption, List<Column> columns, List<List<Text>> rows, long omittedCount)
            implements Block {
        /// Copies and checks the rows.
        ///
        /// @throws IllegalArgumentException if a row is not as wide as the columns
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Text> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row of table '%s' has %d cells for %d columns"
                                    .formatted(caption, row.size(), columns.size()));
                }
            }
        }
    }

    /// A column of a table.
    ///
    /// @param title its heading
    /// @param numeric whether its cells are numbers, set to the right
    record Column(String title, boolean numeric) {
        /// A column of words.
        ///
        /// @param title its heading
        /// @return the column
        public static Column words(String title) {
            return new Column(title, false);
        }

        /// A column of numbers.
        ///
        /// @param title its heading
        /// @return the column
        public static Column numbers(String title) {
            return new Column(title, true);
        }
    }

    /// A figure: for each actor the things it can set, each a row of ordered levels with the one in
    /// force marked. The options form of a conflict (Howard 1971; not checked here).
    ///
    /// @param caption what it shows
    /// @param groups the actors
    record Ladders(String caption, List<LadderGroup> groups) implements Block {
        /// Copies the groups.
        public Ladders {
            groups = List.copyOf(groups);
        }
    }

    /// One actor's ladders.
    ///
    /// @param name the actor
    /// @param role its part, in words
    /// @param rows its ladders
    record LadderGroup(String name, String role, List<Ladder> rows) {
        /// Copies the rows.
        public LadderGroup {
            rows = List.copyOf(rows);
        }
    }

    /// A row of ordered levels.
    ///
    /// @param name its key in the case
    /// @param label what it is, in words
    /// @param levels the levels' names, first to last
    /// @param currentIndex the level in force
    /// @param up whether it can be raised
    /// @param down whether it can be lowered
    record Ladder(
            String name,
            String label,
            List<String> levels,
            int currentIndex,
            boolean up,
            boolean down) {
        /// Copies the levels.
        public Ladder {
            levels = List.copyOf(levels);
        }
    }

    /// A figure: nodes and directed edges, laid out by the renderer in ranks from the first node.
    ///
    /// @param caption what it shows
    /// @param nodes the nodes
    /// @param edges the edges
    record Graph(String caption, List<Node> nodes, List<Edge> edges) implements Block {
        /// Copies the lists.
        public Graph {
            nodes = List.copyOf(nodes);
            edges = List.copyOf(edges);
        }
    }

    /// A node of a graph.
    ///
    /// @param id unique within the graph
    /// @param label its words
    /// @param tone how it is to be read
    record Node(String id, String label, Span.Tone tone) {}

    /// An edge of a graph.
    ///
    /// @param from a node's id
    /// @param to a node's id
    /// @param label its words; may be empty
    /// @param group which kind it is of, as the mover; edges of a group share a colour
    record Edge(String from, String to, String label, String group) {}

    /// A figure: lines over a common axis.
    ///
    /// @param caption what it shows
    /// @param horizontal the horizontal axis, with its unit
    /// @param vertical the vertical axis, with its unit
    /// @param lines the lines
    record Series(String caption, String horizontal, String vertical, List<Line> lines)
            implements Block {
        /// Copies the lines.
        public Series {
            lines = List.copyOf(lines);
        }
    }

    /// A line of a series.
    ///
    /// @param name its name
    /// @param points its points, by rising horizontal position
    record Line(String name, List<Point> points) {
        /// Copies the points.
        public Line {
            points = List.copyOf(points);
        }
    }

    /// A point of a line.
    ///
    /// @param horizontal its position along the horizontal axis
    /// @param vertical its value
    record Point(double horizontal, double vertical) {}

    /// A figure: who does what in which step of an order, one lane for each actor, with what there
    /// is to say of each step.
    ///
    /// @param caption what it shows
    /// @param lanes the actors
    /// @param measures what is told of each step beside the moves
    /// @param steps the steps, in order
    record Timeline(
            String caption, List<String> lanes, List<Column> measures, List<TimelineStep> steps)
            implements Block {
        /// Copies and checks the steps.
        ///
        /// @throws IllegalArgumentException if a step has not one cell for each lane and measure
        public Timeline {
            lanes = List.copyOf(lanes);
            measures = List.copyOf(measures);
            steps = List.copyOf(steps);
            for (TimelineStep step : steps) {
                if (step.moves().size() != lanes.size()
                        || step.measures().size() != measures.size()) {
                    throw new IllegalArgumentException(
                            "a step of timeline '%s' has %d moves and %d measures for %d and %d"
                                    .formatted(
                                            caption,
                                            step.moves().size(),
                                            step.measures().size(),
                                            lanes.size(),
                                            measures.size()));
                }
            }
        }
    }

    /// A step of a timeline.
    ///
    /// @param label its name
    /// @param tone how it is to be read
    /// @param moves by lane, what that actor does; empty where it does nothing
    /// @param measures by measure, what there is to say
    record TimelineStep(String label, Span.Tone tone, List<Text> moves, List<Text> measures) {
        /// Copies the lists.
        public TimelineStep {
            moves = List.copyOf(moves);
            measures = List.copyOf(measures);
        }
    }
}
