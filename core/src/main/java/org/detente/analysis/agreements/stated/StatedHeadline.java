// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Wording;
import org.detente.explain.Block;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// The first sentences: what holds whatever fits what people state, and what hangs on which
/// reading.
final class StatedHeadline {
    private final StatedFindings found;
    private final StatedWords words;
    private final int count;
    private final FootingWords footings;
    private int always;
    private int never;

    StatedHeadline(StatedFindings found, StatedWords words) {
        this.found = found;
        this.words = words;
        this.footings = new FootingWords(found, words);
        this.count = found.packages().size();
        for (int index = 0; index < count; index++) {
            int at = index;
            boolean holds =
                    found.readings().stream().allMatch(r -> r.joint(at) == Verdict.Held.ALL);
            boolean fails =
                    found.readings().stream().allMatch(r -> r.joint(at) == Verdict.Held.NONE);
            always += holds ? 1 : 0;
            never += fails ? 1 : 0;
        }
    }

    Block finding() {
        Text.Writer text = Text.writer();
        Span.Tone tone;
        if (always > 0) {
            tone = Span.Tone.GOOD;
            text.plain(everyReading() + ", ")
                    .strong(Wording.counted(always, "package", "packages"))
                    .plain(" of %s would be acceptable to all who must agree".formatted(lookedAt()))
                    .plain(first())
                    .plain(".");
            footings.addTo(text, true);
        } else if (never == count) {
            tone = Span.Tone.BAD;
            text.strong("No package")
                    .plain(
                            " of %s is acceptable to all who must agree under any value function that fits what the parties state%s."
                                    .formatted(
                                            lookedAt(),
                                            found.views().isEmpty()
                                                    ? ""
                                                    : ", in the case or under any view"));
            footings.addTo(text, false);
        } else {
            tone = Span.Tone.MIXED;
            text.strong("No package")
                    .plain(
                            " of %s is acceptable to all who must agree %s: "
                                    .formatted(lookedAt(), everyReading().replaceFirst("^W", "w")))
                    .plain(balance());
            footings.addTo(text, false);
        }
        byView(text);
        return new Block.Finding(tone, text.done());
    }

    private String lookedAt() {
        return "%s %s"
                .formatted(
                        Wording.number(count),
                        found.isAll() ? "that the rules allow" : "looked at");
    }

    private String everyReading() {
        return found.views().isEmpty()
                ? "Whatever fits what the parties state"
                : "Whatever fits what the parties state and whichever view one takes";
    }

    /// How many hold, are open and fail in the case as looked at, and how many fail everywhere.
    private String balance() {
        StatedFindings.View own = found.own();
        List<String> parts = new ArrayList<>();
        int all = own.count(Verdict.Held.ALL);
        if (all > 0) {
            parts.add("%s in %s, but not under every view".formatted(hangs(all), own.name()));
        }
        parts.add(
                "%s open on what they leave unsaid".formatted(hangs(own.count(Verdict.Held.SOME))));
        int refused = own.count(Verdict.Held.NONE);
        String everywhere =
                never == refused
                        ? ", in every view too"
                        : ", %s of them in every view".formatted(Wording.number(never));
        parts.add(
                "%s refused%s"
                        .formatted(
                                hangs(refused),
                                found.views().isEmpty() || refused == 0 ? "" : everywhere));
        return String.join(", ", parts) + ".";
    }

    private static String hangs(int count) {
        return Wording.number(count) + (count == 1 ? " is" : " are");
    }

    /// The first packages tabled that hold everywhere.
    private String first() {
        List<Integer> those = new ArrayList<>();
        for (int k = 0; k < found.tabled().size(); k++) {
            int index = found.packages().indexOf(found.tabled().get(k));
            if (found.readings().stream().allMatch(r -> r.joint(index) == Verdict.Held.ALL)) {
                those.add(k);
            }
        }
        if (those.isEmpty()) {
            return "";
        }
        return (those.size() == always ? ": %s below" : ", %s below among them")
                .formatted(StatedWords.packages(those));
    }

    /// Which readings part ways over the packages tabled.
    private void byView(Text.Writer text) {
        if (found.views().isEmpty() || found.tabled().isEmpty()) {
            return;
        }
        if (found.splits().isEmpty()) {
            text.plain(
                    " The case and its %s judge the packages shown below alike."
                            .formatted(Wording.counted(found.views().size(), "view", "views")));
            return;
        }
        text.plain(" ").text(words.split(found.splits().getFirst()));
        int more = found.splits().size() - 1;
        if (more > 0) {
            text.plain(
                    " %s below."
                            .formatted(
                                    more == 1
                                            ? "One more split stands"
                                            : "%d more splits stand".formatted(more)));
        }
    }
}
