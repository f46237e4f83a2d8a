// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import org.detente.compile.CompiledCase;
import org.detente.explain.Explanation;

/// An analysis that can say why one state stands or falls.
public interface ExplainsStates extends Analysis {
    /// Tells of one state.
    ///
    /// @param model the compiled case
    /// @param state a feasible state's number
    /// @param options bounds and seed
    /// @param limit how long a printed list may get
    /// @return sentences with the parties' and options' own words, and the claims behind them
    Explanation explainState(
            CompiledCase model, int state, AnalysisOptions options, ListLimit limit);
}
