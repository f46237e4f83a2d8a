// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.List;
import org.detente.model.Problem;
import org.jspecify.annotations.Nullable;

/// Checks that states counted as one really are: nobody tells them apart and nobody can leave them.
final class SameCheck {
    private SameCheck() {}

    /// What is wrong with a class.
    ///
    /// @return a problem, or null if the class may be merged
    static @Nullable Problem problem(
            StateSpace space,
            StateSet feasible,
            List<StateSet> seen,
            List<Ranks> ranks,
            StateSet merged) {
        int first = merged.next(0);
        Movement movement = new Movement(space, feasible, seen.toArray(StateSet[]::new));
        int[] escape = {-1};
        for (int s = first; s >= 0; s = merged.next(s + 1)) {
            for (int mover = 0; mover < space.moverCount(); mover++) {
                String name = space.movers().get(mover).id();
                if (ranks.get(mover).rank(s) != ranks.get(mover).rank(first)) {
                    return Problem.error(
                            "same",
                            "states %d and %d are counted as one, but %s is not indifferent between them"
                                    .formatted(first, s, name),
                            "Describe only states that every party ranks alike");
                }
                movement.forEach(mover, s, t -> escape[0] = merged.contains(t) ? escape[0] : t);
                if (escape[0] >= 0) {
                    return Problem.error(
                            "same",
                            "state %d is counted with others as one, but %s can leave them, to state %d"
                                    .formatted(s, name, escape[0]),
                            "Describe only states that nobody can leave, for instance because an option only moves up");
                }
            }
        }
        return null;
    }
}
