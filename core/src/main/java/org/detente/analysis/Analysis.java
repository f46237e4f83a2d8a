// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;

/// One way of looking at a case. Holds no state; the same case and options give the same result on
/// any thread count.
public interface Analysis {
    /// Its name, as in `--only` and as the key of its data.
    ///
    /// @return a lower-case word
    String name();

    /// The question it answers.
    ///
    /// @return a sentence with its question mark
    String question();

    /// The field's name for the method.
    ///
    /// @return a few words
    String method();

    /// What the case lacks for it.
    ///
    /// @param source the case
    /// @return the missing keys, as in `time.patience`; empty if it can run
    List<String> missing(Case source);

    /// Looks at the case.
    ///
    /// @param model the compiled case; nothing is [#missing]
    /// @param options bounds and seed
    /// @param progress is told how far the work is
    /// @return the result
    AnalysisResult analyze(CompiledCase model, AnalysisOptions options, Progress progress);
}
