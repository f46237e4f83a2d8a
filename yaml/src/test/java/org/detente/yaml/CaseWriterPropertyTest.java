// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.model.Case;
import org.detente.testing.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Whatever words a case can hold come back equal, and are written again as the same bytes.
class CaseWriterPropertyTest {
    private static final int TEXTS_PER_CASE = 40;
    private static final int CODE_POINTS_PER_CASE = 1024;
    private static final int LONGEST = 160;

    /// What YAML, an editor or a terminal takes for something else, and letters to stand between.
    private static final List<String> ODD =
            List.of(
                    "\u0085",
                    "\u2028",
                    "\u2029",
                    "\uFEFF",
                    "\u200B",
                    "\u200E",
                    "\u202E",
                    "\u00AD",
                    "\u00A0",
                    "\u2003",
                    "\u3000",
                    "\u0000",
                    "\u0007",
                    "\u001B",
                    "\u007F",
                    "\u009F",
                    "\r",
                    "\n",
                    "\t",
                    " ",
                    "  ",
                    "\n ",
                    " \n",
                    "\uD83D\uDE00",
                    "\u0301",
                    "'",
                    "\"",
                    "\\",
                    "#",
                    " #",
                    ": ",
                    ":",
                    "- ",
                    "? ",
                    "[",
                    "]",
                    "{",
                    "}",
                    ",",
                    "&",
                    "*",
                    "!",
                    "|",
                    ">",
                    "%",
                    "@",
                    "`",
                    "~",
                    "---",
                    "...",
                    "a",
                    "b",
                    "word",
                    "é",
                    "7");

    @Test
    void everyCharacterComesBackWhereverItStands() {
        for (int from = 0; from <= Character.MAX_VALUE; from += CODE_POINTS_PER_CASE) {
            StringBuilder file = new StringBuilder(Cases.SMALLEST).append("outcomes:\n");
            outcome(file, "none", "word");
            for (int c = from; c < from + CODE_POINTS_PER_CASE; c++) {
                if (!Character.isSurrogate((char) c)) {
                    String one = Character.toString(c);
                    outcome(file, "x" + c, one + "a" + one + "b" + one);
                }
            }
            survives(Cases.read(file.toString()).model());
        }
    }

    @ParameterizedTest
    @Seeds(50)
    void wordsOfOddCharactersComeBack(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        StringBuilder file = new StringBuilder(Cases.SMALLEST).append("outcomes:\n");
        for (int i = 0; i < TEXTS_PER_CASE; i++) {
            StringBuilder words = new StringBuilder();
            int count = random.nextInt(LONGEST) + 1;
            int letter = random.nextInt(count); // words without one may be refused as empty
            for (int k = 0; k < count; k++) {
                words.append(k == letter ? "w" : ODD.get(random.nextInt(ODD.size())));
            }
            outcome(file, "x" + i, words.toString());
        }
        survives(Cases.read(file.toString()).model());
    }

    private static void survives(Case model) {
        String written = CaseWriter.write(model);
        Case again = Cases.read(written).model();
        for (int i = 0; i < model.outcomes().size(); i++) {
            String words = escaped(model.outcomes().get(i).text());
            assertThat(escaped(again.outcomes().get(i).text())).isEqualTo(words);
        }
        assertThat(again).isEqualTo(model);
        assertThat(CaseWriter.write(again)).isEqualTo(written);
    }

    private static void outcome(StringBuilder file, String id, String text) {
        file.append("  %s: {when: a.knock, text: \"%s\"}%n".formatted(id, escaped(text)));
    }

    private static String escaped(@Nullable String text) {
        StringBuilder made = new StringBuilder();
        if (text != null) {
            text.codePoints().forEach(c -> made.append("\\U%08X".formatted(c)));
        }
        return made.toString();
    }
}
