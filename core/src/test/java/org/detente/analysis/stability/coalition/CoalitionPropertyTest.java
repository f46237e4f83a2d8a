// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.detente.analysis.Completeness;
import org.detente.analysis.Progress;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityKernel;
import org.detente.analysis.stability.Verdicts;
import org.detente.analysis.stability.Witness;
import org.detente.compile.Movement;
import org.detente.compile.StateSet;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class CoalitionPropertyTest {
    private static List<List<Integer>> everySet(RandomModel model) {
        return Coalitions.all(model.space().moverCount());
    }

    private static CoalitionResult solve(
            RandomModel model, List<List<Integer>> sets, List<Integer> asked, int threadCount) {
        return solve(model, sets, asked, CoalitionLimits.DEFAULT, threadCount);
    }

    static CoalitionResult solve(
            RandomModel model,
            List<List<Integer>> sets,
            List<Integer> asked,
            CoalitionLimits limits,
            int threadCount) {
        return Coalitions.of(
                        model.space(),
                        model.feasible(),
                        model.seen(),
                        List.of(model.ranks()),
                        sets,
                        List.of(Sought.only(asked, model.space().product())),
                        limits,
                        threadCount)
                .getFirst();
    }

    private static List<Integer> feasible(RandomModel model) {
        return model.feasible().stream().boxed().toList();
    }

    @ParameterizedTest
    @Seeds(2000)
    void agreesWithTheDefinitions(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        RandomModel model = RandomModel.of(random, random.nextInt(8) == 0 ? 120 : 48);
        CoalitionTwin twin = new CoalitionTwin(model);
        CoalitionResult result = solve(model, everySet(model), List.of(), 1);
        assertThat(result.completeness()).isEqualTo(new Completeness.Complete());
        for (CoalitionVerdict verdict : result.verdicts()) {
            int parties = PartySet.of(verdict.members()).bits();
            for (Concept concept : CoalitionVerdict.CONCEPTS) {
                assertThat(verdict.stable(concept).stream().boxed())
                        .as("%s for %s", concept, verdict.members())
                        .containsExactlyElementsOf(
                                feasible(model).stream()
                                        .filter(s -> twin.stable(parties, s, concept))
                                        .toList());
            }
        }
    }

    @ParameterizedTest
    @Seeds(500)
    void everyUpsetIsWhatItClaims(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 48);
        CoalitionTwin twin = new CoalitionTwin(model);
        Movement movement =
                new Movement(
                        model.space(), model.feasible(), model.seen().toArray(StateSet[]::new));
        for (CoalitionVerdict verdict :
                solve(model, everySet(model), feasible(model), 1).verdicts()) {
            int parties = PartySet.of(verdict.members()).bits();
            assertThat(verdict.upsets().stream().map(Upset::state))
                    .containsExactlyElementsOf(
                            feasible(model).stream()
                                    .filter(s -> !verdict.stable(Concept.NASH).contains(s))
                                    .toList());
            for (Upset upset : verdict.upsets()) {
                int at = upset.state();
                int before = -1;
                for (Witness.Step step : upset.steps()) {
                    assertThat(verdict.members()).contains(step.mover());
                    assertThat(step.mover()).isNotEqualTo(before);
                    assertThat(movement.canMove(step.mover(), at, step.state())).isTrue();
                    at = step.state();
                    before = step.mover();
                }
                assertThat(upset.end()).isEqualTo(at);
                assertThat(twin.allGain(parties, upset.state(), at)).isTrue();
                assertThat(twin.deterred(parties, upset.state(), at, upset.concept())).isFalse();
                assertThat(firmest(twin, parties, upset.state())).isEqualTo(upset.concept());
                assertThat(List.of(upset.steps().size(), upset.end()))
                        .isEqualTo(shortest(model, movement, twin, upset));
            }
        }
    }

    /// By trying everything: of the joint moves that upset a state as claimed, how many moves the
    /// shortest takes, and where it ends; of several the one that changes the fewest options.
    private static List<Integer> shortest(
            RandomModel model, Movement movement, CoalitionTwin twin, Upset upset) {
        int parties = PartySet.of(upset.members()).bits();
        Set<Integer> reached = new HashSet<>(Set.of(upset.state()));
        Set<Integer> layer = reached;
        for (int moves = 1; !layer.isEmpty(); moves++) {
            Set<Integer> next = new HashSet<>();
            for (int from : layer) {
                upset.members().forEach(m -> movement.forEach(m, from, next::add));
            }
            next.removeAll(reached);
            int[] best =
                    next.stream()
                            .filter(to ->
                                    twin.allGain(parties, upset.state(), to)
                                            && !twin.deterred(
                                                    parties, upset.state(), to, upset.concept()))
                            .map(to -> new int[] {changed(model, upset.state(), to), to})
                            .min(Arrays::compare)
                            .orElse(null);
            if (best != null) {
                return List.of(moves, best[1]);
            }
            reached.addAll(next);
            layer = next;
        }
        throw new AssertionError("no joint move upsets " + upset);
    }

    private static int changed(RandomModel model, int from, int to) {
        return (int)
                IntStream.range(0, model.space().optionCount())
                        .filter(o -> model.space().level(from, o) != model.space().level(to, o))
                        .count();
    }

    private static Concept firmest(CoalitionTwin twin, int parties, int state) {
        return !twin.stable(parties, state, Concept.GMR)
                ? Concept.GMR
                : !twin.stable(parties, state, Concept.SEQ) ? Concept.SEQ : Concept.NASH;
    }

    @ParameterizedTest
    @Seeds(200)
    void strongerConceptsImplyWeakerOnes(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 150);
        for (CoalitionVerdict verdict : solve(model, everySet(model), List.of(), 2).verdicts()) {
            assertImplies(verdict, Concept.NASH, Concept.SEQ);
            assertImplies(verdict, Concept.NASH, Concept.SMR);
            assertImplies(verdict, Concept.SEQ, Concept.GMR);
            assertImplies(verdict, Concept.SMR, Concept.GMR);
        }
    }

    private static void assertImplies(CoalitionVerdict verdict, Concept stronger, Concept weaker) {
        assertThat(verdict.stable(stronger).copy().andNot(verdict.stable(weaker)).stream())
                .as("%s but not %s for %s", stronger, weaker, verdict.members())
                .isEmpty();
    }

    @ParameterizedTest
    @Seeds(200)
    void aPartyAloneIsAsInTheAnalysisOfSingleMoversButMayBeDeterredMoreUnderSeq(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 150);
        Verdicts verdicts =
                StabilityKernel.solve(
                        model.space(),
                        model.feasible(),
                        model.seen(),
                        model.ranks(),
                        1,
                        Progress.NONE);
        for (CoalitionVerdict verdict : solve(model, everySet(model), List.of(), 1).verdicts()) {
            if (verdict.members().size() == 1) {
                int mover = verdict.members().getFirst();
                for (Concept concept : List.of(Concept.NASH, Concept.GMR, Concept.SMR)) {
                    assertThat(verdict.stable(concept))
                            .isEqualTo(verdicts.stableFor(concept, mover));
                }
                assertThat(
                                verdicts
                                        .stableFor(Concept.SEQ, mover)
                                        .copy()
                                        .andNot(verdict.stable(Concept.SEQ))
                                        .stream())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @Seeds(200)
    void orderOfMembersAndNumberOfThreadsChangeNothing(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 100);
        List<List<Integer>> sets = everySet(model);
        CoalitionResult expected = solve(model, sets, feasible(model), 1);
        CoalitionResult actual =
                solve(model, sets.stream().map(List::reversed).toList(), feasible(model), 3);
        IntStream.range(0, sets.size())
                .forEach(k -> {
                    CoalitionVerdict one = expected.verdicts().get(k);
                    CoalitionVerdict other = actual.verdicts().get(k);
                    assertThat(other.members()).isEqualTo(one.members());
                    assertThat(other.upsets()).isEqualTo(one.upsets());
                    for (Concept concept : CoalitionVerdict.CONCEPTS) {
                        assertThat(other.stable(concept)).isEqualTo(one.stable(concept));
                    }
                });
    }

    @ParameterizedTest
    @Seeds(200)
    void whatIsDecidedWithinATightBoundIsWhatIsDecidedWithoutOne(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        RandomModel model = RandomModel.of(random, 100);
        List<List<Integer>> sets = everySet(model);
        CoalitionResult full = solve(model, sets, List.of(), 1);
        long bound = random.nextLong(1, 100_000);
        CoalitionResult cut =
                solve(model, sets, List.of(), new CoalitionLimits(bound, Long.MAX_VALUE), 2);
        assertThat(cut.verdicts().size() + cut.undecided().size()).isEqualTo(sets.size());
        boolean whole =
                cut.undecided().isEmpty()
                        && cut.verdicts().stream()
                                .allMatch(v ->
                                        CoalitionVerdict.CONCEPTS.stream().allMatch(v::isDecided));
        assertThat(cut.completeness())
                .isEqualTo(
                        whole
                                ? new Completeness.Complete()
                                : new Completeness.Truncated(CoalitionLimits.STEPS, bound));
        for (CoalitionVerdict verdict : cut.verdicts()) {
            CoalitionVerdict same = full.verdicts().get(sets.indexOf(verdict.members()));
            assertThat(verdict.isDecided(Concept.NASH)).isTrue();
            CoalitionVerdict.CONCEPTS.stream()
                    .filter(verdict::isDecided)
                    .forEach(concept ->
                            assertThat(verdict.stable(concept)).isEqualTo(same.stable(concept)));
        }
    }
}
