// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.detente.analysis.Wording;
import org.detente.explain.Block;
import org.detente.explain.Block.Column;
import org.detente.explain.Text;
import org.jspecify.annotations.Nullable;

/// Tells in which order of steps a package can be carried out: like an implementation plan.
final class OrderBlocks {
    private final Ground ground;
    private final EnforcementWords words;

    OrderBlocks(Ground ground, EnforcementWords words) {
        this.ground = ground;
        this.words = words;
    }

    List<Block> of(Tested tested) {
        return of(tested, tested.plan(), tested.help());
    }

    /// One order of steps.
    ///
    /// @param tested the package
    /// @param plan the order, or null
    /// @param help what would make it better, or null
    List<Block> of(Tested tested, @Nullable Plan plan, Tested.@Nullable Help help) {
        List<Block> blocks = new ArrayList<>();
        if (!ground.hasPatience()) {
            blocks.add(
                    new Block.Paragraph(
                            Text.of(
                                    "An order of steps needs to know how much each side values the next step against this one: the case does not state everybody's time.patience.")));
            return blocks;
        }
        if (plan == null) {
            blocks.add(new Block.Paragraph(noPlan(tested)));
            return blocks;
        }
        blocks.add(new Block.Paragraph(summary(plan)));
        if (plan.closedCount() == 0) {
            return blocks;
        }
        blocks.add(timeline(plan));
        if (plan.isUnbreakable()) {
            return blocks;
        }
        blocks.add(new Block.Paragraph(weakest(plan)));
        if (help != null) {
            blocks.add(new Block.Paragraph(help(help, plan)));
        }
        return blocks;
    }

    private Text noPlan(Tested tested) {
        return tested.state() == ground.model().now()
                ? Text.of(
                        "There is nothing to carry out: every option stands where the package has it.")
                : Text.of(
                        "No order of steps is told: no way of steps toward the package passes through states that can occur, or there are more options to change than --max-positions allows for.");
    }

    private Text summary(Plan plan) {
        Text.Writer text = Text.writer();
        String count = Wording.counted(plan.steps().size(), "step", "steps");
        if (plan.isUnbreakable()) {
            text.plain("It can be carried out in ")
                    .strong(count)
                    .plain(
                            ": nobody has anything to turn against the order with, or to break the agreement with afterwards.");
        } else if (plan.isSafe()) {
            text.plain("It can be carried out in ")
                    .strong(count)
                    .plain(
                            plan.steps().size() == 1
                                    ? " in which taking part, and keeping it afterwards, pay everybody: the smallest margin is "
                                    : " at each of which going on, and keeping it afterwards, pay everybody: the smallest margin on the way is ")
                    .text(Text.of(EnforcementWords.marked(plan.smallestMargin())))
                    .plain(" of what the side concerned could gain.");
        } else if (plan.closedCount() == 0) {
            text.strong("No order of steps is safe")
                    .plain(
                            " for everybody: the package is not kept once it stands, so that no order can lead to it safely.");
        } else {
            text.strong("No order of steps is safe")
                    .plain(
                            " for everybody. The one that comes nearest takes %s; where it is weakest, the margin is "
                                    .formatted(count))
                    .text(Text.of(EnforcementWords.marked(plan.smallestMargin())))
                    .plain(" of what the side concerned could gain: turning against it pays by ")
                    .plain(
                            EnforcementWords.isJustBelow(plan.smallestMargin())
                                    ? "next to nothing."
                                    : "that much.");
            text.plain(certificate(plan));
        }
        if (!plan.exact()) {
            text.plain(
                    " This is the best order found; not all orders were looked at (--max-positions).");
        }
        return text.done();
    }

    private String certificate(Plan plan) {
        if (!plan.exact()) {
            return "";
        }
        return plan.closedCount() > 0
                ? " That none is safe can be checked: even if each side hoped for the best of all continuations, only %s of the %s positions between now and the package lead on to it by steps that pay everybody, and now is not among them."
                        .formatted(
                                Wording.number(plan.closedCount()),
                                Wording.number(plan.positionCount()))
                : " All orders over %s positions were compared."
                        .formatted(Wording.number(plan.positionCount()));
    }

    private Block timeline(Plan plan) {
        List<String> lanes = new ArrayList<>();
        List<Integer> movers = new ArrayList<>();
        for (int mover = 0; mover < ground.space().moverCount(); mover++) {
            int own = mover;
            boolean moves =
                    plan.steps().stream()
                            .flatMap(s -> s.moves().stream())
                            .anyMatch(m -> ground.space().moverOf(m.option()) == own);
            if (moves) {
                movers.add(mover);
                lanes.add(words.wording().mover(mover));
            }
        }
        List<Column> measures = new ArrayList<>();
        for (Plan.SideMargin side : plan.steps().getFirst().margins()) {
            measures.add(Column.numbers("Margin, " + words.party(side.party())));
        }
        measures.add(Column.words("Reversible within a step"));
        measures.add(Column.words("Exposed"));
        List<Block.TimelineStep> steps = new ArrayList<>();
        for (int k = 0; k < plan.steps().size(); k++) {
            Plan.Step step = plan.steps().get(k);
            List<Text> told = new ArrayList<>();
            for (Plan.SideMargin side : step.margins()) {
                told.add(Text.of(EnforcementWords.marked(side.margin())));
            }
            told.add(reversible(step));
            told.add(exposed(step));
            steps.add(
                    new Block.TimelineStep(
                            Integer.toString(k + 1),
                            EnforcementWords.marked(step.weakest().margin()).tone(),
                            movers.stream().map(mover -> moves(step, mover)).toList(),
                            told));
        }
        return new Block.Timeline("The order of steps", lanes, measures, steps);
    }

    private Text moves(Plan.Step step, int mover) {
        return EnforcementWords.joined(
                step.moves().stream()
                        .filter(m -> ground.space().moverOf(m.option()) == mover)
                        .map(words::move)
                        .toList(),
                "");
    }

    private Text reversible(Plan.Step step) {
        List<Integer> options = step.undoable().stream().flatMap(List::stream).toList();
        return options.isEmpty() ? Text.of("nothing") : words.options(options);
    }

    private Text exposed(Plan.Step step) {
        List<Text> texts = new ArrayList<>();
        for (Plan.SideMargin side : step.margins()) {
            if (side.exposure() > 0) {
                texts.add(
                        Text.of(
                                "%s by %s"
                                        .formatted(
                                                words.party(side.party()),
                                                EnforcementWords.percent(side.exposure()))));
            }
        }
        return EnforcementWords.joined(texts, "nobody");
    }

    /// Where it nearly breaks, and why.
    private Text weakest(Plan plan) {
        int weak = plan.weakestStep();
        if (weak < 0) {
            return Text.of(
                    plan.isSafe()
                            ? "The weakest point is not a step but the standing agreement: the table above says who comes nearest to breaking it, and how."
                            : "The weakest point is not a step but the standing agreement: the table above says who would break it and how.");
        }
        Plan.Step step = plan.steps().get(weak);
        Plan.SideMargin side = step.weakest();
        Text.Writer text =
                Text.writer()
                        .plain("The weakest step is ")
                        .strong("step " + (weak + 1))
                        .plain(", for %s. ".formatted(words.party(side.party())));
        Deviations.Deviation deviation = side.deviation();
        if (deviation != null) {
            boolean pays = side.margin() < -Kept.ROUNDING;
            double points = Math.abs(side.margin() * ground.scale(side.party()));
            text.plain("While the others do their part, it could ")
                    .text(instead(plan, weak, side.party(), deviation))
                    .plain(pays ? "; going on falls short of that by " : "; going on is worth ")
                    .plain(
                            EnforcementWords.isJustBelow(side.margin())
                                    ? "next to nothing."
                                    : EnforcementWords.points(points)
                                            + (pays ? " a step." : " a step more to it."));
        }
        return text.done();
    }

    /// What a side would do instead of going on.
    private Text instead(Plan plan, int index, int party, Deviations.Deviation deviation) {
        int before = index == 0 ? ground.model().now() : plan.steps().get(index - 1).state();
        int own = before;
        for (int option : ground.space().optionsOf(ground.mover(party))) {
            own =
                    ground.space()
                            .with(own, option, ground.space().level(deviation.chosen(), option));
        }
        if (deviation.dropped().isEmpty() && own == before) {
            return Text.of("leave its own options as they are");
        }
        Text.Writer text = Text.writer();
        if (own != before) {
            text.plain("set ").text(words.wording().change(before, own));
        }
        if (!deviation.dropped().isEmpty()) {
            text.plain(own == before ? "" : " and ")
                    .plain("take back what it has done of the next level of ")
                    .text(words.options(deviation.dropped()));
        }
        return text.done();
    }

    /// What an escrow or finer steps would add.
    private Text help(Tested.Help help, Plan plan) {
        Text.Writer text = Text.writer().plain("What would help: ");
        Plan finer = help.finer();
        boolean better = finer != null && finer.smallestMargin() > plan.smallestMargin() + 1e-6;
        text.plain("carrying out ")
                .text(help.options().isEmpty() ? Text.of("it") : words.options(help.options()));
        if (better) {
            text.plain(" in twice as many parts would raise the smallest margin to ")
                    .text(
                            Text.of(
                                    EnforcementWords.marked(
                                            Objects.requireNonNull(finer).smallestMargin())))
                    .plain(". ");
        } else {
            text.plain(
                    finer == null
                            ? " in twice as many parts was not looked at: there would be too many positions. "
                            : " in twice as many parts would not. ");
        }
        List<String> deposits = new ArrayList<>();
        for (int party = 0; party < help.deposits().size(); party++) {
            double deposit = help.deposits().get(party);
            if (deposit > 0) {
                deposits.add(
                        "%s of %s".formatted(EnforcementWords.points(deposit), words.party(party)));
            }
        }
        if (!deposits.isEmpty()) {
            text.plain(
                    "A deposit held by a third side and lost by whoever turns against the order, or a guarantor who makes that as costly, would have to be worth, paid once, "
                            + EnforcementWords.all(deposits)
                            + ".");
        } else {
            text.plain("No deposit or guarantor is needed at these numbers.");
        }
        return text.done();
    }
}
