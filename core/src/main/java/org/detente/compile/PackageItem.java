// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.List;
import org.detente.model.Basis;
import org.detente.model.ItemRef;
import org.detente.model.Level;

/// One thing that an agreement fixes: an option it covers, or a term.
///
/// @param ref its name in the case
/// @param label what it is, in words
/// @param levels its levels, in order
/// @param nowIndex the level of an option at the status quo; a term's first level
/// @param basis what it rests on
public record PackageItem(
        ItemRef ref, String label, List<Level> levels, int nowIndex, Basis basis) {
    /// Copies the levels.
    public PackageItem {
        levels = List.copyOf(levels);
    }

    /// Whether it exists only inside an agreement.
    ///
    /// @return true for a term
    public boolean isTerm() {
        return ref instanceof ItemRef.TermRef;
    }

    /// The index of a level.
    ///
    /// @param name the level's name
    /// @return its index, or -1
    public int levelIndex(String name) {
        return levelIndex(levels, name);
    }

    static int levelIndex(List<Level> levels, String name) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
