// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.List;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.jspecify.annotations.Nullable;

/// Writes a document as one self-contained HTML page.
///
/// Every word is escaped; there is no script, no address is loaded, and a content security policy
/// says so. A source's words stand in `<q>` or `<blockquote>`. The page is well-formed XML too. The
/// same document gives the same bytes.
public final class HtmlRenderer {
    private static final int LEAST_CONTENTS = 3;

    private final Page page;
    private final Markup markup = new Markup();
    private final HtmlBlocks blocks;

    private HtmlRenderer(Page page) {
        this.page = page;
        this.blocks = new HtmlBlocks(markup, new ClaimAnchors(page));
    }

    /// Writes a document.
    ///
    /// @param page the document
    /// @return the page, to be stored as UTF-8
    public static String render(Page page) {
        return new HtmlRenderer(page).write();
    }

    private String write() {
        markup.raw("<!DOCTYPE html>\n");
        markup.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").line();
        head();
        markup.open("body").line();
        markup.element("a", "To the findings", "class", "skip", "href", "#main").line();
        header();
        contents();
        markup.open("main", "id", "main").line();
        inShort();
        for (int part = 0; part < page.parts().size(); part++) {
            part(part + 1, page.parts().get(part));
        }
        markup.closeLine();
        if (!page.marking().isBlank()) {
            markup.open("footer").element("p", page.marking(), "class", "marking").closeLine();
        }
        return markup.closeLine().closeLine().markup();
    }

    private void head() {
        String style = HtmlStyle.sheet();
        markup.open("head").line();
        markup.empty("meta", "charset", "utf-8").line();
        markup.empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src '%s'; img-src 'none'; base-uri 'none'; form-action 'none'"
                                .formatted(HtmlStyle.hash(style)))
                .line();
        markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        markup.empty("meta", "name", "referrer", "content", "no-referrer").line();
        String title = page.title().isBlank() ? "Report" : page.title();
        markup.element("title", title).line();
        markup.open("style").raw(style).closeLine();
        markup.closeLine();
    }

    private void header() {
        markup.open("header").line();
        if (!page.marking().isBlank()) {
            markup.element("p", page.marking(), "class", "marking").line();
        }
        markup.element("h1", page.title().isBlank() ? "Report" : page.title()).line();
        if (!page.subtitle().isBlank()) {
            markup.element("p", page.subtitle(), "class", "subtitle").line();
        }
        blocks.facts(page.facts());
        markup.closeLine();
    }

    private void contents() {
        long entries = page.parts().stream().mapToLong(part -> 1 + sections(part).size()).sum();
        if (entries < LEAST_CONTENTS) {
            return;
        }
        markup.open("nav", "aria-labelledby", "contents").line();
        markup.element("h2", "Contents", "id", "contents").line().open("ol").line();
        for (int part = 0; part < page.parts().size(); part++) {
            Explanation explanation = page.parts().get(part);
            String id = "part-" + (part + 1);
            markup.open("li").element("a", titleOf(explanation), "href", "#" + id);
            List<Block.Section> sections = sections(explanation);
            if (!sections.isEmpty()) {
                markup.line().open("ul").line();
                for (int section = 0; section < sections.size(); section++) {
                    markup.open("li");
                    String target = "#" + id + "-" + (section + 1);
                    markup.element("a", sections.get(section).title(), "href", target);
                    markup.closeLine();
                }
                markup.close();
            }
            markup.closeLine();
        }
        markup.close().closeLine();
    }

    /// The first finding of each part, if there are several parts with one.
    private void inShort() {
        List<Explanation> withFinding =
                page.parts().stream().filter(part -> firstFinding(part) != null).toList();
        if (withFinding.size() < 2) {
            return;
        }
        markup.open("section", "class", "short", "aria-labelledby", "short").line();
        markup.element("h2", "In short", "id", "short").line();
        markup.open("div", "class", "findings").line();
        for (int part = 0; part < page.parts().size(); part++) {
            Explanation explanation = page.parts().get(part);
            Block.Finding finding = firstFinding(explanation);
            if (finding != null) {
                markup.open("p", "class", HtmlText.name(finding.tone()));
                blocks.text(finding.text());
                String target = "#part-" + (part + 1);
                markup.text(" ").open("span", "class", "from");
                markup.element("a", titleOf(explanation), "href", target).close().closeLine();
            }
        }
        markup.closeLine().closeLine();
    }

    private void part(int number, Explanation part) {
        String id = "part-" + number;
        markup.open("section", "aria-labelledby", id).line();
        markup.element("h2", titleOf(part), "id", id).line();
        blocks.write(part.blocks(), 3, id);
        markup.closeLine();
    }

    private static String titleOf(Explanation part) {
        return part.title().isBlank() ? "Untitled" : part.title();
    }

    private static List<Block.Section> sections(Explanation part) {
        return part.blocks().stream()
                .filter(Block.Section.class::isInstance)
                .map(Block.Section.class::cast)
                .filter(section -> !section.title().isBlank())
                .toList();
    }

    private static Block.@Nullable Finding firstFinding(Explanation part) {
        for (Block block : part.blocks()) {
            if (block instanceof Block.Finding finding) {
                return finding;
            }
        }
        return null;
    }
}
