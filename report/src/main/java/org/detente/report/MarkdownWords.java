// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.regex.Pattern;

/// Words that mean nothing to Markdown or HTML.
final class MarkdownWords {
    private static final String SIGNS = "\\`*_{}[]#|~$!^";
    private static final Pattern LIST_SIGN =
            Pattern.compile("^(\\s*\\d{0,9})([-+=.)])(?=\\s|[-=]|$)");

    private MarkdownWords() {}

    /// Words with every sign of Markdown escaped, on one line.
    static String escaped(String raw) {
        StringBuilder words = new StringBuilder();
        String visible = Visible.words(raw);
        for (int i = 0; i < visible.length(); i++) {
            char unit = visible.charAt(i);
            switch (unit) {
                case '&' -> words.append("&amp;");
                case '<' -> words.append("&lt;");
                case '>' -> words.append("&gt;");
                default -> {
                    if (SIGNS.indexOf(unit) >= 0) {
                        words.append('\\');
                    }
                    words.append(unit);
                }
            }
        }
        return words.toString();
    }

    /// The words in bold; spaces around them stay outside, where Markdown wants them.
    static String strong(String raw) {
        String words = raw.strip();
        if (words.isEmpty()) {
            return raw;
        }
        String before = raw.substring(0, raw.indexOf(words));
        String after = raw.substring(before.length() + words.length());
        return escaped(before) + "**" + escaped(words) + "**" + escaped(after);
    }

    /// The words as code, in more backticks than stand in them side by side.
    ///
    /// @param inTable whether it stands in a table, where a bar would end the cell
    static String code(String raw, boolean inTable) {
        String visible = Visible.words(raw);
        String words = inTable ? visible.replace("|", "\\|") : visible;
        int longest = 0;
        int current = 0;
        for (int i = 0; i < words.length(); i++) {
            current = words.charAt(i) == '`' ? current + 1 : 0;
            longest = Math.max(longest, current);
        }
        if (words.isBlank()) {
            return "";
        }
        String fence = "`".repeat(longest + 1);
        String space = longest > 0 ? " " : "";
        return fence + space + words + space + fence;
    }

    /// A line whose beginning is no sign of a list or a heading.
    static String lineStart(String markdown) {
        return LIST_SIGN.matcher(markdown).replaceFirst("$1\\\\$2");
    }
}
