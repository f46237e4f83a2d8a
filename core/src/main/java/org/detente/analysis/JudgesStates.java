// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import java.util.List;
import org.detente.compile.CompiledCase;

/// An analysis that can say of states whether they would last, for other analyses that propose
/// them. Engines do not use one another: whoever puts the catalog together hands one to the other.
public interface JudgesStates {
    /// Judges states.
    ///
    /// @param model the compiled case
    /// @param states feasible states' numbers
    /// @param options bounds and seed
    /// @return one verdict for each, in the same order
    List<StateVerdict> judge(CompiledCase model, List<Integer> states, AnalysisOptions options);
}
