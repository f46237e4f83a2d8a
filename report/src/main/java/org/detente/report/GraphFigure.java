// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.detente.explain.Block;

/// Draws a graph that has been laid out. Each edge carries its number at its beginning; the numbers
/// are told in a list below the figure.
final class GraphFigure {
    private static final double FONT = 13;
    private static final double LINE_HEIGHT = 17;
    private static final double LABEL_WIDTH = 172;
    private static final int MOST_LINES = 4;
    private static final double PADDING = 10;
    private static final double SLOT_GAP = 26;
    private static final double PASSING_WIDTH = 14;
    private static final double RANK_GAP = 76;
    private static final double LOOP = 26;
    private static final double MARGIN = 4;
    private static final double BADGE = 8.5;
    private static final double BADGE_AT = 15;
    private static final double LEAST_WIDTH = 690;
    private static final double LEGEND_LINE = 22;
    private static final int STYLES = 6;

    private final Svg svg;
    private final Block.Graph graph;
    private final GraphLayout layout;
    private final List<String> groups;
    private final Map<GraphLayout.Slot, List<String>> labels = new HashMap<>();
    private final Map<GraphLayout.Slot, List<GraphLayout.Route>> topPorts = new HashMap<>();
    private final Map<GraphLayout.Slot, List<GraphLayout.Route>> bottomPorts = new HashMap<>();
    private final double[] rankTop;
    private final double[] rankHeight;
    private double width = LEAST_WIDTH;
    private double height;

    private GraphFigure(Svg svg, Block.Graph graph, GraphLayout layout) {
        this.svg = svg;
        this.graph = graph;
        this.layout = layout;
        this.groups =
                graph.edges().stream()
                        .map(Block.Edge::group)
                        .filter(group -> !group.isBlank())
                        .distinct()
                        .toList();
        this.rankTop = new double[layout.ranks().size()];
        this.rankHeight = new double[layout.ranks().size()];
    }

    /// Draws the graph.
    static void write(Markup markup, Block.Graph graph, GraphLayout layout, String id) {
        GraphFigure figure = new GraphFigure(new Svg(markup), graph, layout);
        figure.place();
        figure.svg.open(
                id,
                figure.width,
                figure.height + LEGEND_LINE * figure.groups.size(),
                graph.caption(),
                "%d nodes and %d edges; the edges are listed by number below"
                        .formatted(graph.nodes().size(), graph.edges().size()));
        for (GraphLayout.Route route : layout.routes()) {
            figure.edge(route);
        }
        for (List<GraphLayout.Slot> rank : layout.ranks()) {
            rank.forEach(figure::node);
        }
        figure.legend();
        figure.svg.close();
    }

    private void place() {
        double y = MARGIN;
        for (int rank = 0; rank < rankTop.length; rank++) {
            double used = -SLOT_GAP;
            for (GraphLayout.Slot slot : layout.ranks().get(rank)) {
                measure(slot);
                used += slot.width + SLOT_GAP;
                int lines = labels.getOrDefault(slot, List.of()).size();
                rankHeight[rank] =
                        Math.max(rankHeight[rank], lines * LINE_HEIGHT + 2 * PADDING - 3);
            }
            width = Math.max(width, used + 2 * (LOOP + MARGIN));
            rankTop[rank] = y;
            y += rankHeight[rank] + RANK_GAP;
        }
        boolean dips = layout.routes().stream().anyMatch(this::isLevelInLastRank);
        height = y - RANK_GAP + (dips ? RANK_GAP / 2 + 10 : 12);
        layout.ranks().forEach(this::spread);
        ports();
    }

    private boolean isLevelInLastRank(GraphLayout.Route route) {
        return route.isLevel() && route.first().rank == rankTop.length - 1;
    }

    private void measure(GraphLayout.Slot slot) {
        if (slot.node == null) {
            slot.width = PASSING_WIDTH;
            return;
        }
        String label = slot.node.label().isBlank() ? slot.node.id() : slot.node.label();
        List<String> lines = SvgFont.wrap(label, LABEL_WIDTH, FONT, MOST_LINES);
        labels.put(slot, lines);
        double text = lines.stream().mapToDouble(line -> SvgFont.width(line, FONT)).max().orElse(0);
        int ports = Math.max(slot.topCount, slot.bottomCount);
        slot.width = Math.max(text + 2 * PADDING, GraphLayout.PORT_ROOM * (ports + 1));
    }

    private void spread(List<GraphLayout.Slot> rank) {
        double used = SLOT_GAP * (rank.size() - 1);
        for (GraphLayout.Slot slot : rank) {
            used += slot.width;
        }
        double x = (width - used) / 2;
        for (GraphLayout.Slot slot : rank) {
            slot.x = x + slot.width / 2;
            x += slot.width + SLOT_GAP;
        }
    }

    /// Ends of edges stand in the order of where the edges come from, so that they do not cross.
    private void ports() {
        for (GraphLayout.Route route : layout.routes()) {
            if (route.isLoop()) {
                continue;
            }
            bottomPorts.computeIfAbsent(route.first(), _ -> new ArrayList<>()).add(route);
            Map<GraphLayout.Slot, List<GraphLayout.Route>> end =
                    route.isLevel() ? bottomPorts : topPorts;
            end.computeIfAbsent(route.last(), _ -> new ArrayList<>()).add(route);
        }
        topPorts.forEach((slot, routes) ->
                routes.sort(
                        Comparator.comparingDouble(
                                route -> route.slots().get(route.slots().size() - 2).x)));
        bottomPorts.forEach((slot, routes) ->
                routes.sort(Comparator.comparingDouble(route -> seenFrom(slot, route))));
    }

    private static double seenFrom(GraphLayout.Slot slot, GraphLayout.Route route) {
        return route.last().equals(slot) ? route.first().x : route.slots().get(1).x;
    }

    private double port(GraphLayout.Slot slot, GraphLayout.Route route, boolean top) {
        List<GraphLayout.Route> side = (top ? topPorts : bottomPorts).getOrDefault(slot, List.of());
        return slot.x - slot.width / 2 + slot.width * (side.indexOf(route) + 1) / (side.size() + 1);
    }

    private double top(GraphLayout.Slot slot) {
        return rankTop[slot.rank];
    }

    private double bottom(GraphLayout.Slot slot) {
        return rankTop[slot.rank] + rankHeight[slot.rank];
    }

    private void edge(GraphLayout.Route route) {
        int style = style(route);
        if (route.isLoop()) {
            loop(route, style);
        } else if (route.isLevel()) {
            level(route, style);
        } else {
            across(route, style);
        }
    }

    private int style(GraphLayout.Route route) {
        int group = groups.indexOf(graph.edges().get(route.edgeIndex()).group());
        return group < 0 ? STYLES - 1 : group % STYLES;
    }

    private void loop(GraphLayout.Route route, int style) {
        GraphLayout.Slot slot = route.first();
        double x = slot.x + slot.width / 2;
        double y = (top(slot) + bottom(slot)) / 2;
        curve(x, y - 8, x + LOOP, y - 14, x + LOOP, y + 14, x + 7, y + 8, style);
        svg.head(x, y + 8, -1, 0, "h" + style);
        badge(route, x + LOOP - 10, y);
    }

    private void level(GraphLayout.Route route, int style) {
        double y = bottom(route.first());
        double from = port(route.first(), route, false);
        double to = port(route.last(), route, false);
        double dip = y + RANK_GAP * 0.62;
        curve(from, y, from, dip, to, dip, to, y + 7, style);
        svg.head(to, y, 0, -1, "h" + style);
        badge(route, from, y + BADGE_AT);
    }

    private void across(GraphLayout.Route route, int style) {
        double x = port(route.first(), route, false);
        double y = bottom(route.first());
        StringBuilder path = new StringBuilder();
        double start = route.upward() ? y + 7 : y;
        path.append("M%s %s".formatted(Svg.units(x), Svg.units(start)));
        double lastX = x;
        double lastY = y;
        for (int step = 1; step < route.slots().size(); step++) {
            GraphLayout.Slot slot = route.slots().get(step);
            boolean end = step == route.slots().size() - 1;
            lastX = end ? port(slot, route, true) : slot.x;
            lastY = top(slot) - (end && !route.upward() ? 7 : 0);
            double half = (lastY - y) / 2;
            path.append(bend(x, y + half, lastX, lastY - half, lastX, lastY));
            if (!end) {
                path.append("V%s".formatted(Svg.units(bottom(slot))));
                lastY = bottom(slot);
            }
            x = lastX;
            y = lastY;
        }
        svg.path(path.toString(), "line s" + style);
        double startX = port(route.first(), route, false);
        if (route.upward()) {
            svg.head(startX, bottom(route.first()), 0, -1, "h" + style);
            badge(route, lastX, lastY - BADGE_AT);
        } else {
            svg.head(lastX, lastY + 7, 0, 1, "h" + style);
            badge(route, startX, bottom(route.first()) + BADGE_AT);
        }
    }

    private void curve(
            double x,
            double y,
            double cx,
            double cy,
            double dx,
            double dy,
            double ex,
            double ey,
            int style) {
        String start = "M%s %s".formatted(Svg.units(x), Svg.units(y));
        svg.path(start + bend(cx, cy, dx, dy, ex, ey), "line s" + style);
    }

    private static String bend(double cx, double cy, double dx, double dy, double ex, double ey) {
        return List.of(cx, cy, dx, dy, ex, ey).stream()
                .map(Svg::units)
                .collect(Collectors.joining(" ", "C", ""));
    }

    private void badge(GraphLayout.Route route, double x, double y) {
        svg.circle(x, y, BADGE, "badge");
        svg.text(x, y + 3.8, "badgetext", Integer.toString(route.edgeIndex() + 1));
    }

    private void node(GraphLayout.Slot slot) {
        if (slot.node == null) {
            return;
        }
        double left = slot.x - slot.width / 2;
        String style = "node " + HtmlText.name(slot.node.tone());
        svg.box(left, top(slot), slot.width, rankHeight[slot.rank], 5, style);
        List<String> lines = labels.getOrDefault(slot, List.of());
        double y = top(slot) + rankHeight[slot.rank] / 2 - lines.size() * LINE_HEIGHT / 2 + 13;
        String full = Visible.words(slot.node.label()).strip();
        boolean whole = full.isBlank() || String.join(" ", lines).equals(full);
        for (String line : lines) {
            svg.text(slot.x, y, "middle", line, whole ? line : full);
            y += LINE_HEIGHT;
        }
    }

    private void legend() {
        double y = height + 14;
        for (int group = 0; group < groups.size(); group++) {
            svg.line(MARGIN, y - 4, MARGIN + 34, y - 4, "line s" + group % STYLES);
            String name = Visible.words(groups.get(group));
            svg.text(MARGIN + 44, y, "small", SvgFont.cut(name, width - 60, 12), name);
            y += LEGEND_LINE;
        }
    }
}
