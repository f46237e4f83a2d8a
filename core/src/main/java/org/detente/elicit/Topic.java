// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.List;
import java.util.Set;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Setting;

/// An item that the party may care about.
///
/// @param ref the item
/// @param label what it is, in words
/// @param levels its levels
/// @param packageIndex its index among the agreement's items, or -1 for one outside it
/// @param possible the levels that occur in packages; all for an item outside
record Topic(
        ItemRef ref, String label, List<Level> levels, int packageIndex, Set<Integer> possible) {
    Topic {
        levels = List.copyOf(levels);
        possible = Set.copyOf(possible);
    }

    boolean isInside() {
        return packageIndex >= 0;
    }

    Setting at(int level) {
        return new Setting(ref, levels.get(level).name());
    }

    Condition is(int level) {
        return new Condition.Compare(ref, Condition.Comparison.EQUAL, levels.get(level).name());
    }

    Condition isNot(int level) {
        return new Condition.Compare(ref, Condition.Comparison.NOT_EQUAL, levels.get(level).name());
    }

    /// A level by the words of [#at], or -1.
    int levelOf(String setting) {
        for (int level = 0; level < levels.size(); level++) {
            if (at(level).toString().equals(setting)) {
                return level;
            }
        }
        return -1;
    }

    /// A level by name, or -1.
    int indexOf(String name) {
        for (int level = 0; level < levels.size(); level++) {
            if (levels.get(level).name().equals(name)) {
                return level;
            }
        }
        return -1;
    }

    /// The level's name, with what it means where that is told.
    String words(int level) {
        Level one = levels.get(level);
        return one.text() == null ? one.name() : "%s (%s)".formatted(one.name(), one.text());
    }
}
