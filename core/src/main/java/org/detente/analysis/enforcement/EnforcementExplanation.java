// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.DrawnReadings;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Block.Section;
import org.detente.explain.Explanation;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Tells whether packages would be kept and how they can be carried out: findings first, then each
/// package with its test and its plan, then the same under other readings.
final class EnforcementExplanation {
    /// The names of packages that are told in full only if they come first.
    private static final List<String> STANDING_NAMES =
            List.of("nash", "kalaiSmorodinsky", "mostEnforceable");

    private final EnforcementFindings found;
    private final Ground ground;
    private final ListLimit limit;
    private final EnforcementWords words;

    EnforcementExplanation(EnforcementFindings found, ListLimit limit) {
        this.found = found;
        this.ground = found.ground();
        this.limit = limit;
        this.words = new EnforcementWords(ground);
    }

    Explanation explanation() {
        EnforcementHeadlines headlines = new EnforcementHeadlines(found, words);
        List<Block> blocks = Opening.of(found.packages().size(), "test", headlines::of);
        if (ground.hasPatience() && !found.packages().isEmpty()) {
            for (int party = 0; party < ground.partyCount(); party++) {
                String note = measured(party);
                if (note != null) {
                    blocks.add(new Block.Note(Block.Note.Kind.LIMIT, Text.of(note)));
                }
            }
        }
        for (int k = 0; k < found.packages().size(); k++) {
            Tested tested = found.packages().get(k);
            boolean inFull = k == 0 || !STANDING_NAMES.containsAll(tested.chosen().keys());
            blocks.add(new Section(Opening.title(tested.chosen()), section(tested, inFull)));
        }
        add(blocks, "What fairness costs in firmness", firmness());
        OtherReadings others = new OtherReadings(found, words, limit);
        add(blocks, "The same packages under each view", others.views());
        add(blocks, "At the ends of ranges", others.ends());
        List<Block> reading = new ArrayList<>(howToRead());
        reading.addAll(DrawnReadings.notes(words.wording(), found.readings()));
        add(blocks, "How to read this", reading);
        return new Explanation("Enforcement: would it hold, and in which order", blocks);
    }

    /// What a side's margins are shares of, where that is not the most it could gain.
    private @Nullable String measured(int party) {
        String who = words.party(party);
        String nothing =
                ground.proposed().packages().isEmpty()
                        ? "No package is acceptable to all signatories, so that there is nothing for %s to gain over no agreement."
                                .formatted(who)
                        : "%s can gain nothing over no agreement by any acceptable package."
                                .formatted(Wording.sentenceStart(who));
        return switch (ground.measure(party)) {
            case HOPE -> null;
            case RANGE ->
                    nothing
                            + " Where its margins are told as shares of what it could gain, they are shares of how far its points lie apart among the efficient packages and the least it must get.";
            case STAKE ->
                    nothing
                            + " Where its margins are told as shares of what it could gain, they are shares of all that it has at stake: for everything it values the largest less the least, added up.";
            case NOTHING ->
                    "Nothing that can happen makes any difference to %s in this model, so that nothing can tempt it to break an agreement: its margins are 0."
                            .formatted(who);
        };
    }

    private static void add(List<Block> blocks, String title, List<Block> section) {
        if (!section.isEmpty()) {
            blocks.add(new Section(title, section));
        }
    }

    /// A package: in full, or its tables only.
    private List<Block> section(Tested tested, boolean inFull) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Paragraph(
                        Text.writer()
                                .plain("What it changes: ")
                                .text(words.changes(tested.levels()))
                                .plain(".")
                                .done()));
        if (tested.isTested()) {
            blocks.addAll(new StandingBlocks(ground, words).of(tested, inFull));
            if (inFull) {
                for (Text text : StandingBlocks.unpunished(tested, words)) {
                    blocks.add(new Block.Note(Block.Note.Kind.CAUTION, text));
                }
            }
            OrderBlocks order = new OrderBlocks(ground, words);
            blocks.add(new Section("In which order", order.of(tested)));
            Tested.Collapse collapse = tested.collapse();
            if (collapse != null) {
                List<Block> assumed =
                        new ArrayList<>(
                                new StandingBlocks(ground, words)
                                        .ofCollapse(tested, collapse, inFull));
                if (ground.hasPatience()) {
                    assumed.addAll(order.of(tested, collapse.plan(), null));
                }
                blocks.add(new Section("If a seen breach ended the agreement", assumed));
            }
        }
        return blocks;
    }

    private List<Block> firmness() {
        Firmness firmness = found.firmness();
        if (firmness == null || firmness.packages().isEmpty()) {
            return List.of();
        }
        List<List<Text>> rows = new ArrayList<>();
        int count = firmness.packages().size();
        for (int k = 0; k < limit.shown(count); k++) {
            Firmness.Firm firm = firmness.packages().get(k);
            rows.add(
                    List.of(
                            Text.of(EnforcementWords.smallest(firm.smallestMargin())),
                            Text.of(EnforcementWords.percent(firm.leastShare())),
                            words.changes(firm.levels())));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Table(
                        "Acceptable packages of which none is both firmer and fairer than another",
                        List.of(
                                Column.numbers("Smallest margin"),
                                Column.numbers("Least share of the possible"),
                                Column.words("Package")),
                        rows,
                        limit.omitted(count)));
        if (!firmness.exact()) {
            blocks.add(
                    new Block.Note(
                            Block.Note.Kind.LIMIT,
                            Text.of(
                                    "These are the best found: points tie terms and options together, or there are too many combinations, so that not every package was looked at.")));
        }
        return blocks;
    }

    private List<Block> howToRead() {
        return List.of(
                new Block.Facts(
                        List.of(
                                fact(
                                        "margin",
                                        "by how much keeping the agreement, or going on with the order, is worth more to a side than its best way of turning against it, as a share of the most it could gain by any acceptable agreement. Negative: turning against it pays."),
                                fact(
                                        "must count on",
                                        "the critical discount factor: how surely a side must expect the agreement to last from one step to the next for keeping it to pay. Impatience and doubt both lower what it counts on."),
                                fact(
                                        "seen",
                                        "the chance that the breach is seen within a step, once it can be seen at all."),
                                fact(
                                        "what follows once seen",
                                        "the worst for the side that broke the agreement among the states that the others can bring about and that would last; other threats are not believed."),
                                fact(
                                        "exposed",
                                        "by how much a side would be worse off than now, as a share of what it could gain, if after this step the others took back what they can within a step."),
                                fact("what numbers rest on", rests()),
                                fact(
                                        "readings drawn",
                                        "a share of them says how much of what was assumed a verdict covers; it is no likelihood."),
                                fact(
                                        "terms",
                                        "hold from the end of the order until a breach is seen, and count nothing before and after. What remains possible under an agreement, and what parties outside may do meanwhile, is taken to be the same after a breach."))));
    }

    /// What margins, ends and shares rest on.
    private String rests() {
        String centre =
                "margins, what must be counted on and orders of steps are told with every uncertain number at its centre; at an end of a range that number alone is elsewhere";
        return found.readings().isBound()
                ? centre
                        + ". Neither looks whether that fits what the sides state beside their points; the readings drawn all do."
                : centre + "; in the readings drawn all are.";
    }

    private static Block.Fact fact(String name, String text) {
        return new Block.Fact(name, Text.of(text));
    }
}
