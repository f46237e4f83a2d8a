// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Option;
import org.jspecify.annotations.Nullable;

/// What a signatory can have by turning against a sequence of steps while the others take the next.
///
/// At a step it may leave its options as they are, or change any of them to where it can at once,
/// as long as that is not just what the step asks of it; what it lowers and is slow to undo stays
/// for that step, and what takes two steps or more to undo stays while it is punished. Everybody
/// sees it at once: it gets (1−δ) of that step and δ of the punishment.
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
    private final int[] ownConfig;
    private final boolean[] ownWhole;
    private final @Nullable Choice[] first;
    private final @Nullable Choice[] second;
    private final int[] firstConfig;
    private final double[] firstPoints;
    private final double[] secondPoints;
    private final boolean[] known;
    private final boolean everythingPossible;

    /// A deviation.
    ///
    /// @param state the state it leads to for a step
    /// @param punished the state from which it is punished
    /// @param points what it is worth, points per step
    record Deviation(int state, int punished, double points) {}

    /// A deviation with the number of the levels that it chooses for own options.
    private record Choice(int config, Deviation deviation) {}

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
        this.first = new Choice[lattice.size()];
        this.second = new Choice[lattice.size()];
        this.firstConfig = new int[lattice.size()];
        this.firstPoints = new double[lattice.size()];
        this.secondPoints = new double[lattice.size()];
        this.known = new boolean[lattice.size()];
        this.everythingPossible =
                feasible.count() == space.product()
                        && ground.model().seen(mover).count() == space.product();
        this.ownPart = new int[lattice.size()];
        this.ownConfig = new int[lattice.size()];
        this.ownWhole = new boolean[lattice.size()];
        for (int position = 0; position < ownPart.length; position++) {
            ownPart[position] = lattice.own(position, mover);
            ownConfig[position] = config(lattice.state(position));
            ownWhole[position] = isWhole(position);
        }
    }

    private int config(int state) {
        int config = 0;
        int stride = 1;
        for (int option : own) {
            config += space.level(state, option) * stride;
            stride *= space.radix(option);
        }
        return config;
    }

    private boolean isWhole(int position) {
        for (int k = 0; k < lattice.tracks().size(); k++) {
            Lattice.Track track = lattice.tracks().get(k);
            if (space.moverOf(track.option()) == mover
                    && track.fraction(lattice.place(position, k)) > 0) {
                return false;
            }
        }
        return true;
    }

    /// The choice of levels that is just what a step asks for, or -1 if it asks for a part of one.
    private int asked(int from, int to) {
        if (ownPart[from] != ownPart[to] && !ownWhole[to]) {
            for (int k = 0; k < lattice.tracks().size(); k++) {
                Lattice.Track track = lattice.tracks().get(k);
                int place = lattice.place(to, k);
                if (space.moverOf(track.option()) == mover
                        && track.fraction(place) > 0
                        && place != lattice.place(from, k)) {
                    return -1;
                }
            }
        }
        return ownConfig[to];
    }

    /// The best deviation at a step.
    ///
    /// @param from the position before the step
    /// @param to the position the step leads to
    /// @return the best of those that are possible, or null if none is
    @Nullable Deviation best(int from, int to) {
        int mixed = mixed(from, to);
        int asked = asked(from, to);
        Choice found = firstConfig[mixed] == asked ? second[mixed] : first[mixed];
        if (!everythingPossible && found != null && !possibleAt(from, found.config())) {
            found = search(mixed, from, asked);
        }
        return found == null ? null : found.deviation();
    }

    /// What the best deviation at a step is worth, or minus infinity if none is possible.
    double points(int from, int to) {
        if (!everythingPossible) {
            Deviation found = best(from, to);
            return found == null ? Double.NEGATIVE_INFINITY : found.points();
        }
        int mixed = mixed(from, to);
        return firstConfig[mixed] == asked(from, to) ? secondPoints[mixed] : firstPoints[mixed];
    }

    /// The position where own options are as before a step and the others' as after it, of which
    /// the two best choices are then known.
    private int mixed(int from, int to) {
        int mixed = ownPart[from] + to - ownPart[to];
        if (!known[mixed]) {
            Choice best = search(mixed, -1, -1);
            Choice next = best == null ? null : search(mixed, -1, best.config());
            first[mixed] = best;
            second[mixed] = next;
            firstConfig[mixed] = best == null ? -1 : best.config();
            firstPoints[mixed] = points(best);
            secondPoints[mixed] = points(next);
            known[mixed] = true;
        }
        return mixed;
    }

    private static double points(@Nullable Choice choice) {
        return choice == null ? Double.NEGATIVE_INFINITY : choice.deviation().points();
    }

    /// Whether levels could be set before the others move: also those that take effect later.
    private boolean possibleAt(int from, int config) {
        int before = lattice.state(from);
        int state = before;
        int rest = config;
        for (int option : own) {
            state = space.with(state, option, rest % space.radix(option));
            rest /= space.radix(option);
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
    /// @param except a choice of levels that does not count, or -1
    private @Nullable Choice search(int mixed, int from, int except) {
        int start = lattice.state(mixed);
        Choice found = null;
        for (int config = 0; config < configCount; config++) {
            if (config == except || !reachable(config, start)) {
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
            if ((found == null || points > found.deviation().points())
                    && (from < 0 || possibleAt(from, config))) {
                found = new Choice(config, deviation);
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

    /// What levels that are being carried out add, own ones only where they stay for the step.
    private double partial(int position, int start) {
        double sum = 0;
        for (int k = 0; k < lattice.tracks().size(); k++) {
            Lattice.Track track = lattice.tracks().get(k);
            int place = lattice.place(position, k);
            double fraction = track.fraction(place);
            if (fraction == 0 || isOwnAndChangedAtOnce(track.option(), start)) {
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

    private boolean isOwnAndChangedAtOnce(int option, int start) {
        for (int k = 0; k < own.length; k++) {
            if (own[k] == option) {
                int change = configLevels[k] - space.level(start, option);
                return change > 0 || (change < 0 && undo(option) == 0);
            }
        }
        return false;
    }
}
