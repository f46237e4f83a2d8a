// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.concurrent.atomic.AtomicBoolean;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.jspecify.annotations.Nullable;

/// What one mover does to values: carry the least along its moves or along its paying moves, as an
/// opponent; carry the greatest along its moves, for itself.
///
/// States that the mover cannot use, infeasible or unseen, are passed over inside a fibre, and keep
/// their values.
final class MoverKernel {
    private final StateSpace space;
    private final Tiles tiles;
    private final Sweeps sweeps;
    private final StateSet usable;
    private final boolean allUsable;
    private final Ranks ranks;
    private final Workers workers;
    private final int[][] firstTiles;
    private final int[][] secondTiles;
    private final int[][] rankTiles;
    private @Nullable PayingMoves payingMoves;
    private final PayingMoves.@Nullable Scratch[] scratches;

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
        this.firstTiles = new int[workers.count()][0];
        this.secondTiles = new int[workers.count()][0];
        this.rankTiles = new int[workers.count()][0];
        this.scratches = new PayingMoves.Scratch[workers.count()];
    }

    private int[] tile(int[][] byWorker, int worker) {
        if (byWorker[worker].length == 0) {
            byWorker[worker] = new int[tiles.cellCount()];
        }
        return byWorker[worker];
    }

    /// As an opponent: lowers every value to the least within reach of any of its moves.
    ///
    /// @return whether anything changed
    boolean anyMoves(Cells value) {
        AtomicBoolean changed = new AtomicBoolean();
        workers.run(
                tiles.count(),
                (worker, index) -> {
                    int[] tile = tile(firstTiles, worker);
                    load(value, index, tile);
                    fillUnusable(index, tile, value.beyond());
                    sweeps.least(tile);
                    keepUnusable(value, index, tile);
                    if (store(value, index, tile)) {
                        changed.set(true);
                    }
                });
        return changed.get();
    }

    /// As an opponent: lowers every value to the least within reach of a move that pays for it.
    ///
    /// @param value the values under one concept
    /// @param alsoValue the values under another
    /// @return whether anything changed
    boolean payingMoves(Cells value, Cells alsoValue) {
        PayingMoves moves = payingMoves();
        AtomicBoolean changed = new AtomicBoolean();
        workers.run(
                tiles.count(),
                (worker, index) -> {
                    int[] rankTile = tile(rankTiles, worker);
                    int[] first = tile(firstTiles, worker);
                    int[] second = tile(secondTiles, worker);
                    load(Cells.of(ranks), index, rankTile);
                    fillUnusable(index, rankTile, -1);
                    load(value, index, first);
                    load(alsoValue, index, second);
                    moves.carry(rankTile, first, second, value.beyond(), scratch(moves, worker));
                    boolean lowered = store(value, index, first);
                    lowered |= store(alsoValue, index, second);
                    if (lowered) {
                        changed.set(true);
                    }
                });
        return changed.get();
    }

    private PayingMoves payingMoves() {
        PayingMoves known = payingMoves;
        if (known == null) {
            known = new PayingMoves(space, tiles, ranks.levelCount());
            payingMoves = known;
        }
        return known;
    }

    private PayingMoves.Scratch scratch(PayingMoves moves, int worker) {
        PayingMoves.Scratch known = scratches[worker];
        if (known == null) {
            known = moves.scratch();
            scratches[worker] = known;
        }
        return known;
    }

    /// For itself: the best rank it can have after one move or none.
    ///
    /// @param own its ranks, with "beyond" where nobody can be
    /// @param replies takes the result; equal to `own` where it cannot move
    void bestReplies(Cells own, Cells replies) {
        workers.run(
                tiles.count(),
                (worker, index) -> {
                    int[] tile = tile(firstTiles, worker);
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
                    int[] tile = tile(firstTiles, worker);
                    load(own, index, tile);
                    for (int run = 0; run < tiles.runCount(); run++) {
                        int from = tiles.base(index) + tiles.runOffset(run);
                        value.loadMin(from, tiles.run(), tile, run * tiles.run());
                    }
                    fillUnusable(index, tile, 0);
                    sweeps.greatest(tile);
                    store(value, index, tile);
                });
    }

    private void load(Cells cells, int index, int[] tile) {
        for (int run = 0; run < tiles.runCount(); run++) {
            int from = tiles.base(index) + tiles.runOffset(run);
            cells.load(from, tiles.run(), tile, run * tiles.run());
        }
    }

    private boolean store(Cells cells, int index, int[] tile) {
        boolean changed = false;
        for (int run = 0; run < tiles.runCount(); run++) {
            int from = tiles.base(index) + tiles.runOffset(run);
            changed |= cells.store(from, tiles.run(), tile, run * tiles.run());
        }
        return changed;
    }

    private void fillUnusable(int index, int[] tile, int filling) {
        if (allUsable) {
            return;
        }
        for (int run = 0; run < tiles.runCount(); run++) {
            int from = tiles.base(index) + tiles.runOffset(run);
            int at = run * tiles.run();
            for (int k = 0; k < tiles.run(); k++) {
                tile[at + k] = usable.contains(from + k) ? tile[at + k] : filling;
            }
        }
    }

    private void keepUnusable(Cells kept, int index, int[] tile) {
        if (allUsable) {
            return;
        }
        for (int run = 0; run < tiles.runCount(); run++) {
            int from = tiles.base(index) + tiles.runOffset(run);
            int at = run * tiles.run();
            for (int k = 0; k < tiles.run(); k++) {
                if (!usable.contains(from + k)) {
                    tile[at + k] = kept.get(from + k);
                }
            }
        }
    }
}
