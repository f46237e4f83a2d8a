// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// All packages of some items, a package being one level of every item, with what each is worth in
/// each of some dimensions and with those that are not allowed.
///
/// A package's value in a dimension is the sum of that dimension's tables, each of which looks at a
/// few items only; an exclusion looks at a few items too. The cell of a table for given levels is
/// `level(items[0]) + radix(items[0]) * (level(items[1]) + radix(items[1]) * ...)`. Immutable.
///
/// ```java
/// PackageSpace space = PackageSpace.builder(new int[] {2, 3}, 1)
///         .value(0, new int[] {1}, new double[] {0, 5, 9})
///         .build();
/// space.value(0, new int[] {1, 2}); // 9
/// ```
public final class PackageSpace {
    private final int[] radices;
    private final List<List<Table>> tables;
    private final List<Exclusion> exclusions;
    private volatile List<List<List<Table>>> byItem = List.of();

    private PackageSpace(Builder builder) {
        this.radices = builder.radices;
        this.tables = builder.tables.stream().map(List::copyOf).toList();
        this.exclusions = List.copyOf(builder.exclusions);
    }

    /// What some items are worth together in one dimension.
    static final class Table {
        final int[] items;
        final int[] strides;
        final double[] cells;

        private Table(int[] items, int[] strides, double[] cells) {
            this.items = items;
            this.strides = strides;
            this.cells = cells;
        }
    }

    /// Which levels of some items may not come together.
    static final class Exclusion {
        final int[] items;
        final int[] strides;
        final BitSet cells;

        private Exclusion(int[] items, int[] strides, BitSet cells) {
            this.items = items;
            this.strides = strides;
            this.cells = cells;
        }
    }

    /// Collects the tables of a space.
    public static final class Builder {
        private final int[] radices;
        private final List<List<Table>> tables = new ArrayList<>();
        private final List<Exclusion> exclusions = new ArrayList<>();

        private Builder(int[] radices, int dimensionCount) {
            this.radices = radices.clone();
            for (int item = 0; item < radices.length; item++) {
                if (radices[item] < 1) {
                    throw new IllegalArgumentException(
                            "item %d has %d levels; at least 1 is needed"
                                    .formatted(item, radices[item]));
                }
            }
            for (int k = 0; k < dimensionCount; k++) {
                tables.add(new ArrayList<>());
            }
        }

        /// Adds a table to a dimension.
        ///
        /// @param dimension the dimension, from 0
        /// @param items different items; none for a constant
        /// @param cells finite numbers, one for each combination of their levels, the first listed
        ///   item's level changing fastest
        /// @return this
        /// @throws IllegalArgumentException if an item, the count of cells or a number is not so
        public Builder value(int dimension, int[] items, double[] cells) {
            int[] strides = strides(items);
            if (cellCount(items) != cells.length) {
                throw new IllegalArgumentException(
                        "%d cells for items that have %d combinations of levels"
                                .formatted(cells.length, cellCount(items)));
            }
            for (double cell : cells) {
                if (!Double.isFinite(cell)) {
                    throw new IllegalArgumentException(
                            "a value of %s; a finite number is needed".formatted(cell));
                }
            }
            tables.get(dimension).add(new Table(items.clone(), strides, cells.clone()));
            return this;
        }

        /// Forbids the packages whose levels of the given items match a set cell.
        ///
        /// @param items different items
        /// @param cells the cells, numbered as for a table of values
        /// @return this
        /// @throws IllegalArgumentException if an item or a cell does not exist
        public Builder exclude(int[] items, BitSet cells) {
            int[] strides = strides(items);
            if (cells.length() > cellCount(items)) {
                throw new IllegalArgumentException(
                        "cell %d is excluded, of items that have %d combinations of levels"
                                .formatted(cells.length() - 1, cellCount(items)));
            }
            exclusions.add(new Exclusion(items.clone(), strides, (BitSet) cells.clone()));
            return this;
        }

        /// Makes the space.
        ///
        /// @return the space; this builder may go on
        public PackageSpace build() {
            return new PackageSpace(this);
        }

        private int[] strides(int[] items) {
            int[] strides = new int[items.length];
            boolean[] seen = new boolean[radices.length];
            long stride = 1;
            for (int k = 0; k < items.length; k++) {
                int item = items[k];
                if (item < 0 || item >= radices.length || seen[item]) {
                    throw new IllegalArgumentException(
                            "item %d is not one of %d items, or is named twice"
                                    .formatted(item, radices.length));
                }
                seen[item] = true;
                strides[k] = (int) stride;
                stride *= radices[item];
                if (stride > Integer.MAX_VALUE) {
                    throw new IllegalArgumentException(
                            "a table over %d items has more than 2^31 cells"
                                    .formatted(items.length));
                }
            }
            return strides;
        }

        private int cellCount(int[] items) {
            int count = 1;
            for (int item : items) {
                count *= radices[item];
            }
            return count;
        }
    }

    /// Begins a space.
    ///
    /// @param radices how many levels each item has, at least 1
    /// @param dimensionCount how many dimensions packages are valued in
    /// @return an empty builder
    public static Builder builder(int[] radices, int dimensionCount) {
        return new Builder(radices, dimensionCount);
    }

    /// How many items there are.
    ///
    /// @return at least 0
    public int itemCount() {
        return radices.length;
    }

    /// How many levels an item has.
    ///
    /// @param item the item
    /// @return at least 1
    public int radix(int item) {
        return radices[item];
    }

    /// How many dimensions there are.
    ///
    /// @return at least 0
    public int dimensionCount() {
        return tables.size();
    }

    /// What a package is worth, summed in the order the tables were added.
    ///
    /// @param dimension the dimension
    /// @param levels one level of every item
    /// @return the sum, 0 without tables
    public double value(int dimension, int[] levels) {
        double sum = 0;
        List<Table> own = tables.get(dimension);
        for (int k = 0; k < own.size(); k++) {
            Table table = own.get(k);
            sum += table.cells[cell(table.items, table.strides, levels)];
        }
        return sum;
    }

    /// By how much a package's value changes when one item goes to another level. Only the tables
    /// over that item are looked at.
    ///
    /// @param dimension the dimension
    /// @param levels one level of every item
    /// @param item the item
    /// @param level its other level
    /// @return the value with it less the value without
    public double change(int dimension, int[] levels, int item, int level) {
        double sum = 0;
        for (Table table : tablesOf(dimension, item)) {
            int cell = cell(table.items, table.strides, levels);
            int moved = cell;
            for (int k = 0; k < table.items.length; k++) {
                if (table.items[k] == item) {
                    moved += (level - levels[item]) * table.strides[k];
                }
            }
            sum += table.cells[moved] - table.cells[cell];
        }
        return sum;
    }

    private List<Table> tablesOf(int dimension, int item) {
        List<List<List<Table>>> known = byItem;
        if (known.isEmpty()) {
            known = new ArrayList<>();
            for (List<Table> own : tables) {
                List<List<Table>> ofItems = new ArrayList<>();
                for (int k = 0; k < radices.length; k++) {
                    ofItems.add(new ArrayList<>());
                }
                for (Table table : own) {
                    for (int k : table.items) {
                        ofItems.get(k).add(table);
                    }
                }
                known.add(ofItems);
            }
            byItem = known;
        }
        return known.get(dimension).get(item);
    }

    /// Whether no exclusion matches a package.
    ///
    /// @param levels one level of every item
    /// @return true if it is allowed
    public boolean allows(int[] levels) {
        for (int k = 0; k < exclusions.size(); k++) {
            Exclusion exclusion = exclusions.get(k);
            if (exclusion.cells.get(cell(exclusion.items, exclusion.strides, levels))) {
                return false;
            }
        }
        return true;
    }

    /// Whether some levels alone keep a package off, whatever the levels of the other items.
    ///
    /// @param levels for each item its level, or -1 if it is not known yet
    /// @return true if an exclusion over known items matches
    public boolean rulesOut(int[] levels) {
        for (Exclusion exclusion : exclusions) {
            int cell = 0;
            boolean known = true;
            for (int k = 0; k < exclusion.items.length && known; k++) {
                int level = levels[exclusion.items[k]];
                known = level >= 0;
                cell += exclusion.strides[k] * level;
            }
            if (known && exclusion.cells.get(cell)) {
                return true;
            }
        }
        return false;
    }

    /// How many packages there are, allowed or not.
    ///
    /// @return the product of the radices
    public BigInteger product() {
        BigInteger product = BigInteger.ONE;
        for (int radix : radices) {
            product = product.multiply(BigInteger.valueOf(radix));
        }
        return product;
    }

    /// The packages in which some items stand at given levels.
    ///
    /// @param levels for each item its level, or -1 if it stays open
    /// @return a space with as many items, in which every item that was given has the one level 0;
    ///   all that no longer depends on any open item is one constant a dimension
    public PackageSpace fixing(int[] levels) {
        int[] left = radices.clone();
        for (int item = 0; item < left.length; item++) {
            left[item] = levels[item] < 0 ? radices[item] : 1;
        }
        Builder builder = builder(left, dimensionCount());
        for (int dimension = 0; dimension < dimensionCount(); dimension++) {
            double constant = 0;
            for (Table table : tables.get(dimension)) {
                int[] open = open(table.items, levels);
                double[] cells = new double[cellCount(open)];
                for (int cell = 0; cell < cells.length; cell++) {
                    cells[cell] = table.cells[whole(table.items, table.strides, levels, cell)];
                }
                if (open.length == 0) {
                    constant += cells[0];
                } else {
                    builder.value(dimension, open, cells);
                }
            }
            builder.value(dimension, new int[0], new double[] {constant});
        }
        for (Exclusion exclusion : exclusions) {
            int[] open = open(exclusion.items, levels);
            int count = cellCount(open);
            BitSet cells = new BitSet(count);
            for (int cell = 0; cell < count; cell++) {
                if (exclusion.cells.get(whole(exclusion.items, exclusion.strides, levels, cell))) {
                    cells.set(cell);
                }
            }
            if (!cells.isEmpty()) {
                builder.exclude(open, cells);
            }
        }
        return builder.build();
    }

    private static int[] open(int[] items, int[] levels) {
        return java.util.Arrays.stream(items).filter(item -> levels[item] < 0).toArray();
    }

    private int cellCount(int[] items) {
        int count = 1;
        for (int item : items) {
            count *= radices[item];
        }
        return count;
    }

    /// The cell of a table that a cell over its open items stands for.
    private int whole(int[] items, int[] strides, int[] levels, int cell) {
        int whole = 0;
        int rest = cell;
        for (int k = 0; k < items.length; k++) {
            int item = items[k];
            int level = levels[item];
            if (level < 0) {
                level = rest % radices[item];
                rest /= radices[item];
            }
            whole += strides[k] * level;
        }
        return whole;
    }

    /// What every package is worth whatever its levels: the tables over no items.
    ///
    /// @param dimension the dimension
    /// @return their sum
    public double constant(int dimension) {
        double sum = 0;
        for (Table table : tables.get(dimension)) {
            sum += table.items.length == 0 ? table.cells[0] : 0;
        }
        return sum;
    }

    /// What tells two spaces apart but for their constants, so that one search can serve both.
    ///
    /// @return equal for spaces whose packages are allowed alike and differ in value alike
    public Object shape() {
        List<Object> shape = new ArrayList<>();
        for (int radix : radices) {
            shape.add(radix);
        }
        for (List<Table> own : tables) {
            shape.add("dimension");
            for (Table table : own) {
                if (table.items.length > 0) {
                    shape.add(java.nio.IntBuffer.wrap(table.items));
                    shape.add(java.nio.DoubleBuffer.wrap(table.cells));
                }
            }
        }
        for (Exclusion exclusion : exclusions) {
            shape.add(java.nio.IntBuffer.wrap(exclusion.items));
            shape.add(exclusion.cells);
        }
        return shape;
    }

    int[] radices() {
        return radices.clone();
    }

    List<Table> tables(int dimension) {
        return tables.get(dimension);
    }

    List<Exclusion> exclusions() {
        return exclusions;
    }

    private static int cell(int[] items, int[] strides, int[] levels) {
        int cell = 0;
        for (int k = 0; k < items.length; k++) {
            cell += strides[k] * levels[items[k]];
        }
        return cell;
    }
}
