// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Completeness;
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
import org.jspecify.annotations.Nullable;

/// Tells what coalitions would upset: how things stand and what would last first, then by which
/// joint moves, then how much.
final class CoalitionExplanation {
    private final CoalitionReport report;
    private final CompiledCase model;
    private final Wording words;
    private final CoalitionWords coalitions;
    private final List<CoalitionVerdict> verdicts;
    private final ListLimit limit;

    CoalitionExplanation(CoalitionReport report, ListLimit limit) {
        this.report = report;
        this.model = report.model();
        this.words = new Wording(model);
        this.coalitions = new CoalitionWords(model);
        this.verdicts = CoalitionReport.joint(report.own());
        this.limit = limit;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (!verdicts.isEmpty()) {
            blocks.add(nowFinding());
            blocks.add(lastingFinding());
            addMoves(
                    blocks,
                    "How coalitions would leave how things stand, and the states that stand for outcomes",
                    spotRows());
            addMoves(
                    blocks,
                    "How coalitions would leave states that would last sequentially for each party alone; for each coalition a few of these",
                    report.upsetsOfLasting().stream()
                            .map(u -> row(words.outcomeNames(u.state()), u))
                            .toList());
            CoalitionTables tables = new CoalitionTables(report, limit);
            blocks.addAll(tables.counts());
            if (!report.views().isEmpty()) {
                blocks.addAll(tables.views());
            }
        }
        if (model.space().moverCount() == 1) {
            blocks.add(
                    new Block.Paragraph(
                            Text.of(
                                    "Only one party has options, so that there is no coalition of several.")));
        }
        blocks.addAll(notes());
        return blocks;
    }

    private Block nowFinding() {
        int now = report.spots().getFirst().state();
        List<CoalitionVerdict> leaving =
                verdicts.stream().filter(v -> !v.stable(Concept.NASH).contains(now)).toList();
        if (leaving.isEmpty()) {
            return new Block.Finding(
                    Span.Tone.GOOD,
                    Text.of(
                            verdicts.size() == 1
                                    ? "%s together have no joint move away from how things stand that is better for each of them."
                                            .formatted(
                                                    coalitions.names(verdicts.getFirst().members()))
                                    : "No coalition %s has a joint move away from how things stand that is better for each of its members."
                                            .formatted(which(isWhole()))));
        }
        List<Upset> upsets = report.own().upsetsOf(now);
        if (verdicts.size() == 1) {
            return new Block.Finding(
                    tone(upsets),
                    coalitions.leaves(
                            leaving.getFirst().members(),
                            "how things stand",
                            upsets.isEmpty() ? null : upsets.getFirst()));
        }
        return new Block.Finding(tone(upsets), several(leaving, upsets));
    }

    private static Span.Tone tone(List<Upset> upsets) {
        return upsets.stream().anyMatch(u -> u.concept() != Concept.NASH)
                ? Span.Tone.BAD
                : Span.Tone.MIXED;
    }

    private Text several(List<CoalitionVerdict> leaving, List<Upset> upsets) {
        List<String> parts = new ArrayList<>();
        for (Concept concept : List.of(Concept.GMR, Concept.SEQ, Concept.NASH)) {
            long count = upsets.stream().filter(u -> u.concept() == concept).count();
            if (count > 0) {
                String clause = CoalitionWords.answers(concept);
                parts.add(
                        count == leaving.size()
                                ? clause
                                : "%s %s".formatted(Wording.number(count), clause));
            }
        }
        Text.Writer text =
                Text.writer()
                        .plain(
                                "Of the %s coalitions %s, %s would leave how things stand%s."
                                        .formatted(
                                                Wording.number(verdicts.size()),
                                                which(isWhole()),
                                                Wording.number(leaving.size()),
                                                parts.isEmpty()
                                                        ? ""
                                                        : (parts.size() == 1 ? ", " : ": ")
                                                                + String.join("; ", parts)));
        Upset first = firmest(upsets);
        return first == null
                ? text.done()
                : text.plain(leaving.size() == 1 ? " It is " : " The first is ")
                        .strong(coalitions.names(first.members()))
                        .plain(",")
                        .text(coalitions.by(first, parts.size() > 1))
                        .done();
    }

    private static @Nullable Upset firmest(List<Upset> upsets) {
        for (Concept concept : List.of(Concept.GMR, Concept.SEQ, Concept.NASH)) {
            for (Upset upset : upsets) {
                if (upset.concept() == concept) {
                    return upset;
                }
            }
        }
        return null;
    }

    private Block lastingFinding() {
        int alone = report.lastingAlone(Concept.SEQ).count();
        if (alone == 0) {
            return new Block.Finding(
                    Span.Tone.NEUTRAL,
                    Text.of(
                            "No state would last sequentially for each party alone, so that there is nothing of the kind for coalitions to upset."));
        }
        List<CoalitionVerdict> decided =
                verdicts.stream().filter(v -> v.isDecided(Concept.SEQ)).toList();
        if (decided.isEmpty()) {
            return new Block.Finding(Span.Tone.NEUTRAL, lastingUndecided(alone));
        }
        StateSet withstanding = report.withstanding(Concept.SEQ);
        int count = withstanding.count();
        boolean whole = isWhole() && decided.size() == verdicts.size();
        Text.Writer text =
                lastingCount(alone, count)
                        .plain(
                                decided.size() == 1
                                        ? coalitions.names(decided.getFirst().members())
                                                + " moving together."
                                        : "every coalition %s.".formatted(which(whole)));
        List<String> lost = lost(withstanding);
        if (!lost.isEmpty() && count > 0) {
            text.plain(" None is left in ")
                    .strong(CoalitionWords.joined(lost))
                    .plain(", where some would last for each party alone.");
        }
        return new Block.Finding(lastingTone(alone, count, whole), text.done());
    }

    private static Span.Tone lastingTone(int alone, int count, boolean whole) {
        if (count == alone) {
            return whole ? Span.Tone.GOOD : Span.Tone.NEUTRAL;
        }
        return count == 0 ? Span.Tone.BAD : Span.Tone.MIXED;
    }

    private Text lastingUndecided(int alone) {
        return Text.of(
                "Whether the %s that would last sequentially for each party alone would also withstand %s was not decided within the bound."
                        .formatted(
                                Wording.counted(alone, "state", "states"),
                                verdicts.size() == 1
                                        ? coalitions.names(verdicts.getFirst().members())
                                                + " moving together"
                                        : "coalitions"));
    }

    /// How many of the states that would last for each party alone withstand: a sentence up to
    /// whom.
    private static Text.Writer lastingCount(int alone, int count) {
        String lasting = " that would last sequentially for each party alone";
        Text.Writer text = Text.writer();
        if (alone == 1) {
            return text.strong("The one state")
                    .plain(lasting)
                    .plain(count == 1 ? " would also withstand " : " would not withstand ");
        }
        String states = Wording.number(alone) + " states";
        if (count == 0) {
            return text.strong((alone == 2 ? "Neither of the " : "None of the ") + states)
                    .plain(lasting)
                    .plain(" would withstand ");
        }
        return count == alone
                ? text.strong(alone == 2 ? "Both states" : "All " + states)
                        .plain(lasting)
                        .plain(" would also withstand ")
                : text.plain("Of the ")
                        .strong(states)
                        .plain(lasting + ", ")
                        .strong(Wording.number(count))
                        .plain(" would also withstand ");
    }

    /// Whether something was decided of each coalition of several parties.
    private boolean isWhole() {
        return report.own().undecided().stream().noneMatch(members -> members.size() > 1);
    }

    /// Of which coalitions something is said.
    private static String which(boolean whole) {
        return whole ? "looked at" : "for which that was decided";
    }

    /// The outcomes of which states would last for each party alone, and none against coalitions.
    private List<String> lost(StateSet withstanding) {
        StateSet alone = report.lastingAlone(Concept.SEQ);
        return model.source().outcomes().stream()
                .filter(outcome -> {
                    StateSet states = model.statesOf(outcome);
                    return states.intersects(alone) && !states.intersects(withstanding);
                })
                .map(Outcome::id)
                .toList();
    }

    private void addMoves(List<Block> blocks, String caption, List<List<Text>> rows) {
        if (!rows.isEmpty()) {
            blocks.add(
                    new Block.Table(
                            caption,
                            List.of(
                                    Column.numbers("State"),
                                    Column.words("It is"),
                                    Column.words("Coalition"),
                                    Column.words("Would leave it"),
                                    Column.words("By"),
                                    Column.words("To state"),
                                    Column.words("For the others")),
                            rows.subList(0, (int) limit.shown(rows.size())),
                            limit.omitted(rows.size())));
        }
    }

    private List<List<Text>> spotRows() {
        List<List<Text>> rows = new ArrayList<>();
        for (Spot spot : report.spots()) {
            List<String> names = new ArrayList<>(spot.outcomes());
            if (spot.now()) {
                names.addFirst("now");
            }
            for (Upset upset : report.own().upsetsOf(spot.state())) {
                rows.add(row(String.join(", ", names), upset));
            }
        }
        return rows;
    }

    private List<Text> row(String what, Upset upset) {
        return List.of(
                Text.writer().state(upset.state()).done(),
                Text.of(what),
                Text.of(coalitions.names(upset.members())),
                CoalitionWords.firmness(upset.concept()),
                words.change(upset.state(), upset.end()),
                coalitions.end(upset),
                Text.of(
                        coalitions.others(
                                upset.members(),
                                report.affected(upset, true),
                                report.affected(upset, false))));
    }

    private List<Block> notes() {
        List<Block> blocks = new ArrayList<>();
        if (!verdicts.isEmpty()) {
            blocks.add(
                    new Block.Note(
                            Block.Note.Kind.CAUTION,
                            Text.of(
                                    "A coalition leaves a state if its members can go by moves of their own, in any order, to one that each of them ranks higher. “Would withstand” means that, sequentially, the others can answer so that some member gains nothing, each joint step of the answer paying all who take it. That parties could gain by moving together does not say that they would agree to.")));
        }
        report.unable()
                .forEach((parties, without) ->
                        blocks.add(
                                new Block.Note(
                                        Block.Note.Kind.CAUTION,
                                        Text.of(coalitions.unable(parties, without)))));
        if (report.completeness() instanceof Completeness.Truncated(String name, long bound)) {
            blocks.add(new Block.Note(Block.Note.Kind.LIMIT, Text.of(leftOut(name, bound))));
        }
        return blocks;
    }

    private String leftOut(String name, long bound) {
        List<String> open = new ArrayList<>();
        report.undecided()
                .forEach((members, concepts) ->
                        open.add(
                                "%s (%s)"
                                        .formatted(
                                                coalitions.names(members),
                                                String.join(
                                                        ", ",
                                                        concepts.stream()
                                                                .map(Concept::label)
                                                                .toList()))));
        int shown = (int) Math.min(open.size(), Math.min(limit.count(), 6));
        String list =
                open.isEmpty()
                        ? "some joint moves or a view"
                        : shown == 0
                                ? Wording.counted(open.size(), "coalition", "coalitions")
                                : String.join("; ", open.subList(0, shown))
                                        + (open.size() > shown
                                                ? "; and %s more"
                                                        .formatted(
                                                                Wording.number(open.size() - shown))
                                                : "");
        return "Not everything was decided within %s %s. Left out: %s. A larger bound may decide it."
                .formatted(name, Wording.number(bound), list);
    }
}
