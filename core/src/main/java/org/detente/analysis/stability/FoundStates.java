// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;

/// States in the order in which a search found them, each once, with how it was come to. Memory
/// grows with what is found.
final class FoundStates {
    private int[] states = new int[16];
    private int[] before = new int[16];
    private int[] movers = new int[16];
    private int[] slots = new int[64];
    private int size;

    /// Adds a state that has not been found yet.
    ///
    /// @param state its number
    /// @param from the place of the state that it was come to from, -1 for the first
    /// @param mover who moved
    void add(int state, int from, int mover) {
        int slot = slot(state);
        if (slots[slot] != 0) {
            return;
        }
        if (size == states.length) {
            grow();
            slot = slot(state);
        }
        states[size] = state;
        before[size] = from;
        movers[size] = mover;
        size++;
        slots[slot] = size;
    }

    /// Where a state is, or where it goes.
    private int slot(int state) {
        int mask = slots.length - 1;
        int scattered = state * 0x9E3779B9;
        int slot = scattered >>> Integer.numberOfLeadingZeros(mask);
        while (slots[slot] != 0 && states[slots[slot] - 1] != state) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        states = Arrays.copyOf(states, 2 * size);
        before = Arrays.copyOf(before, 2 * size);
        movers = Arrays.copyOf(movers, 2 * size);
        slots = new int[2 * slots.length];
        for (int place = 0; place < size; place++) {
            slots[slot(states[place])] = place + 1;
        }
    }

    /// How many states have been found.
    int size() {
        return size;
    }

    /// The state found at a place in the order.
    int state(int place) {
        return states[place];
    }

    /// The place of the state that it was come to from, -1 for the first.
    int before(int place) {
        return before[place];
    }

    /// Who moved to it.
    int mover(int place) {
        return movers[place];
    }
}
