// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Wording;
import org.detente.compile.PackageBan;
import org.detente.compile.StatedForm;
import org.detente.explain.Block;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.ItemRef;

/// Tells what holds under every reading, what hangs on which, and what to ask next.
public final class StatedBlocks {
    private final StatedFindings found;
    private final StatedWords words;

    /// Words for findings.
    ///
    /// @param found the findings
    public StatedBlocks(StatedFindings found) {
        this.found = found;
        this.words = new StatedWords(found);
    }

    /// What leads: what holds under every reading, what hangs on which, what to ask next.
    ///
    /// @return findings
    public List<Block> headline() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new StatedHeadline(found, words).finding());
        if (!found.questions().isEmpty()) {
            Settling.Found question = found.questions().getFirst();
            blocks.add(
                    new Block.Finding(
                            Span.Tone.NEUTRAL,
                            Text.writer()
                                    .plain("The one question to ask next: ask ")
                                    .text(words.question(question))
                                    .plain(". ")
                                    .plain(words.answers(question))
                                    .done()));
        }
        return blocks;
    }

    /// The grid of packages by readings, the verdict of each party, red lines, and limits.
    ///
    /// @return blocks of a section
    public List<Block> grid() {
        List<Block> blocks = new ArrayList<>();
        if (found.tabled().isEmpty()) {
            blocks.add(
                    new Block.Paragraph(
                            Text.of("No package was acceptable to all even under some reading.")));
            return withNotes(blocks);
        }
        List<Text> packages = new ArrayList<>();
        found.tabled().forEach(levels -> packages.add(words.changes(levels)));
        blocks.add(new Block.Items(true, packages));
        if (!found.views().isEmpty()) {
            blocks.add(byView());
            List<Text> splits = found.splits().stream().map(words::split).toList();
            if (!splits.isEmpty()) {
                blocks.add(new Block.Items(false, splits));
            }
        }
        blocks.add(byParty());
        blocks.addAll(new FootingWords(found, words).blocks());
        List<Text> lines = redLines();
        lines.addAll(preferred());
        lines.addAll(efficient());
        if (!lines.isEmpty()) {
            blocks.add(new Block.Items(false, lines));
        }
        return withNotes(blocks);
    }

    private List<Block> withNotes(List<Block> blocks) {
        blocks.add(
                new Block.Paragraph(
                        Text.of(
                                "✓ acceptable under every value function that fits what is stated; ? under some; ✗ under none, or a red line is crossed.")));
        if (!found.isAll()) {
            blocks.add(
                    new Block.Note(
                            Block.Note.Kind.LIMIT,
                            Text.of(
                                    "There are more than %s packages, as many as --stated-packages allows; those on the table and those nearest to them were looked at."
                                            .formatted(Wording.number(found.bound())))));
        }
        if (found.readings().stream().anyMatch(StatedFindings.View::isCut)) {
            blocks.add(
                    new Block.Note(
                            Block.Note.Kind.LIMIT,
                            Text.of(
                                    "Some beliefs in ranges stand at their centres here, because there are too many to follow each to both ends.")));
        }
        for (PartyReading party : found.own().parties().values()) {
            StatedForm stated = party.stated();
            if (stated != null && !stated.openItems().isEmpty()) {
                blocks.add(
                        new Block.Note(
                                Block.Note.Kind.CAUTION,
                                Text.of(
                                        "%s does not say which level is best and which is worst of %s, so that verdicts leave more open than they might."
                                                .formatted(
                                                        words.party(party.party()),
                                                        String.join(
                                                                ", ",
                                                                stated.openItems().stream()
                                                                        .map(ItemRef::toString)
                                                                        .toList())))));
            }
        }
        return blocks;
    }

    private List<Block.Column> columns(String first) {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.words(first));
        for (int k = 0; k < found.tabled().size(); k++) {
            columns.add(Block.Column.words(Integer.toString(k + 1)));
        }
        return columns;
    }

    private int index(int tabled) {
        return found.packages().indexOf(found.tabled().get(tabled));
    }

    private Block byView() {
        List<List<Text>> rows = new ArrayList<>();
        for (StatedFindings.View view : found.readings()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(Wording.sentenceStart(view.name())));
            for (int k = 0; k < found.tabled().size(); k++) {
                row.add(StatedWords.sign(view.joint(index(k))));
            }
            rows.add(row);
        }
        return new Block.Table("Acceptable to all who must agree", columns("Reading"), rows, 0);
    }

    private Block byParty() {
        List<List<Text>> rows = new ArrayList<>();
        int party = 0;
        for (String id : found.own().parties().keySet()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(words.party(id)));
            for (int k = 0; k < found.tabled().size(); k++) {
                row.add(StatedWords.sign(found.own().verdicts().get(index(k)).get(party).held()));
            }
            rows.add(row);
            party++;
        }
        return new Block.Table(
                "Acceptable to each, in %s".formatted(found.own().name()),
                columns("Party"),
                rows,
                0);
    }

    private List<Text> redLines() {
        List<Text> lines = new ArrayList<>();
        for (StatedFindings.View view : found.readings()) {
            List<PackageBan> crossed = new ArrayList<>();
            List<List<Integer>> by = new ArrayList<>();
            for (int k = 0; k < found.tabled().size(); k++) {
                for (Verdict verdict : view.verdicts().get(index(k))) {
                    PackageBan line = verdict.redLine();
                    if (line != null) {
                        if (!crossed.contains(line)) {
                            crossed.add(line);
                            by.add(new ArrayList<>());
                        }
                        by.get(crossed.indexOf(line)).add(k);
                    }
                }
            }
            for (int k = 0; k < crossed.size(); k++) {
                lines.add(
                        Text.writer()
                                .plain(
                                        "In %s, %s %s "
                                                .formatted(
                                                        view.name(),
                                                        StatedWords.packages(by.get(k)),
                                                        by.get(k).size() == 1
                                                                ? "crosses"
                                                                : "cross"))
                                .text(words.redLine(crossed.get(k)))
                                .plain(".")
                                .done());
            }
        }
        return lines;
    }

    /// Which packages tabled a party prefers to which, whatever fits what it states.
    private List<Text> preferred() {
        List<Text> lines = new ArrayList<>();
        for (String party : found.own().parties().keySet()) {
            List<String> parts = new ArrayList<>();
            for (int first = 0; first < found.tabled().size(); first++) {
                List<Integer> worse = new ArrayList<>();
                for (StatedFindings.Preferred one : found.preferred()) {
                    if (one.party().equals(party)
                            && one.first() == first
                            && one.held() == Verdict.Held.ALL) {
                        worse.add(one.second());
                    }
                }
                if (!worse.isEmpty()) {
                    parts.add(
                            "%d at least as well as %s"
                                    .formatted(first + 1, StatedWords.numbers(worse)));
                }
            }
            if (!parts.isEmpty()) {
                lines.add(
                        Text.of(
                                "Whatever fits what it states, %s likes package %s."
                                        .formatted(words.party(party), String.join("; ", parts))));
            }
        }
        return lines;
    }

    private List<Text> efficient() {
        List<String> parts = new ArrayList<>();
        for (Efficiency.Answer answer : Efficiency.Answer.values()) {
            List<Integer> those = new ArrayList<>();
            for (int k = 0; k < found.efficient().size(); k++) {
                if (found.efficient().get(k) == answer) {
                    those.add(k);
                }
            }
            if (!those.isEmpty()) {
                parts.add(StatedWords.packages(those) + " " + words(answer));
            }
        }
        return parts.isEmpty()
                ? List.of()
                : List.of(
                        Text.of(
                                "Efficient among the packages looked at: %s."
                                        .formatted(String.join("; ", parts))));
    }

    private static String words(Efficiency.Answer answer) {
        return switch (answer) {
            case ALL -> "whatever fits what is stated";
            case SOME -> "under some value functions and not under all";
            case NONE -> "under none";
            case OPEN -> "not under all, and whether under some was not found out";
            case UNKNOWN -> "perhaps under all, with more pairs open than were followed";
        };
    }

    /// The question to ask next, of each party.
    ///
    /// @return blocks of a section; none if nothing is open or no single answer would settle it
    public List<Block> ask() {
        List<Text> questions = new ArrayList<>();
        for (Settling.Found question : found.questions()) {
            Text asked = words.question(question);
            questions.add(
                    Text.writer()
                            .plain("Ask ")
                            .text(asked)
                            .plain(". ")
                            .plain(words.answers(question))
                            .done());
        }
        return questions.isEmpty() ? List.of() : List.of(new Block.Items(true, questions));
    }
}
