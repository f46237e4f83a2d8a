// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import org.jspecify.annotations.Nullable;

/// One thing that two cases, or two readings of one, say differently.
///
/// @param path the part, as in `preferences.iran.values.us.relief.full`
/// @param before what the first says, as a case is written, or null if it says nothing there
/// @param after what the second says, or null
public record Difference(String path, @Nullable String before, @Nullable String after) {
    /// Checks that one of the two says something.
    ///
    /// @throws IllegalArgumentException if both say nothing, or the same
    public Difference {
        if (before == null ? after == null : before.equals(after)) {
            throw new IllegalArgumentException("no difference at " + path);
        }
    }

    /// The key at the top of the case that it stands under.
    ///
    /// @return as in `preferences`
    public String section() {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
