// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.detente.analysis.DrawnReadings;
import org.detente.analysis.agreements.Solved.Solution;
import org.detente.compile.PackageItem;
import org.detente.compile.Readings;
import org.detente.explain.Block;
import org.detente.explain.Block.Section;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Tells what readings drawn from what is stated say.
final class SampledBlocks {
    /// A level that fewer readings than this share of them have is not told.
    private static final double RARE = 0.05;

    private final Sampled found;
    private final PackageWords words;

    SampledBlocks(Sampled found) {
        this.found = found;
        this.words = new PackageWords(found.centre());
    }

    /// The blocks of a section.
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Text.of(opening())));
        if (!found.packages().isEmpty()) {
            blocks.add(table());
            List<Text> further = new ArrayList<>();
            for (int k = found.tabledCount(); k < found.packages().size(); k++) {
                further.add(
                        Text.writer()
                                .plain("Package %d: ".formatted(k + 1))
                                .text(
                                        words.changes(
                                                words.nothing(),
                                                Levels.array(found.packages().get(k).levels())))
                                .done());
            }
            if (!further.isEmpty()) {
                blocks.add(new Block.Items(false, further));
            }
        }
        Block levels = levels();
        if (levels != null) {
            blocks.add(levels);
        }
        blocks.add(new Block.Paragraph(centre()));
        blocks.add(
                new Block.Note(
                        Block.Note.Kind.CAUTION,
                        Text.of(
                                "A share of readings says how much of what fits the statements a result covers; it is no likelihood, and it hangs on how readings are drawn.")));
        blocks.addAll(DrawnReadings.notes(words.words(), found.readings()));
        return blocks;
    }

    private String opening() {
        int size = found.readings().size();
        StringBuilder text = new StringBuilder();
        text.append(
                "%d readings were drawn at random that fit all that is stated. In %s some package is acceptable to all."
                        .formatted(size, count(found.openCount())));
        for (Solution solution : List.of(Solution.NASH, Solution.KALAI_SMORODINSKY)) {
            List<Sampled.Share> shares = found.solutions().getOrDefault(solution, List.of());
            if (!shares.isEmpty()) {
                int most = shares.getFirst().count();
                text.append(
                        shares.size() == 1
                                ? " The %s package is the same in %s."
                                        .formatted(
                                                solution.label(),
                                                most == size
                                                        ? "all of them"
                                                        : "the %d where there is one"
                                                                .formatted(most))
                                : most == 1
                                        ? " The %s package is another one in each."
                                                .formatted(solution.label())
                                        : " %d different packages are the %s package in one reading or another; the most frequent one is it in %d of %d."
                                                .formatted(
                                                        shares.size(),
                                                        solution.label(),
                                                        most,
                                                        size));
            }
        }
        return text.toString();
    }

    private String count(int count) {
        int size = found.readings().size();
        return count == size ? "all of them" : count == 0 ? "none of them" : count + " of them";
    }

    private Block table() {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.words("Readings in which"));
        for (int k = 1; k <= found.packages().size(); k++) {
            columns.add(Block.Column.numbers(Integer.toString(k)));
        }
        List<List<Text>> rows = new ArrayList<>();
        for (String party : Sampled.deciding(found.form())) {
            rows.add(
                    row(
                            "acceptable to " + words.party(party),
                            one -> one.byParty().getOrDefault(party, 0)));
        }
        rows.add(row("acceptable to all", Sampled.Accepted::toAll));
        for (Solution solution : found.solutions().keySet()) {
            rows.add(
                    row(
                            "it is the %s package".formatted(solution.label()),
                            one -> found.count(solution, one.levels())));
        }
        return new Block.Table(
                "Packages in %d readings%s"
                        .formatted(
                                found.readings().size(),
                                found.tabledCount() == 0
                                        ? ""
                                        : found.tabledCount() == found.packages().size()
                                                ? ", as numbered above"
                                                : ", the first %d as numbered above"
                                                        .formatted(found.tabledCount())),
                columns,
                rows,
                0);
    }

    private List<Text> row(String title, ToIntFunction<Sampled.Accepted> count) {
        List<Text> row = new ArrayList<>();
        row.add(Text.of(title));
        for (Sampled.Accepted one : found.packages()) {
            row.add(Text.of(Integer.toString(count.applyAsInt(one))));
        }
        return row;
    }

    /// Which levels the Nash package has in how many readings; null where it has the same in all.
    private @Nullable Block levels() {
        List<Text> lines = new ArrayList<>();
        List<PackageItem> items = found.form().items();
        for (int item = 0; item < items.size(); item++) {
            int[] counts = found.levelCounts(Solution.NASH, item);
            List<Integer> order = new ArrayList<>();
            int other = 0;
            for (int level = 0; level < counts.length; level++) {
                if (counts[level] >= RARE * found.readings().size()) {
                    order.add(level);
                } else {
                    other += counts[level];
                }
            }
            order.sort((a, b) -> Integer.compare(counts[b], counts[a]));
            if (order.size() > 1 || other > 0) {
                List<String> parts = new ArrayList<>();
                for (int level : order) {
                    parts.add("%s in %d".formatted(words.level(item, level), counts[level]));
                }
                if (other > 0) {
                    parts.add("others in %d".formatted(other));
                }
                lines.add(
                        Text.writer()
                                .text(words.item(items.get(item)))
                                .plain(": " + String.join(", ", parts))
                                .done());
            }
        }
        if (lines.isEmpty()) {
            return null;
        }
        return new Section(
                "What the Nash package holds where readings differ",
                List.of(new Block.Items(false, lines)));
    }

    private Text centre() {
        Text.Writer text = Text.writer();
        int draws =
                found.readings().drawn().stream().mapToInt(Readings.Drawn::count).max().orElse(0);
        text.plain(
                "At the centre of what fits (%sone reading among all of them, and no answer by itself) "
                        .formatted(draws == 0 ? "" : "the mean of %,d draws; ".formatted(draws)));
        if (!found.centre().isOpen()) {
            return text.plain("no package is acceptable to all.").done();
        }
        List<Integer> nash = Levels.list(found.centre().levels(Solution.NASH));
        List<Integer> smorodinsky = Levels.list(found.centre().levels(Solution.KALAI_SMORODINSKY));
        text.plain("the Nash package is ").text(named(nash));
        if (nash.equals(smorodinsky)) {
            text.plain(", and so is the Kalai–Smorodinsky package.");
        } else {
            text.plain("; the Kalai–Smorodinsky package is ").text(named(smorodinsky)).plain(".");
        }
        return text.done();
    }

    private Text named(List<Integer> levels) {
        for (int k = 0; k < found.packages().size(); k++) {
            if (found.packages().get(k).levels().equals(levels)) {
                return Text.of("package %d".formatted(k + 1));
            }
        }
        return words.changes(words.nothing(), Levels.array(levels));
    }
}
