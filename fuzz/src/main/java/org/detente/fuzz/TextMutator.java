// SPDX-License-Identifier: Apache-2.0
package org.detente.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/// Changes texts without knowing what they mean: characters, lines, indents, marks of YAML.
final class TextMutator {
    private static final List<String> MARKS =
            List.of(
                    "&a ",
                    "*a",
                    "!!str ",
                    "!x ",
                    "---\n",
                    "...\n",
                    "? ",
                    "- ",
                    ": ",
                    "#",
                    " #",
                    "|",
                    ">",
                    "|+2\n",
                    "'",
                    "\"",
                    "\\x",
                    "\\U0001F600",
                    "[",
                    "]",
                    "{",
                    "}",
                    ",",
                    "\t",
                    "\r",
                    "\r\n",
                    "\n",
                    "\n\n",
                    " ",
                    "    ",
                    "%YAML 1.1\n",
                    "%TAG ! !x\n",
                    "<<: *a\n",
                    "\ufeff",
                    "\u0000",
                    "\u0085",
                    "\u2028",
                    "\u200b",
                    "\ud83d\ude00",
                    "\u0301",
                    "é");

    /// A text changed once.
    String mutate(String text, RandomGenerator random) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> spliced(text, at, at, MARKS.get(random.nextInt(MARKS.size())));
            case 3 -> spliced(text, at, at + random.nextInt(20), "");
            case 4 -> spliced(text, at, at, line(text, random));
            case 5 -> spliced(text, lineStart(text, at), at, "");
            default -> text.substring(0, at);
        };
    }

    private static String spliced(String text, int from, int to, String with) {
        return text.substring(0, from) + with + text.substring(Math.min(to, text.length()));
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', Math.max(0, at - 1)) + 1 <= at
                ? text.lastIndexOf('\n', Math.max(0, at - 1)) + 1
                : at;
    }

    private static String line(String text, RandomGenerator random) {
        int start = lineStart(text, random.nextInt(text.length() + 1));
        int end = text.indexOf('\n', start);
        return end < 0 ? text.substring(start) : text.substring(start, end + 1);
    }
}
