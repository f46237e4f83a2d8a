// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Option;
import org.jspecify.annotations.Nullable;

/// What a signatory can have by turning against a sequence of steps while the others take the next.
///
/// At a step it may leave its options as they are, or change any of them to where it can at once;
/// what it lowers and is slow to undo stays for that step, and what takes two steps or more to undo
/// stays while it is punished. Everybody sees it at once: it gets (1−δ) of that step and δ of the
/// punishment.
final class Deviations {
    private final Ground ground;
    private final Lattice lattice;
    private final StateSpace space;
    private final StateSet feasible;
    private final int party;
    private final int mover;
    private final int[] own;
    private final int configCount;
    private final int[] configLevels;
    private final double patience;
    private final boolean collapses;
    private final int[] ownPart;
    private final @Nullable Deviation[] best;
    private final double[] points;
    private final boolean[] known;
    private final boolean everythingPossible;

    /// A deviation.
    ///
    /// @param state the state it leads to for a step
    /// @param punished the state from which it is punished
    /// @param points what it is worth, points per step
    record Deviation(int state, int punished, double points) {}

    /// The deviations of one signatory.
    ///
    /// @param ground the reading
    /// @param lattice the positions on the way
    /// @param party the signatory's index; it has options
    Deviations(Ground ground, Lattice lattice, int party) {
        this.ground = ground;
        this.lattice = lattice;
        this.space = ground.space();
        this.feasible = ground.model().feasible();
        this.party = party;
        this.mover = ground.mover(party);
        this.own = space.optionsOf(mover);
        this.patience = ground.patience(party);
        this.collapses = ground.collapses();
        int count = 1;
        for (int option : own) {
            count *= space.radix(option);
        }
        this.configCount = count;
        this.configLevels = new int[own.length];
        this.best = new Deviation[lattice.size()];
        this.points = new double[lattice.size()];
        this.known = new boolean[lattice.size()];
        this.everythingPossible =
                feasible.count() == space.product()
                        && ground.model().seen(mover).count() == space.product();
        this.ownPart = new int[lattice.size()];
        for (int position = 0; position < ownPart.length; position++) {
            ownPart[position] = lattice.own(position, mover);
        }
    }

    /// The best deviation at a step.
    ///
    /// @param from the position before the step
    /// @param to the position the step leads to
    /// @return the best of those that are possible, or null if none is
    @Nullable Deviation best(int from, int to) {
        int mixed = ownPart[from] + to - ownPart[to];
        if (!known[mixed]) {
            best[mixed] = search(mixed, -1);
            points[mixed] = points(best[mixed]);
            known[mixed] = true;
        }
        Deviation found = best[mixed];
        return everythingPossible || found == null || possibleAt(from, found)
                ? found
                : search(mixed, from);
    }

    /// What the best deviation at a step is worth, or minus infinity if none is possible.
    double points(int from, int to) {
        int mixed = ownPart[from] + to - ownPart[to];
        return everythingPossible && known[mixed] ? points[mixed] : points(best(from, to));
    }

    /// What the best deviations are worth, by the number of the position where own options are as
    /// before the step and the others' as after it.
    ///
    /// @return null where what is possible depends on more than that
    double @Nullable [] tabulated() {
        if (!everythingPossible) {
            return null;
        }
        for (int mixed = 0; mixed < points.length; mixed++) {
            best(mixed, mixed);
        }
        return points;
    }

    /// By position, the part of its number that belongs to own options.
    int[] ownParts() {
        return ownPart;
    }

    private static double points(@Nullable Deviation deviation) {
        return deviation == null ? Double.NEGATIVE_INFINITY : deviation.points();
    }

    /// Whether a deviation's levels could be set before the others move.
    private boolean possibleAt(int from, Deviation deviation) {
        int before = lattice.state(from);
        int state = before;
        for (int option : own) {
            state = space.with(state, option, space.level(deviation.state(), option));
        }
        return state == before
                || (feasible.contains(state)
                        && ground.model().seen(mover).contains(state)
                        && ground.model().seen(mover).contains(before));
    }

    /// The best deviation where own options have come to one position and the others' to the next.
    ///
    /// @param mixed that position
    /// @param from the position before the step if the deviation must be possible there, or -1
    private @Nullable Deviation search(int mixed, int from) {
        int start = lattice.state(mixed);
        Deviation found = null;
        for (int config = 0; config < configCount; config++) {
            if (!reachable(config, start)) {
                continue;
            }
            int state = start;
            int punished = start;
            double partial = partial(mixed, start);
            for (int k = 0; k < own.length; k++) {
                int option = own[k];
                int undo = configLevels[k] < space.level(start, option) ? undo(option) : 0;
                state = undo >= 1 ? state : space.with(state, option, configLevels[k]);
                punished = undo >= 2 ? punished : space.with(punished, option, configLevels[k]);
            }
            if (!feasible.contains(state) || !feasible.contains(punished)) {
                continue;
            }
            double points =
                    (1 - patience) * (ground.worths().outside(party, state) + partial)
                            + patience * punishment(punished);
            Deviation deviation = new Deviation(state, punished, points);
            if ((found == null || points > found.points())
                    && (from < 0 || possibleAt(from, deviation))) {
                found = deviation;
            }
        }
        return found;
    }

    private double punishment(int state) {
        return collapses
                ? ground.fallback(party)
                : ground.punishments().of(party, mover, state).points();
    }

    private int undo(int option) {
        return space.options().get(option).undoSteps();
    }

    /// Sets the levels of a configuration and says whether they can be reached at once.
    private boolean reachable(int config, int start) {
        int rest = config;
        for (int k = 0; k < own.length; k++) {
            int option = own[k];
            configLevels[k] = rest % space.radix(option);
            rest /= space.radix(option);
            int change = configLevels[k] - space.level(start, option);
            Option.Moves moves = space.moves(option);
            if ((moves == Option.Moves.UP && change < 0)
                    || (moves == Option.Moves.DOWN && change > 0)) {
                return false;
            }
        }
        return true;
    }

    /// What levels that are being carried out add, own ones only where they are left as they are.
    private double partial(int position, int start) {
        double sum = 0;
        for (int k = 0; k < lattice.tracks().size(); k++) {
            Lattice.Track track = lattice.tracks().get(k);
            int place = lattice.place(position, k);
            double fraction = track.fraction(place);
            if (fraction == 0 || isOwnAndChanged(track.option(), start)) {
                continue;
            }
            sum +=
                    fraction
                            * (ground.worths().ofLevel(party, track.option(), track.next(place))
                                    - ground.worths()
                                            .ofLevel(party, track.option(), track.level(place)));
        }
        return sum;
    }

    private boolean isOwnAndChanged(int option, int start) {
        for (int k = 0; k < own.length; k++) {
            if (own[k] == option) {
                return configLevels[k] != space.level(start, option);
            }
        }
        return false;
    }
}
