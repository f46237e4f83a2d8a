// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import org.jspecify.annotations.Nullable;

/// Who says something.
public sealed interface Speaker {
    /// A party of the case.
    ///
    /// @param party its id
    record OfParty(String party) implements Speaker {}

    /// A source speaking in its own voice.
    ///
    /// @param source its id
    record OfSource(String source) implements Speaker {}

    /// Somebody else by name.
    ///
    /// @param name the name as readers know it
    /// @param of the party they belong to, or null
    record Named(String name, @Nullable String of) implements Speaker {}

    /// The party that speaks, or to which the speaker belongs.
    ///
    /// @return its id, or null for a source or a name without a party
    default @Nullable String party() {
        return switch (this) {
            case OfParty(String party) -> party;
            case OfSource _ -> null;
            case Named(_, String of) -> of;
        };
    }
}
