// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.compile.StateSpace;
import org.detente.explain.Data;
import org.jspecify.annotations.Nullable;

/// An order of steps as a tree.
final class OrderData {
    private final Ground ground;
    private final StateSpace space;
    private final OptionData options;

    OrderData(Ground ground) {
        this.ground = ground;
        this.space = ground.space();
        this.options = new OptionData(space);
    }

    /// The steps, in order.
    Data steps(Plan plan) {
        List<Data> steps = new ArrayList<>();
        for (int k = 0; k < plan.steps().size(); k++) {
            Plan.Step step = plan.steps().get(k);
            Data.Fields moves = new Data.Fields();
            for (int mover = 0; mover < space.moverCount(); mover++) {
                Data.Fields own = new Data.Fields();
                for (Plan.Move move : step.moves()) {
                    if (space.moverOf(move.option()) == mover) {
                        own.with(options.name(move.option()), move(move));
                    }
                }
                if (!own.entries().isEmpty()) {
                    moves.with(space.movers().get(mover).id(), own);
                }
            }
            Data.Fields margins = new Data.Fields();
            Data.Fields exposure = new Data.Fields();
            Data.Fields reversible = new Data.Fields();
            for (int side = 0; side < step.margins().size(); side++) {
                Plan.SideMargin margin = step.margins().get(side);
                String party = ground.party(margin.party());
                margins.with(party, OptionData.real(margin.margin()));
                exposure.with(party, OptionData.real(margin.exposure()));
                reversible.with(
                        party,
                        Data.Items.names(
                                step.undoable().get(side).stream().map(options::name).toList()));
            }
            steps.add(
                    new Data.Fields()
                            .with("n", k + 1)
                            .with("moves", moves)
                            .with("margins", margins)
                            .with("exposure", exposure)
                            .with("reversible", reversible));
        }
        return new Data.Items(steps);
    }

    private Data move(Plan.Move move) {
        if (move.towards() < 0) {
            return new Data.Name(options.level(move.option(), move.to()));
        }
        return new Data.Fields()
                .with("level", options.level(move.option(), move.to()))
                .with("towards", options.level(move.option(), move.towards()))
                .with("part", move.part())
                .with("parts", move.parts());
    }

    /// What would make a weak order better.
    Data help(Tested.Help help) {
        Data.Fields deposits = new Data.Fields();
        for (int party = 0; party < help.deposits().size(); party++) {
            deposits.with(ground.party(party), OptionData.real(help.deposits().get(party)));
        }
        @Nullable Plan finer = help.finer();
        return new Data.Fields()
                .with(
                        "options",
                        Data.Items.names(help.options().stream().map(options::name).toList()))
                .with(
                        "inTwiceAsManyParts",
                        finer == null ? new Data.None() : OptionData.real(finer.smallestMargin()))
                .with("deposit", deposits);
    }
}
