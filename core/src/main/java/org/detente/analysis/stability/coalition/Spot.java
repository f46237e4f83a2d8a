// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.List;

/// A state for which it is told which coalitions upset it, and by which joint move.
///
/// @param state its number
/// @param now whether things stand there
/// @param outcomes the named outcomes that it stands for
public record Spot(int state, boolean now, List<String> outcomes) {
    /// Copies the outcomes.
    public Spot {
        outcomes = List.copyOf(outcomes);
    }
}
