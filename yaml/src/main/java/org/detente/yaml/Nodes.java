// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.detente.model.Basis;
import org.detente.model.Figure;
import org.detente.model.Level;
import org.detente.model.Quantity;
import org.detente.model.Setting;
import org.detente.model.Statement;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Makes YAML nodes of the parts that stand in many places of a case.
final class Nodes {
    private static final CoreSchema SCHEMA = new CoreSchema();

    private Nodes() {}

    /// Puts a mapping together; what is absent is left out.
    static final class Keys {
        private final List<NodeTuple> entries = new ArrayList<>();

        Keys put(String key, Node value) {
            entries.add(new NodeTuple(words(key), value));
            return this;
        }

        Keys putWords(String key, @Nullable String value) {
            return value == null ? this : put(key, words(value));
        }

        Keys putBasis(Basis basis) {
            if (!basis.claims().isEmpty()) {
                put("because", names(basis.claims()));
            }
            putWords("note", basis.note());
            if (basis.said() != null) {
                putWords("by", basis.said().by());
                put("on", plain(basis.said().on().toString()));
            }
            return this;
        }

        Node block() {
            FlowStyle style = entries.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
            return new MappingNode(Tag.MAP, entries, style);
        }

        Node flow() {
            return new MappingNode(Tag.MAP, entries, FlowStyle.FLOW);
        }
    }

    static Keys keys() {
        return new Keys();
    }

    /// Words, quoted where YAML would take them for something else.
    static Node words(String text) {
        ScalarStyle style = isSeen(text) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
        return new ScalarNode(Tag.STR, text, style);
    }

    private static boolean isSeen(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isSeen(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a character is neither the end of a line, to YAML or to others, nor invisible. Those
    /// that are can only be told apart in double quotes, and unquoted some would not come back.
    private static boolean isSeen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /// A number or a date, without quotes.
    static Node plain(String text) {
        return new ScalarNode(
                SCHEMA.getScalarResolver().resolve(text, true), text, ScalarStyle.PLAIN);
    }

    static Node flowList(List<Node> items) {
        return new SequenceNode(Tag.SEQ, items, FlowStyle.FLOW);
    }

    static Node blockList(List<Node> items) {
        return new SequenceNode(Tag.SEQ, items, items.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    /// One item alone, or several in a list.
    static Node oneOrList(List<Node> items) {
        return items.size() == 1 ? items.getFirst() : flowList(items);
    }

    /// One name alone, or several in a list.
    static Node names(List<String> names) {
        return oneOrList(names.stream().map(Nodes::words).toList());
    }

    static Node figure(Figure figure) {
        Node value = plain(quantity(figure.quantity()));
        return figure.basis().equals(Basis.ASSUMED)
                ? value
                : keys().put("value", value).putBasis(figure.basis()).flow();
    }

    static Node figures(SequencedMap<String, Figure> figures) {
        Keys keys = keys();
        figures.forEach((name, figure) -> keys.put(name, figure(figure)));
        return keys.flow();
    }

    static String quantity(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Exact(double value, boolean percent) -> number(value, percent);
            case Quantity.Uniform(double low, double high, boolean percent) ->
                    number(low, percent) + " to " + number(high, percent);
            case Quantity.Pert(double low, double high, double likely, boolean percent) ->
                    "%s to %s, likely %s"
                            .formatted(
                                    number(low, percent),
                                    number(high, percent),
                                    number(likely, percent));
            case Quantity.Normal(double mean, double deviation) ->
                    "normal(%s, %s)".formatted(Decimal.of(mean), Decimal.of(deviation));
            case Quantity.Named(String assumption, boolean negated) ->
                    negated ? "-" + assumption : assumption;
        };
    }

    private static String number(double value, boolean percent) {
        return percent ? Decimal.hundredfold(value) + "%" : Decimal.of(value);
    }

    /// Levels with their texts, or their names alone where there is nothing else.
    static Node levels(List<Level> levels) {
        if (levels.stream().allMatch(Nodes::bare)) {
            return flowList(levels.stream().map(level -> words(level.name())).toList());
        }
        Keys keys = keys();
        for (Level level : levels) {
            keys.put(
                    level.name(),
                    keys().putWords("text", level.text())
                            .putWords("test", level.test())
                            .putBasis(level.basis())
                            .flow());
        }
        return keys.block();
    }

    private static boolean bare(Level level) {
        return level.text() == null && level.test() == null && level.basis().equals(Basis.ASSUMED);
    }

    /// Whether levels are those an item has when none are written.
    static boolean noYes(List<Level> levels) {
        return levels.size() == 2
                && levels.getFirst().name().equals(Level.NO)
                && levels.getLast().name().equals(Level.YES)
                && levels.stream().allMatch(Nodes::bare);
    }

    static Node settings(List<Setting> settings) {
        Keys keys = keys();
        settings.forEach(setting -> keys.put(setting.item().toString(), words(setting.level())));
        return keys.flow();
    }

    /// A condition, or a mapping of it with what it rests on.
    static Node statement(String key, Statement statement) {
        Node condition = words(statement.condition().toString());
        return statement.basis().equals(Basis.ASSUMED)
                ? condition
                : keys().put(key, condition).putBasis(statement.basis()).flow();
    }

    static Node statements(String key, List<Statement> statements) {
        return blockList(statements.stream().map(s -> statement(key, s)).toList());
    }
}
