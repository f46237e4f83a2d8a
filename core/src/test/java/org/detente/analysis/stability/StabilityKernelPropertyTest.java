// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.detente.analysis.Progress;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Option;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class StabilityKernelPropertyTest {
    private static Verdicts solve(RandomModel model, int threadCount) {
        return StabilityKernel.solve(
                model.space(),
                model.feasible(),
                model.seen(),
                model.ranks(),
                threadCount,
                Progress.NONE);
    }

    private static Verdicts solveInSmallTiles(RandomModel model, RandomGenerator random) {
        try (Workers workers = new Workers(2)) {
            return StabilityKernel.solveInTiles(
                    model.space(),
                    model.feasible(),
                    model.seen(),
                    model.ranks(),
                    smallTiles(random),
                    workers,
                    Progress.NONE);
        }
    }

    private static Tiles.Shape smallTiles(RandomGenerator random) {
        return new Tiles.Shape(random.nextInt(1, 64), random.nextInt(1, 8), 32);
    }

    @ParameterizedTest
    @Seeds(2000)
    void agreesWithTheDefinitions(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        RandomModel model = RandomModel.of(random, random.nextInt(8) == 0 ? 200 : 64);
        List<Verdicts> both = List.of(solveInSmallTiles(model, random), solve(model, 1));
        StabilityTwin twin = new StabilityTwin(model);
        for (Concept concept : Concept.values()) {
            StateSet equilibria = model.feasible().copy();
            for (int mover = 0; mover < model.space().moverCount(); mover++) {
                StateSet expected = StateSet.none(model.space().product());
                for (int s : model.feasible().stream().toArray()) {
                    if (twin.stable(mover, s, concept)) {
                        expected.add(s);
                    }
                }
                equilibria.and(expected);
                for (Verdicts verdicts : both) {
                    assertThat(verdicts.stableFor(concept, mover).stream())
                            .as("%s for mover %d", concept, mover)
                            .containsExactlyElementsOf(expected.stream().boxed().toList());
                }
            }
            for (Verdicts verdicts : both) {
                assertThat(verdicts.equilibria(concept)).isEqualTo(equilibria);
            }
        }
    }

    /// The readings have the model's space and some movers' ranks drawn anew.
    @ParameterizedTest
    @Seeds(1000)
    void whatIsTakenOverFromASolvedCaseIsWhatSolvingAnewFinds(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        RandomModel model = RandomModel.of(random, 200);
        List<List<Ranks>> readings = List.of(reading(model, random), reading(model, random));
        List<Verdicts> inPlace =
                new ReadingSolver(model.space(), model.feasible(), model.seen(), model.ranks())
                        .readAs(readings, 2, Progress.NONE);
        for (int k = 0; k < readings.size(); k++) {
            RandomModel anew =
                    new RandomModel(model.space(), model.feasible(), model.seen(), readings.get(k));
            Verdicts expected = solveInSmallTiles(anew, random);
            assertSame(model, expected, inPlace.get(k));
            try (Workers workers = new Workers(2)) {
                Verdicts inTiles =
                        StabilityKernel.solveLikeInTiles(
                                model.space(),
                                model.feasible(),
                                model.seen(),
                                readings.get(k),
                                model.ranks(),
                                solve(model, 1),
                                smallTiles(random),
                                workers,
                                Progress.NONE);
                assertSame(model, expected, inTiles);
            }
        }
    }

    private static List<Ranks> reading(RandomModel model, RandomGenerator random) {
        List<Ranks> ranks = new ArrayList<>();
        for (Ranks before : model.ranks()) {
            ranks.add(random.nextBoolean() ? before : drawn(before.size(), random));
        }
        return ranks;
    }

    private static Ranks drawn(int size, RandomGenerator random) {
        char[] ranks = new char[size];
        int levelCount = random.nextInt(1, 6);
        for (int state = 0; state < size; state++) {
            ranks[state] = (char) random.nextInt(levelCount);
        }
        return Ranks.narrow(ranks, levelCount);
    }

    @ParameterizedTest
    @Seeds(200)
    void strongerConceptsImplyWeakerOnes(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 4000);
        Verdicts verdicts = solve(model, 2);
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            assertImplies(verdicts, mover, Concept.NASH, Concept.SEQ);
            assertImplies(verdicts, mover, Concept.NASH, Concept.SMR);
            assertImplies(verdicts, mover, Concept.SEQ, Concept.GMR);
            assertImplies(verdicts, mover, Concept.SMR, Concept.GMR);
            assertImplies(verdicts, mover, Concept.SSEQ, Concept.SEQ);
            assertImplies(verdicts, mover, Concept.SSEQ, Concept.SMR);
        }
    }

    private static void assertImplies(
            Verdicts verdicts, int mover, Concept stronger, Concept weaker) {
        StateSet unexplained =
                verdicts.stableFor(stronger, mover)
                        .copy()
                        .andNot(verdicts.stableFor(weaker, mover));
        assertThat(unexplained.stream()).as("%s but not %s", stronger, weaker).isEmpty();
    }

    @ParameterizedTest
    @Seeds(200)
    void threadCountAndTilesChangeNothing(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        RandomModel model = RandomModel.of(random, 3000);
        Verdicts verdicts = solve(model, 1);
        for (Verdicts other :
                List.of(solve(model, 2), solve(model, 3), solveInSmallTiles(model, random))) {
            assertSame(model, verdicts, other);
        }
    }

    private static void assertSame(RandomModel model, Verdicts expected, Verdicts actual) {
        for (Concept concept : Concept.values()) {
            for (int mover = 0; mover < model.space().moverCount(); mover++) {
                assertThat(actual.stableFor(concept, mover))
                        .isEqualTo(expected.stableFor(concept, mover));
            }
            assertThat(actual.equilibria(concept)).isEqualTo(expected.equilibria(concept));
        }
    }

    @ParameterizedTest
    @Seeds(200)
    void orderKeepingChangesOfRanksChangeNothing(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        RandomModel model = RandomModel.of(random, 1000);
        List<Ranks> stretched = new ArrayList<>();
        for (Ranks ranks : model.ranks()) {
            int[] image = new int[ranks.levelCount()];
            for (int level = 0; level < image.length; level++) {
                image[level] = (level == 0 ? 0 : image[level - 1] + 1) + random.nextInt(40);
            }
            int[] rank = new int[ranks.size()];
            for (int state = 0; state < rank.length; state++) {
                rank[state] = image[ranks.rank(state)];
            }
            int levelCount = image[image.length - 1] + 1;
            stretched.add(RandomModel.ranks(rank, levelCount, !ranks.isNarrow()));
        }
        RandomModel other =
                new RandomModel(model.space(), model.feasible(), model.seen(), stretched);
        assertSame(model, solve(model, 1), solve(other, 1));
    }

    @ParameterizedTest
    @Seeds(300)
    void relabellingPartiesOptionsAndLevelsChangesNothing(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        RandomModel model = RandomModel.of(random, 1000);
        Relabelling relabelling = Relabelling.of(model, random);
        Verdicts verdicts = solve(model, 1);
        Verdicts relabelled = solve(relabelling.model(), 1);
        for (Concept concept : Concept.values()) {
            for (int mover = 0; mover < model.space().moverCount(); mover++) {
                StateSet image = relabelling.image(verdicts.stableFor(concept, mover));
                assertThat(relabelled.stableFor(concept, relabelling.moverTo()[mover]))
                        .as("%s for mover %d", concept, mover)
                        .isEqualTo(image);
            }
        }
    }

    /// The same model under other names: parties and options in another order, levels turned round
    /// (with one-way options' directions) where chance says so.
    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    private record Relabelling(RandomModel model, int[] moverTo, int[] stateTo) {
        static Relabelling of(RandomModel model, RandomGenerator random) {
            StateSpace space = model.space();
            List<Integer> moverOrder = shuffled(space.moverCount(), random);
            int[] moverTo = new int[space.moverCount()];
            for (int k = 0; k < moverTo.length; k++) {
                moverTo[moverOrder.get(k)] = k;
            }
            List<Integer> optionOrder = shuffled(space.optionCount(), random);
            boolean[] turned = new boolean[space.optionCount()];
            List<Option> options = new ArrayList<>();
            for (int old : optionOrder) {
                turned[old] = random.nextBoolean();
                options.add(
                        RandomModel.option(
                                "p" + moverTo[space.moverOf(old)],
                                "q" + old,
                                space.radix(old),
                                turned[old] ? turned(space.moves(old)) : space.moves(old)));
            }
            StateSpace other = RandomModel.space(options);
            int[] stateTo = new int[space.product()];
            for (int state = 0; state < stateTo.length; state++) {
                for (int k = 0; k < optionOrder.size(); k++) {
                    int old = optionOrder.get(k);
                    int level = space.level(state, old);
                    level = turned[old] ? space.radix(old) - 1 - level : level;
                    stateTo[state] += level * other.stride(k);
                }
            }
            return new Relabelling(renamed(model, other, moverOrder, stateTo), moverTo, stateTo);
        }

        private static RandomModel renamed(
                RandomModel model, StateSpace other, List<Integer> moverOrder, int[] stateTo) {
            List<StateSet> seen = new ArrayList<>();
            List<Ranks> ranks = new ArrayList<>();
            for (int old : moverOrder) {
                seen.add(image(model.seen().get(old), stateTo));
                Ranks before = model.ranks().get(old);
                int[] rank = new int[stateTo.length];
                for (int state = 0; state < rank.length; state++) {
                    rank[stateTo[state]] = before.rank(state);
                }
                ranks.add(RandomModel.ranks(rank, before.levelCount(), !before.isNarrow()));
            }
            return new RandomModel(other, image(model.feasible(), stateTo), seen, ranks);
        }

        private static List<Integer> shuffled(int count, RandomGenerator random) {
            List<Integer> order = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                order.add(k);
            }
            Collections.shuffle(order, Random.from(random));
            return order;
        }

        private static Option.Moves turned(Option.Moves moves) {
            return switch (moves) {
                case BOTH -> Option.Moves.BOTH;
                case UP -> Option.Moves.DOWN;
                case DOWN -> Option.Moves.UP;
            };
        }

        private static StateSet image(StateSet set, int[] stateTo) {
            StateSet image = StateSet.none(set.size());
            set.stream().forEach(s -> image.add(stateTo[s]));
            return image;
        }

        StateSet image(StateSet set) {
            return image(set, stateTo);
        }
    }
}
