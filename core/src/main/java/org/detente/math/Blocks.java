// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How all packages are walked through: the levels of a few *inner* items make a block of sums that
/// lie side by side; the other, *outer*, items are counted through like an odometer.
///
/// Factors with the same outer items are added up beforehand into one table of whole blocks, so
/// that a step of the odometer adds a few blocks in plain loops. Tables that would be too large for
/// that are looked up cell by cell.
final class Blocks {
    private static final int SMALLEST_BLOCK = 256;
    private static final int LARGEST_BLOCK = 4096;

    /// The most words of one table of whole blocks.
    private static final long MAX_TABLE = 1L << 20;

    /// The inner items; the first one's level changes fastest.
    final int[] inner;

    /// The outer items; the last one's level changes fastest.
    final int[] outer;

    /// How many packages a block has.
    final int size;

    /// How many blocks there are.
    final long count;

    /// What is added to a block when a level of an outer item is fixed; the first entry is what
    /// needs no outer item, entry d + 1 what needs those up to d.
    final List<List<Group>> groups;

    private final Problem problem;

    Blocks(Problem problem) {
        this.problem = problem;
        Integer[] bySize = new Integer[problem.radices.length];
        Arrays.setAll(bySize, k -> k);
        Arrays.sort(bySize, (a, b) -> Integer.compare(problem.radices[a], problem.radices[b]));
        int cells = 1;
        int innerCount = 0;
        while (innerCount < bySize.length
                && cells < SMALLEST_BLOCK
                && (long) cells * problem.radices[bySize[innerCount]] <= LARGEST_BLOCK) {
            cells *= problem.radices[bySize[innerCount++]];
        }
        this.size = cells;
        this.inner = new int[innerCount];
        this.outer = new int[bySize.length - innerCount];
        long blocks = 1;
        for (int k = 0; k < bySize.length; k++) {
            if (k < innerCount) {
                inner[k] = bySize[k];
            } else {
                outer[bySize.length - 1 - k] = bySize[k];
                blocks = Math.multiplyExact(blocks, problem.radices[bySize[k]]);
            }
        }
        this.count = blocks;
        this.groups = new ArrayList<>();
        for (int depth = 0; depth <= outer.length; depth++) {
            groups.add(new ArrayList<>());
        }
        for (Group group : grouped()) {
            groups.get(group.depth + 1).add(group);
        }
    }

    /// Factors with the same outer items.
    static final class Group {
        /// The last of the outer items, by place, or -1.
        final int depth;

        /// By how much the table's cell changes with the level at each outer place.
        final int[] strides;

        /// For each cell one block of packed vectors; null if there are no values.
        long @Nullable [] blocks;

        /// For each cell one block's bits, set where a package is not allowed; null if all are.
        long @Nullable [] excluded;

        /// If values are looked up cell by cell: a factor's vectors, its cells' places in it for
        /// each package of a block. Then `strides` are this factor's own.
        int @Nullable [] places;

        private Group(int depth, int[] strides) {
            this.depth = depth;
            this.strides = strides;
        }
    }

    private List<Group> grouped() {
        int[] placeOf = new int[problem.radices.length];
        Arrays.fill(placeOf, -1);
        for (int place = 0; place < outer.length; place++) {
            placeOf[outer[place]] = place;
        }
        List<Group> made = new ArrayList<>();
        List<BitSet> sets = new ArrayList<>();
        List<List<Factor>> members = new ArrayList<>();
        List<Factor> bySize = new ArrayList<>(problem.factors);
        bySize.sort((a, b) ->
                Integer.compare(
                        outerItems(b, placeOf).cardinality(),
                        outerItems(a, placeOf).cardinality()));
        for (Factor factor : bySize) {
            if (factor.vectors == null && factor.excluded == null) {
                continue;
            }
            BitSet own = outerItems(factor, placeOf);
            if (tableCells(own) * size * problem.layout.words > MAX_TABLE) {
                addByCell(factor, placeOf, made);
                continue;
            }
            int home = firstSuperset(sets, own);
            if (home == sets.size()) {
                sets.add(own);
                members.add(new ArrayList<>());
            }
            members.get(home).add(factor);
        }
        for (int k = 0; k < sets.size(); k++) {
            made.add(expanded(sets.get(k), members.get(k)));
        }
        return made;
    }

    private static int firstSuperset(List<BitSet> sets, BitSet own) {
        for (int k = 0; k < sets.size(); k++) {
            BitSet missing = (BitSet) own.clone();
            missing.andNot(sets.get(k));
            if (missing.isEmpty()) {
                return k;
            }
        }
        return sets.size();
    }

    private static BitSet outerItems(Factor factor, int[] placeOf) {
        BitSet places = new BitSet();
        for (int item : factor.scope) {
            if (placeOf[item] >= 0) {
                places.set(placeOf[item]);
            }
        }
        return places;
    }

    private long tableCells(BitSet places) {
        long cells = 1;
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            cells *= problem.radices[outer[place]];
            if (cells > MAX_TABLE) {
                return MAX_TABLE + 1;
            }
        }
        return cells;
    }

    private int[] factorStrides(Factor factor) {
        int[] byItem = new int[problem.radices.length];
        int stride = 1;
        for (int item : factor.scope) {
            byItem[item] = stride;
            stride *= problem.radices[item];
        }
        return byItem;
    }

    private void addByCell(Factor factor, int[] placeOf, List<Group> made) {
        int[] byItem = factorStrides(factor);
        int[] strides = new int[outer.length];
        for (int place = 0; place < outer.length; place++) {
            strides[place] = byItem[outer[place]];
        }
        Group group = new Group(outerItems(factor, placeOf).length() - 1, strides);
        group.places = innerPlaces(byItem);
        group.blocks = factor.vectors;
        BitSet excluded = factor.excluded;
        if (excluded != null) {
            group.excluded = Arrays.copyOf(excluded.toLongArray(), (factor.cellCount + 63) / 64);
        }
        made.add(group);
    }

    /// For each package of a block the place of its cell, given strides by item.
    private int[] innerPlaces(int[] strides) {
        int[] places = new int[size];
        for (int c = 0; c < size; c++) {
            int rest = c;
            for (int item : inner) {
                places[c] += strides[item] * (rest % problem.radices[item]);
                rest /= problem.radices[item];
            }
        }
        return places;
    }

    private Group expanded(BitSet places, List<Factor> members) {
        int[] strides = new int[outer.length];
        int cells = 1;
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            strides[place] = cells;
            cells *= problem.radices[outer[place]];
        }
        Group group = new Group(places.length() - 1, strides);
        int words = problem.layout.words;
        for (Factor factor : members) {
            int[] byItem = factorStrides(factor);
            int[] innerPlaces = innerPlaces(byItem);
            long[] values = factor.vectors;
            if (values != null && group.blocks == null) {
                group.blocks = new long[cells * size * words];
            }
            if (factor.excluded != null && group.excluded == null) {
                group.excluded = new long[cells * maskWords()];
            }
            for (int cell = 0; cell < cells; cell++) {
                int base = 0;
                for (int place = 0; place < outer.length; place++) {
                    if (strides[place] > 0) {
                        int radix = problem.radices[outer[place]];
                        base += byItem[outer[place]] * (cell / strides[place] % radix);
                    }
                }
                expand(factor, base, innerPlaces, group, cell);
            }
        }
        return group;
    }

    private void expand(Factor factor, int base, int[] innerPlaces, Group group, int cell) {
        int words = problem.layout.words;
        long[] values = factor.vectors;
        long[] blocks = group.blocks;
        long[] excluded = group.excluded;
        for (int c = 0; c < size; c++) {
            int from = base + innerPlaces[c];
            if (values != null && blocks != null) {
                int at = (cell * size + c) * words;
                for (int w = 0; w < words; w++) {
                    blocks[at + w] += values[from * words + w];
                }
                problem.cap(blocks, at);
            }
            if (excluded != null && factor.excludes(from)) {
                excluded[cell * maskWords() + c / Long.SIZE] |= 1L << c;
            }
        }
    }

    /// How many words one block's bits take.
    int maskWords() {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    /// Writes the levels of a package.
    ///
    /// @param number its block's number times [#size], plus its place in the block
    void levels(long number, int[] levels) {
        int rest = (int) (number % size);
        for (int item : inner) {
            levels[item] = rest % problem.radices[item];
            rest /= problem.radices[item];
        }
        long block = number / size;
        for (int place = outer.length - 1; place >= 0; place--) {
            int radix = problem.radices[outer[place]];
            levels[outer[place]] = (int) (block % radix);
            block /= radix;
        }
    }
}
