// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/// The user's own words, made fit to stand in a message of one line.
final class Show {
    private static final int LONGEST = 60;
    private static final int MOST_NAMES = 12;

    private Show() {}

    /// The words in single quotes, on one line, cut where they are long.
    static String quoted(String words) {
        return "'" + cut(words, LONGEST) + "'";
    }

    /// The words on one line, cut where they are long.
    static String cut(String words, int longest) {
        StringBuilder line = new StringBuilder();
        int count = 0;
        for (int i = 0; i < words.length() && count < longest; count++) {
            int c = words.codePointAt(i);
            i += Character.charCount(c);
            line.appendCodePoint(Character.isISOControl(c) || isLineSeparator(c) ? ' ' : c);
            if (count == longest - 1 && i < words.length()) {
                line.append('…');
            }
        }
        return line.toString();
    }

    private static boolean isLineSeparator(int c) {
        return c == 0x2028 || c == 0x2029;
    }

    /// Names joined for reading: `a, b and c`.
    static String list(Collection<String> names) {
        return joined(names, " and ");
    }

    /// Names joined as a choice: `a, b or c`.
    static String choice(Collection<String> names) {
        return joined(names, " or ");
    }

    private static String joined(Collection<String> names, String lastWord) {
        List<String> shown =
                names.stream().limit(MOST_NAMES).map(name -> cut(name, LONGEST)).toList();
        int left = names.size() - shown.size();
        if (left > 0) {
            return String.join(", ", shown) + lastWord + left + " more";
        }
        StringBuilder line = new StringBuilder();
        Iterator<String> each = shown.iterator();
        while (each.hasNext()) {
            String name = each.next();
            if (!line.isEmpty()) {
                line.append(each.hasNext() ? ", " : lastWord);
            }
            line.append(name);
        }
        return line.toString();
    }
}
