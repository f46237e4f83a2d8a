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
/// Within a tile, cell h·run + r is the state base + [#highOffsets]`[h]` + r.
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

    private final int run;
    private final int[] highOffsets;
    private final int[] outerOffsets;
    private final int[] options;
    private final int[] tileStrides;
    private final int fibreSize;

    /// Cuts the product for a mover.
    ///
    /// @param space the space
    /// @param mover the mover's index
    /// @param shape how large tiles are made
    Tiles(StateSpace space, int mover, Shape shape) {
        this.options = space.optionsOf(mover);
        int split = split(space, mover, shape);
        this.run = split < space.optionCount() ? space.stride(split) : space.product();
        this.highOffsets = offsets(space, mover, split, true);
        this.outerOffsets = offsets(space, mover, split, false);
        this.tileStrides = new int[options.length];
        int fibre = 1;
        int above = run;
        for (int k = 0; k < options.length; k++) {
            fibre *= space.radix(options[k]);
            if (options[k] < split) {
                tileStrides[k] = space.stride(options[k]);
            } else {
                tileStrides[k] = above;
                above *= space.radix(options[k]);
            }
        }
        this.fibreSize = fibre;
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
        return outerOffsets.length;
    }

    /// The lowest state of a tile.
    int base(int tile) {
        return outerOffsets[tile];
    }

    /// How many cells a tile has.
    int cellCount() {
        return run * highOffsets.length;
    }

    /// How many neighbouring states a run has.
    int run() {
        return run;
    }

    /// How many runs a tile has.
    int runCount() {
        return highOffsets.length;
    }

    /// Where a run starts, counted from the tile's base.
    int runOffset(int index) {
        return highOffsets[index];
    }

    /// How many states a fibre has.
    int fibreSize() {
        return fibreSize;
    }

    /// How many options the mover has.
    int optionCount() {
        return options.length;
    }

    /// The mover's option at a position among its own.
    int option(int position) {
        return options[position];
    }

    /// By how much a cell's position in the tile grows when that option is raised by a level.
    int tileStride(int position) {
        return tileStrides[position];
    }
}
