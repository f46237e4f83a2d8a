// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.PointWords;
import org.detente.analysis.Wording;
import org.detente.analysis.enforcement.Breaches.Breach;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Tells whether a standing package would be kept.
final class StandingBlocks {
    private final Ground ground;
    private final EnforcementWords words;

    StandingBlocks(Ground ground, EnforcementWords words) {
        this.ground = ground;
        this.words = words;
    }

    /// Whether a standing package would be kept.
    ///
    /// @param tested the package
    /// @param inFull whether sentences follow the table
    List<Block> of(Tested tested, boolean inFull) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(tested, tested.kept(), "Would it be kept once it stands?"));
        if (!inFull) {
            return blocks;
        }
        List<Text> sentences = new ArrayList<>();
        for (Kept kept : tested.kept()) {
            sentences.add(keeps(kept));
            addIf(sentences, decisive(tested, kept));
            addIf(sentences, doubt(kept));
            addIf(sentences, watched(kept));
        }
        blocks.add(new Block.Items(false, sentences));
        blocks.addAll(new VerificationBlocks(ground, words).of(tested, tested.verification()));
        return blocks;
    }

    private static void addIf(List<Text> sentences, @Nullable Text sentence) {
        if (sentence != null) {
            sentences.add(sentence);
        }
    }

    /// The verdicts if a seen breach brought what no agreement brings.
    ///
    /// @param tested the package
    /// @param collapse the verdicts
    /// @param inFull whether sentences follow the table
    List<Block> ofCollapse(Tested tested, Tested.Collapse collapse, boolean inFull) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Note(
                        Block.Note.Kind.ASSUMED,
                        Text.of(
                                "No answer to some breach would last here, so that nothing is said to follow it. If a seen breach ended the agreement with all that no agreement brings, as the case could say with breach: collapse, the verdicts would be these.")));
        blocks.add(table(tested, collapse.kept(), "Would it be kept if a seen breach ended it?"));
        if (!inFull) {
            return blocks;
        }
        List<Text> sentences = new ArrayList<>();
        for (Kept kept : collapse.kept()) {
            sentences.add(keeps(kept));
            addIf(sentences, doubt(kept));
            addIf(sentences, watched(kept));
        }
        blocks.add(new Block.Items(false, sentences));
        blocks.addAll(new VerificationBlocks(ground, words).of(tested, collapse.verification()));
        return blocks;
    }

    private Block table(Tested tested, List<Kept> verdicts, String caption) {
        List<Column> columns =
                List.of(
                        Column.words("Who"),
                        Column.numbers("Margin"),
                        Column.numbers("Must count on"),
                        Column.words("Most tempting breach"),
                        Column.numbers("Brings a step"),
                        Column.numbers("Seen"),
                        Column.words("What follows once seen"));
        List<List<Text>> rows = new ArrayList<>();
        for (Kept kept : verdicts) {
            Breach breach = kept.breach();
            rows.add(
                    List.of(
                            Text.of(words.party(kept.party())),
                            Text.of(EnforcementWords.marked(kept.margin())),
                            Text.of(EnforcementWords.critical(kept.critical())),
                            breach(tested, kept),
                            Text.of(breach == null ? "" : PointWords.signed(kept.gain())),
                            Text.of(breach == null ? "" : seen(breach)),
                            breach == null ? Text.EMPTY : words.punishment(breach)));
        }
        return new Block.Table(caption, columns, rows, 0);
    }

    private Text breach(Tested tested, Kept kept) {
        Breach breach = kept.breach();
        if (breach == null) {
            return Text.of("has nothing to break it with");
        }
        Text change = words.wording().change(tested.state(), breach.state());
        return kept.isTempted()
                ? change
                : Text.writer()
                        .plain(
                                kept.anyPays()
                                        ? "none pays as things are; nearest to paying: "
                                        : "none pays; nearest to paying: ")
                        .text(change)
                        .done();
    }

    private static String seen(Breach breach) {
        double[] seen = breach.stream().seen();
        return EnforcementWords.percent(seen[seen.length - 1]);
    }

    /// The critical factor as a person would say it.
    private Text keeps(Kept kept) {
        String who = words.party(kept.party());
        if (kept.breach() == null) {
            return Text.of(
                    "%s has nothing of its own that it could change at once, and so nothing to break it with."
                            .formatted(who));
        }
        if (kept.critical() == RepeatedPlay.ALWAYS) {
            return Text.writer()
                    .strong(who)
                    .plain(
                            kept.anyPays()
                                    ? goesUnanswered(kept)
                                            ? " keeps it at any patience: nobody would answer a breach, but once one is seen the terms of the agreement are lost, before it has brought much."
                                            : " keeps it at any patience: what a breach brings comes late, and it is likely to be seen first."
                                    : " keeps it however little the future counts: no change of its options brings it more.")
                    .done();
        }
        if (kept.critical() == RepeatedPlay.NEVER) {
            return Text.writer()
                    .strong(who)
                    .plain(
                            kept.holds()
                                    ? " keeps it at the patience taken for it, %s, but would not if the future counted more"
                                            .formatted(EnforcementWords.percent(kept.patience()))
                                    : " would break it however much the future counts")
                    .plain(": %s.".formatted(why(kept)))
                    .done();
        }
        Text.Writer text =
                Text.writer()
                        .strong(who)
                        .plain(
                                " keeps it while it expects at least %s that the agreement survives another %s"
                                        .formatted(
                                                EnforcementWords.percentUp(kept.critical()),
                                                words.step()));
        if (Double.isNaN(kept.patience())) {
            return text.plain(". Its patience is not stated, so that no margin is told.").done();
        }
        return text.plain(
                        kept.holds()
                                ? "; its patience is taken as %s, so that it does."
                                        .formatted(EnforcementWords.percent(kept.patience()))
                                : "; its patience is taken as %s, so that it does not."
                                        .formatted(EnforcementWords.percent(kept.patience())))
                .done();
    }

    /// Why no patience is enough.
    private static String why(Kept kept) {
        Breach breach = kept.decisive();
        if (breach != null && breach.stream().punished() < kept.kept()) {
            return kept.falseAlarm() > 0
                    ? "its compliance looks like a breach too often for keeping it to be worth much more"
                    : "such a breach is never seen";
        }
        return "what follows a breach is no worse for it than the agreement";
    }

    /// Where the most tempting breach is not the one that decides how much patience is needed.
    private @Nullable Text decisive(Tested tested, Kept kept) {
        Breach decisive = kept.alsoDecisive();
        if (decisive == null) {
            return null;
        }
        return Text.writer()
                .plain("What decides that is another breach than the one in the table: ")
                .text(words.wording().change(tested.state(), decisive.state()))
                .plain(".")
                .done();
    }

    private static boolean goesUnanswered(Kept kept) {
        Breach breach = kept.breach();
        return breach != null && breach.punishment().credible() == Punishment.Credible.NONE;
    }

    /// Impatience and doubt about the counterpart told apart.
    private @Nullable Text doubt(Kept kept) {
        double critical = kept.critical();
        if (Double.isNaN(kept.patience())
                || Double.isInfinite(critical)
                || critical >= kept.patience()) {
            return null;
        }
        return Text.of(
                "Two reasons can make the future count less: impatience, and doubt whether the other side will still be there. If the %s taken for %s is impatience alone, it can bear doubt as well: it must believe with at least %s that the other side keeps its word for another %s."
                        .formatted(
                                EnforcementWords.percent(kept.patience()),
                                words.party(kept.party()),
                                EnforcementWords.percentUp(critical / kept.patience()),
                                words.step()));
    }

    /// What being seen is worth, and for how long a breach could stay unseen.
    private @Nullable Text watched(Kept kept) {
        Breach breach = kept.breach();
        if (breach == null || Double.isNaN(kept.patience())) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        if (kept.leastDetection() > 1) {
            parts.add("it would not be kept even if every breach were seen at once");
        } else if (kept.leastDetection() > 0) {
            parts.add(
                    "if every breach were seen with the same chance, it would have to be at least %s a step"
                            .formatted(EnforcementWords.percentUp(kept.leastDetection())));
        } else {
            parts.add("it would be kept even if no breach were ever seen");
        }
        if (kept.longestDelay() == Kept.ANY_DELAY) {
            parts.add("no delay before breaches are seen would change that");
        } else if (kept.longestDelay() >= 0) {
            parts.add(
                    kept.longestDelay() == 0
                            ? "it bears no delay before breaches can be seen"
                            : "it bears a delay of up to %s before breaches can be seen"
                                    .formatted(words.steps(kept.longestDelay())));
        }
        if (breach.breakout() > 0) {
            parts.add(
                    "the breach would bring all it brings after %s, and can be seen meanwhile"
                            .formatted(words.steps(breach.breakout())));
        }
        if (kept.worth() < kept.kept() - ground.rounding(kept.party())) {
            parts.add(
                    "with %s a step its compliance looks like a breach, so that keeping it is worth %s points a step to it and not %s"
                            .formatted(
                                    EnforcementWords.percent(kept.falseAlarm()),
                                    PointWords.points(kept.worth()),
                                    PointWords.points(kept.kept())));
        }
        return Text.of(
                "For %s: %s.".formatted(words.party(kept.party()), String.join("; ", parts)));
    }

    /// What follows a breach, party by party, in a sentence each where it is not plain.
    static List<Text> unpunished(Tested tested, EnforcementWords words) {
        List<Text> texts = new ArrayList<>();
        for (Kept kept : tested.kept()) {
            Breach breach = kept.breach();
            if (breach != null
                    && kept.isTempted()
                    && breach.punishment().credible() == Punishment.Credible.NONE) {
                texts.add(
                        Text.of(
                                "%s: no credible punishment. Of all that the others could do about its most tempting breach, nothing leads to a state that would last."
                                        .formatted(
                                                Wording.sentenceStart(words.party(kept.party())))));
            }
        }
        return texts;
    }
}
