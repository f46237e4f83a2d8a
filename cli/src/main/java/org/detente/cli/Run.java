// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import org.detente.analysis.Analysis;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.AnalysisResult;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.explain.Text;
import org.detente.report.Page;

/// What the analyses of one case found.
///
/// @param work the case
/// @param results what was found, in the order of the catalog
/// @param missing for each analysis that was not run, the keys that the case lacks for it
record Run(Work work, List<AnalysisResult> results, SequencedMap<String, List<String>> missing) {
    /// Runs analyses.
    ///
    /// @param work the case
    /// @param selection which analyses
    /// @param questions what they are asked beyond their standing questions
    /// @param terminal shows how far the work is
    /// @return what they found
    /// @throws InputError if an analysis that was asked for lacks something, or a question is about
    ///   something that the case does not have
    static Run of(Work work, Selection selection, QuestionChoices questions, Terminal terminal) {
        Selection.Chosen chosen = selection.on(work.model().source());
        AnalysisOptions bounds = work.options();
        AnalysisOptions options =
                new AnalysisOptions(
                        bounds.seed(),
                        bounds.threadCount(),
                        bounds.maxStates(),
                        questions.on(work, chosen.run().stream().map(Analysis::name).toList()),
                        questions.bounds());
        List<AnalysisResult> results = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(terminal)) {
            for (Analysis analysis : chosen.run()) {
                results.add(analysis.analyze(work.model(), options, progress));
            }
        }
        return new Run(work, List.copyOf(results), chosen.missing());
    }

    /// The findings for readers.
    ///
    /// @param limit how long a printed list may get
    /// @return one part for each analysis, and what was not run
    Page page(ListLimit limit) {
        List<Explanation> parts = new ArrayList<>();
        results.stream()
                .sorted(Comparator.comparing(result -> !result.leads()))
                .forEach(result -> parts.add(result.explain(limit)));
        if (!missing.isEmpty()) {
            List<Text> sentences = new ArrayList<>();
            missing.forEach((name, keys) -> sentences.add(Text.of(Selection.lacking(name, keys))));
            parts.add(new Explanation("Not run", List.of(new Block.Items(false, sentences))));
        }
        return Envelope.page(work, parts);
    }

    /// The findings for programs.
    ///
    /// @param limit how long a list may get
    /// @return the document
    Data.Fields data(ListLimit limit) {
        Data.Fields data = Envelope.data(work);
        results.forEach(result -> data.with(result.analysis(), result.data(limit)));
        if (!missing.isEmpty()) {
            Data.Fields keys = new Data.Fields();
            missing.forEach((name, lacking) -> keys.with(name, Data.Items.names(lacking)));
            data.with("skipped", keys);
        }
        return data;
    }

    /// Whether every answer is whole.
    ///
    /// @return the exit code
    int exitCode() {
        return results.stream().allMatch(r -> r.completeness() instanceof Completeness.Complete)
                ? ExitCode.DONE
                : ExitCode.PARTIAL;
    }
}
