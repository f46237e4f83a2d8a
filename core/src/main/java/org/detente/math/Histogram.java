// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many packages reach the floors, by eliminating one item after another and counting, for
/// every combination of the items it is linked with, how often each sum occurs.
///
/// All dimensions are capped at their floors, so that all sums that have reached them are one; sums
/// that can no longer reach them are dropped. Few sums remain where values are whole numbers.
final class Histogram {
    private final Problem problem;
    private final Layout layout;
    private final long[] totalLargest;
    private final long maxEntries;
    private long entries;

    private Histogram(Problem problem, FrontierLimits limits) {
        this.problem = problem;
        this.layout = problem.layout;
        this.maxEntries = Math.min(limits.maxCells() / 8, 4L * limits.maxFrontier());
        this.totalLargest = new long[layout.dims];
        for (Factor factor : problem.factors) {
            add(totalLargest, problem.largest(factor));
        }
    }

    /// A packed sum; a value, so that sums can be keys.
    private record Sum(List<Long> words) {}

    private static final class Table {
        final int[] scope;
        final long[] largest;
        final List<Map<Sum, BigInteger>> cells;

        Table(int[] scope, long[] largest, List<Map<Sum, BigInteger>> cells) {
            this.scope = scope;
            this.largest = largest;
            this.cells = cells;
        }
    }

    /// Counts.
    ///
    /// @param problem with no compared dimension
    /// @return the exact number, or null if that takes too many sums
    static @Nullable BigInteger count(Problem problem, FrontierLimits limits) {
        List<int[]> scopes = new ArrayList<>();
        for (Factor factor : problem.factors) {
            scopes.add(factor.scope);
        }
        EliminationOrder order = EliminationOrder.of(problem.radices, scopes);
        Histogram histogram = new Histogram(problem, limits);
        if (order.allTables > histogram.maxEntries) {
            return null;
        }
        return histogram.count(order.items);
    }

    private @Nullable BigInteger count(int[] order) {
        List<Table> tables = new ArrayList<>();
        for (Factor factor : problem.factors) {
            tables.add(table(factor));
        }
        for (int item : order) {
            List<Table> own = new ArrayList<>();
            for (Table table : tables) {
                if (Arrays.binarySearch(table.scope, item) >= 0) {
                    own.add(table);
                }
            }
            tables.removeAll(own);
            Table made = eliminate(item, own);
            if (made == null) {
                return null;
            }
            tables.add(made);
        }
        Table total = eliminate(-1, tables);
        if (total == null) {
            return null;
        }
        BigInteger count = BigInteger.ZERO;
        for (BigInteger some : total.cells.getFirst().values()) {
            count = count.add(some);
        }
        return count;
    }

    private Table table(Factor factor) {
        List<Map<Sum, BigInteger>> cells = new ArrayList<>();
        long @Nullable [] vectors = factor.vectors;
        long[] zero = new long[layout.words];
        for (int c = 0; c < factor.cellCount; c++) {
            if (factor.excludes(c)) {
                cells.add(Map.of());
            } else {
                long[] from = vectors == null ? zero : vectors;
                int at = vectors == null ? 0 : c * layout.words;
                cells.add(Map.of(sum(from, at), BigInteger.ONE));
            }
        }
        return new Table(factor.scope, problem.largest(factor), cells);
    }

    private static void add(long[] sum, long[] more) {
        for (int dim = 0; dim < sum.length; dim++) {
            sum[dim] += more[dim];
        }
    }

    private Sum sum(long[] vectors, int at) {
        List<Long> words = new ArrayList<>(layout.words);
        for (int w = 0; w < layout.words; w++) {
            words.add(vectors[at + w]);
        }
        return new Sum(words);
    }

    private @Nullable Table eliminate(int item, List<Table> own) {
        BitSet items = new BitSet();
        long[] largest = new long[layout.dims];
        for (Table table : own) {
            add(largest, table.largest);
            for (int member : table.scope) {
                items.set(member);
            }
        }
        if (item >= 0) {
            items.clear(item);
        }
        int[] scope = items.stream().toArray();
        int cellCount = 1;
        for (int member : scope) {
            cellCount = Math.multiplyExact(cellCount, problem.radices[member]);
        }
        long[] need = need(largest);
        List<Map<Sum, BigInteger>> cells = new ArrayList<>();
        int[] levels = new int[problem.radices.length];
        for (int cell = 0; cell < cellCount; cell++) {
            int rest = cell;
            for (int member : scope) {
                levels[member] = rest % problem.radices[member];
                rest /= problem.radices[member];
            }
            Map<Sum, BigInteger> union = new HashMap<>();
            for (int level = 0; level < (item < 0 ? 1 : problem.radices[item]); level++) {
                if (item >= 0) {
                    levels[item] = level;
                }
                if (!product(own, levels, need, union)) {
                    return null;
                }
            }
            cells.add(union);
        }
        return new Table(scope, largest, cells);
    }

    private long[] need(long[] largest) {
        long[] need = new long[layout.dims];
        for (int dim = 0; dim < need.length; dim++) {
            need[dim] = Math.max(0, problem.floors[dim] - (totalLargest[dim] - largest[dim]));
        }
        return layout.pack(need);
    }

    private boolean product(
            List<Table> own, int[] levels, long[] need, Map<Sum, BigInteger> union) {
        Map<Sum, BigInteger> product = Map.of(sum(new long[layout.words], 0), BigInteger.ONE);
        for (int t = 0; t < own.size(); t++) {
            Map<Sum, BigInteger> cell = own.get(t).cells.get(cell(own.get(t), levels));
            entries += (long) product.size() * cell.size();
            if (entries > maxEntries) {
                return false;
            }
            product = convolve(product, cell);
        }
        for (Map.Entry<Sum, BigInteger> entry : product.entrySet()) {
            if (layout.covers(vector(entry.getKey()), 0, need, 0)) {
                union.merge(entry.getKey(), entry.getValue(), BigInteger::add);
            }
        }
        return true;
    }

    private int cell(Table table, int[] levels) {
        int cell = 0;
        for (int k = table.scope.length - 1; k >= 0; k--) {
            cell = cell * problem.radices[table.scope[k]] + levels[table.scope[k]];
        }
        return cell;
    }

    private long[] vector(Sum sum) {
        long[] vector = new long[layout.words];
        for (int w = 0; w < vector.length; w++) {
            vector[w] = sum.words.get(w);
        }
        return vector;
    }

    private Map<Sum, BigInteger> convolve(Map<Sum, BigInteger> a, Map<Sum, BigInteger> b) {
        Map<Sum, BigInteger> product = new HashMap<>();
        for (Map.Entry<Sum, BigInteger> left : a.entrySet()) {
            long[] one = vector(left.getKey());
            for (Map.Entry<Sum, BigInteger> right : b.entrySet()) {
                long[] both = vector(right.getKey());
                for (int w = 0; w < both.length; w++) {
                    both[w] += one[w];
                }
                problem.cap(both, 0);
                product.merge(
                        sum(both, 0), left.getValue().multiply(right.getValue()), BigInteger::add);
            }
        }
        return product;
    }
}
