// SPDX-License-Identifier: Apache-2.0
package org.detente.compare;

import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.compile.CompiledCase;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.model.Difference;

/// Two readings: two views of one case, or two cases. What they say differently, and what follows
/// from each: the zone of agreement with its solutions, what would last, whether things would stay
/// as they are. The cost is that of the analyses of both.
public final class ReadingComparison implements Comparison {
    private final boolean views;
    private final List<Difference> differences;
    private final Headline before;
    private final Headline after;

    private ReadingComparison(
            boolean views, List<Difference> differences, Headline before, Headline after) {
        this.views = views;
        this.differences = List.copyOf(differences);
        this.before = before;
        this.after = after;
    }

    /// A reading with its name.
    ///
    /// @param name what it is called
    /// @param model the reading
    public record Named(String name, CompiledCase model) {}

    /// Compares two readings.
    ///
    /// @param views whether they are views of one case, not two cases
    /// @param before one
    /// @param after the other
    /// @param differences what they say differently
    /// @param options bounds and seed
    /// @param progress is told how far the work is
    /// @return the comparison
    public static ReadingComparison of(
            boolean views,
            Named before,
            Named after,
            List<Difference> differences,
            AnalysisOptions options,
            Progress progress) {
        return new ReadingComparison(
                views,
                differences,
                Headline.of(before.name(), before.model(), options, progress),
                Headline.of(after.name(), after.model(), options, progress));
    }

    boolean isOfViews() {
        return views;
    }

    List<Difference> differences() {
        return differences;
    }

    Headline before() {
        return before;
    }

    Headline after() {
        return after;
    }

    @Override
    public Completeness completeness() {
        return before.completeness() instanceof Completeness.Truncated
                ? before.completeness()
                : after.completeness();
    }

    @Override
    public List<Explanation> explain(ListLimit limit) {
        return List.of(new ReadingBlocks(this, limit).explanation());
    }

    @Override
    public Data.Fields data(ListLimit limit) {
        return new ReadingData(this, limit).fields();
    }
}
