// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class WrapPropertyTest {
    private static final List<Ink> INKS = List.of(Ink.PLAIN, Ink.STRONG, Ink.BAD);
    private static final String LETTERS = "abc   é漢字e\u0301\u200c";

    private static List<Run> runs(RandomGenerator random) {
        List<Run> runs = new ArrayList<>();
        for (int run = random.nextInt(6); run >= 0; run--) {
            StringBuilder words = new StringBuilder();
            for (int letter = random.nextInt(40); letter > 0; letter--) {
                words.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            runs.add(new Run(words.toString(), INKS.get(random.nextInt(INKS.size()))));
        }
        return runs;
    }

    private static String letters(List<Run> runs) {
        return runs.stream().map(Run::words).collect(Collectors.joining()).replace(" ", "");
    }

    @ParameterizedTest
    @Seeds(300)
    void keepsEveryLetterInItsInkAndEveryLineInTheWidth(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Run> runs = runs(random);
        int width = random.nextInt(2, 30);
        boolean cut = random.nextBoolean();
        int widestWord = Wrap.widestWord(runs);
        List<List<Run>> lines = Wrap.lines(runs, width, cut);
        for (List<Run> line : lines) {
            assertThat(line.stream().mapToInt(Run::width).sum())
                    .isLessThanOrEqualTo(cut ? width : Math.max(width, widestWord));
        }
        for (Ink ink : INKS) {
            assertThat(letters(inInk(lines.stream().flatMap(List::stream).toList(), ink)))
                    .isEqualTo(letters(inInk(runs, ink)));
        }
    }

    private static List<Run> inInk(List<Run> runs, Ink ink) {
        return runs.stream().filter(run -> run.ink() == ink).toList();
    }
}
