// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sum of two messages and some factors over all the items they depend on but one: for each
/// cell, which lists its points come from.
final class Join {
    /// The items that remain, ascending.
    final int[] scope;

    final int cellCount;

    /// The two messages, zero ones included.
    final Message source;

    final Message other;

    private final Problem problem;
    private final int words;
    private final int levels;

    /// The item the best is taken over, or -1.
    final int item;

    private final List<Factor> factors;
    private final int[] radices;
    private final int[][] strides;
    private final int[] itemStrides;
    private final int[] at;
    private final long[] vector;
    private final long[] shift;

    /// Prepares the sum.
    ///
    /// @param item the item to take the best over, or -1
    Join(Problem problem, Message source, Message other, int item, List<Factor> factors) {
        this.problem = problem;
        this.words = problem.layout.words;
        this.source = source;
        this.other = other;
        this.levels = item < 0 ? 1 : problem.radices[item];
        this.item = item;
        this.factors = factors;
        BitSet items = new BitSet();
        addAll(items, source.scope);
        addAll(items, other.scope);
        for (Factor factor : factors) {
            addAll(items, factor.scope);
        }
        if (item >= 0) {
            items.clear(item);
        }
        this.scope = items.stream().toArray();
        this.radices = new int[scope.length];
        int cells = 1;
        for (int k = 0; k < scope.length; k++) {
            radices[k] = problem.radices[scope[k]];
            cells = Math.multiplyExact(cells, radices[k]);
        }
        this.cellCount = cells;
        int inputs = 2 + factors.size();
        this.strides = new int[inputs][];
        this.itemStrides = new int[inputs];
        for (int k = 0; k < inputs; k++) {
            int[] own = k == 0 ? source.scope : k == 1 ? other.scope : factors.get(k - 2).scope;
            strides[k] = new int[scope.length];
            itemStrides[k] = strides(own, item, strides[k]);
        }
        this.at = new int[inputs];
        this.vector = new long[words];
        this.shift = new long[words];
    }

    private static void addAll(BitSet items, int[] scope) {
        for (int item : scope) {
            items.set(item);
        }
    }

    /// By how much an input's cell changes with each remaining item; returns the same for the item
    /// that is taken.
    private int strides(int[] own, int item, int[] into) {
        int stride = 1;
        int ofItem = 0;
        for (int member : own) {
            if (member == item) {
                ofItem = stride;
            } else {
                into[Arrays.binarySearch(scope, member)] = stride;
            }
            stride *= problem.radices[member];
        }
        return ofItem;
    }

    /// Gives the lists of one cell to a merger.
    void fill(int cell, Merger merger) {
        merger.clear();
        Arrays.fill(at, 0);
        int rest = cell;
        for (int k = 0; k < scope.length; k++) {
            int level = rest % radices[k];
            rest /= radices[k];
            move(k, level);
        }
        for (int level = 0; level < levels; level++) {
            addLevel(level, merger);
        }
    }

    /// Goes to the cell of a package.
    void goTo(int[] packageLevels) {
        Arrays.fill(at, 0);
        for (int k = 0; k < scope.length; k++) {
            move(k, packageLevels[scope[k]]);
        }
    }

    private void move(int member, int level) {
        for (int input = 0; input < at.length; input++) {
            at[input] += level * strides[input][member];
        }
    }

    /// How many levels the best is taken over.
    int levels() {
        return levels;
    }

    /// The cell of the first message for a level, after [#goTo].
    int sourceCell(int level) {
        return at[0] + level * itemStrides[0];
    }

    /// The cell of the second message for a level, after [#goTo].
    int otherCell(int level) {
        return at[1] + level * itemStrides[1];
    }

    /// The sum of the factors for a level, after [#goTo]; null if an exclusion matches.
    long @Nullable [] factorSum(int level) {
        return addFactors(level) ? vector.clone() : null;
    }

    private boolean addFactors(int level) {
        Arrays.fill(vector, 0);
        for (int k = 0; k < factors.size(); k++) {
            Factor factor = factors.get(k);
            int cell = at[k + 2] + level * itemStrides[k + 2];
            if (factor.excludes(cell)) {
                return false;
            }
            long @Nullable [] own = factor.vectors;
            if (own != null) {
                addTo(vector, own, cell * words);
            }
        }
        return true;
    }

    private void addLevel(int level, Merger merger) {
        if (!addFactors(level)) {
            return;
        }
        int sourceCell = sourceCell(level);
        int from = source.starts[sourceCell];
        int to = source.starts[sourceCell + 1];
        int otherCell = otherCell(level);
        long[] others = other.points.vectors();
        for (int right = other.starts[otherCell]; right < other.starts[otherCell + 1]; right++) {
            System.arraycopy(vector, 0, shift, 0, words);
            addTo(shift, others, right * words);
            merger.add(from, to, shift, level, right);
        }
    }

    private void addTo(long[] sum, long[] more, int from) {
        for (int w = 0; w < words; w++) {
            sum[w] += more[from + w];
        }
        problem.cap(sum, 0);
    }
}
