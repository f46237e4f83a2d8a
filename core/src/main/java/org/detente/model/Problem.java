// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import org.jspecify.annotations.Nullable;

/// One thing wrong with the user's input: where, what, and how to mend it.
///
/// @param severity whether the case can still be used
/// @param path the part of the case, as in `options.us.relief`; empty for the file as a whole
/// @param place where that part stands, or null to have it looked up from the path
/// @param fact what is wrong, a sentence without its full stop
/// @param mend what to do about it, a sentence without its full stop, or a question with its mark
public record Problem(
        Severity severity, String path, @Nullable Place place, String fact, String mend) {

    /// Whether a problem stops the work.
    public enum Severity {
        /// The case cannot be used; exit code 2.
        ERROR,
        /// The case can be used, and the user should know; exit code 0.
        WARNING
    }

    /// Checks that the texts are there.
    public Problem {
        if (fact.isBlank() || mend.isBlank()) {
            throw new IllegalArgumentException(
                    "a problem needs a fact and a mend; got '%s' and '%s'".formatted(fact, mend));
        }
    }

    /// An error at a path whose place is looked up later.
    ///
    /// @param path the part of the case
    /// @param fact what is wrong
    /// @param mend what to do about it
    /// @return the problem
    public static Problem error(String path, String fact, String mend) {
        return new Problem(Severity.ERROR, path, null, fact, mend);
    }

    /// A warning at a path whose place is looked up later.
    ///
    /// @param path the part of the case
    /// @param fact what to know
    /// @param mend what to do about it
    /// @return the problem
    public static Problem warning(String path, String fact, String mend) {
        return new Problem(Severity.WARNING, path, null, fact, mend);
    }

    /// The same problem with its place filled in from the given places, if it had none.
    ///
    /// @param places where the case's parts stand
    /// @return this problem, placed where that is possible
    public Problem placed(Places places) {
        return place != null ? this : new Problem(severity, path, places.nearest(path), fact, mend);
    }

    /// One line as the user sees it: `case.yaml:41:7 options.us.blockade fact. Mend.`
    ///
    /// @param source the file's name as the user gave it
    /// @return the line, without a line break
    public String line(String source) {
        String where = place == null ? source : source + ":" + place;
        String what = path.isEmpty() ? "" : path + "  ";
        String kind = severity == Severity.WARNING ? "warning: " : "";
        String end = mend.endsWith("?") ? "" : ".";
        return inOneLine("%s  %s%s%s. %s%s".formatted(where, what, kind, fact, mend, end));
    }

    /// A key, and so a path, may hold ends of lines.
    private static String inOneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> line.appendCodePoint(endsLine(c) ? ' ' : c));
        return line.toString();
    }

    private static boolean endsLine(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
