// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.detente.analysis.ListLimit;
import org.detente.analysis.StateVerdict;
import org.detente.analysis.Wording;
import org.detente.compile.PackageItem;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Figure;

/// The packages, for readers: those worth tabling side by side, what each side gives and gets, the
/// frontier, the logrolling table.
final class PackageBlocks {
    private final AgreementsFindings found;
    private final Solved own;
    private final Bargain bargain;
    private final PackageWords words;
    private final ListLimit limit;

    PackageBlocks(AgreementsFindings found, PackageWords words, ListLimit limit) {
        this.found = found;
        this.own = found.own();
        this.bargain = own.bargain();
        this.words = words;
        this.limit = limit;
    }

    private List<Proposals.Proposal> proposals() {
        return found.proposals().proposals();
    }

    private int[] levels(Proposals.Proposal proposal) {
        return bargain.levels(proposal.point());
    }

    /// The packages worth tabling.
    List<Block> tabled() {
        if (proposals().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(sideBySide());
        blocks.add(new Block.Items(false, givesAndGets(proposals().getFirst())));
        blocks.add(new Block.Paragraph(leansOn(proposals().getFirst())));
        Text ties = ties();
        if (!ties.spans().isEmpty()) {
            blocks.add(new Block.Paragraph(ties));
        }
        blocks.addAll(againstOrder(proposals().getFirst()));
        List<List<Text>> views = new PartyViews(found).rows(levels(proposals().getFirst()));
        if (!views.isEmpty()) {
            blocks.add(
                    new Block.Table(
                            "What else is known of how each party takes package A",
                            List.of(
                                    Column.words("Party"),
                                    Column.words("Part"),
                                    Column.words("Package A")),
                            views,
                            0));
        }
        return blocks;
    }

    /// Where a signatory's own order speaks against what its points say.
    private List<Block> againstOrder(Proposals.Proposal proposal) {
        List<Block> blocks = new ArrayList<>();
        for (int party = 0; party < bargain.signatoryCount(); party++) {
            PartyViews.Place place =
                    new PartyViews(found).place(bargain.parties().get(party), levels(proposal));
            if (place != null && !place.worse().isEmpty()) {
                blocks.add(
                        new Block.Note(
                                Block.Note.Kind.CAUTION,
                                Text.of(
                                        "By the order it states, %s ranks package A below %s. Its points, on which the gains rest, say otherwise."
                                                .formatted(
                                                        words.party(party),
                                                        PackageWords.all(place.worse())))));
            }
        }
        return blocks;
    }

    private static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    private Block sideBySide() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words(""));
        columns.add(Column.words("Now"));
        for (int k = 0; k < proposals().size(); k++) {
            columns.add(
                    Column.words(
                            "%s: %s"
                                    .formatted(
                                            letter(k),
                                            String.join(", ", proposals().get(k).reasons()))));
        }
        List<List<Text>> rows = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (int item = 0; item < own.form().items().size(); item++) {
            if (differs(item)) {
                rows.add(itemRow(item));
            } else {
                same.add(words.item(item).ref().toString());
            }
        }
        for (int party = 0; party < bargain.signatoryCount(); party++) {
            rows.add(gainRow(party));
        }
        rows.add(
                row(
                        "Evenness of shares",
                        k ->
                                Text.of(
                                        PackageWords.percent(
                                                own.gains()
                                                        .gainShare(proposals().get(k).index())))));
        if (found.proposals().readingCount() > 0) {
            rows.add(
                    row(
                            "Acceptable at ends of ranges and under views",
                            k ->
                                    Text.of(
                                            "%d of %d"
                                                    .formatted(
                                                            proposals().get(k).acceptedCount(),
                                                            found.proposals().readingCount()))));
        }
        if (!found.verdicts().isEmpty()) {
            rows.add(row("Its state would last under", this::lasting));
            rows.add(row("Who would move first", this::firstMove));
        }
        String caption =
                same.isEmpty()
                        ? "Packages side by side, and what each is worth"
                        : "Packages side by side, and what each is worth; left as they are in all: "
                                + String.join(", ", same);
        return new Block.Table(caption, columns, rows, 0);
    }

    private boolean differs(int item) {
        int now = words.item(item).nowIndex();
        return proposals().stream().anyMatch(p -> levels(p)[item] != now);
    }

    private List<Text> itemRow(int item) {
        List<Text> row = new ArrayList<>();
        row.add(words.item(words.item(item)));
        int now = words.item(item).nowIndex();
        row.add(Text.of(words.item(item).isTerm() ? "—" : words.level(item, now)));
        for (Proposals.Proposal proposal : proposals()) {
            int level = levels(proposal)[item];
            row.add(
                    level == now && !words.item(item).isTerm()
                            ? Text.of("as now")
                            : Text.writer().strong(words.level(item, level)).done());
        }
        return row;
    }

    private List<Text> gainRow(int party) {
        return row(
                words.party(party) + " gains",
                k -> {
                    int index = proposals().get(k).index();
                    return Text.of(
                            "%s of %s, %s of the possible"
                                    .formatted(
                                            PackageWords.signed(own.gains().gain(index, party)),
                                            PackageWords.points(own.gains().ideal(party)),
                                            PackageWords.percent(own.gains().share(index, party))));
                });
    }

    private List<Text> row(String name, java.util.function.IntFunction<Text> cell) {
        List<Text> row = new ArrayList<>();
        row.add(Text.of(name));
        row.add(Text.EMPTY);
        for (int k = 0; k < proposals().size(); k++) {
            row.add(cell.apply(k));
        }
        return row;
    }

    private Text lasting(int k) {
        StateVerdict verdict = verdict(k);
        return verdict == null ? Text.EMPTY : verdict.lasting();
    }

    private Text firstMove(int k) {
        StateVerdict verdict = verdict(k);
        return verdict == null ? Text.EMPTY : verdict.falls();
    }

    private @org.jspecify.annotations.Nullable StateVerdict verdict(int k) {
        return found.verdict(own.form().stateOf(levels(proposals().get(k))));
    }

    /// For each signatory what it gives and what it gets by a package: each item alone, against
    /// leaving that item as it is now.
    private List<Text> givesAndGets(Proposals.Proposal proposal) {
        int[] levels = levels(proposal);
        List<Text> sentences = new ArrayList<>();
        for (int party = 0; party < bargain.signatoryCount(); party++) {
            Text.Writer gives = Text.writer();
            Text.Writer gets = Text.writer();
            int giveCount = 0;
            int getCount = 0;
            for (int item = 0; item < levels.length; item++) {
                double worth = worthOfItem(levels, item, party);
                if (worth < 0) {
                    piece(gives, giveCount++, item, levels[item], worth);
                } else if (worth > 0) {
                    piece(gets, getCount++, item, levels[item], worth);
                }
            }
            Text.Writer sentence = Text.writer().strong(words.party(party)).plain(" gives ");
            sentence.text(giveCount == 0 ? Text.of("nothing that costs it points") : gives.done());
            sentence.plain("; gets ");
            sentence.text(
                    getCount == 0 ? Text.of("nothing but the end of no agreement") : gets.done());
            int index = proposal.index();
            sentence.plain(
                    ". No agreement is worth %s to it, package A %s; against its best acceptable package it forgoes %s."
                            .formatted(
                                    PackageWords.points(bargain.fallback(party)),
                                    PackageWords.points(bargain.value(proposal.point(), party)),
                                    PackageWords.points(
                                            own.gains().ideal(party)
                                                    - own.gains().gain(index, party))));
            sentences.add(sentence.done());
        }
        return sentences;
    }

    private double worthOfItem(int[] levels, int item, int party) {
        int now = words.item(item).nowIndex();
        if (levels[item] == now) {
            return 0;
        }
        double worth =
                bargain.space().value(party, levels)
                        - bargain.space().value(party, Levels.with(levels, item, now));
        return Math.abs(worth) <= bargain.tolerance(party) ? 0 : worth;
    }

    private void piece(Text.Writer text, int count, int item, int level, double worth) {
        PackageItem changed = words.item(item);
        text.plain(count == 0 ? "" : ", ")
                .code(changed.ref().toString())
                .plain(" %s (%s)".formatted(words.level(item, level), PackageWords.signed(worth)));
    }

    private Text leansOn(Proposals.Proposal proposal) {
        int[] levels = levels(proposal);
        Set<String> claims = new LinkedHashSet<>();
        int assumed = 0;
        for (int item = 0; item < levels.length; item++) {
            PackageItem one = words.item(item);
            if (levels[item] == one.nowIndex()) {
                continue;
            }
            claims.addAll(one.basis().claims());
            claims.addAll(one.levels().get(levels[item]).basis().claims());
            for (int party = 0; party < bargain.signatoryCount(); party++) {
                Figure figure = own.form().stated(bargain.parties().get(party), item, levels[item]);
                if (figure != null) {
                    claims.addAll(figure.basis().claims());
                    assumed += figure.basis().assumed() ? 1 : 0;
                }
            }
        }
        Text.Writer text = Text.writer().plain("Package A leans on ");
        if (claims.isEmpty()) {
            text.plain("no claim");
        } else {
            text.plain(Wording.counted(claims.size(), "claim", "claims") + ":");
            claims.forEach(c -> text.plain(" ").claim(c));
        }
        if (assumed > 0) {
            text.plain(", and on ")
                    .mark(
                            Span.Tone.ASSUMED,
                            Wording.counted(assumed, "assumed number", "assumed numbers"));
        }
        return text.plain(".").done();
    }

    private Text ties() {
        int tied = bargain.ties(proposals().getFirst().point()).size();
        int nash = own.solution(Solved.Solution.NASH).size();
        Text.Writer text = Text.writer();
        if (tied > 0) {
            text.plain(
                    "%s worth the same to all signatories as package A. "
                            .formatted(
                                    tied == Bargain.MOST_TIES
                                            ? "%d or more other packages are".formatted(tied)
                                            : tied == 1
                                                    ? "1 other package is"
                                                    : tied + " other packages are"));
        }
        if (nash > 1) {
            text.plain(
                    "%s share the largest product of gains. "
                            .formatted(Wording.counted(nash, "package", "packages")));
        }
        return text.done();
    }

    /// The frontier, from one signatory's best to the other's.
    List<Block> frontier() {
        int count = own.gains().packageCount();
        if (count == 0) {
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        words.signatories().forEach(name -> columns.add(Column.numbers(name + " gains")));
        columns.add(Column.numbers("Evenness"));
        columns.add(Column.words("What it changes"));
        List<List<Text>> rows = new ArrayList<>();
        long shown = limit.shown(count);
        for (long k = 0; k < shown; k++) {
            int index =
                    shown == count || shown < 2 ? (int) k : (int) (k * (count - 1) / (shown - 1));
            List<Text> row = new ArrayList<>();
            for (int party = 0; party < bargain.signatoryCount(); party++) {
                row.add(Text.of(PackageWords.signed(own.gains().gain(index, party))));
            }
            row.add(Text.of(PackageWords.percent(own.gains().gainShare(index))));
            row.add(words.changes(words.nothing(), bargain.levels(bargain.zone()[index])));
            rows.add(row);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(counts()));
        blocks.add(
                new Block.Table(
                        "Efficient acceptable packages, evenly drawn from one end of the frontier to the other",
                        columns,
                        rows,
                        limit.omitted(count)));
        return blocks;
    }

    private Text counts() {
        var counts = found.counts();
        String acceptable =
                counts.acceptable() == null
                        ? "how many of these all who must agree would accept was not counted"
                        : "%,d of these are acceptable to all who must agree"
                                .formatted(counts.acceptable());
        return Text.of(
                "The rules allow %,d packages; %,d of them cross no red line; %s; %s efficient, each a different worth to somebody."
                        .formatted(
                                counts.allowed(),
                                counts.uncrossed(),
                                acceptable,
                                own.gains().packageCount() == 1
                                        ? "1 is"
                                        : Wording.number(own.gains().packageCount()) + " are"));
    }

    /// What one level more or less does around package A.
    List<Block> logrolling() {
        Logrolling logrolling = found.logrolling();
        if (logrolling == null) {
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Item"));
        columns.add(Column.words("In A"));
        columns.add(Column.words("One level more"));
        columns.add(Column.words("One level less"));
        columns.add(Column.words("Can be dropped"));
        columns.add(Column.words("Linked with"));
        List<List<Text>> rows = new ArrayList<>();
        for (Logrolling.Trade trade : logrolling.trades()) {
            rows.add(
                    List.of(
                            Text.writer().code(words.item(trade.item()).ref().toString()).done(),
                            Text.of(
                                    words.level(
                                            trade.item(), logrolling.levels().get(trade.item()))),
                            step(trade.item(), trade.up()),
                            step(trade.item(), trade.down()),
                            Text.of(trade.droppable() ? "yes" : ""),
                            Text.of(
                                    String.join(
                                            ", ",
                                            trade.linked().stream()
                                                    .map(i -> words.item(i).ref().toString())
                                                    .toList()))));
        }
        return List.of(
                new Block.Table(
                        "Around package A: what each change alone costs or brings %s, in points of its own"
                                .formatted(PackageWords.all(words.signatories())),
                        columns,
                        rows,
                        0));
    }

    private Text step(int item, Logrolling.@org.jspecify.annotations.Nullable Step step) {
        if (step == null) {
            return Text.of("—");
        }
        List<String> changes = step.changes().stream().map(PackageWords::signed).toList();
        Text.Writer text =
                Text.writer()
                        .plain(
                                "%s: %s"
                                        .formatted(
                                                words.level(item, step.level()),
                                                String.join(" / ", changes)));
        if (!step.isAllowed()) {
            text.plain(" ").mark(Span.Tone.BAD, "not allowed");
        } else if (!step.isAcceptable()) {
            text.plain(" ").mark(Span.Tone.MIXED, "leaves the zone");
        }
        return text.done();
    }

    /// The packages that the user named.
    List<Block> lookedUp() {
        List<Block> blocks = new ArrayList<>();
        for (LookedUp named : found.lookedUp()) {
            blocks.add(
                    new Block.Paragraph(
                            Text.writer()
                                    .strong(named.name())
                                    .plain(" changes ")
                                    .text(
                                            words.changes(
                                                    words.nothing(), Levels.array(named.levels())))
                                    .plain(".")
                                    .done()));
            List<Column> columns = new ArrayList<>();
            columns.add(Column.words("Reading"));
            columns.add(Column.words("Acceptable"));
            bargain.parties().forEach(p -> columns.add(Column.numbers(words.party(p) + " gains")));
            columns.add(Column.words("How far from the frontier"));
            columns.add(Column.words("Breaks"));
            List<List<Text>> rows = new ArrayList<>();
            for (int k = 0; k < named.standings().size(); k++) {
                rows.add(standing(named.standings().get(k), found.readings().get(k)));
            }
            blocks.add(
                    new Block.Table(
                            "How %s stands in each reading".formatted(named.name()),
                            columns,
                            rows,
                            0));
        }
        return blocks;
    }

    private List<Text> standing(LookedUp.Standing standing, Solved reading) {
        List<Text> row = new ArrayList<>();
        row.add(Text.of(standing.reading()));
        row.add(
                standing.isAcceptable()
                        ? Text.writer().mark(Span.Tone.GOOD, "yes").done()
                        : Text.writer().mark(Span.Tone.BAD, "no").done());
        for (String party : bargain.parties()) {
            int index = reading.bargain().parties().indexOf(party);
            row.add(Text.of(index < 0 ? "—" : PackageWords.signed(standing.gains().get(index))));
        }
        row.add(Text.of(distance(standing, reading)));
        Text.Writer broken = Text.writer();
        String separator = "";
        for (var ban : standing.broken()) {
            broken.plain(separator).text(words.ban(ban));
            separator = "; ";
        }
        row.add(standing.broken().isEmpty() ? Text.of("nothing") : broken.done());
        return row;
    }

    private static String distance(LookedUp.Standing standing, Solved reading) {
        if (!reading.isOpen()) {
            return "no package is acceptable";
        }
        if (!standing.headroom().isBeaten()) {
            return standing.isAcceptable() ? "on it" : "no acceptable package beats it";
        }
        return standing.headroom().share() == 0
                ? "one side could gain at no cost to the other"
                : "all could gain %s of their range at once"
                        .formatted(PackageWords.percent(standing.headroom().share()));
    }
}
