// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import org.detente.analysis.enforcement.StepGame.Rest;
import org.jspecify.annotations.Nullable;

/// Looks for the order of steps from `now` to a package with the largest smallest margin, the
/// shortest among equals.
///
/// Orders through fewer positions, found first, give a margin that can be had. The steps that an
/// order with a larger one could consist of are then few ([StepBounds]), or there are none and the
/// order is the best; among few steps all orders that matter are followed ([StepRests]), among many
/// the margin is first raised, or what is possible lowered, by halves.
final class StepSearch {
    /// With a larger smallest margin by no more than this an order counts as no better.
    static final double CLOSE = 1e-8;

    /// Among so many steps all orders that matter are followed at once.
    private static final long FEW = 4_000;

    /// With more positions than this, orders through fewer are looked for first.
    private static final int LARGE = 700;

    private static final int COARSER = 16;

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

    private Best best(Rest once, boolean isTooLarge) {
        Rest best = once;
        Rest coarse = game.size() > large ? throughFewer() : null;
        if (coarse != null && coarse.isBetterThan(best)) {
            best = coarse;
        }
        if (isTooLarge) {
            return new Best(best, false);
        }
        StepBounds bounds = StepBounds.of(game, best.margin() + CLOSE);
        double upper = bounds.widest();
        boolean isNew = true;
        while (!bounds.isEmpty() && upper > best.margin() + CLOSE) {
            Rest better = null;
            if (isNew && bounds.stepCount() <= FEW) {
                StepRests.Outcome all = StepRests.all(game, bounds, best.margin() + CLOSE);
                better = all.best();
                if (all.complete()) {
                    return new Best(better == null ? best : better, true);
                }
            }
            isNew = false;
            if (better == null) {
                double half = best.margin() + (upper - best.margin()) / 2;
                StepBounds above = bounds.narrowed(half);
                boolean isNone = above.isEmpty();
                if (!isNone) {
                    better = StepRests.some(game, above, half);
                    if (better == null) {
                        StepRests.Outcome all = StepRests.all(game, above, half);
                        better = all.best();
                        isNone = better == null && all.complete();
                    }
                }
                if (isNone) {
                    upper = half;
                    continue;
                }
            }
            if (better == null) {
                return new Best(best, false);
            }
            best = better;
            bounds = bounds.narrowed(best.margin() + CLOSE);
            upper = Math.min(upper, bounds.widest());
            isNew = true;
        }
        return new Best(best, true);
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
