// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one party can do on its own, in ordered levels.
///
/// @param ref its owner and name
/// @param text what it is, or null
/// @param levels from the first (where nothing is said of `now`) upwards, at least two
/// @param moves in which direction it can be changed
/// @param undoSteps how many steps of `time` pass before lowering it has effect; 0 unless given
/// @param trancheCount in how many parts one level can be carried out; 1 unless given
/// @param basis what it rests on
public record Option(
        ItemRef.OptionRef ref,
        @Nullable String text,
        List<Level> levels,
        Moves moves,
        int undoSteps,
        int trancheCount,
        Basis basis) {

    /// Copies the levels.
    public Option {
        levels = List.copyOf(levels);
    }

    /// In which direction an option can be changed.
    public enum Moves {
        /// Both ways; the default.
        BOTH,
        /// Only to a later level: what is done cannot be undone.
        UP,
        /// Only to an earlier level.
        DOWN
    }

    /// Whether the levels are exactly `no` and `yes`.
    ///
    /// @return true for a yes/no option
    public boolean yesNo() {
        return yesNo(levels);
    }

    static boolean yesNo(List<Level> levels) {
        return levels.size() == 2
                && levels.get(0).name().equals(Level.NO)
                && levels.get(1).name().equals(Level.YES);
    }

    /// The text, or the option's name where there is none.
    ///
    /// @return words for a reader
    public String label() {
        return text == null ? ref.name() : text;
    }
}
