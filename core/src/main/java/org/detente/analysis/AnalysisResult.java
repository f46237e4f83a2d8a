// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

import org.detente.explain.Data;
import org.detente.explain.Explanation;

/// What an analysis found, with its witnesses. Immutable.
public interface AnalysisResult {
    /// The analysis's name.
    ///
    /// @return as [Analysis#name]
    String analysis();

    /// How complete the answer is.
    ///
    /// @return complete, or cut at a limit
    Completeness completeness();

    /// The result for readers.
    ///
    /// @param limit how long a printed list may get
    /// @return findings first, every number with what it rests on
    Explanation explain(ListLimit limit);

    /// Whether this answer is told before all others: it says what holds whatever fits what people
    /// state, on which the rest depends.
    ///
    /// @return true if it comes first
    default boolean leads() {
        return false;
    }

    /// The result for programs.
    ///
    /// @param limit how long a list may get
    /// @return a tree, written as JSON
    Data.Fields data(ListLimit limit);
}
