// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;

/// The moves of one mover that pay it, in a product small enough to work on in place. Immutable.
public final class SingleMoves {
    private final int size;
    private final InPlaceMoves moves;

    /// A mover's moves.
    ///
    /// @param space the space, which [#fits]
    /// @param mover its index
    /// @param usable the feasible states that it sees
    /// @param ranks its ranks
    public SingleMoves(StateSpace space, int mover, StateSet usable, Ranks ranks) {
        this(space.product(), new InPlaceMoves(space, mover, usable, ranks));
    }

    SingleMoves(int size, InPlaceMoves moves) {
        this.size = size;
        this.moves = moves;
    }

    /// Whether a space is small enough.
    ///
    /// @param space the space
    /// @return true if moves in it can be made
    public static boolean fits(StateSpace space) {
        return InPlaceSolver.fits(space);
    }

    /// For each state the least ranks of others within reach of chains in which each link is a move
    /// of one of some movers that pays it, the state's own included.
    ///
    /// @param movers the movers, at least one, of one space
    /// @param ranks by party and state
    /// @param goOn asked before each look of a mover, with how many states it looks at; if it says
    ///   no, what has been found so far is returned, none of it below what it should be
    /// @return the least ranks, by party and state
    public static int[][] least(List<SingleMoves> movers, int[][] ranks, LongPredicate goOn) {
        int[][] least = new int[ranks.length][];
        int bits = 1;
        for (int[] rank : ranks) {
            int highest = Arrays.stream(rank).max().orElse(0);
            bits = Math.max(bits, Integer.SIZE - Integer.numberOfLeadingZeros(highest));
        }
        int together = Lanes.most(bits);
        for (int from = 0; from < ranks.length; from += together) {
            int count = Math.min(together, ranks.length - from);
            least(movers, ranks, from, new Lanes(bits, count), least, goOn);
        }
        return least;
    }

    private static void least(
            List<SingleMoves> movers,
            int[][] ranks,
            int from,
            Lanes lanes,
            int[][] least,
            LongPredicate goOn) {
        long[] values = new long[movers.getFirst().size];
        for (int k = 0; k < lanes.count(); k++) {
            int[] rank = ranks[from + k];
            for (int s = 0; s < values.length; s++) {
                values[s] |= lanes.of(k, rank[s]);
            }
        }
        Changes changes = new Changes(values.length, movers.size());
        InPlaceMoves.Carried carried = new InPlaceMoves.Carried(values, lanes, changes);
        for (int turn = 0; changes.anyUnseen() && goOn.test(values.length); turn++) {
            int mover = turn % movers.size();
            if (changes.unseen(mover)) {
                movers.get(mover).moves.lower(carried, mover, 0, true);
            }
            changes.seen(mover, _ -> true);
        }
        for (int k = 0; k < lanes.count(); k++) {
            int[] found = new int[values.length];
            for (int s = 0; s < found.length; s++) {
                found[s] = lanes.value(values[s], k);
            }
            least[from + k] = found;
        }
    }
}
