// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Statement;
import org.detente.testing.RandomPact;
import org.detente.testing.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;

class SpoilerPropertyTest {
    private static final double CLOSE = 1e-7;
    private static final String OUT = "out";

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// How good a situation is to the party outside: where statements of its order hold, most
    /// important first, or its points; nothing where nothing is stated.
    private static double[] taste(PactTwin twin, int[] options, int[] terms) {
        Preferences own = twin.source.preferencesOf(OUT);
        PreferencePart.Order order = own == null ? null : own.part(PreferencePart.Order.class);
        if (order != null) {
            double[] holding = new double[order.statements().size()];
            for (int k = 0; k < holding.length; k++) {
                Statement statement = order.statements().get(k);
                holding[k] = twin.plain.holds(statement.condition(), options, terms) ? 1 : 0;
            }
            return holding;
        }
        return own == null ? new double[0] : new double[] {twin.plain.points(OUT, options, terms)};
    }

    private static int compare(double[] a, double[] b) {
        for (int k = 0; k < a.length; k++) {
            if (Math.abs(a[k] - b[k]) > CLOSE) {
                return Double.compare(a[k], b[k]);
            }
        }
        return 0;
    }

    /// Whether the party does best by leaving a situation as it is.
    private static boolean isLeftAlone(PactTwin twin, int[] standing, int[] terms) {
        double[] stay = taste(twin, standing, terms);
        return twin.plain.moves(OUT, standing).stream()
                .noneMatch(m -> compare(taste(twin, m, terms), stay) > 0);
    }

    private static @Nullable Boolean survives(
            PactTwin twin, Ground ground, int[] standing, int[] terms) {
        boolean survives = true;
        for (int party = 0; party < ground.partyCount(); party++) {
            String id = ground.party(party);
            List<PactTwin.Breach> breaches = twin.breaches(id, standing, terms);
            double least =
                    twin.smallest(
                            breaches,
                            twin.plain.worth(id, standing, terms),
                            twin.alarm(id),
                            twin.plain.patience(id));
            if (Math.abs(least / ground.scale(party)) < CLOSE) {
                return null;
            }
            survives &= least > 0;
        }
        return survives;
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
                                    compare(taste(twin, m, terms), taste(twin, best, terms)) > 0);
                    if (Arrays.equals(best, standing)) {
                        assertThat(spoiler.best().effects()).containsOnly(0.0);
                    } else {
                        assertThat(moves).anyMatch(m -> Arrays.equals(m, best));
                        assertThat(compare(taste(twin, best, terms), taste(twin, standing, terms)))
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
        Boolean survives = survives(twin, ground, after, terms);
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
                                                            d.ref(),
                                                            d.level(),
                                                            d.by(),
                                                            d.isAcceptable()))
                                    .toList();
                    assertThat(found)
                            .containsExactlyInAnyOrderElementsOf(deterrents(twin, ground, chosen));
                });
    }

    private static List<String> deterrents(PactTwin twin, Ground ground, Chosen chosen) {
        List<String> all = new ArrayList<>();
        for (int item = 0; item < twin.form.items().size(); item++) {
            for (int level = 0; level < twin.form.items().get(item).levels().size(); level++) {
                int[] levels = chosen.levelArray();
                boolean same = levels[item] == level;
                levels[item] = level;
                if (!same
                        && Chosen.impossible(twin.form, levels).isEmpty()
                        && isLeftAlone(twin, twin.standing(levels), twin.terms(levels))) {
                    all.add(
                            "%s=%s null %b"
                                    .formatted(
                                            twin.form.items().get(item).ref(),
                                            twin.form.items().get(item).levels().get(level).name(),
                                            twin.isAcceptable(levels)));
                }
            }
        }
        int[] standing = twin.levels(chosen.state());
        int[] terms = twin.terms(chosen.levelArray());
        for (int party = 0; party < ground.partyCount(); party++) {
            String id = ground.party(party);
            for (int[] move : twin.plain.moves(id, standing)) {
                List<Integer> changed = new ArrayList<>();
                for (int option = 0; option < move.length; option++) {
                    if (move[option] != standing[option]) {
                        changed.add(option);
                    }
                }
                ItemRef.OptionRef ref = twin.source.options().get(changed.getFirst()).ref();
                if (changed.size() == 1
                        && !twin.agreement.covers().contains(ref)
                        && isLeftAlone(twin, move, terms)) {
                    all.add(
                            "%s=%s %s true"
                                    .formatted(
                                            ref,
                                            twin.source
                                                    .options()
                                                    .get(changed.getFirst())
                                                    .levels()
                                                    .get(move[changed.getFirst()])
                                                    .name(),
                                            id));
                }
            }
        }
        return all;
    }
}
