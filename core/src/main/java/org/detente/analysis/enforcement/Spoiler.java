// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
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
/// @param deterrents single changes beforehand that would make it leave the agreement alone,
///   acceptable ones first
/// @param pairs where no single one is acceptable, two changes of the package together
/// @param isCut whether there were too many pairs to look at
record Spoiler(
        int mover,
        boolean isIndifferent,
        Act best,
        Act worst,
        @Nullable Statement deciding,
        double gap,
        List<Deterrent> deterrents,
        List<Deterrent> pairs,
        boolean isCut) {
    /// Copies the lists.
    Spoiler {
        deterrents = List.copyOf(deterrents);
        pairs = List.copyOf(pairs);
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

    /// Looks at one party outside.
    ///
    /// @param ground the reading
    /// @param mover the party's index among the movers
    /// @param chosen the package
    static Spoiler of(Ground ground, int mover, Chosen chosen) {
        return of(ground, mover, chosen, new Changes(ground, chosen), new Stands(ground, chosen));
    }

    /// Looks at one party outside.
    ///
    /// @param ground the reading
    /// @param mover the party's index among the movers
    /// @param chosen the package
    /// @param changes what might keep it from touching the package
    /// @param stands how signatories stand to it
    static Spoiler of(Ground ground, int mover, Chosen chosen, Changes changes, Stands stands) {
        return new Look(ground, mover, chosen, stands).spoiler(changes);
    }

    /// Whether it goes by points.
    boolean goesByPoints() {
        return !Double.isNaN(gap);
    }

    /// One look.
    private static final class Look {
        private final Ground ground;
        private final int mover;
        private final Chosen chosen;
        private final int[] terms;
        private final BestMove own;
        private final Stands stands;

        Look(Ground ground, int mover, Chosen chosen, Stands stands) {
            this.ground = ground;
            this.mover = mover;
            this.chosen = chosen;
            this.terms = ground.terms(chosen.levelArray());
            this.own = new BestMove(ground.form(), mover);
            this.stands = stands;
        }

        Spoiler spoiler(Changes changes) {
            int standing = chosen.state();
            int best = own.from(standing, terms);
            int worst = worstFrom(standing);
            Act bestAct = act(best);
            Act worstAct = worst == best ? bestAct : act(worst);
            List<Deterrent> deterrents = best == standing ? List.of() : deterrents(changes);
            boolean isOpen =
                    best != standing && deterrents.stream().noneMatch(Deterrent::isAcceptable);
            return new Spoiler(
                    mover,
                    own.taste() instanceof Taste.Indifferent,
                    bestAct,
                    worstAct,
                    best != standing
                            ? Taste.deciding(own.taste(), best, standing, terms)
                            : Taste.deciding(own.taste(), standing, worst, terms),
                    own.ahead(best, standing, terms),
                    deterrents,
                    isOpen ? changes.pairs(own) : List.of(),
                    isOpen && changes.hasTooManyPairs());
        }

        private int worstFrom(int standing) {
            int[] worst = {standing};
            double[] least = {-Kept.ROUNDING};
            own.movement()
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
                                                && own.changes(standing, state)
                                                        < own.changes(standing, worst[0]))) {
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
            return new Act(state, effects, stands.in(state));
        }

        /// The changes after which the party's best is to leave the agreement alone, acceptable
        /// ones first.
        private List<Deterrent> deterrents(Changes changes) {
            List<Deterrent> found = new ArrayList<>();
            for (Changes.Change change : changes.single()) {
                if (change.deters(own)) {
                    found.add(change.told());
                }
            }
            found.sort((a, b) -> Boolean.compare(b.isAcceptable(), a.isAcceptable()));
            return found;
        }
    }
}
