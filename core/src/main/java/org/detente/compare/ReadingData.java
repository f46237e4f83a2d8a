// SPDX-License-Identifier: Apache-2.0
package org.detente.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.agreements.AgreementsHeadline;
import org.detente.analysis.stability.Concept;
import org.detente.explain.Data;
import org.detente.model.Difference;
import org.detente.model.Outcome;
import org.jspecify.annotations.Nullable;

/// The data of two readings compared.
final class ReadingData {
    private final ReadingComparison found;
    private final ListLimit limit;

    ReadingData(ReadingComparison found, ListLimit limit) {
        this.found = found;
        this.limit = limit;
    }

    Data.Fields fields() {
        List<Difference> all = found.differences();
        List<Data> shown = new ArrayList<>();
        for (Difference one : all.subList(0, (int) limit.shown(all.size()))) {
            shown.add(
                    new Data.Fields()
                            .with("path", one.path())
                            .with("a", words(one.before()))
                            .with("b", words(one.after())));
        }
        Data.Fields differences =
                new Data.Fields().with("count", all.size()).with("entries", new Data.Items(shown));
        if (shown.size() < all.size()) {
            differences.with("omitted", limit.omitted(all.size()));
        }
        return new Data.Fields()
                .with("kind", found.isOfViews() ? "views" : "cases")
                .with("differences", differences)
                .with("a", side(found.before()))
                .with("b", side(found.after()))
                .with("complete", found.completeness() instanceof Completeness.Complete);
    }

    private static Data words(@Nullable String words) {
        return words == null ? new Data.None() : new Data.Name(words);
    }

    private static Data.Fields side(Headline headline) {
        Data.Fields fields = new Data.Fields().with("name", headline.name());
        if (headline.stability() != null) {
            Data.Fields outcomes = new Data.Fields();
            for (Outcome outcome : headline.model().source().outcomes()) {
                outcomes.with(outcome.id(), counts(headline, outcome.id()));
            }
            fields.with(
                    "stability",
                    new Data.Fields()
                            .with("equilibria", counts(headline, null))
                            .with("outcomes", outcomes)
                            .with(
                                    "nowLastsUnder",
                                    Data.Items.names(
                                            headline.nowLastsUnder().stream()
                                                    .map(Concept::key)
                                                    .toList())));
        }
        AgreementsHeadline agreements = headline.agreements();
        if (agreements == null) {
            return fields.with("agreementsLack", Data.Items.names(headline.missing()));
        }
        return fields.with(
                "agreements",
                new Data.Fields()
                        .with("open", agreements.open())
                        .with("efficient", agreements.efficientCount())
                        .with("fallback", reals(agreements.fallback()))
                        .with("nash", pick(agreements.nash()))
                        .with("kalaiSmorodinsky", pick(agreements.kalaiSmorodinsky()))
                        .with("openEnds", agreements.openEndCount())
                        .with("ends", agreements.endCount())
                        .with("openViews", agreements.openViewCount())
                        .with("views", agreements.viewCount()));
    }

    private static Data.Fields counts(Headline headline, @Nullable String outcome) {
        Data.Fields counts = new Data.Fields();
        for (Concept concept : Concept.values()) {
            counts.with(concept.key(), headline.equilibriumCount(concept, outcome));
        }
        return counts;
    }

    private static Data pick(AgreementsHeadline.@Nullable Pick pick) {
        if (pick == null) {
            return new Data.None();
        }
        Data.Fields levels = new Data.Fields();
        pick.levels().forEach(s -> levels.with(s.item().toString(), s.level()));
        return new Data.Fields()
                .with("levels", levels)
                .with("gains", reals(pick.gains()))
                .with("shares", reals(pick.shares()))
                .with("count", pick.count());
    }

    private static Data.Fields reals(SequencedMap<String, Double> values) {
        Data.Fields fields = new Data.Fields();
        values.forEach((key, value) -> fields.with(key, new Data.Real(value)));
        return fields;
    }
}
