// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.Reachability;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.explain.Data;
import org.detente.model.Option;
import org.detente.model.Outcome;

/// Which single option, if it were taken off the table or could not be taken back, would cut the
/// way from the status quo to an outcome.
///
/// Off the table means: it stays at its level of now. Irreversible means: it can only be raised.
///
/// @param outcome the outcome to be kept out of reach
/// @param reachedByImprovements whether it can be reached now by moves that each pay their mover
/// @param reachedByMoves whether it can be reached now by any moves
/// @param cuts what each single change does, in the order of the options
record Avoidance(
        Outcome outcome, boolean reachedByImprovements, boolean reachedByMoves, List<Cut> cuts) {
    /// Copies the cuts.
    Avoidance {
        cuts = List.copyOf(cuts);
    }

    /// How an option is changed.
    enum Change {
        /// It stays where it is.
        OFF_THE_TABLE("taken off the table"),
        /// It can only be raised.
        IRREVERSIBLE("made irreversible");

        private final String words;

        Change(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// What one change does.
    ///
    /// @param optionIndex the option
    /// @param change how it is changed
    /// @param cutsImprovements whether no improvements lead to the outcome any more
    /// @param cutsMoves whether no moves at all do
    record Cut(int optionIndex, Change change, boolean cutsImprovements, boolean cutsMoves) {}

    /// Tries every option.
    static Avoidance of(CompiledCase model, Outcome outcome) {
        StateSet states = model.statesOf(outcome);
        boolean improvements = model.reachableByImprovements().reached().intersects(states);
        boolean moves = model.reachableByMoves().reached().intersects(states);
        List<Cut> cuts = new ArrayList<>();
        StateSpace space = model.space();
        for (int option = 0; option < space.optionCount(); option++) {
            int level = space.level(model.now(), option);
            StateSet fixed = model.feasible().copy().and(space.statesAt(option, l -> l == level));
            addIfItCuts(
                    cuts,
                    model,
                    space,
                    fixed,
                    states,
                    option,
                    Change.OFF_THE_TABLE,
                    improvements,
                    moves);
            if (space.moves(option) == Option.Moves.BOTH) {
                addIfItCuts(
                        cuts,
                        model,
                        space.withMoves(option, Option.Moves.UP),
                        model.feasible(),
                        states,
                        option,
                        Change.IRREVERSIBLE,
                        improvements,
                        moves);
            }
        }
        return new Avoidance(outcome, improvements, moves, cuts);
    }

    private static void addIfItCuts(
            List<Cut> cuts,
            CompiledCase model,
            StateSpace space,
            StateSet feasible,
            StateSet states,
            int option,
            Change change,
            boolean improvementsLead,
            boolean movesLead) {
        List<StateSet> seen = new ArrayList<>();
        List<Ranks> ranks = new ArrayList<>();
        for (int mover = 0; mover < space.moverCount(); mover++) {
            seen.add(model.seen(mover));
            ranks.add(model.ranks(mover));
        }
        boolean cutsImprovements =
                improvementsLead
                        && !Reachability.byImprovements(space, feasible, seen, ranks, model.now())
                                .reached()
                                .intersects(states);
        boolean cutsMoves =
                movesLead
                        && !Reachability.byMoves(space, feasible, seen, model.now())
                                .reached()
                                .intersects(states);
        if (cutsImprovements || cutsMoves) {
            cuts.add(new Cut(option, change, cutsImprovements, cutsMoves));
        }
    }

    Data.Fields data(CompiledCase model) {
        List<Data.Fields> items = new ArrayList<>();
        for (Cut cut : cuts) {
            items.add(
                    new Data.Fields()
                            .with(
                                    "option",
                                    model.space().options().get(cut.optionIndex()).ref().toString())
                            .with(
                                    "change",
                                    cut.change() == Change.OFF_THE_TABLE
                                            ? "offTheTable"
                                            : "irreversible")
                            .with("cutsImprovements", cut.cutsImprovements())
                            .with("cutsMoves", cut.cutsMoves()));
        }
        return new Data.Fields()
                .with("outcome", outcome.id())
                .with("reachedByImprovements", reachedByImprovements)
                .with("reachedByMoves", reachedByMoves)
                .with("cuts", new Data.Items(items));
    }
}
