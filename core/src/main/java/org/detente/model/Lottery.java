// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chances of named outcomes, adding up to 1.
///
/// @param chances the outcomes with their chances; at most one is the rest
public record Lottery(List<Chance> chances) {
    /// Copies the chances.
    public Lottery {
        chances = List.copyOf(chances);
    }

    /// One outcome's chance.
    ///
    /// @param outcome the outcome's id
    /// @param share its probability, or null for what the others leave
    public record Chance(String outcome, @Nullable Figure share) {}
}
