// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import org.jspecify.annotations.Nullable;

/// One level of an option or a term.
///
/// @param name its name among the item's levels
/// @param text what it means, or null
/// @param test how one would tell that it is fulfilled, or null
/// @param basis what it rests on
public record Level(String name, @Nullable String text, @Nullable String test, Basis basis) {
    /// The name of the lower level of an option without levels of its own.
    public static final String NO = "no";

    /// The name of the upper level of an option without levels of its own.
    public static final String YES = "yes";
}
