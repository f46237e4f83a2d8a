// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.BitSet;
import java.util.function.Predicate;

/// A set of constraints that cannot hold together and of which none can be left out: an irreducible
/// infeasible subset, by the deletion filter (Chinneck & Dravnieks 1991, ORSA Journal on Computing
/// 3(2); not checked here). One call of the test for each constraint.
public final class Contradiction {
    private Contradiction() {}

    /// Finds one.
    ///
    /// @param count how many constraints there are
    /// @param holds whether the constraints of a set can hold together; true for whatever is part
    ///   of a set for which it is true
    /// @return their indices; empty if all can hold together
    public static BitSet smallest(int count, Predicate<BitSet> holds) {
        BitSet kept = new BitSet(count);
        kept.set(0, count);
        if (holds.test((BitSet) kept.clone())) {
            return new BitSet();
        }
        for (int index = count - 1; index >= 0; index--) {
            kept.clear(index);
            if (holds.test((BitSet) kept.clone())) {
                kept.set(index);
            }
        }
        return kept;
    }
}
