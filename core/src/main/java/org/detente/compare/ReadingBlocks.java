// SPDX-License-Identifier: Apache-2.0
package org.detente.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.detente.analysis.ListLimit;
import org.detente.analysis.PointWords;
import org.detente.analysis.Wording;
import org.detente.analysis.agreements.AgreementsHeadline;
import org.detente.analysis.stability.Concept;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Difference;
import org.detente.model.Outcome;
import org.jspecify.annotations.Nullable;

/// Two readings compared, for readers.
final class ReadingBlocks {
    /// Longer words are cut in a table; data have them whole.
    private static final int LONGEST_CELL = 160;

    private static final String NOTHING = "—";

    private final ReadingComparison found;
    private final Headline before;
    private final Headline after;
    private final ListLimit limit;

    ReadingBlocks(ReadingComparison found, ListLimit limit) {
        this.found = found;
        this.before = found.before();
        this.after = found.after();
        this.limit = limit;
    }

    Explanation explanation() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Finding(Span.Tone.NEUTRAL, headline()));
        blocks.add(new Block.Section("What they say differently", said()));
        if (before.stability() != null || after.stability() != null) {
            blocks.add(new Block.Section("What would last", lasting()));
        }
        blocks.add(new Block.Section("What could be agreed", agreed()));
        return new Explanation("%s and %s".formatted(before.name(), after.name()), blocks);
    }

    private Text headline() {
        int count = found.differences().size();
        Text.Writer text = Text.writer();
        text.plain(
                count == 0
                        ? "%s and %s say the same. ".formatted(before.name(), after.name())
                        : "%s and %s differ in %s. "
                                .formatted(
                                        before.name(),
                                        after.name(),
                                        Wording.counted(count, "statement", "statements")));
        if (before.agreements() != null && after.agreements() != null) {
            boolean a = before.agreements().open();
            boolean b = after.agreements().open();
            if (a == b) {
                text.plain(
                        a
                                ? "Under both a package exists that all who must agree prefer to no agreement. "
                                : "Under neither does a package exist that all who must agree prefer to no agreement. ");
            } else {
                text.plain(
                        "A package that all who must agree prefer to no agreement exists under %s, not under %s. "
                                .formatted(
                                        a ? before.name() : after.name(),
                                        a ? after.name() : before.name()));
            }
        }
        if (before.stability() != null && after.stability() != null) {
            boolean same = before.nowLastsUnder().equals(after.nowLastsUnder());
            text.plain(
                    same
                            ? "How things stand now would last under the same concepts in both: %s."
                                    .formatted(concepts(before))
                            : "How things stand now would last under %s in %s, under %s in %s."
                                    .formatted(
                                            concepts(before),
                                            before.name(),
                                            concepts(after),
                                            after.name()));
        }
        return text.plain(" Not a forecast.").done();
    }

    private static String concepts(Headline headline) {
        List<String> labels = headline.nowLastsUnder().stream().map(Concept::label).toList();
        return labels.isEmpty() ? "none" : String.join(", ", labels);
    }

    private List<Block> said() {
        List<Difference> all = found.differences();
        if (all.isEmpty()) {
            return List.of(new Block.Paragraph(Text.of("Nothing.")));
        }
        LinkedHashMap<String, Integer> bySection = new LinkedHashMap<>();
        all.forEach(d -> bySection.merge(d.section(), 1, Integer::sum));
        List<String> pieces = new ArrayList<>();
        bySection.forEach((section, count) -> pieces.add("%d in %s".formatted(count, section)));
        List<List<Text>> rows = new ArrayList<>();
        for (Difference one : all.subList(0, (int) limit.shown(all.size()))) {
            rows.add(
                    List.of(
                            Text.writer().code(one.path()).done(),
                            Text.of(cell(one.before())),
                            Text.of(cell(one.after()))));
        }
        return List.of(
                new Block.Paragraph(Text.of(String.join(", ", pieces) + ".")),
                new Block.Table(
                        "Part by part, as a case is written",
                        List.of(
                                Block.Column.words("Part"),
                                Block.Column.words(before.name()),
                                Block.Column.words(after.name())),
                        rows,
                        limit.omitted(all.size())));
    }

    private static String cell(@Nullable String words) {
        if (words == null) {
            return NOTHING;
        }
        return words.codePointCount(0, words.length()) <= LONGEST_CELL
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_CELL - 1)) + "…";
    }

    private List<Block> lasting() {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.words("Equilibria"));
        columns.add(Block.Column.words("Reading"));
        for (Concept concept : Concept.values()) {
            columns.add(Block.Column.numbers(concept.label()));
        }
        Set<String> outcomes = new LinkedHashSet<>();
        for (Headline one : List.of(before, after)) {
            one.model().source().outcomes().stream().map(Outcome::id).forEach(outcomes::add);
        }
        List<List<Text>> rows = new ArrayList<>();
        addCounts(rows, "in all", null);
        outcomes.forEach(o -> addCounts(rows, o, o));
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Table(
                        "How many states would last for every party, in all and by outcome",
                        columns,
                        rows,
                        0));
        for (Headline one : List.of(before, after)) {
            Headline.Lasting lasting = one.stability();
            if (lasting != null && lasting.endCount() > 0) {
                blocks.add(
                        new Block.Paragraph(
                                Text.of(
                                        "%s: at %d of the %d ends of ranges, one at a time, some state begins or ceases to last."
                                                .formatted(
                                                        Wording.sentenceStart(one.name()),
                                                        lasting.changingEndCount(),
                                                        lasting.endCount()))));
            }
        }
        return blocks;
    }

    private void addCounts(List<List<Text>> rows, String label, @Nullable String outcome) {
        Text first = Text.of(label);
        for (Headline one : List.of(before, after)) {
            List<Text> row = new ArrayList<>();
            row.add(first);
            first = Text.EMPTY;
            row.add(Text.of(one.name()));
            for (Concept concept : Concept.values()) {
                int count = one.equilibriumCount(concept, outcome);
                row.add(Text.of(count < 0 ? NOTHING : Wording.number(count)));
            }
            rows.add(row);
        }
    }

    private List<Block> agreed() {
        List<Block> blocks = new ArrayList<>();
        for (Headline one : List.of(before, after)) {
            if (!one.missing().isEmpty()) {
                blocks.add(
                        new Block.Paragraph(
                                Text.of(
                                        "%s says too little for it: it lacks %s."
                                                .formatted(
                                                        Wording.sentenceStart(one.name()),
                                                        String.join(", ", one.missing())))));
            }
        }
        if (blocks.size() == 2) {
            return blocks;
        }
        List<List<Text>> rows = new ArrayList<>();
        rows.add(row("Zone at the centres of ranges", a -> a.open() ? "open" : "closed"));
        rows.add(
                row(
                        "Open at ends of ranges, one at a time",
                        a -> "%d of %d".formatted(a.openEndCount(), a.endCount())));
        if (!found.isOfViews()) {
            rows.add(
                    row(
                            "Open under views",
                            a -> "%d of %d".formatted(a.openViewCount(), a.viewCount())));
        }
        rows.add(row("Efficient packages", a -> Wording.number(a.efficientCount())));
        Set<String> parties = new LinkedHashSet<>();
        for (Headline one : List.of(before, after)) {
            if (one.agreements() != null) {
                parties.addAll(one.agreements().fallback().keySet());
            }
        }
        for (String party : parties) {
            rows.add(
                    row(
                            "No agreement is worth to " + name(party),
                            a -> {
                                Double worth = a.fallback().get(party);
                                return worth == null ? NOTHING : PointWords.points(worth);
                            }));
        }
        addPick(rows, parties, "Nash", AgreementsHeadline::nash);
        addPick(rows, parties, "Kalai–Smorodinsky", AgreementsHeadline::kalaiSmorodinsky);
        blocks.add(
                new Block.Table(
                        "Each with its own preferences and beliefs",
                        List.of(
                                Block.Column.words(""),
                                Block.Column.words(before.name()),
                                Block.Column.words(after.name())),
                        rows,
                        0));
        blocks.add(
                new Block.Note(
                        Block.Note.Kind.CAUTION,
                        Text.of(
                                "Points are each party's own, in each reading as stated there. Where a reading states other points, compare shares of the possible rather than gains.")));
        return blocks;
    }

    private String name(String party) {
        for (Headline one : List.of(before, after)) {
            if (one.model().source().parties().stream().anyMatch(p -> p.id().equals(party))) {
                return one.model().source().party(party).name();
            }
        }
        return party;
    }

    private void addPick(
            List<List<Text>> rows,
            Set<String> parties,
            String solution,
            Function<AgreementsHeadline, AgreementsHeadline.@Nullable Pick> which) {
        rows.add(
                row(
                        "The %s package".formatted(solution),
                        a -> {
                            AgreementsHeadline.Pick pick = which.apply(a);
                            if (pick == null) {
                                return "none";
                            }
                            String words =
                                    String.join(
                                            ", ",
                                            pick.changed().stream()
                                                    .map(s -> s.item() + " " + s.level())
                                                    .toList());
                            return (words.isEmpty() ? "changes nothing" : words)
                                    + (pick.count() > 1
                                            ? " (the first of %d)".formatted(pick.count())
                                            : "");
                        }));
        for (String party : parties) {
            rows.add(
                    row(
                            "%s gains by it".formatted(name(party)),
                            a -> {
                                AgreementsHeadline.Pick pick = which.apply(a);
                                Double gain = pick == null ? null : pick.gains().get(party);
                                Double share = pick == null ? null : pick.shares().get(party);
                                return gain == null || share == null
                                        ? NOTHING
                                        : "%s, %s of the possible"
                                                .formatted(
                                                        PointWords.signed(gain),
                                                        PointWords.percent(share));
                            }));
        }
    }

    private List<Text> row(String label, Function<AgreementsHeadline, String> cell) {
        List<Text> row = new ArrayList<>();
        row.add(Text.of(label));
        for (Headline one : List.of(before, after)) {
            AgreementsHeadline agreements = one.agreements();
            row.add(Text.of(agreements == null ? NOTHING : cell.apply(agreements)));
        }
        return row;
    }
}
