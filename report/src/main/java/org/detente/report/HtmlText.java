// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.Locale;
import org.detente.explain.Span;
import org.detente.explain.Text;

/// Writes texts as HTML phrases.
final class HtmlText {
    private final Markup markup;
    private final ClaimAnchors anchors;

    HtmlText(Markup markup, ClaimAnchors anchors) {
        this.markup = markup;
        this.anchors = anchors;
    }

    /// Writes all spans of a text.
    void write(Text text) {
        for (Span span : text.spans()) {
            switch (span) {
                case Span.Plain(String words) -> markup.text(words);
                case Span.Strong(String words) -> markup.element("strong", words);
                case Span.Code(String words) -> markup.element("code", words);
                case Span.Quote(String words) -> markup.element("q", words, "dir", "auto");
                case Span.ClaimRef(String claim) -> claim(claim);
                case Span.StateRef(int state) -> markup.text(Integer.toString(state));
                case Span.Mark(Span.Tone tone, String words) ->
                        markup.element("span", words, "class", "mark " + name(tone));
            }
        }
    }

    /// A reference to a claim, a link if the claim stands in the document.
    void claim(String claim) {
        String target = anchors.target(claim);
        String words = "[" + claim + "]";
        if (target == null) {
            markup.element("span", words, "class", "ref");
        } else {
            markup.element("a", words, "class", "ref", "href", "#" + target);
        }
    }

    /// The class of a tone.
    static String name(Span.Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}
