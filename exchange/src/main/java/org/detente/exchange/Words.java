// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names and texts of other tools made fit for a case.
final class Words {
    private static final int LONGEST_ID = 40;
    private static final int LONGEST_SHOWN = 60;
    private static final Set<String> RESERVED =
            Set.of(
                    "not",
                    "and",
                    "or",
                    "implies",
                    "iff",
                    "in",
                    "over",
                    "otherwise",
                    "rest",
                    "terms");

    private Words() {}

    /// A text in one line: what cannot be seen becomes a space, and spaces at the ends go.
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(isSeen(c) && !isBreak(c) ? c : ' '));
        return line.toString().strip();
    }

    /// A text of several lines; what cannot be seen becomes a space.
    static String text(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .forEach(c ->
                        kept.appendCodePoint(isSeen(c) && (c == '\n' || !isBreak(c)) ? c : ' '));
        return kept.toString().strip();
    }

    /// A text as it stands, but for what cannot be seen, which becomes a space.
    static String cell(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> kept.appendCodePoint(isSeen(c) && c != 0xFEFF ? c : ' '));
        return kept.toString();
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    }

    /// What YAML can hold as it is.
    private static boolean isSeen(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0x7E)
                || c == 0x85
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }

    /// A text short enough for a message, in quotes.
    static String shown(String text) {
        String line = line(text);
        int length = line.codePointCount(0, line.length());
        return "'"
                + (length <= LONGEST_SHOWN
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN - 1)) + "…")
                + "'";
    }

    /// Words for a count: `1 state`, `2 states`.
    static String count(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    /// A list in a sentence, cut after some entries.
    static String list(Collection<String> entries, int most) {
        List<String> shown = entries.stream().limit(most).toList();
        String more = entries.size() > most ? " and %d more".formatted(entries.size() - most) : "";
        return String.join(", ", shown) + more;
    }

    /// Gives ids to names, no id twice.
    static final class Ids {
        private final Set<String> given = new HashSet<>();
        private final Map<String, Integer> last = new HashMap<>();
        private final String fallback;

        /// Ids of one kind.
        ///
        /// @param fallback a word for a name of which no letter or digit is left
        Ids(String fallback) {
            this.fallback = fallback;
        }

        /// An id for a name: `Release Water` becomes `release-water`.
        String of(String name) {
            String wanted = fit(name, fallback);
            String id = wanted;
            while (!given.add(id)) {
                id = wanted + "-" + last.merge(wanted, 2, (old, _) -> old + 1);
            }
            return id;
        }
    }

    private static String fit(String name, String fallback) {
        StringBuilder id = new StringBuilder();
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                id.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !id.isEmpty()
                    && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        if (id.length() > LONGEST_ID) {
            int cut = id.lastIndexOf("-", LONGEST_ID);
            id.setLength(cut > LONGEST_ID / 2 ? cut : LONGEST_ID);
        }
        while (!id.isEmpty() && id.charAt(id.length() - 1) == '-') {
            id.setLength(id.length() - 1);
        }
        if (id.isEmpty()) {
            return fallback;
        }
        if (id.charAt(0) < 'a') {
            id.insert(0, fallback + "-");
        }
        String made = id.toString();
        return RESERVED.contains(made) ? made + "-2" : made;
    }

    /// Level names of an item: none empty, none twice.
    static final class Levels {
        private final Set<String> given = new HashSet<>();

        /// A level's name.
        ///
        /// @param name as the file has it
        /// @return the same in one line, with a number behind it if it was given before
        String of(String name) {
            String line = line(name);
            String wanted = line.isEmpty() ? "(blank)" : line;
            String made = wanted;
            for (int n = 2; !given.add(made); n++) {
                made = "%s (%d)".formatted(wanted, n);
            }
            return made;
        }
    }
}
