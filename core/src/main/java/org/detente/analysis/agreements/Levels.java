// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.Arrays;
import java.util.List;

/// Packages as arrays of level indices.
final class Levels {
    private Levels() {}

    static List<Integer> list(int[] levels) {
        return Arrays.stream(levels).boxed().toList();
    }

    static int[] array(List<Integer> levels) {
        return levels.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The same package with one item at another level.
    static int[] with(int[] levels, int item, int level) {
        int[] changed = levels.clone();
        changed[item] = level;
        return changed;
    }
}
