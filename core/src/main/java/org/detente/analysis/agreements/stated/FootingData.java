// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.detente.compile.StatedWidening;
import org.detente.explain.Data;
import org.jspecify.annotations.Nullable;

/// What verdicts rest on, as a tree.
final class FootingData {
    private final StatedFindings found;
    private final Function<List<Integer>, Data.Fields> levels;

    FootingData(StatedFindings found, Function<List<Integer>, Data.Fields> levels) {
        this.found = found;
        this.levels = levels;
    }

    /// `restsOn`: of each package tabled, and of all that hold or are refused in every reading.
    Data.Fields fields() {
        List<Data> entries = new ArrayList<>();
        for (int k = 0; k < found.tabled().size(); k++) {
            Data.Fields verdicts = new Data.Fields();
            int party = 0;
            for (String id : found.own().parties().keySet()) {
                verdicts.with(id, footing(found.footings().tabled().get(k).get(party)));
                party++;
            }
            entries.add(
                    new Data.Fields()
                            .with("levels", levels.apply(found.tabled().get(k)))
                            .with("parties", verdicts));
        }
        return new Data.Fields()
                .with("packages", new Data.Items(entries))
                .with("everyReading", tally(found.footings().always()))
                .with("noReading", tally(found.footings().never()));
    }

    private static Data footing(@Nullable Footing footing) {
        return switch (footing) {
            case null -> new Data.None();
            case Footing.Statements _ -> new Data.Fields().with("value", "statements");
            case Footing.Assumptions(var reversal) ->
                    new Data.Fields()
                            .with("value", "assumptions")
                            .with("widening", widening(reversal));
        };
    }

    private static Data widening(StatedWidening.@Nullable Reversal reversal) {
        if (reversal == null) {
            return new Data.None();
        }
        List<Data> numbers = new ArrayList<>();
        for (StatedWidening.Leaning one : reversal.numbers()) {
            numbers.add(
                    new Data.Fields()
                            .with("number", one.written().path())
                            .with("low", cleaned(one.written().low()))
                            .with("high", cleaned(one.written().high()))
                            .with("at", cleaned(one.then()))
                            .with("weight", cleaned(one.weight())));
        }
        return new Data.Fields()
                .with("points", cleaned(reversal.points()))
                .with("share", cleaned(reversal.share()))
                .with("numbers", new Data.Items(numbers));
    }

    private Data tally(Footings.Tally tally) {
        Data.Fields fields =
                new Data.Fields()
                        .with("count", tally.count())
                        .with("statements", tally.stated())
                        .with("assumptions", tally.assumed())
                        .with("followed", tally.followed());
        Footings.Smallest smallest = tally.smallest();
        if (smallest == null) {
            return fields.with("smallest", new Data.None());
        }
        String reading = found.readings().get(smallest.reading()).id();
        return fields.with(
                "smallest",
                new Data.Fields()
                        .with(
                                "reading",
                                reading.isEmpty() ? new Data.None() : new Data.Name(reading))
                        .with("levels", levels.apply(found.packages().get(smallest.index())))
                        .with("party", smallest.party())
                        .with("widening", widening(smallest.footing().reversal())));
    }

    /// Rounded to what the simplex method can tell, so that the same answer prints the same.
    private static Data cleaned(double value) {
        double rounded = Math.rint(value * 1e6) / 1e6;
        return new Data.Real(rounded == 0 ? 0 : rounded);
    }
}
