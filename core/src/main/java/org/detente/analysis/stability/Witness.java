// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.List;

/// Why a state is stable or unstable for a mover: a certificate that can be checked move by move.
public sealed interface Witness {
    /// The state it is about.
    ///
    /// @return its number
    int state();

    /// The mover it is about.
    ///
    /// @return its index
    int mover();

    /// The concept it is about.
    ///
    /// @return the concept
    Concept concept();

    /// Unstable: an improvement that no answer deters. Of several it is the one best for the mover,
    /// then the one that changes the fewest options, then the one with the lowest number.
    ///
    /// @param state the state
    /// @param mover the mover's index
    /// @param concept the concept
    /// @param improvement the state it would move to
    record Unstable(int state, int mover, Concept concept, int improvement) implements Witness {}

    /// Stable: every improvement with an answer that deters it.
    ///
    /// @param state the state
    /// @param mover the mover's index
    /// @param concept the concept
    /// @param answers one for each improvement, the best improvement first; empty if there is none
    record Stable(int state, int mover, Concept concept, List<Answer> answers) implements Witness {
        /// Copies the answers.
        public Stable {
            answers = List.copyOf(answers);
        }
    }

    /// Undecided: the search for an answer was stopped. The verdict of the kernel stands.
    ///
    /// @param state the state
    /// @param mover the mover's index
    /// @param concept the concept
    /// @param visitedCount how many states had been looked at
    record Undecided(int state, int mover, Concept concept, long visitedCount) implements Witness {}

    /// The others' answer to an improvement.
    ///
    /// @param improvement the state the mover would move to
    /// @param steps the shortest sequence of the others' moves that leaves it no better off than
    ///   before; under SEQ and SSEQ each pays whoever makes it; at least one
    record Answer(int improvement, List<Step> steps) {
        /// Copies the steps.
        public Answer {
            steps = List.copyOf(steps);
        }

        /// Where the answer ends.
        ///
        /// @return the last step's state
        public int end() {
            return steps.getLast().state();
        }
    }

    /// One move.
    ///
    /// @param mover who moves
    /// @param state where to
    record Step(int mover, int state) {}
}
