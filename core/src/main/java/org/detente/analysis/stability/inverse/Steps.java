// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

/// How many moves a piece of the search may still look at. What is found after it has run out does
/// not count.
final class Steps {
    private long left;

    Steps(long most) {
        this.left = most;
    }

    /// Looks at some more moves.
    void take(long count) {
        left -= count;
    }

    /// Whether the bound has been hit.
    boolean exhausted() {
        return left < 0;
    }
}
