// SPDX-License-Identifier: Apache-2.0
package org.detente.compare;

import java.util.List;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.explain.Data;
import org.detente.explain.Explanation;

/// What changes from one thing to another: two packages, or two readings. Immutable. Points of
/// different parties are neither added nor compared.
public sealed interface Comparison permits PackageComparison, ReadingComparison {
    /// How complete it is.
    ///
    /// @return complete, or cut at a limit
    Completeness completeness();

    /// The comparison for readers.
    ///
    /// @param limit how long a printed list may get
    /// @return findings first
    List<Explanation> explain(ListLimit limit);

    /// The comparison for programs.
    ///
    /// @param limit how long a list may get
    /// @return a tree, written as JSON
    Data.Fields data(ListLimit limit);
}
