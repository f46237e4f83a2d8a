// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.List;
import org.detente.analysis.ListLimit;
import org.detente.explain.Block;
import org.detente.explain.Data;

/// What readings drawn from statements say, told beside what holds under all of them.
public interface SampledPart {
    /// What is told.
    ///
    /// @return blocks of a section
    List<Block> blocks();

    /// The same as a tree.
    ///
    /// @param limit how many packages are listed
    /// @return the fields of `sampled`
    Data.Fields data(ListLimit limit);
}
