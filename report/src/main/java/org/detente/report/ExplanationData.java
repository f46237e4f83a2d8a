// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Explanations as data: each block an object whose `block` says which it is, each text a list in
/// which plain words are strings and every other run an object.
///
/// ```json
/// {"block": "paragraph", "text": ["From ", {"state": 5}, " Iran says ", {"quote": "no"}]}
/// ```
public final class ExplanationData {
    private ExplanationData() {}

    /// An explanation as data.
    ///
    /// @param explanation the explanation
    /// @return its title and blocks
    public static Data.Fields of(Explanation explanation) {
        return new Data.Fields()
                .with("title", explanation.title())
                .with("blocks", list(explanation.blocks(), ExplanationData::block));
    }

    private static Data block(Block block) {
        return switch (block) {
            case Block.Section(String title, var blocks) ->
                    start("section")
                            .with("title", title)
                            .with("blocks", list(blocks, ExplanationData::block));
            case Block.Finding(Span.Tone tone, Text text) ->
                    start("finding").with("tone", word(tone)).with("text", text(text));
            case Block.Paragraph(Text text) -> start("paragraph").with("text", text(text));
            case Block.Items(boolean ordered, var items) ->
                    start("items")
                            .with("ordered", ordered)
                            .with("items", list(items, ExplanationData::text));
            case Block.Facts(var facts) ->
                    start("facts").with("facts", list(facts, ExplanationData::fact));
            case Block.Quotation quotation -> quotation(quotation);
            case Block.Note(Block.Note.Kind kind, Text text) ->
                    start("note").with("kind", word(kind)).with("text", text(text));
            case Block.Table table -> table(table);
            case Block.Ladders(String caption, var groups) ->
                    start("ladders")
                            .with("caption", caption)
                            .with("groups", list(groups, ExplanationData::group));
            case Block.Graph graph -> graph(graph);
            case Block.Series series -> series(series);
            case Block.Timeline timeline -> timeline(timeline);
        };
    }

    private static Data.Fields start(String kind) {
        return new Data.Fields().with("block", kind);
    }

    private static Data fact(Block.Fact fact) {
        return new Data.Fields().with("name", fact.name()).with("text", text(fact.text()));
    }

    private static Data quotation(Block.Quotation quotation) {
        Data.Fields fields =
                start("quotation")
                        .with("words", quotation.words())
                        .with("speaker", quotation.speaker())
                        .with("source", quotation.source());
        return quotation.claim() == null ? fields : fields.with("claim", quotation.claim());
    }

    private static Data table(Block.Table table) {
        return start("table")
                .with("caption", table.caption())
                .with("columns", list(table.columns(), column -> new Data.Name(column.title())))
                .with("rows", list(table.rows(), row -> list(row, ExplanationData::text)))
                .with("omitted", table.omittedCount());
    }

    private static Data group(Block.LadderGroup group) {
        return new Data.Fields()
                .with("name", group.name())
                .with("role", group.role())
                .with("rows", list(group.rows(), ExplanationData::ladder));
    }

    private static Data ladder(Block.Ladder ladder) {
        return new Data.Fields()
                .with("name", ladder.name())
                .with("label", ladder.label())
                .with("levels", Data.Items.names(ladder.levels()))
                .with("current", ladder.currentIndex())
                .with("up", ladder.up())
                .with("down", ladder.down());
    }

    private static Data graph(Block.Graph graph) {
        return start("graph")
                .with("caption", graph.caption())
                .with(
                        "nodes",
                        list(
                                graph.nodes(),
                                node ->
                                        new Data.Fields()
                                                .with("id", node.id())
                                                .with("label", node.label())
                                                .with("tone", word(node.tone()))))
                .with(
                        "edges",
                        list(
                                graph.edges(),
                                edge ->
                                        new Data.Fields()
                                                .with("from", edge.from())
                                                .with("to", edge.to())
                                                .with("label", edge.label())
                                                .with("group", edge.group())));
    }

    private static Data series(Block.Series series) {
        return start("series")
                .with("caption", series.caption())
                .with("horizontal", series.horizontal())
                .with("vertical", series.vertical())
                .with(
                        "lines",
                        list(
                                series.lines(),
                                line ->
                                        new Data.Fields()
                                                .with("name", line.name())
                                                .with(
                                                        "points",
                                                        list(
                                                                line.points(),
                                                                ExplanationData::point))));
    }

    private static Data timeline(Block.Timeline timeline) {
        return start("timeline")
                .with("caption", timeline.caption())
                .with("lanes", Data.Items.names(timeline.lanes()))
                .with(
                        "measures",
                        list(timeline.measures(), column -> new Data.Name(column.title())))
                .with(
                        "steps",
                        list(
                                timeline.steps(),
                                step ->
                                        new Data.Fields()
                                                .with("label", step.label())
                                                .with("tone", word(step.tone()))
                                                .with(
                                                        "moves",
                                                        list(step.moves(), ExplanationData::text))
                                                .with(
                                                        "measures",
                                                        list(
                                                                step.measures(),
                                                                ExplanationData::text))));
    }

    private static Data point(Block.Point point) {
        return new Data.Items(
                List.of(new Data.Real(point.horizontal()), new Data.Real(point.vertical())));
    }

    /// The runs of a text, neighbouring plain words joined.
    private static Data.Items text(Text text) {
        List<Data> runs = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (Span span : text.spans()) {
            if (span instanceof Span.Plain(String words)) {
                plain.append(words);
            } else {
                flush(plain, runs);
                runs.add(span(span));
            }
        }
        flush(plain, runs);
        return new Data.Items(runs);
    }

    private static void flush(StringBuilder plain, List<Data> runs) {
        if (!plain.isEmpty()) {
            runs.add(new Data.Name(plain.toString()));
            plain.setLength(0);
        }
    }

    private static Data span(Span span) {
        return switch (span) {
            case Span.Plain(String words) -> new Data.Name(words);
            case Span.Strong(String words) -> new Data.Fields().with("strong", words);
            case Span.Code(String words) -> new Data.Fields().with("code", words);
            case Span.Quote(String words) -> new Data.Fields().with("quote", words);
            case Span.ClaimRef(String claim) -> new Data.Fields().with("claim", claim);
            case Span.StateRef(int state) -> new Data.Fields().with("state", state);
            case Span.Mark(Span.Tone tone, String words) ->
                    new Data.Fields().with("mark", words).with("tone", word(tone));
        };
    }

    private static <T> Data.Items list(List<T> items, Function<T, Data> each) {
        return new Data.Items(items.stream().map(each).toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
