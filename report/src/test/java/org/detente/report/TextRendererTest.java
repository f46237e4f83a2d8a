// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRendererTest {
    private static final Pattern SPACE = Pattern.compile(" ");

    private static String render(Block... blocks) {
        return new TextRenderer(TextOptions.plain())
                .render(new Explanation("T", List.of(blocks)))
                .substring("T\n═\n\n".length());
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120})
    void keepsToTheWidthUnlessAWordIsWider(int width) {
        for (boolean ascii : new boolean[] {false, true}) {
            TextRenderer renderer = new TextRenderer(new TextOptions(width, false, ascii));
            for (Page page : List.of(Samples.calm(), Samples.hostile(), Samples.veryHostile())) {
                for (String line : renderer.render(page).lines().toList()) {
                    int widest =
                            SPACE.splitAsStream(line).mapToInt(DisplayWidth::of).max().orElse(0);
                    if (widest <= width / 2) {
                        assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(width);
                    }
                }
            }
        }
    }

    @Test
    void letsNoControlCharacterThrough() {
        String text = new TextRenderer(TextOptions.plain()).render(Samples.hostile());
        assertThat(text.codePoints().filter(point -> point != '\n').filter(Visible::isHidden))
                .isEmpty();
        assertThat(text).contains("[U+001B][31mred", "[U+202E]", "[U+009B]", "[U+D800]");
    }

    @Test
    void writesOnlyItsOwnSequencesInColour() {
        String text = new TextRenderer(new TextOptions(80, true, false)).render(Samples.hostile());
        String without = text.replaceAll("\u001b\\[[0-9]{1,2}m", "");
        assertThat(without)
                .isEqualTo(new TextRenderer(TextOptions.plain()).render(Samples.hostile()));
    }

    @Test
    void writesOnlyAsciiWhenToldTo() {
        String text = new TextRenderer(new TextOptions(80, false, true)).render(Samples.hostile());
        assertThat(text.chars().filter(unit -> unit > 0x7E)).isEmpty();
    }

    @Test
    void marksASourcesWordsInBothAlphabets() {
        Explanation explanation =
                new Explanation(
                        "Détente", List.of(new Block.Paragraph(Text.of(new Span.Quote("never")))));
        assertThat(new TextRenderer(TextOptions.plain()).render(explanation)).contains("“never”");
        assertThat(new TextRenderer(new TextOptions(80, false, true)).render(explanation))
                .isEqualTo("Detente\n=======\n\n<<never>>\n");
    }

    @Test
    void keepsPunctuationWithTheWordItFollows() {
        Text text =
                Text.writer().plain("x".repeat(75) + " ").quote("yes").plain(", says Oman.").done();
        assertThat(render(new Block.Paragraph(text)))
                .isEqualTo("x".repeat(75) + "\n“yes”, says Oman.\n");
    }

    @Test
    void alignsColumnsByWhatTheEyeSees() {
        Block table =
                new Block.Table(
                        "",
                        List.of(Block.Column.words("Name"), Block.Column.numbers("N")),
                        List.of(
                                List.of(Text.of("漢字"), Text.of("1")),
                                List.of(Text.of("e\u0301te\u0301"), Text.of("10"))),
                        0);
        assertThat(render(table)).isEqualTo("Name   N\n────  ──\n漢字   1\ne\u0301te\u0301   10\n");
    }

    @Test
    void narrowsTheWidestColumnOfWords() {
        Block table =
                new Block.Table(
                        "",
                        List.of(
                                Block.Column.words("Short"),
                                Block.Column.words("Long"),
                                Block.Column.numbers("N")),
                        List.of(List.of(Text.of("a b"), Text.of("word ".repeat(20)), Text.of("7"))),
                        0);
        assertThat(render(table).lines().skip(2))
                .containsExactly(
                        "a b    " + "word ".repeat(13) + "word   7",
                        "       " + "word ".repeat(5) + "word");
    }

    @Test
    void saysHowManyRowsAreNotShown() {
        Block table = new Block.Table("", List.of(Block.Column.words("A")), List.of(), 792);
        assertThat(render(table)).endsWith("792 more; --limit N shows more\n");
    }

    @Test
    void stacksATableThatCannotFit() {
        String text = new TextRenderer(TextOptions.plain()).render(Samples.hostile());
        assertThat(text).contains("  Column number 1   cell with several words 1\n");
    }

    @Test
    void marksTheLevelInForceWithoutColour() {
        String text = new TextRenderer(TextOptions.plain()).render(Samples.calm());
        assertThat(text)
                .contains("planned ─ [half\u00a0built] ─ complete ▲")
                .contains("[kept] ─ left ■")
                .contains("[no] ─ yes\n");
    }
}
