// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class HtmlRendererTest {
    private static final Set<String> ELEMENTS =
            Set.of(
                    "html",
                    "head",
                    "meta",
                    "title",
                    "style",
                    "body",
                    "a",
                    "header",
                    "nav",
                    "main",
                    "section",
                    "footer",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "p",
                    "div",
                    "span",
                    "strong",
                    "code",
                    "q",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "figure",
                    "figcaption",
                    "blockquote",
                    "cite",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "details",
                    "summary",
                    "svg",
                    "desc",
                    "text",
                    "rect",
                    "path",
                    "circle");

    private static final Pattern ERROR =
            Pattern.compile("\\{\"type\":\"error\",[^{}]*?\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    static List<Page> pages() {
        return List.of(
                Samples.calm(),
                Samples.hostile(),
                Samples.veryHostile(),
                new Page("", "", "", List.of(), List.of()));
    }

    private static Document parse(Page page)
            throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(HtmlRenderer.render(page))));
    }

    private static List<Element> all(Document document) {
        NodeList nodes = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isWellFormedAndHasOnlyHarmlessElements(Page page) throws Exception {
        for (Element element : all(parse(page))) {
            assertThat(ELEMENTS).contains(element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .doesNotStartWith("on")
                        .isNotIn("style", "src", "srcdoc", "action");
            }
            assertThat(element.getAttribute("href")).matches("|#[\\w.-]+");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadsEveryReferenceToAnId(Page page) throws Exception {
        List<Element> elements = all(parse(page));
        Set<String> ids = new HashSet<>();
        for (Element element : elements) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id"))).isTrue();
            }
        }
        for (Element element : elements) {
            if (element.hasAttribute("href")) {
                assertThat(ids).contains(element.getAttribute("href").substring(1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void passesTheStandardsOwnChecker(Page page) throws Exception {
        String messages = check(HtmlRenderer.render(page));
        assertThat(messages).startsWith("{\"messages\":");
        // The checker of 2020 does not know the style properties that came after it.
        assertThat(ERROR.matcher(messages).results().map(error -> error.group(1)))
                .allMatch(message -> message.startsWith("CSS: "));
    }

    @Test
    void wouldHearOfAFault() throws Exception {
        String html =
                HtmlRenderer.render(Samples.calm()).replaceFirst("<main ", "<main madeup=\"x\" ");
        assertThat(ERROR.matcher(check(html)).results().map(error -> error.group(1)))
                .anyMatch(message -> message.contains("madeup"));
    }

    private static String check(String html) throws IOException, SAXException {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        byte[] octets = html.getBytes(StandardCharsets.UTF_8);
        return validator.validate(new ByteArrayInputStream(octets));
    }

    @Test
    void namesTheHashOfItsOwnStyleSheetAndNothingElse() throws Exception {
        Document document = parse(Samples.calm());
        String sheet = document.getElementsByTagName("style").item(0).getTextContent();
        assertThat(HtmlRenderer.render(Samples.calm()))
                .contains(
                        "default-src &#39;none&#39;; style-src &#39;"
                                + HtmlStyle.hash(sheet).replace("&", "&amp;")
                                + "&#39;; img-src &#39;none&#39;");
        assertThat(sheet).doesNotContain("<", "&", "url(", "@import");
    }

    @Test
    void marksASourcesWords() {
        assertThat(HtmlRenderer.render(Samples.calm()))
                .contains("<q dir=\"auto\">a matter of survival</q>")
                .contains("<blockquote><p dir=\"auto\">The dam is a matter of survival")
                .contains("<cite>Regional Gazette, 3 February 2026</cite>");
    }

    @Test
    void leadsFromAReferenceToTheClaim() {
        assertThat(HtmlRenderer.render(Samples.calm()))
                .contains("<a class=\"ref\" href=\"#claim-c1\">[c1]</a>")
                .contains("<figure class=\"quotation\" id=\"claim-c1\">")
                .contains("<tr id=\"claim-c2\">");
    }

    @Test
    void goesDownOneHeadingAtATime() throws Exception {
        int last = 0;
        for (Element element : all(parse(Samples.hostile()))) {
            if (element.getTagName().matches("h[1-4]")) {
                int level = element.getTagName().charAt(1) - '0';
                assertThat(level).isLessThanOrEqualTo(last + 1);
                last = level;
            }
        }
        assertThat(last).isPositive();
    }

    @Test
    void letsNoHiddenCharacterThrough() {
        String html = HtmlRenderer.render(Samples.hostile());
        assertThat(html.codePoints().filter(point -> point != '\n').filter(Visible::isHidden))
                .isEmpty();
    }

    @Test
    void drawsBoxesThatDoNotOverlap() throws Exception {
        for (Page page : pages()) {
            NodeList figures = parse(page).getElementsByTagName("svg");
            for (int i = 0; i < figures.getLength(); i++) {
                NodeList boxes = ((Element) figures.item(i)).getElementsByTagName("rect");
                for (int a = 0; a < boxes.getLength(); a++) {
                    for (int b = 0; b < a; b++) {
                        assertThat(overlap((Element) boxes.item(a), (Element) boxes.item(b)))
                                .isFalse();
                    }
                }
            }
        }
    }

    private static boolean overlap(Element one, Element other) {
        return overlap(one, other, "x", "width") && overlap(one, other, "y", "height");
    }

    private static boolean overlap(Element one, Element other, String at, String size) {
        double from = Double.parseDouble(one.getAttribute(at));
        double to = from + Double.parseDouble(one.getAttribute(size));
        double otherFrom = Double.parseDouble(other.getAttribute(at));
        double otherTo = otherFrom + Double.parseDouble(other.getAttribute(size));
        return from < otherTo && otherFrom < to;
    }
}
