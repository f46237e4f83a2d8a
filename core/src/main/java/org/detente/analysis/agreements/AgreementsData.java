// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.detente.analysis.ListLimit;
import org.detente.analysis.StateVerdict;
import org.detente.analysis.agreements.stated.StatedData;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.explain.Data;
import org.detente.model.Condition;

/// The findings on agreements as a tree.
final class AgreementsData {
    private final AgreementsFindings found;
    private final ListLimit limit;

    AgreementsData(AgreementsFindings found, ListLimit limit) {
        this.found = found;
        this.limit = limit;
    }

    Data.Fields fields() {
        Solved own = found.own();
        Bargain bargain = own.bargain();
        Data.Fields fields =
                new Data.Fields()
                        .with("signatories", Data.Items.names(own.form().signatories()))
                        .with("ratifiers", Data.Items.names(own.form().ratifiers()));
        reading(fields, own);
        fields.with("space", space())
                .with(
                        "acceptable",
                        new Data.Fields()
                                .with(
                                        "count",
                                        found.counts().acceptable() == null
                                                ? new Data.None()
                                                : new Data.Name(
                                                        found.counts().acceptable().toString())))
                .with("epsilon", new Data.Real(bargain.frontier().epsilon()));
        StatedData stated = found.stated() == null ? null : new StatedData(found.stated(), limit);
        if (stated != null) {
            stated.addTo(fields);
        }
        if (found.sampled() != null) {
            fields.with("sampled", new SampledData(found.sampled()).fields(limit));
        }
        if (!found.views().isEmpty()) {
            Data.Fields views = new Data.Fields();
            for (Solved view : found.views()) {
                Data.Fields one = new Data.Fields();
                reading(one, view);
                String id = java.util.Objects.requireNonNull(view.form().model().view()).id();
                if (stated != null) {
                    stated.addView(one, id);
                }
                views.with(id, one);
            }
            fields.with("views", views);
        }
        if (found.ends().factorCount() > 0) {
            fields.with("ranges", ranges());
            HeadlineWidening widening = found.ends().widening();
            if (widening != null) {
                fields.with("widening", widening(widening));
            }
        }
        fields.with("levers", new Data.Items(found.levers().stream().map(this::lever).toList()));
        fields.with("proposals", proposals());
        if (found.logrolling() != null) {
            fields.with("logrolling", logrolling(found.logrolling()));
        }
        if (!found.lookedUp().isEmpty()) {
            fields.with(
                    "packages",
                    new Data.Items(found.lookedUp().stream().map(this::lookedUp).toList()));
        }
        return fields;
    }

    /// What is told of every reading.
    private void reading(Data.Fields fields, Solved solved) {
        Bargain bargain = solved.bargain();
        Data.Fields fallback = new Data.Fields();
        Data.Fields floors = new Data.Fields();
        for (int party = 0; party < bargain.parties().size(); party++) {
            fallback.with(bargain.parties().get(party), new Data.Real(bargain.fallback(party)));
            floors.with(bargain.parties().get(party), new Data.Real(bargain.floor(party)));
        }
        fields.with("fallback", fallback).with("floors", floors).with("zone", zone(solved));
        int count = solved.gains().packageCount();
        List<Data> frontier = new ArrayList<>();
        for (int index = 0; index < limit.shown(count); index++) {
            frontier.add(entry(solved, index));
        }
        fields.with("frontierCount", count).with("frontier", new Data.Items(frontier));
        if (limit.omitted(count) > 0) {
            fields.with("frontierOmitted", limit.omitted(count));
        }
        Data.Fields solutions = new Data.Fields();
        for (Map.Entry<Solved.Solution, List<Integer>> one : solved.solutions().entrySet()) {
            List<Integer> indices = one.getValue();
            List<Data> entries = new ArrayList<>();
            for (int k = 0; k < limit.shown(indices.size()); k++) {
                entries.add(entry(solved, indices.get(k)));
            }
            solutions.with(one.getKey().key(), new Data.Items(entries));
        }
        fields.with("solutions", solutions);
        if (solved.isOpen()) {
            Gaps gaps = Gaps.of(solved);
            fields.with(
                    "optimalityGap",
                    new Data.Fields()
                            .with("nash", gap(gaps.nash()))
                            .with("kalaiSmorodinsky", gap(gaps.kalaiSmorodinsky())));
        }
        if (solved.isOpen()) {
            Data.Fields best = new Data.Fields();
            for (int party = 0; party < bargain.signatoryCount(); party++) {
                best.with(
                        bargain.parties().get(party),
                        entry(solved, Proposals.bestFor(solved, party)));
            }
            fields.with("bestFor", best);
        }
    }

    private static Data gap(double gap) {
        return Double.isInfinite(gap) ? new Data.None() : new Data.Real(gap);
    }

    private Data.Fields space() {
        return new Data.Fields()
                .with("outcomes", found.counts().allowed().toString())
                .with("withoutRedLineCrossed", found.counts().uncrossed().toString())
                .with(
                        "method",
                        found.own().bargain().frontier().method().name().toLowerCase(Locale.ROOT));
    }

    private Data.Fields entry(Solved solved, int index) {
        Bargain bargain = solved.bargain();
        int point = bargain.zone()[index];
        Data.Fields values = new Data.Fields();
        Data.Fields gains = new Data.Fields();
        for (int party = 0; party < bargain.signatoryCount(); party++) {
            String id = bargain.parties().get(party);
            values.with(id, new Data.Real(bargain.value(point, party)));
            gains.with(id, new Data.Real(bargain.gain(point, party)));
        }
        List<Data> ties = new ArrayList<>();
        for (int[] levels : bargain.ties(point)) {
            ties.add(levels(solved, levels));
        }
        return new Data.Fields()
                .with("levels", levels(solved, bargain.levels(point)))
                .with("values", values)
                .with("gains", gains)
                .with("gainShare", new Data.Real(solved.gains().gainShare(index)))
                .with("ties", new Data.Items(ties));
    }

    static Data.Fields levels(Solved solved, int[] levels) {
        Data.Fields fields = new Data.Fields();
        List<PackageItem> items = solved.form().items();
        for (int item = 0; item < items.size(); item++) {
            fields.with(
                    items.get(item).ref().toString(),
                    items.get(item).levels().get(levels[item]).name());
        }
        return fields;
    }

    private Data.Fields zone(Solved solved) {
        Data.Fields zone = new Data.Fields().with("open", solved.isOpen());
        ClosedZone closed = solved == found.own() ? found.closed() : null;
        if (closed == null) {
            return zone;
        }
        Bargain bargain = solved.bargain();
        zone.with("diesAt", closed.stage().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (closed.nearest() != null) {
            zone.with(
                    "nearest",
                    new Data.Fields()
                            .with("levels", levels(solved, Levels.array(closed.nearest().levels())))
                            .with(
                                    "shortfalls",
                                    byParty(bargain.parties(), closed.nearest().shortfalls())));
        }
        Data.Fields alone = new Data.Fields();
        for (ClosedZone.Alone one : closed.alone()) {
            alone.with(
                    bargain.parties().get(one.party()),
                    one.points() == null ? new Data.None() : new Data.Real(one.points()));
        }
        return zone.with("opensWithPointsFor", alone)
                .with(
                        "opensWithout",
                        new Data.Items(closed.openers().stream().map(this::ban).toList()));
    }

    private static Data.Fields byParty(List<String> parties, List<Double> numbers) {
        Data.Fields fields = new Data.Fields();
        for (int party = 0; party < numbers.size(); party++) {
            fields.with(parties.get(party), new Data.Real(numbers.get(party)));
        }
        return fields;
    }

    private Data ban(PackageBan ban) {
        Data.Fields fields =
                new Data.Fields()
                        .with("kind", ban.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .with("name", ban.name());
        Condition never = ban.condition();
        return never == null ? fields : fields.with("never", never.toString());
    }

    private Data.Fields ranges() {
        Data.Fields fields = new Data.Fields();
        List<Ends.Effect> effects = found.ends().effects();
        for (int k = 0; k < effects.size(); k += 2) {
            fields.with(
                    effects.get(k).factor().path(),
                    new Data.Fields()
                            .with("low", end(effects.get(k)))
                            .with("high", end(effects.get(k + 1))));
        }
        return fields;
    }

    private static Data.Fields widening(HeadlineWidening widening) {
        Data.Fields fields =
                new Data.Fields()
                        .with("ranges", widening.factorCount())
                        .with("most", new Data.Real(HeadlineWidening.MOST));
        var factor = widening.factor();
        return factor == null
                ? fields
                : fields.with("path", factor.path())
                        .with("turnsAt", new Data.Real(widening.value()))
                        .with("times", new Data.Real(widening.times()));
    }

    private Data.Fields end(Ends.Effect effect) {
        Solved solved = effect.solved();
        Bargain bargain = solved.bargain();
        Data.Fields fields =
                new Data.Fields()
                        .with("value", new Data.Real(effect.factor().at(effect.position())))
                        .with("open", solved.isOpen())
                        .with("efficient", solved.gains().packageCount())
                        .with("sameNash", effect.sameNash())
                        .with("sameKalaiSmorodinsky", effect.sameKalaiSmorodinsky());
        int nash = solved.point(Solved.Solution.NASH);
        if (nash >= 0) {
            Data.Fields gains = new Data.Fields();
            for (int party = 0; party < bargain.signatoryCount(); party++) {
                gains.with(bargain.parties().get(party), new Data.Real(bargain.gain(nash, party)));
            }
            fields.with("nashGains", gains);
        }
        return effect.turnsAt() == null
                ? fields
                : fields.with("turnsAt", new Data.Real(effect.turnsAt()));
    }

    private Data lever(FallbackLever lever) {
        Bargain bargain = found.own().bargain();
        List<Data> stops = new ArrayList<>();
        for (FallbackLever.Stop stop : lever.stops()) {
            stops.add(
                    new Data.Fields()
                            .with("at", new Data.Real(stop.at()))
                            .with("open", stop.isOpen())
                            .with("efficient", stop.efficientCount())
                            .with("fallback", byParty(bargain.parties(), stop.fallbacks()))
                            .with("nashGains", byParty(bargain.parties(), stop.nashGains())));
        }
        List<Data> turns = new ArrayList<>();
        for (FallbackLever.Turn turn : lever.turns()) {
            turns.add(
                    new Data.Fields()
                            .with("at", new Data.Real(turn.at()))
                            .with("opensUpwards", turn.opensUpwards())
                            .with(
                                    "binding",
                                    Data.Items.names(
                                            turn.binding().stream()
                                                    .map(bargain.parties()::get)
                                                    .toList())));
        }
        return new Data.Fields()
                .with("name", lever.name())
                .with("paths", Data.Items.names(lever.paths()))
                .with("centre", new Data.Real(lever.centre()))
                .with("turns", new Data.Items(turns))
                .with("stops", new Data.Items(stops));
    }

    private Data proposals() {
        List<Data> entries = new ArrayList<>();
        for (Proposals.Proposal proposal : found.proposals().proposals()) {
            Data.Fields entry = entry(found.own(), proposal.index());
            Bargain bargain = found.own().bargain();
            int[] levels = bargain.levels(proposal.point());
            Data.Fields shares = new Data.Fields();
            Data.Fields concessions = new Data.Fields();
            for (int party = 0; party < bargain.signatoryCount(); party++) {
                String id = bargain.parties().get(party);
                shares.with(id, new Data.Real(found.own().gains().share(proposal.index(), party)));
                concessions.with(
                        id,
                        new Data.Real(
                                found.own().gains().ideal(party)
                                        - found.own().gains().gain(proposal.index(), party)));
            }
            entry.with("why", Data.Items.names(proposal.reasons()))
                    .with("shares", shares)
                    .with("concessions", concessions)
                    .with(
                            "acceptableIn",
                            new Data.Fields()
                                    .with("readings", proposal.acceptedCount())
                                    .with("of", found.proposals().readingCount()));
            StateVerdict verdict = found.verdict(found.own().form().stateOf(levels));
            if (verdict != null) {
                entry.with("stability", stability(verdict));
            }
            entries.add(entry);
        }
        return new Data.Items(entries);
    }

    private static Data.Fields stability(StateVerdict verdict) {
        Data.Fields fields =
                new Data.Fields()
                        .with("state", verdict.state())
                        .with("lastsUnder", Data.Items.names(verdict.lastsUnder()));
        if (verdict.firstMover() != null) {
            fields.with("firstMover", verdict.firstMover());
        }
        return verdict.firstMoveTo() == null
                ? fields
                : fields.with("firstMoveTo", verdict.firstMoveTo());
    }

    private Data.Fields logrolling(Logrolling logrolling) {
        Bargain bargain = found.own().bargain();
        List<PackageItem> items = found.own().form().items();
        Data.Fields trades = new Data.Fields();
        for (Logrolling.Trade trade : logrolling.trades()) {
            Data.Fields fields = new Data.Fields();
            PackageItem item = items.get(trade.item());
            if (trade.up() != null) {
                fields.with("more", step(bargain, item, trade.up()));
            }
            if (trade.down() != null) {
                fields.with("less", step(bargain, item, trade.down()));
            }
            fields.with("droppable", trade.droppable())
                    .with(
                            "linkedWith",
                            Data.Items.names(
                                    trade.linked().stream()
                                            .map(i -> items.get(i).ref().toString())
                                            .toList()));
            trades.with(item.ref().toString(), fields);
        }
        return new Data.Fields()
                .with("at", levels(found.own(), Levels.array(logrolling.levels())))
                .with("items", trades);
    }

    private static Data.Fields step(Bargain bargain, PackageItem item, Logrolling.Step step) {
        return new Data.Fields()
                .with("level", item.levels().get(step.level()).name())
                .with("changes", byParty(bargain.parties(), step.changes()))
                .with("allowed", step.isAllowed())
                .with("acceptable", step.isAcceptable());
    }

    private Data lookedUp(LookedUp lookedUp) {
        List<Data> standings = new ArrayList<>();
        for (int k = 0; k < lookedUp.standings().size(); k++) {
            LookedUp.Standing standing = lookedUp.standings().get(k);
            Bargain bargain = found.readings().get(k).bargain();
            standings.add(
                    new Data.Fields()
                            .with("reading", standing.reading())
                            .with("acceptable", standing.isAcceptable())
                            .with(
                                    "breaks",
                                    new Data.Items(
                                            standing.broken().stream().map(this::ban).toList()))
                            .with("values", byParty(bargain.parties(), standing.values()))
                            .with("gains", byParty(bargain.parties(), standing.gains()))
                            .with("efficient", !standing.headroom().isBeaten())
                            .with("allCouldGainShare", new Data.Real(standing.headroom().share())));
        }
        return new Data.Fields()
                .with("name", lookedUp.name())
                .with("levels", levels(found.own(), Levels.array(lookedUp.levels())))
                .with("readings", new Data.Items(standings));
    }
}
