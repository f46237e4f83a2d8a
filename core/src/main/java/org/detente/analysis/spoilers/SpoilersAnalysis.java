// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.spoilers;

import java.util.List;
import org.detente.analysis.Analysis;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.AnalysisResult;
import org.detente.analysis.Progress;
import org.detente.analysis.WeighsOutsiders;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;

/// Who outside an agreement could wreck it, and what would stop them.
///
/// Whether an agreement is still kept after a move from outside is the test of the analysis
/// `enforcement`, which does the work.
public final class SpoilersAnalysis implements Analysis {
    private final WeighsOutsiders outsiders;

    /// The analysis.
    ///
    /// @param outsiders says what parties outside would do
    public SpoilersAnalysis(WeighsOutsiders outsiders) {
        this.outsiders = outsiders;
    }

    @Override
    public String name() {
        return "spoilers";
    }

    @Override
    public String question() {
        return "Who outside could wreck it, and what would stop them?";
    }

    @Override
    public String method() {
        return "counter-moves of parties outside the agreement";
    }

    @Override
    public List<String> missing(Case source) {
        return outsiders.missing(source);
    }

    @Override
    public AnalysisResult analyze(CompiledCase model, AnalysisOptions options, Progress progress) {
        return outsiders.weigh(model, options, progress);
    }
}
