// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.testing.RandomPact;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class PunishmentsPropertyTest {
    private static final int TRIES = 25;

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @ParameterizedTest
    @Seeds(150)
    void theWorstOfWhatLastsAmongAllThatTheOthersCanBringAbout(long seed) {
        RandomGenerator random = random(seed);
        PactTwin twin = new PactTwin(RandomPact.of(random));
        Ground ground = twin.ground();
        for (int n = 0; n < TRIES; n++) {
            int state = random.nextInt(twin.space.product());
            if (!twin.plain.feasible(twin.levels(state))) {
                continue;
            }
            for (int party = 0; party < ground.partyCount(); party++) {
                String id = ground.party(party);
                Punishment found = ground.punishments().of(party, ground.mover(party), state);
                PactTwin.Answer expected = twin.punishment(id, state);

                assertThat(found.credible()).isEqualTo(expected.credible());
                assertThat(found.points()).isCloseTo(expected.points(), within(1e-9));
                assertThat(twin.answersTo(id, state)).contains(found.state());
                assertThat(twin.plain.worth(id, twin.levels(found.state()), null))
                        .isCloseTo(found.points(), within(1e-9));
                assertThat(found.credible() == Punishment.Credible.NONE)
                        .isEqualTo(!twin.isStable(found.state(), found.credible()));
                assertThat(found.by()).isEqualTo(whoMoved(twin, state, found.state()));
                assertThat(found.by()).doesNotContain(id);
            }
        }
    }

    private static List<String> whoMoved(PactTwin twin, int from, int to) {
        List<String> by = new ArrayList<>();
        for (var party : twin.source.parties()) {
            for (int option = 0; option < twin.space.optionCount(); option++) {
                if (twin.levels(from)[option] != twin.levels(to)[option]
                        && twin.source.options().get(option).ref().party().equals(party.id())
                        && !by.contains(party.id())) {
                    by.add(party.id());
                }
            }
        }
        return by;
    }
}
