// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.detente.analysis.DrawnReadings;
import org.detente.analysis.ListLimit;
import org.detente.analysis.enforcement.EnforcementFindings.EndStanding;
import org.detente.analysis.enforcement.EnforcementFindings.Standing;
import org.detente.analysis.enforcement.EnforcementFindings.ViewStanding;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.explain.Data;
import org.detente.model.View;

/// The findings on keeping and carrying out packages as a tree.
final class EnforcementData {
    private final EnforcementFindings found;
    private final Ground ground;
    private final StandingData standing;
    private final OrderData order;
    private final ListLimit limit;

    EnforcementData(EnforcementFindings found, ListLimit limit) {
        this.found = found;
        this.ground = found.ground();
        this.standing = new StandingData(ground);
        this.order = new OrderData(ground);
        this.limit = limit;
    }

    Data.Fields fields() {
        Data.Fields fields =
                new Data.Fields()
                        .with(
                                "packages",
                                new Data.Items(
                                        found.packages().stream().map(this::tested).toList()));
        if (ground.hasPatience()) {
            fields.with("measures", measures());
        }
        Firmness firmness = found.firmness();
        if (firmness != null) {
            fields.with("firmness", firmness(firmness));
        }
        if (!found.views().isEmpty()) {
            fields.with("views", views());
        }
        if (!found.ends().isEmpty()) {
            fields.with("ranges", ranges());
        }
        return fields;
    }

    /// What each signatory's margins are divided by.
    private Data measures() {
        Data.Fields measures = new Data.Fields();
        for (int party = 0; party < ground.partyCount(); party++) {
            measures.with(
                    ground.party(party),
                    new Data.Fields()
                            .with("by", ground.measure(party).key())
                            .with("points", new Data.Real(ground.scale(party))));
        }
        return measures;
    }

    private Data tested(Tested tested) {
        Data.Fields fields =
                new Data.Fields()
                        .with("names", Data.Items.names(tested.chosen().keys()))
                        .with("levels", levels(tested.levels()));
        if (!tested.isTested()) {
            return fields.with(
                    "impossible",
                    Data.Items.names(
                            tested.chosen().broken().stream().map(PackageBan::name).toList()));
        }
        fields.with("holds", tested.holds())
                .with("parties", standing.parties(tested.state(), tested.kept()));
        if (!tested.verification().isEmpty() && ground.hasPatience()) {
            fields.with(
                    "verification",
                    new Data.Items(
                            tested.verification().stream().map(standing::verification).toList()));
        }
        Plan plan = tested.plan();
        if (plan != null) {
            fields.with("steps", order.steps(plan))
                    .with("smallestMargin", OptionData.real(plan.smallestMargin()))
                    .with("safe", plan.isSafe())
                    .with("positions", plan.positionCount());
            if (plan.closedCount() >= 0) {
                fields.with("leadingOn", plan.closedCount());
            }
            fields.with("complete", plan.exact());
        } else if (ground.hasPatience() && tested.state() == ground.model().now()) {
            fields.with("steps", new Data.Items(List.of()))
                    .with("smallestMargin", OptionData.real(tested.standingMargin()))
                    .with("safe", tested.holds());
        }
        Tested.Help help = tested.help();
        if (help != null) {
            fields.with("help", order.help(help));
        }
        Tested.Collapse collapse = tested.collapse();
        if (collapse != null) {
            fields.with("ifBreachCollapses", collapse(tested, collapse));
        }
        return fields;
    }

    /// The same if a seen breach brought what no agreement brings, which is assumed.
    private Data collapse(Tested tested, Tested.Collapse collapse) {
        Data.Fields fields =
                new Data.Fields()
                        .with("holds", collapse.kept().stream().allMatch(Kept::holds))
                        .with("parties", standing.parties(tested.state(), collapse.kept()));
        Plan plan = collapse.plan();
        return plan == null
                ? fields
                : fields.with("steps", order.steps(plan))
                        .with("smallestMargin", OptionData.real(plan.smallestMargin()))
                        .with("complete", plan.exact());
    }

    private Data.Fields levels(List<Integer> levels) {
        Data.Fields fields = new Data.Fields();
        for (int item = 0; item < levels.size(); item++) {
            PackageItem own = ground.form().items().get(item);
            fields.with(own.ref().toString(), own.levels().get(levels.get(item)).name());
        }
        return fields;
    }

    private Data firmness(Firmness firmness) {
        List<Data> packages = new ArrayList<>();
        int count = firmness.packages().size();
        for (int k = 0; k < limit.shown(count); k++) {
            Firmness.Firm firm = firmness.packages().get(k);
            packages.add(
                    new Data.Fields()
                            .with("levels", levels(firm.levels()))
                            .with("leastShare", new Data.Real(firm.leastShare()))
                            .with("smallestMargin", OptionData.real(firm.smallestMargin())));
        }
        return new Data.Fields()
                .with("count", count)
                .with("packages", new Data.Items(packages))
                .with("complete", firmness.exact());
    }

    private Data standings(List<Standing> standings) {
        List<Data> all = new ArrayList<>();
        for (int k = 0; k < standings.size(); k++) {
            Standing standing = standings.get(k);
            all.add(
                    new Data.Fields()
                            .with(
                                    "names",
                                    Data.Items.names(found.packages().get(k).chosen().keys()))
                            .with("holds", standing.holds())
                            .with("margin", OptionData.real(standing.margin())));
        }
        return new Data.Items(all);
    }

    private Data views() {
        Data.Fields views = new Data.Fields();
        List<View> all = ground.model().source().views();
        for (int k = 0; k < found.views().size(); k++) {
            ViewStanding view = found.views().get(k);
            views.with(
                    Objects.requireNonNull(all.get(k)).id(),
                    new Data.Fields()
                            .with("packages", standings(view.standings()))
                            .with(
                                    "smallestMargins",
                                    new Data.Items(
                                            view.plans().stream().map(OptionData::real).toList())));
        }
        return views;
    }

    private Data ranges() {
        List<Data> ends = new ArrayList<>();
        for (EndStanding end : found.ends()) {
            boolean turns = false;
            for (int k = 0; k < end.standings().size(); k++) {
                turns |=
                        found.packages().get(k).isTested()
                                && end.standings().get(k).holds()
                                        != found.packages().get(k).holds();
            }
            if (turns) {
                ends.add(
                        new Data.Fields()
                                .with("number", end.factor().path())
                                .with("at", new Data.Real(end.factor().at(end.position())))
                                .with("packages", standings(end.standings())));
            }
        }
        List<Data> kept = new ArrayList<>();
        for (int k = 0; k < found.keptInDrawn().size(); k++) {
            kept.add(
                    new Data.Fields()
                            .with(
                                    "names",
                                    Data.Items.names(found.packages().get(k).chosen().keys()))
                            .with("kept", found.keptInDrawn().get(k)));
        }
        return new Data.Fields()
                .with("numbers", found.ends().size() / 2)
                .with("turned", new Data.Items(ends))
                .with(
                        "drawn",
                        new Data.Fields()
                                .with("readings", found.readings().size())
                                .with("packages", new Data.Items(kept))
                                .with("drawing", DrawnReadings.data(found.readings())));
    }
}
