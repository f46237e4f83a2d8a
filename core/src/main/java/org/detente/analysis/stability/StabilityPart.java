// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.List;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.explain.Block;
import org.detente.explain.Data;

/// A part of the stability result that answers a question of its own.
public interface StabilityPart {
    /// Its key in the result's data.
    ///
    /// @return a name, unique among the parts of a result
    String key();

    /// The heading of its section.
    ///
    /// @return a few words
    String title();

    /// The part for readers.
    ///
    /// @param limit how long a list may get
    /// @return a finding and what stands behind it
    List<Block> blocks(ListLimit limit);

    /// The part for programs.
    ///
    /// @param limit how long a list may get
    /// @return a tree
    Data.Fields data(ListLimit limit);

    /// How complete the part's answer is.
    ///
    /// @return complete, or cut at a limit
    Completeness completeness();
}
