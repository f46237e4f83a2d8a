// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.BitSet;

/// Where a condition on packages holds: over the items it mentions, one bit for each combination of
/// their levels. Immutable.
public final class PackageTable {
    private final int[] items;
    private final BitSet cells;
    private final int cellCount;

    PackageTable(int[] items, BitSet cells, int cellCount) {
        this.items = items.clone();
        this.cells = (BitSet) cells.clone();
        this.cellCount = cellCount;
    }

    /// The items it depends on.
    ///
    /// @return their indices, ascending; empty if it holds everywhere or nowhere
    public int[] items() {
        return items.clone();
    }

    /// The combinations at which it holds, in mixed radix, the first item counting least.
    ///
    /// @return a copy
    public BitSet cells() {
        return (BitSet) cells.clone();
    }

    /// How many combinations there are.
    ///
    /// @return the product of the items' numbers of levels
    public int cellCount() {
        return cellCount;
    }

    /// Whether it holds somewhere.
    ///
    /// @return false if no combination fits
    public boolean holdsSomewhere() {
        return !cells.isEmpty();
    }

    /// Whether it holds for a package.
    ///
    /// @param levels a level index for each item of the package
    /// @param packageItems the package's items
    /// @return true if it does
    boolean holds(int[] levels, java.util.List<PackageItem> packageItems) {
        int cell = 0;
        int stride = 1;
        for (int item : items) {
            cell += levels[item] * stride;
            stride *= packageItems.get(item).levels().size();
        }
        return cells.get(cell);
    }
}
