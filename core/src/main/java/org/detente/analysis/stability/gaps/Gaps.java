// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Completeness;
import org.detente.analysis.Progress;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityKernel;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StatedStates;
import org.detente.model.PreferencePart.Comparison;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Prefer;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Preferences;

/// Stability where statements leave a party's order open: in the four senses of [Li2004], and under
/// every, some or no completion.
///
/// A party's order is *open* if it gives neither an order nor a ranking and states comparisons
/// alone, read all else equal, or statements that are read as every additive value function that
/// fits them ([StatedStates]). States that these leave undecided cannot be compared. A *completion*
/// gives each open party a complete order, ties allowed, that keeps whatever is sure as it is:
/// better, equally good, or no better; the parties' completions are independent of one another, and
/// some may be the order of no value function.
///
/// Nash, GMR and SMR are decided exactly. Whether s is stable for a party then depends on its own
/// order alone, and of it only on the set D of states not above s: an improvement is a move out of
/// D, a sanction must end in D, an escape leads out of D. A larger D leaves fewer improvements,
/// more sanctions, fewer escapes, so that stability can only be gained by enlarging D. The least D
/// is s with all that is surely worse, and the completion that puts everything else above s has it;
/// the largest is all that is not surely better, and the completion that puts all of that level
/// with or below s has it. So s is stable under every completion exactly if it is with the least D,
/// which is sense a, and under some exactly if it is with the largest, which is sense d. Parties'
/// completions being independent, the same holds for equilibria.
///
/// SEQ also depends on which answers pay the others, so one completion must serve several states at
/// once. Enlarging what may pay the others only adds answers. So a state is an equilibrium under
/// every completion if it is in sense a with surely paying answers only, and under none if it is
/// not in sense d with answers that may pay. Between the two, completions are drawn by a seed and
/// counted: two that differ prove "some"; otherwise the standing is labelled as sampled.
///
/// Time O(states · moves · movers²) and a kernel run for each completion drawn; memory O(states²)
/// bits for each open party and for each mover's answers.
public final class Gaps {
    private static final List<Concept> CONCEPTS =
            List.of(Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ);

    private final CompiledCase model;
    private final SmallGraph graph;
    private final GapsLimits limits;
    private final AnalysisOptions options;
    private final List<Taste> tastes = new ArrayList<>();
    private final List<GapsResult.OpenParty> open = new ArrayList<>();
    private final List<GapsResult.Contradiction> contradictions = new ArrayList<>();
    private boolean cut;

    private Gaps(CompiledCase model, GapsLimits limits, AnalysisOptions options) {
        this.model = model;
        this.graph = new SmallGraph(model);
        this.limits = limits;
        this.options = options;
        for (int mover = 0; mover < graph.moverCount(); mover++) {
            tastes.add(taste(mover));
        }
    }

    /// The movers whose order rests on statements.
    ///
    /// @param model the case
    /// @return their indices
    public static List<Integer> candidates(CompiledCase model) {
        List<Integer> movers = new ArrayList<>();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            if (!comparisons(model, mover).isEmpty() || isAdditive(model, mover)) {
                movers.add(mover);
            }
        }
        return movers;
    }

    private static boolean isAdditive(CompiledCase model, int mover) {
        return StatedStates.speaks(model.source(), model.space().movers().get(mover).id());
    }

    /// Whether points give a mover an order at their centres.
    static boolean hasPoints(CompiledCase model, int mover) {
        Preferences stated = model.source().preferencesOf(model.space().movers().get(mover).id());
        return stated != null && stated.part(Values.class) != null;
    }

    private static List<Comparison> comparisons(CompiledCase model, int mover) {
        Preferences stated = model.source().preferencesOf(model.space().movers().get(mover).id());
        if (stated == null
                || stated.part(Order.class) != null
                || stated.part(Ranking.class) != null
                || stated.part(Values.class) != null) {
            return List.of();
        }
        Prefer prefer = stated.part(Prefer.class);
        return prefer == null ? List.of() : prefer.comparisons();
    }

    /// Looks at a case.
    ///
    /// @param model the compiled case
    /// @param limits how far to go
    /// @param options the seed and the number of threads, which does not change the result
    /// @return what holds however the open orders are completed, and what depends on it
    public static GapsResult of(CompiledCase model, GapsLimits limits, AnalysisOptions options) {
        if (candidates(model).isEmpty()) {
            return GapsResult.nothing(model, new Completeness.Complete());
        }
        if (model.same().shown().count() > limits.mostStates()) {
            boolean leaves = candidates(model).stream().anyMatch(m -> !hasPoints(model, m));
            return GapsResult.nothing(
                    model,
                    leaves
                            ? new Completeness.Truncated(GapsLimits.STATES, limits.mostStates())
                            : new Completeness.Complete());
        }
        return new Gaps(model, limits, options).result();
    }

    private Taste taste(int mover) {
        Taste.Ranked ranked = new Taste.Ranked(graph, model.ranks(mover));
        if (isAdditive(model, mover)) {
            return additive(mover, ranked);
        }
        List<Comparison> comparisons = comparisons(model, mover);
        if (comparisons.isEmpty()) {
            return ranked;
        }
        return switch (StatedOrder.read(graph, comparisons)) {
            case StatedOrder.Reading.Contradictory(var statements, var states) -> {
                contradictions.add(
                        new GapsResult.Contradiction(
                                mover, statements, states.stream().map(graph::state).toList()));
                yield ranked;
            }
            case StatedOrder.Reading.Consistent(Taste.Open taste) -> {
                long decided = taste.worse().stream().mapToLong(BitSet::cardinality).sum();
                if (decided == 0) {
                    yield ranked;
                }
                long pairs = (long) graph.size() * (graph.size() - 1) / 2;
                open.add(new GapsResult.OpenParty(mover, decided, pairs));
                yield taste;
            }
        };
    }

    /// What every value function that fits a mover's statements says.
    private Taste additive(int mover, Taste.Ranked ranked) {
        List<Integer> states = new ArrayList<>();
        for (int index = 0; index < graph.size(); index++) {
            states.add(graph.state(index));
        }
        return switch (StatedStates.of(
                model, model.space().movers().get(mover).id(), states, limits.mostDifferences())) {
            case StatedStates.Relation.Found(var worse, var atMost) -> {
                Taste.Open taste = new Taste.Open(worse, atMost);
                if (taste.isAs(graph, model.ranks(mover))
                        || (taste.isSilent() && !hasPoints(model, mover))) {
                    yield ranked;
                }
                long pairs = (long) graph.size() * (graph.size() - 1) / 2;
                open.add(new GapsResult.OpenParty(mover, taste.decidedPairs(), pairs));
                yield taste;
            }
            case StatedStates.Relation.TooMany() -> {
                cut = true;
                yield ranked;
            }
            case StatedStates.Relation.Contradictory() -> ranked;
        };
    }

    private GapsResult result() {
        Map<Concept, Map<Sense, StateSet>> equilibria = new EnumMap<>(Concept.class);
        Map<Concept, Completions> completions = new EnumMap<>(Concept.class);
        if (!open.isEmpty()) {
            List<SenseKernel> kernels = new ArrayList<>();
            for (int mover = 0; mover < graph.moverCount(); mover++) {
                kernels.add(new SenseKernel(graph, tastes, mover));
            }
            for (Concept concept : CONCEPTS) {
                Map<Sense, StateSet> bySense = new EnumMap<>(Sense.class);
                for (Sense sense : Sense.values()) {
                    bySense.put(sense, common(kernels, k -> k.stable(concept, sense)));
                }
                equilibria.put(concept, bySense);
                completions.put(
                        concept,
                        concept == Concept.SEQ
                                ? sampled(
                                        common(kernels, SenseKernel::surelySequential),
                                        Objects.requireNonNull(bySense.get(Sense.D)))
                                : exact(
                                        Objects.requireNonNull(bySense.get(Sense.A)),
                                        Objects.requireNonNull(bySense.get(Sense.D))));
            }
        }
        return new GapsResult(
                model,
                open,
                contradictions,
                equilibria,
                completions,
                open.isEmpty() ? 0 : limits.sampleCount(),
                options.seed(),
                cut
                        ? new Completeness.Truncated(GapsLimits.STATES, limits.mostStates())
                        : new Completeness.Complete());
    }

    /// What a mover finds stable.
    private interface Finding {
        BitSet of(SenseKernel kernel);
    }

    private StateSet common(List<SenseKernel> kernels, Finding finding) {
        BitSet all = new BitSet();
        all.set(0, graph.size());
        kernels.forEach(kernel -> all.and(finding.of(kernel)));
        return graph.toStates(all);
    }

    private Completions exact(StateSet every, StateSet some) {
        return new Completions(every, some, some, model.same().shown().copy().andNot(every));
    }

    private Completions sampled(StateSet every, StateSet possible) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(options.seed());
        StateSet shown = model.same().shown();
        StateSet seenStable = every.copy();
        StateSet seenUnstable = shown.copy().andNot(possible);
        List<StateSet> seen = new ArrayList<>();
        for (int mover = 0; mover < graph.moverCount(); mover++) {
            seen.add(model.seen(mover));
        }
        for (int sample = 0; sample < limits.sampleCount(); sample++) {
            List<Ranks> ranks = new ArrayList<>();
            for (int mover = 0; mover < graph.moverCount(); mover++) {
                ranks.add(
                        switch (tastes.get(mover)) {
                            case Taste.Ranked(_, Ranks complete) -> complete;
                            case Taste.Open taste -> Completion.draw(graph, taste, random);
                        });
            }
            StateSet lasting =
                    StabilityKernel.solve(
                                    model.space(),
                                    model.feasible(),
                                    seen,
                                    ranks,
                                    options.threadCount(),
                                    Progress.NONE)
                            .equilibria(Concept.SEQ)
                            .copy()
                            .and(shown);
            seenStable.or(lasting);
            seenUnstable.or(shown.copy().andNot(lasting));
        }
        return new Completions(every, possible, seenStable, seenUnstable);
    }
}
