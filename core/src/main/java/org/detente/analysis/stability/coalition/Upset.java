// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.List;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.Witness;

/// How a coalition upsets a state: a certificate that can be checked move by move.
///
/// It is given for the firmest of three: GMR, where no answer at all of the others leaves any
/// member no better off; SEQ, where no answer does that pays those who make it; Nash, where the
/// coalition gains if there is no answer. Of several such joint moves it is one of the fewest
/// moves, then of the fewest options changed, then the one whose last state has the lowest number.
///
/// @param state the state
/// @param members the movers' indices, ascending
/// @param concept GMR, SEQ or Nash
/// @param steps the members' moves, in order; where they end is better for each member
public record Upset(int state, List<Integer> members, Concept concept, List<Witness.Step> steps) {
    /// Copies the lists.
    public Upset {
        members = List.copyOf(members);
        steps = List.copyOf(steps);
    }

    /// Where the joint move ends.
    ///
    /// @return the last step's state
    public int end() {
        return steps.getLast().state();
    }
}
