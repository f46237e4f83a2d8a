// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The greatest rank vectors that have been asked about, class by class.
final class Asked {
    /// With fewer states left, asking again costs no more than looking whether it is needed.
    private static final int FEW = 16;

    private final @Nullable Front[] fronts;
    private final int width;

    /// Nothing asked.
    ///
    /// @param classCount how many classes there are
    /// @param width how many ranks a vector has
    Asked(int classCount, int width) {
        this.fronts = new Front[classCount];
        this.width = width;
    }

    void clear() {
        Arrays.fill(fronts, null);
    }

    /// Whether a vector at least as high was asked about before; if not, notes this one.
    ///
    /// @param index the class
    /// @param vector the ranks
    /// @param leftCount how many states of the class are left to be found
    boolean isCovered(int index, int[] vector, int leftCount, Budget budget) {
        if (leftCount < FEW) {
            return false;
        }
        Front front = fronts[index];
        if (front == null) {
            front = new Front(width);
            fronts[index] = front;
        }
        budget.take(front.count());
        return !front.add(vector, 0);
    }
}
