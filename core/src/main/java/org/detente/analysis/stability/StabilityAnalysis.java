// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.ExplainsStates;
import org.detente.analysis.FindsStableStates;
import org.detente.analysis.JudgesStates;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Parallel;
import org.detente.analysis.Progress;
import org.detente.analysis.StateVerdict;
import org.detente.analysis.Wording;
import org.detente.analysis.stability.coalition.CoalitionsOfState;
import org.detente.compile.CompiledCase;
import org.detente.compile.Factor;
import org.detente.compile.StateSet;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.model.Case;
import org.detente.model.Outcome;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// Which states would last if everyone is watching everyone: the graph model for conflict
/// resolution [Kilgour1987; Fang1993], with Nash, GMR and SMR [Howard1971], SEQ [Fraser1979] and
/// SSEQ [Rego2017].
///
/// Time O(movers · options · states) and a logarithm of a party's own moves, memory O(movers ·
/// states). Where a case has views, each is solved, as far as its orders differ; where ranks rest
/// on ranges, each range is solved at both ends, one at a time.
public final class StabilityAnalysis implements ExplainsStates, JudgesStates, FindsStableStates {
    @Override
    public String name() {
        return "stability";
    }

    @Override
    public String question() {
        return "Which outcomes would last if everyone is watching everyone?";
    }

    @Override
    public String method() {
        return "graph model for conflict resolution";
    }

    @Override
    public List<String> missing(Case source) {
        return source.options().isEmpty() ? List.of("options") : List.of();
    }

    @Override
    public StabilityResult analyze(CompiledCase model, AnalysisOptions options, Progress progress) {
        prepare(model, options);
        List<Reading> views = views(model, options, progress);
        Verdicts verdicts = solved(model, options, progress);
        Reading own = new Reading(ownName(model), model, verdicts);
        return new StabilityResult(
                own,
                views,
                factorEffects(model, verdicts, options, progress),
                StatusQuo.of(model),
                avoidance(model, options),
                ForesightReport.of(model, options.questions().horizonMoves()),
                Parts.of(own, views, options));
    }

    /// Finds beside one another what takes one thread long, is kept with the case and is needed in
    /// any event: the way from the status quo, and the case under each view.
    private static void prepare(CompiledCase model, AnalysisOptions options) {
        List<View> views = model.view() == null ? model.source().views() : List.of();
        Parallel.map(
                1 + views.size(),
                options.threadCount(),
                k -> k == 0 ? model.reachableByImprovements() : model.under(views.get(k - 1)));
    }

    private static Verdicts solved(CompiledCase model, AnalysisOptions options, Progress progress) {
        return ReadingSolver.of(model).asItStands(options.threadCount(), progress);
    }

    private static @Nullable Avoidance avoidance(CompiledCase model, AnalysisOptions options) {
        String avoid = options.questions().avoid();
        Outcome outcome = avoid == null ? null : model.source().outcome(avoid);
        return outcome == null ? null : Avoidance.of(model, outcome);
    }

    private static String ownName(CompiledCase model) {
        View view = model.view();
        return view == null ? "the case as written" : view.label();
    }

    private static List<Reading> views(
            CompiledCase model, AnalysisOptions options, Progress progress) {
        if (model.view() != null) {
            return List.of();
        }
        List<View> views = model.source().views();
        List<CompiledCase> viewed =
                Parallel.map(views.size(), options.threadCount(), k -> model.under(views.get(k)));
        return model.derived(Readings.class, () -> read(model, views, viewed, options, progress))
                .all();
    }

    /// The readings of a case under its views.
    private record Readings(List<Reading> all) {}

    private static Readings read(
            CompiledCase model,
            List<View> views,
            List<CompiledCase> viewed,
            AnalysisOptions options,
            Progress progress) {
        List<Verdicts> verdicts =
                ReadingSolver.of(model)
                        .readAs(
                                viewed.stream().map(ReadingSolver::ranks).toList(),
                                options.threadCount(),
                                progress);
        List<Reading> readings = new ArrayList<>();
        for (int k = 0; k < views.size(); k++) {
            Verdicts own = verdicts.get(k);
            readings.add(
                    new Reading(
                            views.get(k).label(),
                            viewed.get(k),
                            viewed.get(k).derived(Verdicts.class, () -> own)));
        }
        return new Readings(List.copyOf(readings));
    }

    private static List<FactorEffect> factorEffects(
            CompiledCase model, Verdicts centre, AnalysisOptions options, Progress progress) {
        List<FactorEffect> effects = new ArrayList<>();
        for (Factor factor : model.ordinalFactors()) {
            for (Factor.Position end : List.of(Factor.Position.LOW, Factor.Position.HIGH)) {
                Verdicts atEnd =
                        ReadingSolver.of(model)
                                .readAs(
                                        List.of(ReadingSolver.ranks(model.at(factor, end))),
                                        options.threadCount(),
                                        progress)
                                .getFirst();
                effects.add(FactorEffect.between(model, factor, end, centre, atEnd));
            }
        }
        return effects;
    }

    @Override
    public Explanation explainState(
            CompiledCase model, int state, AnalysisOptions options, ListLimit limit) {
        Verdicts verdicts = solved(model, options, Progress.NONE);
        Explanation told =
                new StateExplanation(
                                new Reading(ownName(model), model, verdicts),
                                views(model, options, Progress.NONE),
                                limit)
                        .of(state);
        List<Block> coalitions = CoalitionsOfState.of(model, state, options);
        if (coalitions.isEmpty()) {
            return told;
        }
        List<Block> blocks = new ArrayList<>(told.blocks());
        blocks.add(new Block.Section("If parties move together", coalitions));
        return new Explanation(told.title(), blocks);
    }

    @Override
    public List<StateVerdict> judge(
            CompiledCase model, List<Integer> states, AnalysisOptions options) {
        Verdicts verdicts = solved(model, options, Progress.NONE);
        Wording words = new Wording(model);
        Fall fall = new Fall(new Reading(ownName(model), model, verdicts), words);
        List<StateVerdict> result = new ArrayList<>();
        for (int state : states) {
            List<Concept> lasting =
                    Arrays.stream(Concept.values())
                            .filter(c -> verdicts.equilibria(c).contains(state))
                            .toList();
            Fall.FirstMove first =
                    lasting.size() == Concept.values().length
                            ? null
                            : fall.firstMove(state, lasting);
            result.add(
                    new StateVerdict(
                            state,
                            lasting.stream().map(Concept::key).toList(),
                            fall.lasting(lasting),
                            first == null ? null : model.space().movers().get(first.mover()).id(),
                            first == null || first.state() < 0 ? null : first.state(),
                            fall.fallsWhen(state, lasting)));
        }
        return result;
    }

    @Override
    public StateSet stable(CompiledCase model, Sense sense, AnalysisOptions options) {
        return solved(model, options, Progress.NONE).equilibria(concept(sense));
    }

    @Override
    public StateSet stableLike(
            CompiledCase model, CompiledCase like, Sense sense, AnalysisOptions options) {
        if (model.view() != null && like.view() == null) {
            views(like, options, Progress.NONE); // all at once, each kept with its case
        }
        Verdicts verdicts =
                model.derived(
                        Verdicts.class,
                        () ->
                                ReadingSolver.of(like)
                                        .readAs(
                                                List.of(ReadingSolver.ranks(model)),
                                                options.threadCount(),
                                                Progress.NONE)
                                        .getFirst());
        return verdicts.equilibria(concept(sense));
    }

    private static Concept concept(Sense sense) {
        return switch (sense) {
            case NASH -> Concept.NASH;
            case SEQUENTIAL -> Concept.SEQ;
        };
    }
}
