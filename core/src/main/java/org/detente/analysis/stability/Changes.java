// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

/// Where values have been changed, and in which look at them: for each block of neighbouring states
/// the number of the last look that changed any of its values.
final class Changes {
    private static final int BLOCK_BITS = 5;

    private final int[] lastLook;
    private int look;
    private boolean any;

    /// Nothing has been looked at yet, so that everything counts as changed.
    Changes(int stateCount) {
        this.lastLook = new int[(stateCount >>> BLOCK_BITS) + 1];
    }

    /// Begins a look.
    ///
    /// @return its number, above those before and at least 1
    int begin() {
        any = false;
        return ++look;
    }

    /// Whether this look has changed anything.
    boolean any() {
        return any;
    }

    /// Says that this look has changed a state's value.
    void at(int state) {
        lastLook[state >>> BLOCK_BITS] = look;
        any = true;
    }

    /// Whether any look after a given one has changed anything near a run of states.
    ///
    /// @param since the number of a look; -1 for before everything
    boolean anySince(int since, int from, int length) {
        for (int block = from >>> BLOCK_BITS; block <= (from + length - 1) >>> BLOCK_BITS; block++) {
            if (lastLook[block] > since) {
                return true;
            }
        }
        return false;
    }
}
