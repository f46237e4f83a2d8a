// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.compile.PackageBan;
import org.detente.compile.PackageItem;
import org.detente.compile.StatedForm;
import org.detente.explain.Data;
import org.jspecify.annotations.Nullable;

/// What statements say of packages, as a tree.
public final class StatedData {
    private final StatedFindings found;
    private final ListLimit limit;

    /// Data of findings.
    ///
    /// @param found the findings
    /// @param limit how many packages are listed
    public StatedData(StatedFindings found, ListLimit limit) {
        this.found = found;
        this.limit = limit;
    }

    /// Adds what holds in the case as written: `stated`, `statedCounts`, `preferred`, `settles`.
    ///
    /// @param fields gets it
    public void addTo(Data.Fields fields) {
        addReading(fields, found.own());
        List<Data> compared = new ArrayList<>();
        for (PartyReading party : found.own().parties().values()) {
            for (List<Integer> first : found.tabled()) {
                for (List<Integer> second : found.tabled()) {
                    if (party.stated() != null && !first.equals(second)) {
                        compared.add(
                                new Data.Fields()
                                        .with("party", party.party())
                                        .with("first", levels(first))
                                        .with("second", levels(second))
                                        .with(
                                                "firstAtLeastAsGood",
                                                party.worth().preferred(
                                                                StatedPackages.array(first),
                                                                StatedPackages.array(second))
                                                        .key()));
                    }
                }
            }
        }
        fields.with("preferred", new Data.Items(compared))
                .with(
                        "settles",
                        new Data.Items(found.questions().stream().map(this::question).toList()));
    }

    /// Adds what holds in a view: `stated` and `statedCounts`.
    ///
    /// @param fields gets it
    /// @param id the view's id
    public void addView(Data.Fields fields, String id) {
        for (StatedFindings.View view : found.views()) {
            if (view.id().equals(id)) {
                addReading(fields, view);
            }
        }
    }

    private void addReading(Data.Fields fields, StatedFindings.View view) {
        int count = found.packages().size();
        List<Data> entries = new ArrayList<>();
        for (int index = 0; index < limit.shown(count); index++) {
            entries.add(entry(view, index));
        }
        fields.with("stated", new Data.Items(entries));
        if (limit.omitted(count) > 0) {
            fields.with("statedOmitted", limit.omitted(count));
        }
        Data.Fields counts = new Data.Fields().with("packages", count);
        for (Verdict.Held held : Verdict.Held.values()) {
            counts.with(held.key(), view.count(held));
        }
        fields.with("statedCounts", counts.with("everyAllowedPackage", found.isAll()));
    }

    private Data entry(StatedFindings.View view, int index) {
        int[] levels = StatedPackages.array(found.packages().get(index));
        Data.Fields verdicts = new Data.Fields();
        int k = 0;
        for (PartyReading party : view.parties().values()) {
            Verdict verdict = view.verdicts().get(index).get(k++);
            verdicts.with(
                    party.party(),
                    new Data.Fields()
                            .with("value", verdict.held().key())
                            .with("least", number(party.worth().least(levels)))
                            .with("most", number(party.worth().most(levels)))
                            .with("redLine", redLine(verdict.redLine())));
        }
        return new Data.Fields()
                .with("levels", levels(found.packages().get(index)))
                .with("verdicts", verdicts);
    }

    private static Data number(@Nullable Double value) {
        return value == null ? new Data.None() : new Data.Real(value);
    }

    private static Data redLine(@Nullable PackageBan line) {
        if (line == null) {
            return new Data.None();
        }
        return new Data.Fields()
                .with("never", String.valueOf(line.condition()))
                .with("claim", Data.Items.names(line.basis().claims()));
    }

    private Data.Fields levels(List<Integer> levels) {
        Data.Fields fields = new Data.Fields();
        List<PackageItem> items = found.own().form().items();
        for (int item = 0; item < items.size(); item++) {
            fields.with(
                    items.get(item).ref().toString(),
                    items.get(item).levels().get(levels.get(item)).name());
        }
        return fields;
    }

    private Data question(Settling.Found question) {
        Data.Fields fields = new Data.Fields().with("party", question.party());
        StatedForm.Question compared = question.compared();
        if (compared == null) {
            fields.with("kind", "package")
                    .with("first", levels(question.levels()))
                    .with("second", "otherwise");
        } else {
            fields.with("kind", compared.isSwing() ? "swing" : "level")
                    .with("first", named(compared.first()))
                    .with("second", named(compared.second()));
        }
        return fields.with("open", question.openCount())
                .with("ifFirst", answer(question.ifFirst()))
                .with("ifSecond", answer(question.ifSecond()));
    }

    static String named(StatedForm.Question.Named named) {
        return named.level() == null
                ? named.item().toString()
                : "%s = %s".formatted(named.item(), named.level());
    }

    private static Data answer(Settling.Answer answer) {
        return new Data.Fields().with("all", answer.accepted()).with("none", answer.refused());
    }
}
