// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// The states that all movers but one can reach together from a state, found one by one as they are
/// asked for, nearest first. Memory grows with what has been asked for only.
///
/// Since orders are complete and transitive, that a mover does not move twice running needs no
/// record of who moved last [Fang1993].
final class Reach {
    /// The score of a mover whose every move counts as paying.
    static final IntToLongFunction ANY = _ -> 0;

    private static final int FREE = -1;

    private final OwnMoves moves;
    private final int except;
    private final IntToLongFunction[] scores;
    private final int[] targets;
    private final Steps steps;
    private int[] found = new int[16];
    private int[] table = new int[64];
    private int count;
    private int expanded;

    /// What can be reached.
    ///
    /// @param moves the moves
    /// @param from where it starts; the first state found
    /// @param except who does not move
    /// @param scores by mover, what its moves must raise; [#ANY] if any move will do
    /// @param targets scratch space, long enough for every mover
    /// @param steps the bound
    Reach(
            OwnMoves moves,
            int from,
            int except,
            IntToLongFunction[] scores,
            int[] targets,
            Steps steps) {
        this.moves = moves;
        this.except = except;
        this.scores = scores;
        this.targets = targets;
        this.steps = steps;
        Arrays.fill(table, FREE);
        note(from);
    }

    /// A state reached.
    ///
    /// @param index which, from 0, where it starts
    /// @return the state, or -1 if there are no more or the bound was hit
    int get(int index) {
        while (index >= count && expanded < count && !steps.exhausted()) {
            expand(found[expanded++]);
        }
        steps.take(1);
        return index < count && !steps.exhausted() ? found[index] : -1;
    }

    private void expand(int at) {
        for (int mover = 0; mover < moves.moverCount(); mover++) {
            if (mover == except) {
                continue;
            }
            IntToLongFunction score = scores[mover];
            @SuppressWarnings("ReferenceEquality") // ANY is one object, and means itself
            boolean any = score == ANY;
            long here = any ? 0 : score.applyAsLong(at);
            int targetCount = moves.list(mover, at, targets);
            steps.take(targetCount + 1L);
            for (int k = 0; k < targetCount; k++) {
                if (any || score.applyAsLong(targets[k]) > here) {
                    note(targets[k]);
                }
            }
        }
    }

    private void note(int state) {
        int slot = slot(table, state);
        if (table[slot] == state) {
            return;
        }
        table[slot] = state;
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = state;
        if (3 * count > 2 * table.length) {
            int[] larger = new int[2 * table.length];
            Arrays.fill(larger, FREE);
            for (int k = 0; k < count; k++) {
                larger[slot(larger, found[k])] = found[k];
            }
            table = larger;
        }
    }

    /// Where a state stands in an open-addressed table, or would.
    private static int slot(int[] table, int state) {
        int slot = ((state * 0x9E3779B9) >>> 7) & (table.length - 1);
        while (table[slot] != FREE && table[slot] != state) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }
}
