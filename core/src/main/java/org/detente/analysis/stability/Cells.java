// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import org.detente.compile.Ranks;

/// One rank for each state, held in 16 bits where the levels fit, copied in and out of tiles as 32
/// bits. So every kernel is written once, for `int`.
///
/// A value at [#beyond] is above every rank: nothing is known there, or nobody can be there.
final class Cells {
    private final boolean inSixteenBits;
    private final char[] narrow;
    private final int[] wide;
    private final int beyond;

    private Cells(char[] narrow) {
        this(true, narrow, new int[0], Character.MAX_VALUE);
    }

    private Cells(int[] wide) {
        this(false, new char[0], wide, Integer.MAX_VALUE);
    }

    private Cells(boolean inSixteenBits, char[] narrow, int[] wide, int beyond) {
        this.inSixteenBits = inSixteenBits;
        this.narrow = narrow;
        this.wide = wide;
        this.beyond = beyond;
    }

    /// Cells that hold what a party's ranks can hold; all 0 at first.
    static Cells like(Ranks ranks) {
        return ranks.isNarrow()
                ? new Cells(new char[ranks.size()])
                : new Cells(new int[ranks.size()]);
    }

    /// A party's ranks themselves, which must not be stored to.
    static Cells of(Ranks ranks) {
        return ranks.isNarrow() ? new Cells(ranks.narrowArray()) : new Cells(ranks.wideArray());
    }

    /// A value above every rank.
    int beyond() {
        return beyond;
    }

    int get(int state) {
        return inSixteenBits ? narrow[state] : wide[state];
    }

    /// Copies a run of states into a tile.
    ///
    /// @param from the first state
    /// @param tile takes the values
    /// @param at what is added to every position
    /// @param positions where in the tile each state of the run goes
    void load(int from, int[] tile, int at, int[] positions) {
        if (inSixteenBits) {
            for (int k = 0; k < positions.length; k++) {
                tile[at + positions[k]] = narrow[from + k];
            }
        } else {
            for (int k = 0; k < positions.length; k++) {
                tile[at + positions[k]] = wide[from + k];
            }
        }
    }

    /// Copies the smaller of these and other cells into a tile.
    void loadLesser(Cells other, int from, int[] tile, int at, int[] positions) {
        if (inSixteenBits) {
            for (int k = 0; k < positions.length; k++) {
                tile[at + positions[k]] = Math.min(narrow[from + k], other.narrow[from + k]);
            }
        } else {
            for (int k = 0; k < positions.length; k++) {
                tile[at + positions[k]] = Math.min(wide[from + k], other.wide[from + k]);
            }
        }
    }

    /// Copies a run of states out of a tile.
    ///
    /// @return whether any of them changed
    boolean store(int from, int[] tile, int at, int[] positions) {
        int difference = 0;
        if (inSixteenBits) {
            for (int k = 0; k < positions.length; k++) {
                int value = tile[at + positions[k]];
                difference |= value ^ narrow[from + k];
                narrow[from + k] = (char) value;
            }
        } else {
            for (int k = 0; k < positions.length; k++) {
                int value = tile[at + positions[k]];
                difference |= value ^ wide[from + k];
                wide[from + k] = value;
            }
        }
        return difference != 0;
    }

    /// Copies a run of states from other cells of the same width.
    void copy(Cells other, int from, int length) {
        if (inSixteenBits) {
            System.arraycopy(other.narrow, from, narrow, from, length);
        } else {
            System.arraycopy(other.wide, from, wide, from, length);
        }
    }

    void set(int state, int value) {
        if (inSixteenBits) {
            narrow[state] = (char) value;
        } else {
            wide[state] = value;
        }
    }

    /// For 64 states at most, in which of them these cells are above the others.
    ///
    /// @return one bit for each state, lowest first
    long above(Cells other, int from, int length) {
        long bits = 0;
        if (inSixteenBits) {
            for (int k = 0; k < length; k++) {
                bits |= (long) ((other.narrow[from + k] - narrow[from + k]) >>> 31) << k;
            }
        } else {
            for (int k = 0; k < length; k++) {
                bits |= get(from + k) > other.get(from + k) ? 1L << k : 0;
            }
        }
        return bits;
    }
}
