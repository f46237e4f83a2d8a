// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.testing.RandomPact;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class SpoilerPropertyTest {
    private static final double CLOSE = 1e-7;
    private static final String OUT = SpoilerTwin.OUT;

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private interface Look {
        void at(PactTwin twin, Ground ground, Chosen chosen, Spoiler spoiler);
    }

    private static void forSomePackages(long seed, Look look) {
        RandomGenerator random = random(seed);
        PactTwin twin = new PactTwin(RandomPact.of(random));
        Ground ground = twin.ground();
        List<int[]> packages = twin.packages();
        for (int n = 0; n < 4; n++) {
            int[] levels = packages.get(random.nextInt(packages.size()));
            Chosen chosen =
                    new Chosen(
                            List.of("p"),
                            List.of("p"),
                            Arrays.stream(levels).boxed().toList(),
                            twin.form.stateOf(levels),
                            Chosen.impossible(twin.form, levels));
            if (chosen.isPossible()) {
                int mover = ground.space().moverIndex(OUT);
                look.at(twin, ground, chosen, Spoiler.of(ground, mover, chosen));
            }
        }
    }

    @ParameterizedTest
    @Seeds(90)
    void itsMoveIsTheBestItHasAndTheEffectsAreThoseOfTheStates(long seed) {
        forSomePackages(
                seed,
                (twin, ground, chosen, spoiler) -> {
                    int[] standing = twin.levels(chosen.state());
                    int[] terms = twin.terms(chosen.levelArray());
                    int[] best = twin.levels(spoiler.best().state());
                    List<int[]> moves = twin.plain.moves(OUT, standing);
                    assertThat(spoiler.isIndifferent())
                            .isEqualTo(twin.source.preferencesOf(OUT) == null);
                    assertThat(moves)
                            .noneMatch(m ->
                                    SpoilerTwin.compare(
                                                    SpoilerTwin.taste(twin, m, terms),
                                                    SpoilerTwin.taste(twin, best, terms))
                                            > 0);
                    if (Arrays.equals(best, standing)) {
                        assertThat(spoiler.best().effects()).containsOnly(0.0);
                    } else {
                        assertThat(moves).anyMatch(m -> Arrays.equals(m, best));
                        assertThat(
                                        SpoilerTwin.compare(
                                                SpoilerTwin.taste(twin, best, terms),
                                                SpoilerTwin.taste(twin, standing, terms)))
                                .isPositive();
                    }
                    effects(twin, ground, chosen, spoiler.best());
                    effects(twin, ground, chosen, spoiler.worst());
                    if (!Double.isNaN(spoiler.gap())) {
                        assertThat(spoiler.gap())
                                .isCloseTo(
                                        twin.plain.points(OUT, best, terms)
                                                - twin.plain.points(OUT, standing, terms),
                                        within(CLOSE));
                    }
                });
    }

    private static void effects(PactTwin twin, Ground ground, Chosen chosen, Spoiler.Act act) {
        int[] standing = twin.levels(chosen.state());
        int[] terms = twin.terms(chosen.levelArray());
        int[] after = twin.levels(act.state());
        for (int party = 0; party < ground.partyCount(); party++) {
            String id = ground.party(party);
            assertThat(act.effects().get(party))
                    .isCloseTo(
                            twin.plain.worth(id, after, terms)
                                    - twin.plain.worth(id, standing, terms),
                            within(CLOSE));
        }
        Boolean survives = SpoilerTwin.survives(twin, ground, after, terms);
        if (survives != null) {
            assertThat(act.survives()).isEqualTo(survives);
        }
    }

    @ParameterizedTest
    @Seeds(90)
    void noOtherMoveHurtsASignatoryMore(long seed) {
        forSomePackages(
                seed,
                (twin, ground, chosen, spoiler) -> {
                    int[] standing = twin.levels(chosen.state());
                    int[] terms = twin.terms(chosen.levelArray());
                    double worst = 0;
                    for (int[] move : twin.plain.moves(OUT, standing)) {
                        worst = Math.min(worst, hurt(twin, ground, standing, move, terms));
                    }
                    int[] reported = twin.levels(spoiler.worst().state());
                    double own =
                            Arrays.equals(reported, standing)
                                    ? 0
                                    : hurt(twin, ground, standing, reported, terms);
                    assertThat(own).isCloseTo(worst, within(CLOSE));
                });
    }

    private static double hurt(
            PactTwin twin, Ground ground, int[] standing, int[] move, int[] terms) {
        double hurt = Double.POSITIVE_INFINITY;
        for (int party = 0; party < ground.partyCount(); party++) {
            String id = ground.party(party);
            double effect =
                    twin.plain.worth(id, move, terms) - twin.plain.worth(id, standing, terms);
            hurt = Math.min(hurt, effect / ground.scale(party));
        }
        return hurt;
    }

    @ParameterizedTest
    @Seeds(90)
    void exactlyTheSingleChangesAfterWhichItStaysDeterIt(long seed) {
        forSomePackages(
                seed,
                (twin, ground, chosen, spoiler) -> {
                    if (spoiler.best().state() == chosen.state()) {
                        assertThat(spoiler.deterrents()).isEmpty();
                        return;
                    }
                    List<String> found =
                            spoiler.deterrents().stream()
                                    .map(d ->
                                            "%s=%s %s %b"
                                                    .formatted(
                                                            d.settings().getFirst().item(),
                                                            d.settings().getFirst().level(),
                                                            d.by(),
                                                            d.isAcceptable()))
                                    .toList();
                    assertThat(found)
                            .containsExactlyInAnyOrderElementsOf(
                                    SpoilerTwin.deterrents(twin, ground, chosen));
                });
    }

    @ParameterizedTest
    @Seeds(90)
    void pairsAreLookedForWhereNoSingleChangeIsAcceptable(long seed) {
        forSomePackages(
                seed,
                (twin, ground, chosen, spoiler) -> {
                    boolean isOpen =
                            spoiler.best().state() != chosen.state()
                                    && spoiler.deterrents().stream()
                                            .noneMatch(Deterrent::isAcceptable);
                    List<String> found =
                            spoiler.pairs().stream()
                                    .map(d -> "%s %b".formatted(d.settings(), d.isAcceptable()))
                                    .toList();
                    assertThat(spoiler.isCut()).isFalse();
                    assertThat(found)
                            .containsExactlyInAnyOrderElementsOf(
                                    isOpen ? SpoilerTwin.pairs(twin, chosen) : List.of());
                });
    }
}
