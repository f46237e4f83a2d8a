// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.stability.SingleMoves;
import org.detente.compile.Movement;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.jspecify.annotations.Nullable;

/// What all coalitions share in one reading of a case: where parties can go, and their ranks.
final class Arena {
    private final Terrain terrain;
    private final List<Ranked> ranked = new ArrayList<>();

    /// One mover's ranks.
    private static final class Ranked {
        private final int mover;
        private final Ranks ranks;
        private final int[] byState;
        private final boolean indifferent;
        private int @Nullable [] descending;
        private @Nullable SingleMoves alone;

        Ranked(int mover, Ranks ranks, Terrain terrain) {
            this.mover = mover;
            this.ranks = ranks;
            this.byState = new int[terrain.space().product()];
            int first = ranks.rank(terrain.states()[0]);
            boolean same = true;
            for (int s : terrain.states()) {
                byState[s] = ranks.rank(s);
                same &= byState[s] == first;
            }
            this.indifferent = same;
        }

        synchronized int[] descending(JointMoves moves, int[] states) {
            if (descending == null) {
                descending = sorted(byState, moves, states);
            }
            return descending;
        }

        synchronized SingleMoves alone(Terrain terrain) {
            SingleMoves known = alone;
            if (known == null) {
                known = new SingleMoves(terrain.space(), mover, terrain.usable(mover), ranks);
                alone = known;
            }
            return known;
        }
    }

    /// What a case compiles to.
    ///
    /// @param like another reading of the case, of which what is the same is taken over; or null
    Arena(Terrain terrain, List<Ranks> ranks, @Nullable Arena like) {
        this.terrain = terrain;
        for (int mover = 0; mover < ranks.size(); mover++) {
            Ranked known = like == null ? null : like.ranked.get(mover);
            ranked.add(
                    known != null && known.ranks.sameAs(ranks.get(mover))
                            ? known
                            : new Ranked(mover, ranks.get(mover), terrain));
        }
    }

    Terrain terrain() {
        return terrain;
    }

    StateSpace space() {
        return terrain.space();
    }

    StateSet feasible() {
        return terrain.feasible();
    }

    Movement movement() {
        return terrain.movement();
    }

    JointMoves moves(PartySet parties) {
        return terrain.moves(parties);
    }

    /// A mover's ranks by state; must not be changed.
    int[] rank(int mover) {
        return ranked.get(mover).byState;
    }

    /// The ranks of some parties, in ascending order of the parties.
    int[][] ranks(PartySet parties) {
        int[] members = parties.members();
        int[][] result = new int[members.length][];
        for (int i = 0; i < members.length; i++) {
            result[i] = rank(members[i]);
        }
        return result;
    }

    /// What is the same in two readings in which all of some parties have the same ranks, and only
    /// then.
    List<Object> sameFor(PartySet parties) {
        List<Object> same = new ArrayList<>(List.of(parties));
        for (int mover : parties.members()) {
            same.add(ranked.get(mover));
        }
        return same;
    }

    /// Whether one of the parties ranks all feasible states alike, so that they never gain
    /// together.
    boolean neverGain(PartySet parties) {
        for (int mover : parties.members()) {
            if (ranked.get(mover).indifferent) {
                return true;
            }
        }
        return false;
    }

    /// The feasible states, class by class of what a mover reaches alone, in each those first that
    /// it ranks highest; must not be changed.
    int[] descending(int mover) {
        return ranked.get(mover).descending(moves(new PartySet(1 << mover)), terrain.states());
    }

    /// The moves of some movers that pay each alone, or null if the product is too large for them.
    @Nullable List<SingleMoves> alone(PartySet movers) {
        if (!SingleMoves.fits(space())) {
            return null;
        }
        List<SingleMoves> alone = new ArrayList<>();
        for (int mover : movers.members()) {
            alone.add(ranked.get(mover).alone(terrain));
        }
        return alone;
    }

    /// Sorts by counting: once by rank, then into the classes.
    private static int[] sorted(int[] ranks, JointMoves moves, int[] states) {
        int highest = 0;
        for (int s : states) {
            highest = Math.max(highest, ranks[s]);
        }
        int[] begins = new int[highest + 2];
        for (int s : states) {
            begins[highest - ranks[s] + 1]++;
        }
        for (int k = 0; k <= highest; k++) {
            begins[k + 1] += begins[k];
        }
        int[] byRank = new int[states.length];
        for (int s : states) {
            byRank[begins[highest - ranks[s]]++] = s;
        }
        int[] filled = new int[moves.classCount()];
        for (int index = 0; index < filled.length; index++) {
            filled[index] = moves.start(index);
        }
        int[] sorted = new int[byRank.length];
        for (int state : byRank) {
            sorted[filled[moves.classOf(state)]++] = state;
        }
        return sorted;
    }
}
