// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.detente.analysis.PointWords;
import org.detente.analysis.Wording;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.explain.Text;
import org.detente.model.Condition;

/// Words for packages, points and chances.
final class PackageWords {
    /// Percentages closer to a whole number than this are written as one.
    private static final double WHOLE = 0.05;

    private final Solved solved;
    private final Wording words;

    PackageWords(Solved solved) {
        this.solved = solved;
        this.words = new Wording(solved.form().model());
    }

    /// A party's name by its index in the bargain.
    String party(int party) {
        return words.party(solved.bargain().parties().get(party));
    }

    String party(String id) {
        return words.party(id);
    }

    Wording words() {
        return words;
    }

    PackageItem item(int item) {
        return solved.form().items().get(item);
    }

    String level(int item, int level) {
        return item(item).levels().get(level).name();
    }

    /// An item with its own words: `us.relief (Lift sanctions)`.
    Text item(PackageItem item) {
        Text.Writer text = Text.writer().code(item.ref().toString());
        String name = item.ref().toString();
        return name.endsWith("." + item.label())
                ? text.done()
                : text.plain(" (%s)".formatted(item.label())).done();
    }

    /// What a package changes from `now` and from the terms' first levels.
    Text changes(int[] from, int[] levels) {
        Text.Writer text = Text.writer();
        String separator = "";
        for (int item = 0; item < levels.length; item++) {
            if (levels[item] != from[item]) {
                text.plain(separator)
                        .code(item(item).ref().toString())
                        .plain(
                                item(item).isTerm()
                                        ? " " + level(item, levels[item])
                                        : " %s → %s"
                                                .formatted(
                                                        level(item, from[item]),
                                                        level(item, levels[item])));
                separator = ", ";
            }
        }
        return separator.isEmpty() ? Text.of("nothing") : text.done();
    }

    /// The package that leaves everything as it is.
    int[] nothing() {
        return solved.form().items().stream().mapToInt(PackageItem::nowIndex).toArray();
    }

    /// Names in a row: `A, B and C`.
    static String all(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /// The signatories' names.
    List<String> signatories() {
        List<String> names = new ArrayList<>();
        for (int party = 0; party < solved.bargain().signatoryCount(); party++) {
            names.add(party(party));
        }
        return names;
    }

    /// What keeps packages off, in words.
    Text ban(PackageBan ban) {
        Text.Writer text = Text.writer();
        switch (ban.kind()) {
            case RULE -> text.plain("the rule ").code(ban.name());
            case AGREEMENT_RULE -> text.plain("the agreement's rule ").code(ban.name());
            case UNREACHABLE -> text.plain("what cannot be reached from now: ").code(ban.name());
            case RED_LINE -> text.plain("%s's red line".formatted(party(ban.name())));
        }
        Condition never = ban.condition();
        if (never != null) {
            text.plain(", never ").code(never.toString());
        }
        if (ban.kind() != PackageBan.Kind.UNREACHABLE) {
            text.plain(" (").text(Wording.basis(ban.basis())).plain(")");
        }
        return text.done();
    }

    /// Points, short enough to read and long enough to tell apart.
    static String points(double points) {
        return PointWords.points(points);
    }

    /// Points with their sign.
    static String signed(double points) {
        return PointWords.signed(points);
    }

    /// A share in percent.
    static String percent(double share) {
        return PointWords.percent(share);
    }

    /// A chance in percent, with a digit after the point where it needs one.
    static String chance(double chance) {
        double percent = 100 * chance;
        boolean isWhole = Math.abs(percent - Math.rint(percent)) < WHOLE;
        return isWhole || percent < 1 || percent > 99
                ? percent(chance)
                : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    /// How much more, in percent, however large.
    static String times(double share) {
        return String.format(Locale.ROOT, "%,d %%", Math.round(Math.ceil(100 * share)));
    }

    /// A number of a factor: in percent where it is a share.
    static String number(double value, boolean isShare) {
        return isShare ? chance(value) : points(value);
    }
}
