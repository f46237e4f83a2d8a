// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RenderingGoldenTest {
    @Test
    void textStaysAsItIs() throws IOException {
        Golden.check("calm.txt", new TextRenderer(TextOptions.plain()).render(Samples.calm()));
        Golden.check(
                "hostile.txt", new TextRenderer(TextOptions.plain()).render(Samples.hostile()));
    }

    @Test
    void asciiTextStaysAsItIs() throws IOException {
        TextOptions options = new TextOptions(80, false, true);
        Golden.check("calm.ascii.txt", new TextRenderer(options).render(Samples.calm()));
    }

    @Test
    void markdownStaysAsItIs() throws IOException {
        Golden.check("calm.md", MarkdownRenderer.render(Samples.calm()));
        Golden.check("hostile.md", MarkdownRenderer.render(Samples.hostile()));
    }

    @Test
    void htmlStaysAsItIs() throws IOException {
        Golden.check("calm.html", HtmlRenderer.render(Samples.calm()));
        Golden.check("hostile.html", HtmlRenderer.render(Samples.hostile()));
    }
}
