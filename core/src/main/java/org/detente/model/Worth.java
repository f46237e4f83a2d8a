// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;

/// Points for a party, in its own unit, per step.
public sealed interface Worth {
    /// Points by level of an item; levels not named are worth 0.
    ///
    /// @param item the option or term
    /// @param levels the points
    record OfItem(ItemRef item, List<LevelWorth> levels) implements Worth {
        /// Copies the levels.
        public OfItem {
            levels = List.copyOf(levels);
        }
    }

    /// Points where a condition holds.
    ///
    /// @param condition the condition
    /// @param points the points
    record OfCondition(Condition condition, Figure points) implements Worth {}

    /// Points of one level.
    ///
    /// @param level the level's name
    /// @param points the points
    record LevelWorth(String level, Figure points) {}
}
