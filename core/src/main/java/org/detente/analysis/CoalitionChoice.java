// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis;

/// Which coalitions are looked at.
public enum CoalitionChoice {
    /// Those that the case names.
    NAMED,
    /// All sets of parties that have options.
    ALL,
    /// None.
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
