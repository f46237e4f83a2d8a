// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityPart;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.model.PreferencePart.Comparison;

/// Stability where some parties' orders are left open.
///
/// @param model the case
/// @param open the parties whose order is open
/// @param contradictions parties whose comparisons contradict each other; they are taken to be
///   indifferent
/// @param equilibria by concept and sense, the shown states that are stable for every party; empty
///   if no order is open
/// @param completions by concept, what holds under every, some or no completion; empty if no order
///   is open
/// @param sampleCount how many completions were drawn for SEQ
/// @param seed the seed they were drawn by
/// @param completeness whether the case was small enough to be looked at
public record GapsResult(
        CompiledCase model,
        List<OpenParty> open,
        List<Contradiction> contradictions,
        Map<Concept, Map<Sense, StateSet>> equilibria,
        Map<Concept, Completions> completions,
        int sampleCount,
        long seed,
        Completeness completeness)
        implements StabilityPart {
    /// Copies the lists.
    public GapsResult {
        open = List.copyOf(open);
        contradictions = List.copyOf(contradictions);
    }

    /// A party whose order is open.
    ///
    /// @param mover its index
    /// @param decidedCount how many pairs of states its comparisons decide
    /// @param pairCount how many pairs there are
    public record OpenParty(int mover, long decidedCount, long pairCount) {}

    /// Comparisons that cannot hold together.
    ///
    /// @param mover whose
    /// @param statements the comparisons
    /// @param states states each of which would be better than the next, and the last better than
    ///   the first
    public record Contradiction(int mover, List<Comparison> statements, List<Integer> states) {
        /// Copies the lists.
        public Contradiction {
            statements = List.copyOf(statements);
            states = List.copyOf(states);
        }
    }

    static GapsResult nothing(CompiledCase model, Completeness completeness) {
        return new GapsResult(
                model,
                List.of(),
                List.of(),
                new EnumMap<>(Concept.class),
                new EnumMap<>(Concept.class),
                0,
                0,
                completeness);
    }

    /// Whether there is anything to say.
    ///
    /// @return false if every order is complete
    public boolean isEmpty() {
        return open.isEmpty()
                && contradictions.isEmpty()
                && completeness instanceof Completeness.Complete;
    }

    /// The states that are stable for every party in a sense.
    ///
    /// @param concept Nash, GMR, SMR or SEQ
    /// @param sense the sense
    /// @return the set, shared: must not be changed
    public StateSet equilibria(Concept concept, Sense sense) {
        return Objects.requireNonNull(Objects.requireNonNull(equilibria.get(concept)).get(sense));
    }

    /// What holds under which completions.
    ///
    /// @param concept Nash, GMR, SMR or SEQ
    /// @return the standings
    public Completions completions(Concept concept) {
        return Objects.requireNonNull(completions.get(concept));
    }

    /// Whether this says that a mover's order is left open, or contradicts itself.
    ///
    /// @param mover the mover's index
    /// @return true if the mover's section is here
    public boolean covers(int mover) {
        return open.stream().anyMatch(party -> party.mover() == mover)
                || contradictions.stream().anyMatch(party -> party.mover() == mover)
                || (completeness instanceof Completeness.Truncated
                        && Gaps.candidates(model).contains(mover));
    }

    @Override
    public String key() {
        return "openOrders";
    }

    @Override
    public String title() {
        return "Where the order is left open";
    }

    @Override
    public List<Block> blocks(ListLimit limit) {
        return new GapsExplanation(this, limit).blocks();
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        Data.Fields parties = new Data.Fields();
        for (OpenParty party : open) {
            parties.with(
                    id(party.mover()),
                    new Data.Fields()
                            .with("decidedPairs", party.decidedCount())
                            .with("pairs", party.pairCount()));
        }
        Data.Fields clashes = new Data.Fields();
        for (Contradiction contradiction : contradictions) {
            clashes.with(
                    id(contradiction.mover()),
                    Data.Items.names(
                            contradiction.statements().stream()
                                    .map(GapsExplanation::said)
                                    .toList()));
        }
        Data.Fields data = new Data.Fields().with("open", parties).with("contradictions", clashes);
        Data.Fields senses = new Data.Fields();
        equilibria.forEach((concept, bySense) -> {
            Data.Fields entry = new Data.Fields();
            bySense.forEach((sense, states) -> entry.with(sense.key(), list(states, limit)));
            senses.with(concept.key(), entry);
        });
        Data.Fields standings = new Data.Fields();
        completions.forEach((concept, sets) -> standings.with(concept.key(), data(sets, limit)));
        data.with("senses", senses)
                .with("completions", standings)
                .with("samples", sampleCount)
                .with("seed", seed);
        return switch (completeness) {
            case Completeness.Complete() -> data.with("complete", true);
            case Completeness.Truncated(String name, long bound) ->
                    data.with("complete", false).with("limit", name).with("bound", bound);
        };
    }

    private String id(int mover) {
        return model.space().movers().get(mover).id();
    }

    private Data.Fields data(Completions sets, ListLimit limit) {
        Data.Fields fields = new Data.Fields();
        StateSet shown = model.same().shown();
        for (Completions.Standing standing : Completions.Standing.values()) {
            StateSet states = StateSet.none(shown.size());
            shown.stream().filter(s -> sets.of(s) == standing).forEach(states::add);
            fields.with(standing.key(), list(states, limit));
        }
        return fields;
    }

    private static Data.Fields list(StateSet states, ListLimit limit) {
        int count = states.count();
        Data.Fields fields =
                new Data.Fields()
                        .with("count", count)
                        .with(
                                "states",
                                new Data.Wholes(() ->
                                        states.stream().limit(limit.shown(count)).asLongStream()));
        return limit.omitted(count) > 0 ? fields.with("omitted", limit.omitted(count)) : fields;
    }
}
