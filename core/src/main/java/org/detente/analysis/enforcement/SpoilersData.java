// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.DrawnReadings;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.analysis.enforcement.SpoilersFindings.Turn;
import org.detente.compile.PackageBan;
import org.detente.compile.StateSpace;
import org.detente.explain.Data;
import org.detente.model.Statement;

/// The findings on parties outside as a tree.
final class SpoilersData {
    private final SpoilersFindings found;
    private final Ground ground;
    private final StateSpace space;

    SpoilersData(SpoilersFindings found) {
        this.found = found;
        this.ground = found.ground();
        this.space = ground.space();
    }

    Data.Fields fields() {
        Data.Fields fields = new Data.Fields().with("packages", packages(found.packages()));
        if (!found.survivedInDrawn().isEmpty()) {
            fields.with("drawn", drawn());
        }
        if (!found.views().isEmpty()) {
            Data.Fields views = new Data.Fields();
            for (int k = 0; k < found.views().size(); k++) {
                views.with(
                        ground.model().source().views().get(k).id(),
                        packages(found.views().get(k).packages()));
            }
            fields.with("views", views);
        }
        return fields.with(
                "ranges",
                new Data.Fields()
                        .with("numbers", found.factorCount())
                        .with(
                                "turned",
                                new Data.Items(found.ends().stream().map(this::turn).toList())));
    }

    /// In how many readings drawn each package survives each best move.
    private Data drawn() {
        List<Data> all = new ArrayList<>();
        for (int p = 0; p < found.packages().size(); p++) {
            Threatened one = found.packages().get(p);
            Data.Fields survived = new Data.Fields();
            for (int s = 0; s < one.spoilers().size(); s++) {
                survived.with(
                        id(one.spoilers().get(s).mover()), found.survivedInDrawn().get(p).get(s));
            }
            all.add(
                    new Data.Fields()
                            .with("names", Data.Items.names(one.chosen().keys()))
                            .with("survives", survived));
        }
        return new Data.Fields()
                .with("readings", found.readings().size())
                .with("packages", new Data.Items(all))
                .with("drawing", DrawnReadings.data(found.readings()));
    }

    private Data packages(List<Threatened> packages) {
        List<Data> all = new ArrayList<>();
        for (Threatened one : packages) {
            Data.Fields fields =
                    new Data.Fields().with("names", Data.Items.names(one.chosen().keys()));
            if (!one.chosen().isPossible()) {
                all.add(
                        fields.with(
                                "impossible",
                                Data.Items.names(
                                        one.chosen().broken().stream()
                                                .map(PackageBan::name)
                                                .toList())));
                continue;
            }
            Data.Fields parties = new Data.Fields();
            for (Spoiler spoiler : one.spoilers()) {
                parties.with(id(spoiler.mover()), spoiler(one.chosen(), spoiler));
            }
            all.add(fields.with("holds", one.holds()).with("parties", parties));
        }
        return new Data.Items(all);
    }

    private String id(int mover) {
        return space.movers().get(mover).id();
    }

    private Data spoiler(Chosen chosen, Spoiler spoiler) {
        Data.Fields fields =
                new Data.Fields()
                        .with("move", move(chosen.state(), spoiler.best().state()))
                        .with("effect", effect(spoiler.best()))
                        .with("survives", spoiler.best().survives())
                        .with(
                                "deterredBy",
                                new Data.Items(
                                        spoiler.deterrents().stream()
                                                .map(SpoilersData::deterrent)
                                                .toList()));
        Statement deciding = spoiler.deciding();
        if (deciding != null) {
            fields.with("decidedBy", deciding.condition().toString());
        }
        if (!Double.isNaN(spoiler.gap())) {
            fields.with("gap", new Data.Real(spoiler.gap()));
        }
        return fields.with("indifferent", spoiler.isIndifferent())
                .with(
                        "worst",
                        new Data.Fields()
                                .with("move", move(chosen.state(), spoiler.worst().state()))
                                .with("effect", effect(spoiler.worst()))
                                .with("survives", spoiler.worst().survives()));
    }

    private static Data deterrent(Spoiler.Deterrent deterrent) {
        Data.Fields fields =
                new Data.Fields()
                        .with("item", deterrent.ref().toString())
                        .with("level", deterrent.level());
        return deterrent.by() == null
                ? fields.with("acceptable", deterrent.isAcceptable())
                : fields.with("by", deterrent.by());
    }

    private Data move(int from, int to) {
        Data.Fields fields = new Data.Fields();
        for (int option = 0; option < space.optionCount(); option++) {
            int level = space.level(to, option);
            if (level != space.level(from, option)) {
                fields.with(
                        space.options().get(option).ref().toString(),
                        space.options().get(option).levels().get(level).name());
            }
        }
        return fields;
    }

    private Data effect(Spoiler.Act act) {
        Data.Fields fields = new Data.Fields();
        for (int party = 0; party < act.effects().size(); party++) {
            fields.with(ground.party(party), new Data.Real(act.effects().get(party)));
        }
        return fields;
    }

    private Data turn(Turn turn) {
        return new Data.Fields()
                .with("number", turn.factor().path())
                .with("at", new Data.Real(turn.factor().at(turn.position())))
                .with(
                        "names",
                        Data.Items.names(found.packages().get(turn.packageIndex()).chosen().keys()))
                .with("party", id(turn.mover()))
                .with("survives", turn.survives());
    }
}
