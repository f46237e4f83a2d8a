// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.PointWords;
import org.detente.analysis.Wording;
import org.detente.analysis.enforcement.SpoilersFindings.Drawn;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnMove;
import org.detente.analysis.enforcement.SpoilersFindings.DrawnPackage;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Tells what parties outside would do about one package: at the centre, in readings drawn, and
/// party by party.
final class SpoilerBlocks {
    private final SpoilersFindings found;
    private final ListLimit limit;
    private final EnforcementWords words;

    SpoilerBlocks(SpoilersFindings found, ListLimit limit, EnforcementWords words) {
        this.found = found;
        this.limit = limit;
        this.words = words;
    }

    /// The blocks of one package.
    ///
    /// @param index which
    List<Block> of(int index) {
        Threatened one = found.packages().get(index);
        List<Block> blocks = new ArrayList<>();
        if (one.isTouched()) {
            blocks.add(centre(one));
        }
        Drawn drawn = found.drawn();
        DrawnPackage own = SpoilersFindings.drawn(drawn, index);
        if (drawn != null && own != null) {
            drawn(blocks, one, own, drawn.size());
        }
        blocks.add(
                new Block.Items(
                        false,
                        new SpoilerSentences(
                                        words,
                                        one,
                                        found.outsiders(),
                                        found.ends().gaps().get(index),
                                        drawn,
                                        index)
                                .all()));
        return blocks;
    }

    private Block centre(Threatened one) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Who"));
        columns.add(Column.words("Does best by"));
        for (int party = 0; party < found.ground().partyCount(); party++) {
            columns.add(Column.numbers("For " + words.party(party)));
        }
        columns.add(Column.words("The agreement then"));
        List<List<Text>> rows = new ArrayList<>();
        for (Spoiler spoiler : one.spoilers()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(words.wording().mover(spoiler.mover())));
            row.add(move(words.wording(), one, spoiler.best().state()));
            for (double effect : spoiler.best().effects()) {
                row.add(Text.of(PointWords.signed(effect)));
            }
            row.add(standing(words, one, spoiler));
            rows.add(row);
        }
        return new Block.Table(
                found.ends().numberCount() > 0
                        ? "What each party outside would do about it, and what that changes in points a step, with every uncertain number at its centre"
                        : "What each party outside would do about it, and what that changes in points a step",
                columns,
                rows,
                0);
    }

    /// A move as a cell.
    static Text move(Wording wording, Threatened one, int state) {
        return state == one.chosen().state()
                ? Text.of("leaving it alone")
                : wording.change(one.chosen().state(), state);
    }

    /// How a package stands after a party's best move.
    static Text standing(EnforcementWords words, Threatened one, Spoiler spoiler) {
        if (!one.holds()) {
            return Text.of("would not be kept anyway");
        }
        if (!one.isTouchedBy(spoiler)) {
            return Text.of("stands");
        }
        if (spoiler.best().survives()) {
            return Text.of(new Span.Mark(Span.Tone.GOOD, "survives"));
        }
        List<String> breaking =
                spoiler.best().after().stream()
                        .filter(k -> !k.holds())
                        .map(k -> words.party(k.party()))
                        .toList();
        return Text.writer()
                .text(Text.of(new Span.Mark(Span.Tone.BAD, "falls")))
                .plain(": %s would no longer keep it".formatted(EnforcementWords.all(breaking)))
                .done();
    }

    /// How often what is best, of those who do one of several things or nothing.
    private void drawn(List<Block> blocks, Threatened one, DrawnPackage own, int size) {
        List<List<Text>> rows = new ArrayList<>();
        for (int k = 0; k < own.spoilers().size(); k++) {
            List<DrawnMove> moves = own.spoilers().get(k).moves();
            for (DrawnMove move : moves.size() > 2 ? moves : List.<DrawnMove>of()) {
                rows.add(
                        List.of(
                                Text.of(words.wording().mover(one.spoilers().get(k).mover())),
                                move(words.wording(), one, move.state()),
                                Text.of(Wording.number(move.readings())),
                                Text.of(Wording.number(move.survived()))));
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(
                    new Block.Table(
                            "What is best for parties whose own points are uncertain, in %d readings drawn from all ranges at once"
                                    .formatted(size),
                            List.of(
                                    Column.words("Who"),
                                    Column.words("Does best by"),
                                    Column.numbers("In readings"),
                                    Column.numbers("Kept after it")),
                            rows.subList(0, (int) limit.shown(rows.size())),
                            limit.omitted(rows.size())));
        }
    }
}
