// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// How many packages the exclusions allow, exactly: sums over one item after another of products of
/// what is left.
final class AllowedCount {
    private AllowedCount() {}

    private static final class Table {
        final int[] scope;
        final BigInteger[] cells;

        Table(int[] scope, BigInteger[] cells) {
            this.scope = scope;
            this.cells = cells;
        }
    }

    /// Counts.
    ///
    /// @param radices how many levels each item has
    /// @param factors of which only the exclusions matter
    static BigInteger of(int[] radices, List<Factor> factors) {
        List<Table> tables = new ArrayList<>();
        for (Factor factor : factors) {
            if (factor.excluded != null) {
                tables.add(allowed(factor));
            }
        }
        List<int[]> scopes = new ArrayList<>();
        BitSet linked = new BitSet();
        for (Table table : tables) {
            scopes.add(table.scope);
            for (int item : table.scope) {
                linked.set(item);
            }
        }
        BigInteger count = BigInteger.ONE;
        for (int item : EliminationOrder.of(radices, scopes).items) {
            if (!linked.get(item)) {
                count = count.multiply(BigInteger.valueOf(radices[item]));
                continue;
            }
            List<Table> own = new ArrayList<>();
            for (Table table : tables) {
                if (Arrays.binarySearch(table.scope, item) >= 0) {
                    own.add(table);
                }
            }
            tables.removeAll(own);
            tables.add(eliminate(item, own, radices));
        }
        for (Table table : tables) {
            count = count.multiply(table.cells[0]);
        }
        return count;
    }

    /// The cells of the largest table that [#of] makes.
    static double largestTable(int[] radices, List<Factor> factors) {
        List<int[]> scopes = new ArrayList<>();
        for (Factor factor : factors) {
            if (factor.excluded != null) {
                scopes.add(factor.scope);
            }
        }
        return scopes.isEmpty() ? 0 : EliminationOrder.of(radices, scopes).largestTable;
    }

    private static Table allowed(Factor factor) {
        BigInteger[] cells = new BigInteger[factor.cellCount];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = factor.excludes(c) ? BigInteger.ZERO : BigInteger.ONE;
        }
        return new Table(factor.scope, cells);
    }

    private static Table eliminate(int item, List<Table> own, int[] radices) {
        BitSet items = new BitSet();
        for (Table table : own) {
            for (int member : table.scope) {
                items.set(member);
            }
        }
        items.clear(item);
        int[] scope = items.stream().toArray();
        int cellCount = 1;
        for (int member : scope) {
            cellCount = Math.multiplyExact(cellCount, radices[member]);
        }
        BigInteger[] cells = new BigInteger[cellCount];
        int[] levels = new int[radices.length];
        for (int cell = 0; cell < cellCount; cell++) {
            int rest = cell;
            for (int member : scope) {
                levels[member] = rest % radices[member];
                rest /= radices[member];
            }
            BigInteger sum = BigInteger.ZERO;
            for (int level = 0; level < radices[item]; level++) {
                levels[item] = level;
                sum = sum.add(product(own, levels, radices));
            }
            cells[cell] = sum;
        }
        return new Table(scope, cells);
    }

    private static BigInteger product(List<Table> tables, int[] levels, int[] radices) {
        BigInteger product = BigInteger.ONE;
        for (Table table : tables) {
            int cell = 0;
            for (int k = table.scope.length - 1; k >= 0; k--) {
                cell = cell * radices[table.scope[k]] + levels[table.scope[k]];
            }
            BigInteger factor = table.cells[cell];
            if (factor.signum() == 0) {
                return BigInteger.ZERO;
            }
            product = product.multiply(factor);
        }
        return product;
    }
}
