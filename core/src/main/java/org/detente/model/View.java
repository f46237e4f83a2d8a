// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;
import org.detente.model.Agreement.Beliefs;
import org.jspecify.annotations.Nullable;

/// How one expert or school sees the case: what it gives replaces the case's own, per party and per
/// key; the rest stays.
///
/// @param id its id within the case
/// @param name its name for readers, or null
/// @param text what it holds, or null
/// @param basis what it rests on
/// @param preferences overriding preferences
/// @param assumptions overriding assumptions, by id
/// @param beliefs overriding beliefs about agreement, or null
/// @param time overriding parts of the time model, or null
public record View(
        String id,
        @Nullable String name,
        @Nullable String text,
        Basis basis,
        List<Preferences> preferences,
        List<Assumption> assumptions,
        @Nullable Beliefs beliefs,
        @Nullable Time time) {
    /// Copies the lists.
    public View {
        preferences = List.copyOf(preferences);
        assumptions = List.copyOf(assumptions);
    }

    /// The name, or the id where there is none.
    ///
    /// @return words for a reader
    public String label() {
        return name == null ? id : name;
    }
}
