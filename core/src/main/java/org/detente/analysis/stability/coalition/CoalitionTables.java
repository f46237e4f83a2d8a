// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.analysis.stability.Concept;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Outcome;
import org.detente.model.View;

/// How many states each coalition would leave alone, by concept, by outcome, and view by view.
final class CoalitionTables {
    /// That a coalition has no joint move, and that it has one of which no more is known.
    private static final String STAYS = "would not leave it";

    private static final String LEAVES = "would leave it";

    private final CoalitionReport report;
    private final CompiledCase model;
    private final CoalitionWords words;
    private final ListLimit limit;

    CoalitionTables(CoalitionReport report, ListLimit limit) {
        this.report = report;
        this.model = report.model();
        this.words = new CoalitionWords(model);
        this.limit = limit;
    }

    List<Block> counts() {
        List<Block> blocks = new ArrayList<>();
        List<List<Text>> rows = new ArrayList<>();
        for (CoalitionVerdict verdict : report.own().verdicts()) {
            rows.add(countRow(verdict));
        }
        List<Column> columns = new ArrayList<>(List.of(Column.words("Coalition")));
        CoalitionVerdict.CONCEPTS.forEach(c -> columns.add(Column.numbers(c.label())));
        columns.add(Column.numbers("Of what lasts alone (SEQ)"));
        blocks.add(
                table(
                        "How many of the %s states each coalition would not leave, by concept"
                                .formatted(Wording.number(model.same().shown().count())),
                        columns,
                        rows));
        if (!model.source().outcomes().isEmpty()) {
            blocks.add(outcomes());
        }
        return blocks;
    }

    private Block table(String caption, List<Column> columns, List<List<Text>> rows) {
        return new Block.Table(
                caption,
                columns,
                rows.subList(0, (int) limit.shown(rows.size())),
                limit.omitted(rows.size()));
    }

    private List<Text> countRow(CoalitionVerdict verdict) {
        List<Text> row = new ArrayList<>(List.of(Text.of(words.names(verdict.members()))));
        for (Concept concept : CoalitionVerdict.CONCEPTS) {
            row.add(count(verdict, concept, model.same().shown()));
        }
        StateSet alone = report.lastingAlone(Concept.SEQ);
        row.add(countOf(verdict, alone));
        return row;
    }

    private static Text count(CoalitionVerdict verdict, Concept concept, StateSet within) {
        return Text.of(
                verdict.isDecided(concept)
                        ? Wording.number(verdict.stable(concept).countShared(within))
                        : "not decided");
    }

    private static Text countOf(CoalitionVerdict verdict, StateSet within) {
        return Text.of(
                verdict.isDecided(Concept.SEQ)
                        ? "%s of %s"
                                .formatted(
                                        Wording.number(
                                                verdict.stable(Concept.SEQ).countShared(within)),
                                        Wording.number(within.count()))
                        : "not decided");
    }

    private Block outcomes() {
        List<Column> columns = new ArrayList<>(List.of(Column.words("Coalition")));
        List<StateSet> states = new ArrayList<>();
        for (Outcome outcome : model.source().outcomes()) {
            columns.add(Column.numbers(outcome.id()));
            states.add(model.statesOf(outcome).and(model.same().shown()));
        }
        List<List<Text>> rows = new ArrayList<>();
        for (CoalitionVerdict verdict : report.own().verdicts()) {
            List<Text> row = new ArrayList<>(List.of(Text.of(words.names(verdict.members()))));
            states.forEach(of -> row.add(countOf(verdict, of)));
            rows.add(row);
        }
        return table(
                "How many of each outcome's states each coalition would not leave, sequentially",
                columns,
                rows);
    }

    List<Block> views() {
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                Column.words("View"),
                                Column.words("Coalition"),
                                Column.words("How things stand")));
        CoalitionVerdict.CONCEPTS.forEach(c -> columns.add(Column.numbers(c.label())));
        List<List<Text>> rows = new ArrayList<>();
        int now = report.spots().getFirst().state();
        for (int k = 0; k < report.views().size(); k++) {
            View view = Objects.requireNonNull(report.views().get(k).view());
            for (CoalitionVerdict verdict : CoalitionReport.joint(report.under(k))) {
                List<Text> row = new ArrayList<>();
                row.add(Text.of(view.label()));
                row.add(Text.of(words.names(verdict.members())));
                row.add(standing(verdict, now));
                for (Concept concept : CoalitionVerdict.CONCEPTS) {
                    row.add(count(verdict, concept, model.same().shown()));
                }
                rows.add(row);
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(
                    table(
                            "View by view: whether each coalition would leave how things stand, and how many states it would not leave",
                            columns,
                            rows));
        }
        if (report.views().size() > 1) {
            blocks.add(new Block.Paragraph(Text.of(agreement(now))));
        }
        return blocks;
    }

    private static Text standing(CoalitionVerdict verdict, int now) {
        if (verdict.stable(Concept.NASH).contains(now)) {
            return Text.writer().mark(Span.Tone.GOOD, STAYS).done();
        }
        return verdict.upsets().stream()
                .filter(upset -> upset.state() == now)
                .findFirst()
                .map(upset -> CoalitionWords.firmness(upset.concept()))
                .orElse(Text.of(LEAVES));
    }

    /// What the views say of how firmly each coalition would leave how things stand. Where that it
    /// would is all that is known, a view counts as open, and contradicts only one in which it
    /// would not.
    private String agreement(int now) {
        int split = 0;
        boolean open = false;
        List<CoalitionVerdict> coalitions = CoalitionReport.joint(report.own());
        for (CoalitionVerdict coalition : coalitions) {
            List<String> said = standings(coalition.members(), now);
            open |= said.size() < report.views().size() || said.contains(LEAVES);
            Set<String> different = new LinkedHashSet<>(said);
            if (!different.contains(STAYS)) {
                different.remove(LEAVES);
            }
            split += different.size() > 1 ? 1 : 0;
        }
        int views = report.views().size();
        if (split > 0) {
            return Wording.sentenceStart(
                    "%sthe %d views split on how firmly %s would leave how things stand, or whether."
                            .formatted(
                                    open ? "as far as that was decided, " : "",
                                    views,
                                    coalitions.size() == 1
                                            ? "this coalition"
                                            : "%d of the %d coalitions"
                                                    .formatted(split, coalitions.size())));
        }
        String which = coalitions.size() == 1 ? "this coalition" : "each coalition";
        return open
                ? "Whether the %d views agree on how firmly %s would leave how things stand was not decided within the bound."
                        .formatted(views, which)
                : "The %d views agree on how firmly %s would leave how things stand, or not."
                        .formatted(views, which);
    }

    /// How firmly a coalition would leave how things stand, in each view in which that was decided.
    private List<String> standings(List<Integer> members, int now) {
        List<String> said = new ArrayList<>();
        for (int k = 0; k < report.views().size(); k++) {
            CoalitionReport.joint(report.under(k)).stream()
                    .filter(v -> v.members().equals(members))
                    .forEach(v -> said.add(standing(v, now).plainWords()));
        }
        return said;
    }
}
