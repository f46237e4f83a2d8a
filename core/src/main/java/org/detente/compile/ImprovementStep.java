// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.model.Option;

/// Where one mover can go from a set of states by moves that pay for it.
///
/// A state is an improvement on some source iff it ranks above the least of those from which it can
/// be reached. States between which the mover goes both ways share an entry with that least: a
/// fibre has one for each combination of levels of the mover's one-way options. Only fibres that
/// hold a source are looked at. Time O(sources + states in such fibres + entries) for each use;
/// memory one `int` an entry.
final class ImprovementStep {
    private final StateSet usable;
    private final Ranks ranks;
    private final DigitSums ownPart;
    private final DigitSums entryOf;
    private final int[] cellOffsets;
    private final int[] entryOffsets;
    private final List<Digit> digits = new ArrayList<>();
    private final int entryCount;

    /// A one-way option's levels among the entries.
    private record Digit(int stride, int radix, boolean up) {}

    /// A mover's step.
    ///
    /// @param space the space
    /// @param mover the mover's index
    /// @param usable the feasible states that it sees
    /// @param ranks its ranks
    ImprovementStep(StateSpace space, int mover, StateSet usable, Ranks ranks) {
        this.usable = usable;
        this.ranks = ranks;
        int[] strides = new int[space.optionCount()];
        int entries = 1;
        int fibreSize = 1;
        for (int option = 0; option < strides.length; option++) {
            boolean own = space.moverOf(option) == mover;
            fibreSize *= own ? space.radix(option) : 1;
            if (own && space.moves(option) == Option.Moves.BOTH) {
                continue;
            }
            strides[option] = entries;
            if (own) {
                boolean up = space.moves(option) == Option.Moves.UP;
                digits.add(new Digit(entries, space.radix(option), up));
            }
            entries *= space.radix(option);
        }
        this.entryOf = new DigitSums(space, (option, level) -> strides[option] * level);
        this.ownPart =
                new DigitSums(
                        space,
                        (option, level) ->
                                space.moverOf(option) == mover ? space.stride(option) * level : 0);
        this.cellOffsets = new int[fibreSize];
        this.entryOffsets = new int[fibreSize];
        int filled = 1;
        for (int option : space.optionsOf(mover)) {
            for (int level = 1; level < space.radix(option); level++) {
                for (int c = 0; c < filled; c++) {
                    int at = level * filled + c;
                    cellOffsets[at] = cellOffsets[c] + level * space.stride(option);
                    entryOffsets[at] = entryOffsets[c] + level * strides[option];
                }
            }
            filled *= space.radix(option);
        }
        this.entryCount = entries;
    }

    /// The states that the mover can go to and gain.
    ///
    /// @param sources usable states
    /// @param passedOver states that are left out of the answer
    StateSet from(StateSet sources, StateSet passedOver) {
        StateSet targets = StateSet.none(usable.size());
        if (sources.isEmpty()) {
            return targets;
        }
        int[] least = new int[entryCount];
        Arrays.fill(least, Integer.MAX_VALUE);
        StateSet bases = StateSet.none(usable.size());
        for (int s = sources.next(0); s >= 0; s = sources.next(s + 1)) {
            int entry = entryOf.of(s);
            least[entry] = Math.min(least[entry], ranks.rank(s));
            bases.add(s - ownPart.of(s));
        }
        carry(least);
        for (int base = bases.next(0); base >= 0; base = bases.next(base + 1)) {
            int fibre = entryOf.of(base);
            for (int c = 0; c < cellOffsets.length; c++) {
                int state = base + cellOffsets[c];
                if (ranks.rank(state) > least[fibre + entryOffsets[c]]
                        && usable.contains(state)
                        && !passedOver.contains(state)) {
                    targets.add(state);
                }
            }
        }
        return targets;
    }

    /// Carries the least along one-way options, whatever the fibre.
    private void carry(int[] least) {
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
}
