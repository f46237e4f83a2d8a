// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A named region of states.
///
/// @param id its id within the case
/// @param text what it is, or null
/// @param region the states it covers
/// @param at where the outcome is valued: `now` overlaid with these levels; empty to have it found
/// @param ends whether the crisis ends there, so that nothing follows
/// @param basis what it rests on
public record Outcome(
        String id,
        @Nullable String text,
        Region region,
        List<Setting> at,
        boolean ends,
        Basis basis) {
    /// Copies the settings.
    public Outcome {
        at = List.copyOf(at);
    }
}
