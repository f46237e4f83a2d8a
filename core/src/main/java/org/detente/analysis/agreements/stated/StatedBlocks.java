// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Wording;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.compile.StatedForm;
import org.detente.explain.Block;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.ItemRef;

/// Tells what holds under every reading, what hangs on which, and what to ask next.
public final class StatedBlocks {
    private final StatedFindings found;
    private final Wording words;

    /// Words for findings.
    ///
    /// @param found the findings
    public StatedBlocks(StatedFindings found) {
        this.found = found;
        this.words = new Wording(found.own().form().model());
    }

    /// The first sentence: how many packages hold under all, some and no value functions.
    ///
    /// @return a finding
    public Block headline() {
        StatedFindings.View own = found.own();
        int everywhere = 0;
        int somewhere = 0;
        for (int index = 0; index < found.packages().size(); index++) {
            int at = index;
            everywhere +=
                    found.readings().stream().allMatch(r -> r.joint(at) == Verdict.Held.ALL)
                            ? 1
                            : 0;
            somewhere +=
                    found.readings().stream().anyMatch(r -> r.joint(at) != Verdict.Held.NONE)
                            ? 1
                            : 0;
        }
        Text.Writer text = Text.writer().plain("Of ");
        text.plain(Wording.counted(found.packages().size(), "package", "packages"))
                .plain(found.isAll() ? " that the rules allow, " : " looked at, ")
                .strong(Integer.toString(own.count(Verdict.Held.ALL)))
                .plain(" would be acceptable to all who must agree whatever fits what they state, ")
                .strong(Integer.toString(own.count(Verdict.Held.SOME)))
                .plain(" may be, and ")
                .strong(Integer.toString(own.count(Verdict.Held.NONE)))
                .plain(" cannot be, or cross a red line.");
        if (!found.views().isEmpty()) {
            text.plain(
                    " Under every view too, %d hold; under the case or at least one view, %d may or do hold."
                            .formatted(everywhere, somewhere));
        }
        Span.Tone tone =
                everywhere > 0 ? Span.Tone.GOOD : somewhere == 0 ? Span.Tone.BAD : Span.Tone.MIXED;
        return new Block.Finding(tone, text.done());
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
        found.tabled().forEach(levels -> packages.add(changes(levels)));
        blocks.add(new Block.Items(true, packages));
        if (!found.views().isEmpty()) {
            blocks.add(byView());
        }
        blocks.add(byParty());
        List<Text> lines = redLines();
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
                                    "There are more than %s packages, as many as --stated-packages allows; only those on the table were looked at."
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

    private Block byView() {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.words("Reading"));
        List<List<Text>> rows = new ArrayList<>();
        for (int k = 0; k < found.tabled().size(); k++) {
            columns.add(Block.Column.words(Integer.toString(k + 1)));
        }
        for (StatedFindings.View view : found.readings()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(Wording.sentenceStart(view.name())));
            for (List<Integer> levels : found.tabled()) {
                row.add(sign(view.joint(found.packages().indexOf(levels))));
            }
            rows.add(row);
        }
        return new Block.Table("Acceptable to all who must agree", columns, rows, 0);
    }

    private Block byParty() {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.words("Party"));
        for (int k = 0; k < found.tabled().size(); k++) {
            columns.add(Block.Column.words(Integer.toString(k + 1)));
        }
        List<List<Text>> rows = new ArrayList<>();
        int party = 0;
        for (String id : found.own().parties().keySet()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(words.party(id)));
            for (List<Integer> levels : found.tabled()) {
                int index = found.packages().indexOf(levels);
                row.add(sign(found.own().verdicts().get(index).get(party).held()));
            }
            rows.add(row);
            party++;
        }
        return new Block.Table("Acceptable to each, in the case as looked at", columns, rows, 0);
    }

    private List<Text> redLines() {
        List<Text> lines = new ArrayList<>();
        for (int k = 0; k < found.tabled().size(); k++) {
            int index = found.packages().indexOf(found.tabled().get(k));
            for (Verdict verdict : found.own().verdicts().get(index)) {
                PackageBan line = verdict.redLine();
                if (line != null) {
                    lines.add(
                            Text.writer()
                                    .plain(
                                            "Package %d crosses %s's red line, never "
                                                    .formatted(k + 1, words.party(line.name())))
                                    .code(String.valueOf(line.condition()))
                                    .plain(" (")
                                    .text(Wording.basis(line.basis()))
                                    .plain(")")
                                    .done());
                }
            }
        }
        return lines;
    }

    private static Text sign(Verdict.Held held) {
        Span.Tone tone =
                switch (held) {
                    case ALL -> Span.Tone.GOOD;
                    case SOME -> Span.Tone.MIXED;
                    case NONE -> Span.Tone.BAD;
                };
        return Text.of(new Span.Mark(tone, held.sign()));
    }

    /// The question to ask next, of each party.
    ///
    /// @return blocks of a section; none if nothing is open or no single answer would settle it
    public List<Block> ask() {
        List<Text> questions = new ArrayList<>();
        for (Settling.Found question : found.questions()) {
            questions.add(question(question));
        }
        return questions.isEmpty() ? List.of() : List.of(new Block.Items(true, questions));
    }

    private Text question(Settling.Found question) {
        StatedForm.Question compared = question.compared();
        Text.Writer text = Text.writer().plain("Ask %s: ".formatted(words.party(question.party())));
        if (compared == null) {
            text.plain("is this better or worse than no agreement: ")
                    .text(changes(question.levels()))
                    .plain("?");
            answers(text, question, "better", "worse");
        } else {
            String first = StatedData.named(compared.first());
            String second = StatedData.named(compared.second());
            text.plain(
                            compared.isSwing()
                                    ? "which would you rather see go from worst to best, "
                                    : "all else equal, which is better, ")
                    .code(first)
                    .plain(" or ")
                    .code(second)
                    .plain("?");
            answers(text, question, first, second);
        }
        return text.done();
    }

    private static void answers(
            Text.Writer text, Settling.Found question, String first, String second) {
        text.plain(
                " Of %s open to it that were looked at, the answer %s settles %s, the answer %s settles %s."
                        .formatted(
                                Wording.counted(question.openCount(), "package", "packages"),
                                first,
                                settled(question.ifFirst()),
                                second,
                                settled(question.ifSecond())));
    }

    private static String settled(Settling.Answer answer) {
        if (answer.count() == 0) {
            return "none";
        }
        return "%d (%d ✓, %d ✗)".formatted(answer.count(), answer.accepted(), answer.refused());
    }

    private Text changes(List<Integer> levels) {
        Text.Writer text = Text.writer();
        String separator = "";
        for (int k = 0; k < levels.size(); k++) {
            PackageItem item = found.own().form().items().get(k);
            if (levels.get(k) != item.nowIndex()) {
                text.plain(separator)
                        .code(item.ref().toString())
                        .plain(" " + item.levels().get(levels.get(k)).name());
                separator = ", ";
            }
        }
        return separator.isEmpty() ? Text.of("everything as it is") : text.done();
    }
}
