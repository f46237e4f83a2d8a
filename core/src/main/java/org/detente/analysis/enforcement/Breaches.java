// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.analysis.enforcement.RepeatedPlay.Stream;
import org.detente.compile.StateSpace;

/// What a signatory can do against a standing agreement: every change of its own options that it
/// can make at once, uncovered options included.
final class Breaches {
    private final Ground ground;
    private final StateSpace space;

    private final int watchOption;
    private final int watchLevel;

    Breaches(Ground ground) {
        this(ground, -1, 0);
    }

    private Breaches(Ground ground, int watchOption, int watchLevel) {
        this.ground = ground;
        this.space = ground.space();
        this.watchOption = watchOption;
        this.watchLevel = watchLevel;
    }

    /// The same breaches, seen as they would be with an option at another level.
    ///
    /// @param option an option that decides how surely breaches are seen
    /// @param level its level
    Breaches watchedAt(int option, int level) {
        return new Breaches(ground, option, level);
    }

    /// A breach of a standing agreement.
    ///
    /// @param party the index of the signatory that makes it
    /// @param state the state it leads to
    /// @param stream what it brings
    /// @param punishment what follows once it is seen
    /// @param breakout how many steps pass before it brings all it brings
    /// @param delay how many steps pass before any of it can be seen
    record Breach(
            int party, int state, Stream stream, Punishment punishment, int breakout, int delay) {
        /// The points it brings a step before it is seen and after all options have followed.
        double points() {
            return stream.flow()[stream.flow().length - 1];
        }
    }

    /// All breaches of a signatory.
    ///
    /// @param party its index
    /// @param standing the state in which the agreement stands
    /// @param terms the level of each term
    /// @return the breaches, by the numbers of the states they lead to
    List<Breach> of(int party, int standing, int[] terms) {
        List<Breach> found = new ArrayList<>();
        int mover = ground.mover(party);
        if (mover >= 0) {
            double kept = ground.worths().inside(party, standing, terms);
            ground.model()
                    .movement()
                    .forEach(
                            mover,
                            standing,
                            state -> found.add(breach(party, kept, standing, state, terms)));
        }
        found.sort((a, b) -> Integer.compare(a.state(), b.state()));
        return found;
    }

    private Breach breach(int party, double kept, int standing, int state, int[] terms) {
        int mover = ground.mover(party);
        Punishment punishment =
                ground.collapses()
                        ? new Punishment(
                                ground.fallback(party), -1, List.of(), Punishment.Credible.COLLAPSE)
                        : ground.punishments().of(party, mover, state);
        int[] changed = space.optionsOf(mover);
        int count = 0;
        for (int option : changed) {
            if (space.level(state, option) != space.level(standing, option)) {
                changed[count++] = option;
            }
        }
        int watch = watchOption < 0 ? standing : space.with(standing, watchOption, watchLevel);
        int[] arrivals = new int[count];
        int[] delays = new int[count];
        double[] missed = new double[count];
        int breakout = 0;
        int longest = 0;
        int first = Integer.MAX_VALUE;
        for (int k = 0; k < count; k++) {
            arrivals[k] = arrival(changed[k], standing, state);
            delays[k] = ground.monitoring().delay(changed[k]);
            missed[k] = 1 - ground.monitoring().chance(changed[k], watch);
            breakout = Math.max(breakout, arrivals[k]);
            longest = Math.max(longest, delays[k]);
            first = Math.min(first, delays[k]);
        }
        double[] flow = new double[1 + Math.max(longest, breakout)];
        double[] seen = new double[flow.length];
        int before = standing;
        double now = kept;
        for (int step = 0; step < flow.length; step++) {
            int at = standing;
            double unseen = 1;
            for (int k = 0; k < count; k++) {
                if (arrivals[k] <= step) {
                    at = space.with(at, changed[k], space.level(state, changed[k]));
                }
                if (delays[k] <= step) {
                    unseen *= missed[k];
                }
            }
            if (at != before) {
                now = alike(party, ground.worths().inside(party, at, terms), kept);
            }
            flow[step] = now;
            seen[step] = 1 - unseen;
            before = at;
        }
        return new Breach(
                party,
                state,
                new Stream(flow, seen, alike(party, punishment.points(), kept)),
                punishment,
                breakout,
                first);
    }

    /// What the party finds no different from keeping counts the same to it, so that noise in sums
    /// decides nothing.
    private double alike(int party, double points, double kept) {
        return Math.abs(points - kept) <= ground.rounding(party) ? kept : points;
    }

    /// After how many steps an option follows: at once, but where it is lowered and slow to undo.
    private int arrival(int option, int from, int to) {
        return space.level(to, option) < space.level(from, option)
                ? space.options().get(option).undoSteps()
                : 0;
    }

    /// The options that a breach changes.
    int[] changed(int standing, int state) {
        int[] changed = new int[space.optionCount()];
        int count = 0;
        for (int option = 0; option < changed.length; option++) {
            if (space.level(standing, option) != space.level(state, option)) {
                changed[count++] = option;
            }
        }
        return Arrays.copyOf(changed, count);
    }
}
