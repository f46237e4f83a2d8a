// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.random.RandomGenerator;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.testing.RandomCase;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class MentionsPropertyTest {
    @ParameterizedTest
    @Seeds(300)
    void whatAConditionDoesNotSpeakOfDoesNotChangeIt(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        CompiledCase model = CompiledCase.of(RandomCase.of(random, 100, 1), 1 << 20);
        Condition condition = RandomCase.condition(random, model.source(), 3);
        Set<ItemRef> mentioned = Mentions.of(model.source(), condition);
        StateSet where = model.where(condition);
        StateSpace space = model.space();
        for (int option = 0; option < space.optionCount(); option++) {
            if (!mentioned.contains(space.options().get(option).ref())) {
                for (int state = 0; state < space.product(); state++) {
                    int first = space.with(state, option, 0);
                    assertThat(where.contains(state)).isEqualTo(where.contains(first));
                }
            }
        }
    }

    @ParameterizedTest
    @Seeds(300)
    void whatItSpeaksOfStandsInItsWordsOrInThoseOfAnOutcome(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        var source = RandomCase.of(random, 100, 1);
        Condition condition = RandomCase.condition(random, source, 2);
        String words = condition + " " + source.outcomes();
        assertThat(Mentions.of(source, condition))
                .allSatisfy(item -> assertThat(words).contains(itemName(item)));
    }

    private static String itemName(ItemRef item) {
        return switch (item) {
            case ItemRef.OptionRef option -> option.toString();
            case ItemRef.TermRef term -> term.toString();
        };
    }
}
