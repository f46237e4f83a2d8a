// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.List;
import org.detente.model.PartialDate;

/// The record of an interview: every answer of every round, revised ones too.
///
/// @param title the case's title
/// @param party whom it is about, a party's id
/// @param view the id of the view that its statements go into
/// @param points what became of the points that the case gives the party: `kept` or `aside`
/// @param rounds the rounds, the first first; the last may be unfinished
public record InterviewRecord(
        String title, String party, String view, String points, List<Round> rounds) {
    /// Copies the list.
    public InterviewRecord {
        rounds = List.copyOf(rounds);
    }

    /// One round: a person's answers from the first question to the last.
    ///
    /// @param by who answers
    /// @param isDone whether it came to its end
    /// @param entries the answers, in the order given
    public record Round(String by, boolean isDone, List<Entry> entries) {
        /// Copies the list.
        public Round {
            entries = List.copyOf(entries);
        }
    }

    /// One answer.
    ///
    /// @param ask the question's key
    /// @param answer what was chosen; empty for none
    /// @param on the day it was given
    public record Entry(String ask, List<String> answer, PartialDate on) {
        /// Copies the list.
        public Entry {
            answer = List.copyOf(answer);
        }
    }
}
