// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.List;
import java.util.stream.LongStream;
import org.detente.analysis.AnalysisResult;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Table;
import org.detente.analysis.Tabulated;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.model.Outcome;
import org.detente.model.Party;
import org.jspecify.annotations.Nullable;

/// Which states would last, for whom, under which concept, as the case is written and as each view
/// reads it.
public final class StabilityResult implements AnalysisResult, Tabulated {
    private final Reading own;
    private final List<Reading> views;
    private final List<FactorEffect> factorEffects;
    private final StatusQuo statusQuo;
    private final @Nullable Avoidance avoidance;
    private final ForesightReport foresight;
    private final List<StabilityPart> parts;

    StabilityResult(
            Reading own,
            List<Reading> views,
            List<FactorEffect> factorEffects,
            StatusQuo statusQuo,
            @Nullable Avoidance avoidance,
            ForesightReport foresight,
            List<StabilityPart> parts) {
        this.own = own;
        this.views = List.copyOf(views);
        this.factorEffects = List.copyOf(factorEffects);
        this.statusQuo = statusQuo;
        this.avoidance = avoidance;
        this.foresight = foresight;
        this.parts = List.copyOf(parts);
    }

    /// The verdicts of the case as written, or of the view it was compiled under.
    ///
    /// @return the verdicts
    public Verdicts verdicts() {
        return own.verdicts();
    }

    /// The verdicts under one of the case's views.
    ///
    /// @param view the view's id
    /// @return its verdicts, or null if the view was not solved
    public @Nullable Verdicts verdictsUnder(String view) {
        for (Reading reading : views) {
            if (reading.model().view() != null && reading.model().view().id().equals(view)) {
                return reading.verdicts();
            }
        }
        return null;
    }

    /// How many ends of ranges were looked at, one range at a time.
    ///
    /// @return two for each range that ranks rest on
    public int endCount() {
        return factorEffects.size();
    }

    /// At how many of these ends any equilibrium is gained or lost.
    ///
    /// @return at most [#endCount]
    public int changingEndCount() {
        return (int) factorEffects.stream().filter(FactorEffect::changesAnything).count();
    }

    Reading own() {
        return own;
    }

    List<Reading> views() {
        return views;
    }

    List<FactorEffect> factorEffects() {
        return factorEffects;
    }

    StatusQuo statusQuo() {
        return statusQuo;
    }

    @Nullable Avoidance avoidance() {
        return avoidance;
    }

    ForesightReport foresight() {
        return foresight;
    }

    List<StabilityPart> parts() {
        return parts;
    }

    @Override
    public String analysis() {
        return "stability";
    }

    @Override
    public Completeness completeness() {
        for (StabilityPart part : parts) {
            if (part.completeness() instanceof Completeness.Truncated truncated) {
                return truncated;
            }
        }
        return new Completeness.Complete();
    }

    @Override
    public Explanation explain(ListLimit limit) {
        return new StabilityExplanation(this, limit).explanation();
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        CompiledCase model = own.model();
        Data.Fields data =
                new Data.Fields()
                        .with(
                                "states",
                                new Data.Fields()
                                        .with("product", model.space().product())
                                        .with("feasible", model.same().shown().count()))
                        .with("equilibria", equilibria(own, limit))
                        .with("parties", parties(own))
                        .with("now", now(own).with("reachable", statusQuo.data(own, limit)))
                        .with("complete", completeness() instanceof Completeness.Complete);
        if (!model.source().outcomes().isEmpty()) {
            data.with("outcomes", outcomes());
        }
        if (avoidance != null) {
            data.with("avoid", avoidance.data(model));
        }
        if (foresight.foresight() != null || foresight.horizonMoves() > 0) {
            data.with("foresight", foresight.data(limit));
        }
        parts.forEach(part -> data.with(part.key(), part.data(limit)));
        if (!views.isEmpty()) {
            Data.Fields byView = new Data.Fields();
            for (Reading reading : views) {
                byView.with(
                        java.util.Objects.requireNonNull(reading.model().view()).id(),
                        new Data.Fields()
                                .with("equilibria", equilibria(reading, limit))
                                .with("parties", parties(reading))
                                .with("now", now(reading)));
            }
            data.with("views", byView);
        }
        if (!factorEffects.isEmpty()) {
            data.with("ranges", ranges());
        }
        return data;
    }

    /// For each state whether it is stable for whom, under which concept: `verdicts`, and one more
    /// for each view.
    @Override
    public List<Table> tables() {
        return VerdictTable.of(this);
    }

    private static Data.Fields equilibria(Reading reading, ListLimit limit) {
        Data.Fields fields = new Data.Fields();
        StateSet shown = reading.model().same().shown();
        for (Concept concept : Concept.values()) {
            StateSet states = reading.verdicts().equilibria(concept).copy().and(shown);
            int count = states.count();
            Data.Fields entry =
                    new Data.Fields()
                            .with("count", count)
                            .with(
                                    "states",
                                    new Data.Wholes(() -> numbers(states, limit.shown(count))));
            if (limit.omitted(count) > 0) {
                entry.with("omitted", limit.omitted(count));
            }
            fields.with(concept.key(), entry);
        }
        return fields;
    }

    private static LongStream numbers(StateSet states, long count) {
        return states.stream().limit(count).asLongStream();
    }

    private static Data.Fields parties(Reading reading) {
        Data.Fields fields = new Data.Fields();
        StateSet shown = reading.model().same().shown();
        List<Party> movers = reading.model().space().movers();
        for (int mover = 0; mover < movers.size(); mover++) {
            Data.Fields counts = new Data.Fields();
            for (Concept concept : Concept.values()) {
                counts.with(
                        concept.key(),
                        new Data.Fields()
                                .with(
                                        "count",
                                        reading.verdicts()
                                                .stableFor(concept, mover)
                                                .countShared(shown)));
            }
            fields.with(movers.get(mover).id(), counts);
        }
        return fields;
    }

    private static Data.Fields now(Reading reading) {
        Data.Fields stable = new Data.Fields();
        int now = reading.model().now();
        List<Party> movers = reading.model().space().movers();
        for (int mover = 0; mover < movers.size(); mover++) {
            stable.with(movers.get(mover).id(), Data.Items.names(stableUnder(reading, mover, now)));
        }
        return new Data.Fields()
                .with("state", reading.model().same().shownAs(now))
                .with("stable", stable);
    }

    private static List<String> stableUnder(Reading reading, int mover, int state) {
        return java.util.Arrays.stream(Concept.values())
                .filter(c -> reading.verdicts().stableFor(c, mover).contains(state))
                .map(Concept::key)
                .toList();
    }

    private Data.Fields outcomes() {
        Data.Fields fields = new Data.Fields();
        CompiledCase model = own.model();
        for (Outcome outcome : model.source().outcomes()) {
            StateSet states = model.statesOf(outcome);
            Data.Fields equilibria = new Data.Fields();
            for (Concept concept : Concept.values()) {
                equilibria.with(
                        concept.key(),
                        new Data.Fields().with("count", own.equilibriumCount(concept, states)));
            }
            fields.with(
                    outcome.id(),
                    new Data.Fields()
                            .with("count", states.countShared(model.same().shown()))
                            .with("equilibria", equilibria));
        }
        return fields;
    }

    private Data.Fields ranges() {
        Data.Fields fields = new Data.Fields();
        for (int i = 0; i < factorEffects.size(); i += 2) {
            fields.with(
                    factorEffects.get(i).factor().path(),
                    new Data.Fields()
                            .with("low", changes(factorEffects.get(i)))
                            .with("high", changes(factorEffects.get(i + 1))));
        }
        return fields;
    }

    private static Data.Fields changes(FactorEffect effect) {
        Data.Fields fields = new Data.Fields().with("changes", effect.changesAnything());
        for (Concept concept : Concept.values()) {
            fields.with(
                    concept.key(),
                    new Data.Fields()
                            .with("gained", effect.gained(concept))
                            .with("lost", effect.lost(concept)));
        }
        return fields;
    }
}
