// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.Locale;
import org.detente.model.Place;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Says in plain words what the YAML library found wrong, with the mend that most often helps.
final class YamlTrouble {
    private YamlTrouble() {}

    static void report(MarkedYamlEngineException trouble, CaseText text, Findings findings) {
        Place place =
                trouble.getProblemMark()
                        .or(trouble::getContextMark)
                        .map(YamlTrouble::place)
                        .orElse(new Place(1, 1));
        String problem = trouble.getProblem() == null ? "" : trouble.getProblem();
        String line = text.line(place.line());
        findings.error("", place, fact(problem, trouble), mend(problem, line, place));
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String fact(String problem, MarkedYamlEngineException trouble) {
        String words = problem.isBlank() ? "the file breaks off" : problem;
        String started =
                trouble.getContextMark()
                        .map(mark -> " (in what began on line %d)".formatted(mark.getLine() + 1))
                        .orElse("");
        return "is not YAML: " + Show.cut(plain(words), 120) + started;
    }

    private static String plain(String problem) {
        return problem.replace("<block end>", "the end of the block")
                .replace("<block mapping start>", "further indented keys")
                .replace("<block sequence start>", "a list")
                .replace("<scalar>", "a word")
                .replace("<stream end>", "the end of the file")
                .replace("<document start>", "the start of a document");
    }

    private static String mend(String problem, String line, Place place) {
        String lower = problem.toLowerCase(Locale.ROOT);
        String before = line.substring(0, Math.min(line.length(), place.column() - 1));
        if (line.contains("\t") && before.isBlank()) {
            return "Indent with spaces, not with tabs";
        }
        if (lower.contains("mapping values are not allowed")) {
            return "Quote a text that holds a colon followed by a space";
        }
        if (lower.contains("unexpected end of stream") || lower.contains("<stream end>")) {
            return "Close the quote or the bracket that is still open";
        }
        if (lower.contains("',' or")) {
            return "Put a comma between entries, and close the bracket or brace";
        }
        if (lower.contains("could not find expected ':'")) {
            return "Put a colon and a space after the key, and quote a text that runs over lines";
        }
        if (lower.contains("cannot start any token")) {
            return "Quote a text that begins with this character";
        }
        return "Check the indentation, and that quotes and brackets on this line and the one before"
                + " are closed";
    }
}
