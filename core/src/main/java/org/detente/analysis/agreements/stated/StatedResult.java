// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.AnalysisResult;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// What statements alone say of packages, where points or what no agreement brings are missing and
/// no bargaining solution can be computed.
public final class StatedResult implements AnalysisResult {
    private final StatedFindings found;
    private final List<String> missing;
    private final @Nullable SampledPart sampled;

    /// The result.
    ///
    /// @param found what the statements say
    /// @param missing the keys without which the rest of the analysis does not run
    /// @param sampled what readings drawn from the statements say, or null
    public StatedResult(StatedFindings found, List<String> missing, @Nullable SampledPart sampled) {
        this.found = found;
        this.sampled = sampled;
        this.missing = List.copyOf(missing);
    }

    @Override
    public String analysis() {
        return "agreements";
    }

    @Override
    public Completeness completeness() {
        return found.isAll()
                ? new Completeness.Complete()
                : new Completeness.Truncated("--stated-packages", found.bound());
    }

    @Override
    public Explanation explain(ListLimit limit) {
        StatedBlocks blocks = new StatedBlocks(found);
        List<Block> all = new ArrayList<>();
        all.addAll(blocks.headline());
        all.add(new Block.Section("What holds under every reading", blocks.grid()));
        if (!blocks.ask().isEmpty()) {
            all.add(new Block.Section("What to ask next", blocks.ask()));
        }
        if (sampled != null) {
            all.add(new Block.Section("In readings drawn from what is stated", sampled.blocks()));
        }
        all.add(
                new Block.Note(
                        Block.Note.Kind.LIMIT,
                        Text.of(
                                "%s need points and what no agreement brings; missing: %s."
                                        .formatted(
                                                sampled == null
                                                        ? "Bargaining solutions and their frontier"
                                                        : "Outside the readings drawn, bargaining solutions and their frontier",
                                                String.join(", ", missing)))));
        return new Explanation("Agreements: what holds whatever fits the statements", all);
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        StatedData data = new StatedData(found, limit);
        Data.Fields fields =
                new Data.Fields()
                        .with("signatories", Data.Items.names(found.own().form().signatories()))
                        .with("ratifiers", Data.Items.names(found.own().form().ratifiers()))
                        .with("missing", Data.Items.names(missing));
        data.addTo(fields);
        if (sampled != null) {
            fields.with("sampled", sampled.data(limit));
        }
        if (!found.views().isEmpty()) {
            Data.Fields views = new Data.Fields();
            for (StatedFindings.View view : found.views()) {
                Data.Fields one = new Data.Fields();
                data.addView(one, view.id());
                views.with(view.id(), one);
            }
            fields.with("views", views);
        }
        return fields.with("complete", completeness() instanceof Completeness.Complete);
    }
}
