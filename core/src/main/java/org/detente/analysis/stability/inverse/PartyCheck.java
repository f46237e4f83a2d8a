// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.detente.analysis.stability.Concept;
import org.jspecify.annotations.Nullable;

/// Whether one state is stable for one mover, straight from the definitions, for one order of the
/// mover's after another while the others' stay as they are.
///
/// What the others can reach after each of the mover's moves does not depend on its own order, so
/// it is found once. An improvement that nothing deterred under one order is tried first under the
/// next.
final class PartyCheck {
    private final OwnMoves moves;
    private final Concept concept;
    private final int state;
    private final int mover;
    private final IntToLongFunction[] others;
    private final Steps steps;
    private final int[] scratch;
    private final int[] escapes;
    private final int[] targets;
    private final @Nullable Reach[] answers;

    /// A state and a mover.
    ///
    /// @param moves the moves
    /// @param concept the concept
    /// @param state the state
    /// @param mover the mover's index
    /// @param others by mover, what an answer must raise; [Reach#ANY] if any move will do
    /// @param steps the bound
    PartyCheck(
            OwnMoves moves,
            Concept concept,
            int state,
            int mover,
            IntToLongFunction[] others,
            Steps steps) {
        this.moves = moves;
        this.concept = concept;
        this.state = state;
        this.mover = mover;
        this.others = others;
        this.steps = steps;
        int most = 0;
        for (int any = 0; any < moves.moverCount(); any++) {
            most = Math.max(most, moves.mostTargets(any));
        }
        this.scratch = new int[most];
        this.escapes = new int[moves.mostTargets(mover)];
        int count = moves.list(mover, state, escapes);
        this.targets = Arrays.copyOf(escapes, count);
        this.answers = new Reach[count];
    }

    /// Whether the state is stable for the mover if its order is this.
    ///
    /// @param own the mover's score of every state, higher is better
    /// @return true if it is; not to be relied on once the bound has been hit
    boolean stable(IntToLongFunction own) {
        long here = own.applyAsLong(state);
        for (int k = 0; k < targets.length; k++) {
            steps.take(1);
            if (own.applyAsLong(targets[k]) > here && !deterred(k, own, here)) {
                bringForward(k);
                return false;
            }
        }
        return !steps.exhausted();
    }

    private boolean deterred(int index, IntToLongFunction own, long here) {
        if (concept == Concept.NASH) {
            return false;
        }
        Reach reach = answers[index];
        if (reach == null) {
            reach = new Reach(moves, targets[index], mover, others, scratch, steps);
            answers[index] = reach;
        }
        int next = 0;
        for (int at = reach.get(next); at >= 0; at = reach.get(next)) {
            if (own.applyAsLong(at) <= here && !(concept.noEscape() && escapes(at, own, here))) {
                return true;
            }
            next++;
        }
        return false;
    }

    private boolean escapes(int from, IntToLongFunction own, long here) {
        int count = moves.list(mover, from, escapes);
        steps.take(count);
        for (int k = 0; k < count; k++) {
            if (own.applyAsLong(escapes[k]) > here) {
                return true;
            }
        }
        return false;
    }

    private void bringForward(int index) {
        int target = targets[index];
        Reach answer = answers[index];
        System.arraycopy(targets, 0, targets, 1, index);
        System.arraycopy(answers, 0, answers, 1, index);
        targets[0] = target;
        answers[0] = answer;
    }
}
