// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.testing.RandomPact;
import org.detente.testing.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;

class StepSearchPropertyTest {
    private static final double CLOSE = 1e-7;
    private static final int MOST_POSITIONS = 10_000;
    private static final int MANY_POSITIONS = 200;

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// A pact and one of its packages, the positions to which are few enough.
    @SuppressWarnings("ArrayRecordComponent") // never changed and never compared
    private record Problem(PactTwin twin, Ground ground, int[] levels, int[] tranches) {
        static @Nullable Problem of(long seed, int fewest, int most) {
            RandomGenerator random = random(seed);
            PactTwin twin = new PactTwin(RandomPact.of(random));
            Ground ground = twin.ground();
            List<int[]> packages = twin.packages();
            int[] tranches = Plan.tranches(ground.space());
            for (int n = 0; n < 60; n++) {
                int[] levels = packages.get(random.nextInt(packages.size()));
                Problem problem = new Problem(twin, ground, levels, tranches);
                int count = problem.steps(tranches).positionCount();
                if (Chosen.impossible(twin.form, levels).isEmpty()
                        && count >= fewest
                        && count <= most) {
                    return problem;
                }
            }
            return null;
        }

        int[] standing() {
            return twin.standing(levels);
        }

        StepTwin steps(int[] parts) {
            return new StepTwin(twin, ground, standing(), twin.terms(levels), parts);
        }

        @Nullable Plan plan(int[] parts) {
            int state = twin.state(standing());
            List<Kept> kept = new StandingTest(ground).of(state, twin.terms(levels));
            return Plan.of(ground, state, kept, parts, MOST_POSITIONS);
        }
    }

    /// The positions a plan goes through.
    private static List<int[]> way(Plan plan, StepTwin steps, int[] tranches) {
        List<int[]> way = new ArrayList<>();
        int[] position = steps.start();
        for (Plan.Step step : plan.steps()) {
            position = position.clone();
            for (Plan.Move move : step.moves()) {
                position[move.option()] = move.to() * tranches[move.option()] + move.part();
            }
            way.add(position);
        }
        return way;
    }

    @ParameterizedTest
    @Seeds(80)
    void noOtherOrderHasALargerSmallestMarginOrIsShorter(long seed) {
        Problem problem = Problem.of(seed, 2, 16);
        if (problem == null) {
            return;
        }
        StepTwin steps = problem.steps(problem.tranches());
        Plan plan = problem.plan(problem.tranches());
        StepTwin.Best best = steps.best();
        if (plan == null) {
            assertThat(best.margin()).isNaN();
            return;
        }
        assertThat(plan.exact()).isTrue();
        assertThat(plan.positionCount()).isEqualTo(steps.positionCount());
        assertThat(plan.smallestMargin()).isCloseTo(best.margin(), within(CLOSE));
        assertThat(plan.steps()).hasSize(best.length());
    }

    /// With more positions there are too many ways to go through, so that what may follow each
    /// position is kept instead: no order has a larger smallest margin, and none as large a one in
    /// fewer steps.
    @ParameterizedTest
    @Seeds(60)
    void noOtherOrderThroughManyPositionsIsBetter(long seed) {
        Problem problem = Problem.of(seed, 8, 100);
        if (problem == null) {
            return;
        }
        int[] finer = problem.tranches().clone();
        for (int round = 0; round < 4; round++) {
            for (int option = 0; option < finer.length; option++) {
                int parts = finer[option];
                finer[option] = 2 * parts;
                boolean isTooMany = problem.steps(finer).positionCount() > MANY_POSITIONS;
                finer[option] = isTooMany ? parts : 2 * parts;
            }
        }
        StepTwin steps = problem.steps(finer);
        Plan plan = problem.plan(finer);
        if (plan == null) {
            assertThat(steps.hasWay(Double.NEGATIVE_INFINITY, Integer.MAX_VALUE)).isFalse();
            return;
        }
        assertThat(plan.exact()).isTrue();
        double margin = plan.smallestMargin();
        assertThat(steps.smallest(way(plan, steps, finer))).isCloseTo(margin, within(CLOSE));
        assertThat(steps.hasWay(margin + CLOSE, Integer.MAX_VALUE)).isFalse();
        assertThat(steps.hasWay(margin + 2 * StepTwin.TIE, plan.steps().size() - 1)).isFalse();
    }

    @ParameterizedTest
    @Seeds(80)
    void theMarginsOfAnOrderAreThoseOfTheDefinition(long seed) {
        Problem problem = Problem.of(seed, 2, 400);
        Plan plan = problem == null ? null : problem.plan(problem.tranches());
        if (problem == null || plan == null) {
            return;
        }
        StepTwin steps = problem.steps(problem.tranches());
        List<int[]> way = way(plan, steps, problem.tranches());
        assertThat(steps.isWhole(way.getLast())).isTrue();
        double[][] margins = steps.margins(way);
        for (int k = 0; k < margins.length; k++) {
            Plan.Step step = plan.steps().get(k);
            assertThat(steps.usable(way.get(k))).isTrue();
            assertThat(problem.twin().levels(step.state())).isEqualTo(steps.levels(way.get(k)));
            for (Plan.SideMargin side : step.margins()) {
                double own = margins[k][side.party()];
                assertThat(side.margin()).isCloseTo(own, within(CLOSE));
                String party = problem.ground().party(side.party());
                assertThat(side.exposure() * problem.ground().scale(side.party()))
                        .isCloseTo(steps.exposed(party, way.get(k)), within(CLOSE));
            }
        }
        assertThat(plan.smallestMargin()).isCloseTo(steps.smallest(way), within(CLOSE));
    }

    /// Every step between any two positions, parts under way included, not only those of good
    /// orders.
    @ParameterizedTest
    @Seeds(120)
    void turningAgainstAStepIsWorthWhatTheDefinitionSays(long seed) {
        Problem problem = Problem.of(seed, 2, 60);
        if (problem == null) {
            return;
        }
        RandomGenerator random = random(~seed);
        int[] parts = problem.tranches().clone();
        for (int option = 0; option < parts.length; option++) {
            parts[option] = random.nextInt(1, 4);
        }
        StepTwin steps = problem.steps(parts);
        Lattice lattice =
                java.util.Objects.requireNonNull(
                        Lattice.between(
                                problem.ground().space(),
                                problem.ground().model().now(),
                                problem.twin().state(problem.standing()),
                                parts,
                                MOST_POSITIONS));
        for (int party = 0; party < problem.ground().partyCount(); party++) {
            if (problem.ground().mover(party) < 0) {
                continue;
            }
            Deviations deviations = new Deviations(problem.ground(), lattice, party);
            String id = problem.ground().party(party);
            for (int n = 0; n < 40; n++) {
                int[] from = place(lattice, parts.length, random.nextInt(lattice.size()));
                int[] to = place(lattice, parts.length, random.nextInt(lattice.size()));
                for (int option = 0; option < to.length; option++) {
                    int low = Math.min(from[option], to[option]);
                    to[option] = Math.max(from[option], to[option]);
                    from[option] = low;
                }
                if (steps.usable(from) && steps.usable(to) && !Arrays.equals(from, to)) {
                    assertThat(deviations.points(index(lattice, from), index(lattice, to)))
                            .isCloseTo(steps.temptation(id, from, to), within(CLOSE));
                }
            }
        }
    }

    /// How far each option has come at a position, in parts.
    private static int[] place(Lattice lattice, int options, int position) {
        int[] place = new int[options];
        for (int k = 0; k < lattice.tracks().size(); k++) {
            place[lattice.tracks().get(k).option()] = lattice.place(position, k);
        }
        return place;
    }

    private static int index(Lattice lattice, int[] place) {
        int index = 0;
        for (int k = 0; k < lattice.tracks().size(); k++) {
            index += place[lattice.tracks().get(k).option()] * lattice.stride(k);
        }
        return index;
    }

    /// Where positions are said to be all that can lead on: however hopefully everybody looks at
    /// the rest, no way of paying steps leads from now to the package.
    @ParameterizedTest
    @Seeds(80)
    void theClosedSetDoesNotContainNow(long seed) {
        Problem problem = Problem.of(seed, 2, 200);
        Plan plan = problem == null ? null : problem.plan(problem.tranches());
        if (problem == null || plan == null || plan.isSafe()) {
            return;
        }
        Hopes hopes = new Hopes(problem);
        if (plan.closedCount() >= 0) {
            assertThat(hopes.leadingOn()).isEqualTo(plan.closedCount());
            assertThat(hopes.leads(hopes.steps.start())).isFalse();
        } else {
            assertThat(hopes.leads(hopes.steps.start())).isTrue();
        }
    }

    /// The best each side could hope for from every position, and what leads on if it does.
    private static final class Hopes {
        private final Problem problem;
        private final StepTwin steps;
        private final List<String> parties;
        private final java.util.Map<List<Integer>, double[]> hopes = new java.util.HashMap<>();
        private final java.util.Map<List<Integer>, Boolean> leading = new java.util.HashMap<>();

        Hopes(Problem problem) {
            this.problem = problem;
            this.steps = problem.steps(problem.tranches());
            this.parties = problem.twin().form.signatories();
        }

        private static List<Integer> key(int[] position) {
            return Arrays.stream(position).boxed().toList();
        }

        private double[] hope(int[] position) {
            double[] known = hopes.get(key(position));
            if (known != null) {
                return known;
            }
            double[] most = new double[parties.size()];
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            if (steps.isWhole(position)) {
                for (int party = 0; party < most.length; party++) {
                    most[party] = steps.atTarget(party);
                }
            } else {
                for (int[] next : steps.next(position)) {
                    double[] rest = hope(next);
                    for (int party = 0; party < most.length; party++) {
                        most[party] = Math.max(most[party], rest[party]);
                    }
                }
                for (int party = 0; party < most.length; party++) {
                    double patience = problem.twin().plain.patience(parties.get(party));
                    most[party] =
                            (1 - patience) * steps.flow(parties.get(party), position)
                                    + patience * most[party];
                }
            }
            hopes.put(key(position), most);
            return most;
        }

        boolean leads(int[] position) {
            Boolean known = leading.get(key(position));
            if (known != null) {
                return known;
            }
            boolean leads = steps.isWhole(position) && steps.endMargin() >= -StepTwin.TIE;
            if (!steps.isWhole(position)) {
                for (int[] next : steps.next(position)) {
                    leads |= leads(next) && pays(position, next);
                }
            }
            leading.put(key(position), leads);
            return leads;
        }

        private boolean pays(int[] from, int[] to) {
            double[] hope = hope(to);
            for (int party = 0; party < hope.length; party++) {
                double margin = hope[party] - steps.temptation(parties.get(party), from, to);
                if (margin / problem.ground().scale(party) < -StepTwin.TIE) {
                    return false;
                }
            }
            return true;
        }

        int leadingOn() {
            return count(steps.start(), new java.util.HashSet<>());
        }

        private int count(int[] position, java.util.Set<List<Integer>> seen) {
            if (!seen.add(key(position))) {
                return 0;
            }
            int count = leads(position) ? 1 : 0;
            for (int[] next : allNext(position)) {
                count += count(next, seen);
            }
            return count;
        }

        /// Steps by one part, through states that cannot occur too.
        private List<int[]> allNext(int[] position) {
            List<int[]> all = new ArrayList<>();
            for (int option = 0; option < position.length; option++) {
                int[] next = position.clone();
                next[option]++;
                if (next[option] <= problem.standing()[option] * problem.tranches()[option]) {
                    all.add(next);
                }
            }
            return all;
        }
    }

    @ParameterizedTest
    @Seeds(60)
    void lookingThroughFewerPositionsFirstChangesNothing(long seed) {
        Problem problem = Problem.of(seed, 40, 400);
        if (problem == null) {
            return;
        }
        int state = problem.twin().state(problem.standing());
        List<Kept> kept =
                new StandingTest(problem.ground())
                        .of(state, problem.twin().terms(problem.levels()));
        Lattice lattice =
                java.util.Objects.requireNonNull(
                        Lattice.between(
                                problem.ground().space(),
                                problem.ground().model().now(),
                                state,
                                problem.tranches(),
                                MOST_POSITIONS));
        StepGame game = new StepGame(problem.ground(), lattice, kept);
        StepSearch.Found direct = new StepSearch(game).found();
        StepSearch.Found first = new StepSearch(game, 20).found();
        assertThat(first.exact()).isEqualTo(direct.exact());
        assertThat(first.closed()).isEqualTo(direct.closed());
        if (direct.best() == null) {
            assertThat(first.best()).isNull();
            return;
        }
        StepGame.Rest best = java.util.Objects.requireNonNull(first.best());
        assertThat(best.margin()).isCloseTo(direct.best().margin(), within(CLOSE));
        assertThat(best.length()).isEqualTo(direct.best().length());
    }

    @ParameterizedTest
    @Seeds(60)
    void moreTranchesNeverLowerTheBestMargin(long seed) {
        Problem problem = Problem.of(seed, 2, 100);
        Plan coarse = problem == null ? null : problem.plan(problem.tranches());
        if (problem == null || coarse == null) {
            return;
        }
        RandomGenerator random = random(-seed);
        int[] finer = problem.tranches().clone();
        for (int option = 0; option < finer.length; option++) {
            finer[option] *= random.nextInt(1, 3);
        }
        Plan plan = java.util.Objects.requireNonNull(problem.plan(finer));
        if (plan.exact()) {
            assertThat(plan.smallestMargin()).isGreaterThan(coarse.smallestMargin() - CLOSE);
        }
    }
}
