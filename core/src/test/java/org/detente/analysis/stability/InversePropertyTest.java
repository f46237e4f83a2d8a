// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.detente.analysis.Completeness;
import org.detente.analysis.Progress;
import org.detente.analysis.stability.inverse.Answer;
import org.detente.analysis.stability.inverse.Edit;
import org.detente.analysis.stability.inverse.Inverse;
import org.detente.analysis.stability.inverse.InverseLimits;
import org.detente.analysis.stability.inverse.InverseResult;
import org.detente.analysis.stability.inverse.Wanted;
import org.detente.compile.CompiledCase;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Option;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.Preferences;
import org.detente.model.View;
import org.detente.testing.RandomCase;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class InversePropertyTest {
    private static final int MOST_STATES = 12;

    /// A random case; some movers state a ranking, some nothing.
    private static CompiledCase model(RandomGenerator random, int mostStates) {
        CompiledCase model = CompiledCase.of(RandomCase.of(random, mostStates, 3), 1 << 20);
        List<Preferences> changed = new ArrayList<>();
        for (var mover : model.space().movers()) {
            if (random.nextInt(3) == 0) {
                changed.add(
                        new Preferences(
                                mover.id(),
                                List.of(new Ranking(groups(model, random), Basis.ASSUMED))));
            }
        }
        return model.under(
                new View("mixed", null, null, Basis.ASSUMED, changed, List.of(), null, null));
    }

    private static List<List<Integer>> groups(CompiledCase model, RandomGenerator random) {
        List<Integer> states = new ArrayList<>(model.same().shown().stream().boxed().toList());
        Collections.shuffle(states, Random.from(random));
        List<List<Integer>> groups = new ArrayList<>();
        for (int state : states) {
            if (groups.isEmpty() || random.nextInt(3) > 0) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(state);
        }
        return groups;
    }

    private static Wanted wanted(CompiledCase model, RandomGenerator random) {
        List<Integer> shown = model.same().shown().stream().boxed().toList();
        return random.nextInt(3) == 0
                ? Wanted.anyOf(model, model.source().outcomes().get(random.nextInt(2)))
                : Wanted.state(model, shown.get(random.nextInt(shown.size())));
    }

    private static Concept concept(RandomGenerator random) {
        return random.nextBoolean()
                ? Concept.SEQ
                : List.of(Concept.values()).get(random.nextInt(Concept.values().length));
    }

    private static Set<InverseTwin.Found> found(InverseResult result) {
        Set<InverseTwin.Found> found = new HashSet<>();
        for (Answer answer : result.answers()) {
            List<Integer> movers = new ArrayList<>();
            List<List<List<Integer>>> combinations = new ArrayList<>(List.of(List.of()));
            for (var choice : answer.choices()) {
                movers.add(choice.mover());
                List<List<List<Integer>>> longer = new ArrayList<>();
                for (List<List<Integer>> before : combinations) {
                    for (Edit edit : choice.edits()) {
                        List<List<Integer>> more = new ArrayList<>(before);
                        more.add(InverseTwin.orderAfter(result.model(), choice.mover(), edit));
                        longer.add(more);
                    }
                }
                combinations = longer;
            }
            for (List<List<Integer>> orders : combinations) {
                found.add(new InverseTwin.Found(answer.state(), movers, orders));
            }
        }
        return found;
    }

    @ParameterizedTest
    @Seeds(1500)
    void findsEveryLeastChangeAndNoOther(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        CompiledCase model = model(random, random.nextInt(6, MOST_STATES + 1));
        Concept concept = concept(random);
        Wanted wanted = wanted(model, random);
        InverseResult result = Inverse.of(model, wanted, concept, InverseLimits.DEFAULT, 1);
        Set<InverseTwin.Found> expected = new InverseTwin(model, concept, wanted.states()).least();
        assertThat(result.completeness()).isEqualTo(new Completeness.Complete());
        assertThat(found(result)).isEqualTo(expected);
        assertThat(result.partyCount())
                .isEqualTo(
                        expected.isEmpty()
                                ? InverseResult.NONE
                                : expected.iterator().next().movers().size());
    }

    @ParameterizedTest
    @Seeds(300)
    void everyAnswerHoldsInTheForwardAnalysis(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        CompiledCase model = model(random, 200);
        Concept concept = concept(random);
        InverseResult result =
                Inverse.of(model, wanted(model, random), concept, InverseLimits.DEFAULT, 2);
        for (Answer answer : result.answers()) {
            List<Integer> movers = new ArrayList<>();
            List<Edit> edits = new ArrayList<>();
            for (var choice : answer.choices()) {
                movers.add(choice.mover());
                edits.add(choice.edits().get(random.nextInt(choice.edits().size())));
            }
            CompiledCase edited = InverseResult.edited(model, movers, edits);
            assertThat(
                            StabilityKernel.solve(edited, 1, Progress.NONE)
                                    .equilibria(concept)
                                    .contains(answer.state()))
                    .as("%s by %s", edits, movers)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @Seeds(40)
    void theNumberOfThreadsChangesNothing(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        CompiledCase model = model(random, 100);
        Wanted wanted = wanted(model, random);
        InverseLimits limits = new InverseLimits(random.nextInt(100, 100_000), 3);
        InverseResult one = Inverse.of(model, wanted, Concept.SEQ, limits, 1);
        InverseResult three = Inverse.of(model, wanted, Concept.SEQ, limits, 3);
        assertThat(three.answers()).isEqualTo(one.answers());
        assertThat(three.completeness()).isEqualTo(one.completeness());
    }

    @ParameterizedTest
    @Seeds(300)
    void whatABoundLeavesIsPartOfTheWholeAnswer(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        CompiledCase model = model(random, MOST_STATES);
        Wanted wanted = wanted(model, random);
        InverseLimits limits = new InverseLimits(random.nextInt(1, 5000), 100);
        InverseResult whole = Inverse.of(model, wanted, Concept.SEQ, InverseLimits.DEFAULT, 1);
        InverseResult bounded = Inverse.of(model, wanted, Concept.SEQ, limits, 1);
        if (bounded.completeness() instanceof Completeness.Complete) {
            assertThat(bounded.answers()).isEqualTo(whole.answers());
        } else {
            assertThat(bounded.completeness())
                    .isEqualTo(new Completeness.Truncated(InverseLimits.STEPS, limits.mostSteps()));
            assertThat(found(whole)).containsAll(found(bounded));
        }
    }

    /// One of the 128 states that the answers can lead to is worse.
    @Test
    void looksThroughManyAnswersForTheOneThatDeters() {
        SmallCase small = new SmallCase().party("a").party("b");
        small.option("a", "go", Option.Moves.BOTH);
        List<Condition> all = new ArrayList<>();
        for (int k = 1; k <= 7; k++) {
            small.option("b", "o" + k, Option.Moves.BOTH);
            all.add(SmallCase.holds("b.o" + k));
        }
        CompiledCase model =
                small.outcome("war", new Condition.And(all))
                        .otherwise("rest")
                        .prefers("a", SmallCase.order(SmallCase.holds("a.go")))
                        .compiled();
        InverseResult result =
                Inverse.of(model, Wanted.state(model, 0), Concept.GMR, InverseLimits.DEFAULT, 1);
        Condition war = new Condition.InOutcome("war");
        List<Edit> edits = result.answers().getFirst().choices().getFirst().edits();
        assertThat(edits)
                .contains(new Edit.Added(new Condition.InOutcome("rest"), 0))
                .doesNotContain(new Edit.Added(war, 0));
        for (Edit edit : edits) {
            CompiledCase edited = InverseResult.edited(model, List.of(0), List.of(edit));
            Verdicts verdicts = StabilityKernel.solve(edited, 1, Progress.NONE);
            assertThat(verdicts.equilibria(Concept.GMR).contains(0)).as("%s", edit).isTrue();
        }
    }
}
