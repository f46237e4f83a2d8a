// SPDX-License-Identifier: Apache-2.0
package org.detente.explain;

import java.util.List;

/// What an analysis has to say, findings first.
///
/// @param title what is explained
/// @param blocks the pieces, in reading order
public record Explanation(String title, List<Block> blocks) {
    /// Copies the blocks.
    public Explanation {
        blocks = List.copyOf(blocks);
    }
}
