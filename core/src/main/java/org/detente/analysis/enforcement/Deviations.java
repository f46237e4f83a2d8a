// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Option;
import org.jspecify.annotations.Nullable;

/// What a signatory can have by turning against a sequence of steps while the others take the next.
///
/// At a step it may leave its options as they are, change any of them to where it can at once, or
/// take back the part of a level that is under way, if the option can go back; as long as that is
/// not just what the step asks of it. What it lowers and is slow to undo, parts under way included,
/// stays for that step, and what takes two steps or more to undo stays while it is punished.
/// Everybody sees it at once: it gets (1−δ) of that step and δ of the punishment.
final class Deviations {
    private final Ground ground;
    private final Lattice lattice;
    private final StateSpace space;
    private final StateSet feasible;
    private final int party;
    private final int mover;
    private final int[] own;
    private final int[] ownTracks;
    private final int[] ownOf;
    private final int[] choices;
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
    /// @param chosen the state with the levels that it chooses for own options
    /// @param dropped the options of which it takes back the part that is under way
    /// @param state the state it leads to for a step
    /// @param punished the state from which it is punished
    /// @param points what it is worth, points per step
    record Deviation(int chosen, List<Integer> dropped, int state, int punished, double points) {
        /// Copies the list.
        Deviation {
            dropped = List.copyOf(dropped);
        }
    }

    /// A deviation with the number of what it chooses for own options: a level each, or one more
    /// than the highest for taking back the part that is under way.
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
        this.ownTracks = new int[own.length];
        this.ownOf = new int[lattice.tracks().size()];
        this.choices = new int[own.length];
        Arrays.fill(ownOf, -1);
        int count = 1;
        for (int k = 0; k < own.length; k++) {
            ownTracks[k] = lattice.trackOf(own[k]);
            if (ownTracks[k] >= 0) {
                ownOf[ownTracks[k]] = k;
            }
            choices[k] = space.radix(own[k]) + (hasPartsToDrop(k) ? 1 : 0);
            count *= choices[k];
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

    /// Whether an own option is carried out in parts and can go back.
    private boolean hasPartsToDrop(int k) {
        return ownTracks[k] >= 0
                && lattice.tracks().get(ownTracks[k]).parts() > 1
                && space.moves(own[k]) == Option.Moves.BOTH;
    }

    private int config(int state) {
        int config = 0;
        int stride = 1;
        for (int k = 0; k < own.length; k++) {
            config += space.level(state, own[k]) * stride;
            stride *= choices[k];
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
        // Whether the step asks for a part of a level is looked at only where it could matter.
        boolean isAsked = firstConfig[mixed] == ownConfig[to] && asked(from, to) >= 0;
        return isAsked ? secondPoints[mixed] : firstPoints[mixed];
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
        for (int k = 0; k < own.length; k++) {
            int choice = rest % choices[k];
            state = choice == space.radix(own[k]) ? state : space.with(state, own[k], choice);
            rest /= choices[k];
        }
        return state == before
                || (feasible.contains(state)
                        && ground.model().seen(mover).contains(state)
                        && ground.model().seen(mover).contains(before));
    }

    /// The best deviation where own options have come to one position and the others' to the next;
    /// of several alike leaving own options as they are.
    ///
    /// @param mixed that position
    /// @param from the position before the step if the deviation must be possible there, or -1
    /// @param except a choice of levels that does not count, or -1
    private @Nullable Choice search(int mixed, int from, int except) {
        int stay = ownConfig[mixed];
        Choice found = choice(mixed, from, except, stay, Double.NEGATIVE_INFINITY);
        for (int config = 0; config < configCount; config++) {
            if (config != stay) {
                double least =
                        found == null ? Double.NEGATIVE_INFINITY : found.deviation().points();
                Choice other = choice(mixed, from, except, config, least);
                found = other == null ? found : other;
            }
        }
        return found;
    }

    /// One choice, or null if it is not possible or is worth no more than another.
    private @Nullable Choice choice(int mixed, int from, int except, int config, double other) {
        int start = lattice.state(mixed);
        if (config == except || !isOpen(config, mixed, start)) {
            return null;
        }
        int state = start;
        int punished = start;
        for (int k = 0; k < own.length; k++) {
            if (!drops(k)) {
                int option = own[k];
                int undo = configLevels[k] < space.level(start, option) ? undo(option) : 0;
                state = undo >= 1 ? state : space.with(state, option, configLevels[k]);
                punished = undo >= 2 ? punished : space.with(punished, option, configLevels[k]);
            }
        }
        if (!feasible.contains(state) || !feasible.contains(punished)) {
            return null;
        }
        double points =
                (1 - patience) * (ground.worths().outside(party, state) + partial(mixed, start))
                        + patience * punishment(punished);
        return points > other && (from < 0 || possibleAt(from, config))
                ? new Choice(config, deviation(start, state, punished, points))
                : null;
    }

    private Deviation deviation(int start, int state, int punished, double points) {
        int chosen = start;
        List<Integer> dropped = new ArrayList<>();
        for (int k = 0; k < own.length; k++) {
            if (drops(k)) {
                dropped.add(own[k]);
            } else {
                chosen = space.with(chosen, own[k], configLevels[k]);
            }
        }
        return new Deviation(chosen, dropped, state, punished, points);
    }

    /// Whether the choice at hand takes back the part of an own option that is under way.
    private boolean drops(int k) {
        return configLevels[k] == space.radix(own[k]);
    }

    private double punishment(int state) {
        return collapses
                ? ground.fallback(party)
                : ground.punishments().of(party, mover, state).points();
    }

    private int undo(int option) {
        return space.options().get(option).undoSteps();
    }

    /// Takes a choice in hand and says whether it is open at once.
    private boolean isOpen(int config, int position, int start) {
        int rest = config;
        for (int k = 0; k < own.length; k++) {
            configLevels[k] = rest % choices[k];
            rest /= choices[k];
            if (drops(k)) {
                if (fraction(position, ownTracks[k]) == 0) {
                    return false;
                }
                continue;
            }
            int change = configLevels[k] - space.level(start, own[k]);
            Option.Moves moves = space.moves(own[k]);
            if ((moves == Option.Moves.UP && change < 0)
                    || (moves == Option.Moves.DOWN && change > 0)) {
                return false;
            }
        }
        return true;
    }

    private double fraction(int position, int track) {
        return lattice.tracks().get(track).fraction(lattice.place(position, track));
    }

    /// What levels that are being carried out add, own ones only where they stay for the step.
    private double partial(int position, int start) {
        double sum = 0;
        for (int track = 0; track < ownOf.length; track++) {
            if (ownOf[track] < 0 || !isGoneAtOnce(ownOf[track], start)) {
                sum += lattice.underWay(ground.worths(), party, position, track);
            }
        }
        return sum;
    }

    /// Whether what is under way of an own option is gone with the choice at hand for the step.
    private boolean isGoneAtOnce(int k, int start) {
        boolean isUndone = undo(own[k]) == 0;
        if (drops(k)) {
            Lattice.Track track = lattice.tracks().get(ownTracks[k]);
            return track.to() < track.from() || isUndone;
        }
        int change = configLevels[k] - space.level(start, own[k]);
        return change > 0 || (change < 0 && isUndone);
    }
}
