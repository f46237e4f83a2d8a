// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.analysis.Analysis;
import org.detente.analysis.ListLimit;
import org.detente.catalog.Catalog;
import org.detente.compile.CompiledCase;
import org.detente.compile.Disagreement;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.detente.model.Agreement;
import org.detente.model.BasisCount;
import org.detente.model.Case;
import org.detente.model.Party;
import org.detente.model.Problem;
import org.detente.model.Time;

/// What `check` has to say of a case that is in order.
final class CheckFindings {
    private final CompiledCase model;
    private final Case source;
    private final List<Problem> warnings;
    private final SequencedMap<String, Listing> listings = new LinkedHashMap<>();
    private final List<BasisCount> basis;
    private final List<String> indifferent;
    private final List<Disagreement> disagreements;

    /// Looks at a case.
    ///
    /// @param work the case
    /// @param limit how many entries of a list are shown
    CheckFindings(Work work, ListLimit limit) {
        this.model = work.model();
        this.source = model.source();
        this.warnings = work.warnings();
        this.basis = BasisCount.of(source);
        this.disagreements = model.disagreements().stream().filter(Disagreement::any).toList();
        this.indifferent =
                model.space().movers().stream()
                        .map(Party::id)
                        .filter(id -> source.preferencesOf(id) == null)
                        .toList();
        listings.put("the case", Inventory.basics(source, limit));
        Listing preferences = new Listing(limit);
        Inventory.preferences(source.preferences(), preferences, "");
        listings.put("preferences", preferences);
        Agreement agreement = source.agreement();
        if (agreement != null) {
            listings.put("agreement", AgreementWords.agreement(agreement, limit));
        }
        Time time = source.time();
        if (time != null) {
            Listing listing = new Listing(limit);
            AgreementWords.time(time, listing, "");
            listings.put("time", listing);
        }
        listings.put("views", Inventory.views(source, limit));
        listings.values().removeIf(Listing::isEmpty);
    }

    /// The findings for readers.
    ///
    /// @return what leads, then every key
    Explanation explanation() {
        List<Block> blocks = new ArrayList<>();
        String verdict = "The case is in order";
        blocks.add(
                new Block.Finding(
                        warnings.isEmpty() ? Span.Tone.GOOD : Span.Tone.MIXED,
                        Text.of(
                                warnings.isEmpty()
                                        ? verdict + "."
                                        : "%s, with %s."
                                                .formatted(
                                                        verdict,
                                                        counted(warnings.size(), "warning")))));
        blocks.add(
                new Block.Paragraph(
                        Text.of(
                                "Its options make %s, of which the rules allow %s."
                                        .formatted(
                                                counted(model.space().product(), "state"),
                                                Long.toString(model.same().shown().count())))));
        listings.forEach((title, listing) -> blocks.add(listing.section(title)));
        blocks.add(assumed());
        if (!disagreements.isEmpty()) {
            blocks.add(
                    new Block.Section(
                            "order and values",
                            disagreements.stream().map(CheckFindings::disagreement).toList()));
        }
        blocks.add(analyses());
        return new Explanation("Check", blocks);
    }

    private Block assumed() {
        List<Block> blocks = new ArrayList<>();
        List<List<Text>> rows = new ArrayList<>();
        for (BasisCount count : basis) {
            rows.add(
                    List.of(
                            Text.of(count.kind()),
                            Text.of(Integer.toString(count.totalCount())),
                            Text.of(Integer.toString(count.assumedCount()))));
        }
        blocks.add(
                new Block.Table(
                        "What rests on claims, and what on none",
                        List.of(
                                Block.Column.words("what"),
                                Block.Column.numbers("in all"),
                                Block.Column.numbers("assumed")),
                        rows,
                        0));
        if (!indifferent.isEmpty()) {
            blocks.add(
                    new Block.Note(
                            Block.Note.Kind.ASSUMED,
                            Text.of(
                                    "No preferences are given for %s; indifference is assumed."
                                            .formatted(String.join(", ", indifferent)))));
        }
        return new Block.Section("what is assumed", blocks);
    }

    private static Block disagreement(Disagreement found) {
        Disagreement.Pair worst = found.worst();
        String example =
                worst == null
                        ? ""
                        : " The farthest apart: state %d is ordinally better, state %d has more points."
                                .formatted(worst.ordinallyBetter(), worst.cardinallyBetter());
        return new Block.Note(
                Block.Note.Kind.CAUTION,
                Text.of(
                        "%s: of %d pairs of states, order or ranking and values judge %d oppositely, and %d are tied in one of them only.%s"
                                .formatted(
                                        found.party(),
                                        found.pairCount(),
                                        found.opposedPairCount(),
                                        found.halfTiedPairCount(),
                                        example)));
    }

    private Block analyses() {
        List<Block.Fact> facts = new ArrayList<>();
        for (Analysis analysis : Catalog.analyses()) {
            List<String> missing = analysis.missing(source);
            facts.add(
                    new Block.Fact(
                            analysis.name(),
                            Text.of(
                                    missing.isEmpty()
                                            ? "can be run"
                                            : "lacks " + String.join(", ", missing))));
        }
        return new Block.Section("analyses", List.of(new Block.Facts(facts)));
    }

    /// The findings for programs.
    ///
    /// @return counts and entries by key
    Data.Fields data() {
        Data.Fields held = new Data.Fields();
        listings.forEach(
                (title, listing) -> held.with(title.replace("the case", "case"), listing.data()));
        Data.Fields rests = new Data.Fields();
        for (BasisCount count : basis) {
            rests.with(
                    count.kind(),
                    new Data.Fields()
                            .with("count", count.totalCount())
                            .with("assumed", count.assumedCount()));
        }
        return new Data.Fields()
                .with(
                        "states",
                        new Data.Fields()
                                .with("product", model.space().product())
                                .with("feasible", model.same().shown().count()))
                .with("warnings", new Data.Items(warnings.stream().map(this::warning).toList()))
                .with("holds", held)
                .with("basis", rests)
                .with("indifferent", Data.Items.names(indifferent))
                .with(
                        "disagreements",
                        new Data.Items(disagreements.stream().map(CheckFindings::data).toList()));
    }

    private Data warning(Problem problem) {
        Data.Fields fields =
                new Data.Fields()
                        .with("path", problem.path())
                        .with("fact", problem.fact())
                        .with("mend", problem.mend());
        if (problem.place() != null) {
            fields.with("line", problem.place().line()).with("column", problem.place().column());
        }
        return fields;
    }

    private static Data data(Disagreement found) {
        Data.Fields fields =
                new Data.Fields()
                        .with("party", found.party())
                        .with("pairs", found.pairCount())
                        .with("opposed", found.opposedPairCount())
                        .with("tiedInOne", found.halfTiedPairCount());
        Disagreement.Pair worst = found.worst();
        return worst == null
                ? fields
                : fields.with(
                        "worst",
                        new Data.Fields()
                                .with("ordinallyBetter", worst.ordinallyBetter())
                                .with("cardinallyBetter", worst.cardinallyBetter()));
    }

    private static String counted(long count, String noun) {
        return "%d %s%s".formatted(count, noun, count == 1 ? "" : "s");
    }
}
