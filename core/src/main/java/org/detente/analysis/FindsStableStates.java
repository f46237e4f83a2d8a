// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;

/// An analysis that knows which states last, for other analyses that build on them. Engines do not
/// use one another: whoever puts the catalog together hands one to the other.
public interface FindsStableStates {
    /// In which sense a state lasts.
    enum Sense {
        /// No party gains by a move of its own (Nash).
        NASH,
        /// Whoever would gain by a move is kept from it by answers that pay those who answer (SEQ).
        SEQUENTIAL
    }

    /// The states that are stable for every party.
    ///
    /// @param model the compiled case
    /// @param sense in which sense
    /// @param options bounds and seed
    /// @return feasible states; shared, must not be changed
    StateSet stable(CompiledCase model, Sense sense, AnalysisOptions options);

    /// The states that are stable for every party in a case that differs from another in some
    /// orders only.
    ///
    /// @param model the compiled case
    /// @param like the other, of which more may be known already
    /// @param sense in which sense
    /// @param options bounds and seed
    /// @return feasible states; shared, must not be changed
    StateSet stableLike(
            CompiledCase model, CompiledCase like, Sense sense, AnalysisOptions options);
}
