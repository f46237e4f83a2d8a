// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import org.detente.compile.StateSpace;
import org.detente.model.Option;

/// Carries, within a tile, to every cell the least or greatest value over all that its mover can
/// reach from there, itself included: one directional sweep for each of the mover's options.
///
/// Sweeps of different options commute, so their product is the whole fibre, less what one-way
/// options forbid. Time: the mover's options times the cells.
final class Sweeps {
    private final int[] strides;
    private final int[] radices;
    private final Option.Moves[] moves;
    private final int length;

    /// Sweeps over a mover's tiles.
    Sweeps(StateSpace space, Tiles tiles) {
        int count = tiles.optionCount();
        this.strides = new int[count];
        this.radices = new int[count];
        this.moves = new Option.Moves[count];
        this.length = tiles.arrayLength();
        for (int k = 0; k < count; k++) {
            strides[k] = tiles.cellStride(k) * tiles.rowLength();
            radices[k] = space.radix(tiles.option(k));
            moves[k] = space.moves(tiles.option(k));
        }
    }

    /// To every cell the least value it can reach.
    void least(int[] tile) {
        for (int k = 0; k < strides.length; k++) {
            int stride = strides[k];
            int period = stride * radices[k];
            for (int base = 0; base < length; base += period) {
                int last = base + period - stride;
                if (moves[k] != Option.Moves.DOWN) {
                    for (int at = last - stride; at >= base; at -= stride) {
                        lower(tile, at, at + stride, stride);
                    }
                }
                if (moves[k] != Option.Moves.UP) {
                    for (int at = base + stride; at <= last; at += stride) {
                        lower(tile, at, at - stride, stride);
                    }
                }
            }
        }
    }

    /// To every cell the greatest value it can reach.
    void greatest(int[] tile) {
        for (int k = 0; k < strides.length; k++) {
            int stride = strides[k];
            int period = stride * radices[k];
            for (int base = 0; base < length; base += period) {
                int last = base + period - stride;
                if (moves[k] != Option.Moves.DOWN) {
                    for (int at = last - stride; at >= base; at -= stride) {
                        raise(tile, at, at + stride, stride);
                    }
                }
                if (moves[k] != Option.Moves.UP) {
                    for (int at = base + stride; at <= last; at += stride) {
                        raise(tile, at, at - stride, stride);
                    }
                }
            }
        }
    }

    private static void lower(int[] tile, int to, int from, int length) {
        for (int k = 0; k < length; k++) {
            tile[to + k] = Math.min(tile[to + k], tile[from + k]);
        }
    }

    private static void raise(int[] tile, int to, int from, int length) {
        for (int k = 0; k < length; k++) {
            tile[to + k] = Math.max(tile[to + k], tile[from + k]);
        }
    }
}
