// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.gaps;

import java.util.BitSet;
import java.util.List;
import org.detente.analysis.stability.Concept;

/// Which states are stable for a mover where orders are open, in the four senses of [Li2004].
///
/// With improvements I, sure or possible by the sense, and sanctions D, sure or also possible:
/// Nash: no move is in I. GMR: for each x in I some answer to x is in D. SMR: and from there no
/// move of the mover's own leads outside D. SEQ: and the answer is made of moves that pay or may
/// pay those who make them.
final class SenseKernel {
    private final SmallGraph graph;
    private final List<Taste> tastes;
    private final int mover;
    private final AnswerSets any;
    private final AnswerSets mayPay;
    private final AnswerSets surelyPay;

    SenseKernel(SmallGraph graph, List<Taste> tastes, int mover) {
        this.graph = graph;
        this.tastes = tastes;
        this.mover = mover;
        this.any = new AnswerSets(graph, tastes, AnswerSets.Kind.ANY, mover);
        this.mayPay = new AnswerSets(graph, tastes, AnswerSets.Kind.MAY_PAY, mover);
        this.surelyPay = new AnswerSets(graph, tastes, AnswerSets.Kind.SURELY_PAY, mover);
    }

    /// The states stable for the mover.
    ///
    /// @param concept Nash, GMR, SMR or SEQ
    /// @param sense the sense
    BitSet stable(Concept concept, Sense sense) {
        return stable(
                concept,
                sense,
                switch (concept) {
                    case NASH, GMR, SMR -> any;
                    case SEQ, SSEQ -> mayPay;
                });
    }

    /// The states that are sequentially stable in sense a if the others answer only by moves that
    /// surely pay them.
    BitSet surelySequential() {
        return stable(Concept.SEQ, Sense.A, surelyPay);
    }

    private BitSet stable(Concept concept, Sense sense, AnswerSets answers) {
        BitSet stable = new BitSet();
        for (int at = 0; at < graph.size(); at++) {
            stable.set(at, stable(at, concept, sense, answers));
        }
        return stable;
    }

    private boolean stable(int at, Concept concept, Sense sense, AnswerSets answers) {
        for (int target : graph.moves(mover, at)) {
            if (above(target, at, sense.movesOnMaybe())
                    && (concept == Concept.NASH
                            || !deterred(at, concept, sense, answers.from(target)))) {
                return false;
            }
        }
        return true;
    }

    private boolean above(int one, int other, boolean perhaps) {
        Taste taste = tastes.get(mover);
        return perhaps ? taste.mayBeBetter(one, other) : taste.better(one, other);
    }

    private boolean deterred(int at, Concept concept, Sense sense, BitSet answers) {
        boolean lossMustBeSure = !sense.deterredByMaybe();
        for (int end = answers.nextSetBit(0); end >= 0; end = answers.nextSetBit(end + 1)) {
            if (!above(end, at, lossMustBeSure)
                    && !(concept.noEscape() && escapes(end, at, lossMustBeSure))) {
                return true;
            }
        }
        return false;
    }

    private boolean escapes(int end, int at, boolean perhaps) {
        for (int target : graph.moves(mover, end)) {
            if (above(target, at, perhaps)) {
                return true;
            }
        }
        return false;
    }
}
