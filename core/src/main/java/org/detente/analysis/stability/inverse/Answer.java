// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.List;

/// Changes after which a state lasts: one edit out of each choice, in any combination.
///
/// @param state the state that lasts
/// @param choices one for each party that must change
public record Answer(int state, List<Choice> choices) {
    /// Copies the choices.
    public Answer {
        choices = List.copyOf(choices);
    }

    /// How many changes this stands for.
    ///
    /// @return the product of the choices' sizes
    public long count() {
        long count = 1;
        for (Choice choice : choices) {
            count *= choice.edits().size();
        }
        return count;
    }
}
