// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.analysis.stability.gaps.GapsResult;
import org.detente.compile.CompiledCase;
import org.detente.compile.Disagreement;
import org.detente.compile.OutcomePoint;
import org.detente.compile.StateSet;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Outcome;
import org.detente.model.Party;
import org.detente.model.Preferences;

/// Tells a stability result to a reader: what would last, by which move the rest falls, and what
/// that depends on.
final class StabilityExplanation {
    private final StabilityResult result;
    private final Reading own;
    private final CompiledCase model;
    private final Wording words;
    private final Fall fall;
    private final ListLimit limit;

    StabilityExplanation(StabilityResult result, ListLimit limit) {
        this.result = result;
        this.own = result.own();
        this.model = own.model();
        this.words = new Wording(model);
        this.fall = new Fall(own, words);
        this.limit = limit;
    }

    Explanation explanation() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(nowFinding());
        if (!model.source().outcomes().isEmpty()) {
            blocks.add(outcomeFinding());
        }
        blocks.add(new Block.Section("Where things stand", whereThingsStand()));
        if (!model.source().outcomes().isEmpty()) {
            blocks.add(new Block.Section("Outcomes", outcomes()));
        }
        blocks.add(new Block.Section("States that would last", lastingStates()));
        StatusQuoExplanation statusQuo =
                new StatusQuoExplanation(result.statusQuo(), own, words, limit);
        blocks.add(new Block.Section("Where things can go from here", statusQuo.blocks()));
        Avoidance avoidance = result.avoidance();
        if (avoidance != null) {
            blocks.add(
                    new Block.Section(
                            "How to keep %s out of reach".formatted(avoidance.outcome().id()),
                            statusQuo.avoidance(avoidance)));
        }
        blocks.add(
                new Block.Section(
                        "Looking further ahead", result.foresight().blocks(words, limit)));
        result.parts()
                .forEach(part -> blocks.add(new Block.Section(part.title(), part.blocks(limit))));
        if (!result.views().isEmpty()) {
            blocks.add(new Block.Section("Views", new ViewComparison(result, words).blocks()));
        }
        if (!result.factorEffects().isEmpty()) {
            blocks.add(new Block.Section("Ranges", ranges()));
        }
        blocks.add(new Block.Section("How to read this", howToRead()));
        return new Explanation("Stability: which outcomes would last", blocks);
    }

    private Block nowFinding() {
        int now = model.now();
        Text.Writer text =
                Text.writer().plain("Things stand at state ").state(model.same().shownAs(now));
        List<Concept> lasting = lastingConcepts(now);
        if (lasting.size() == Concept.values().length) {
            return new Block.Finding(
                    Span.Tone.GOOD,
                    text.plain(". In this model that would last: no party gains by moving.")
                            .done());
        }
        if (lasting.contains(Concept.SEQ)) {
            text.plain(
                    ". In this model that would last, but only because moves would be answered: ");
            return new Block.Finding(
                    Span.Tone.MIXED,
                    text.text(fall.upset(now, lasting)).plain(" if it expects no answer.").done());
        }
        text.plain(". In this model that would not last: ")
                .text(fall.upset(now, lasting))
                .plain(
                        lasting.isEmpty()
                                ? "."
                                : ", unless the others were ready to answer at a cost to themselves.");
        return new Block.Finding(lasting.isEmpty() ? Span.Tone.BAD : Span.Tone.MIXED, text.done());
    }

    private Block outcomeFinding() {
        List<String> lasting = new ArrayList<>();
        List<String> falling = new ArrayList<>();
        for (Outcome outcome : model.source().outcomes()) {
            int count = own.equilibriumCount(Concept.SEQ, model.statesOf(outcome));
            (count > 0 ? lasting : falling).add(outcome.id());
        }
        Text.Writer text = Text.writer();
        if (lasting.isEmpty()) {
            text.plain("No named outcome holds a state that would last sequentially.");
        } else {
            text.plain("States that would last sequentially are found in: ")
                    .strong(String.join(", ", lasting))
                    .plain(".");
        }
        if (!falling.isEmpty() && !lasting.isEmpty()) {
            text.plain(" None is found in: ").strong(String.join(", ", falling)).plain(".");
        }
        text.plain(viewsAgree());
        return new Block.Finding(Span.Tone.NEUTRAL, text.done());
    }

    private String viewsAgree() {
        if (result.views().size() < 2) {
            return "";
        }
        int split = 0;
        for (Outcome outcome : model.source().outcomes()) {
            long holding =
                    result.views().stream()
                            .filter(v ->
                                    v.equilibriumCount(Concept.SEQ, model.statesOf(outcome)) > 0)
                            .count();
            split += holding > 0 && holding < result.views().size() ? 1 : 0;
        }
        return split == 0
                ? " The %d views agree on that kind of answer for every outcome."
                        .formatted(result.views().size())
                : " The %d views split on %s."
                        .formatted(
                                result.views().size(),
                                Wording.counted(split, "outcome", "outcomes"));
    }

    private List<Concept> lastingConcepts(int state) {
        return Arrays.stream(Concept.values())
                .filter(c -> own.verdicts().equilibria(c).contains(state))
                .toList();
    }

    private List<Block> whereThingsStand() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(fall.verdictTable(model.now()));
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            if (!own.verdicts().stableFor(Concept.NASH, mover).contains(model.now())) {
                blocks.add(new Block.Paragraph(fall.sentence(model.now(), mover)));
            }
        }
        return blocks;
    }

    private List<Block> outcomes() {
        List<List<Text>> counts = new ArrayList<>();
        List<List<Text>> points = new ArrayList<>();
        for (Outcome outcome : model.source().outcomes()) {
            StateSet states = model.statesOf(outcome);
            List<Text> row = new ArrayList<>();
            row.add(Text.writer().strong(outcome.id()).done());
            row.add(Text.of(Wording.number(states.countShared(model.same().shown()))));
            for (Concept concept : Concept.values()) {
                row.add(Text.of(Wording.number(own.equilibriumCount(concept, states))));
            }
            counts.add(row);
            points.add(pointRow(outcome));
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Outcome"));
        columns.add(Column.numbers("States"));
        for (Concept concept : Concept.values()) {
            columns.add(Column.numbers(concept.label()));
        }
        return List.of(
                new Block.Table(
                        "By which move each outcome falls, from its state nearest to now",
                        List.of(
                                Column.words("Outcome"),
                                Column.numbers("State"),
                                Column.words("Would last under"),
                                Column.words("Falls when")),
                        points,
                        0),
                new Block.Table(
                        "How many of each outcome's states would last, by concept",
                        columns,
                        counts,
                        0));
    }

    private List<Text> pointRow(Outcome outcome) {
        Text name = Text.writer().strong(outcome.id()).done();
        OutcomePoint point = model.pointOf(outcome);
        if (point == null) {
            return List.of(name, Text.EMPTY, Text.of("cannot be reached from now"), Text.EMPTY);
        }
        List<Concept> lasting = lastingConcepts(point.state());
        return List.of(
                name,
                Text.writer().state(model.same().shownAs(point.state())).done(),
                fall.lasting(lasting),
                fall.fallsWhen(point.state(), lasting));
    }

    private List<Block> lastingStates() {
        StateSet any = StateSet.none(model.space().product());
        for (Concept concept : Concept.values()) {
            any.or(own.verdicts().equilibria(concept));
        }
        any.and(model.same().shown());
        int total = any.count();
        if (total == 0) {
            return List.of(new Block.Paragraph(Text.of("No state would last under any concept.")));
        }
        List<List<Text>> rows = new ArrayList<>();
        for (int state : Prominence.acrossOutcomes(any, (int) limit.shown(total), own, words)) {
            rows.add(
                    List.of(
                            Text.writer().state(state).done(),
                            fall.lasting(lastingConcepts(state)),
                            Text.of(words.outcomeNames(state)),
                            words.change(model.now(), state)));
        }
        return List.of(
                new Block.Table(
                        "Lasting under most concepts first, then nearest to now; where there is no room for all, some of each outcome",
                        List.of(
                                Column.numbers("State"),
                                Column.words("Would last under"),
                                Column.words("Outcome"),
                                Column.words("What differs from now")),
                        rows,
                        limit.omitted(total)));
    }

    private List<Block> ranges() {
        List<List<Text>> rows = new ArrayList<>();
        for (FactorEffect effect : result.factorEffects()) {
            if (effect.changesAnything()) {
                rows.add(
                        List.of(
                                Text.writer().code(effect.factor().path()).done(),
                                Text.of(
                                        effect.position()
                                                .name()
                                                .toLowerCase(java.util.Locale.ROOT)),
                                Text.of(change(effect, Concept.NASH)),
                                Text.of(change(effect, Concept.SEQ)),
                                Text.of(change(effect, Concept.GMR))));
            }
        }
        int factors = result.factorEffects().size() / 2;
        if (rows.isEmpty()) {
            return List.of(
                    new Block.Paragraph(
                            Text.of(
                                    "No equilibrium changes at either end of any of the %s that the ranks rest on, taken one at a time."
                                            .formatted(
                                                    Wording.counted(factors, "range", "ranges")))));
        }
        return List.of(
                new Block.Table(
                        "What changes at an end of a range, one range at a time: equilibria gained and lost",
                        List.of(
                                Column.words("Range"),
                                Column.words("End"),
                                Column.numbers("Nash"),
                                Column.numbers("SEQ"),
                                Column.numbers("GMR")),
                        rows.subList(0, (int) limit.shown(rows.size())),
                        limit.omitted(rows.size())));
    }

    private static String change(FactorEffect effect, Concept concept) {
        int gained = effect.gained(concept);
        int lost = effect.lost(concept);
        return gained == 0 && lost == 0 ? "same" : "+%d −%d".formatted(gained, lost);
    }

    private List<Block> howToRead() {
        List<Block> blocks = new ArrayList<>();
        List<Block.Fact> facts = new ArrayList<>();
        for (Concept concept : Concept.values()) {
            facts.add(new Block.Fact(concept.label(), Text.of(concept.meaning() + ".")));
        }
        blocks.add(new Block.Facts(facts));
        blocks.add(
                new Block.Note(
                        Block.Note.Kind.CAUTION,
                        Text.of(
                                "A state “would last” if it is stable for every party. This follows from the stated options and preferences; it is not a forecast.")));
        blocks.addAll(disagreements());
        List<String> indifferent = indifferent();
        if (!indifferent.isEmpty()) {
            blocks.add(
                    new Block.Note(
                            Block.Note.Kind.ASSUMED,
                            Text.of(
                                    "%s no stated preference that tells states apart, and %s taken to be indifferent."
                                            .formatted(
                                                    String.join(" and ", indifferent)
                                                            + (indifferent.size() == 1
                                                                    ? " has"
                                                                    : " have"),
                                                    indifferent.size() == 1 ? "is" : "are"))));
        }
        return blocks;
    }

    private List<Block> disagreements() {
        List<Block> blocks = new ArrayList<>();
        for (Disagreement disagreement : model.disagreements()) {
            if (disagreement.opposedPairCount() > 0) {
                blocks.add(words.disagreement(disagreement, "order"));
            }
        }
        return blocks;
    }

    private List<String> indifferent() {
        List<String> names = new ArrayList<>();
        List<Party> movers = model.space().movers();
        for (int mover = 0; mover < movers.size(); mover++) {
            Preferences stated = model.source().preferencesOf(movers.get(mover).id());
            boolean alike = stated == null || model.ranks(mover).levelCount() == 1;
            if (alike && !toldAsOpen(mover)) {
                names.add(movers.get(mover).name());
            }
        }
        return names;
    }

    /// Whether a section of its own says that the party's order is left open.
    private boolean toldAsOpen(int mover) {
        for (StabilityPart part : result.parts()) {
            if (part instanceof GapsResult gaps && gaps.covers(mover)) {
                return true;
            }
        }
        return false;
    }
}
