// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.compile.Factor;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Quantity;

/// What changes at the ends of ranges, and from view to view.
final class RangeBlocks {
    private final AgreementsFindings found;
    private final Solved own;
    private final PackageWords words;
    private final ListLimit limit;

    RangeBlocks(AgreementsFindings found, PackageWords words, ListLimit limit) {
        this.found = found;
        this.own = found.own();
        this.words = words;
        this.limit = limit;
    }

    /// Whether a factor is a chance or a share.
    static boolean isShare(Factor factor) {
        return switch (factor.quantity()) {
            case Quantity.Exact(_, boolean percent) -> percent;
            case Quantity.Uniform(_, _, boolean percent) -> percent;
            case Quantity.Pert(_, _, _, boolean percent) -> percent;
            case Quantity.Normal _, Quantity.Named _ -> false;
        };
    }

    /// How the headline fares at the ends, as a sentence with a space before it.
    String endsSentence() {
        int ends = found.ends().effects().size();
        if (found.ends().omittedCount() > 0) {
            return " The %s that it rests on were not looked at, because the frontier has more than %s packages."
                    .formatted(
                            Wording.counted(found.ends().omittedCount(), "range", "ranges"),
                            Wording.number(Ends.MOST_POINTS));
        }
        if (ends == 0) {
            return " It rests on no range.";
        }
        if (found.ends().factorCount() == 1) {
            return " At the two ends of the one range it rests on, one exists at %d of 2."
                    .formatted(found.ends().openCount());
        }
        return " At the ends of the %s it rests on, one at a time, one exists at %d of %d."
                .formatted(
                        Wording.counted(found.ends().factorCount(), "range", "ranges"),
                        found.ends().openCount(),
                        ends);
    }

    /// What makes the headline hold at every end, with a space before it; empty where it does not.
    Text fixedSentence() {
        HeadlineWidening widening = found.ends().widening();
        Text.Writer text = Text.writer();
        if (widening == null) {
            return text.done();
        }
        text.plain(" So that is ").strong("fixed by assumptions");
        Factor factor = widening.factor();
        if (factor == null) {
            return text.plain(
                            ": no assumed range of points turns it, alone, even %s times as wide."
                                    .formatted(PackageWords.points(HeadlineWidening.MOST)))
                    .done();
        }
        return text.plain("; the smallest widening that turns it, one range at a time, is ")
                .code(factor.path())
                .plain(
                        " at %s instead of %s to %s, %s times as wide."
                                .formatted(
                                        PackageWords.points(widening.value()),
                                        PackageWords.points(factor.at(Factor.Position.LOW)),
                                        PackageWords.points(factor.at(Factor.Position.HIGH)),
                                        PackageWords.points(widening.times())))
                .done();
    }

    /// How the headline fares under the views, as a sentence with a space before it.
    String viewsSentence() {
        if (found.views().isEmpty()) {
            return "";
        }
        long open = found.views().stream().filter(Solved::isOpen).count();
        if (open == 0 || open == found.views().size()) {
            if (open == 1) {
                return " One exists under the one view, too.";
            }
            return found.views().size() == 1
                    ? " None exists under the one view either."
                    : " The %d views agree: one exists under %s."
                            .formatted(found.views().size(), open == 0 ? "none" : "all");
        }
        List<String> names =
                found.views().stream().filter(Solved::isOpen).map(Solved::name).toList();
        return " The views split: one exists under %s, and not under the others."
                .formatted(PackageWords.all(names));
    }

    /// What changes at the ends.
    List<Block> ends() {
        if (found.ends().effects().isEmpty()) {
            return List.of();
        }
        List<Ends.Effect> changing = new ArrayList<>();
        for (Ends.Effect effect : found.ends().effects()) {
            boolean changes =
                    effect.solved().isOpen() != own.isOpen()
                            || (own.isOpen() && !effect.sameNash())
                            || (own.isOpen() && !effect.sameKalaiSmorodinsky());
            if (changes) {
                changing.add(effect);
            }
        }
        changing.sort(Comparator.comparingInt(e -> e.solved().isOpen() == own.isOpen() ? 1 : 0));
        List<Block> blocks = new ArrayList<>();
        if (changing.isEmpty()) {
            blocks.add(
                    new Block.Paragraph(
                            Text.of(
                                    "At no end of any range, taken alone, does the zone open or close or a solution change.")));
            return blocks;
        }
        List<List<Text>> rows = new ArrayList<>();
        for (Ends.Effect effect : changing.subList(0, (int) limit.shown(changing.size()))) {
            rows.add(row(effect));
        }
        blocks.add(
                new Block.Table(
                        "Ends at which the zone turns or a solution is another package, one range at a time; %d of %d ends change none of these"
                                .formatted(
                                        found.ends().effects().size() - changing.size(),
                                        found.ends().effects().size()),
                        List.of(
                                Column.words("Range"),
                                Column.numbers("At"),
                                Column.words("Zone"),
                                Column.words("Nash"),
                                Column.words("Kalai–Smorodinsky"),
                                Column.words("Rests on")),
                        rows,
                        limit.omitted(changing.size())));
        return blocks;
    }

    private List<Text> row(Ends.Effect effect) {
        return List.of(
                Text.writer().code(effect.factor().path()).done(),
                Text.of(
                        PackageWords.number(
                                effect.factor().at(effect.position()), isShare(effect.factor()))),
                mark(effect.solved().isOpen()),
                Text.of(!effect.solved().isOpen() ? "—" : effect.sameNash() ? "same" : "another"),
                Text.of(
                        !effect.solved().isOpen()
                                ? "—"
                                : effect.sameKalaiSmorodinsky() ? "same" : "another"),
                Wording.basis(effect.factor().basis()));
    }

    private static Text mark(boolean isOpen) {
        return isOpen
                ? Text.writer().mark(Span.Tone.GOOD, "open").done()
                : Text.writer().mark(Span.Tone.BAD, "closed").done();
    }

    /// The views side by side.
    List<Block> views() {
        if (found.views().isEmpty()) {
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Reading"));
        columns.add(Column.words("Zone"));
        columns.add(Column.numbers("Efficient"));
        words.signatories().forEach(name -> columns.add(Column.numbers(name + " gains by Nash")));
        columns.add(Column.words("The Nash package changes"));
        List<List<Text>> rows = new ArrayList<>();
        for (Solved reading : found.readings()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(reading.name()));
            row.add(mark(reading.isOpen()));
            row.add(Text.of(Wording.number(reading.gains().packageCount())));
            int nash = reading.point(Solved.Solution.NASH);
            for (int party = 0; party < own.bargain().signatoryCount(); party++) {
                row.add(
                        Text.of(
                                nash < 0
                                        ? "—"
                                        : PackageWords.signed(
                                                reading.bargain().gain(nash, party))));
            }
            row.add(
                    nash < 0
                            ? Text.of("—")
                            : words.changes(words.nothing(), reading.levels(Solved.Solution.NASH)));
            rows.add(row);
        }
        return List.of(
                new Block.Table(
                        "Each view with its own preferences and beliefs, numbers at their centres; never averaged",
                        columns,
                        rows,
                        0));
    }
}
