// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.Witness;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.explain.Data;
import org.detente.model.Outcome;

/// What was found of coalitions, for programs.
final class CoalitionData {
    private final CoalitionReport report;
    private final CompiledCase model;
    private final StateSpace space;
    private final ListLimit limit;

    CoalitionData(CoalitionReport report, ListLimit limit) {
        this.report = report;
        this.model = report.model();
        this.space = model.space();
        this.limit = limit;
    }

    Data.Fields fields() {
        Data.Fields equilibria = new Data.Fields();
        for (Concept concept : CoalitionVerdict.CONCEPTS) {
            equilibria.with(concept.key(), states(report.equilibria(concept)));
        }
        Data.Fields data =
                new Data.Fields()
                        .with("looked", report.choice().toString())
                        .with("equilibria", equilibria)
                        .with("of", coalitions(report.own(), true))
                        .with("upsets", cut(upsets()));
        if (report.own().undecided().size() > 0) {
            data.with(
                    "undecided",
                    new Data.Items(
                            report.own().undecided().stream()
                                    .map(m -> new Data.Name(key(m)))
                                    .toList()));
        }
        if (!report.unable().isEmpty()) {
            data.with(
                    "withoutOptions",
                    new Data.Items(
                            report.unable().entrySet().stream()
                                    .map(entry ->
                                            new Data.Fields()
                                                    .with(
                                                            "coalition",
                                                            Data.Items.names(entry.getKey()))
                                                    .with(
                                                            "parties",
                                                            Data.Items.names(entry.getValue())))
                                    .toList()));
        }
        if (!report.views().isEmpty()) {
            data.with("views", views());
        }
        return switch (report.completeness()) {
            case Completeness.Complete() -> data.with("complete", true);
            case Completeness.Truncated(String name, long bound) ->
                    data.with("complete", false).with("limit", name).with("bound", bound);
        };
    }

    /// A coalition as a key: its members' ids, in the case's order.
    private String key(List<Integer> members) {
        return String.join("+", ids(members));
    }

    private List<String> ids(List<Integer> movers) {
        return movers.stream().map(m -> space.movers().get(m).id()).toList();
    }

    private Data.Fields states(StateSet states) {
        int count = states.count();
        Data.Fields entry =
                new Data.Fields()
                        .with("count", count)
                        .with(
                                "states",
                                new Data.Wholes(() ->
                                        states.stream().limit(limit.shown(count)).asLongStream()));
        return limit.omitted(count) > 0 ? entry.with("omitted", limit.omitted(count)) : entry;
    }

    private Data.Fields coalitions(CoalitionResult result, boolean whole) {
        Data.Fields fields = new Data.Fields();
        for (CoalitionVerdict verdict : result.verdicts()) {
            Data.Fields entry = new Data.Fields();
            for (Concept concept : CoalitionVerdict.CONCEPTS) {
                if (verdict.isDecided(concept)) {
                    StateSet stable = verdict.stable(concept).copy().and(model.same().shown());
                    entry.with(
                            concept.key(),
                            whole
                                    ? decided(stable)
                                    : new Data.Fields().with("count", stable.count()));
                } else {
                    entry.with(concept.key(), new Data.None());
                }
            }
            fields.with(key(verdict.members()), entry);
        }
        return fields;
    }

    private Data.Fields decided(StateSet stable) {
        Data.Fields entry = states(stable);
        if (!model.source().outcomes().isEmpty()) {
            Data.Fields outcomes = new Data.Fields();
            for (Outcome outcome : model.source().outcomes()) {
                outcomes.with(outcome.id(), model.statesOf(outcome).countShared(stable));
            }
            entry.with("outcomes", outcomes);
        }
        return entry;
    }

    private Data.Fields cut(List<Data.Fields> entries) {
        Data.Fields data =
                new Data.Fields()
                        .with("count", entries.size())
                        .with(
                                "entries",
                                new Data.Items(
                                        entries.subList(0, (int) limit.shown(entries.size()))));
        return limit.omitted(entries.size()) > 0
                ? data.with("omitted", limit.omitted(entries.size()))
                : data;
    }

    private List<Data.Fields> upsets() {
        List<Data.Fields> entries = new ArrayList<>();
        for (Spot spot : report.spots()) {
            report.own().upsetsOf(spot.state()).forEach(u -> entries.add(entry(spot, u)));
        }
        for (Upset upset : report.upsetsOfLasting()) {
            entries.add(entry(new Spot(upset.state(), false, List.of()), upset));
        }
        return entries;
    }

    private Data.Fields entry(Spot spot, Upset upset) {
        return new Data.Fields()
                .with("state", spot.state())
                .with("now", spot.now())
                .with("standsFor", Data.Items.names(spot.outcomes()))
                .with("coalition", Data.Items.names(ids(upset.members())))
                .with("firmest", upset.concept().key())
                .with("move", levels(upset))
                .with("steps", steps(upset))
                .with("to", model.same().shownAs(upset.end()))
                .with("outcomes", outcomesOf(upset.end()))
                .with("gain", Data.Items.names(ids(report.affected(upset, true))))
                .with("lose", Data.Items.names(ids(report.affected(upset, false))));
    }

    private Data outcomesOf(int state) {
        return Data.Items.names(
                new Wording(model).outcomesOf(state).stream().map(Outcome::id).toList());
    }

    /// The options that a joint move changes, each with its level there.
    private Data.Fields levels(Upset upset) {
        Data.Fields fields = new Data.Fields();
        for (int option = 0; option < space.optionCount(); option++) {
            int level = space.level(upset.end(), option);
            if (level != space.level(upset.state(), option)) {
                fields.with(
                        space.options().get(option).ref().toString(),
                        space.options().get(option).levels().get(level).name());
            }
        }
        return fields;
    }

    private Data steps(Upset upset) {
        List<Data.Fields> steps = new ArrayList<>();
        for (Witness.Step step : upset.steps()) {
            steps.add(
                    new Data.Fields()
                            .with("party", space.movers().get(step.mover()).id())
                            .with("to", step.state()));
        }
        return new Data.Items(steps);
    }

    private Data.Fields views() {
        Data.Fields fields = new Data.Fields();
        int now = report.spots().getFirst().state();
        for (int k = 0; k < report.views().size(); k++) {
            CoalitionResult result = report.under(k);
            List<Data.Fields> upsets = new ArrayList<>();
            for (Upset upset : result.upsetsOf(now)) {
                upsets.add(
                        new Data.Fields()
                                .with("coalition", Data.Items.names(ids(upset.members())))
                                .with("firmest", upset.concept().key())
                                .with("move", levels(upset))
                                .with("to", model.same().shownAs(upset.end())));
            }
            fields.with(
                    Objects.requireNonNull(report.views().get(k).view()).id(),
                    new Data.Fields()
                            .with("of", coalitions(result, false))
                            .with("nowUpsets", new Data.Items(upsets)));
        }
        return fields;
    }
}
