// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

/// One item at one level.
///
/// @param item an option or a term
/// @param level the level's name
public record Setting(ItemRef item, String level) {
    @Override
    public String toString() {
        return item + " = " + level;
    }
}
