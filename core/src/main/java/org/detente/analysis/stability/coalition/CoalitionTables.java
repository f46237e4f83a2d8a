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
        return List.of(
                table(
                        "View by view: whether each coalition would leave how things stand, and how many states it would not leave",
                        columns,
                        rows),
                new Block.Paragraph(Text.of(agreement(now))));
    }

    private static Text standing(CoalitionVerdict verdict, int now) {
        if (verdict.stable(Concept.NASH).contains(now)) {
            return Text.writer().mark(Span.Tone.GOOD, "would not leave it").done();
        }
        return verdict.upsets().stream()
                .filter(upset -> upset.state() == now)
                .findFirst()
                .map(upset -> CoalitionWords.firmness(upset.concept()))
                .orElse(Text.of("would leave it"));
    }

    private String agreement(int now) {
        int split = 0;
        List<CoalitionVerdict> coalitions = CoalitionReport.joint(report.own());
        for (CoalitionVerdict coalition : coalitions) {
            Set<String> said = new LinkedHashSet<>();
            for (int k = 0; k < report.views().size(); k++) {
                CoalitionReport.joint(report.under(k)).stream()
                        .filter(v -> v.members().equals(coalition.members()))
                        .forEach(v -> said.add(standing(v, now).plainWords()));
            }
            split += said.size() > 1 ? 1 : 0;
        }
        return split == 0
                ? "The %d views agree on how firmly %s would leave how things stand, or not."
                        .formatted(
                                report.views().size(),
                                coalitions.size() == 1 ? "this coalition" : "each coalition")
                : "The %d views split on how firmly %s would leave how things stand, or whether."
                        .formatted(
                                report.views().size(),
                                coalitions.size() == 1
                                        ? "this coalition"
                                        : "%d of the %d coalitions"
                                                .formatted(split, coalitions.size()));
    }
}
