// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import org.detente.compile.StateSpace;

/// How one mover's moves lie in memory, cut into tiles that hold whole fibres.
///
/// A fibre is the set of states that agree in all options of others: where the mover can go lies
/// within it. A tile joins fibres that share cache lines: a run of neighbouring states, repeated
/// for every combination of the mover's options above the run. Tiles do not overlap and cover the
/// product, so two of them can be worked on at once.
///
/// In memory a tile's states lie run by run. As an array it is laid out by the mover's own levels
/// first: cell c of the fibre in lane l is at c · [#rowLength] + l, so that whatever is done along
/// a fibre is done for all lanes in one plain loop. Cells are numbered by the mover's own levels,
/// its first option being the least significant.
final class Tiles {
    /// How large tiles are made.
    ///
    /// @param targetCells cells that a tile may have if it can be had
    /// @param leastRun a run below this wastes most of each cache line, so that larger tiles are
    ///   taken instead
    /// @param widenedCells cells that such a tile may have; a fibre is never cut, whatever its size
    record Shape(int targetCells, int leastRun, int widenedCells) {
        /// Three such tiles as `int` fit in a second-level cache.
        static final Shape DEFAULT = new Shape(1 << 15, 32, 1 << 20);
    }

    /// Wide rows get this much padding, one cache line: with a power of two between them, the cells
    /// of a fibre would all compete for a few places in the cache.
    private static final int PADDING = 16;

    private final int run;
    private final int[] runOffsets;
    private final int[] bases;
    private final int[] options;
    private final int[] cellStrides;
    private final int[] positions;
    private final int[] tileOfRun;
    private final int fibreSize;
    private final int laneCount;
    private final int rowLength;
    private final int lowCells;

    /// Cuts the product for a mover.
    ///
    /// @param space the space
    /// @param mover the mover's index
    /// @param shape how large tiles are made
    Tiles(StateSpace space, int mover, Shape shape) {
        this.options = space.optionsOf(mover);
        int split = split(space, mover, shape);
        this.run = split < space.optionCount() ? space.stride(split) : space.product();
        this.runOffsets = offsets(space, mover, split, true);
        this.bases = offsets(space, mover, split, false);
        this.cellStrides = new int[options.length];
        int cells = 1;
        int low = 1;
        for (int k = 0; k < options.length; k++) {
            cellStrides[k] = cells;
            cells *= space.radix(options[k]);
            low = options[k] < split ? cells : low;
        }
        this.fibreSize = cells;
        this.lowCells = low;
        this.laneCount = run / low;
        this.rowLength = laneCount < PADDING ? laneCount : laneCount + PADDING;
        this.positions = positions(space, mover, split);
        this.tileOfRun = new int[space.product() / run];
        for (int tile = 0; tile < bases.length; tile++) {
            for (int offset : runOffsets) {
                tileOfRun[(bases[tile] + offset) / run] = tile;
            }
        }
    }

    /// Where in a tile each state of its first run goes.
    private int[] positions(StateSpace space, int mover, int split) {
        int[] result = new int[run];
        int filled = 1;
        int ownStep = rowLength;
        int laneStep = 1;
        for (int option = 0; option < split; option++) {
            boolean own = space.moverOf(option) == mover;
            int step = own ? ownStep : laneStep;
            int radix = space.radix(option);
            for (int level = 1; level < radix; level++) {
                for (int k = 0; k < filled; k++) {
                    result[level * filled + k] = result[k] + level * step;
                }
            }
            filled *= radix;
            ownStep *= own ? radix : 1;
            laneStep *= own ? 1 : radix;
        }
        return result;
    }

    /// The first option above the run.
    private static int split(StateSpace space, int mover, Shape shape) {
        long cells = 1;
        for (int option : space.optionsOf(mover)) {
            cells *= space.radix(option);
        }
        int split = 0;
        long run = 1;
        while (split < space.optionCount()) {
            boolean own = space.moverOf(split) == mover;
            long wider = own ? cells : cells * space.radix(split);
            long limit = run < shape.leastRun() ? shape.widenedCells() : shape.targetCells();
            if (wider > limit && !own) {
                return split;
            }
            cells = wider;
            run *= space.radix(split);
            split++;
        }
        return split;
    }

    /// By how much a state's number grows for each combination of levels of the options above the
    /// run that are the mover's own, or are not.
    private static int[] offsets(StateSpace space, int mover, int split, boolean own) {
        int count = 1;
        for (int option = split; option < space.optionCount(); option++) {
            if ((space.moverOf(option) == mover) == own) {
                count *= space.radix(option);
            }
        }
        int[] offsets = new int[count];
        int filled = 1;
        for (int option = split; option < space.optionCount(); option++) {
            if ((space.moverOf(option) == mover) == own) {
                for (int level = 1; level < space.radix(option); level++) {
                    for (int k = 0; k < filled; k++) {
                        offsets[level * filled + k] = offsets[k] + level * space.stride(option);
                    }
                }
                filled *= space.radix(option);
            }
        }
        return offsets;
    }

    /// How many tiles there are.
    int count() {
        return bases.length;
    }

    /// How many runs a tile has.
    int runCount() {
        return runOffsets.length;
    }

    /// How many neighbouring states a run has.
    int run() {
        return run;
    }

    /// The first state of a run of a tile.
    int firstState(int tile, int runIndex) {
        return bases[tile] + runOffsets[runIndex];
    }

    /// What is added to [#positions] for a run.
    int runStart(int runIndex) {
        return runIndex * lowCells * rowLength;
    }

    /// Where in the tile each state of the first run goes; not to be changed.
    int[] positions() {
        return positions;
    }

    /// The tile that holds a state.
    int tileOf(int state) {
        return tileOfRun[state / run];
    }

    /// How long the array of a tile is, padding included.
    int arrayLength() {
        return fibreSize * rowLength;
    }

    /// By how much the position grows from a cell to the next.
    int rowLength() {
        return rowLength;
    }

    /// How many states a fibre has.
    int fibreSize() {
        return fibreSize;
    }

    /// How many fibres a tile has.
    int laneCount() {
        return laneCount;
    }

    /// How many options the mover has.
    int optionCount() {
        return options.length;
    }

    /// The mover's option at a position among its own.
    int option(int position) {
        return options[position];
    }

    /// By how much a cell's number grows when that option is raised by a level.
    int cellStride(int position) {
        return cellStrides[position];
    }
}
