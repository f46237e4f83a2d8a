// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import org.detente.compile.AgreementForm;
import org.detente.compile.Movement;
import org.detente.compile.StateSpace;

/// What one party outside does best about a standing agreement in one reading: the best for itself
/// among its moves and leaving things as they are. Immutable.
final class BestMove {
    private final StateSpace space;
    private final Movement movement;
    private final int mover;
    private final Taste taste;

    /// A party outside.
    ///
    /// @param form the agreement as the reading has it
    /// @param mover the party's index among the movers
    BestMove(AgreementForm form, int mover) {
        this.space = form.model().space();
        this.movement = form.model().movement();
        this.mover = mover;
        this.taste = Taste.of(form, mover);
    }

    Taste taste() {
        return taste;
    }

    Movement movement() {
        return movement;
    }

    /// The state that its best move leads to; of moves that are alike the one that changes fewest
    /// options, then the first of them, and none rather than one.
    ///
    /// @param standing the state in which the agreement stands
    /// @param terms the level of each term
    /// @return `standing` if it leaves the agreement alone
    int from(int standing, int[] terms) {
        int[] best = {standing};
        movement.forEach(
                mover,
                standing,
                state -> {
                    int order = taste.compare(state, best[0], terms);
                    if (order > 0
                            || (order == 0
                                    && changes(standing, state) < changes(standing, best[0]))) {
                        best[0] = state;
                    }
                });
        return best[0];
    }

    /// Whether it leaves an agreement alone.
    ///
    /// @param standing the state in which the agreement stands
    /// @param terms the level of each term
    boolean leavesAlone(int standing, int[] terms) {
        return from(standing, terms) == standing;
    }

    /// By how many of its own points a state is better than another, or NaN if it does not go by
    /// points.
    double ahead(int state, int other, int[] terms) {
        return taste instanceof Taste.Valued valued
                ? valued.ahead(state, other, terms)
                : Double.NaN;
    }

    /// How many of its options differ between two states.
    int changes(int from, int to) {
        int count = 0;
        for (int option : space.optionsOf(mover)) {
            count += space.level(from, option) == space.level(to, option) ? 0 : 1;
        }
        return count;
    }
}
