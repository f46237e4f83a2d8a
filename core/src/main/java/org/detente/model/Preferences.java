// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one party prefers, as stated.
///
/// @param party the party's id
/// @param parts what was stated, at most one of each kind, in the order written
public record Preferences(String party, List<PreferencePart> parts) {
    /// Copies the parts.
    ///
    /// @throws IllegalArgumentException if a kind is there twice
    public Preferences {
        parts = List.copyOf(parts);
        if (parts.stream().map(Object::getClass).distinct().count() < parts.size()) {
            throw new IllegalArgumentException(
                    "preferences of %s hold a kind of part twice".formatted(party));
        }
    }

    /// The part of a kind.
    ///
    /// @param kind a class of [PreferencePart]
    /// @param <T> that kind
    /// @return the part, or null if it was not stated
    public <T extends PreferencePart> @Nullable T part(Class<T> kind) {
        for (PreferencePart part : parts) {
            if (kind.isInstance(part)) {
                return kind.cast(part);
            }
        }
        return null;
    }

    /// These preferences with the given parts in place of those of the same kind. An order and a
    /// ranking say the same sort of thing, so either replaces the other.
    ///
    /// @param overriding the parts that take precedence
    /// @return new preferences
    public Preferences overriddenBy(Preferences overriding) {
        List<PreferencePart> merged = new ArrayList<>();
        for (PreferencePart part : parts) {
            if (overriding.parts.stream().noneMatch(other -> replaces(other, part))) {
                merged.add(part);
            }
        }
        merged.addAll(overriding.parts);
        return new Preferences(party, merged);
    }

    private static boolean replaces(PreferencePart part, PreferencePart old) {
        return part.getClass() == old.getClass() || (ordinal(part) && ordinal(old));
    }

    private static boolean ordinal(PreferencePart part) {
        return part instanceof PreferencePart.Order || part instanceof PreferencePart.Ranking;
    }
}
