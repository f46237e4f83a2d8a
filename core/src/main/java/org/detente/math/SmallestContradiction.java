// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A contradiction with as few constraints as any, by hitting sets (Ignatiev, Previti, Liffiton &
/// Marques-Silva 2015, Smallest MUS extraction with minimal hitting set dualization, CP 2015; not
/// checked here).
///
/// Whatever contradicts itself has a constraint outside each set that can hold together. So a set
/// with as few constraints as possible that has one outside each such set known either contradicts
/// itself, and then none is smaller, or can be enlarged to a further set that holds together. The
/// search stops as soon as no set smaller than a known contradiction is left, or at a bound on the
/// number of tests, which makes it the same on every machine.
public final class SmallestContradiction {
    /// More steps than this in the search for one hitting set are not worth it.
    private static final int MOST_STEPS = 200_000;

    private final int count;
    private final Predicate<BitSet> holds;
    private final List<BitSet> outside = new ArrayList<>();
    private int testsLeft;
    private int stepsLeft;

    /// A contradiction.
    public static final class Found {
        private final BitSet set;
        private final boolean proven;

        Found(BitSet set, boolean proven) {
            this.set = set;
            this.proven = proven;
        }

        /// The constraints.
        ///
        /// @return their indices; none can be left out
        public BitSet set() {
            return (BitSet) set.clone();
        }

        /// Whether no contradiction has fewer.
        ///
        /// @return false if the bound was reached before that was known
        public boolean isSmallest() {
            return proven;
        }
    }

    private SmallestContradiction(int count, Predicate<BitSet> holds, int mostTests) {
        this.count = count;
        this.holds = holds;
        this.testsLeft = mostTests;
    }

    /// Looks for one.
    ///
    /// @param count how many constraints there are
    /// @param holds whether the constraints of a set can hold together; true for whatever is part
    ///   of a set for which it is true
    /// @param known a contradiction of which no constraint can be left out
    /// @param mostTests how many times it may be asked whether a set holds
    /// @return a smallest contradiction, or the known one if the bound was reached
    public static Found from(int count, Predicate<BitSet> holds, BitSet known, int mostTests) {
        BitSet found = new SmallestContradiction(count, holds, mostTests).search(known);
        return found == null ? new Found((BitSet) known.clone(), false) : new Found(found, true);
    }

    private @Nullable BitSet search(BitSet known) {
        int size = 0;
        while (size < known.cardinality()) {
            stepsLeft = MOST_STEPS;
            BitSet next = hitting(new BitSet(count), size);
            if (stepsLeft < 0) {
                return null;
            }
            if (next == null) {
                size++;
                continue;
            }
            if (testsLeft <= 0) {
                return null;
            }
            testsLeft--;
            if (!holds.test((BitSet) next.clone())) {
                return next;
            }
            if (!enlarge(next)) {
                return null;
            }
        }
        return (BitSet) known.clone();
    }

    /// Adds whatever still holds together with a set, and remembers what is then outside.
    private boolean enlarge(BitSet set) {
        for (int index = set.nextClearBit(0); index < count; index = set.nextClearBit(index + 1)) {
            if (testsLeft <= 0) {
                return false;
            }
            testsLeft--;
            set.set(index);
            if (!holds.test((BitSet) set.clone())) {
                set.clear(index);
            }
        }
        BitSet rest = new BitSet(count);
        rest.set(0, count);
        rest.andNot(set);
        outside.add(rest);
        return true;
    }

    /// A set with at most so many more constraints that meets every set outside; null if none.
    private @Nullable BitSet hitting(BitSet chosen, int more) {
        stepsLeft--;
        BitSet smallest = null;
        for (BitSet set : outside) {
            if (!set.intersects(chosen)
                    && (smallest == null || set.cardinality() < smallest.cardinality())) {
                smallest = set;
            }
        }
        if (smallest == null) {
            return (BitSet) chosen.clone();
        }
        if (more == 0) {
            return null;
        }
        for (int index = smallest.nextSetBit(0);
                index >= 0 && stepsLeft >= 0;
                index = smallest.nextSetBit(index + 1)) {
            chosen.set(index);
            BitSet found = hitting(chosen, more - 1);
            chosen.clear(index);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
