// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question to put, with what each answer means and why it is asked.
///
/// @param kind what sort of question it is
/// @param key its key in the record of an interview; says what is asked
/// @param form how it may be answered
/// @param ask the question, a sentence or two
/// @param lines what the question is about, line by line; may be empty
/// @param choices what can be answered
/// @param why why it is asked
/// @param earlier the answer when it was put before: the keys of the choices taken,
///   [Answer#SKIPPED] or [Replies#NONE]; empty if it is put for the first time
public record Question(
        Kind kind,
        String key,
        Form form,
        String ask,
        List<String> lines,
        List<Choice> choices,
        String why,
        List<String> earlier) {
    /// Copies the lists.
    public Question {
        lines = List.copyOf(lines);
        choices = List.copyOf(choices);
        earlier = List.copyOf(earlier);
    }

    /// Sorts of questions, in the order in which they are put.
    public enum Kind {
        /// What the party would not sign.
        RED_LINES,
        /// What would suit it best, item by item.
        BEST,
        /// What would suit it worst, item by item.
        WORST,
        /// What would be good or bad for it beside the levels of single items.
        EVENTS,
        /// Which changes from worst to best matter most.
        SWINGS,
        /// Which of two it would rather have: levels, changes, or a package and no agreement.
        PAIR,
        /// How much more one change matters than another, in words.
        STRENGTH,
        /// The same in numbers.
        TIMES,
        /// Whether something that follows from the answers is meant.
        READ_BACK,
        /// Which of several answers that cannot hold together is taken back.
        CONTRADICTION
    }

    /// How a question may be answered.
    public enum Form {
        /// By one choice.
        ONE,
        /// By any number of choices, or none.
        ANY,
        /// By at most one choice of each group.
        ONE_OF_EACH,
        /// By some choices in order, the first first.
        ORDER,
        /// By a least and a most number, as in `2 to 4`.
        RANGE
    }

    /// One possible answer.
    ///
    /// @param key its key in the record of an interview
    /// @param words what it says
    /// @param group the heading it stands under; may be blank
    /// @param refusal why it cannot be taken, a sentence without its full stop; null if it can. It
    ///   then stands there only to keep the numbers of the others
    public record Choice(String key, String words, String group, @Nullable String refusal) {
        /// One that can be taken.
        ///
        /// @param key its key in the record of an interview
        /// @param words what it says
        /// @param group the heading it stands under; may be blank
        public Choice(String key, String words, String group) {
            this(key, words, group, null);
        }
    }

    /// The same question with an earlier answer beside it, if that can still be given.
    ///
    /// @param answer the keys of the choices taken then; none at all is an answer too
    /// @return a new question, or this one
    public Question withEarlier(List<String> answer) {
        List<String> told = answer.isEmpty() ? List.of(Replies.NONE) : answer;
        return Replies.of(this, told) instanceof Replies.Read.Taken
                ? new Question(kind, key, form, ask, lines, choices, why, told)
                : this;
    }

    /// A choice by its key.
    ///
    /// @param wanted the key
    /// @return its number from 0, or -1
    public int indexOf(String wanted) {
        for (int k = 0; k < choices.size(); k++) {
            if (choices.get(k).key().equals(wanted)) {
                return k;
            }
        }
        return -1;
    }
}
