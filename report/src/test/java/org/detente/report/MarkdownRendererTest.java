// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.explain.Text;
import org.junit.jupiter.api.Test;

class MarkdownRendererTest {
    private static String render(Block block) {
        return MarkdownRenderer.render(new Explanation("T", List.of(block)))
                .substring("# T\n\n".length());
    }

    @Test
    void escapesWhatMarkdownWouldRead() {
        assertThat(render(new Block.Paragraph(Text.of("*a* _b_ [c](d) <e> & | # `f`"))))
                .isEqualTo("\\*a\\* \\_b\\_ \\[c\\](d) &lt;e&gt; &amp; \\| \\# \\`f\\`\n");
    }

    @Test
    void doesNotTakeASentenceForAList() {
        assertThat(render(new Block.Paragraph(Text.of("1. first")))).isEqualTo("1\\. first\n");
        assertThat(render(new Block.Paragraph(Text.of("- minus")))).isEqualTo("\\- minus\n");
        assertThat(render(new Block.Paragraph(Text.of("--- rule")))).isEqualTo("\\--- rule\n");
        assertThat(render(new Block.Paragraph(Text.of("1.5 per cent"))))
                .isEqualTo("1.5 per cent\n");
    }

    @Test
    void putsCodeInMoreBackticksThanItHolds() {
        Text code = Text.of(new Span.Code("a``b|c"));
        assertThat(render(new Block.Paragraph(code))).isEqualTo("``` a``b|c ```\n");
        Block table =
                new Block.Table("", List.of(Block.Column.words("A")), List.of(List.of(code)), 1);
        assertThat(render(table))
                .isEqualTo("| A |\n| --- |\n| ``` a``b\\|c ``` |\n\n1 of 2 rows are shown.\n");
    }

    @Test
    void keepsEveryRowOfATableOnOneLineWithAllItsCells() {
        String markdown = MarkdownRenderer.render(Samples.hostile());
        assertThat(markdown.lines().filter(line -> line.startsWith("|")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("|"));
        assertThat(markdown.replaceAll("(`+)[^`].*?\\1", ""))
                .doesNotContain("<")
                .contains("\\| pipe \\# hash");
    }

    @Test
    void marksASourcesWords() {
        Block quotation = new Block.Quotation("No.", "Minister", "Gazette", "c1");
        assertThat(render(quotation)).isEqualTo("> “No.”\n>\n> — Minister, Gazette, \\[c1\\]\n");
    }
}
