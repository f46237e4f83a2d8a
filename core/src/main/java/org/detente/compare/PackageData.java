// SPDX-License-Identifier: Apache-2.0
package org.detente.compare;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.analysis.StateVerdict;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.explain.Data;

/// The data of two packages compared.
final class PackageData {
    private final PackageComparison found;
    private final Weighed own;
    private final ListLimit limit;

    PackageData(PackageComparison found, ListLimit limit) {
        this.found = found;
        this.own = found.own();
        this.limit = limit;
    }

    Data.Fields fields() {
        Data.Fields readings = new Data.Fields();
        for (Weighed reading : found.readings().subList(1, found.readings().size())) {
            readings.with(key(reading), reading(reading));
        }
        List<Integer> changed = found.changedItems();
        List<Data> items = new ArrayList<>();
        for (int item : changed.subList(0, (int) limit.shown(changed.size()))) {
            items.add(item(item));
        }
        Data.Fields fields =
                new Data.Fields()
                        .with("kind", "packages")
                        .with("a", side(false))
                        .with("b", side(true))
                        .with("items", new Data.Items(items));
        if (items.size() < changed.size()) {
            fields.with("omitted", changed.size() - items.size());
        }
        fields.with("parties", parties()).with("acceptable", acceptable(own));
        if (found.readings().size() > 1) {
            fields.with("views", readings);
        }
        return fields.with("ranges", ranges()).with("complete", true);
    }

    private static String key(Weighed reading) {
        var view = reading.form().model().view();
        return view == null ? reading.name() : view.id();
    }

    private Data.Fields side(boolean second) {
        Data.Fields levels = new Data.Fields();
        int[] chosen = found.levels(second);
        for (int item = 0; item < chosen.length; item++) {
            PackageItem one = own.form().items().get(item);
            levels.with(one.ref().toString(), one.levels().get(chosen[item]).name());
        }
        Data.Fields fields =
                new Data.Fields()
                        .with("name", found.name(second))
                        .with("levels", levels)
                        .with("breaks", breaks(own, second));
        StateVerdict verdict = found.verdict(second);
        if (found.hasStates()) {
            fields.with("state", found.state(second));
        }
        if (verdict != null) {
            fields.with("lastsUnder", Data.Items.names(verdict.lastsUnder()));
            fields.with(
                    "firstMover",
                    verdict.firstMover() == null
                            ? new Data.None()
                            : new Data.Name(verdict.firstMover()));
        }
        return fields;
    }

    private Data breaks(Weighed reading, boolean second) {
        List<Data> bans = new ArrayList<>();
        for (PackageBan ban : reading.broken(found.levels(second))) {
            Data.Fields fields =
                    new Data.Fields().with("kind", kind(ban.kind())).with("name", ban.name());
            if (ban.condition() != null) {
                fields.with("never", ban.condition().toString());
            }
            bans.add(fields);
        }
        return new Data.Items(bans);
    }

    private static String kind(PackageBan.Kind kind) {
        return switch (kind) {
            case RULE -> "rule";
            case UNREACHABLE -> "unreachable";
            case AGREEMENT_RULE -> "agreementRule";
            case RED_LINE -> "redLine";
        };
    }

    private Data item(int item) {
        PackageItem one = own.form().items().get(item);
        Data.Fields change = new Data.Fields();
        for (int party = 0; party < own.parties().size(); party++) {
            change.with(own.parties().get(party), new Data.Real(found.changeOfItem(party, item)));
        }
        return new Data.Fields()
                .with("item", one.ref().toString())
                .with("from", one.levels().get(found.levels(false)[item]).name())
                .with("to", one.levels().get(found.levels(true)[item]).name())
                .with("change", change);
    }

    private Data.Fields parties() {
        Data.Fields fields = new Data.Fields();
        for (int party = 0; party < own.parties().size(); party++) {
            Data.Fields one = worth(own, party);
            one.with("least", new Data.Real(found.ends().least().get(party)))
                    .with("most", new Data.Real(found.ends().most().get(party)));
            fields.with(own.parties().get(party), one);
        }
        return fields;
    }

    private Data.Fields worth(Weighed reading, int party) {
        int[] before = found.levels(false);
        int[] after = found.levels(true);
        return new Data.Fields()
                .with("fallback", new Data.Real(reading.fallback(party)))
                .with("gainA", new Data.Real(reading.gain(party, before)))
                .with("gainB", new Data.Real(reading.gain(party, after)))
                .with("change", new Data.Real(reading.change(party, before, after)));
    }

    private Data.Fields reading(Weighed reading) {
        Data.Fields parties = new Data.Fields();
        for (int party = 0; party < reading.parties().size(); party++) {
            parties.with(reading.parties().get(party), worth(reading, party));
        }
        return new Data.Fields()
                .with("acceptable", acceptable(reading))
                .with("parties", parties)
                .with("breaksA", breaks(reading, false))
                .with("breaksB", breaks(reading, true));
    }

    private Data acceptable(Weighed reading) {
        return new Data.Fields()
                .with("a", reading.accepts(found.levels(false)))
                .with("b", reading.accepts(found.levels(true)));
    }

    private Data ranges() {
        RangeEnds ends = found.ends();
        List<Data> turns = new ArrayList<>();
        for (RangeEnds.Turn turn : ends.turns()) {
            turns.add(
                    new Data.Fields()
                            .with("number", turn.factor().path())
                            .with("at", new Data.Real(turn.value()))
                            .with("party", own.parties().get(turn.party()))
                            .with("change", new Data.Real(turn.change())));
        }
        return new Data.Fields()
                .with("ends", ends.endCount())
                .with("acceptableA", ends.acceptedBefore())
                .with("acceptableB", ends.acceptedAfter())
                .with("turns", new Data.Items(turns));
    }
}
