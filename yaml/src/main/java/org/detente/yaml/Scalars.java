// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.time.DateTimeException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.detente.model.PartialDate;
import org.jspecify.annotations.Nullable;

/// Single values: words, whole numbers, dates, choices. Each returns null after a finding.
final class Scalars {
    /// The words for false and true; never `false` and `true`.
    static final SequencedMap<String, Boolean> NO_YES = noYes();

    private Scalars() {}

    private static SequencedMap<String, Boolean> noYes() {
        SequencedMap<String, Boolean> words = new LinkedHashMap<>();
        words.put("no", false);
        words.put("yes", true);
        return Collections.unmodifiableSequencedMap(words);
    }

    /// Words that are not blank, without white space around them.
    static @Nullable String text(Part part, Findings findings) {
        if (!(part.node() instanceof YamlNode.Scalar scalar)) {
            findings.error(
                    part,
                    "should be words, and is " + part.node().kindInWords(),
                    "Write one text; quote it if it begins with [ or { or holds a colon");
            return null;
        }
        if (scalar.isNull() || scalar.text().isBlank()) {
            findings.error(part, "is empty", "Write its words, or remove the key");
            return null;
        }
        return scalar.text().strip();
    }

    /// A whole number.
    static @Nullable Integer whole(Part part, int least, int most, Findings findings) {
        String text = text(part, findings);
        if (text == null) {
            return null;
        }
        int value = digits(text);
        if (value < least || value > most) {
            findings.error(
                    part,
                    "is %s, not a whole number from %d to %d"
                            .formatted(Show.quoted(text), least, most),
                    "Write a number in that range");
            return null;
        }
        return value;
    }

    /// The value of a text of one to nine digits, or −1.
    static int digits(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /// A number of steps, as `8 steps`.
    static @Nullable Integer steps(Part part, int least, Findings findings) {
        String text = text(part, findings);
        if (text == null) {
            return null;
        }
        int space = text.indexOf(' ');
        int count = space < 0 ? -1 : digits(text.substring(0, space));
        boolean word = space >= 0 && List.of("step", "steps").contains(text.substring(space + 1));
        if (!word || count < least) {
            int bare = digits(text);
            findings.error(
                    part,
                    "is %s, not a number of steps".formatted(Show.quoted(text)),
                    bare >= least
                            ? "Write " + steps(bare)
                            : "Write it as 1 step or 8 steps, at least " + steps(least));
            return null;
        }
        return count;
    }

    private static String steps(int count) {
        return count == 1 ? "1 step" : count + " steps";
    }

    /// A date: a year, a month or a day.
    static @Nullable PartialDate date(Part part, Findings findings) {
        String text = text(part, findings);
        if (text == null) {
            return null;
        }
        String mend = "Write a year, a month or a day: 2026, 2026-02 or 2026-02-25";
        int length = text.length();
        int year = length >= 4 ? digits(text.substring(0, 4)) : -1;
        int month = length >= 7 && text.charAt(4) == '-' ? digits(text.substring(5, 7)) : -1;
        int day = length == 10 && text.charAt(7) == '-' ? digits(text.substring(8)) : -1;
        boolean shaped =
                switch (length) {
                    case 4 -> year >= 0;
                    case 7 -> year >= 0 && month >= 0;
                    case 10 -> year >= 0 && month >= 0 && day >= 0;
                    default -> false;
                };
        if (!shaped) {
            findings.error(part, "is %s, not a date".formatted(Show.quoted(text)), mend);
            return null;
        }
        try {
            return new PartialDate(year, length > 4 ? month : null, length > 7 ? day : null);
        } catch (DateTimeException e) {
            findings.error(part, "is %s, and there is no such date".formatted(text), mend);
            return null;
        }
    }

    /// One of some words.
    ///
    /// @param meanings what each word stands for, in the order in which a message lists them
    /// @return what the word stands for
    static <T> @Nullable T choice(Part part, SequencedMap<String, T> meanings, Findings findings) {
        String text = text(part, findings);
        if (text == null) {
            return null;
        }
        T meaning = meanings.get(text);
        if (meaning == null) {
            String nearest = NearestName.of(text, meanings.keySet());
            findings.error(
                    part,
                    "is %s, which is none of %s"
                            .formatted(Show.quoted(text), Show.list(meanings.keySet())),
                    nearest == null
                            ? "Write " + Show.choice(meanings.keySet())
                            : "Did you mean %s?".formatted(nearest));
        }
        return meaning;
    }

    /// The constants of an enum by the words that a case uses for them.
    static <E extends Enum<E>> SequencedMap<String, E> words(
            E[] constants, UnaryOperator<String> spelling) {
        SequencedMap<String, E> words = new LinkedHashMap<>();
        for (E constant : constants) {
            words.put(spelling.apply(constant.name()), constant);
        }
        return Collections.unmodifiableSequencedMap(words);
    }

    /// The constants of an enum by their names in small letters.
    static <E extends Enum<E>> SequencedMap<String, E> words(E[] constants) {
        return words(constants, name -> name.toLowerCase(Locale.ROOT));
    }
}
