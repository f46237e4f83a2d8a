// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.detente.analysis.enforcement.SpoilersFindings.Drawn;
import org.detente.analysis.enforcement.SpoilersFindings.Span;
import org.detente.analysis.enforcement.SpoilersFindings.Threatened;
import org.detente.analysis.enforcement.SpoilersFindings.Turn;
import org.detente.analysis.enforcement.SpoilersFindings.ViewThreats;
import org.detente.compile.PackageBan;
import org.detente.compile.StateSpace;
import org.detente.explain.Data;
import org.detente.model.Setting;
import org.detente.model.Statement;
import org.jspecify.annotations.Nullable;

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
        Data.Fields fields =
                new Data.Fields().with("packages", packages(found.packages(), found.outsiders()));
        add(fields, "drawn", found.packages(), found.outsiders(), found.drawn());
        if (!found.views().isEmpty()) {
            Data.Fields views = new Data.Fields();
            Data.Fields drawn = new Data.Fields();
            for (int k = 0; k < found.views().size(); k++) {
                ViewThreats view = found.views().get(k);
                String id = ground.model().source().views().get(k).id();
                views.with(id, packages(view.packages(), view.outsiders()));
                add(drawn, id, view.packages(), view.outsiders(), view.drawn());
            }
            fields.with("views", views);
            if (!drawn.entries().isEmpty()) {
                fields.with("drawnInViews", drawn);
            }
        }
        return fields.with(
                "ranges",
                new Data.Fields()
                        .with("numbers", found.ends().numberCount())
                        .with(
                                "turned",
                                new Data.Items(
                                        found.ends().turns().stream().map(this::turn).toList()))
                        .with("gaps", new Data.Items(gaps())));
    }

    private void add(
            Data.Fields fields,
            String key,
            List<Threatened> packages,
            List<Outsider> outsiders,
            @Nullable Drawn drawn) {
        if (drawn != null && !drawn.packages().isEmpty()) {
            fields.with(key, new DrawnData(space, drawn).fields(packages, outsiders));
        }
    }

    /// Over the ends of a party's numbers, by how much its best move is better.
    private List<Data> gaps() {
        List<Data> all = new ArrayList<>();
        for (int p = 0; p < found.packages().size(); p++) {
            Threatened one = found.packages().get(p);
            for (int s = 0; s < one.spoilers().size(); s++) {
                Span gap = found.ends().gaps().get(p).get(s);
                if (!Double.isNaN(gap.least())) {
                    all.add(
                            new Data.Fields()
                                    .with("names", Data.Items.names(one.chosen().keys()))
                                    .with("party", id(one.spoilers().get(s).mover()))
                                    .with("least", new Data.Real(gap.least()))
                                    .with("most", new Data.Real(gap.most())));
                }
            }
        }
        return all;
    }

    private Data packages(List<Threatened> packages, List<Outsider> outsiders) {
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
            for (int k = 0; k < one.spoilers().size(); k++) {
                Spoiler spoiler = one.spoilers().get(k);
                parties.with(id(spoiler.mover()), spoiler(one.chosen(), spoiler, outsiders.get(k)));
            }
            all.add(fields.with("holds", one.holds()).with("parties", parties));
        }
        return new Data.Items(all);
    }

    private String id(int mover) {
        return space.movers().get(mover).id();
    }

    private Data spoiler(Chosen chosen, Spoiler spoiler, Outsider outsider) {
        Data.Fields fields =
                new Data.Fields()
                        .with("move", move(space, chosen.state(), spoiler.best().state()))
                        .with("effect", effect(spoiler.best()))
                        .with("survives", spoiler.best().survives())
                        .with(
                                "deterredBy",
                                new Data.Items(
                                        spoiler.deterrents().stream()
                                                .map(SpoilersData::deterrent)
                                                .toList()));
        if (!spoiler.pairs().isEmpty()) {
            fields.with(
                    "deterredByTwo",
                    new Data.Items(spoiler.pairs().stream().map(SpoilersData::pair).toList()));
        }
        if (spoiler.isCut()) {
            fields.with("tooManyPairs", true);
        }
        Statement deciding = spoiler.deciding();
        if (deciding != null) {
            fields.with("decidedBy", deciding.condition().toString());
        }
        if (!Double.isNaN(spoiler.gap())) {
            fields.with("gap", new Data.Real(spoiler.gap()));
        }
        return fields.with("goesBy", outsider.by().name().toLowerCase(Locale.ROOT))
                .with("numbers", outsider.numbers().size())
                .with("beside", Data.Items.names(outsider.beside()))
                .with("indifferent", spoiler.isIndifferent())
                .with(
                        "worst",
                        new Data.Fields()
                                .with("move", move(space, chosen.state(), spoiler.worst().state()))
                                .with("effect", effect(spoiler.worst()))
                                .with("survives", spoiler.worst().survives()));
    }

    /// A single change.
    static Data.Fields deterrent(Deterrent deterrent) {
        Data.Fields fields = setting(deterrent.settings().getFirst());
        return deterrent.by() == null
                ? acceptable(fields, deterrent)
                : fields.with("by", deterrent.by());
    }

    private static Data.Fields setting(Setting setting) {
        return new Data.Fields()
                .with("item", setting.item().toString())
                .with("level", setting.level());
    }

    private static Data.Fields acceptable(Data.Fields fields, Deterrent deterrent) {
        fields.with("acceptable", deterrent.isAcceptable());
        PackageBan ban = deterrent.ban();
        return ban == null
                ? fields
                : fields.with(
                        ban.kind() == PackageBan.Kind.RED_LINE ? "redLineOf" : "breaks",
                        ban.name());
    }

    private static Data pair(Deterrent pair) {
        return acceptable(
                new Data.Fields()
                        .with(
                                "changes",
                                new Data.Items(
                                        pair.settings().stream()
                                                .map(SpoilersData::setting)
                                                .toList())),
                pair);
    }

    /// The options that a move changes, with their levels.
    static Data move(StateSpace space, int from, int to) {
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
        Threatened one = found.packages().get(turn.packageIndex());
        return new Data.Fields()
                .with("number", turn.factor().path())
                .with("at", new Data.Real(turn.factor().at(turn.position())))
                .with("names", Data.Items.names(one.chosen().keys()))
                .with("party", id(turn.mover()))
                .with("move", move(space, one.chosen().state(), turn.state()))
                .with("survives", turn.survives());
    }
}
