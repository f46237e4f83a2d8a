// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Outcome;
import org.detente.model.Region;
import org.detente.testing.RandomCase;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class ConditionsPropertyTest {
    @ParameterizedTest
    @Seeds(1000)
    void bulkEvaluationAgreesWithEvaluationStateByState(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        Case source = RandomCase.of(random, random.nextInt(4, 3000), 1);
        CompiledCase model = CompiledCase.of(source, 1 << 20);
        Condition condition = RandomCase.condition(random, source, 4);
        StateSet bulk = model.where(condition);
        StateSet single = StateSet.none(model.space().product());
        for (int state = 0; state < single.size(); state++) {
            if (holds(condition, state, model.space(), source)) {
                single.add(state);
            }
        }
        assertThat(bulk).as(condition.toString()).isEqualTo(single);
    }

    private static boolean holds(Condition condition, int state, StateSpace space, Case source) {
        return switch (condition) {
            case Condition.Compare(ItemRef item, Condition.Comparison comparison, String level) -> {
                int option = space.indexOf(item);
                yield option >= 0
                        && comparison.test(
                                space.level(state, option), space.levelIndex(option, level));
            }
            case Condition.In(ItemRef item, List<String> levels) ->
                    levels.contains(levelName(item, state, space));
            case Condition.Holds(ItemRef item) -> levelName(item, state, space).equals("yes");
            case Condition.InOutcome(String outcome) -> inOutcome(outcome, state, space, source);
            case Condition.Not(Condition operand) -> !holds(operand, state, space, source);
            case Condition.And(List<Condition> operands) ->
                    operands.stream().allMatch(o -> holds(o, state, space, source));
            case Condition.Or(List<Condition> operands) ->
                    operands.stream().anyMatch(o -> holds(o, state, space, source));
            case Condition.Implies(Condition premise, Condition conclusion) ->
                    !holds(premise, state, space, source)
                            || holds(conclusion, state, space, source);
            case Condition.Iff(Condition left, Condition right) ->
                    holds(left, state, space, source) == holds(right, state, space, source);
        };
    }

    private static String levelName(ItemRef item, int state, StateSpace space) {
        int option = space.indexOf(item);
        return option < 0
                ? "no such item"
                : space.options().get(option).levels().get(space.level(state, option)).name();
    }

    private static boolean inOutcome(String id, int state, StateSpace space, Case source) {
        for (Outcome outcome : source.outcomes()) {
            if (outcome.id().equals(id)) {
                return switch (outcome.region()) {
                    case Region.When(Condition condition) -> holds(condition, state, space, source);
                    case Region.Otherwise() ->
                            source.outcomes().stream()
                                    .filter(o -> !o.id().equals(id))
                                    .noneMatch(o -> inOutcome(o.id(), state, space, source));
                };
            }
        }
        throw new AssertionError("no outcome " + id);
    }
}
