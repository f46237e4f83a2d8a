// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import org.detente.compile.StateSpace;
import org.detente.model.Option;

/// The least value noted so far among the cells of a fibre that one-way options leave within reach.
///
/// A cell's levels of one-way options make up two numbers, `upper` and `lower`, one for each half
/// of those options. A value is noted at every `upper` from which it can be reached, and looked up
/// at every `lower` that can be reached.
final class OneWay {
    private final int optionCount;
    private final int[] upperOfCell;
    private final int[] lowerOfCell;
    private final int[] entryOfCell;
    private final int[][] upperBefore;
    private final int[][] lowerAfter;

    /// One mover's one-way options.
    ///
    /// @param space the space
    /// @param tiles the mover's tiles; cells of a fibre are numbered by the mover's own levels
    OneWay(StateSpace space, Tiles tiles) {
        List<Integer> oneWay = new ArrayList<>();
        for (int k = 0; k < tiles.optionCount(); k++) {
            if (space.moves(tiles.option(k)) != Option.Moves.BOTH) {
                oneWay.add(k);
            }
        }
        this.optionCount = oneWay.size();
        List<Integer> lower = oneWay.subList(0, optionCount / 2);
        List<Integer> upper = oneWay.subList(optionCount / 2, optionCount);
        boolean any = optionCount > 0;
        this.upperOfCell = any ? projection(space, tiles, upper) : new int[0];
        this.lowerOfCell = any ? projection(space, tiles, lower) : new int[0];
        this.upperBefore = reach(space, tiles, upper, false);
        this.lowerAfter = reach(space, tiles, lower, true);
        this.entryOfCell = new int[upperOfCell.length];
        for (int c = 0; c < entryOfCell.length; c++) {
            entryOfCell[c] = upperOfCell[c] * lowerAfter.length + lowerOfCell[c];
        }
    }

    private static int[] projection(StateSpace space, Tiles tiles, List<Integer> positions) {
        int[] result = new int[tiles.fibreSize()];
        int filled = 1;
        int weight = 1;
        for (int k = 0; k < tiles.optionCount(); k++) {
            int radix = space.radix(tiles.option(k));
            int step = positions.contains(k) ? weight : 0;
            for (int level = 1; level < radix; level++) {
                for (int c = 0; c < filled; c++) {
                    result[level * filled + c] = result[c] + level * step;
                }
            }
            filled *= radix;
            weight *= step == 0 ? 1 : radix;
        }
        return result;
    }

    /// For every combination of levels of some options, where one can go from it (forward) or come
    /// from to it, itself included.
    private static int[][] reach(
            StateSpace space, Tiles tiles, List<Integer> positions, boolean forward) {
        int[][] result = {{0}};
        int weight = 1;
        for (int position : positions) {
            int radix = space.radix(tiles.option(position));
            boolean up = (space.moves(tiles.option(position)) == Option.Moves.UP) == forward;
            int[][] wider = new int[weight * radix][];
            for (int level = 0; level < radix; level++) {
                int first = up ? level : 0;
                int last = up ? radix - 1 : level;
                for (int k = 0; k < weight; k++) {
                    wider[level * weight + k] = shifted(result[k], weight, first, last);
                }
            }
            result = wider;
            weight *= radix;
        }
        return result;
    }

    private static int[] shifted(int[] numbers, int weight, int first, int last) {
        int[] result = new int[numbers.length * (last - first + 1)];
        int at = 0;
        for (int level = first; level <= last; level++) {
            for (int number : numbers) {
                result[at++] = number + level * weight;
            }
        }
        return result;
    }

    /// Whether the mover has no one-way option.
    boolean isEmpty() {
        return optionCount == 0;
    }

    /// How many entries the caller's array needs.
    int entryCount() {
        return isEmpty() ? 0 : upperBefore.length * lowerAfter.length;
    }

    /// The least values noted in a cell within reach.
    ///
    /// @param lanes how values lie in an entry
    /// @param noted entries, all at [Lanes#beyond()] before anything is noted
    /// @param cell the cell's number in the fibre
    long least(Lanes lanes, long[] noted, int cell) {
        if (lowerAfter.length == 1) {
            return noted[entryOfCell[cell]];
        }
        int row = upperOfCell[cell] * lowerAfter.length;
        long least = lanes.beyond();
        for (int lower : lowerAfter[lowerOfCell[cell]]) {
            least = lanes.lesser(least, noted[row + lower]);
        }
        return least;
    }

    /// Notes a cell's values. What is no less than what the cell's own entry holds has been noted
    /// wherever it counts.
    void note(Lanes lanes, long[] noted, int cell, long values) {
        long before = noted[entryOfCell[cell]];
        if (lanes.above(before, values) == 0) {
            return;
        }
        int lower = lowerOfCell[cell];
        for (int upper : upperBefore[upperOfCell[cell]]) {
            int at = upper * lowerAfter.length + lower;
            noted[at] = lanes.lesser(noted[at], values);
        }
    }
}
