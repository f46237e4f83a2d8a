// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.jspecify.annotations.Nullable;

/// What one mover does to values: carry the least along its moves or along its paying moves, as an
/// opponent; carry the greatest along its moves, for itself.
///
/// States that the mover cannot use, infeasible or unseen, are passed over inside a fibre, and keep
/// their values. As an opponent it only looks at tiles in which another has changed something.
final class MoverKernel {
    private final StateSpace space;
    private final Tiles tiles;
    private final Sweeps sweeps;
    private final StateSet usable;
    private final boolean allUsable;
    private final Ranks ranks;
    private final Workers workers;
    private final Bench[] benches;
    private final byte[] stale;
    private @Nullable PayingMoves payingMoves;
    private @Nullable FibreOrder fibreOrder;

    /// What one worker needs; made when it is first used.
    private static final class Bench {
        private int[] tile = {};
        private int[] alsoTile = {};
        private int[] rankTile = {};
        private PayingMoves.@Nullable Scratch scratch;
    }

    /// A mover.
    ///
    /// @param space the space
    /// @param mover its index
    /// @param usable the feasible states that it sees
    /// @param ranks its ranks
    /// @param shape how large tiles are made
    /// @param workers who does the work
    MoverKernel(
            StateSpace space,
            int mover,
            StateSet usable,
            Ranks ranks,
            Tiles.Shape shape,
            Workers workers) {
        this.space = space;
        this.tiles = new Tiles(space, mover, shape);
        this.sweeps = new Sweeps(space, tiles);
        this.usable = usable;
        this.allUsable = usable.count() == space.product();
        this.ranks = ranks;
        this.workers = workers;
        this.stale = new byte[tiles.count()];
        this.benches = new Bench[workers.count()];
        for (int worker = 0; worker < benches.length; worker++) {
            benches[worker] = new Bench();
        }
    }

    private int[] tile(Bench bench) {
        if (bench.tile.length == 0) {
            bench.tile = new int[tiles.arrayLength()];
        }
        return bench.tile;
    }

    private int[] alsoTile(Bench bench) {
        if (bench.alsoTile.length == 0) {
            bench.alsoTile = new int[tiles.arrayLength()];
        }
        return bench.alsoTile;
    }

    private int[] rankTile(Bench bench) {
        if (bench.rankTile.length == 0) {
            bench.rankTile = new int[tiles.arrayLength()];
        }
        return bench.rankTile;
    }

    /// Says that every tile has to be looked at.
    void allStale() {
        Arrays.fill(stale, (byte) 1);
    }

    /// Whether a tile has to be looked at.
    boolean anyStale() {
        for (byte tile : stale) {
            if (tile != 0) {
                return true;
            }
        }
        return false;
    }

    /// Says that a run of states has changed. May be called by several workers at once: they only
    /// ever write the same value, and only where it is not there yet, for the caches' sake.
    private void markStale(int from, int length) {
        for (int state = from; state < from + length; state += tiles.run()) {
            int tile = tiles.tileOf(state);
            if (stale[tile] == 0) {
                stale[tile] = 1;
            }
        }
    }

    /// As an opponent: lowers every value to the least within reach of any of its moves.
    ///
    /// @param value the values
    /// @param others who has to look again where something has changed
    void anyMoves(Cells value, MoverKernel... others) {
        workers.run(
                tiles.count(),
                (worker, index) -> {
                    if (stale[index] == 0) {
                        return;
                    }
                    stale[index] = 0;
                    int[] tile = tile(benches[worker]);
                    load(value, index, tile);
                    fillUnusable(index, tile, value.beyond());
                    sweeps.least(tile);
                    keepUnusable(value, index, tile);
                    store(value, index, tile, others);
                });
    }

    /// As an opponent: lowers every value to the least within reach of a move that pays for it.
    ///
    /// @param value the values under one concept
    /// @param alsoValue the values under another
    /// @param others who has to look again where something has changed
    void payingMoves(Cells value, Cells alsoValue, MoverKernel... others) {
        PayingMoves moves = payingMoves();
        FibreOrder fibres = fibreOrder(moves);
        workers.run(
                tiles.count(),
                (worker, index) -> {
                    if (stale[index] == 0) {
                        return;
                    }
                    stale[index] = 0;
                    Bench bench = benches[worker];
                    int[] tile = tile(bench);
                    int[] alsoTile = alsoTile(bench);
                    load(value, index, tile);
                    load(alsoValue, index, alsoTile);
                    if (!fibres.isKept()) {
                        loadRanks(index, rankTile(bench));
                    }
                    moves.carry(
                            fibres,
                            index,
                            bench.rankTile,
                            tile,
                            alsoTile,
                            value.beyond(),
                            scratch(moves, fibres, bench));
                    store(value, index, tile, others);
                    store(alsoValue, index, alsoTile, others);
                });
    }

    private PayingMoves payingMoves() {
        PayingMoves known = payingMoves;
        if (known == null) {
            known = new PayingMoves(space, tiles);
            payingMoves = known;
        }
        return known;
    }

    /// The orders of all fibres, sorted when first asked for. With one opponent each is used once.
    private FibreOrder fibreOrder(PayingMoves moves) {
        FibreOrder known = fibreOrder;
        if (known != null) {
            return known;
        }
        FibreOrder made = new FibreOrder(tiles, space.moverCount() > 2);
        if (made.isKept()) {
            workers.run(
                    tiles.count(),
                    (worker, index) -> {
                        Bench bench = benches[worker];
                        int[] rankTile = rankTile(bench);
                        loadRanks(index, rankTile);
                        moves.sort(made, index, rankTile, scratch(moves, made, bench));
                    });
        }
        fibreOrder = made;
        return made;
    }

    private static PayingMoves.Scratch scratch(PayingMoves moves, FibreOrder fibres, Bench bench) {
        PayingMoves.Scratch known = bench.scratch;
        if (known == null) {
            known = moves.scratch(fibres);
            bench.scratch = known;
        }
        return known;
    }

    private void loadRanks(int index, int[] rankTile) {
        load(Cells.of(ranks), index, rankTile);
        fillUnusable(index, rankTile, -1);
    }

    /// For itself: the best rank it can have after one move or none.
    ///
    /// @param own its ranks, with "beyond" where nobody can be
    /// @param replies takes the result; equal to `own` where it cannot move
    void bestReplies(Cells own, Cells replies) {
        workers.run(
                tiles.count(),
                (worker, index) -> {
                    int[] tile = tile(benches[worker]);
                    load(own, index, tile);
                    fillUnusable(index, tile, 0);
                    sweeps.greatest(tile);
                    keepUnusable(own, index, tile);
                    store(replies, index, tile);
                });
    }

    /// For itself: the best, over its moves, of what a move and the answers to it leave it with.
    ///
    /// @param value what the answers leave it with; replaced by the result, which means nothing
    ///   where it cannot move
    void bestGuaranteed(Cells value) {
        Cells own = Cells.of(ranks);
        workers.run(
                tiles.count(),
                (worker, index) -> {
                    int[] tile = tile(benches[worker]);
                    for (int run = 0; run < tiles.runCount(); run++) {
                        value.loadLesser(
                                own,
                                tiles.firstState(index, run),
                                tile,
                                tiles.runStart(run),
                                tiles.positions());
                    }
                    fillUnusable(index, tile, 0);
                    sweeps.greatest(tile);
                    store(value, index, tile);
                });
    }

    private void load(Cells cells, int index, int[] tile) {
        for (int run = 0; run < tiles.runCount(); run++) {
            cells.load(tiles.firstState(index, run), tile, tiles.runStart(run), tiles.positions());
        }
    }

    private void store(Cells cells, int index, int[] tile, MoverKernel... others) {
        for (int run = 0; run < tiles.runCount(); run++) {
            int from = tiles.firstState(index, run);
            if (cells.store(from, tile, tiles.runStart(run), tiles.positions())) {
                for (MoverKernel other : others) {
                    other.markStale(from, tiles.run());
                }
            }
        }
    }

    private void fillUnusable(int index, int[] tile, int filling) {
        if (allUsable) {
            return;
        }
        int[] positions = tiles.positions();
        for (int run = 0; run < tiles.runCount(); run++) {
            int from = tiles.firstState(index, run);
            int at = tiles.runStart(run);
            for (int k = 0; k < positions.length; k++) {
                if (!usable.contains(from + k)) {
                    tile[at + positions[k]] = filling;
                }
            }
        }
    }

    private void keepUnusable(Cells kept, int index, int[] tile) {
        if (allUsable) {
            return;
        }
        int[] positions = tiles.positions();
        for (int run = 0; run < tiles.runCount(); run++) {
            int from = tiles.firstState(index, run);
            int at = tiles.runStart(run);
            for (int k = 0; k < positions.length; k++) {
                if (!usable.contains(from + k)) {
                    tile[at + positions[k]] = kept.get(from + k);
                }
            }
        }
    }
}
