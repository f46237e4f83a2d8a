// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.List;

/// Edits of one party of which any one will do.
///
/// @param mover the party's index among the movers
/// @param edits the edits, at least one
public record Choice(int mover, List<Edit> edits) {
    /// Copies the edits.
    public Choice {
        edits = List.copyOf(edits);
    }
}
