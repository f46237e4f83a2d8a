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
            ground.model()
                    .movement()
                    .forEach(
                            mover,
                            standing,
                            state -> found.add(breach(party, mover, standing, state, terms)));
        }
        found.sort((a, b) -> Integer.compare(a.state(), b.state()));
        return found;
    }

    private Breach breach(int party, int mover, int standing, int state, int[] terms) {
        Punishment punishment =
                ground.collapses()
                        ? new Punishment(
                                ground.fallback(party), -1, List.of(), Punishment.Credible.COLLAPSE)
                        : ground.punishments().of(party, mover, state);
        int[] own = space.optionsOf(mover);
        int breakout = 0;
        int length = 1;
        int first = Integer.MAX_VALUE;
        for (int option : own) {
            if (space.level(state, option) != space.level(standing, option)) {
                breakout = Math.max(breakout, arrival(option, standing, state));
                int delay = ground.monitoring().delay(option);
                length = Math.max(length, 1 + delay);
                first = Math.min(first, delay);
            }
        }
        length = Math.max(length, 1 + breakout);
        int watch = watchOption < 0 ? standing : space.with(standing, watchOption, watchLevel);
        double[] flow = new double[length];
        double[] seen = new double[length];
        for (int step = 0; step < length; step++) {
            int at = standing;
            double unseen = 1;
            for (int option : own) {
                if (space.level(state, option) == space.level(standing, option)) {
                    continue;
                }
                if (arrival(option, standing, state) <= step) {
                    at = space.with(at, option, space.level(state, option));
                }
                if (ground.monitoring().delay(option) <= step) {
                    unseen *= 1 - ground.monitoring().chance(option, watch);
                }
            }
            flow[step] = ground.worths().inside(party, at, terms);
            seen[step] = 1 - unseen;
        }
        return new Breach(
                party,
                state,
                new Stream(flow, seen, punishment.points()),
                punishment,
                breakout,
                first);
    }

    /// After how many steps an option follows: at once, but where it is lowered and slow to undo.
    private int arrival(int option, int from, int to) {
        return space.level(to, option) < space.level(from, option)
                ? space.options().get(option).undoSteps()
                : 0;
    }

    /// The options that a breach changes.
    int[] changed(int standing, int state) {
        return Arrays.stream(allOptions())
                .filter(o -> space.level(standing, o) != space.level(state, o))
                .toArray();
    }

    private int[] allOptions() {
        int[] all = new int[space.optionCount()];
        Arrays.setAll(all, k -> k);
        return all;
    }
}
