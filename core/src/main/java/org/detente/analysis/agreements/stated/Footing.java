// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import org.detente.compile.StatedWidening;
import org.jspecify.annotations.Nullable;

/// What a verdict ✓ or ✗ of one party rests on.
sealed interface Footing {
    /// On what is stated, or carried by claims: it stands with every assumed number taken away, or
    /// a red line is crossed.
    record Statements() implements Footing {}

    /// On numbers that were assumed.
    ///
    /// @param reversal the smallest widening of all of them that reverses it; null where the
    ///   numbers give no unit to widen them by
    record Assumptions(StatedWidening.@Nullable Reversal reversal) implements Footing {
        /// The widening as a share of the party's largest number; without end where there is none.
        double share() {
            return reversal == null ? Double.POSITIVE_INFINITY : reversal.share();
        }
    }
}
