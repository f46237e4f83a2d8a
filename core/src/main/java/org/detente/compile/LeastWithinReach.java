// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.model.Option;

/// For every state the least of the numbers noted at states from which one mover can go to it,
/// itself included, infeasible states passed over.
///
/// States between which the mover goes both ways share an entry: a fibre has one for each
/// combination of levels of the mover's one-way options. Time O(entries · one-way options) for each
/// use, beside what is noted and looked up; memory one `int` an entry.
final class LeastWithinReach {
    private final DigitSums entryOf;
    private final int[] least;
    private final List<Digit> digits = new ArrayList<>();

    /// A one-way option's levels among the entries.
    private record Digit(int stride, int radix, boolean up) {}

    /// Room for a mover.
    LeastWithinReach(StateSpace space, int mover) {
        int[] strides = new int[space.optionCount()];
        int entryCount = 1;
        for (int option = 0; option < strides.length; option++) {
            boolean own = space.moverOf(option) == mover;
            if (own && space.moves(option) == Option.Moves.BOTH) {
                continue;
            }
            strides[option] = entryCount;
            if (own) {
                boolean up = space.moves(option) == Option.Moves.UP;
                digits.add(new Digit(entryCount, space.radix(option), up));
            }
            entryCount *= space.radix(option);
        }
        this.entryOf = new DigitSums(space, (option, level) -> strides[option] * level);
        this.least = new int[entryCount];
    }

    /// Forgets everything noted.
    void clear() {
        Arrays.fill(least, Integer.MAX_VALUE);
    }

    /// Notes a number at a state.
    void note(int state, int number) {
        int entry = entryOf.of(state);
        least[entry] = Math.min(least[entry], number);
    }

    /// Carries what was noted to where the mover can go from there.
    void carry() {
        for (Digit digit : digits) {
            int block = digit.stride() * digit.radix();
            for (int base = 0; base < least.length; base += block) {
                if (digit.up()) {
                    for (int i = base + digit.stride(); i < base + block; i++) {
                        least[i] = Math.min(least[i], least[i - digit.stride()]);
                    }
                } else {
                    for (int i = base + block - digit.stride() - 1; i >= base; i--) {
                        least[i] = Math.min(least[i], least[i + digit.stride()]);
                    }
                }
            }
        }
    }

    /// The least that was noted and carried to a state.
    ///
    /// @return the number, or `Integer.MAX_VALUE` if there is none
    int at(int state) {
        return least[entryOf.of(state)];
    }
}
