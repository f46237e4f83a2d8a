// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.CoalitionChoice;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityPart;
import org.detente.analysis.stability.Verdicts;
import org.detente.compile.CompiledCase;
import org.detente.compile.OutcomePoint;
import org.detente.compile.StateSet;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.model.Outcome;
import org.jspecify.annotations.Nullable;

/// What coalitions would upset, and by which joint moves: the status quo, the named outcomes, and
/// what would last for each party alone.
public final class CoalitionReport implements StabilityPart {
    /// Of how many states that would last for each party alone it is told how coalitions upset
    /// them, and of how many at least for each coalition.
    private static final int MOST_LASTING = 10;

    private static final int FEWEST_LASTING = 3;

    private final CompiledCase model;
    private final CoalitionChoice choice;
    private final Verdicts alone;
    private final List<Spot> spots;
    private final CoalitionResult own;
    private final List<CompiledCase> views;
    private final List<CoalitionResult> viewed;

    /// What was found.
    ///
    /// @param spots the states of which it is told who leaves them, the status quo first
    /// @param views the case under each view
    /// @param results what was found of the case, then of each view
    CoalitionReport(
            CompiledCase model,
            CoalitionChoice choice,
            Verdicts alone,
            List<Spot> spots,
            List<CompiledCase> views,
            List<CoalitionResult> results) {
        this.model = model;
        this.choice = choice;
        this.alone = alone;
        this.spots = List.copyOf(spots);
        this.own = results.getFirst();
        this.views = List.copyOf(views);
        this.viewed = List.copyOf(results.subList(1, results.size()));
    }

    /// Looks at the coalitions that are asked for.
    ///
    /// @param model the case
    /// @param alone which states are stable for whom if everybody moves alone
    /// @param views the case under each view, none if it is read as one
    /// @param prominence chooses, of a set of states that is not empty, so many that a reader sees
    ///   first
    /// @param options which coalitions, and how far to look
    /// @return the report, or null if there is none to look at
    /// @throws IllegalArgumentException if all coalitions of too many parties are asked for
    public static @Nullable CoalitionReport of(
            CompiledCase model,
            Verdicts alone,
            List<CompiledCase> views,
            BiFunction<StateSet, Integer, List<Integer>> prominence,
            AnalysisOptions options) {
        CoalitionChoice choice = options.questions().coalitions();
        List<List<Integer>> coalitions =
                switch (choice) {
                    case NAMED -> Coalitions.named(model);
                    case ALL -> Coalitions.all(model.space().moverCount());
                    case NONE -> List.of();
                };
        boolean nothingNamed = model.source().coalitions().isEmpty();
        if (coalitions.isEmpty() && (choice == CoalitionChoice.NONE || nothingNamed)) {
            return null;
        }
        List<CompiledCase> readings = new ArrayList<>(List.of(model));
        readings.addAll(views);
        List<Spot> spots = spots(model);
        int each = Math.max(FEWEST_LASTING, MOST_LASTING / Math.max(1, coalitions.size()));
        List<Integer> states = spots.stream().map(Spot::state).toList();
        StateSet shown = model.same().shown();
        Sought sought =
                new Sought(
                        states,
                        alone.equilibria(Concept.SEQ).copy().and(shown),
                        upset -> prominence.apply(upset, each));
        List<Sought> byReading = new ArrayList<>(List.of(sought));
        views.forEach(_ -> byReading.add(Sought.only(states, shown.size())));
        List<CoalitionResult> results =
                Coalitions.of(
                        readings,
                        coalitions,
                        byReading,
                        CoalitionLimits.of(options.bounds()),
                        options.threadCount());
        return new CoalitionReport(model, choice, alone, spots, views, results);
    }

    private static List<Spot> spots(CompiledCase model) {
        int now = model.same().shownAs(model.now());
        SequencedMap<Integer, List<String>> outcomes = new LinkedHashMap<>();
        outcomes.put(now, new ArrayList<>());
        for (Outcome outcome : model.source().outcomes()) {
            OutcomePoint point = model.pointOf(outcome);
            if (point != null) {
                outcomes.computeIfAbsent(
                                model.same().shownAs(point.state()), _ -> new ArrayList<>())
                        .add(outcome.id());
            }
        }
        List<Spot> spots = new ArrayList<>();
        outcomes.forEach((state, names) -> spots.add(new Spot(state, state == now, names)));
        return spots;
    }

    CompiledCase model() {
        return model;
    }

    CoalitionChoice choice() {
        return choice;
    }

    List<Spot> spots() {
        return spots;
    }

    CoalitionResult own() {
        return own;
    }

    List<CompiledCase> views() {
        return views;
    }

    CoalitionResult under(int view) {
        return viewed.get(view);
    }

    /// How coalitions upset states that would last for each party alone, as far as these are
    /// neither the status quo nor stand for an outcome.
    List<Upset> upsetsOfLasting() {
        List<Integer> states = spots.stream().map(Spot::state).toList();
        return joint(own).stream()
                .flatMap(verdict -> verdict.upsets().stream())
                .filter(upset -> !states.contains(upset.state()))
                .toList();
    }

    /// The verdicts on coalitions of several parties.
    static List<CoalitionVerdict> joint(CoalitionResult result) {
        return result.verdicts().stream().filter(v -> v.members().size() > 1).toList();
    }

    /// The coalitions that the case names and that are not looked at as named, by the parties in
    /// them that have no options.
    SequencedMap<List<String>, List<String>> unable() {
        SequencedMap<List<String>, List<String>> unable = new LinkedHashMap<>();
        if (choice == CoalitionChoice.NAMED) {
            for (List<String> parties : model.source().coalitions()) {
                List<String> without =
                        parties.stream().filter(p -> model.space().moverIndex(p) < 0).toList();
                if (!without.isEmpty()) {
                    unable.put(parties, without);
                }
            }
        }
        return unable;
    }

    /// The shown states that would last for each party alone.
    StateSet lastingAlone(Concept concept) {
        return alone.equilibria(concept).copy().and(model.same().shown());
    }

    /// The shown states that would last: for every coalition for which that was decided and, unless
    /// parties alone are among the coalitions, for each party alone.
    StateSet equilibria(Concept concept) {
        StateSet states = own.equilibria(concept).and(model.same().shown());
        return choice == CoalitionChoice.ALL ? states : states.and(alone.equilibria(concept));
    }

    /// The shown states that would last for each party alone and for every coalition of several for
    /// which that was decided.
    StateSet withstanding(Concept concept) {
        StateSet states = lastingAlone(concept);
        joint(own).stream()
                .filter(verdict -> verdict.isDecided(concept))
                .forEach(verdict -> states.and(verdict.stable(concept)));
        return states;
    }

    /// What is not decided, by coalition: the concepts, all of them if nothing is.
    SequencedMap<List<Integer>, List<Concept>> undecided() {
        SequencedMap<List<Integer>, List<Concept>> undecided = new LinkedHashMap<>();
        own.undecided().forEach(members -> undecided.put(members, CoalitionVerdict.CONCEPTS));
        for (CoalitionVerdict verdict : own.verdicts()) {
            List<Concept> open =
                    CoalitionVerdict.CONCEPTS.stream()
                            .filter(concept -> !verdict.isDecided(concept))
                            .toList();
            if (!open.isEmpty()) {
                undecided.put(verdict.members(), open);
            }
        }
        return undecided;
    }

    /// Those that a joint move leaves better off than before, or worse off.
    ///
    /// @param better whether those who gain are wanted
    List<Integer> affected(Upset upset, boolean better) {
        List<Integer> movers = new ArrayList<>();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            int change =
                    Integer.compare(
                            model.ranks(mover).rank(upset.end()),
                            model.ranks(mover).rank(upset.state()));
            if (better ? change > 0 : change < 0) {
                movers.add(mover);
            }
        }
        return movers;
    }

    @Override
    public String key() {
        return "coalitions";
    }

    @Override
    public String title() {
        return "If parties move together";
    }

    @Override
    public List<Block> blocks(ListLimit limit) {
        return new CoalitionExplanation(this, limit).blocks();
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        return new CoalitionData(this, limit).fields();
    }

    @Override
    public Completeness completeness() {
        for (CoalitionResult result : viewed) {
            if (own.completeness() instanceof Completeness.Complete
                    && result.completeness() instanceof Completeness.Truncated cut) {
                return cut;
            }
        }
        return own.completeness();
    }
}
