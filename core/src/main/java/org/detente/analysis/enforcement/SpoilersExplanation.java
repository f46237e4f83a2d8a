// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.DrawnReadings;
import org.detente.analysis.ListLimit;
import org.detente.analysis.PointWords;
import org.detente.analysis.Wording;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.analysis.enforcement.SpoilersFindings.Turn;
import org.detente.analysis.enforcement.SpoilersFindings.ViewThreats;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Block.Section;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Statement;

/// Tells who outside could wreck an agreement and what would stop them: findings first, then each
/// package party by party, then views and ends of ranges.
final class SpoilersExplanation {
    private static final int MOST_DETERRENTS = 6;

    private final SpoilersFindings found;
    private final Ground ground;
    private final ListLimit limit;
    private final EnforcementWords words;

    SpoilersExplanation(SpoilersFindings found, ListLimit limit) {
        this.found = found;
        this.ground = found.ground();
        this.limit = limit;
        this.words = new EnforcementWords(ground);
    }

    Explanation explanation() {
        List<Block> blocks = new ArrayList<>();
        if (found.packages().isEmpty()) {
            blocks.add(
                    new Block.Finding(
                            Span.Tone.NEUTRAL,
                            Text.of(
                                    "There is no package to look at: no package is acceptable to all signatories in this model, and none was named (--package).")));
        }
        for (int k = 0; k < found.packages().size(); k++) {
            blocks.add(headline(k));
        }
        for (Threatened one : found.packages()) {
            if (one.chosen().isPossible()) {
                blocks.add(
                        new Section(
                                "The package: " + String.join(", ", one.chosen().labels()),
                                section(one)));
            }
        }
        if (!found.views().isEmpty() && !found.packages().isEmpty()) {
            blocks.add(new Section("The same under each view", List.of(views())));
        }
        if (!found.packages().isEmpty() && found.factorCount() > 0) {
            blocks.add(new Section("At the ends of ranges", List.of(ends())));
        }
        List<Block> reading = new ArrayList<>();
        reading.add(howToRead());
        reading.addAll(DrawnReadings.notes(words.wording(), found.readings()));
        blocks.add(new Section("How to read this", reading));
        return new Explanation("Spoilers: who outside could wreck it", blocks);
    }

    private Block headline(int index) {
        Threatened one = found.packages().get(index);
        Text.Writer text =
                Text.writer().strong(EnforcementWords.all(one.chosen().labels())).plain(": ");
        if (!one.chosen().isPossible()) {
            return new Block.Finding(
                    Span.Tone.BAD,
                    text.plain("this package cannot stand, and was not looked at.").done());
        }
        List<String> wreck = new ArrayList<>();
        List<String> touch = new ArrayList<>();
        List<String> couldWreck = new ArrayList<>();
        for (Spoiler spoiler : one.spoilers()) {
            String who = words.wording().mover(spoiler.mover());
            boolean moves = spoiler.best().state() != one.chosen().state();
            if (moves && one.holds() && !spoiler.best().survives()) {
                wreck.add(who);
            } else if (moves) {
                touch.add(who);
            }
            if (!wreck.contains(who) && one.holds() && !spoiler.worst().survives()) {
                couldWreck.add(who);
            }
        }
        if (!one.holds()) {
            text.plain(
                    "its signatories would not keep it even if every party outside left it alone (see enforcement). ");
        }
        text.plain(
                wreck.isEmpty()
                        ? touch.isEmpty()
                                ? (one.holds() ? "in" : "In")
                                        + " this model every party outside does best by leaving it alone."
                                : "%s would do something about it in this model, with every uncertain number at its centre%s."
                                        .formatted(
                                                EnforcementWords.all(touch),
                                                one.holds() ? ", which it survives" : "")
                        : "%s would wreck it by what is best for %s in this model, with every uncertain number at its centre."
                                .formatted(
                                        EnforcementWords.all(wreck),
                                        wreck.size() == 1 ? "that party" : "each of them"));
        if (!couldWreck.isEmpty()) {
            text.plain(
                    " %s could wreck it, and would not, by what the case says of what %s."
                            .formatted(
                                    EnforcementWords.all(couldWreck),
                                    couldWreck.size() == 1 ? "it prefers" : "they prefer"));
        }
        text.plain(otherViews(index)).plain(" Not a forecast.");
        Span.Tone tone =
                wreck.isEmpty()
                        ? couldWreck.isEmpty() && touch.isEmpty() && one.holds()
                                ? Span.Tone.GOOD
                                : Span.Tone.MIXED
                        : Span.Tone.BAD;
        return new Block.Finding(tone, text.done());
    }

    /// What parties outside do to a package: nothing, something that it survives, or its end.
    private enum Effect {
        NONE,
        SURVIVED,
        WRECKED
    }

    private static Effect effect(Threatened one) {
        Effect effect = Effect.NONE;
        for (Spoiler spoiler : one.spoilers()) {
            if (spoiler.best().state() != one.chosen().state()) {
                Effect own =
                        one.holds() && !spoiler.best().survives()
                                ? Effect.WRECKED
                                : Effect.SURVIVED;
                effect = own.compareTo(effect) > 0 ? own : effect;
            }
        }
        return effect;
    }

    private String otherViews(int index) {
        Effect here = effect(found.packages().get(index));
        List<String> other =
                found.views().stream()
                        .filter(v -> effect(v.packages().get(index)) != here)
                        .map(ViewThreats::name)
                        .toList();
        if (found.views().isEmpty()) {
            return "";
        }
        return other.isEmpty()
                ? " All %d views say the same.".formatted(found.views().size())
                : " Of %d views, %s %s otherwise."
                        .formatted(
                                found.views().size(),
                                EnforcementWords.all(other),
                                other.size() == 1 ? "says" : "say");
    }

    private List<Block> section(Threatened one) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Who"));
        columns.add(Column.words("Does best by"));
        for (int party = 0; party < ground.partyCount(); party++) {
            columns.add(Column.numbers("For " + words.party(party)));
        }
        columns.add(Column.words("The agreement then"));
        List<List<Text>> rows = new ArrayList<>();
        List<Text> sentences = new ArrayList<>();
        int index = found.packages().indexOf(one);
        for (int k = 0; k < one.spoilers().size(); k++) {
            Spoiler spoiler = one.spoilers().get(k);
            rows.add(row(one, spoiler));
            sentences.add(sentence(one, spoiler, drawn(one, spoiler, index, k)));
        }
        return List.of(
                new Block.Table(
                        "What each party outside would do about it, and what that changes in points a step",
                        columns,
                        rows,
                        0),
                new Block.Items(false, sentences));
    }

    private List<Text> row(Threatened one, Spoiler spoiler) {
        List<Text> row = new ArrayList<>();
        row.add(Text.of(words.wording().mover(spoiler.mover())));
        boolean stays = spoiler.best().state() == one.chosen().state();
        row.add(
                stays
                        ? Text.of("leaving it alone")
                        : words.wording().change(one.chosen().state(), spoiler.best().state()));
        for (double effect : spoiler.best().effects()) {
            row.add(Text.of(PointWords.signed(effect)));
        }
        row.add(standing(one, spoiler.best(), stays));
        return row;
    }

    private Text standing(Threatened one, Spoiler.Act act, boolean stays) {
        if (!one.holds()) {
            return Text.of("would not be kept anyway");
        }
        if (stays) {
            return Text.of("stands");
        }
        if (act.survives()) {
            return Text.of(new Span.Mark(Span.Tone.GOOD, "survives"));
        }
        List<String> breaking =
                act.after().stream()
                        .filter(k -> !k.holds())
                        .map(k -> words.party(k.party()))
                        .toList();
        return Text.writer()
                .text(Text.of(new Span.Mark(Span.Tone.BAD, "falls")))
                .plain(": %s would no longer keep it".formatted(EnforcementWords.all(breaking)))
                .done();
    }

    /// In how many readings drawn the package survives a best move that touches it.
    private String drawn(Threatened one, Spoiler spoiler, int index, int k) {
        return found.survivedInDrawn().isEmpty() || spoiler.best().state() == one.chosen().state()
                ? ""
                : " With every uncertain number drawn at random from its range%s the package is still kept after it in %d of %d readings."
                        .formatted(
                                found.readings().isBound()
                                        ? ", such that all that is stated holds,"
                                        : "",
                                found.survivedInDrawn().get(index).get(k),
                                found.readings().size());
    }

    private Text sentence(Threatened one, Spoiler spoiler, String drawn) {
        String who = words.wording().mover(spoiler.mover());
        int standing = one.chosen().state();
        Text.Writer text = Text.writer().strong(who);
        if (spoiler.isIndifferent()) {
            text.plain(
                    " has no stated preference, so that it is taken to leave the agreement alone (assumed).");
        } else if (spoiler.best().state() == standing) {
            text.plain(" does best by leaving the agreement alone.");
        } else {
            text.plain(" prefers ").text(words.wording().change(standing, spoiler.best().state()));
            why(text, spoiler);
            text.plain("." + drawn + " ");
            deterrence(text, spoiler);
        }
        int worst = spoiler.worst().state();
        if (worst != standing && worst != spoiler.best().state()) {
            text.plain(" The worst that it could do is ")
                    .text(words.wording().change(standing, worst))
                    .plain(": ")
                    .plain(effects(spoiler.worst()))
                    .plain(
                            !one.holds()
                                    ? "."
                                    : spoiler.worst().survives()
                                            ? "; the agreement would survive it."
                                            : "; the agreement would not survive it.");
            if (spoiler.best().state() == standing) {
                Statement deciding = spoiler.deciding();
                if (deciding != null) {
                    text.plain(" What keeps it from that is that it holds to ")
                            .code(deciding.condition().toString())
                            .plain(" (")
                            .text(Wording.basis(deciding.basis()))
                            .plain(").");
                }
            }
        }
        return text.done();
    }

    private String effects(Spoiler.Act act) {
        List<String> parts = new ArrayList<>();
        for (int party = 0; party < act.effects().size(); party++) {
            parts.add(
                    "%s for %s"
                            .formatted(
                                    PointWords.signed(act.effects().get(party)),
                                    words.party(party)));
        }
        return EnforcementWords.all(parts) + " in points a step";
    }

    private static void why(Text.Writer text, Spoiler spoiler) {
        Statement deciding = spoiler.deciding();
        if (deciding != null) {
            text.plain(" because of ")
                    .code(deciding.condition().toString())
                    .plain(" in its order (")
                    .text(Wording.basis(deciding.basis()))
                    .plain(")");
        } else if (!Double.isNaN(spoiler.gap())) {
            text.plain(
                    ", by %s of its own points a step; it would leave it alone if that much less hung on it"
                            .formatted(PointWords.points(spoiler.gap())));
        } else {
            text.plain(", by its ranking");
        }
    }

    private void deterrence(Text.Writer text, Spoiler spoiler) {
        List<Text> inside = new ArrayList<>();
        List<Text> before = new ArrayList<>();
        for (Spoiler.Deterrent deterrent : spoiler.deterrents()) {
            Text one =
                    Text.writer()
                            .code(deterrent.ref().toString())
                            .plain(" at " + deterrent.level())
                            .plain(
                                    deterrent.by() != null
                                            ? " (%s)"
                                                    .formatted(
                                                            words.wording().party(deterrent.by()))
                                            : deterrent.isAcceptable()
                                                    ? ""
                                                    : " (not acceptable to every signatory)")
                            .done();
            List<Text> list = deterrent.by() == null ? inside : before;
            if (list.size() < MOST_DETERRENTS) {
                list.add(one);
            }
        }
        if (inside.isEmpty() && before.isEmpty()) {
            text.plain(
                    "No single change of the package, or of a signatory's other options beforehand, would make it leave the agreement alone.");
            return;
        }
        if (!inside.isEmpty()) {
            text.plain("With the package otherwise as it is, it would leave it alone with ")
                    .text(EnforcementWords.joined(inside, ""))
                    .plain(". ");
        }
        if (!before.isEmpty()) {
            text.plain("Beforehand a signatory could bring that about with ")
                    .text(EnforcementWords.joined(before, ""))
                    .plain(".");
        }
    }

    private Block views() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("View"));
        found.packages()
                .forEach(p -> columns.add(Column.words(EnforcementWords.all(p.chosen().labels()))));
        List<List<Text>> rows = new ArrayList<>();
        for (ViewThreats view : found.views()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(view.name()));
            view.packages().forEach(p -> row.add(inView(p)));
            rows.add(row);
        }
        return new Block.Table(
                "Whose best move touches the package, and whether it survives it",
                columns,
                rows,
                0);
    }

    private Text inView(Threatened one) {
        List<Text> parts = new ArrayList<>();
        for (Spoiler spoiler : one.spoilers()) {
            if (spoiler.best().state() != one.chosen().state()) {
                parts.add(
                        Text.writer()
                                .plain(words.wording().mover(spoiler.mover()) + ": ")
                                .text(
                                        words.wording()
                                                .change(
                                                        one.chosen().state(),
                                                        spoiler.best().state()))
                                .plain(", ")
                                .text(standing(one, spoiler.best(), false))
                                .done());
            }
        }
        return EnforcementWords.joined(
                parts, one.holds() ? "left alone" : "left alone; would not be kept anyway");
    }

    private Block ends() {
        if (found.ends().isEmpty()) {
            return new Block.Paragraph(
                    Text.of(
                            "At no end of any of the %s ranges does a package's survival of these moves turn, one range at a time. What parties outside prefer is not among these numbers where they state an order."
                                    .formatted(Wording.number(found.factorCount()))));
        }
        List<List<Text>> rows = new ArrayList<>();
        for (Turn turn : found.ends()) {
            rows.add(
                    List.of(
                            Text.writer().code(turn.factor().path()).done(),
                            Text.of(
                                    EnforcementWords.number(
                                            turn.factor().at(turn.position()),
                                            turn.factor().quantity())),
                            Text.of(
                                    "%s %s %s's move"
                                            .formatted(
                                                    EnforcementWords.all(
                                                            found.packages()
                                                                    .get(turn.packageIndex())
                                                                    .chosen()
                                                                    .labels()),
                                                    turn.survives()
                                                            ? "survives"
                                                            : "does not survive",
                                                    words.wording().mover(turn.mover()))),
                            Wording.basis(turn.factor().basis())));
        }
        int shown = (int) limit.shown(rows.size());
        return new Block.Table(
                "Where one number alone turns whether a package survives",
                List.of(
                        Column.words("Number"),
                        Column.numbers("At"),
                        Column.words("Then"),
                        Column.words("Rests on")),
                rows.subList(0, shown),
                rows.size() - shown);
    }

    private static Block howToRead() {
        return new Block.Facts(
                List.of(
                        new Block.Fact(
                                "does best by",
                                Text.of(
                                        "what the party outside prefers most among all changes of its own options and leaving things as they are, with the package standing; by its order or ranking if it states one, else by its points.")),
                        new Block.Fact(
                                "survives",
                                Text.of(
                                        "after that move every signatory still does better by keeping the agreement than by its best way of breaking it, what follows a breach included.")),
                        new Block.Fact(
                                "would leave it alone with",
                                Text.of(
                                        "single changes of the package, or of a signatory's other options beforehand, after which the party's best is to do nothing. They are not proposals: what they do to the signatories is told where a change would make the package unacceptable to one."))));
    }
}
