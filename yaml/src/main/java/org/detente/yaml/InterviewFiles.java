// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.model.ModelError;
import org.detente.model.PartialDate;
import org.detente.model.Place;
import org.detente.yaml.CaseInput.FileContent;
import org.detente.yaml.InterviewRecord.Entry;
import org.detente.yaml.InterviewRecord.Round;
import org.detente.yaml.Nodes.Keys;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads and writes the records of interviews, and reads answers written down beforehand.
///
/// Any bytes whatever give either a record or a [ModelError] with a place, a fact and a mend for
/// each problem. Time and memory O(size of the file), which is bounded.
public final class InterviewFiles {
    private static final int MOST_BYTES = 1 << 20;
    private static final SequencedMap<String, Boolean> NO_YES = Scalars.NO_YES;
    private static final String HEAD =
            """
            # The record of an interview, kept by 'detente elicit': every answer of every round.
            # What was taken back or revised stays here; the view in the case holds what stands.
            """;

    private final Findings findings = new Findings();

    private InterviewFiles() {}

    /// An answer written down beforehand.
    ///
    /// @param ask the key of the question it is for, or null for whatever comes next
    /// @param pieces the answer, piece by piece: numbers or keys of choices, `none` or `skip`
    /// @param place where it stands
    public record Given(@Nullable String ask, List<String> pieces, Place place) {
        /// Copies the list.
        public Given {
            pieces = List.copyOf(pieces);
        }
    }

    /// Writes a record.
    ///
    /// @param record the record
    /// @return YAML, ending in a line break
    public static String write(InterviewRecord record) {
        List<Node> rounds = new ArrayList<>();
        for (Round round : record.rounds()) {
            List<Node> entries = new ArrayList<>();
            for (Entry entry : round.entries()) {
                List<Node> words = entry.answer().stream().map(Nodes::words).toList();
                entries.add(
                        Nodes.keys()
                                .put("ask", Nodes.words(entry.ask()))
                                .put(
                                        "answer",
                                        words.size() == 1
                                                ? words.getFirst()
                                                : Nodes.flowList(words))
                                .put("on", Nodes.plain(entry.on().toString()))
                                .flow());
            }
            rounds.add(
                    Nodes.keys()
                            .putWords("by", round.by())
                            .put("done", Nodes.words(round.isDone() ? "yes" : "no"))
                            .put("answers", Nodes.blockList(entries))
                            .block());
        }
        Keys keys =
                Nodes.keys()
                        .put("interview", Nodes.plain("1"))
                        .putWords("case", record.title())
                        .putWords("party", record.party())
                        .putWords("view", record.view())
                        .putWords("points", record.points())
                        .put("rounds", Nodes.blockList(rounds));
        return HEAD + CaseWriter.text(keys.block());
    }

    /// Reads a record.
    ///
    /// @param content the file
    /// @param displayName the file as the user would recognise it
    /// @return the record
    /// @throws ModelError holding every problem found, in the order of the file
    public static InterviewRecord read(FileContent content, String displayName) {
        InterviewFiles reader = new InterviewFiles();
        Part root = reader.root(content);
        InterviewRecord record = root == null ? null : reader.record(root);
        if (record == null || reader.findings.anyError()) {
            throw new ModelError(displayName, reader.findings.sorted());
        }
        return record;
    }

    /// Reads answers: a list, or a record, whose last round counts.
    ///
    /// @param content the file
    /// @param displayName the file as the user would recognise it
    /// @return the answers, in the order written
    /// @throws ModelError holding every problem found, in the order of the file
    public static List<Given> answers(FileContent content, String displayName) {
        InterviewFiles reader = new InterviewFiles();
        Part root = reader.root(content);
        List<Given> given = root == null ? List.of() : reader.given(root);
        if (reader.findings.anyError()) {
            throw new ModelError(displayName, reader.findings.sorted());
        }
        return List.copyOf(given);
    }

    private @Nullable Part root(FileContent content) {
        byte[] bytes =
                switch (content) {
                    case FileContent.Bytes(byte[] all) when all.length <= MOST_BYTES -> all;
                    case FileContent.Bytes(byte[] all) -> {
                        FileContent.Refused refused =
                                RelativePaths.tooLarge(all.length, MOST_BYTES);
                        yield nothing(refused.fact(), refused.mend());
                    }
                    case FileContent.Absent _ -> nothing("is not there", "Check its path");
                    case FileContent.Refused(String fact, String mend) -> nothing(fact, mend);
                };
        CaseText text = bytes == null ? null : CaseText.decode(bytes, findings);
        boolean isEmpty =
                text != null
                        && text.text()
                                .lines()
                                .allMatch(l -> l.isBlank() || l.strip().startsWith("#"));
        if (isEmpty) {
            nothing("is empty", "Write a list of answers");
            return null;
        }
        YamlNode root = text == null ? null : YamlComposer.compose(text, findings);
        return root == null ? null : Part.root(root);
    }

    private byte @Nullable [] nothing(String fact, String mend) {
        findings.error("", new Place(1, 1), fact, mend);
        return null;
    }

    private @Nullable InterviewRecord record(Part root) {
        Fields fields =
                Fields.of(
                        root,
                        findings,
                        List.of("interview", "case", "party", "view", "points", "rounds"));
        if (fields == null) {
            return null;
        }
        String party = needed(fields, "party");
        String view = needed(fields, "view");
        String title = fields.text("case");
        SequencedMap<String, String> words = new LinkedHashMap<>();
        words.put("kept", "kept");
        words.put("aside", "aside");
        Part pointsPart = fields.required("points", "Add points: aside");
        String points = pointsPart == null ? null : Scalars.choice(pointsPart, words, findings);
        Part roundsPart = fields.required("rounds", "Add rounds: with answers");
        List<Part> items =
                roundsPart == null
                        ? null
                        : Fields.items(roundsPart, findings, "Write rounds in a list");
        List<Round> rounds = new ArrayList<>();
        for (Part item : items == null ? List.<Part>of() : items) {
            Round round = round(item);
            if (round != null) {
                rounds.add(round);
            }
        }
        return party == null || view == null || points == null || rounds.isEmpty()
                ? null
                : new InterviewRecord(title == null ? "" : title, party, view, points, rounds);
    }

    private @Nullable String needed(Fields fields, String key) {
        Part part = fields.required(key, "Add %s: with an id".formatted(key));
        return part == null ? null : Scalars.text(part, findings);
    }

    private @Nullable Round round(Part part) {
        Fields fields = Fields.of(part, findings, List.of("by", "done", "answers"));
        Part byPart = fields == null ? null : fields.required("by", "Add by: with a name");
        String by = byPart == null ? null : Scalars.text(byPart, findings);
        Part donePart = fields == null ? null : fields.get("done");
        Boolean done = donePart == null ? false : Scalars.choice(donePart, NO_YES, findings);
        Part answersPart =
                fields == null ? null : fields.required("answers", "Add answers: in a list");
        List<Part> items =
                answersPart == null
                        ? null
                        : Fields.items(answersPart, findings, "Write answers in a list");
        List<Entry> entries = new ArrayList<>();
        for (Part item : items == null ? List.<Part>of() : items) {
            Entry entry = entry(item);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return by == null ? null : new Round(by, Boolean.TRUE.equals(done), entries);
    }

    private @Nullable Entry entry(Part part) {
        Fields fields = Fields.of(part, findings, List.of("ask", "answer", "on"));
        String ask = fields == null ? null : needed(fields, "ask");
        Part answer =
                fields == null ? null : fields.required("answer", "Add answer: with what was said");
        Part onPart = fields == null ? null : fields.required("on", "Add on: with the date");
        PartialDate on = onPart == null ? null : Scalars.date(onPart, findings);
        return ask == null || answer == null || on == null
                ? null
                : new Entry(ask, pieces(answer), on);
    }

    private List<String> pieces(Part part) {
        List<Part> items =
                part.node() instanceof YamlNode.Listing
                        ? Fields.items(part, findings, "Write one answer, or several in a list")
                        : List.of(part);
        List<String> pieces = new ArrayList<>();
        for (Part item : items == null ? List.<Part>of() : items) {
            String text = Scalars.text(item, findings);
            if (text != null) {
                pieces.add(text);
            }
        }
        return pieces;
    }

    private List<Given> given(Part root) {
        if (root.node() instanceof YamlNode.Mapping mapping && mapping.entry("rounds") != null) {
            InterviewRecord record = record(root);
            List<Given> given = new ArrayList<>();
            for (Entry entry :
                    record == null ? List.<Entry>of() : record.rounds().getLast().entries()) {
                List<String> pieces = entry.answer().isEmpty() ? List.of("none") : entry.answer();
                given.add(new Given(entry.ask(), pieces, root.node().place()));
            }
            return given;
        }
        List<Part> items =
                Fields.items(
                        root,
                        findings,
                        "Write a list, each item one answer or {ask: …, answer: …}");
        List<Given> given = new ArrayList<>();
        for (Part item : items == null ? List.<Part>of() : items) {
            Fields fields =
                    item.node() instanceof YamlNode.Mapping
                            ? Fields.of(item, findings, List.of("ask", "answer", "on"))
                            : null;
            Part answer =
                    item.node() instanceof YamlNode.Mapping
                            ? fields == null
                                    ? null
                                    : fields.required("answer", "Add answer: with what is said")
                            : item;
            if (answer != null) {
                List<String> pieces = pieces(answer);
                boolean isNone =
                        answer.node() instanceof YamlNode.Listing(var none, _) && none.isEmpty();
                given.add(
                        new Given(
                                fields == null ? null : fields.text("ask"),
                                isNone ? List.of("none") : pieces,
                                item.node().place()));
            }
        }
        return given;
    }
}
