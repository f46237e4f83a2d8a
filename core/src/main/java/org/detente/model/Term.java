// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What exists only inside an agreement.
///
/// @param ref its name
/// @param text what it is, or null
/// @param levels in order, at least one; with one level it says what any agreement contains
/// @param values points by party id where they stand with the term
/// @param basis what it rests on
public record Term(
        ItemRef.TermRef ref,
        @Nullable String text,
        List<Level> levels,
        SequencedMap<String, List<Worth.LevelWorth>> values,
        Basis basis) {
    /// Copies the collections.
    public Term {
        levels = List.copyOf(levels);
        values = Ordered.copyOf(values);
    }

    /// Whether the levels are exactly `no` and `yes`.
    ///
    /// @return true for a yes/no term
    public boolean yesNo() {
        return Option.yesNo(levels);
    }
}
