// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Everything that looks at the same set of items: packed values, and cells that are not allowed.
final class Factor {
    /// The items, ascending; the first one's level changes fastest.
    final int[] scope;

    final int cellCount;

    /// For each cell its packed vector; null if there are only exclusions.
    long @Nullable [] vectors;

    /// The cells not allowed; null if all are.
    @Nullable BitSet excluded;

    Factor(int[] scope, int cellCount) {
        this.scope = scope;
        this.cellCount = cellCount;
    }

    /// The cell that holds a package.
    int cell(int[] levels, int[] radices) {
        int cell = 0;
        for (int k = scope.length - 1; k >= 0; k--) {
            cell = cell * radices[scope[k]] + levels[scope[k]];
        }
        return cell;
    }

    boolean scopeEmpty() {
        return scope.length == 0;
    }

    boolean excludes(int cell) {
        return excluded != null && excluded.get(cell);
    }
}
