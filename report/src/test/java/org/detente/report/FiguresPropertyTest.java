// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.detente.explain.Block;
import org.detente.explain.Explanation;
import org.detente.explain.Span;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class FiguresPropertyTest {
    private static final double BADGE_RADIUS = 8.5;

    /// A part of a figure as the rectangle it covers.
    private record Cover(double left, double top, double right, double bottom) {
        boolean meets(Cover other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Element parse(Block block)
            throws ParserConfigurationException, SAXException, IOException {
        Page page = new Page("T", "", "", List.of(), List.of(new Explanation("E", List.of(block))));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(HtmlRenderer.render(page))))
                .getDocumentElement();
    }

    private static List<Element> all(Element root, String tag) {
        NodeList nodes = root.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static void assertApartAndInside(Element svg, List<Cover> covers) {
        Cover all = new Cover(0, 0, number(svg, "width"), number(svg, "height"));
        for (int i = 0; i < covers.size(); i++) {
            Cover cover = covers.get(i);
            assertThat(cover.left).isGreaterThanOrEqualTo(all.left);
            assertThat(cover.top).isGreaterThanOrEqualTo(all.top);
            assertThat(cover.right).isLessThanOrEqualTo(all.right);
            assertThat(cover.bottom).isLessThanOrEqualTo(all.bottom);
            for (int j = 0; j < i; j++) {
                assertThat(cover.meets(covers.get(j)))
                        .as("%s meets %s", cover, covers.get(j))
                        .isFalse();
            }
        }
    }

    private static List<Cover> boxes(Element svg) {
        List<Cover> covers = new ArrayList<>();
        for (Element box : all(svg, "rect")) {
            double x = number(box, "x");
            double y = number(box, "y");
            covers.add(new Cover(x, y, x + number(box, "width"), y + number(box, "height")));
        }
        return covers;
    }

    @ParameterizedTest
    @Seeds(100)
    void nodesAndNumbersOfAGraphStandApart(long seed) throws Exception {
        RandomGenerator random = random(seed);
        int nodeCount = random.nextInt(1, 16);
        List<Block.Node> nodes = new ArrayList<>();
        for (int node = 0; node < nodeCount; node++) {
            String label = "Node with words ".repeat(random.nextInt(4)) + node;
            nodes.add(new Block.Node("n" + node, label, Span.Tone.NEUTRAL));
        }
        List<Block.Edge> edges = new ArrayList<>();
        for (int edge = random.nextInt(2 * nodeCount); edge > 0; edge--) {
            String from = "n" + random.nextInt(nodeCount);
            String to = "n" + random.nextInt(nodeCount);
            edges.add(new Block.Edge(from, to, "", "g" + random.nextInt(8)));
        }
        Element page = parse(new Block.Graph("G", nodes, edges));
        assertThat(all(page, "ol").stream().mapToInt(list -> all(list, "li").size()).sum())
                .isEqualTo(edges.size());
        for (Element svg : all(page, "svg")) {
            assertThat(all(svg, "rect")).hasSize(nodeCount);
            List<Cover> covers = boxes(svg);
            for (Element badge : all(svg, "circle")) {
                double x = number(badge, "cx");
                double y = number(badge, "cy");
                covers.add(
                        new Cover(
                                x - BADGE_RADIUS,
                                y - BADGE_RADIUS,
                                x + BADGE_RADIUS,
                                y + BADGE_RADIUS));
            }
            assertThat(all(svg, "circle")).hasSize(edges.size());
            assertApartAndInside(svg, covers);
        }
    }

    @ParameterizedTest
    @Seeds(100)
    void levelsOfLaddersStandApart(long seed) throws Exception {
        RandomGenerator random = random(seed);
        List<Block.Ladder> rows = new ArrayList<>();
        for (int row = random.nextInt(1, 6); row > 0; row--) {
            List<String> levels = new ArrayList<>();
            for (int level = random.nextInt(9); level >= 0; level--) {
                levels.add("level " + "of some length ".repeat(random.nextInt(4)) + level);
            }
            rows.add(
                    new Block.Ladder(
                            "option",
                            "words ".repeat(random.nextInt(30)),
                            levels,
                            random.nextInt(levels.size()),
                            random.nextBoolean(),
                            random.nextBoolean()));
        }
        List<Block.LadderGroup> groups = List.of(new Block.LadderGroup("Party", "", rows));
        Element svg = all(parse(new Block.Ladders("L", groups)), "svg").getFirst();
        assertThat(all(svg, "rect"))
                .hasSize(rows.stream().mapToInt(row -> row.levels().size()).sum());
        assertApartAndInside(svg, boxes(svg));
    }

    @ParameterizedTest
    @Seeds(200)
    void ticksEncloseTheValues(long seed) {
        RandomGenerator random = random(seed);
        double scale = Math.pow(10, random.nextInt(-200, 200));
        List<Double> values =
                random.doubles(random.nextInt(1, 9), -1, 1).map(x -> x * scale).boxed().toList();
        List<Double> ticks = SeriesFigure.ticks(values);
        assertThat(ticks).hasSizeBetween(2, 13).isSorted();
        for (double value : values) {
            assertThat(value).isBetween(ticks.getFirst(), ticks.getLast());
        }
    }
}
