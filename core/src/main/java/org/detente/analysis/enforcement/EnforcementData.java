// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.detente.analysis.DrawnReadings;
import org.detente.analysis.ListLimit;
import org.detente.analysis.enforcement.Breaches.Breach;
import org.detente.analysis.enforcement.EnforcementFindings.EndStanding;
import org.detente.analysis.enforcement.EnforcementFindings.Standing;
import org.detente.analysis.enforcement.EnforcementFindings.ViewStanding;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.compile.StateSpace;
import org.detente.explain.Data;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// The findings on keeping and carrying out packages as a tree.
final class EnforcementData {
    private final EnforcementFindings found;
    private final Ground ground;
    private final StateSpace space;
    private final ListLimit limit;

    EnforcementData(EnforcementFindings found, ListLimit limit) {
        this.found = found;
        this.ground = found.ground();
        this.space = ground.space();
        this.limit = limit;
    }

    Data.Fields fields() {
        Data.Fields fields =
                new Data.Fields()
                        .with(
                                "packages",
                                new Data.Items(
                                        found.packages().stream().map(this::tested).toList()));
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
        Data.Fields parties = new Data.Fields();
        for (Kept kept : tested.kept()) {
            parties.with(ground.party(kept.party()), party(tested.state(), kept));
        }
        fields.with("holds", tested.holds()).with("parties", parties);
        if (!tested.verification().isEmpty() && ground.hasPatience()) {
            fields.with(
                    "verification",
                    new Data.Items(
                            tested.verification().stream().map(this::verification).toList()));
        }
        Plan plan = tested.plan();
        if (plan != null) {
            fields.with("steps", steps(plan))
                    .with("smallestMargin", new Data.Real(plan.smallestMargin()))
                    .with("safe", plan.isSafe())
                    .with("positions", plan.positionCount());
            if (plan.closedCount() >= 0) {
                fields.with("leadingOn", plan.closedCount());
            }
            fields.with("complete", plan.exact());
        } else if (ground.hasPatience() && tested.state() == ground.model().now()) {
            fields.with("steps", new Data.Items(List.of()))
                    .with("smallestMargin", real(tested.standingMargin()))
                    .with("safe", tested.holds());
        }
        Tested.Help help = tested.help();
        if (help != null) {
            fields.with("help", help(help));
        }
        Tested.Collapse collapse = tested.collapse();
        if (collapse != null) {
            fields.with("ifBreachCollapses", collapse(tested, collapse));
        }
        return fields;
    }

    /// The same if a seen breach brought what no agreement brings, which is assumed.
    private Data collapse(Tested tested, Tested.Collapse collapse) {
        Data.Fields parties = new Data.Fields();
        for (Kept kept : collapse.kept()) {
            parties.with(ground.party(kept.party()), party(tested.state(), kept));
        }
        Data.Fields fields =
                new Data.Fields()
                        .with("holds", collapse.kept().stream().allMatch(Kept::holds))
                        .with("parties", parties);
        Plan plan = collapse.plan();
        return plan == null
                ? fields
                : fields.with("steps", steps(plan))
                        .with("smallestMargin", new Data.Real(plan.smallestMargin()))
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

    /// The options that differ between two states, with their levels in the second.
    private Data.Fields changed(int from, int to) {
        Data.Fields fields = new Data.Fields();
        for (int option = 0; option < space.optionCount(); option++) {
            int level = space.level(to, option);
            if (level != space.level(from, option)) {
                fields.with(name(option), level(option, level));
            }
        }
        return fields;
    }

    private String name(int option) {
        return space.options().get(option).ref().toString();
    }

    private String level(int option, int level) {
        return space.options().get(option).levels().get(level).name();
    }

    private Data party(int state, Kept kept) {
        Breach breach = kept.breach();
        Data.Fields fields =
                new Data.Fields()
                        .with(
                                "breach",
                                breach == null ? new Data.None() : changed(state, breach.state()))
                        .with("gain", new Data.Real(kept.gain()))
                        .with("critical", critical(kept.critical()));
        Breach decisive = kept.decisive();
        if (decisive != null && breach != null && decisive.state() != breach.state()) {
            fields.with("criticalBreach", changed(state, decisive.state()));
        }
        fields.with("patience", real(kept.patience()))
                .with("margin", real(kept.margin()))
                .with("leastDetection", real(kept.leastDetection()))
                .with("longestDelay", delay(kept.longestDelay()))
                .with("falseAlarms", new Data.Real(kept.falseAlarm()));
        if (breach == null) {
            return fields.with("punishment", new Data.None());
        }
        double[] seen = breach.stream().seen();
        return fields.with("seen", new Data.Real(seen[seen.length - 1]))
                .with("breakout", breach.breakout())
                .with("punishment", punishment(breach));
    }

    private Data punishment(Breach breach) {
        Punishment punishment = breach.punishment();
        return new Data.Fields()
                .with("by", Data.Items.names(punishment.by()))
                .with(
                        "levels",
                        punishment.state() < 0
                                ? new Data.Fields()
                                : changed(breach.state(), punishment.state()))
                .with("points", new Data.Real(punishment.points()))
                .with("credible", punishment.credible().key());
    }

    private static Data critical(double critical) {
        if (critical == RepeatedPlay.ALWAYS) {
            return new Data.Name("always");
        }
        return critical == RepeatedPlay.NEVER ? new Data.Name("never") : new Data.Real(critical);
    }

    private static Data delay(int steps) {
        if (steps == Kept.ANY_DELAY) {
            return new Data.Name("any");
        }
        return steps < 0 ? new Data.None() : new Data.Whole(steps);
    }

    private static Data real(double value) {
        return Double.isFinite(value) ? new Data.Real(value) : new Data.None();
    }

    private Data verification(Tested.Verification one) {
        return new Data.Fields()
                .with("option", name(one.option()))
                .with("level", level(one.option(), one.level()))
                .with("party", ground.party(one.kept().party()))
                .with("critical", critical(one.kept().critical()))
                .with("margin", real(one.kept().margin()));
    }

    private Data steps(Plan plan) {
        List<Data> steps = new ArrayList<>();
        for (int k = 0; k < plan.steps().size(); k++) {
            Plan.Step step = plan.steps().get(k);
            Data.Fields moves = new Data.Fields();
            for (int mover = 0; mover < space.moverCount(); mover++) {
                Data.Fields own = new Data.Fields();
                for (Plan.Move move : step.moves()) {
                    if (space.moverOf(move.option()) == mover) {
                        own.with(name(move.option()), move(move));
                    }
                }
                if (!own.entries().isEmpty()) {
                    moves.with(space.movers().get(mover).id(), own);
                }
            }
            Data.Fields margins = new Data.Fields();
            Data.Fields exposure = new Data.Fields();
            Data.Fields reversible = new Data.Fields();
            for (int side = 0; side < step.margins().size(); side++) {
                Plan.SideMargin margin = step.margins().get(side);
                String party = ground.party(margin.party());
                margins.with(party, real(margin.margin()));
                exposure.with(party, real(margin.exposure()));
                reversible.with(
                        party,
                        Data.Items.names(
                                step.undoable().get(side).stream().map(this::name).toList()));
            }
            steps.add(
                    new Data.Fields()
                            .with("n", k + 1)
                            .with("moves", moves)
                            .with("margins", margins)
                            .with("exposure", exposure)
                            .with("reversible", reversible));
        }
        return new Data.Items(steps);
    }

    private Data move(Plan.Move move) {
        if (move.towards() < 0) {
            return new Data.Name(level(move.option(), move.to()));
        }
        return new Data.Fields()
                .with("level", level(move.option(), move.to()))
                .with("towards", level(move.option(), move.towards()))
                .with("part", move.part())
                .with("parts", move.parts());
    }

    private Data help(Tested.Help help) {
        Data.Fields deposits = new Data.Fields();
        for (int party = 0; party < help.deposits().size(); party++) {
            deposits.with(ground.party(party), new Data.Real(help.deposits().get(party)));
        }
        @Nullable Plan finer = help.finer();
        return new Data.Fields()
                .with("options", Data.Items.names(help.options().stream().map(this::name).toList()))
                .with(
                        "inTwiceAsManyParts",
                        finer == null ? new Data.None() : new Data.Real(finer.smallestMargin()))
                .with("deposit", deposits);
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
                            .with("smallestMargin", new Data.Real(firm.smallestMargin())));
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
                            .with("margin", real(standing.margin())));
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
                                            view.plans().stream()
                                                    .map(EnforcementData::real)
                                                    .toList())));
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
