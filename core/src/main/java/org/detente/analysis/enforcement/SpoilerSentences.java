// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.analysis.PointWords;
import org.detente.analysis.Wording;
import org.detente.analysis.enforcement.SpoilersFindings.Drawn;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnMove;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnPackage;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnSpoiler;
import org.detente.analysis.enforcement.SpoilersFindings.Span;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.explain.Text;
import org.detente.model.Statement;
import org.jspecify.annotations.Nullable;

/// Tells of parties outside and one package: what is best for each and why, in how many readings,
/// what would keep it from that, and the worst that it could do.
final class SpoilerSentences {
    private final EnforcementWords words;
    private final Threatened one;
    private final List<Outsider> outsiders;
    private final List<Span> gaps;
    private final @Nullable Drawn drawn;
    private final @Nullable DrawnPackage own;

    /// Sentences about one package.
    ///
    /// @param words names
    /// @param one the package
    /// @param outsiders the parties outside, in the order of its `spoilers`
    /// @param gaps what stands in [SpoilersFindings.Ends] of it; empty if nothing
    /// @param drawn what was found in readings drawn, or null
    /// @param index which package of these it is
    SpoilerSentences(
            EnforcementWords words,
            Threatened one,
            List<Outsider> outsiders,
            List<Span> gaps,
            @Nullable Drawn drawn,
            int index) {
        this.words = words;
        this.one = one;
        this.outsiders = outsiders;
        this.gaps = gaps;
        this.drawn = drawn;
        this.own = SpoilersFindings.drawn(drawn, index);
    }

    /// One text for each party outside, or for several of which the same is said.
    List<Text> all() {
        SequencedMap<Text, List<String>> bodies = new LinkedHashMap<>();
        for (int k = 0; k < one.spoilers().size(); k++) {
            bodies.computeIfAbsent(body(k), _ -> new ArrayList<>()).add(name(k));
        }
        List<Text> texts = new ArrayList<>();
        bodies.forEach((body, names) ->
                texts.add(Text.writer().strong(EnforcementWords.all(names)).text(body).done()));
        return texts;
    }

    /// The text about one party, if its best move touches the package.
    ///
    /// @param k which party
    /// @return null if it leaves the package alone
    @Nullable Text touching(int k) {
        return one.isTouchedBy(one.spoilers().get(k))
                ? Text.writer().strong(name(k)).text(body(k)).done()
                : null;
    }

    private String name(int k) {
        return words.wording().mover(one.spoilers().get(k).mover());
    }

    private Text body(int k) {
        Spoiler spoiler = one.spoilers().get(k);
        Outsider outsider = outsiders.get(k);
        DrawnSpoiler inReadings = own == null ? null : own.spoilers().get(k);
        boolean isAnew = outsider.isUncertain() || (drawn != null && drawn.isAnew(outsider));
        DeterrentWords deterrence =
                new DeterrentWords(words.wording(), inReadings, drawn == null ? 0 : drawn.size());
        Text.Writer text = Text.writer();
        if (spoiler.isIndifferent()) {
            text.plain(
                    outsider.beside().isEmpty()
                            ? ": no preference is stated; taken to leave the agreement alone (assumed)."
                            : ": neither an order nor points are stated, and what is stated (%s) is not looked at here; taken to leave the agreement alone (assumed)."
                                    .formatted(String.join(", ", outsider.beside())));
        } else if (one.isTouchedBy(spoiler)) {
            text.plain(": ")
                    .text(words.wording().change(one.chosen().state(), spoiler.best().state()))
                    .plain(" is best for it, ");
            why(text, spoiler, gap(spoiler, k, inReadings));
            text.plain(".").plain(inDrawn(inReadings, isAnew));
            deterrence.add(text, spoiler);
        } else {
            text.plain(
                    isAnew
                            ? ": leaving the agreement alone is best, with every number at its centre."
                            : ": leaving the agreement alone is best.");
            if (isAnew) {
                text.plain(inDrawn(inReadings, true));
                temptation(text, gap(spoiler, k, inReadings));
                deterrence.addElsewhere(text, spoiler);
            }
        }
        worst(text, spoiler);
        return text.done();
    }

    /// By how many of its points the party's best move is better, at the centre, at ends and in
    /// readings drawn.
    private Span gap(Spoiler spoiler, int k, @Nullable DrawnSpoiler inReadings) {
        Span span = Span.NONE.with(spoiler.gap());
        span = gaps.isEmpty() ? span : span.with(gaps.get(k));
        return inReadings == null ? span : span.with(inReadings.gap());
    }

    /// In how many readings drawn the party leaves the package alone, and the package survives what
    /// it does.
    private String inDrawn(@Nullable DrawnSpoiler inReadings, boolean isAnew) {
        if (inReadings == null || drawn == null) {
            return "";
        }
        boolean isBound = drawn.readings().isBound();
        if (!isAnew) {
            return " With every uncertain number drawn at random from its range%s the package is still kept after it in %d of %d readings."
                    .formatted(Opening.bound(isBound), inReadings.survived(), drawn.size());
        }
        int moves = drawn.size() - inReadings.leftAlone();
        int survived = inReadings.survived();
        for (DrawnMove move : inReadings.moves()) {
            survived -= move.state() == one.chosen().state() ? move.survived() : 0;
        }
        String start =
                " With every uncertain number drawn at random from its range, its own among them%s, it leaves the agreement alone in "
                        .formatted(isBound ? " and such that all that is stated holds" : "");
        return start
                + (moves == 0
                        ? "all %d readings.".formatted(drawn.size())
                        : inReadings.leftAlone() == 0
                                ? "none of %d readings; the package is kept after its move in %d."
                                        .formatted(drawn.size(), survived)
                                : "%d of %d readings; of the %d others the package is kept after its move in %d."
                                        .formatted(
                                                inReadings.leftAlone(),
                                                drawn.size(),
                                                moves,
                                                survived));
    }

    private static void why(Text.Writer text, Spoiler spoiler, Span gap) {
        Statement deciding = spoiler.deciding();
        if (deciding != null) {
            text.plain("because of ")
                    .code(deciding.condition().toString())
                    .plain(" in its order (")
                    .text(Wording.basis(deciding.basis()))
                    .plain(")");
        } else if (spoiler.goesByPoints()) {
            text.plain(
                    "by %s of its own points a step%s; it would leave the agreement alone if that much less hung on it"
                            .formatted(
                                    PointWords.points(spoiler.gap()),
                                    gap.most() > gap.least()
                                            ? " (%s to %s over the ends of ranges and the readings drawn)"
                                                    .formatted(
                                                            PointWords.points(gap.least()),
                                                            PointWords.points(gap.most()))
                                            : ""));
        } else {
            text.plain("by its ranking");
        }
    }

    /// How much hangs on moves that are a party's best in some readings, though not at the centre.
    private static void temptation(Text.Writer text, Span gap) {
        if (gap.most() > 0) {
            text.plain(
                    " Where a move is best for it, that is by up to %s of its own points a step; it would leave the agreement alone if that much less hung on it."
                            .formatted(PointWords.points(gap.most())));
        }
    }

    private void worst(Text.Writer text, Spoiler spoiler) {
        int standing = one.chosen().state();
        int worst = spoiler.worst().state();
        if (worst == standing || worst == spoiler.best().state()) {
            return;
        }
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
        Statement deciding = spoiler.deciding();
        if (deciding != null && !one.isTouchedBy(spoiler)) {
            text.plain(" What keeps it from that is that it holds to ")
                    .code(deciding.condition().toString())
                    .plain(" (")
                    .text(Wording.basis(deciding.basis()))
                    .plain(").");
        }
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
}
