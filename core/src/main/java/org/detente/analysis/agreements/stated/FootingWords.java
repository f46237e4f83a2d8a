// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.PointWords;
import org.detente.analysis.Wording;
import org.detente.compile.StatedWidening;
import org.detente.explain.Block;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Tells which verdicts rest on what is stated and which are fixed by assumptions, and how far
/// these would have to be off.
final class FootingWords {
    /// So many numbers are named for a verdict; those after them matter less.
    private static final int MOST_NAMED = 3;

    private final StatedFindings found;
    private final StatedWords words;

    FootingWords(StatedFindings found, StatedWords words) {
        this.found = found;
        this.words = words;
    }

    /// Adds to the first sentence what the packages it counts rest on.
    ///
    /// @param text gets it
    /// @param accepted whether it counts packages that hold, not packages that are refused
    void addTo(Text.Writer text, boolean accepted) {
        Footings.Tally tally = accepted ? found.footings().always() : found.footings().never();
        if (tally.count() == 0) {
            return;
        }
        boolean one = tally.count() == 1;
        String subject =
                accepted
                        ? one ? "This" : "All of these"
                        : one
                                ? "The one refused%s"
                                : "All %s refused%%s".formatted(Wording.number(tally.count()));
        String where = found.views().isEmpty() ? "" : accepted ? "" : " in every reading";
        if (tally.assumed() == 0) {
            text.plain(
                    " %s %s on what the parties state, whatever points are assumed."
                            .formatted(subject.formatted(where), one ? "rests" : "rest"));
            return;
        }
        if (tally.stated() == 0) {
            text.plain(" " + subject.formatted(where) + (one ? " is " : " are "))
                    .mark(Span.Tone.ASSUMED, "fixed by assumptions");
        } else {
            text.plain(
                            " Of the %s %s%s, %s on what the parties state and %s "
                                    .formatted(
                                            Wording.number(tally.count()),
                                            accepted ? "that hold" : "refused",
                                            where,
                                            rest(tally.stated()),
                                            are(tally.assumed())))
                    .mark(Span.Tone.ASSUMED, "fixed by assumptions");
        }
        Footings.Smallest smallest = tally.smallest();
        StatedWidening.Reversal reversal = smallest == null ? null : smallest.footing().reversal();
        if (smallest == null || reversal == null) {
            text.plain(".");
            return;
        }
        text.plain(
                ": %s%s if each number assumed for %s might lie %s"
                        .formatted(
                                verdictFalls(tally, accepted),
                                found.views().isEmpty()
                                        ? ""
                                        : " in " + found.readings().get(smallest.reading()).name(),
                                words.party(smallest.party()),
                                further(reversal)));
        text.plain(leaning(reversal.numbers(), 1));
        text.plain(".");
    }

    private static String verdictFalls(Footings.Tally tally, boolean accepted) {
        String which =
                tally.assumed() == 1
                        ? "it"
                        : tally.followed() < tally.assumed()
                                ? "the first of %s looked at"
                                        .formatted(Wording.number(tally.followed()))
                                : "the first of them";
        return which + (accepted ? " would be open" : " would be acceptable under some reading");
    }

    private static String rest(int count) {
        return Wording.number(count) + (count == 1 ? " rests" : " rest");
    }

    private static String are(int count) {
        return Wording.number(count) + (count == 1 ? " is" : " are");
    }

    /// `up to 4.2 points further out than written (3 % of its largest, 150)`.
    private static String further(StatedWidening.Reversal reversal) {
        double largest = reversal.share() > 0 ? reversal.points() / reversal.share() : 0;
        if (reversal.points() == 0) {
            return "ever so little further out than written";
        }
        return "%s %s further out than written (%s of its largest, %s)"
                .formatted(
                        PointWords.points(reversal.points()),
                        reversal.points() == 1 ? "point" : "points",
                        share(reversal.share()),
                        PointWords.points(largest));
    }

    private static String share(double share) {
        return share < 0.01 ? "less than 1 %" : Math.round(100 * share) + " %";
    }

    private static String leaning(List<StatedWidening.Leaning> numbers, int most) {
        if (numbers.isEmpty()) {
            return "";
        }
        List<String> named = new ArrayList<>();
        for (StatedWidening.Leaning one : numbers.subList(0, Math.min(most, numbers.size()))) {
            named.add(
                    "%s, written %s, at %s"
                            .formatted(
                                    one.written().path(),
                                    written(one.written()),
                                    PointWords.points(one.then())));
        }
        int more = numbers.size() - named.size();
        return "; %s: %s%s"
                .formatted(
                        numbers.size() == 1 ? "it hangs on one number" : "what matters most then",
                        String.join("; ", named),
                        more == 0 ? "" : "; and %d more".formatted(more));
    }

    static String written(StatedWidening.Written written) {
        return written.low() == written.high()
                ? PointWords.points(written.low())
                : "%s to %s"
                        .formatted(
                                PointWords.points(written.low()),
                                PointWords.points(written.high()));
    }

    /// What the verdicts on the packages tabled rest on: a table by party and what each that is
    /// fixed by assumptions hangs on.
    ///
    /// @return blocks; none if every verdict is open or a ratifier's who states nothing of worth
    List<Block> blocks() {
        List<String> ids = List.copyOf(found.own().parties().keySet());
        List<List<Text>> rows = new ArrayList<>();
        List<Text> lines = new ArrayList<>();
        for (int party = 0; party < ids.size(); party++) {
            if (java.util.Objects.requireNonNull(found.own().parties().get(ids.get(party))).stated()
                    == null) {
                continue;
            }
            List<Text> row = new ArrayList<>();
            row.add(Text.of(words.party(ids.get(party))));
            boolean told = false;
            for (int k = 0; k < found.tabled().size(); k++) {
                Footing footing = found.footings().tabled().get(k).get(party);
                row.add(cell(footing));
                told |= footing != null;
                if (footing instanceof Footing.Assumptions assumptions) {
                    lines.add(line(party, k, assumptions.reversal()));
                }
            }
            if (told) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.words("Party"));
        for (int k = 0; k < found.tabled().size(); k++) {
            columns.add(Block.Column.words(Integer.toString(k + 1)));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Table(
                        "What ✓ and ✗ rest on, in %s".formatted(found.own().name()),
                        columns,
                        rows,
                        0));
        if (!lines.isEmpty()) {
            blocks.add(new Block.Items(false, lines));
            blocks.add(
                    new Block.Paragraph(
                            Text.of(
                                    "stated: it stands with every assumed number taken away. assumed: it does not; the number says by how many of the party's points each of them would have to be off, all at once, before the verdict fell. Chances are held as they are.")));
        }
        return blocks;
    }

    private static Text cell(@Nullable Footing footing) {
        return switch (footing) {
            case null -> Text.of("–");
            case Footing.Statements _ -> Text.of("stated");
            case Footing.Assumptions(var reversal) ->
                    Text.writer()
                            .mark(Span.Tone.ASSUMED, "assumed")
                            .plain(
                                    reversal == null
                                            ? ""
                                            : " " + PointWords.points(reversal.points()))
                            .done();
        };
    }

    private Text line(int party, int tabled, StatedWidening.@Nullable Reversal reversal) {
        String id = List.copyOf(found.own().parties().keySet()).get(party);
        Verdict verdict =
                found.own()
                        .verdicts()
                        .get(found.packages().indexOf(found.tabled().get(tabled)))
                        .get(party);
        Text.Writer text =
                Text.writer()
                        .plain(
                                "Package %d, %s %s: "
                                        .formatted(
                                                tabled + 1, words.party(id), verdict.held().sign()))
                        .mark(Span.Tone.ASSUMED, "fixed by assumptions");
        if (reversal == null) {
            return text.plain(
                            ", all of which are 0, so that there is no unit to tell how far off they may be.")
                    .done();
        }
        return text.plain(
                        ". It would be open if each number assumed might lie %s%s."
                                .formatted(
                                        further(reversal), leaning(reversal.numbers(), MOST_NAMED)))
                .done();
    }
}
