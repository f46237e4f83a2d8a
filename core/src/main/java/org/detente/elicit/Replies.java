// SPDX-License-Identifier: Apache-2.0
package org.detente.elicit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what somebody typed, or wrote in a file, as an answer to a question.
public final class Replies {
    /// The word for no choice at all, where a question allows that.
    public static final String NONE = "none";

    private static final Pattern RANGE =
            Pattern.compile(
                    "(\\d{1,6}(?:\\.\\d{1,6})?)(?:\\s*(?:to|-|–)\\s*(\\d{1,6}(?:\\.\\d{1,6})?))?");

    private Replies() {}

    /// What came of a reply.
    public sealed interface Read {
        /// An answer.
        ///
        /// @param chosen the keys of the choices taken
        record Taken(List<String> chosen) implements Read {
            /// Copies the list.
            public Taken {
                chosen = List.copyOf(chosen);
            }
        }

        /// No answer.
        ///
        /// @param fact what is wrong, a sentence without its full stop
        /// @param mend what to do, a sentence without its full stop
        record Refused(String fact, String mend) implements Read {}
    }

    /// Reads a line: numbers of choices with spaces or commas between, or the words of a choice.
    ///
    /// @param question what was asked
    /// @param line what was typed
    /// @return the answer, or what is wrong with it
    public static Read line(Question question, String line) {
        String typed = line.strip();
        if (typed.isEmpty()
                || question.form() == Question.Form.RANGE
                || question.indexOf(typed) >= 0) {
            return of(question, typed.isEmpty() ? List.of() : List.of(typed));
        }
        return of(question, List.of(typed.split("[,;\\s]+")));
    }

    /// Reads a reply given piece by piece.
    ///
    /// @param question what was asked
    /// @param pieces each the number of a choice, from 1, its key, `none` or `skip`
    /// @return the answer, or what is wrong with it
    public static Read of(Question question, List<String> pieces) {
        if (pieces.isEmpty()) {
            return new Read.Refused("nothing was answered", mend(question));
        }
        String first = pieces.getFirst().toLowerCase(Locale.ROOT);
        if (pieces.size() == 1 && first.equals(Answer.SKIPPED)) {
            return question.kind() == Question.Kind.CONTRADICTION
                    ? new Read.Refused("these cannot all stand", mend(question))
                    : new Read.Taken(List.of(Answer.SKIPPED));
        }
        if (question.form() == Question.Form.RANGE) {
            return range(question, pieces);
        }
        if (pieces.size() == 1 && first.equals(NONE)) {
            return question.form() == Question.Form.ONE
                    ? new Read.Refused("one of the answers is needed", mend(question))
                    : new Read.Taken(List.of());
        }
        List<String> chosen = new ArrayList<>();
        for (String piece : pieces) {
            int index = index(question, piece);
            if (index < 0) {
                return new Read.Refused(
                        "'%s' is none of the answers".formatted(piece), mend(question));
            }
            String key = question.choices().get(index).key();
            String refusal = question.choices().get(index).refusal();
            if (refusal != null) {
                return new Read.Refused(
                        "'%s' cannot be taken: %s".formatted(piece, refusal), mend(question));
            }
            if (chosen.contains(key)) {
                return new Read.Refused("'%s' is given twice".formatted(piece), "Give it once");
            }
            chosen.add(key);
        }
        return checked(question, chosen);
    }

    private static Read checked(Question question, List<String> chosen) {
        if (question.form() == Question.Form.ONE && chosen.size() > 1) {
            return new Read.Refused("only one answer is possible", mend(question));
        }
        if (question.form() == Question.Form.ONE_OF_EACH) {
            Set<String> groups = new HashSet<>();
            for (String key : chosen) {
                String group = question.choices().get(question.indexOf(key)).group();
                if (!groups.add(group)) {
                    return new Read.Refused(
                            "two answers are given for %s".formatted(group),
                            "Give at most one for each");
                }
            }
        }
        if (question.form() != Question.Form.ORDER) {
            chosen.sort(java.util.Comparator.comparingInt(question::indexOf));
        }
        return new Read.Taken(chosen);
    }

    private static int index(Question question, String piece) {
        int named = question.indexOf(piece);
        if (named >= 0 || !piece.matches("[1-9][0-9]{0,3}")) {
            return named;
        }
        int number = Integer.parseInt(piece);
        return number <= question.choices().size() ? number - 1 : -1;
    }

    private static Read range(Question question, List<String> pieces) {
        String text = String.join(" ", pieces).strip();
        double[] ends = ends(text);
        if (ends == null) {
            return new Read.Refused(
                    "'%s' is no range of at least 1".formatted(text), mend(question));
        }
        return new Read.Taken(List.of(text));
    }

    /// The ends of a range of times.
    ///
    /// @param text for example `2 to 4`, or `3`
    /// @return two numbers of at least 1, or null if it is none
    static double @Nullable [] ends(String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches()) {
            return null;
        }
        double low = Double.parseDouble(range.group(1));
        double high = range.group(2) == null ? low : Double.parseDouble(range.group(2));
        return low >= 1 && high >= low ? new double[] {low, high} : null;
    }

    private static String mend(Question question) {
        int count = question.choices().size();
        return switch (question.form()) {
            case ONE -> "Answer with a number from 1 to %d".formatted(count);
            case ANY -> "Answer with numbers from 1 to %d, or none".formatted(count);
            case ONE_OF_EACH ->
                    "Answer with numbers from 1 to %d, at most one of each line, or none"
                            .formatted(count);
            case ORDER -> "Answer with numbers from 1 to %d in order, or none".formatted(count);
            case RANGE -> "Answer with two numbers of at least 1, as in 2 to 4, or skip";
        };
    }
}
