// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.List;
import org.detente.explain.Block;

/// Draws ladders as a map of options: for each actor its options, each a row of levels in order.
///
/// The level in force is filled. Arrowheads between levels show a one-way option, and words at the
/// end say so.
final class LaddersFigure {
    private static final double WIDTH = 690;
    private static final double NAME_WIDTH = 224;
    private static final double LEVELS_AT = 242;
    private static final double PILL_HEIGHT = 26;
    private static final double PILL_PADDING = 11;
    private static final double LINK = 18;
    private static final double ROW_GAP = 14;
    private static final double LINE_HEIGHT = 17;
    private static final double FONT = 13;
    private static final double SMALL = 12;
    private static final int MOST_NAME_LINES = 3;
    private static final double GROUP_HEIGHT = 34;

    private final Svg svg;
    private double y;

    private LaddersFigure(Svg svg) {
        this.svg = svg;
    }

    /// Draws the ladders.
    static void write(Markup markup, Block.Ladders ladders, String id) {
        // Drawn aside first: the height is known only at the end.
        Markup body = new Markup();
        LaddersFigure figure = new LaddersFigure(new Svg(body));
        for (Block.LadderGroup group : ladders.groups()) {
            figure.group(group);
        }
        Svg svg = new Svg(markup);
        svg.open(id, WIDTH, figure.y, ladders.caption(), description(ladders));
        markup.raw(body.markup());
        svg.close();
    }

    private static String description(Block.Ladders ladders) {
        StringBuilder words = new StringBuilder();
        for (Block.LadderGroup group : ladders.groups()) {
            for (Block.Ladder ladder : group.rows()) {
                words.append(group.name()).append(", ").append(ladder.name()).append(": ");
                words.append(Labels.inForce(ladder)).append(" of ");
                words.append(String.join(", ", ladder.levels())).append("; ");
                words.append(Labels.direction(ladder)).append(". ");
            }
        }
        return words.toString().strip();
    }

    private void group(Block.LadderGroup group) {
        y += y > 0 ? 10 : 0;
        String name = SvgFont.cut(Visible.words(group.name()), WIDTH / 2, FONT * SvgFont.BOLD);
        svg.text(0, y + 18, "bold", name, Visible.words(group.name()));
        if (!group.role().isBlank()) {
            double at = SvgFont.width(name, FONT * SvgFont.BOLD) + 12;
            String role = Visible.words(group.role());
            svg.text(at, y + 18, "small faint", SvgFont.cut(role, WIDTH - at, SMALL), role);
        }
        svg.line(0, y + 26.5, WIDTH, y + 26.5, "grid");
        y += GROUP_HEIGHT;
        if (group.rows().isEmpty()) {
            svg.text(0, y + LINE_HEIGHT, "small faint", "no options of its own");
            y += PILL_HEIGHT + ROW_GAP;
        }
        for (Block.Ladder ladder : group.rows()) {
            ladder(ladder);
        }
    }

    private void ladder(Block.Ladder ladder) {
        String label = Visible.words(ladder.label().isBlank() ? ladder.name() : ladder.label());
        List<String> lines = SvgFont.wrap(label, NAME_WIDTH, FONT, MOST_NAME_LINES);
        boolean whole = String.join(" ", lines).equals(label.strip());
        for (int line = 0; line < lines.size(); line++) {
            String shown = lines.get(line);
            svg.text(0, y + LINE_HEIGHT * (line + 1), "", shown, whole ? shown : label);
        }
        double bottom = levels(ladder);
        y = Math.max(bottom, y + LINE_HEIGHT * lines.size() + 4) + ROW_GAP;
    }

    private double levels(Block.Ladder ladder) {
        double x = LEVELS_AT;
        double top = y;
        for (int level = 0; level < ladder.levels().size(); level++) {
            String full = Visible.words(ladder.levels().get(level)).strip();
            boolean inForce = level == ladder.currentIndex();
            double size = inForce ? FONT * SvgFont.BOLD : FONT;
            String shown = SvgFont.cut(full, WIDTH - LEVELS_AT - 2 * PILL_PADDING - 2, size);
            double width = SvgFont.width(shown, size) + 2 * PILL_PADDING;
            boolean sameLine = x + (level > 0 ? LINK : 0) + width <= WIDTH - 1;
            if (level > 0 && !sameLine) {
                x = LEVELS_AT;
                top += PILL_HEIGHT + 8;
                link(ladder, x, top);
                x += LINK;
                shown = SvgFont.cut(full, WIDTH - x - 2 * PILL_PADDING - 2, size);
                width = SvgFont.width(shown, size) + 2 * PILL_PADDING;
            } else if (level > 0) {
                link(ladder, x, top);
                x += LINK;
            }
            svg.box(x, top + 0.5, width, PILL_HEIGHT, 13, inForce ? "pill force" : "pill");
            String style = inForce ? "middle inforce" : "middle";
            svg.text(x + width / 2, top + 18, style, shown, full);
            x += width;
        }
        if (!(ladder.up() && ladder.down())) {
            String words = Labels.direction(ladder);
            if (x + 10 + SvgFont.width(words, SMALL) > WIDTH) {
                x = LEVELS_AT + LINK - 10;
                top += PILL_HEIGHT + 4;
            }
            svg.text(x + 10, top + 18, "small faint", words);
        }
        return top + PILL_HEIGHT;
    }

    private void link(Block.Ladder ladder, double x, double top) {
        double middle = top + 0.5 + PILL_HEIGHT / 2;
        if (!ladder.up() && !ladder.down()) {
            return;
        }
        svg.line(x + 2, middle, x + LINK - 2, middle, "link");
        if (ladder.up() && !ladder.down()) {
            svg.head(x + LINK - 1, middle, 1, 0, "head");
        } else if (ladder.down() && !ladder.up()) {
            svg.head(x + 1, middle, -1, 0, "head");
        }
    }
}
