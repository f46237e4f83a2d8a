// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A space with floors, made ready: whole numbers packed into words, one factor for each set of
/// items, and only the dimensions in which packages can differ.
///
/// Compared dimensions come first, in their order; then dimensions that only have a floor, which
/// are capped at it, so that nothing above it counts.
final class Problem {
    final int[] radices;
    final Layout layout;
    final List<Factor> factors;

    /// How many of the layout's dimensions are compared; the others only have floors.
    final int compared;

    /// For each of the layout's dimensions the least sum that reaches its floor.
    final long[] floors;

    /// For each of the layout's dimensions how many units make a quantum.
    final long[] quanta;

    /// For each of the layout's dimensions the largest sum of the tables.
    final long[] ranges;

    /// Whether some floor is out of every package's reach.
    final boolean impossible;

    private Problem(
            int[] radices,
            Layout layout,
            List<Factor> factors,
            int compared,
            List<Dimension> dimensions,
            boolean impossible) {
        this.radices = radices;
        this.layout = layout;
        this.factors = factors;
        this.compared = compared;
        this.floors = dimensions.stream().mapToLong(Dimension::floor).toArray();
        this.quanta = dimensions.stream().mapToLong(d -> d.scale.quantum).toArray();
        this.ranges = dimensions.stream().mapToLong(d -> d.scale.range).toArray();
        this.impossible = impossible;
    }

    private record Dimension(int index, Scale scale, long floor, boolean isCompared) {
        long largest() {
            // Two capped parts may be added before the sum is capped again.
            return isCompared ? scale.range : Math.min(scale.range, 2 * floor);
        }
    }

    /// Makes a space ready.
    ///
    /// @param comparedCount how many of the first dimensions are compared
    /// @param floors one for each dimension
    static Problem of(PackageSpace space, int comparedCount, double[] floors) {
        if (floors.length != space.dimensionCount()
                || comparedCount < 0
                || comparedCount > floors.length) {
            throw new IllegalArgumentException(
                    "%d floors and %d compared of %d dimensions"
                            .formatted(floors.length, comparedCount, space.dimensionCount()));
        }
        boolean impossible = false;
        int compared = 0;
        List<Dimension> kept = new ArrayList<>();
        for (int k = 0; k < floors.length; k++) {
            List<double[]> cells = new ArrayList<>();
            for (PackageSpace.Table table : space.tables(k)) {
                cells.add(table.cells);
            }
            Scale scale = Scale.of(cells);
            long floor = scale.atLeast(floors[k]);
            impossible |= floor > scale.range;
            boolean isCompared = k < comparedCount;
            if (scale.range > 0 && (isCompared || floor > 0)) {
                kept.add(new Dimension(k, scale, floor, isCompared));
                compared += isCompared ? 1 : 0;
            }
        }
        Layout layout = new Layout(kept.stream().mapToLong(Dimension::largest).toArray());
        List<Factor> factors = factors(space, layout, kept);
        return new Problem(space.radices(), layout, factors, compared, kept, impossible);
    }

    private static List<Factor> factors(
            PackageSpace space, Layout layout, List<Dimension> dimensions) {
        Map<List<Integer>, Factor> byScope = new LinkedHashMap<>();
        int[] radices = space.radices();
        for (int item = 0; item < radices.length; item++) {
            factorOf(new int[] {item}, radices, byScope);
        }
        for (int dim = 0; dim < dimensions.size(); dim++) {
            Dimension dimension = dimensions.get(dim);
            List<PackageSpace.Table> tables = space.tables(dimension.index);
            for (int t = 0; t < tables.size(); t++) {
                Factor factor = factorOf(tables.get(t).items, radices, byScope);
                int[] from = sourceCells(tables.get(t).items, factor, radices);
                long cap = dimension.isCompared ? Long.MAX_VALUE : dimension.floor;
                addTable(factor, layout, dim, dimension.scale.cells[t], from, cap);
            }
        }
        for (PackageSpace.Exclusion exclusion : space.exclusions()) {
            exclude(exclusion, factorOf(exclusion.items, radices, byScope), radices);
        }
        return List.copyOf(byScope.values());
    }

    private static void addTable(
            Factor factor, Layout layout, int dim, long[] cells, int[] from, long cap) {
        long[] vectors = factor.vectors;
        if (vectors == null) {
            vectors = new long[Math.multiplyExact(factor.cellCount, layout.words)];
            factor.vectors = vectors;
        }
        for (int c = 0; c < cells.length; c++) {
            int at = c * layout.words;
            long before = layout.get(vectors, at, dim);
            layout.add(vectors, at, dim, Math.min(cells[from[c]], cap - before));
        }
    }

    /// Caps the dimensions that only have a floor, in the vector that begins at a place.
    void cap(long[] vectors, int at) {
        for (int dim = compared; dim < layout.dims; dim++) {
            long over = layout.get(vectors, at, dim) - floors[dim];
            if (over > 0) {
                layout.add(vectors, at, dim, -over);
            }
        }
    }

    private static void exclude(PackageSpace.Exclusion exclusion, Factor factor, int[] radices) {
        BitSet excluded = factor.excluded;
        if (excluded == null) {
            excluded = new BitSet(factor.cellCount);
            factor.excluded = excluded;
        }
        int[] from = sourceCells(exclusion.items, factor, radices);
        for (int c = 0; c < factor.cellCount; c++) {
            if (exclusion.cells.get(from[c])) {
                excluded.set(c);
            }
        }
    }

    private static Factor factorOf(int[] items, int[] radices, Map<List<Integer>, Factor> byScope) {
        int[] scope = items.clone();
        Arrays.sort(scope);
        int cellCount = 1;
        List<Integer> key = new ArrayList<>();
        for (int item : scope) {
            cellCount *= radices[item];
            key.add(item);
        }
        int count = cellCount;
        return byScope.computeIfAbsent(key, _ -> new Factor(scope, count));
    }

    /// For each cell of a factor the cell of a table over the same items in another order.
    private static int[] sourceCells(int[] items, Factor factor, int[] radices) {
        int[] strides = new int[items.length];
        int stride = 1;
        for (int k = 0; k < items.length; k++) {
            strides[Arrays.binarySearch(factor.scope, items[k])] = stride;
            stride *= radices[items[k]];
        }
        int[] from = new int[factor.cellCount];
        for (int c = 0; c < from.length; c++) {
            int rest = c;
            for (int k = 0; k < strides.length; k++) {
                int radix = radices[factor.scope[k]];
                from[c] += strides[k] * (rest % radix);
                rest /= radix;
            }
        }
        return from;
    }

    /// The largest packed sums of a factor, dimension by dimension.
    long[] largest(Factor factor) {
        long[] largest = new long[layout.dims];
        long @Nullable [] vectors = factor.vectors;
        for (int c = 0; vectors != null && c < factor.cellCount; c++) {
            if (!factor.excludes(c)) {
                for (int dim = 0; dim < largest.length; dim++) {
                    largest[dim] =
                            Math.max(largest[dim], layout.get(vectors, c * layout.words, dim));
                }
            }
        }
        return largest;
    }

    /// How many packages there are.
    BigInteger product() {
        BigInteger product = BigInteger.ONE;
        for (int radix : radices) {
            product = product.multiply(BigInteger.valueOf(radix));
        }
        return product;
    }

    /// Sums up a package.
    ///
    /// @param into where the packed, capped sum goes
    /// @return whether the package is allowed
    boolean sum(int[] levels, long[] into) {
        Arrays.fill(into, 0);
        for (int k = 0; k < factors.size(); k++) {
            Factor factor = factors.get(k);
            int cell = factor.cell(levels, radices);
            if (factor.excludes(cell)) {
                return false;
            }
            long @Nullable [] vectors = factor.vectors;
            if (vectors != null) {
                for (int w = 0; w < into.length; w++) {
                    into[w] += vectors[cell * into.length + w];
                }
                cap(into, 0);
            }
        }
        return true;
    }

    /// Whether a packed sum reaches the floors and rounds to given numbers in the compared
    /// dimensions.
    boolean matches(long[] sums, int at, long[] rounded) {
        for (int dim = 0; dim < layout.dims; dim++) {
            long value = layout.get(sums, at, dim);
            if (value < floors[dim]
                    || (dim < compared && Scale.round(value, quanta[dim]) != rounded[dim])) {
                return false;
            }
        }
        return true;
    }
}
