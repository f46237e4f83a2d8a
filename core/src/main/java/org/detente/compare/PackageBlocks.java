// SPDX-License-Identifier: Apache-2.0
package org.detente.compare;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.PointWords;
import org.detente.analysis.StateVerdict;
import org.detente.analysis.Wording;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Two packages compared, for readers.
final class PackageBlocks {
    private final PackageComparison found;
    private final Weighed own;
    private final Wording words;
    private final ListLimit limit;

    PackageBlocks(PackageComparison found, ListLimit limit) {
        this.found = found;
        this.own = found.own();
        this.words = new Wording(own.form().model());
        this.limit = limit;
    }

    Explanation explanation() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Finding(tone(), headline()));
        if (!found.changedItems().isEmpty()) {
            blocks.add(new Block.Section("Item by item", itemByItem()));
        }
        blocks.add(new Block.Section("For whom, by how much", List.of(forWhom())));
        blocks.add(new Block.Section("Acceptable, and under which reading", acceptable()));
        if (found.hasStates()) {
            blocks.add(new Block.Section("Would they last", List.of(lasting())));
        }
        blocks.add(
                new Block.Note(
                        Block.Note.Kind.CAUTION,
                        Text.of(
                                "Points are each party's own. One party's compare with no other's and are added to no other's.")));
        return new Explanation(
                "From %s to %s".formatted(found.name(false), found.name(true)), blocks);
    }

    private String party(int party) {
        return words.party(own.parties().get(party));
    }

    /// Good where no signatory loses and one gains, bad the other way round, mixed else.
    private Span.Tone tone() {
        int gaining = count(1);
        int losing = count(-1);
        if (gaining == 0 && losing == 0) {
            return Span.Tone.NEUTRAL;
        }
        if (losing == 0) {
            return Span.Tone.GOOD;
        }
        return gaining == 0 ? Span.Tone.BAD : Span.Tone.MIXED;
    }

    private int count(int sign) {
        int count = 0;
        for (int party = 0; party < own.signatoryCount(); party++) {
            count += Math.signum(found.change(party)) == sign ? 1 : 0;
        }
        return count;
    }

    private Text headline() {
        Text.Writer text = Text.writer();
        int changed = found.changedItems().size();
        if (changed == 0) {
            return text.plain("Both packages fix the same: nothing changes for anybody.").done();
        }
        text.plain(
                "From %s to %s %s: "
                        .formatted(
                                found.name(false),
                                found.name(true),
                                Wording.counted(changed, "item changes", "items change")));
        List<String> pieces = new ArrayList<>();
        for (int party = 0; party < own.signatoryCount(); party++) {
            double change = found.change(party);
            if (change == 0) {
                pieces.add("for %s nothing changes".formatted(party(party)));
            } else {
                pieces.add(
                        "%s %s %s"
                                .formatted(
                                        party(party),
                                        change > 0 ? "gains" : "loses",
                                        PointWords.points(Math.abs(change))));
            }
        }
        text.plain(String.join(", ", pieces)).plain(", each in points of its own. ");
        text.plain(direction()).plain(" ").plain(stays()).plain(" ");
        return text.plain(acceptance(own)).plain(" Not a forecast.").done();
    }

    private String direction() {
        int gaining = count(1);
        int losing = count(-1);
        if (gaining == 0 && losing == 0) {
            return "To all signatories both are worth the same.";
        }
        String better = losing == 0 ? found.name(true) : found.name(false);
        if (gaining == 0 || losing == 0) {
            return "%s is better for %s and worse for none of the signatories."
                    .formatted(
                            Wording.sentenceStart(better),
                            gaining + losing == own.signatoryCount() ? "all" : "some");
        }
        return "One signatory's gain is another's loss.";
    }

    /// Whether the direction is the same at the ends of ranges.
    private String stays() {
        RangeEnds ends = found.ends();
        if (ends.factorCount() == 0) {
            return "No range stands behind it.";
        }
        long turned =
                ends.turns().stream()
                        .filter(t -> t.party() < own.signatoryCount())
                        .map(t -> t.factor().path() + " " + t.value())
                        .distinct()
                        .count();
        String where =
                "the ends of the %s it rests on, one at a time"
                        .formatted(Wording.counted(ends.factorCount(), "range", "ranges"));
        return turned == 0
                ? "Who gains and who loses stays the same at %s.".formatted(where)
                : "At %d of %s who gains or loses is another."
                        .formatted(turned, where.replaceFirst("^the", "the " + ends.endCount()));
    }

    private String acceptance(Weighed reading) {
        boolean first = reading.accepts(found.levels(false));
        boolean second = reading.accepts(found.levels(true));
        if (first && second) {
            return "Both are acceptable to all who must agree.";
        }
        if (first || second) {
            return "%s is acceptable to all who must agree, %s is not."
                    .formatted(Wording.sentenceStart(found.name(second)), found.name(!second));
        }
        return "Neither is acceptable to all who must agree.";
    }

    private List<Block> itemByItem() {
        List<Block.Column> heads = new ArrayList<>();
        heads.add(Block.Column.words("Item"));
        heads.add(Block.Column.words("In " + found.name(false)));
        heads.add(Block.Column.words("In " + found.name(true)));
        for (int party = 0; party < own.parties().size(); party++) {
            heads.add(Block.Column.numbers(party(party)));
        }
        List<Integer> changed = found.changedItems();
        List<List<Text>> rows = new ArrayList<>();
        for (int item : changed.subList(0, (int) limit.shown(changed.size()))) {
            rows.add(itemRow(item));
        }
        boolean isTogether = false;
        List<Text> together = new ArrayList<>();
        together.add(Text.of("what they change only together"));
        together.add(Text.EMPTY);
        together.add(Text.EMPTY);
        List<Text> total = new ArrayList<>();
        total.add(Text.writer().strong("in all").done());
        total.add(Text.EMPTY);
        total.add(Text.EMPTY);
        for (int party = 0; party < own.parties().size(); party++) {
            double alone = 0;
            for (int item : changed) {
                alone += found.changeOfItem(party, item);
            }
            double rest = Weighed.difference(found.change(party), alone);
            isTogether |= rest != 0;
            together.add(Text.of(PointWords.signed(rest)));
            total.add(Text.writer().strong(PointWords.signed(found.change(party))).done());
        }
        if (isTogether) {
            rows.add(together);
        }
        rows.add(total);
        return List.of(
                new Block.Table(
                        "What each item alone changes for whom in %s, in points of its own"
                                .formatted(found.name(false)),
                        heads,
                        rows,
                        limit.omitted(changed.size())));
    }

    private List<Text> itemRow(int item) {
        PackageItem one = own.form().items().get(item);
        Text.Writer name = Text.writer().code(one.ref().toString());
        if (!one.ref().toString().endsWith("." + one.label())) {
            name.plain(" (%s)".formatted(one.label()));
        }
        List<Text> row = new ArrayList<>();
        row.add(name.done());
        row.add(Text.of(one.levels().get(found.levels(false)[item]).name()));
        row.add(Text.of(one.levels().get(found.levels(true)[item]).name()));
        for (int party = 0; party < own.parties().size(); party++) {
            row.add(Text.of(PointWords.signed(found.changeOfItem(party, item))));
        }
        return row;
    }

    private Block forWhom() {
        List<List<Text>> rows = new ArrayList<>();
        for (int party = 0; party < own.parties().size(); party++) {
            double least = found.ends().least().get(party);
            double most = found.ends().most().get(party);
            rows.add(
                    List.of(
                            Text.of(party(party)),
                            Text.of(part(party)),
                            Text.of(PointWords.signed(own.gain(party, found.levels(false)))),
                            Text.of(PointWords.signed(own.gain(party, found.levels(true)))),
                            Text.writer().strong(PointWords.signed(found.change(party))).done(),
                            Text.of(
                                    least == most
                                            ? "the same"
                                            : "%s to %s"
                                                    .formatted(
                                                            PointWords.signed(least),
                                                            PointWords.signed(most)))));
        }
        return new Block.Table(
                "What each package is worth above no agreement, to each whose points are known",
                List.of(
                        Block.Column.words("Party"),
                        Block.Column.words("Part"),
                        Block.Column.numbers(found.name(false)),
                        Block.Column.numbers(found.name(true)),
                        Block.Column.numbers("Change"),
                        Block.Column.words("At ends of ranges")),
                rows,
                0);
    }

    private String part(int party) {
        if (party < own.signatoryCount()) {
            return "signs";
        }
        return party < own.decidingCount()
                ? "must approve"
                : Wording.role(own.form().model().source().party(own.parties().get(party)).role());
    }

    private List<Block> acceptable() {
        List<Block> blocks = new ArrayList<>();
        List<Block.Column> heads = new ArrayList<>();
        heads.add(Block.Column.words("Reading"));
        heads.add(Block.Column.words(found.name(false)));
        heads.add(Block.Column.words(found.name(true)));
        for (int party = 0; party < own.signatoryCount(); party++) {
            heads.add(Block.Column.numbers("Change for " + party(party)));
        }
        List<List<Text>> rows = new ArrayList<>();
        for (Weighed reading : found.readings()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(reading.name()));
            row.add(standing(reading, false));
            row.add(standing(reading, true));
            for (int party = 0; party < own.signatoryCount(); party++) {
                row.add(
                        Text.of(
                                PointWords.signed(
                                        reading.change(
                                                party, found.levels(false), found.levels(true)))));
            }
            rows.add(row);
        }
        blocks.add(
                new Block.Table(
                        "Each reading with its own preferences and beliefs, numbers at their centres",
                        heads,
                        rows,
                        0));
        RangeEnds ends = found.ends();
        if (ends.factorCount() > 0) {
            blocks.add(
                    new Block.Paragraph(
                            Text.of(
                                    "At the %d ends of the %s, one at a time, %s is acceptable at %d and %s at %d."
                                            .formatted(
                                                    ends.endCount(),
                                                    Wording.counted(
                                                            ends.factorCount(), "range", "ranges"),
                                                    found.name(false),
                                                    ends.acceptedBefore(),
                                                    found.name(true),
                                                    ends.acceptedAfter()))));
        }
        if (!ends.turns().isEmpty()) {
            blocks.add(turns());
        }
        return blocks;
    }

    private Text standing(Weighed reading, boolean second) {
        int[] levels = found.levels(second);
        if (reading.accepts(levels)) {
            return Text.writer().mark(Span.Tone.GOOD, "acceptable").done();
        }
        List<Text> reasons = new ArrayList<>();
        for (int party = 0; party < reading.decidingCount(); party++) {
            double shortfall = reading.shortfall(party, levels);
            if (shortfall > 0) {
                reasons.add(
                        Text.of(
                                "%s falls %s short"
                                        .formatted(
                                                words.party(reading.parties().get(party)),
                                                PointWords.points(shortfall))));
            }
        }
        reading.broken(levels).forEach(ban -> reasons.add(ban(ban)));
        Text.Writer text = Text.writer().mark(Span.Tone.BAD, "not acceptable");
        String separator = ": ";
        for (Text reason : reasons) {
            text.plain(separator).text(reason);
            separator = "; ";
        }
        return text.done();
    }

    private Text ban(PackageBan ban) {
        Text.Writer text = Text.writer();
        switch (ban.kind()) {
            case RULE -> text.plain("breaks the rule ").code(ban.name());
            case AGREEMENT_RULE -> text.plain("breaks the agreement's rule ").code(ban.name());
            case UNREACHABLE -> text.plain("cannot be reached from now: ").code(ban.name());
            case RED_LINE -> text.plain("crosses %s's red line".formatted(words.party(ban.name())));
        }
        if (ban.condition() != null) {
            text.plain(", never ").code(ban.condition().toString());
        }
        if (ban.kind() != PackageBan.Kind.UNREACHABLE) {
            text.plain(" (").text(Wording.basis(ban.basis())).plain(")");
        }
        return text.done();
    }

    private Block turns() {
        List<RangeEnds.Turn> turns = found.ends().turns();
        List<List<Text>> rows = new ArrayList<>();
        for (RangeEnds.Turn turn : turns.subList(0, (int) limit.shown(turns.size()))) {
            rows.add(
                    List.of(
                            Text.writer().code(turn.factor().path()).done(),
                            Text.of(PointWords.points(turn.value())),
                            Text.of(party(turn.party())),
                            Text.of(PointWords.signed(turn.change())),
                            Wording.basis(turn.factor().basis())));
        }
        return new Block.Table(
                "Ends of ranges at which a party's change has another sign",
                List.of(
                        Block.Column.words("Range"),
                        Block.Column.numbers("At"),
                        Block.Column.words("Party"),
                        Block.Column.numbers("Change there"),
                        Block.Column.words("Rests on")),
                rows,
                limit.omitted(turns.size()));
    }

    private Block lasting() {
        if (found.state(false) == found.state(true)) {
            StateVerdict verdict = found.verdict(false);
            return new Block.Paragraph(
                    verdict == null
                            ? Text.of("Both stand for the same state, which cannot be.")
                            : Text.writer()
                                    .plain("Both stand for state ")
                                    .state(verdict.state())
                                    .plain(", which would last under ")
                                    .text(verdict.lasting())
                                    .plain(". Who would move first: ")
                                    .text(verdict.falls())
                                    .plain(".")
                                    .done());
        }
        return new Block.Table(
                "The state that each package stands for, as the case is written",
                List.of(
                        Block.Column.words("Package"),
                        Block.Column.numbers("State"),
                        Block.Column.words("Would last under"),
                        Block.Column.words("Who would move first")),
                List.of(lastingRow(false), lastingRow(true)),
                0);
    }

    private List<Text> lastingRow(boolean second) {
        @Nullable StateVerdict verdict = found.verdict(second);
        return List.of(
                Text.of(found.name(second)),
                Text.writer().state(found.state(second)).done(),
                verdict == null ? Text.of("cannot be") : verdict.lasting(),
                verdict == null ? Text.EMPTY : verdict.falls());
    }
}
