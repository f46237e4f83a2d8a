// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Documents that use every block and every span: a calm one, and one full of hostile words.
final class Samples {
    /// Each of these has broken some renderer somewhere.
    static final List<String> HOSTILE =
            List.of(
                    "<script>alert('x')</script>",
                    "\"]]> --> </style> & &amp; ${x}",
                    "\u001b[31mred\u001b[0m \u009b2J \u0007",
                    "right\u202Eot tfel\u202C and \u2066isolated\u2069",
                    "\ud800 alone, \uffff no character",
                    "`code` *star* _under_ [link](javascript:alert) | pipe # hash",
                    "سلام\u200cعلیکم is Persian, 漢字仮名交じり文 Japanese, e\u0301 combined",
                    "x".repeat(120));

    private Samples() {}

    /// A short, ordinary document.
    static Page calm() {
        return new Page(
                "Two neighbours and a river",
                "For the mediation team",
                "Known to 25 February 2026. Not a forecast.",
                List.of(
                        new Block.Fact("Parties", Text.of("Upland, Lowland")),
                        new Block.Fact("States", Text.of("12 of 16 can occur")),
                        new Block.Fact(
                                "Sources",
                                Text.writer()
                                        .plain("one article; ")
                                        .mark(Span.Tone.CONTESTED, "2 claims contested")
                                        .done())),
                List.of(calmPart(), new Explanation("Evidence", List.of(ledger()))));
    }

    private static Explanation calmPart() {
        return new Explanation(
                "Which outcomes would last",
                List.of(
                        new Block.Finding(
                                Span.Tone.MIXED,
                                Text.writer()
                                        .plain("The shared dam lasts ")
                                        .strong("if both sides watch each other")
                                        .plain(", under 3 of 4 readings of the preferences ")
                                        .claim("c2")
                                        .plain(".")
                                        .done()),
                        new Block.Finding(
                                Span.Tone.BAD,
                                Text.of(
                                        "The present stand-off falls: Lowland gains by opening talks.")),
                        new Block.Paragraph(
                                Text.writer()
                                        .plain(
                                                "A state lasts when no party can better itself by a move, or when every such move would be answered. Upland’s option ")
                                        .code("upland.dam")
                                        .plain(" stands at state ")
                                        .state(5)
                                        .plain(". The ministry calls the dam ")
                                        .quote("a matter of survival")
                                        .plain(", which rests on one claim ")
                                        .claim("c1")
                                        .plain(".")
                                        .done()),
                        new Block.Section("Who can do what", List.of(calmLadders())),
                        new Block.Section(
                                "Where it goes",
                                List.of(calmGraph(), calmSeries(), calmTimeline())),
                        new Block.Section("What was left out", List.of(calmTable(), calmNote()))));
    }

    private static Block calmLadders() {
        return new Block.Ladders(
                "The options of each party, with the level in force",
                List.of(
                        new Block.LadderGroup(
                                "Upland",
                                "party",
                                List.of(
                                        new Block.Ladder(
                                                "dam",
                                                "How far the dam on the upper river is built",
                                                List.of("planned", "half built", "complete"),
                                                1,
                                                true,
                                                false),
                                        new Block.Ladder(
                                                "data",
                                                "Sharing the readings of the river gauges every week",
                                                List.of("no", "yes"),
                                                0,
                                                true,
                                                true))),
                        new Block.LadderGroup(
                                "Lowland",
                                "party, ratified by its assembly",
                                List.of(
                                        new Block.Ladder(
                                                "court",
                                                "The case before the regional court",
                                                List.of(
                                                        "none",
                                                        "announced",
                                                        "filed with the registry",
                                                        "heard",
                                                        "decided",
                                                        "decided and enforced by the members"),
                                                2,
                                                true,
                                                true),
                                        new Block.Ladder(
                                                "treaty",
                                                "The treaty of 1959",
                                                List.of("kept", "left"),
                                                0,
                                                false,
                                                false))),
                        new Block.LadderGroup("The regional court", "mediator", List.of())));
    }

    private static Block calmGraph() {
        return new Block.Graph(
                "Improvements from the present state",
                List.of(
                        new Block.Node(
                                "5",
                                "Stand-off (state 5), where things are now",
                                Span.Tone.NEUTRAL),
                        new Block.Node("7", "Talks (state 7)", Span.Tone.GOOD),
                        new Block.Node("6", "Court case (state 6)", Span.Tone.MIXED),
                        new Block.Node("9", "Shared dam (state 9)", Span.Tone.GOOD),
                        new Block.Node("2", "Closed border (state 2)", Span.Tone.BAD)),
                List.of(
                        new Block.Edge("5", "7", "opens talks", "Lowland"),
                        new Block.Edge("5", "6", "files the case", "Lowland"),
                        new Block.Edge("7", "9", "shares the readings", "Upland"),
                        new Block.Edge("6", "7", "withdraws the case", "Lowland"),
                        new Block.Edge("6", "2", "closes the border", "Upland"),
                        new Block.Edge("2", "5", "opens the border", "Upland"),
                        new Block.Edge("5", "9", "", "both")));
    }

    private static Block calmSeries() {
        return new Block.Series(
                "Chance that the talks still go on",
                "weeks from now",
                "chance, %",
                List.of(
                        line("with a mediator", 30, week -> 100 * Math.pow(0.98, week)),
                        line("without one", 30, week -> 100 * Math.pow(0.93, week)),
                        line(
                                "with a deadline in week 12",
                                30,
                                week -> week < 12 ? 95 : 95 * Math.pow(0.8, week - 12.0))));
    }

    private static Block calmTimeline() {
        return new Block.Timeline(
                "The order of steps",
                List.of("Upland", "Lowland"),
                List.of(Block.Column.numbers("Margin"), Block.Column.words("Exposed")),
                List.of(
                        new Block.TimelineStep(
                                "1",
                                Span.Tone.GOOD,
                                List.of(
                                        Text.writer().code("upland.gauge").plain(" shared").done(),
                                        Text.EMPTY),
                                List.of(Text.of("+12 %"), Text.of("nobody"))),
                        new Block.TimelineStep(
                                "2",
                                Span.Tone.BAD,
                                List.of(Text.EMPTY, Text.of("withdraws the case")),
                                List.of(Text.of("−3 %"), Text.of("Lowland by 20 %")))));
    }

    private static Block.Line line(String name, int count, IntToDoubleFunction value) {
        return new Block.Line(
                name,
                IntStream.range(0, count)
                        .mapToObj(week -> new Block.Point(week, value.applyAsDouble(week)))
                        .toList());
    }

    private static Block calmTable() {
        List<List<Text>> rows = new ArrayList<>();
        String[] outcomes = {"Shared dam", "Stand-off", "Closed border"};
        String[] because = {
            "Upland could finish alone, but Lowland would then leave the treaty, and Upland ranks that lower",
            "Lowland opens talks and nothing Upland prefers answers it",
            "both would rather open it again"
        };
        for (int row = 0; row < outcomes.length; row++) {
            rows.add(
                    List.of(
                            Text.of(outcomes[row]),
                            Text.of(Integer.toString(row * 1234 + 1)),
                            Text.writer()
                                    .mark(
                                            row == 0 ? Span.Tone.GOOD : Span.Tone.BAD,
                                            row == 0 ? "lasts" : "falls")
                                    .done(),
                            Text.of(because[row])));
        }
        return new Block.Table(
                "Every outcome and what decides it",
                List.of(
                        Block.Column.words("Outcome"),
                        Block.Column.numbers("States"),
                        Block.Column.words("Verdict"),
                        Block.Column.words("Because")),
                rows,
                792);
    }

    private static Block calmNote() {
        return new Block.Note(
                Block.Note.Kind.ASSUMED,
                Text.of(
                        "Upland is taken to watch every move of Lowland within a week. Nobody in the sources says so."));
    }

    private static Block ledger() {
        return new Block.Section(
                "Claims",
                List.of(
                        new Block.Quotation(
                                "The dam is a matter of survival, and no court will decide over it.",
                                "Upland’s minister of water",
                                "Regional Gazette, 3 February 2026",
                                "c1"),
                        new Block.Table(
                                "The other claims",
                                List.of(Block.Column.words("Claim"), Block.Column.words("Says")),
                                List.of(
                                        List.of(
                                                Text.writer().claim("c2").done(),
                                                Text.of(
                                                        "Lowland’s envoy says the readings would be enough."))),
                                0)));
    }

    /// A document in which every text is hostile and every block is there.
    static Page hostile() {
        return hostile(HOSTILE);
    }

    /// The same, with a word of five thousand letters instead of the long one.
    static Page veryHostile() {
        List<String> words = new ArrayList<>(HOSTILE);
        words.set(words.size() - 1, "x".repeat(5000));
        return hostile(words);
    }

    private static Page hostile(List<String> every) {
        List<Block> blocks = new ArrayList<>();
        for (String words : every) {
            blocks.addAll(everyBlock(words));
        }
        blocks.add(nested(5));
        blocks.addAll(emptyBlocks());
        blocks.add(wide());
        return new Page(
                "Hostile " + HOSTILE.getFirst(),
                HOSTILE.get(2),
                HOSTILE.get(3),
                List.of(new Block.Fact(HOSTILE.get(1), Text.of(HOSTILE.get(5)))),
                List.of(
                        new Explanation("Every block, " + HOSTILE.get(5), blocks),
                        new Explanation("Nothing", List.of())));
    }

    private static List<Block> everyBlock(String words) {
        Text text =
                Text.writer()
                        .plain(words + " ")
                        .strong(words)
                        .plain(" ")
                        .code(words)
                        .plain(" ")
                        .quote(words)
                        .plain(" ")
                        .claim(words)
                        .plain(" ")
                        .state(7)
                        .plain(" ")
                        .mark(Span.Tone.CONTESTED, words)
                        .done();
        List<Block> blocks = new ArrayList<>();
        for (Span.Tone tone : Span.Tone.values()) {
            blocks.add(
                    new Block.Finding(tone, Text.of(Span.Tone.GOOD == tone ? words : tone.name())));
        }
        blocks.add(new Block.Paragraph(text));
        blocks.add(new Block.Items(false, List.of(text, Text.EMPTY, Text.of(words))));
        blocks.add(new Block.Items(true, List.of(Text.of(words), Text.of("1. two"))));
        blocks.add(new Block.Facts(List.of(new Block.Fact(words, text), new Block.Fact("", text))));
        blocks.add(new Block.Quotation(words, words, words, words));
        blocks.add(new Block.Quotation(words, "", "", null));
        for (Block.Note.Kind kind : Block.Note.Kind.values()) {
            blocks.add(new Block.Note(kind, Text.of(words)));
        }
        blocks.add(
                new Block.Table(
                        words,
                        List.of(Block.Column.words(words), Block.Column.numbers(words)),
                        List.of(
                                List.of(text, Text.of("12.5")),
                                List.of(Text.EMPTY, Text.of(words))),
                        3));
        blocks.add(
                new Block.Ladders(
                        words,
                        List.of(
                                new Block.LadderGroup(
                                        words,
                                        words,
                                        List.of(
                                                new Block.Ladder(
                                                        words,
                                                        words,
                                                        List.of(words, "b"),
                                                        0,
                                                        true,
                                                        false),
                                                new Block.Ladder(
                                                        "x",
                                                        "",
                                                        List.of("a", words),
                                                        1,
                                                        false,
                                                        true),
                                                new Block.Ladder(
                                                        "y", "", List.of(), 0, false, false))))));
        blocks.add(
                new Block.Graph(
                        words,
                        List.of(
                                new Block.Node(words, words, Span.Tone.GOOD),
                                new Block.Node("b", words, Span.Tone.BAD)),
                        List.of(
                                new Block.Edge(words, "b", words, words),
                                new Block.Edge("b", "b", words, words),
                                new Block.Edge("b", "nowhere", "", ""))));
        blocks.add(
                new Block.Series(
                        words,
                        words,
                        words,
                        List.of(
                                new Block.Line(
                                        words,
                                        List.of(
                                                new Block.Point(0, 1),
                                                new Block.Point(1, 1e-7))))));
        blocks.add(
                new Block.Timeline(
                        words,
                        List.of(words),
                        List.of(Block.Column.words(words)),
                        List.of(
                                new Block.TimelineStep(
                                        words,
                                        Span.Tone.MIXED,
                                        List.of(Text.of(words)),
                                        List.of(Text.of(words))))));
        return blocks;
    }

    private static Block nested(int depth) {
        Block inside =
                depth == 1 ? new Block.Paragraph(Text.of("The innermost.")) : nested(depth - 1);
        return new Block.Section("Nested, %d to go".formatted(depth - 1), List.of(inside));
    }

    private static List<Block> emptyBlocks() {
        return List.of(
                new Block.Section("", List.of()),
                new Block.Paragraph(Text.EMPTY),
                new Block.Items(true, List.of()),
                new Block.Facts(List.of()),
                new Block.Table("No columns", List.of(), List.of(), 0),
                new Block.Table(
                        "No rows",
                        List.of(Block.Column.words("One"), Block.Column.numbers("Two")),
                        List.of(),
                        0),
                new Block.Table(
                        "",
                        List.of(Block.Column.words("Only")),
                        List.of(List.of(Text.of("a")), List.of(Text.of("b"))),
                        1),
                new Block.Ladders("", List.of()),
                new Block.Graph("No nodes", List.of(), List.of()),
                new Block.Series("No lines", "", "", List.of()),
                new Block.Timeline("No steps", List.of(), List.of(), List.of()),
                new Block.Series(
                        "No points", "x", "y", List.of(new Block.Line("empty", List.of()))));
    }

    private static Block wide() {
        List<Block.Column> columns =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> new Block.Column("Column number " + i, i % 3 == 0))
                        .toList();
        List<List<Text>> rows =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(row ->
                                IntStream.rangeClosed(1, 12)
                                        .mapToObj(i ->
                                                Text.of(
                                                        i % 3 == 0
                                                                ? row * i + ".5"
                                                                : "cell with several words " + i))
                                        .toList())
                        .toList();
        return new Block.Table("Twelve columns", columns, rows, 0);
    }
}
