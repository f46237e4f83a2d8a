// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.compile.PackageItem;
import org.detente.compile.StateSpace;
import org.detente.model.ItemRef;
import org.detente.model.Statement;
import org.jspecify.annotations.Nullable;

/// What one party outside an agreement would do about it, and what it could do.
///
/// @param mover its index among the movers
/// @param isIndifferent whether nothing is stated of what it prefers
/// @param best the best move for itself, or staying as it is
/// @param worst of all its moves the one that is worst for the signatory it hurts most, or staying
/// @param deciding the statement of its order by which it prefers its best move to leaving the
///   agreement alone, or by which it prefers leaving it alone to its worst move; null where points
///   or a ranking decide, or nothing does
/// @param gap by how many of its own points its best move is better than leaving the agreement
///   alone; NaN where it does not go by points
/// @param deterrents single changes beforehand that would make it leave the agreement alone
record Spoiler(
        int mover,
        boolean isIndifferent,
        Act best,
        Act worst,
        @Nullable Statement deciding,
        double gap,
        List<Deterrent> deterrents) {
    /// Copies the list.
    Spoiler {
        deterrents = List.copyOf(deterrents);
    }

    /// A move with what it does.
    ///
    /// @param state the state it leads to; the agreement's own if it stays
    /// @param effects by signatory, how its points a step change
    /// @param after how each signatory then stands to the agreement
    record Act(int state, List<Double> effects, List<Kept> after) {
        /// Copies the lists.
        Act {
            effects = List.copyOf(effects);
            after = List.copyOf(after);
        }

        /// Whether every signatory keeps the agreement after it.
        boolean survives() {
            return after.stream().allMatch(Kept::holds);
        }
    }

    /// A change beforehand that would make the party leave the agreement alone.
    ///
    /// @param ref an item of the package, or an option of a signatory that it does not cover
    /// @param by the id of the signatory whose option it is, or null for an item of the package
    /// @param level the level's name
    /// @param isAcceptable whether the package is acceptable to all signatories with it
    record Deterrent(ItemRef ref, @Nullable String by, String level, boolean isAcceptable) {}

    /// Looks at one party outside.
    ///
    /// @param ground the reading
    /// @param mover the party's index among the movers
    /// @param chosen the package
    static Spoiler of(Ground ground, int mover, Chosen chosen) {
        return new Look(ground, mover, chosen).spoiler();
    }

    /// One look.
    private static final class Look {
        private final Ground ground;
        private final StateSpace space;
        private final int mover;
        private final Chosen chosen;
        private final int[] terms;
        private final Taste taste;

        Look(Ground ground, int mover, Chosen chosen) {
            this.ground = ground;
            this.space = ground.space();
            this.mover = mover;
            this.chosen = chosen;
            this.terms = ground.terms(chosen.levelArray());
            this.taste = Taste.of(ground.form(), mover);
        }

        Spoiler spoiler() {
            int standing = chosen.state();
            int best = bestFrom(standing, terms);
            int worst = worstFrom(standing);
            Act bestAct = act(best);
            Act worstAct = worst == best ? bestAct : act(worst);
            return new Spoiler(
                    mover,
                    taste instanceof Taste.Indifferent,
                    bestAct,
                    worstAct,
                    best != standing
                            ? Taste.deciding(taste, best, standing, terms)
                            : Taste.deciding(taste, standing, worst, terms),
                    taste instanceof Taste.Valued valued
                            ? valued.ahead(best, standing, terms)
                            : Double.NaN,
                    best == standing ? List.of() : deterrents());
        }

        /// The best for the party among its moves and staying; of several alike the one that
        /// changes fewest options, then the one with the lowest number.
        private int bestFrom(int standing, int[] terms) {
            int[] best = {standing};
            ground.model()
                    .movement()
                    .forEach(
                            mover,
                            standing,
                            state -> {
                                int order = taste.compare(state, best[0], terms);
                                if (order > 0
                                        || (order == 0
                                                && changes(standing, state)
                                                        < changes(standing, best[0]))) {
                                    best[0] = state;
                                }
                            });
            return best[0];
        }

        private int changes(int from, int to) {
            int count = 0;
            for (int option : space.optionsOf(mover)) {
                count += space.level(from, option) == space.level(to, option) ? 0 : 1;
            }
            return count;
        }

        private int worstFrom(int standing) {
            int[] worst = {standing};
            double[] least = {-Kept.ROUNDING};
            ground.model()
                    .movement()
                    .forEach(
                            mover,
                            standing,
                            state -> {
                                double hurt = Double.POSITIVE_INFINITY;
                                for (int party = 0; party < ground.partyCount(); party++) {
                                    hurt =
                                            Math.min(
                                                    hurt,
                                                    effect(party, state) / ground.scale(party));
                                }
                                if (hurt < least[0] - Kept.ROUNDING
                                        || (Math.abs(hurt - least[0]) <= Kept.ROUNDING
                                                && worst[0] != standing
                                                && changes(standing, state)
                                                        < changes(standing, worst[0]))) {
                                    least[0] = hurt;
                                    worst[0] = state;
                                }
                            });
            return worst[0];
        }

        private double effect(int party, int state) {
            double effect =
                    ground.worths().inside(party, state, terms)
                            - ground.worths().inside(party, chosen.state(), terms);
            return Math.abs(effect) <= Kept.ROUNDING * ground.scale(party) ? 0 : effect;
        }

        private Act act(int state) {
            List<Double> effects = new ArrayList<>();
            for (int party = 0; party < ground.partyCount(); party++) {
                effects.add(state == chosen.state() ? 0.0 : effect(party, state));
            }
            return new Act(state, effects, new StandingTest(ground).of(state, terms));
        }

        /// Single changes of the package, and of the signatories' other options, after which the
        /// party's best is to leave the agreement alone.
        private List<Deterrent> deterrents() {
            List<Deterrent> found = new ArrayList<>();
            List<PackageItem> items = ground.form().items();
            for (int item = 0; item < items.size(); item++) {
                for (int level = 0; level < items.get(item).levels().size(); level++) {
                    int[] levels = chosen.levelArray();
                    if (levels[item] == level) {
                        continue;
                    }
                    levels[item] = level;
                    int state = ground.form().stateOf(levels);
                    if (isPossible(levels) && bestFrom(state, ground.terms(levels)) == state) {
                        found.add(
                                new Deterrent(
                                        items.get(item).ref(),
                                        null,
                                        items.get(item).levels().get(level).name(),
                                        ground.isAcceptable(levels)));
                    }
                }
            }
            for (int party = 0; party < ground.partyCount(); party++) {
                addOwn(found, party);
            }
            found.sort((a, b) -> Boolean.compare(b.isAcceptable(), a.isAcceptable()));
            return found;
        }

        private boolean isPossible(int[] levels) {
            return Chosen.impossible(ground.form(), levels).isEmpty();
        }

        private void addOwn(List<Deterrent> found, int party) {
            int signatory = ground.mover(party);
            if (signatory < 0) {
                return;
            }
            int standing = chosen.state();
            boolean[] covered = new boolean[space.optionCount()];
            for (int item = 0; item < ground.form().items().size(); item++) {
                if (ground.option(item) >= 0) {
                    covered[ground.option(item)] = true;
                }
            }
            ground.model()
                    .movement()
                    .forEach(
                            signatory,
                            standing,
                            state -> {
                                int[] changed =
                                        Arrays.stream(space.optionsOf(signatory))
                                                .filter(o ->
                                                        space.level(state, o)
                                                                != space.level(standing, o))
                                                .toArray();
                                if (changed.length == 1
                                        && !covered[changed[0]]
                                        && bestFrom(state, terms) == state) {
                                    found.add(
                                            new Deterrent(
                                                    space.options().get(changed[0]).ref(),
                                                    ground.party(party),
                                                    space.options()
                                                            .get(changed[0])
                                                            .levels()
                                                            .get(space.level(state, changed[0]))
                                                            .name(),
                                                    true));
                                }
                            });
        }
    }
}
