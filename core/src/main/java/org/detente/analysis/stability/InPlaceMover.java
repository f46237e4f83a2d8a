// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.jspecify.annotations.Nullable;

/// One mover with an order of its own, in a small product: where it can go, and what does not
/// depend on the others' orders. Shared by all readings in which its ranks are the same.
final class InPlaceMover {
    private final Ranks ranks;
    private final InPlaceMoves moves;
    private final Ranks replies;
    private final StateSet nash;
    private InPlaceQuestion question;
    private @Nullable Stable general;

    /// The states that are stable under two concepts.
    record Stable(StateSet first, StateSet second) {}

    /// A mover.
    ///
    /// @param space the space
    /// @param mover its index
    /// @param feasible the feasible states
    /// @param usable those of them that it sees
    /// @param ranks its ranks
    /// @param scratch room for a number for each state
    InPlaceMover(
            StateSpace space,
            int mover,
            StateSet feasible,
            StateSet usable,
            Ranks ranks,
            long[] scratch) {
        this.ranks = ranks;
        this.moves = new InPlaceMoves(space, mover, usable, ranks);
        this.nash = feasible.copy();
        this.replies = bestReplies(scratch);
        StateSet open = feasible.copy().andNot(nash);
        this.question = InPlaceQuestion.of(ranks, open, open);
    }

    /// By state the best rank that the mover can have by a move of its own or by none. Where it can
    /// have a better one than it has, the state is not stable in the sense of Nash.
    private Ranks bestReplies(long[] scratch) {
        for (int s = 0; s < scratch.length; s++) {
            scratch[s] = ranks.rank(s);
        }
        Replies best = new Replies();
        moves.best(scratch, Lanes.WIDE, best);
        return best.ranks();
    }

    /// Gathers the best replies, in as many bits as ranks have.
    private final class Replies implements InPlaceMoves.Sink {
        private final boolean inSixteenBits = ranks.isNarrow();
        private final char[] narrow = inSixteenBits ? ranks.narrowArray().clone() : new char[0];
        private final int[] wide = inSixteenBits ? new int[0] : ranks.wideArray().clone();

        @Override
        public boolean take(int state, long reached) {
            int before = inSixteenBits ? narrow[state] : wide[state];
            if (reached > before) {
                nash.remove(state);
                if (inSixteenBits) {
                    narrow[state] = (char) reached;
                } else {
                    wide[state] = (int) reached;
                }
            }
            return true;
        }

        private Ranks ranks() {
            return inSixteenBits
                    ? Ranks.narrow(narrow, ranks.levelCount())
                    : Ranks.wide(wide, ranks.levelCount());
        }
    }

    Ranks ranks() {
        return ranks;
    }

    InPlaceMoves moves() {
        return moves;
    }

    /// By state the best rank after one move of the mover's own or none.
    Ranks replies() {
        return replies;
    }

    /// The feasible states from which no move of the mover's own pays.
    StateSet nash() {
        return nash;
    }

    /// What is asked next: what is stable under GMR and SMR beside what is in the sense of Nash,
    /// and once that has been found, what of it is stable under SEQ and SSEQ.
    InPlaceQuestion question() {
        return question;
    }

    /// What is stable under GMR and SMR, or null if that has not been found yet.
    @Nullable Stable general() {
        return general;
    }

    /// Keeps what is stable under GMR and SMR.
    void general(Stable found) {
        general = found;
        question =
                InPlaceQuestion.of(
                        ranks,
                        found.first().copy().andNot(nash),
                        found.second().copy().andNot(nash));
    }
}
