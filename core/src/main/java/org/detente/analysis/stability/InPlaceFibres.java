// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;

/// How one mover's fibres lie in a small product, and where in each its moves pay.
///
/// Fibres of a few states are kept as the pairs of their cells between which the mover moves, one
/// bit each; larger ones in the order of its ranks, see [FibreOrder]. Memory: 16 bits a state.
final class InPlaceFibres {
    /// The largest fibre that is kept as pairs, so that these fit in 16 bits.
    private static final int MOST_PAIRED_CELLS = 4;

    /// Tiles as small as they can be: whatever is contiguous, but 32 states at least.
    private static final Tiles.Shape SMALL = new Tiles.Shape(0, 32, Integer.MAX_VALUE);

    private final Tiles tiles;
    private final StateSet usable;
    private final OneWay oneWay;
    private final int[] cellOffsets;
    private final int[] laneOffsets;
    private final int[] laneOfOffset;
    private final boolean paired;
    private final char[] fibres;
    private final char[] allPairs;

    /// A mover's fibres.
    ///
    /// @param space the space
    /// @param mover its index
    /// @param usable the feasible states that it sees
    /// @param ranks its ranks
    InPlaceFibres(StateSpace space, int mover, StateSet usable, Ranks ranks) {
        this.tiles = new Tiles(space, mover, SMALL);
        this.usable = usable;
        this.oneWay = new OneWay(space, tiles);
        this.cellOffsets = cellOffsets(space, tiles);
        this.laneOfOffset = lanesOfOffsets(tiles);
        this.laneOffsets = laneOffsets(tiles);
        this.paired = tiles.fibreSize() <= MOST_PAIRED_CELLS;
        int laneCount = tiles.count() * tiles.laneCount();
        this.fibres = paired ? new char[laneCount] : new char[laneCount * tiles.fibreSize()];
        this.allPairs = paired ? new char[laneCount] : new char[0];
        if (paired) {
            pair(ranks);
        } else {
            sort(ranks);
        }
    }

    private static int[] cellOffsets(StateSpace space, Tiles tiles) {
        int[] offsets = new int[tiles.fibreSize()];
        int filled = 1;
        for (int k = 0; k < tiles.optionCount(); k++) {
            int option = tiles.option(k);
            for (int level = 1; level < space.radix(option); level++) {
                for (int c = 0; c < filled; c++) {
                    offsets[level * filled + c] = offsets[c] + level * space.stride(option);
                }
            }
            filled *= space.radix(option);
        }
        return offsets;
    }

    /// The lane of each state of a run.
    private static int[] lanesOfOffsets(Tiles tiles) {
        int[] lanes = tiles.positions().clone();
        for (int k = 0; k < lanes.length; k++) {
            lanes[k] %= tiles.rowLength();
        }
        return lanes;
    }

    private static int[] laneOffsets(Tiles tiles) {
        int[] offsets = new int[tiles.laneCount()];
        int[] positions = tiles.positions();
        for (int k = 0; k < positions.length; k++) {
            if (positions[k] < tiles.laneCount()) {
                offsets[positions[k]] = k;
            }
        }
        return offsets;
    }

    private void pair(Ranks ranks) {
        boolean[] reach = new boolean[tiles.fibreSize() * tiles.fibreSize()];
        long[] noted = new long[Math.max(1, oneWay.entryCount())];
        for (int to = 0; to < tiles.fibreSize(); to++) {
            Arrays.fill(noted, Lanes.WIDE.beyond());
            if (!oneWay.isEmpty()) {
                oneWay.note(Lanes.WIDE, noted, to, 0);
            }
            for (int from = 0; from < tiles.fibreSize(); from++) {
                reach[from * tiles.fibreSize() + to] =
                        from != to
                                && (oneWay.isEmpty() || oneWay.least(Lanes.WIDE, noted, from) == 0);
            }
        }
        int reachable = reachable(reach);
        int[] fibreRanks = new int[cellOffsets.length];
        for (int tile = 0; tile < tiles.count(); tile++) {
            for (int lane = 0; lane < laneOffsets.length; lane++) {
                int base = base(tile, lane);
                for (int c = 0; c < fibreRanks.length; c++) {
                    int state = base + cellOffsets[c];
                    fibreRanks[c] = usable.contains(state) ? ranks.rank(state) : -1;
                }
                pair(tile * laneOffsets.length + lane, fibreRanks, reachable);
            }
        }
    }

    /// The bits of the pairs of cells between which the mover can move.
    private int reachable(boolean[] reach) {
        int pairs = 0;
        int bit = 1;
        for (int from = 0; from < cellOffsets.length; from++) {
            for (int to = 0; to < cellOffsets.length; to++) {
                if (from != to) {
                    pairs |= reach[from * cellOffsets.length + to] ? bit : 0;
                    bit <<= 1;
                }
            }
        }
        return pairs;
    }

    /// Keeps a fibre's pairs; ranks are negative where the mover cannot be.
    private void pair(int fibre, int[] ranks, int reachable) {
        int all = 0;
        int paying = 0;
        int bit = 1;
        for (int from = 0; from < ranks.length; from++) {
            for (int to = 0; to < ranks.length; to++) {
                if (from != to) {
                    all |= (ranks[from] | ranks[to]) < 0 ? 0 : bit;
                    paying |= ranks[to] > ranks[from] ? bit : 0;
                    bit <<= 1;
                }
            }
        }
        allPairs[fibre] = (char) (all & reachable);
        fibres[fibre] = (char) (all & paying & reachable);
    }

    private void sort(Ranks ranks) {
        FibreOrder order = new FibreOrder(cellOffsets.length, fibres);
        FibreOrder.Scratch scratch = order.scratch();
        int[] entries = new int[cellOffsets.length];
        int[] laneRanks = new int[cellOffsets.length];
        for (int tile = 0; tile < tiles.count(); tile++) {
            for (int lane = 0; lane < laneOffsets.length; lane++) {
                int base = base(tile, lane);
                for (int c = 0; c < cellOffsets.length; c++) {
                    int state = base + cellOffsets[c];
                    laneRanks[c] = usable.contains(state) ? ranks.rank(state) : -1;
                }
                order.keep(tile * laneOffsets.length + lane, laneRanks, entries, scratch);
            }
        }
    }

    private int base(int tile, int lane) {
        return tiles.firstState(tile, 0) + laneOffsets[lane];
    }

    /// The offset of one end of each ordered pair of cells, in the order of their bits.
    int[] pairEnds(boolean from) {
        int[] ends = new int[paired ? cellOffsets.length * (cellOffsets.length - 1) : 0];
        int bit = 0;
        for (int source = 0; paired && source < cellOffsets.length; source++) {
            for (int target = 0; target < cellOffsets.length; target++) {
                if (source != target) {
                    ends[bit++] = cellOffsets[from ? source : target];
                }
            }
        }
        return ends;
    }

    Tiles tiles() {
        return tiles;
    }

    OneWay oneWay() {
        return oneWay;
    }

    /// By how much a state's number grows from the first cell of its fibre to each.
    int[] cellOffsets() {
        return cellOffsets;
    }

    /// By how much a state's number grows from the first lane of its tile to each.
    int[] laneOffsets() {
        return laneOffsets;
    }

    /// The lane of each state of a run.
    int[] laneOfOffset() {
        return laneOfOffset;
    }

    /// Whether fibres are kept as pairs.
    boolean isPaired() {
        return paired;
    }

    /// For each fibre, tile by tile and lane by lane, the pairs of cells between which a move pays,
    /// or its cells in order.
    char[] paying() {
        return fibres;
    }

    /// For each fibre the pairs of cells between which the mover can move at all, if fibres are
    /// kept as pairs.
    char[] allPairs() {
        return allPairs;
    }
}
