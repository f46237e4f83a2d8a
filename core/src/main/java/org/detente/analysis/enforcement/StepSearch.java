// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayDeque;
import java.util.Deque;
import org.detente.analysis.enforcement.StepGame.Rest;
import org.jspecify.annotations.Nullable;

/// Looks for the order of steps from `now` to a package with the largest smallest margin, the
/// shortest among equals.
///
/// Orders through fewer positions, found first, give a margin that can be had. The steps that an
/// order with a larger one could consist of are then few ([StepBounds]), or there are none and the
/// order is the best; among few steps all orders that matter are followed ([StepRests]), among many
/// a larger margin is tried first, which leaves fewer.
final class StepSearch {
    /// With a larger smallest margin by no more than this an order counts as no better.
    static final double CLOSE = 1e-8;

    /// Among so many steps all orders that matter are followed at once.
    private static final long FEW = 4_000;

    /// Among more, a larger margin is tried first, if one could be larger by more than this.
    private static final double NEAR = 1e-3;

    /// The same before any step is left out.
    private static final double FAR = 1e-2;

    /// With more positions than this, orders through fewer are looked for first.
    private static final int LARGE = 700;

    private static final int COARSER = 4;

    /// Between more positions than this many steps allow, only orders through fewer are looked for.
    private static final double MOST_STEPS = 6e7;

    private final StepGame game;
    private final int large;

    /// What was found.
    ///
    /// @param best the order with the largest smallest margin, or null if the package or `now` are
    ///   no states that can occur
    /// @param exact whether none better exists among the positions looked at
    /// @param closed how many positions lead on to the package by steps that might pay, however
    ///   hopefully each side looks at the rest; -1 if `now` is among them or the order is safe
    record Found(@Nullable Rest best, boolean exact, int closed) {}

    /// A search.
    ///
    /// @param game the steps
    StepSearch(StepGame game) {
        this(game, LARGE);
    }

    /// A search.
    ///
    /// @param game the steps
    /// @param large with more positions than this, orders through fewer are looked for first
    StepSearch(StepGame game, int large) {
        this.game = game;
        this.large = large;
    }

    /// Searches.
    Found found() {
        if (!game.isUsable(0) || !game.isUsable(game.target())) {
            return new Found(null, true, 0);
        }
        Rest once = game.before(0, game.target(), game.end());
        if (game.endMargin() >= -StepGame.TIE && once.margin() >= game.endMargin()) {
            return new Found(once, true, -1); // no order has more than its end
        }
        boolean isTooLarge = Ways.stepCount(game.lattice()) > MOST_STEPS;
        Best best = best(once, isTooLarge);
        Rest shown = isTooLarge ? best.rest() : shortest(best.rest(), once);
        return new Found(
                shown,
                best.exact() && game.lattice().isWhole(),
                shown.margin() < -StepGame.TIE && !isTooLarge ? StepBounds.closed(game) : -1);
    }

    /// The largest smallest margin.
    private record Best(Rest rest, boolean exact) {}

    /// A smallest margin that is asked for.
    ///
    /// @param margin the margin
    /// @param bounds the steps that orders with it could consist of; null for all steps
    /// @param ceiling a larger margin that was not found
    private record Level(double margin, @Nullable StepBounds bounds, double ceiling) {
        /// Whether a larger margin is to be tried first.
        boolean isWide() {
            double room = ceiling - margin;
            return Double.isFinite(room)
                    && (bounds == null ? room > FAR : room > NEAR && bounds.stepCount() > FEW);
        }

        double half() {
            return margin + (ceiling - margin) / 2;
        }

        StepBounds narrowed(StepGame game, double more) {
            return bounds == null ? StepBounds.of(game, more) : bounds.narrowed(more);
        }
    }

    /// Climbs: as long as a level leaves many steps a higher one is tried first.
    private Best best(Rest once, boolean isTooLarge) {
        Rest best = once;
        Rest coarse = game.size() > large ? throughFewer() : null;
        if (coarse != null && coarse.isBetterThan(best)) {
            best = coarse;
        }
        if (isTooLarge) {
            return new Best(best, false);
        }
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(best.margin() + CLOSE, null, game.endMargin()));
        while (!open.isEmpty() && open.getLast().margin() <= game.endMargin()) {
            Level level = open.pop();
            if (level.isWide()) {
                double half = level.half();
                StepBounds above = level.narrowed(game, half);
                open.push(new Level(level.margin(), level.bounds(), half));
                if (!above.isEmpty()) {
                    open.push(new Level(half, above, Math.min(level.ceiling(), above.widest())));
                }
                continue;
            }
            StepBounds bounds = level.narrowed(game, level.margin());
            StepRests.Outcome found = found(bounds, level.margin());
            if (found.best() != null) {
                best = found.best();
                bounds = bounds.narrowed(best.margin() + CLOSE);
                open.clear();
                if (best.margin() < game.endMargin() && !bounds.isEmpty() && !found.complete()) {
                    double ceiling = Math.min(level.ceiling(), bounds.widest());
                    open.push(new Level(best.margin() + CLOSE, bounds, ceiling));
                }
            } else if (!found.complete() && open.isEmpty()) {
                return new Best(best, false);
            }
        }
        return new Best(best, true);
    }

    /// Looks for an order among some steps, first among few rests, then among all that matter.
    private StepRests.Outcome found(StepBounds bounds, double atLeast) {
        if (bounds.isEmpty()) {
            return new StepRests.Outcome(null, true);
        }
        if (bounds.stepCount() > FEW) {
            Rest some = StepRests.some(game, bounds, atLeast);
            if (some != null) {
                return new StepRests.Outcome(some, false);
            }
        }
        return StepRests.all(game, bounds, atLeast);
    }

    /// The best order through fewer positions, or null if there are none fewer.
    private @Nullable Rest throughFewer() {
        Lattice lattice = game.lattice();
        Lattice coarser = lattice.coarser(game.size() / COARSER);
        if (coarser == null) {
            return null;
        }
        StepGame own = game.on(coarser);
        Rest once = own.before(0, own.target(), own.end());
        return here(0, new StepSearch(own, large).best(once, false).rest(), coarser);
    }

    /// An order through other positions as one through these.
    private Rest here(int from, Rest rest, Lattice other) {
        Rest after = rest.after();
        if (after == null) {
            return game.end();
        }
        int next = game.lattice().samePosition(other, rest.next());
        return game.before(from, next, here(next, after, other));
    }

    /// The shortest of the orders whose smallest margin is no smaller.
    private Rest shortest(Rest best, Rest once) {
        if (once.margin() >= best.margin() - StepGame.TIE) {
            return once;
        }
        if (best.length() <= 2) {
            return best;
        }
        StepBounds bounds = StepBounds.of(game, best.margin());
        for (int length = bounds.shortest(); length < best.length(); length++) {
            StepBounds shorter = bounds.within(length);
            if (!shorter.isEmpty()) {
                Rest found = StepRests.all(game, shorter, best.margin()).best();
                if (found != null) {
                    return found;
                }
            }
        }
        return best;
    }
}
