// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

/// What comes next in an interview.
public sealed interface Turn {
    /// How far the answers have come.
    ///
    /// @return counts of packages
    Tally tally();

    /// A question.
    ///
    /// @param question the question
    /// @param number which it is, from 1; questions that sort out a contradiction share the number
    ///   of the one before
    /// @param tally what the answers so far settle
    record Ask(Question question, int number, Tally tally) implements Turn {}

    /// The end.
    ///
    /// @param reason why nothing more is asked
    /// @param asked how many questions were asked
    /// @param tally what the answers settle
    record Done(Reason reason, int asked, Tally tally) implements Turn {}

    /// Why an interview ends.
    enum Reason {
        /// The answers settle every package looked at.
        SETTLED,
        /// The last answers hardly changed any verdict.
        UNCHANGED,
        /// The most questions have been asked.
        ENOUGH_ASKED,
        /// No further question promises to settle anything.
        NOTHING_LEFT
    }

    /// How many packages the answers settle.
    ///
    /// @param packages how many were looked at
    /// @param accepted how many the party would accept under every value function that fits
    /// @param refused how many it would refuse under every one, red lines counted
    record Tally(int packages, int accepted, int refused) {
        /// How many hang on what has not been said.
        ///
        /// @return the rest
        public int open() {
            return packages - accepted - refused;
        }
    }
}
