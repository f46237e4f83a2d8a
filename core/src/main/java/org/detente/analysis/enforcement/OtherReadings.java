// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.analysis.enforcement.EnforcementFindings.EndStanding;
import org.detente.analysis.enforcement.EnforcementFindings.Standing;
import org.detente.analysis.enforcement.EnforcementFindings.ViewStanding;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Tells how packages stand in other readings: under each view and at the ends of ranges.
final class OtherReadings {
    private final EnforcementFindings found;
    private final ListLimit limit;
    private final EnforcementWords words;

    OtherReadings(EnforcementFindings found, EnforcementWords words, ListLimit limit) {
        this.found = found;
        this.words = words;
        this.limit = limit;
    }

    /// The packages under each view.
    List<Block> views() {
        if (found.views().isEmpty() || found.packages().isEmpty()) {
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("View"));
        found.packages().forEach(p -> columns.add(Column.words(EnforcementWords.names(p))));
        List<List<Text>> rows = new ArrayList<>();
        for (ViewStanding view : found.views()) {
            List<Text> row = new ArrayList<>();
            row.add(Text.of(view.name()));
            for (int k = 0; k < found.packages().size(); k++) {
                row.add(cell(view.standings().get(k), view.plans().get(k)));
            }
            rows.add(row);
        }
        return List.of(
                new Block.Table(
                        "Whether it would be kept, and the smallest margin on the best order of steps",
                        columns,
                        rows,
                        0));
    }

    private Text cell(Standing standing, double plan) {
        if (!standing.isPossible()) {
            return Text.of("cannot stand");
        }
        Text.Writer text = Text.writer();
        text.text(
                Text.of(
                        standing.holds()
                                ? new Span.Mark(Span.Tone.GOOD, "kept")
                                : new Span.Mark(Span.Tone.BAD, "not kept")));
        if (standing.margin() == Kept.UNBREAKABLE) {
            text.plain(", nobody can break it");
        } else if (!Double.isNaN(standing.margin())) {
            text.plain(
                    " %s (%s)"
                            .formatted(
                                    EnforcementWords.margin(standing.margin()),
                                    words.party(standing.weakest())));
        }
        if (!Double.isNaN(plan)) {
            text.plain(", order %s".formatted(EnforcementWords.margin(plan)));
        }
        return text.done();
    }

    private String smallest(Standing standing) {
        return standing.weakest() < 0
                ? "nobody can break it"
                : "%s, %s"
                        .formatted(
                                EnforcementWords.margin(standing.margin()),
                                words.party(standing.weakest()));
    }

    /// The ends at which a package's verdict turns.
    List<Block> ends() {
        List<List<Text>> rows = new ArrayList<>();
        for (EndStanding end : found.ends()) {
            List<Text> turned = new ArrayList<>();
            for (int k = 0; k < found.packages().size(); k++) {
                Tested tested = found.packages().get(k);
                Standing standing = end.standings().get(k);
                if (tested.isTested() && standing.holds() != tested.holds()) {
                    turned.add(
                            Text.of(
                                    "%s %s (%s)"
                                            .formatted(
                                                    EnforcementWords.names(tested),
                                                    standing.holds() ? "is kept" : "is not kept",
                                                    smallest(standing))));
                }
            }
            if (!turned.isEmpty()) {
                rows.add(
                        List.of(
                                Text.writer().code(end.factor().path()).done(),
                                Text.of(
                                        EnforcementWords.number(
                                                end.factor().at(end.position()),
                                                end.factor().quantity())),
                                EnforcementWords.joined(turned, ""),
                                Wording.basis(end.factor().basis())));
            }
        }
        if (found.ends().isEmpty()) {
            return List.of(); // nothing rests on a range
        }
        if (rows.isEmpty()) {
            return List.of(
                    new Block.Paragraph(
                            Text.of(
                                    found.ends().size() == 2
                                            ? "At neither end of the one range behind these verdicts does one of them turn."
                                            : "At no end of any of the %s ranges behind these verdicts does one of them turn, one range at a time."
                                                    .formatted(
                                                            Wording.number(
                                                                    found.ends().size() / 2)))));
        }
        int shown = (int) limit.shown(rows.size());
        return List.of(
                new Block.Table(
                        "Where one number alone turns a verdict",
                        List.of(
                                Column.words("Number"),
                                Column.numbers("At"),
                                Column.words("Then"),
                                Column.words("Rests on")),
                        rows.subList(0, shown),
                        rows.size() - shown));
    }
}
