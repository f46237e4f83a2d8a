// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.BitSet;
import java.util.List;

/// In which order to eliminate items, and how large the tables become: always the item whose table
/// (itself and the items it is linked with) has the fewest cells, among equals the one that links
/// fewest pairs anew, among equals the first.
final class EliminationOrder {
    /// The items, first eliminated first.
    final int[] items;

    /// The cells of the largest table.
    final double largestTable;

    /// The cells of all tables.
    final double allTables;

    private EliminationOrder(int[] items, double largestTable, double allTables) {
        this.items = items;
        this.largestTable = largestTable;
        this.allTables = allTables;
    }

    /// Finds an order.
    static EliminationOrder of(int[] radices, List<int[]> scopes) {
        int count = radices.length;
        BitSet[] neighbours = new BitSet[count];
        for (int item = 0; item < count; item++) {
            neighbours[item] = new BitSet(count);
        }
        for (int[] scope : scopes) {
            for (int a : scope) {
                for (int b : scope) {
                    if (a != b) {
                        neighbours[a].set(b);
                    }
                }
            }
        }
        double[] cells = new double[count];
        for (int item = 0; item < count; item++) {
            cells[item] = tableCells(item, radices, neighbours[item]);
        }
        int[] order = new int[count];
        BitSet left = new BitSet(count);
        left.set(0, count);
        double largest = 1;
        double all = 0;
        for (int k = 0; k < count; k++) {
            int item = cheapest(left, cells, neighbours);
            largest = Math.max(largest, cells[item]);
            all += cells[item];
            order[k] = item;
            left.clear(item);
            eliminate(item, radices, neighbours, cells);
        }
        return new EliminationOrder(order, largest, all);
    }

    private static double tableCells(int item, int[] radices, BitSet neighbours) {
        double cells = radices[item];
        for (int other = neighbours.nextSetBit(0);
                other >= 0;
                other = neighbours.nextSetBit(other + 1)) {
            cells *= radices[other];
        }
        return cells;
    }

    private static int cheapest(BitSet left, double[] cells, BitSet[] neighbours) {
        int best = -1;
        int bestFill = -1;
        for (int item = left.nextSetBit(0); item >= 0; item = left.nextSetBit(item + 1)) {
            if (best >= 0 && cells[item] > cells[best]) {
                continue;
            }
            if (best < 0 || cells[item] < cells[best]) {
                best = item;
                bestFill = -1;
                continue;
            }
            if (neighbours[item].cardinality() < 2) {
                continue;
            }
            if (bestFill < 0) {
                bestFill = fill(best, neighbours);
            }
            int fill = fill(item, neighbours);
            if (fill < bestFill) {
                best = item;
                bestFill = fill;
            }
        }
        return best;
    }

    private static int fill(int item, BitSet[] neighbours) {
        BitSet own = neighbours[item];
        int missing = 0;
        for (int a = own.nextSetBit(0); a >= 0; a = own.nextSetBit(a + 1)) {
            BitSet unlinked = (BitSet) own.clone();
            unlinked.andNot(neighbours[a]);
            missing += unlinked.cardinality() - 1;
        }
        return missing / 2;
    }

    private static void eliminate(int item, int[] radices, BitSet[] neighbours, double[] cells) {
        BitSet own = neighbours[item];
        for (int a = own.nextSetBit(0); a >= 0; a = own.nextSetBit(a + 1)) {
            neighbours[a].or(own);
            neighbours[a].clear(a);
            neighbours[a].clear(item);
            cells[a] = tableCells(a, radices, neighbours[a]);
        }
    }
}
