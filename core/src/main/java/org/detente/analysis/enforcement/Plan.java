// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.detente.analysis.enforcement.Deviations.Deviation;
import org.detente.compile.StateSpace;
import org.detente.model.Option;
import org.jspecify.annotations.Nullable;

/// An order of steps that leads from `now` to a package.
///
/// @param steps the steps, in order
/// @param smallestMargin the smallest of all margins, those of the standing agreement included;
///   [Kept#UNBREAKABLE] if nobody can turn against anything
/// @param exact whether no order with a larger smallest margin exists
/// @param positionCount how many positions were looked at
/// @param closedCount how many positions could still lead on to the package, `now` not among them;
///   0 where the package is not kept once it stands; -1 where that does not settle it or an order
///   is safe
record Plan(
        List<Step> steps,
        double smallestMargin,
        boolean exact,
        int positionCount,
        int closedCount) {
    /// Copies the list.
    Plan {
        steps = List.copyOf(steps);
    }

    /// One step: everybody's moves at once.
    ///
    /// @param moves who does what
    /// @param state the state of complete levels after it
    /// @param margins what each signatory tested would lose by turning against it
    /// @param undoable by signatory, which of its options that it has moved so far it could take
    ///   back within a step
    record Step(
            List<Move> moves, int state, List<SideMargin> margins, List<List<Integer>> undoable) {
        /// Copies the lists.
        Step {
            moves = List.copyOf(moves);
            margins = List.copyOf(margins);
            undoable = undoable.stream().map(List::copyOf).toList();
        }

        /// The side with the smallest margin.
        SideMargin weakest() {
            SideMargin weakest = margins.getFirst();
            for (SideMargin margin : margins) {
                weakest = margin.margin() < weakest.margin() ? margin : weakest;
            }
            return weakest;
        }
    }

    /// One option's part in a step.
    ///
    /// @param option the option's index
    /// @param from the level that was complete before
    /// @param to the level that is complete after, the same if only a part of the next is done
    /// @param towards the level that is being carried out, or -1 if none is
    /// @param part how many parts of it are done
    /// @param parts of how many
    record Move(int option, int from, int to, int towards, int part, int parts) {}

    /// One signatory at one step.
    ///
    /// @param party its index
    /// @param margin by how much going on is worth more to it than its best way of turning against
    ///   the order, divided by the most it could gain by an agreement
    /// @param deviation that best way, or null if it has none
    /// @param exposure by how much it would be worse off than now, as a share of the same, if the
    ///   others took back after the step what they can within a step
    record SideMargin(int party, double margin, @Nullable Deviation deviation, double exposure) {}

    /// Whether every step and the agreement itself pay everybody.
    boolean isSafe() {
        return closedCount < 0 && smallestMargin >= -Kept.ROUNDING;
    }

    /// Whether nobody can turn against any step, nor break the agreement.
    boolean isUnbreakable() {
        return smallestMargin == Kept.UNBREAKABLE;
    }

    /// The index of the step with the smallest margin, or -1 if the standing agreement has it.
    int weakestStep() {
        int weakest = -1;
        for (int k = 0; k < steps.size(); k++) {
            double margin = steps.get(k).weakest().margin();
            boolean smaller =
                    weakest < 0
                            ? margin <= smallestMargin + Kept.ROUNDING
                            : margin < steps.get(weakest).weakest().margin() - Kept.ROUNDING;
            weakest = smaller ? k : weakest;
        }
        return weakest;
    }

    /// The best order.
    ///
    /// @param ground the reading, in which every patience is stated
    /// @param standing the state in which the agreement stands
    /// @param kept the verdicts on the standing agreement
    /// @param tranches by option, into how many parts a level is divided
    /// @param mostPositions the most positions that are looked at
    /// @return the order, or null if there are too many positions or no way of feasible states
    static @Nullable Plan of(
            Ground ground, int standing, List<Kept> kept, int[] tranches, int mostPositions) {
        StateSpace space = ground.space();
        int now = ground.model().now();
        Lattice lattice = Lattice.between(space, now, standing, tranches, mostPositions);
        if (lattice == null || lattice.size() < 2) {
            return null;
        }
        StepGame game = new StepGame(ground, lattice, kept);
        StepSearch.Found found = new StepSearch(game).found();
        StepGame.Rest rest = found.best();
        if (rest == null) {
            return null;
        }
        List<Step> steps = new ArrayList<>();
        int position = 0;
        double smallest = rest.margin();
        while (rest != null && rest.next() >= 0) {
            steps.add(step(ground, game, position, rest));
            position = rest.next();
            rest = rest.after();
        }
        boolean holds = kept.stream().allMatch(Kept::holds);
        return new Plan(steps, smallest, found.exact(), lattice.size(), holds ? found.closed() : 0);
    }

    /// The tranches of a case.
    static int[] tranches(StateSpace space) {
        return space.options().stream().mapToInt(Option::trancheCount).toArray();
    }

    private static Step step(Ground ground, StepGame game, int from, StepGame.Rest rest) {
        Lattice lattice = game.lattice();
        StepGame.Rest after = Objects.requireNonNull(rest.after());
        int to = rest.next();
        List<Move> moves = new ArrayList<>();
        for (int k = 0; k < lattice.tracks().size(); k++) {
            int before = lattice.place(from, k);
            int done = lattice.place(to, k);
            if (before != done) {
                Lattice.Track track = lattice.tracks().get(k);
                boolean whole = track.fraction(done) == 0;
                moves.add(
                        new Move(
                                track.option(),
                                track.level(before),
                                track.level(done),
                                whole ? -1 : track.next(done),
                                done % track.parts(),
                                track.parts()));
            }
        }
        List<SideMargin> sides = new ArrayList<>();
        List<List<Integer>> undoable = new ArrayList<>();
        for (int k = 0; k < game.partyCount(); k++) {
            int party = game.signatory(k);
            sides.add(
                    new SideMargin(
                            party,
                            game.margin(k, from, to, after),
                            game.deviation(k, from, to),
                            exposure(ground, lattice, to, party)));
            undoable.add(undoable(ground, lattice, to, party));
        }
        return new Step(moves, lattice.state(to), sides, undoable);
    }

    private static List<Integer> undoable(Ground ground, Lattice lattice, int position, int party) {
        List<Integer> options = new ArrayList<>();
        for (int k = 0; k < lattice.tracks().size(); k++) {
            Lattice.Track track = lattice.tracks().get(k);
            if (ground.space().moverOf(track.option()) == ground.mover(party)
                    && lattice.place(position, k) > 0
                    && canTakeBack(ground, track)) {
                options.add(track.option());
            }
        }
        options.sort(null);
        return options;
    }

    /// Whether what has been moved of an option, parts under way included, could be put back within
    /// a step.
    private static boolean canTakeBack(Ground ground, Lattice.Track track) {
        return ground.space().moves(track.option()) == Option.Moves.BOTH
                && (track.to() < track.from()
                        || ground.space().options().get(track.option()).undoSteps() <= 1);
    }

    /// By how much a side would be worse off than now if the others took back what they can.
    private static double exposure(Ground ground, Lattice lattice, int position, int party) {
        StateSpace space = ground.space();
        int now = ground.model().now();
        int left = lattice.state(position);
        double underWay = 0;
        for (int k = 0; k < lattice.tracks().size(); k++) {
            Lattice.Track track = lattice.tracks().get(k);
            if (space.moverOf(track.option()) != ground.mover(party)
                    && canTakeBack(ground, track)) {
                left = space.with(left, track.option(), track.from());
            } else {
                underWay += lattice.underWay(ground.worths(), party, position, k);
            }
        }
        double loss =
                ground.worths().outside(party, now)
                        - ground.worths().outside(party, left)
                        - underWay;
        return loss <= ground.rounding(party) ? 0 : loss / ground.scale(party);
    }
}
