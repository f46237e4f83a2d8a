// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Wording;
import org.detente.analysis.stability.inverse.Wanted;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Text;
import org.detente.model.View;

/// Whether something wanted already lasts under each view, where changes were looked for in the
/// case as written.
///
/// @param model the case as written
/// @param wanted what should last
/// @param views the case under each of its views, solved
record WantedByView(CompiledCase model, Wanted wanted, List<Reading> views)
        implements StabilityPart {
    /// Copies the list.
    WantedByView {
        views = List.copyOf(views);
    }

    private static View view(Reading reading) {
        return Objects.requireNonNull(reading.model().view());
    }

    /// How many of the wanted states would last under a view, sequentially.
    private int lastingCount(Reading reading) {
        int count = 0;
        for (int state : wanted.states()) {
            count += reading.verdicts().equilibria(Concept.SEQ).contains(state) ? 1 : 0;
        }
        return count;
    }

    @Override
    public String key() {
        return "wantedByView";
    }

    @Override
    public String title() {
        return "Whether it already lasts, view by view";
    }

    @Override
    public List<Block> blocks(ListLimit limit) {
        List<Text> sentences = new ArrayList<>();
        views.forEach(reading -> sentences.add(sentence(reading)));
        return List.of(
                new Block.Paragraph(
                        Text.of(
                                "The changes above start from the case as written; --view looks for those that start from a view.")),
                new Block.Items(false, sentences));
    }

    private Text sentence(Reading reading) {
        int lasting = lastingCount(reading);
        Text.Writer text = Text.writer().plain("Under %s (".formatted(reading.name()));
        text.code(view(reading).id()).plain("), ");
        String outcome = wanted.outcome();
        if (outcome == null) {
            return text.plain("state ")
                    .state(wanted.states().getFirst())
                    .plain(
                            lasting > 0
                                    ? " already would last sequentially."
                                    : " would not last sequentially.")
                    .done();
        }
        return text.plain(
                        "%s of %s %s would last sequentially."
                                .formatted(
                                        lasting == 0 ? "none" : Wording.number(lasting),
                                        Wording.counted(wanted.states().size(), "state", "states"),
                                        "of " + outcome))
                .done();
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        Data.Fields data = new Data.Fields();
        for (Reading reading : views) {
            data.with(
                    view(reading).id(),
                    new Data.Fields()
                            .with("lasting", lastingCount(reading))
                            .with("states", wanted.states().size()));
        }
        return data;
    }

    @Override
    public Completeness completeness() {
        return new Completeness.Complete();
    }
}
