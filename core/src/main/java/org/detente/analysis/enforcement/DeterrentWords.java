// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Wording;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnDeterrent;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnSpoiler;
import org.detente.compile.PackageBan;
import org.detente.explain.Text;
import org.detente.model.Setting;
import org.jspecify.annotations.Nullable;

/// Tells what would keep one party outside from touching a package.
final class DeterrentWords {
    private static final int MOST_TOLD = 6;

    private final Wording wording;
    private final @Nullable DrawnSpoiler drawn;
    private final int size;

    /// Words about one party.
    ///
    /// @param wording names
    /// @param drawn what it does in readings drawn, or null
    /// @param size how many readings were drawn
    DeterrentWords(Wording wording, @Nullable DrawnSpoiler drawn, int size) {
        this.wording = wording;
        this.drawn = drawn;
        this.size = size;
    }

    /// What would keep a party from a move that is its best at the centre.
    void add(Text.Writer text, Spoiler spoiler) {
        List<Deterrent> inside = spoiler.deterrents().stream().filter(d -> d.by() == null).toList();
        List<Deterrent> before = spoiler.deterrents().stream().filter(d -> d.by() != null).toList();
        if (inside.isEmpty() && before.isEmpty()) {
            text.plain(
                    " No single change of the package, or of a signatory's other options beforehand, would make it leave the agreement alone.");
        }
        tell(text, " With the package otherwise as it is, it would leave it alone with ", inside);
        tell(text, " Beforehand a signatory could bring that about with ", before);
        pairs(text, spoiler);
        tell(
                text,
                " In more of the readings drawn than now, though not at the centre, it would leave it alone with ",
                more(spoiler));
    }

    /// What would keep a party from moves that are its best in some readings, though not at the
    /// centre.
    void addElsewhere(Text.Writer text, Spoiler spoiler) {
        tell(
                text,
                " With the package otherwise as it is, it would leave it alone in more readings with ",
                more(spoiler));
    }

    private List<Deterrent> more(Spoiler spoiler) {
        return drawn == null
                ? List.of()
                : drawn.deterrents().stream()
                        .map(DrawnDeterrent::deterrent)
                        .filter(d -> !spoiler.deterrents().contains(d))
                        .toList();
    }

    private void pairs(Text.Writer text, Spoiler spoiler) {
        if (spoiler.isCut()) {
            text.plain(" There are too many pairs of changes to look at.");
            return;
        }
        if (spoiler.deterrents().stream().anyMatch(Deterrent::isAcceptable)) {
            return;
        }
        boolean isAcceptable = spoiler.pairs().stream().anyMatch(Deterrent::isAcceptable);
        boolean isFirst = spoiler.deterrents().isEmpty();
        if (spoiler.pairs().isEmpty()) {
            text.plain(
                    isFirst
                            ? " No two changes of the package do either."
                            : " No change that every signatory would accept does that, nor do two together.");
            return;
        }
        String start =
                isAcceptable
                        ? isFirst
                                ? " Two changes of the package together would: "
                                : " No single change that every signatory would accept does that; two together do: "
                        : " No two changes together do so that every signatory would accept; others would: ";
        tell(text, start, spoiler.pairs());
    }

    private void tell(Text.Writer text, String start, List<Deterrent> deterrents) {
        List<Text> told = told(deterrents);
        if (told.isEmpty()) {
            return;
        }
        int shown = Math.min(told.size(), MOST_TOLD);
        text.plain(start).text(EnforcementWords.joined(told.subList(0, shown), ""));
        if (shown < told.size()) {
            text.plain(" and %d more".formatted(told.size() - shown));
        }
        text.plain(".");
    }

    /// Changes in words, levels of one item side by side where the same is said of them.
    private List<Text> told(List<Deterrent> deterrents) {
        List<Text> told = new ArrayList<>();
        for (int k = 0; k < deterrents.size(); ) {
            Deterrent first = deterrents.get(k);
            List<String> levels = new ArrayList<>();
            int next = k;
            while (next < deterrents.size() && isAlike(first, deterrents.get(next))) {
                levels.add(deterrents.get(next).settings().getFirst().level());
                next++;
            }
            String notes = notes(first);
            Text.Writer text = Text.writer();
            String separator = "";
            for (Setting setting : first.settings()) {
                String level =
                        first.settings().size() == 1
                                ? String.join(" or ", levels)
                                : setting.level();
                text.plain(separator).code(setting.item().toString()).plain(" at " + level);
                separator = " with ";
            }
            told.add(text.plain(notes.isEmpty() ? "" : " (%s)".formatted(notes)).done());
            k = Math.max(next, k + 1);
        }
        return told;
    }

    private boolean isAlike(Deterrent a, Deterrent b) {
        return a.settings().size() == 1
                && b.settings().size() == 1
                && a.settings().getFirst().item().equals(b.settings().getFirst().item())
                && notes(a).equals(notes(b));
    }

    /// Who would make it, whether it is acceptable, and in how many readings it works.
    private String notes(Deterrent deterrent) {
        List<String> notes = new ArrayList<>();
        String by = deterrent.by();
        PackageBan ban = deterrent.ban();
        if (by != null) {
            notes.add(wording.party(by));
        } else if (ban != null) {
            notes.add(
                    ban.kind() == PackageBan.Kind.RED_LINE
                            ? "a red line of " + wording.party(ban.name())
                            : "against the agreement's rule " + ban.name());
        } else if (!deterrent.isAcceptable()) {
            notes.add("not acceptable to every signatory");
        }
        for (DrawnDeterrent one : drawn == null ? List.<DrawnDeterrent>of() : drawn.deterrents()) {
            if (one.deterrent().equals(deterrent)) {
                notes.add("in %d of %d readings".formatted(one.leftAlone(), size));
            }
        }
        return String.join("; ", notes);
    }
}
