// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.enforcement.StepGame.Rest;
import org.jspecify.annotations.Nullable;

/// A backward search for an order among some steps.
///
/// What the rest of an order is worth differs from party to party, so that a position keeps every
/// rest that no other beats for all parties, in its smallest margin and in its length.
final class StepRests {
    /// The most rests that one position keeps.
    static final int MOST_RESTS = 400;

    /// The most pairs of rests that are compared in one search; beyond, the best found counts.
    private static final long MOST_COMPARISONS = 60_000_000L;

    private final StepGame game;
    private final Directions directions;
    private final StepBounds bounds;
    private final double atLeast;
    private final boolean spread;
    private boolean overflow;
    private long comparisons;

    /// What was found.
    ///
    /// @param best the order with the largest smallest margin that was found, the shortest among
    ///   equals; null if none was found
    /// @param complete whether there is none better among the steps
    record Outcome(@Nullable Rest best, boolean complete) {}

    private StepRests(StepGame game, StepBounds bounds, double atLeast, boolean spread) {
        this.game = game;
        this.directions = new Directions(game.scales(), game.patiences());
        this.bounds = bounds;
        this.atLeast = atLeast;
        this.spread = spread;
    }

    /// Keeps all rests that matter, up to a bound.
    ///
    /// @param atLeast the smallest margin that is followed
    static Outcome all(StepGame game, StepBounds bounds, double atLeast) {
        StepRests search = new StepRests(game, bounds, atLeast, false);
        Rest best = search.found();
        return new Outcome(best, !search.overflow);
    }

    /// Keeps the best rest in each of a few directions only: fast, and it may miss the best.
    ///
    /// @param atLeast the smallest margin that is followed
    static @Nullable Rest some(StepGame game, StepBounds bounds, double atLeast) {
        return new StepRests(game, bounds, atLeast, true).found();
    }

    private @Nullable Rest found() {
        List<List<Rest>> rests = new ArrayList<>();
        for (int position = 0; position < game.size(); position++) {
            rests.add(bounds.next(position).length == 0 ? List.of() : new ArrayList<>());
        }
        rests.set(game.target(), List.of(game.end()));
        for (int position = game.target() - 1; position >= 0; position--) {
            for (int next : bounds.next(position)) {
                extend(position, next, rests.get(position), rests.get(next));
            }
        }
        Rest best = null;
        for (Rest rest : rests.getFirst()) {
            best = best == null || rest.isBetterThan(best) ? rest : best;
        }
        return best;
    }

    @SuppressWarnings("ReferenceEquality") // the same rest stands in several directions
    private void extend(int position, int next, List<Rest> kept, List<Rest> afters) {
        Rest last = null;
        for (Rest after : afters) {
            if (after == last) {
                continue;
            }
            last = after;
            if (isPaying(position, next, after)) {
                Rest rest = game.before(position, next, after);
                if (bounds.isEnough(position, rest)) {
                    add(kept, rest);
                }
            }
        }
    }

    private boolean isPaying(int position, int next, Rest after) {
        for (int k = 0; k < game.partyCount(); k++) {
            if (game.margin(k, position, next, after) < atLeast - StepGame.TIE) {
                return false;
            }
        }
        return true;
    }

    private void add(List<Rest> kept, Rest rest) {
        if (spread) {
            spread(kept, rest);
            return;
        }
        comparisons += kept.size();
        for (int k = 0; k < kept.size(); k++) {
            if (covers(kept.get(k), rest)) {
                return;
            }
        }
        kept.removeIf(other -> covers(rest, other));
        int room = comparisons > MOST_COMPARISONS ? 1 : MOST_RESTS;
        if (kept.size() < room) {
            kept.add(rest);
            return;
        }
        overflow = true;
        int weakest = 0;
        for (int k = 1; k < kept.size(); k++) {
            weakest = kept.get(weakest).isBetterThan(kept.get(k)) ? k : weakest;
        }
        if (rest.isBetterThan(kept.get(weakest))) {
            kept.set(weakest, rest);
        }
    }

    /// Keeps the best rest in each direction, each in its place of the list.
    private void spread(List<Rest> kept, Rest rest) {
        if (kept.isEmpty()) {
            for (int d = 0; d < directions.count(); d++) {
                kept.add(rest);
            }
            return;
        }
        for (int d = 0; d < directions.count(); d++) {
            if (directions.sum(d, rest.values()) > directions.sum(d, kept.get(d).values())) {
                kept.set(d, rest);
            }
        }
    }

    private boolean covers(Rest a, Rest b) {
        if (a.margin() < b.margin() || a.length() > b.length()) {
            return false;
        }
        for (int k = 0; k < game.partyCount(); k++) {
            if (a.value(k) < b.value(k)) {
                return false;
            }
        }
        return true;
    }
}
