// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.map;

import java.util.List;
import java.util.Set;
import org.detente.analysis.AnalysisResult;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.compile.CompiledCase;
import org.detente.compile.OutcomePoint;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.model.BasisCount;
import org.detente.model.Claim;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.Party;
import org.jspecify.annotations.Nullable;

/// The map of a case.
public final class MapResult implements AnalysisResult {
    private final CompiledCase model;
    private final List<OutcomeExtent> outcomes;
    private final int unnamedCount;
    private final List<BasisCount> basis;
    private final Voices voices;
    private final Set<String> claimsUsed;

    /// How far an outcome extends.
    ///
    /// @param outcome the outcome
    /// @param stateCount how many of the shown states it covers
    /// @param containsNow whether things stand there now
    /// @param point its state nearest to now, or null if it has none that can be reached
    record OutcomeExtent(
            Outcome outcome, int stateCount, boolean containsNow, @Nullable OutcomePoint point) {}

    /// Maps a case.
    ///
    /// @param model the compiled case
    MapResult(CompiledCase model) {
        this.model = model;
        StateSet shown = model.same().shown();
        StateSet unnamed = shown.copy();
        this.outcomes =
                model.source().outcomes().stream()
                        .map(outcome -> {
                            StateSet states = model.statesOf(outcome);
                            unnamed.andNot(states);
                            return new OutcomeExtent(
                                    outcome,
                                    states.countShared(shown),
                                    states.contains(model.now()),
                                    model.pointOf(outcome));
                        })
                        .toList();
        this.unnamedCount = unnamed.count();
        this.basis = BasisCount.of(model.source());
        this.voices = Voices.of(model.source());
        this.claimsUsed = BasisCount.claimsUsed(model.source());
    }

    CompiledCase model() {
        return model;
    }

    List<OutcomeExtent> outcomes() {
        return outcomes;
    }

    int unnamedCount() {
        return unnamedCount;
    }

    int shownCount() {
        return model.same().shown().count();
    }

    List<BasisCount> basis() {
        return basis;
    }

    Voices voices() {
        return voices;
    }

    List<Claim> contested() {
        return model.source().claims().stream().filter(Claim::isContested).toList();
    }

    long unusedClaimCount() {
        return model.source().claims().stream().filter(c -> !claimsUsed.contains(c.id())).count();
    }

    @Override
    public String analysis() {
        return "map";
    }

    @Override
    public Completeness completeness() {
        return new Completeness.Complete();
    }

    @Override
    public Explanation explain(ListLimit limit) {
        return new MapExplanation(this, new Wording(model), limit).explanation();
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        StateSpace space = model.space();
        Data.Fields parties = new Data.Fields();
        for (Party party : model.source().parties()) {
            Data.Fields options = new Data.Fields();
            for (Option option : model.source().optionsOf(party.id())) {
                int index = space.indexOf(option.ref());
                options.with(
                        option.ref().name(),
                        new Data.Fields()
                                .with("levels", Data.Items.names(names(option)))
                                .with("now", names(option).get(space.level(model.now(), index)))
                                .with(
                                        "moves",
                                        option.moves().name().toLowerCase(java.util.Locale.ROOT))
                                .with("assumed", option.basis().assumed()));
            }
            parties.with(
                    party.id(),
                    new Data.Fields()
                            .with("name", party.name())
                            .with("role", party.role().name().toLowerCase(java.util.Locale.ROOT))
                            .with("options", options));
        }
        Data.Fields outcomeData = new Data.Fields();
        for (OutcomeExtent extent : outcomes) {
            outcomeData.with(
                    extent.outcome().id(),
                    new Data.Fields()
                            .with("count", extent.stateCount())
                            .with("now", extent.containsNow())
                            .with("ends", extent.outcome().ends())
                            .with(
                                    "state",
                                    extent.point() == null
                                            ? new Data.None()
                                            : new Data.Whole(extent.point().state())));
        }
        Data.Fields rules = new Data.Fields();
        model.excludedCountByRule()
                .forEach((id, count) -> rules.with(id, new Data.Fields().with("excludes", count)));
        return new Data.Fields()
                .with(
                        "states",
                        new Data.Fields()
                                .with("product", space.product())
                                .with("feasible", shownCount()))
                .with("now", model.now())
                .with("parties", parties)
                .with("outcomes", outcomeData)
                .with("unnamed", unnamedCount)
                .with("rules", rules)
                .with("basis", basisData())
                .with("claims", claimData())
                .with("complete", true);
    }

    private static List<String> names(Option option) {
        return option.levels().stream().map(Level::name).toList();
    }

    private Data basisData() {
        Data.Fields fields = new Data.Fields();
        for (BasisCount count : basis) {
            fields.with(
                    count.kind(),
                    new Data.Fields()
                            .with("count", count.totalCount())
                            .with("assumed", count.assumedCount()));
        }
        return fields;
    }

    private Data claimData() {
        Data.Fields sources = new Data.Fields();
        for (Voices.Tally tally : voices.sources()) {
            sources.with(tally.source(), tallyData(tally));
        }
        return tallyData(voices.total())
                .with("unused", unusedClaimCount())
                .with("sources", sources);
    }

    private Data.Fields tallyData(Voices.Tally tally) {
        Data.Fields byParty = new Data.Fields();
        for (int i = 0; i < voices.parties().size(); i++) {
            byParty.with(voices.parties().get(i), tally.byParty().get(i));
        }
        return new Data.Fields()
                .with("count", tally.claimCount())
                .with("ownVoice", tally.ownVoiceCount())
                .with("others", tally.otherCount())
                .with("contested", tally.contestedCount())
                .with("byParty", byParty);
    }
}
