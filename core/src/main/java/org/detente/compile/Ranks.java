// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One party's ordinal preference: for every state of the product a rank, higher is better, equal
/// is indifferent. Ranks are dense: every rank from 0 to [#levelCount] − 1 may occur, none above.
///
/// Held in 16 bits where the levels fit and in 32 bits otherwise. Ranks of infeasible states are
/// there and mean nothing.
public final class Ranks {
    /// The most levels that fit in 16 bits, with one value left to stand for "beyond all".
    public static final int NARROW_LEVEL_COUNT = 0xFFFF;

    private final char @Nullable [] narrow;
    private final int @Nullable [] wide;
    private final int levelCount;

    private Ranks(char @Nullable [] narrow, int @Nullable [] wide, int levelCount) {
        this.narrow = narrow;
        this.wide = wide;
        this.levelCount = levelCount;
    }

    /// Ranks in 16 bits. The array is taken over, not copied: it can be as large as memory.
    ///
    /// @param rankByState a rank for every state, below the level count
    /// @param levelCount how many levels there are, at most [#NARROW_LEVEL_COUNT]
    /// @return the ranks
    /// @throws IllegalArgumentException if the levels do not fit
    public static Ranks narrow(char[] rankByState, int levelCount) {
        if (levelCount > NARROW_LEVEL_COUNT) {
            throw new IllegalArgumentException(levelCount + " levels do not fit in 16 bits");
        }
        return new Ranks(rankByState, null, levelCount);
    }

    /// Ranks in 32 bits. The array is taken over, not copied.
    ///
    /// @param rankByState a rank for every state, below the level count
    /// @param levelCount how many levels there are
    /// @return the ranks
    public static Ranks wide(int[] rankByState, int levelCount) {
        return new Ranks(null, rankByState, levelCount);
    }

    /// A state's rank.
    ///
    /// @param state its number
    /// @return the rank, higher is better
    public int rank(int state) {
        if (narrow != null) {
            return narrow[state];
        }
        return java.util.Objects.requireNonNull(wide)[state];
    }

    /// How many levels there are.
    ///
    /// @return one more than the highest possible rank
    public int levelCount() {
        return levelCount;
    }

    /// How many states there are.
    ///
    /// @return the size of the product
    public int size() {
        return narrow != null ? narrow.length : java.util.Objects.requireNonNull(wide).length;
    }

    /// Whether these are the same ranks, state by state.
    ///
    /// @param other ranks of the same product
    /// @return true if every state has the same rank, held in as many bits
    public boolean sameAs(Ranks other) {
        return Arrays.equals(narrow, other.narrow) && Arrays.equals(wide, other.wide);
    }

    /// Whether the ranks are held in 16 bits.
    ///
    /// @return true if [#narrowArray] may be called
    public boolean isNarrow() {
        return narrow != null;
    }

    /// The 16-bit ranks themselves, for kernels, which must not change them.
    ///
    /// @return the array by state
    /// @throws IllegalStateException if the ranks are wide
    public char[] narrowArray() {
        if (narrow == null) {
            throw new IllegalStateException("these ranks are held in 32 bits");
        }
        return narrow;
    }

    /// The 32-bit ranks themselves, for kernels, which must not change them.
    ///
    /// @return the array by state
    /// @throws IllegalStateException if the ranks are narrow
    public int[] wideArray() {
        if (wide == null) {
            throw new IllegalStateException("these ranks are held in 16 bits");
        }
        return wide;
    }
}
