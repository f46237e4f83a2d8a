// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.stability.gaps.Completions;
import org.detente.analysis.stability.gaps.Completions.Standing;
import org.detente.analysis.stability.gaps.Gaps;
import org.detente.analysis.stability.gaps.GapsLimits;
import org.detente.analysis.stability.gaps.GapsResult;
import org.detente.analysis.stability.gaps.Sense;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.PreferencePart.Comparison;
import org.detente.model.PreferencePart.Prefer;
import org.detente.model.Preferences;
import org.detente.testing.RandomCase;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class GapsPropertyTest {
    private static final List<Concept> CONCEPTS =
            List.of(Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ);

    /// A random case in which some movers state comparisons only.
    private static CompiledCase model(RandomGenerator random, int mostStates, int mostOpen) {
        Case source = RandomCase.of(random, mostStates, 3);
        List<Preferences> preferences = new ArrayList<>();
        int open = 0;
        for (Preferences stated : source.preferences()) {
            if (open < mostOpen && random.nextInt(4) > 0) {
                open++;
                preferences.add(comparisons(random, source, stated.party()));
            } else {
                preferences.add(stated);
            }
        }
        return CompiledCase.of(with(source, preferences), 1 << 20);
    }

    private static Preferences comparisons(RandomGenerator random, Case source, String party) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int k = random.nextInt(1, 4); k > 0; k--) {
            comparisons.add(
                    new Comparison(
                            RandomCase.condition(random, source, random.nextInt(2)),
                            RandomCase.condition(random, source, random.nextInt(2)),
                            Basis.ASSUMED));
        }
        return new Preferences(party, List.of(new Prefer(comparisons)));
    }

    private static Case with(Case source, List<Preferences> preferences) {
        return new Case(
                1,
                source.title(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                source.parties(),
                source.options(),
                source.rules(),
                source.outcomes(),
                source.now(),
                List.of(),
                preferences,
                null,
                null,
                List.of(),
                source.unseen(),
                List.of(),
                List.of());
    }

    private static GapsResult result(CompiledCase model, int samples) {
        return Gaps.of(model, new GapsLimits(1000, samples), AnalysisOptions.defaults(1));
    }

    @ParameterizedTest
    @Seeds(2500)
    void agreesWithTheDefinitionsInAllFourSenses(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        CompiledCase model = model(random, random.nextInt(4, 40), 5);
        GapsTwin twin = new GapsTwin(model);
        List<Integer> contradictory = new ArrayList<>();
        boolean open = false;
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            if (twin.contradicts(mover)) {
                contradictory.add(mover);
            }
            open |= twin.open(mover);
        }
        GapsResult result = result(model, 0);
        assertThat(result.contradictions())
                .extracting(GapsResult.Contradiction::mover)
                .isEqualTo(contradictory);
        if (!contradictory.isEmpty()) {
            return;
        }
        assertThat(result.open().isEmpty()).isEqualTo(!open);
        for (Concept concept : open ? CONCEPTS : List.<Concept>of()) {
            for (Sense sense : Sense.values()) {
                StateSet expected = StateSet.none(model.space().product());
                for (int s : model.feasible().stream().toArray()) {
                    boolean stable = true;
                    for (int mover = 0; mover < model.space().moverCount(); mover++) {
                        stable = stable && twin.stable(mover, s, concept, sense);
                    }
                    if (stable) {
                        expected.add(s);
                    }
                }
                assertThat(result.equilibria(concept, sense))
                        .as("%s in sense %s", concept, sense)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @Seeds(400)
    void contradictoryStatementsDoContradictEachOther(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        CompiledCase model = model(random, 30, 5);
        for (GapsResult.Contradiction found : result(model, 0).contradictions()) {
            List<Preferences> only = new ArrayList<>();
            for (Preferences stated : model.source().preferences()) {
                boolean its = stated.party().equals(model.space().movers().get(found.mover()).id());
                only.add(
                        its
                                ? new Preferences(
                                        stated.party(), List.of(new Prefer(found.statements())))
                                : stated);
            }
            GapsTwin twin = new GapsTwin(CompiledCase.of(with(model.source(), only), 1 << 20));
            assertThat(twin.contradicts(found.mover())).isTrue();
        }
    }

    @ParameterizedTest
    @Seeds(500)
    void everySomeAndNoneAreWhatAllCompletionsSay(long seed) {
        RandomGenerator random = RandomModel.random(seed);
        boolean larger = random.nextInt(10) == 0;
        CompiledCase model = model(random, larger ? 6 : 4, larger ? 1 : 2);
        GapsResult result = result(model, 20);
        if (result.open().isEmpty() || !result.contradictions().isEmpty()) {
            return;
        }
        int product = model.space().product();
        List<List<Ranks>> all = completions(model);
        for (Concept concept : CONCEPTS) {
            StateSet every = model.feasible().copy();
            StateSet some = StateSet.none(product);
            for (List<Ranks> ranks : all) {
                StateSet lasting = lasting(model, ranks, concept);
                every.and(lasting);
                some.or(lasting);
            }
            Completions standings = result.completions(concept);
            for (int s : model.feasible().stream().toArray()) {
                Standing expected =
                        every.contains(s)
                                ? Standing.EVERY
                                : some.contains(s) ? Standing.SOME : Standing.NONE;
                Standing found = standings.of(s);
                switch (found) {
                    case EVERY, SOME, NONE ->
                            assertThat(found).as("%s at %d", concept, s).isEqualTo(expected);
                    case ALL_SAMPLED -> {
                        assertThat(concept).isEqualTo(Concept.SEQ);
                        assertThat(expected).isNotEqualTo(Standing.NONE);
                    }
                    case NONE_SAMPLED -> {
                        assertThat(concept).isEqualTo(Concept.SEQ);
                        assertThat(expected).isNotEqualTo(Standing.EVERY);
                    }
                }
            }
        }
    }

    private static StateSet lasting(CompiledCase model, List<Ranks> ranks, Concept concept) {
        List<StateSet> seen = new ArrayList<>();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            seen.add(model.seen(mover));
        }
        StabilityTwin twin =
                new StabilityTwin(new RandomModel(model.space(), model.feasible(), seen, ranks));
        StateSet lasting = StateSet.none(model.space().product());
        for (int s : model.feasible().stream().toArray()) {
            boolean stable = true;
            for (int mover = 0; mover < ranks.size(); mover++) {
                stable = stable && twin.stable(mover, s, concept);
            }
            if (stable) {
                lasting.add(s);
            }
        }
        return lasting;
    }

    /// Every combination of complete orders that keep what the comparisons decide.
    private static List<List<Ranks>> completions(CompiledCase model) {
        GapsTwin twin = new GapsTwin(model);
        List<List<Ranks>> all = List.of(List.of());
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            List<Ranks> own =
                    twin.open(mover) ? extensions(model, twin, mover) : List.of(model.ranks(mover));
            List<List<Ranks>> longer = new ArrayList<>();
            for (List<Ranks> before : all) {
                for (Ranks ranks : own) {
                    List<Ranks> more = new ArrayList<>(before);
                    more.add(ranks);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<Ranks> extensions(CompiledCase model, GapsTwin twin, int mover) {
        int[] states = model.feasible().stream().toArray();
        int count = states.length;
        List<Ranks> result = new ArrayList<>();
        long combinations = (long) Math.pow(count, count);
        for (long code = 0; code < combinations; code++) {
            int[] rank = new int[model.space().product()];
            long rest = code;
            int used = 0;
            for (int s : states) {
                rank[s] = (int) (rest % count);
                used |= 1 << rank[s];
                rest /= count;
            }
            boolean extendsWhatIsSaid = Integer.bitCount(used + 1) == 1;
            for (int s : states) {
                for (int t : states) {
                    extendsWhatIsSaid &= !twin.better(mover, s, t) || rank[s] > rank[t];
                }
            }
            if (extendsWhatIsSaid) {
                result.add(RandomModel.ranks(rank, count, true));
            }
        }
        return result;
    }
}
