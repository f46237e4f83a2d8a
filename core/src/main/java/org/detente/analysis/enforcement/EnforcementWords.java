// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.List;
import java.util.Locale;
import org.detente.analysis.PointWords;
import org.detente.analysis.Wording;
import org.detente.compile.PackageItem;
import org.detente.compile.StateSpace;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Quantity;
import org.detente.model.Time;
import org.jspecify.annotations.Nullable;

/// Words for keeping and breaking agreements.
final class EnforcementWords {
    private static final double WHOLE = 0.0005;

    private final Ground ground;
    private final Wording words;
    private final StateSpace space;

    EnforcementWords(Ground ground) {
        this.ground = ground;
        this.words = new Wording(ground.model());
        this.space = ground.space();
    }

    Wording wording() {
        return words;
    }

    String party(int party) {
        return words.party(ground.party(party));
    }

    /// Names in a row: `A, B and C`.
    static String all(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /// The names of a package in a row.
    static String names(Tested tested) {
        return all(tested.chosen().labels());
    }

    /// What a package changes from `now` and from the terms' first levels.
    Text changes(List<Integer> levels) {
        Text.Writer text = Text.writer();
        String separator = "";
        for (int item = 0; item < levels.size(); item++) {
            PackageItem own = ground.form().items().get(item);
            int level = levels.get(item);
            if (level != own.nowIndex()) {
                String name = own.levels().get(level).name();
                text.plain(separator).code(own.ref().toString());
                text.plain(
                        own.isTerm()
                                ? " " + name
                                : " %s → %s"
                                        .formatted(own.levels().get(own.nowIndex()).name(), name));
                separator = ", ";
            }
        }
        return separator.isEmpty() ? Text.of("nothing") : text.done();
    }

    /// How long a step is: `3 months`, or `step` where the case does not say.
    String step() {
        Time time = ground.model().source().time();
        Time.@Nullable Span span = time == null ? null : time.step();
        if (span == null) {
            return "step";
        }
        String unit = span.unit().name().toLowerCase(Locale.ROOT);
        return span.count() == 1 ? unit : "%d %ss".formatted(span.count(), unit);
    }

    /// A time of some steps: `6 months`, `2 steps`.
    String steps(int count) {
        Time time = ground.model().source().time();
        Time.@Nullable Span span = time == null ? null : time.step();
        if (span == null) {
            return Wording.counted(count, "step", "steps");
        }
        String unit = span.unit().name().toLowerCase(Locale.ROOT);
        return Wording.counted((long) count * span.count(), unit, unit + "s");
    }

    /// A margin: signed, in percent of what the party could gain.
    static String margin(double margin) {
        if (Double.isNaN(margin)) {
            return "not known";
        }
        if (margin == Kept.UNBREAKABLE) {
            return "cannot break it";
        }
        double percent = 100 * margin;
        if (Math.abs(percent) < 100 * WHOLE) {
            return isJustBelow(margin) ? "just below 0 %" : "0 %";
        }
        String format = Math.abs(percent) >= 10 ? "%.0f %%" : "%.1f %%";
        return (percent > 0 ? "+" : "−") + String.format(Locale.ROOT, format, Math.abs(percent));
    }

    /// Whether a margin is negative, and too little so to be told in percent.
    static boolean isJustBelow(double margin) {
        return margin < -Kept.ROUNDING && margin > -WHOLE;
    }

    /// A margin with its colour.
    static Span.Mark marked(double margin) {
        Span.Tone tone =
                margin >= -Kept.ROUNDING
                        ? margin < 0.02 ? Span.Tone.MIXED : Span.Tone.GOOD
                        : Span.Tone.BAD;
        return new Span.Mark(Double.isNaN(margin) ? Span.Tone.NEUTRAL : tone, margin(margin));
    }

    /// The smallest of several margins with its colour.
    static Span.Mark smallest(double margin) {
        return margin == Kept.UNBREAKABLE
                ? new Span.Mark(Span.Tone.GOOD, "nobody can break it")
                : marked(margin);
    }

    /// A critical discount factor as a chance of survival.
    static String critical(double critical) {
        if (critical == RepeatedPlay.ALWAYS) {
            return "always keeps it";
        }
        return critical == RepeatedPlay.NEVER ? "never keeps it" : percentUp(critical);
    }

    /// A least share, never shown as less than it is.
    static String percentUp(double share) {
        return "%d %%".formatted((int) Math.min(100, Math.ceil(100 * share - 1e-9)));
    }

    static String percent(double share) {
        return PointWords.percent(share);
    }

    /// A number of points: `1 point`, `2.5 points`.
    static String points(double points) {
        String number = PointWords.points(points);
        return number + (number.equals("1") ? " point" : " points");
    }

    /// Who does what once a breach is seen.
    Text punishment(Breaches.Breach breach) {
        Punishment punishment = breach.punishment();
        return switch (punishment.credible()) {
            case COLLAPSE -> Text.of("no agreement any more (assumed)");
            case NONE -> Text.of("no credible punishment");
            case NASH, SEQUENTIAL -> {
                Text.Writer text = Text.writer();
                if (punishment.by().isEmpty()) {
                    text.plain("nobody answers");
                } else {
                    text.text(words.change(breach.state(), punishment.state()));
                }
                if (punishment.credible() == Punishment.Credible.SEQUENTIAL) {
                    text.plain(" (sequentially stable, not subgame perfect)");
                }
                yield text.done();
            }
        };
    }

    /// One option's part in a step.
    Text move(Plan.Move move) {
        Text.Writer text = Text.writer().code(space.options().get(move.option()).ref().toString());
        String from = words.levelName(move.option(), move.from());
        String to = words.levelName(move.option(), move.to());
        if (move.towards() < 0) {
            return text.plain(move.from() == move.to() ? " " + to : " %s → %s".formatted(from, to))
                    .done();
        }
        text.plain(move.from() == move.to() ? "" : " %s → %s,".formatted(from, to));
        return text.plain(
                        " %d of %d parts toward %s"
                                .formatted(
                                        move.part(),
                                        move.parts(),
                                        words.levelName(move.option(), move.towards())))
                .done();
    }

    /// Options as they are written, with commas between them.
    Text options(List<Integer> options) {
        return joined(
                options.stream()
                        .map(o ->
                                Text.writer().code(space.options().get(o).ref().toString()).done())
                        .toList(),
                "");
    }

    /// Texts with commas between them.
    static Text joined(List<Text> texts, String ifNone) {
        if (texts.isEmpty()) {
            return ifNone.isEmpty() ? Text.EMPTY : Text.of(ifNone);
        }
        Text.Writer text = Text.writer();
        for (int k = 0; k < texts.size(); k++) {
            text.plain(k == 0 ? "" : ", ").text(texts.get(k));
        }
        return text.done();
    }

    /// A number of a factor: in percent where it is a share.
    static String number(double value, Quantity quantity) {
        return isShare(quantity) ? PointWords.percent(value) : PointWords.points(value);
    }

    private static boolean isShare(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Exact(_, boolean percent) -> percent;
            case Quantity.Uniform(_, _, boolean percent) -> percent;
            case Quantity.Pert(_, _, _, boolean percent) -> percent;
            case Quantity.Normal _, Quantity.Named _ -> false;
        };
    }
}
