// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.analysis.enforcement.SpoilersFindings.Drawn;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnPackage;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnSpoiler;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.analysis.enforcement.SpoilersFindings.Turn;
import org.detente.analysis.enforcement.SpoilersFindings.ViewThreats;
import org.detente.compile.Factor;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Tells what parties outside do under each view and at the ends of ranges, and how to read it all.
final class SpoilerReadings {
    private final SpoilersFindings found;
    private final ListLimit limit;
    private final EnforcementWords words;

    SpoilerReadings(SpoilersFindings found, ListLimit limit, EnforcementWords words) {
        this.found = found;
        this.limit = limit;
        this.words = words;
    }

    /// Who touches which package under each view, and what would keep them from it where that is
    /// not as in the case as written.
    List<Block> views() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(table());
        SequencedMap<Text, SequencedMap<String, List<String>>> bodies = new LinkedHashMap<>();
        for (ViewThreats view : found.views()) {
            for (int p = 0; p < view.packages().size(); p++) {
                Threatened here = found.packages().get(p);
                Threatened there = view.packages().get(p);
                for (int k = 0; k < there.spoilers().size(); k++) {
                    Text text = touching(there, view.outsiders(), k);
                    if (text != null && !text.equals(touching(here, found.outsiders(), k))) {
                        bodies.computeIfAbsent(text, _ -> new LinkedHashMap<>())
                                .computeIfAbsent(view.name(), _ -> new ArrayList<>())
                                .add(EnforcementWords.all(there.chosen().labels()));
                    }
                }
            }
        }
        List<Text> texts = new ArrayList<>();
        bodies.forEach((body, packages) -> texts.add(told(body, packages)));
        if (!texts.isEmpty()) {
            blocks.add(new Block.Items(false, texts));
        }
        return blocks;
    }

    /// What is said of a party at the centre of a reading, or null if it leaves the package alone.
    private @Nullable Text touching(Threatened one, List<Outsider> outsiders, int k) {
        return new SpoilerSentences(words, one, outsiders, List.of(), null, 0).touching(k);
    }

    /// What is said, after the views and packages of which it is.
    private Text told(Text body, SequencedMap<String, List<String>> packages) {
        List<String> where = new ArrayList<>();
        packages.forEach((view, names) ->
                where.add(
                        names.size() == found.packages().size()
                                ? view
                                : "%s (%s)".formatted(view, String.join("; ", names))));
        return Text.writer().plain(String.join(", ", where) + ": ").text(body).done();
    }

    private Block table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("View"));
        found.packages()
                .forEach(p -> columns.add(Column.words(EnforcementWords.all(p.chosen().labels()))));
        List<List<Text>> rows = new ArrayList<>();
        for (ViewThreats view : found.views()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(view.name()));
            for (int k = 0; k < view.packages().size(); k++) {
                row.add(inView(view, k));
            }
            rows.add(row);
        }
        return new Block.Table(
                "Whose best move touches the package, and whether it survives it",
                columns,
                rows,
                0);
    }

    private Text inView(ViewThreats view, int index) {
        Threatened one = view.packages().get(index);
        Drawn drawn = view.drawn();
        DrawnPackage own = SpoilersFindings.drawn(drawn, index);
        List<Text> parts = new ArrayList<>();
        for (int k = 0; k < one.spoilers().size(); k++) {
            Spoiler spoiler = one.spoilers().get(k);
            boolean isAnew = drawn != null && drawn.isAnew(view.outsiders().get(k));
            if (one.isTouchedBy(spoiler) || isAnew) {
                Text.Writer text =
                        Text.writer()
                                .plain(words.wording().mover(spoiler.mover()) + ": ")
                                .text(
                                        SpoilerBlocks.move(
                                                words.wording(), one, spoiler.best().state()))
                                .plain(", ")
                                .text(SpoilerBlocks.standing(words, one, spoiler));
                if (drawn != null && own != null) {
                    DrawnSpoiler inReadings = own.spoilers().get(k);
                    text.plain(
                            isAnew
                                    ? "; of %d readings drawn left alone in %d, kept after its best in %d"
                                            .formatted(
                                                    drawn.size(),
                                                    inReadings.leftAlone(),
                                                    inReadings.survived())
                                    : "; kept after it in %d of %d readings drawn"
                                            .formatted(inReadings.survived(), drawn.size()));
                }
                parts.add(text.done());
            }
        }
        return EnforcementWords.joined(
                parts, one.holds() ? "left alone" : "left alone; would not be kept anyway");
    }

    Block ends() {
        int count = found.ends().numberCount();
        if (found.ends().turns().isEmpty()) {
            boolean isTouched = found.packages().stream().anyMatch(Threatened::isTouched);
            return new Block.Paragraph(
                    Text.of(
                            (isTouched
                                            ? "At no end of any of the %s ranges, one range at a time, does what parties outside do best change, or whether a package survives it."
                                            : "At no end of any of the %s ranges, one range at a time, does a party outside touch a package. At which of them a package is kept at all stands under enforcement.")
                                    .formatted(Wording.number(count))));
        }
        SequencedMap<String, List<Turn>> byEnd = new LinkedHashMap<>();
        found.ends().turns().stream()
                .sorted(Comparator.comparing(turn -> !isOther(turn)))
                .forEach(turn ->
                        byEnd.computeIfAbsent(
                                        turn.factor().path() + " " + turn.position(),
                                        _ -> new ArrayList<>())
                                .add(turn));
        List<List<Text>> rows = new ArrayList<>();
        byEnd.values().forEach(turns -> rows.add(row(turns)));
        return new Block.Table(
                "Where one number alone turns what a party outside does best, or whether a package survives it",
                List.of(
                        Column.words("Number"),
                        Column.numbers("At"),
                        Column.words("Then"),
                        Column.words("Rests on")),
                rows.subList(0, (int) limit.shown(rows.size())),
                limit.omitted(rows.size()));
    }

    /// What turns at one end of one number.
    private List<Text> row(List<Turn> turns) {
        SequencedMap<Text, List<String>> packages = new LinkedHashMap<>();
        for (Turn turn : turns) {
            Chosen chosen = found.packages().get(turn.packageIndex()).chosen();
            packages.computeIfAbsent(then(turn), _ -> new ArrayList<>())
                    .add(EnforcementWords.all(chosen.labels()));
        }
        Text.Writer then = Text.writer();
        packages.forEach((text, names) ->
                then.plain(packages.firstEntry().getKey().equals(text) ? "" : "; ")
                        .plain(EnforcementWords.all(names) + ": ")
                        .text(text));
        Factor factor = turns.getFirst().factor();
        return List.of(
                Text.writer().code(factor.path()).done(),
                Text.of(
                        EnforcementWords.number(
                                factor.at(turns.getFirst().position()), factor.quantity())),
                then.done(),
                Wording.basis(factor.basis()));
    }

    /// Whether the party's best move is another than at the centre.
    private boolean isOther(Turn turn) {
        return found.packages().get(turn.packageIndex()).spoilers().stream()
                .noneMatch(s -> s.mover() == turn.mover() && s.best().state() == turn.state());
    }

    private Text then(Turn turn) {
        Threatened one = found.packages().get(turn.packageIndex());
        String who = words.wording().mover(turn.mover());
        if (!isOther(turn)) {
            return Text.of(
                    "%s %s's move"
                            .formatted(turn.survives() ? "survives" : "does not survive", who));
        }
        return turn.state() == one.chosen().state()
                ? Text.of(
                        turn.survives()
                                ? "left alone by " + who
                                : "left alone by %s, and yet not kept".formatted(who))
                : Text.writer()
                        .plain("best for %s is ".formatted(who))
                        .text(words.wording().change(one.chosen().state(), turn.state()))
                        .plain(turn.survives() ? " (survives)" : " (not kept after it)")
                        .done();
    }

    Block howToRead() {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(
                fact(
                        "does best by",
                        "what the party outside prefers most among all changes of its own options and leaving things as they are, with the package standing; by its order or ranking if it states one, else by its points."));
        facts.add(fact("what they go by", goBy()));
        facts.add(
                fact(
                        "survives",
                        "after that move every signatory still does better by keeping the agreement than by its best way of breaking it, what follows a breach included."));
        facts.add(
                fact(
                        "would leave it alone with",
                        "changes of the package, or of a signatory's other options beforehand, after which the party's best is to do nothing: single ones, and two together where no single one is acceptable to every signatory. They are not proposals; whether they are acceptable is looked at with every number at its centre."));
        if (found.drawn() != null) {
            facts.add(
                    fact(
                            "readings drawn",
                            "a share of them says how much of what was assumed something holds in; it is no likelihood."));
        }
        return new Block.Facts(facts);
    }

    private static Block.Fact fact(String name, String text) {
        return new Block.Fact(name, Text.of(text));
    }

    /// What each party's best move goes by, and what of it is uncertain or not looked at.
    private String goBy() {
        List<String> sentences = new ArrayList<>();
        add(
                sentences,
                "%s: an order of statements, which holds no numbers, so that the best move is the same in every reading.",
                o -> o.by() == Outsider.By.ORDER);
        add(
                sentences,
                "%s: a ranking, which holds no numbers, so that the best move is the same in every reading.",
                o -> o.by() == Outsider.By.RANKING);
        add(
                sentences,
                "%s: points, none of them uncertain.",
                o -> o.by() == Outsider.By.POINTS && !isAnew(o));
        for (Outsider outsider : found.outsiders()) {
            if (isAnew(outsider)) {
                sentences.add(
                        "%s: points, in which %s; its best move is found anew at each end and in each reading drawn%s."
                                .formatted(
                                        words.wording().mover(outsider.mover()),
                                        uncertain(outsider.numbers().size()),
                                        fits(outsider)
                                                ? ", these such that what it compares (%s) holds"
                                                        .formatted(
                                                                String.join(
                                                                        ", ", outsider.beside()))
                                                : ""));
            }
        }
        add(
                sentences,
                "%s: nothing that says what it would do.",
                o -> o.by() == Outsider.By.NOTHING);
        for (Outsider outsider : found.outsiders()) {
            if (!outsider.beside().isEmpty() && !fits(outsider)) {
                sentences.add(
                        "What %s states beside that (%s) is not looked at here."
                                .formatted(
                                        words.wording().mover(outsider.mover()),
                                        String.join(", ", outsider.beside())));
            }
        }
        return String.join(" ", sentences);
    }

    private static String uncertain(int count) {
        return switch (count) {
            case 0 -> "what no points are stated for is uncertain";
            case 1 -> "1 number is uncertain";
            default -> "%d numbers are uncertain".formatted(count);
        };
    }

    private boolean isAnew(Outsider outsider) {
        Drawn drawn = found.drawn();
        return outsider.isUncertain() || (drawn != null && drawn.isAnew(outsider));
    }

    private void add(List<String> sentences, String sentence, Predicate<Outsider> which) {
        List<String> names =
                found.outsiders().stream()
                        .filter(which)
                        .map(o -> words.wording().mover(o.mover()))
                        .toList();
        if (!names.isEmpty()) {
            sentences.add(sentence.formatted(EnforcementWords.all(names)));
        }
    }

    /// Whether readings drawn fit what a party that goes by points compares.
    private boolean fits(Outsider outsider) {
        Drawn drawn = found.drawn();
        return outsider.by() == Outsider.By.POINTS
                && drawn != null
                && drawn.readings().fits(outsider.id());
    }
}
