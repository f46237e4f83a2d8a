// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.map;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSpace;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.BasisCount;
import org.detente.model.Case;
import org.detente.model.Claim;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Party;
import org.detente.model.Rule;
import org.detente.model.Source;

/// Tells the map of a case to a reader.
final class MapExplanation {
    private final MapResult result;
    private final CompiledCase model;
    private final Case source;
    private final Wording words;
    private final ListLimit limit;

    MapExplanation(MapResult result, Wording words, ListLimit limit) {
        this.result = result;
        this.model = result.model();
        this.source = model.source();
        this.words = words;
        this.limit = limit;
    }

    Explanation explanation() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Finding(Span.Tone.NEUTRAL, whereThingsStand()));
        blocks.add(new Block.Finding(Span.Tone.ASSUMED, whatItRestsOn()));
        blocks.add(new Block.Section("Who can do what", whoCanDoWhat()));
        if (!source.outcomes().isEmpty()) {
            blocks.add(new Block.Section("Named outcomes", outcomes()));
        }
        if (!source.rules().isEmpty()) {
            blocks.add(new Block.Section("What cannot be", List.of(rules())));
        }
        List<Block.Fact> others = others();
        if (!others.isEmpty()) {
            blocks.add(new Block.Section("Who else has a part", List.of(new Block.Facts(others))));
        }
        blocks.add(new Block.Section("What rests on what", evidence()));
        return new Explanation("Map: who can do what, and where things stand", blocks);
    }

    private Text whereThingsStand() {
        StateSpace space = model.space();
        Text.Writer text =
                Text.writer()
                        .plain(
                                "%s can act, through %s. "
                                        .formatted(
                                                Wording.counted(
                                                        space.moverCount(), "party", "parties"),
                                                Wording.counted(
                                                        space.optionCount(), "option", "options")))
                        .plain(
                                "Of %s combinations of their levels, "
                                        .formatted(Wording.number(space.product())))
                        .plain(
                                "%s can occur. Things stand at state "
                                        .formatted(Wording.number(result.shownCount())))
                        .state(model.now());
        String outcomes = words.outcomeNames(model.now());
        return source.outcomes().isEmpty()
                ? text.plain(".").done()
                : text.plain(", which lies in: ").strong(outcomes).plain(".").done();
    }

    private Text whatItRestsOn() {
        int total = result.basis().stream().mapToInt(BasisCount::totalCount).sum();
        int assumed = result.basis().stream().mapToInt(BasisCount::assumedCount).sum();
        Text.Writer text = Text.writer();
        if (total == 0) {
            return text.plain("Nothing in this case names what it rests on.").done();
        }
        text.plain(
                "%s of the case's %s name a claim they rest on; %s assumed."
                        .formatted(
                                Wording.number(total - assumed),
                                Wording.counted(total, "part", "parts"),
                                assumed == 1 ? "1 is" : Wording.number(assumed) + " are"));
        mainVoices(text);
        return text.done();
    }

    /// Who speaks in the source that most claims stand in.
    private void mainVoices(Text.Writer text) {
        Voices.Tally main = null;
        for (Voices.Tally tally : result.voices().sources()) {
            main = main == null || tally.claimCount() > main.claimCount() ? tally : main;
        }
        if (main == null || main.claimCount() < 2 || result.voices().parties().isEmpty()) {
            return;
        }
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < main.byParty().size(); i++) {
            int count = main.byParty().get(i);
            counts.add(
                    "%s by %s alone"
                            .formatted(
                                    count == 0 ? "none" : Wording.number(count),
                                    words.party(result.voices().parties().get(i))));
        }
        text.plain(
                        " Of the %s in "
                                .formatted(Wording.counted(main.claimCount(), "claim", "claims")))
                .code(main.source())
                .plain(
                        ", the source with most, %s in its own voice, %s."
                                .formatted(
                                        main.ownVoiceCount() == 1
                                                ? "1 is"
                                                : Wording.number(main.ownVoiceCount()) + " are",
                                        String.join(", ", counts)));
    }

    private List<Block> whoCanDoWhat() {
        List<Block> blocks = new ArrayList<>();
        List<Block.LadderGroup> groups = new ArrayList<>();
        List<List<Text>> levels = new ArrayList<>();
        for (Party party : model.space().movers()) {
            List<Block.Ladder> rows = new ArrayList<>();
            for (Option option : source.optionsOf(party.id())) {
                rows.add(ladder(option));
                levelRows(option, levels);
            }
            groups.add(new Block.LadderGroup(party.name(), Wording.role(party.role()), rows));
        }
        blocks.add(
                new Block.Ladders(
                        "Each party's options, from the first level to the last; the level in force is marked",
                        groups));
        if (!levels.isEmpty()) {
            int shown = (int) limit.shown(levels.size());
            blocks.add(
                    new Block.Table(
                            "What the levels mean, and how one would tell that they are fulfilled",
                            List.of(
                                    Column.words("Option"),
                                    Column.words("Level"),
                                    Column.words("Meaning"),
                                    Column.words("Fulfilled when")),
                            levels.subList(0, shown),
                            limit.omitted(levels.size())));
        }
        return blocks;
    }

    private Block.Ladder ladder(Option option) {
        int index = model.space().indexOf(option.ref());
        return new Block.Ladder(
                option.ref().toString(),
                option.text() == null ? "" : option.text(),
                option.levels().stream().map(Level::name).toList(),
                model.space().level(model.now(), index),
                option.moves() != Option.Moves.DOWN,
                option.moves() != Option.Moves.UP);
    }

    private static void levelRows(Option option, List<List<Text>> rows) {
        for (Level level : option.levels()) {
            if (level.text() != null || level.test() != null) {
                rows.add(
                        List.of(
                                Text.writer().code(option.ref().toString()).done(),
                                Text.of(level.name()),
                                Text.of(level.text() == null ? "" : level.text()),
                                Text.of(level.test() == null ? "" : level.test())));
            }
        }
    }

    private List<Block> outcomes() {
        List<Block> blocks = new ArrayList<>();
        List<List<Text>> rows = new ArrayList<>();
        for (MapResult.OutcomeExtent extent : result.outcomes()) {
            Text.Writer name = Text.writer().strong(extent.outcome().id());
            if (extent.outcome().text() != null) {
                name.plain(": " + extent.outcome().text());
            }
            rows.add(
                    List.of(
                            name.done(),
                            Text.of(Wording.number(extent.stateCount())),
                            Text.of(Wording.percent(extent.stateCount(), result.shownCount())),
                            nearest(extent)));
        }
        blocks.add(
                new Block.Table(
                        "How many states each outcome covers, and the fewest changes that lead there",
                        List.of(
                                Column.words("Outcome"),
                                Column.numbers("States"),
                                Column.numbers("Share"),
                                Column.words("Nearest to now")),
                        rows,
                        0));
        if (result.unnamedCount() > 0) {
            blocks.add(
                    new Block.Paragraph(
                            Text.of(
                                    "%s in no named outcome."
                                            .formatted(
                                                    result.unnamedCount() == 1
                                                            ? "1 state lies"
                                                            : Wording.number(result.unnamedCount())
                                                                    + " states lie"))));
        }
        return blocks;
    }

    private Text nearest(MapResult.OutcomeExtent extent) {
        if (extent.containsNow()) {
            return Text.writer().mark(Span.Tone.NEUTRAL, "now").done();
        }
        if (extent.point() == null) {
            return Text.of("cannot be reached from now");
        }
        return words.change(model.now(), extent.point().state());
    }

    private Block rules() {
        List<List<Text>> rows = new ArrayList<>();
        for (Rule rule : source.rules()) {
            int excluded =
                    java.util.Objects.requireNonNull(model.excludedCountByRule().get(rule.id()));
            Text.Writer basis = Text.writer();
            if (rule.basis().note() != null) {
                basis.plain(rule.basis().note() + " ");
            }
            rows.add(
                    List.of(
                            Text.writer().code(rule.id()).done(),
                            Text.writer().code(rule.never().toString()).done(),
                            Text.of(Wording.number(excluded)),
                            basis.text(Wording.basis(rule.basis())).done()));
        }
        return new Block.Table(
                "Combinations that are ruled out, and how many states each rule excludes by itself",
                List.of(
                        Column.words("Rule"),
                        Column.words("Never"),
                        Column.numbers("Excludes"),
                        Column.words("Rests on")),
                rows,
                0);
    }

    private List<Block.Fact> others() {
        List<Block.Fact> facts = new ArrayList<>();
        for (Party.Role role : Party.Role.values()) {
            if (role == Party.Role.PRINCIPAL) {
                continue;
            }
            List<String> names =
                    source.parties().stream()
                            .filter(p -> p.role() == role)
                            .map(Party::name)
                            .toList();
            if (!names.isEmpty()) {
                facts.add(new Block.Fact(title(role), Text.of(String.join(", ", names))));
            }
        }
        return facts;
    }

    private static String title(Party.Role role) {
        return switch (role) {
            case PRINCIPAL -> "At the table";
            case MEDIATOR -> "Mediators";
            case VERIFIER -> "Verifiers";
            case OUTSIDE -> "Outside, able to act";
            case AFFECTED -> "Affected";
            case RATIFIER -> "Must ratify";
        };
    }

    private List<Block> evidence() {
        List<Block> blocks = new ArrayList<>();
        List<List<Text>> rows = new ArrayList<>();
        for (BasisCount count : result.basis()) {
            rows.add(
                    List.of(
                            Text.of(count.kind()),
                            Text.of(Wording.number(count.totalCount())),
                            Text.of(Wording.number(count.totalCount() - count.assumedCount())),
                            Text.of(Wording.number(count.assumedCount()))));
        }
        if (!rows.isEmpty()) {
            blocks.add(
                    new Block.Table(
                            "What names a claim it rests on, and what is assumed",
                            List.of(
                                    Column.words("Parts"),
                                    Column.numbers("In all"),
                                    Column.numbers("On claims"),
                                    Column.numbers("Assumed")),
                            rows,
                            0));
        }
        if (!source.claims().isEmpty()) {
            blocks.add(voices());
            contested(blocks);
        }
        if (result.unusedClaimCount() > 0) {
            blocks.add(
                    new Block.Note(
                            Block.Note.Kind.CAUTION,
                            Text.of(
                                    "%s in the ledger, and no part of the case rests on %s."
                                            .formatted(
                                                    result.unusedClaimCount() == 1
                                                            ? "1 claim stands"
                                                            : result.unusedClaimCount()
                                                                    + " claims stand",
                                                    result.unusedClaimCount() == 1
                                                            ? "it"
                                                            : "them"))));
        }
        return blocks;
    }

    private Block voices() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Source"));
        columns.add(Column.numbers("Claims"));
        columns.add(Column.numbers("Its own voice"));
        for (String party : result.voices().parties()) {
            columns.add(Column.numbers(words.party(party)));
        }
        columns.add(Column.numbers("Others"));
        columns.add(Column.numbers("Contested"));
        List<List<Text>> rows = new ArrayList<>();
        long shown = limit.shown(result.voices().sources().size());
        for (Voices.Tally tally : result.voices().sources().subList(0, (int) shown)) {
            Source each = source.source(tally.source());
            String grade = each.reliability() == null ? "" : ", " + each.reliability();
            String date = each.date() == null ? "" : ", " + each.date().inWords();
            rows.add(row(Text.writer().code(each.id()).plain(date + grade).done(), tally));
        }
        rows.add(row(Text.writer().strong("All").done(), result.voices().total()));
        return new Block.Table(
                "Who speaks in the sources, with date and reliability (A to F); a party's column counts what it or its people alone say",
                columns,
                rows,
                limit.omitted(result.voices().sources().size()));
    }

    private static List<Text> row(Text name, Voices.Tally tally) {
        List<Text> cells = new ArrayList<>();
        cells.add(name);
        cells.add(Text.of(Wording.number(tally.claimCount())));
        cells.add(Text.of(Wording.number(tally.ownVoiceCount())));
        tally.byParty().forEach(count -> cells.add(Text.of(Wording.number(count))));
        cells.add(Text.of(Wording.number(tally.otherCount())));
        cells.add(Text.of(Wording.number(tally.contestedCount())));
        return cells;
    }

    private void contested(List<Block> blocks) {
        List<Claim> contested = result.contested();
        List<Text> items = new ArrayList<>();
        for (Claim claim : contested.subList(0, (int) limit.shown(contested.size()))) {
            Text.Writer text =
                    Text.writer()
                            .plain(Wording.sentenceStart(words.speakers(claim.by())) + " says: ");
            if (claim.quote() != null) {
                text.quote(claim.quote());
            } else {
                text.plain(String.valueOf(claim.says()));
            }
            text.plain(" ").claim(claim.id()).plain(" ");
            for (Claim.Contest contest : claim.contested()) {
                text.mark(Span.Tone.CONTESTED, "Contested")
                        .plain(" by " + words.speakers(contest.by()))
                        .plain(contest.note() == null ? ". " : ": " + contest.note() + " ");
            }
            items.add(text.done());
        }
        if (!items.isEmpty()) {
            blocks.add(
                    new Block.Section("Contested claims", List.of(new Block.Items(false, items))));
        }
    }
}
