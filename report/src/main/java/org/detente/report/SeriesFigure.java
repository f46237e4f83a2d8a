// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayList;
import java.util.List;
import org.detente.explain.Block;

/// Draws lines over a common axis. Lines differ in dashes as well as in colour.
final class SeriesFigure {
    private static final double WIDTH = 690;
    private static final double PLOT_HEIGHT = 260;
    private static final double TOP = 28;
    private static final double SMALL = 12;
    private static final double LEGEND_LINE = 22;
    private static final double SAMPLE = 34;
    private static final int STYLES = 6;
    private static final int MOST_MARKED_POINTS = 16;
    private static final int TICKS = 5;

    /// Beyond these a step between ticks has no exact form.
    private static final double LARGEST = 1e300;

    private static final double LEAST_RANGE = 1e-290;

    private final Svg svg;
    private final Block.Series series;
    private final List<Double> horizontalTicks;
    private final List<Double> verticalTicks;
    private final double left;

    private SeriesFigure(Svg svg, Block.Series series) {
        this.svg = svg;
        this.series = series;
        this.horizontalTicks = ticks(values(series, true));
        this.verticalTicks = ticks(values(series, false));
        this.left =
                14
                        + verticalTicks.stream()
                                .mapToDouble(tick -> SvgFont.width(Numbers.words(tick), SMALL))
                                .max()
                                .orElse(0);
    }

    /// Draws the lines.
    static void write(Markup markup, Block.Series series, String id) {
        SeriesFigure figure = new SeriesFigure(new Svg(markup), series);
        double height = TOP + PLOT_HEIGHT + 52 + LEGEND_LINE * series.lines().size();
        figure.svg.open(
                id,
                WIDTH,
                height,
                series.caption(),
                "%s against %s, %d lines; the values stand in the table below"
                        .formatted(series.vertical(), series.horizontal(), series.lines().size()));
        figure.axes();
        for (int line = 0; line < series.lines().size(); line++) {
            figure.line(series.lines().get(line), line % STYLES);
            figure.legend(line);
        }
        figure.svg.close();
    }

    private void axes() {
        String vertical = Visible.words(series.vertical());
        svg.text(0, 14, "small faint", SvgFont.cut(vertical, WIDTH, SMALL), vertical);
        for (double tick : verticalTicks) {
            svg.line(left, y(tick), WIDTH - 8, y(tick), "grid");
            svg.text(left - 8, y(tick) + 4, "small faint end", Numbers.words(tick));
        }
        double bottom = TOP + PLOT_HEIGHT;
        svg.line(left, bottom, WIDTH - 8, bottom, "axis");
        for (int tick = 0; tick < horizontalTicks.size(); tick++) {
            double x = x(horizontalTicks.get(tick));
            boolean last = tick == horizontalTicks.size() - 1;
            svg.line(x, bottom, x, bottom + 5, "axis");
            String words = Numbers.words(horizontalTicks.get(tick));
            svg.text(
                    last ? WIDTH : x,
                    bottom + 19,
                    "small faint " + (last ? "end" : "middle"),
                    words);
        }
        String horizontal = Visible.words(series.horizontal());
        String shown = SvgFont.cut(horizontal, WIDTH, SMALL);
        svg.text(WIDTH, bottom + 37, "small faint end", shown, horizontal);
    }

    private void line(Block.Line line, int style) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (Block.Point point : line.points()) {
            boolean known = known(point);
            if (known) {
                path.append(down ? 'L' : 'M').append(Svg.units(x(point.horizontal())));
                path.append(' ').append(Svg.units(y(point.vertical())));
            }
            down = known;
        }
        if (!path.isEmpty()) {
            svg.path(path.toString(), "line s" + style);
        }
        if (line.points().size() <= MOST_MARKED_POINTS) {
            for (Block.Point point : line.points()) {
                if (known(point)) {
                    svg.circle(x(point.horizontal()), y(point.vertical()), 3, "h" + style);
                }
            }
        }
    }

    private void legend(int line) {
        double at = TOP + PLOT_HEIGHT + 58 + LEGEND_LINE * line;
        String style = "line s" + line % STYLES;
        svg.line(left, at - 4, left + SAMPLE, at - 4, style);
        String name = Visible.words(series.lines().get(line).name());
        double from = left + SAMPLE + 10;
        svg.text(from, at, "small", SvgFont.cut(name, WIDTH - from, SMALL), name);
    }

    private double x(double value) {
        double share = share(horizontalTicks, value);
        return left + share * (WIDTH - 8 - left);
    }

    private double y(double value) {
        return TOP + PLOT_HEIGHT * (1 - share(verticalTicks, value));
    }

    private static double share(List<Double> ticks, double value) {
        return (value - ticks.getFirst()) / (ticks.getLast() - ticks.getFirst());
    }

    private static boolean known(Block.Point point) {
        return Math.abs(point.horizontal()) < LARGEST && Math.abs(point.vertical()) < LARGEST;
    }

    private static List<Double> values(Block.Series series, boolean horizontal) {
        return series.lines().stream()
                .flatMap(line -> line.points().stream())
                .filter(SeriesFigure::known)
                .map(point -> horizontal ? point.horizontal() : point.vertical())
                .toList();
    }

    /// Round numbers that enclose the values, at least two.
    static List<Double> ticks(List<Double> values) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double range = most - least;
        if (range < Math.max(LEAST_RANGE, Math.abs(most) * 1e-9)) {
            range = Math.abs(most) < LEAST_RANGE ? 1 : Math.abs(most);
        }
        double rough = range / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double factor = rough / power;
        double step = power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
        long first = (long) Math.floor(least / step);
        long last = Math.max(first + 1, (long) Math.ceil(most / step));
        List<Double> ticks = new ArrayList<>();
        for (long tick = first; tick <= last; tick++) {
            ticks.add(tick * step);
        }
        return ticks;
    }
}
