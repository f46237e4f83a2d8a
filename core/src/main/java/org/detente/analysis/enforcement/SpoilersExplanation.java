// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.analysis.DrawnReadings;
import org.detente.analysis.ListLimit;
import org.detente.analysis.enforcement.SpoilersFindings.Drawn;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnPackage;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.analysis.enforcement.SpoilersFindings.ViewThreats;
import org.detente.explain.Block;
import org.detente.explain.Block.Section;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Tells who outside could wreck an agreement and what would stop them: findings first, then each
/// package party by party, then views and ends of ranges.
final class SpoilersExplanation {
    private final SpoilersFindings found;
    private final ListLimit limit;
    private final EnforcementWords words;

    SpoilersExplanation(SpoilersFindings found, ListLimit limit) {
        this.found = found;
        this.limit = limit;
        this.words = new EnforcementWords(found.ground());
    }

    Explanation explanation() {
        List<Block> blocks = Opening.of(found.packages().size(), "look at", this::headline);
        SpoilerBlocks each = new SpoilerBlocks(found, limit, words);
        SequencedMap<List<Block>, List<Chosen>> sections = new LinkedHashMap<>();
        for (int k = 0; k < found.packages().size(); k++) {
            Chosen chosen = found.packages().get(k).chosen();
            if (chosen.isPossible()) {
                sections.computeIfAbsent(each.of(k), _ -> new ArrayList<>()).add(chosen);
            }
        }
        sections.forEach((own, chosen) -> blocks.add(new Section(Opening.title(chosen), own)));
        SpoilerReadings elsewhere = new SpoilerReadings(found, limit, words);
        if (!found.views().isEmpty() && !found.packages().isEmpty()) {
            blocks.add(new Section("The same under each view", elsewhere.views()));
        }
        if (!found.packages().isEmpty() && found.ends().numberCount() > 0) {
            blocks.add(new Section("At the ends of ranges", List.of(elsewhere.ends())));
        }
        List<Block> reading = new ArrayList<>();
        reading.add(elsewhere.howToRead());
        Drawn drawn = found.drawn();
        if (drawn != null) {
            reading.addAll(DrawnReadings.notes(words.wording(), drawn.readings()));
        }
        blocks.add(new Section("How to read this", reading));
        return new Explanation("Spoilers: who outside could wreck it", blocks);
    }

    private Block headline(int index) {
        Threatened one = found.packages().get(index);
        Text.Writer text = Opening.named(one.chosen());
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
            if (one.isWreckedBy(spoiler)) {
                wreck.add(who);
            } else {
                if (one.isTouchedBy(spoiler)) {
                    touch.add(who);
                }
                if (one.holds() && !spoiler.worst().survives()) {
                    couldWreck.add(who);
                }
            }
        }
        if (!one.holds()) {
            text.plain(
                    "its signatories would not keep it even if every party outside left it alone (see enforcement). ");
        }
        text.plain(done(one.holds(), wreck, touch));
        if (!couldWreck.isEmpty()) {
            text.plain(
                    " %s could wreck it, and would not, by what the case says of what %s."
                            .formatted(
                                    EnforcementWords.all(couldWreck),
                                    couldWreck.size() == 1 ? "it prefers" : "they prefer"));
        }
        text.plain(inDrawn(index)).plain(otherViews(index)).plain(" Not a forecast.");
        boolean isCalm = couldWreck.isEmpty() && touch.isEmpty() && one.holds();
        Span.Tone tone =
                !wreck.isEmpty()
                        ? Span.Tone.BAD
                        : isCalm && isCalmElsewhere(index) ? Span.Tone.GOOD : Span.Tone.MIXED;
        return new Block.Finding(tone, text.done());
    }

    /// What parties outside do at the centre.
    private String done(boolean holds, List<String> wreck, List<String> touch) {
        String start = holds ? "in" : "In";
        if (wreck.isEmpty() && touch.isEmpty()) {
            return "%s this model every party outside does best by leaving it alone%s."
                    .formatted(
                            start,
                            found.outsiders().stream().anyMatch(Outsider::isUncertain)
                                    ? ", with every uncertain number at its centre"
                                    : "");
        }
        return wreck.isEmpty()
                ? "%s would not leave it alone in this model, with every uncertain number at its centre%s."
                        .formatted(EnforcementWords.all(touch), holds ? "; it survives that" : "")
                : "%s would wreck it by what is best for %s in this model, with every uncertain number at its centre."
                        .formatted(
                                EnforcementWords.all(wreck),
                                wreck.size() == 1 ? "that party" : "each of them");
    }

    /// In how many readings drawn the package is kept: left alone, and after what parties outside
    /// do.
    private String inDrawn(int index) {
        DrawnPackage own = SpoilersFindings.drawn(found.drawn(), index);
        Drawn drawn = found.drawn();
        if (own == null || drawn == null) {
            return "";
        }
        List<String> after = new ArrayList<>();
        for (int k = 0; k < own.spoilers().size(); k++) {
            if (own.spoilers().get(k).leftAlone() < drawn.size()) {
                after.add(
                        "in %d after what is best there for %s"
                                .formatted(
                                        own.spoilers().get(k).survived(),
                                        words.wording().mover(found.outsiders().get(k).mover())));
            }
        }
        String start =
                " With all uncertain numbers drawn at random from their ranges at once%s it is kept in %d of %d readings"
                        .formatted(
                                Opening.bound(drawn.readings().isBound()),
                                own.kept(),
                                drawn.size());
        return after.isEmpty()
                ? start + "; parties outside leave it alone in all of them."
                : start + " if left alone, and %s.".formatted(EnforcementWords.all(after));
    }

    /// Whether nobody outside touches a package anywhere: at no end, in no reading drawn.
    private boolean isCalmElsewhere(int index) {
        DrawnPackage own = SpoilersFindings.drawn(found.drawn(), index);
        Drawn drawn = found.drawn();
        return found.ends().turns().stream().noneMatch(t -> t.packageIndex() == index)
                && (own == null
                        || drawn == null
                        || own.spoilers().stream().allMatch(s -> s.leftAlone() == drawn.size()));
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
            if (one.isTouchedBy(spoiler)) {
                Effect own = one.isWreckedBy(spoiler) ? Effect.WRECKED : Effect.SURVIVED;
                effect = own.compareTo(effect) > 0 ? own : effect;
            }
        }
        return effect;
    }

    private String otherViews(int index) {
        Effect here = effect(found.packages().get(index));
        return Opening.views(
                found.views().size(),
                found.views().stream()
                        .filter(v -> effect(v.packages().get(index)) != here)
                        .map(ViewThreats::name)
                        .toList());
    }
}
