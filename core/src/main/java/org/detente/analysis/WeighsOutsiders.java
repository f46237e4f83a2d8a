// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;

/// Says what parties outside an agreement would do about it and whether it would still be kept, for
/// the analysis that asks so. Engines do not use one another: whoever puts the catalog together
/// hands one to the other.
public interface WeighsOutsiders {
    /// What the case lacks for it.
    ///
    /// @param source the case
    /// @return the missing keys; empty if nothing is
    List<String> missing(Case source);

    /// Looks at every party outside.
    ///
    /// @param model the compiled case; nothing is [#missing]
    /// @param options bounds and seed
    /// @param progress is told how far the work is
    /// @return the result
    AnalysisResult weigh(CompiledCase model, AnalysisOptions options, Progress progress);
}
