// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.stability.gaps.Completions;
import org.detente.analysis.stability.gaps.Completions.Standing;
import org.detente.analysis.stability.gaps.Gaps;
import org.detente.analysis.stability.gaps.GapsLimits;
import org.detente.analysis.stability.gaps.GapsResult;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StatedStates;
import org.detente.model.Basis;
import org.detente.model.PreferencePart.Ranking;
import org.detente.testing.HiddenOrder;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// Stability where a party's order is a matter of value functions.
class StatedGapsPropertyTest {
    private static final List<Concept> CONCEPTS =
            List.of(Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ);

    private static HiddenOrder drawn(SplittableRandom random, int options) {
        HiddenOrder hidden =
                new HiddenOrder(
                        random,
                        options,
                        random.nextBoolean() ? HiddenOrder.Points.NONE : HiddenOrder.Points.RANGES);
        for (int k = random.nextInt(4); k > 0; k--) {
            hidden.ask();
        }
        return hidden;
    }

    private static GapsResult result(CompiledCase model, int samples) {
        return Gaps.of(model, new GapsLimits(1000, samples), AnalysisOptions.defaults(1));
    }

    private static Ranks ranks(HiddenOrder hidden, CompiledCase model) {
        int[] worth = new int[model.space().product()];
        for (int s = 0; s < worth.length; s++) {
            worth[s] = hidden.worth(model, s);
        }
        List<Integer> levels = java.util.Arrays.stream(worth).boxed().distinct().sorted().toList();
        int[] rank = new int[worth.length];
        for (int s = 0; s < worth.length; s++) {
            rank[s] = levels.indexOf(worth[s]);
        }
        return RandomModel.ranks(rank, levels.size(), true);
    }

    private static StateSet lasting(CompiledCase model, Ranks first, Concept concept) {
        List<Ranks> ranks = List.of(first, model.ranks(1));
        StabilityTwin twin =
                new StabilityTwin(
                        new RandomModel(
                                model.space(),
                                model.feasible(),
                                List.of(model.seen(0), model.seen(1)),
                                ranks));
        StateSet lasting = StateSet.none(model.space().product());
        for (int s : model.feasible().stream().toArray()) {
            if (twin.stable(0, s, concept) && twin.stable(1, s, concept)) {
                lasting.add(s);
            }
        }
        return lasting;
    }

    @ParameterizedTest
    @Seeds(400)
    void whatHoldsUnderEveryOrNoCompletionHoldsUnderTheHiddenOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HiddenOrder hidden = drawn(random, random.nextInt(2, 5));
        CompiledCase model = hidden.model();
        GapsResult result = result(model, 20);
        if (result.open().isEmpty()) {
            return;
        }
        for (Concept concept : CONCEPTS) {
            StateSet lasting = lasting(model, ranks(hidden, model), concept);
            Completions standings = result.completions(concept);
            for (int s : model.feasible().stream().toArray()) {
                assertThat(standings.of(s))
                        .isNotEqualTo(lasting.contains(s) ? Standing.NONE : Standing.EVERY);
            }
        }
    }

    @ParameterizedTest
    @Seeds(150)
    void everySomeAndNoneAreWhatAllCompletionsSay(long seed) {
        HiddenOrder hidden = drawn(new SplittableRandom(seed), 2);
        CompiledCase model = hidden.model();
        GapsResult result = result(model, 20);
        if (result.open().isEmpty() || model.feasible().count() > 6) {
            return;
        }
        List<Ranks> all = completions(model);
        for (Concept concept : CONCEPTS) {
            StateSet every = model.feasible().copy();
            StateSet some = StateSet.none(model.space().product());
            for (Ranks ranks : all) {
                StateSet lasting = lasting(model, ranks, concept);
                every.and(lasting);
                some.or(lasting);
            }
            for (int s : model.feasible().stream().toArray()) {
                Standing found = result.completions(concept).of(s);
                Standing expected =
                        every.contains(s)
                                ? Standing.EVERY
                                : some.contains(s) ? Standing.SOME : Standing.NONE;
                switch (found) {
                    case EVERY, SOME, NONE -> assertThat(found).isEqualTo(expected);
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

    /// Every complete order with ties that keeps what is sure.
    private static List<Ranks> completions(CompiledCase model) {
        List<Integer> states = model.feasible().stream().boxed().toList();
        StatedStates.Relation.Found sure =
                (StatedStates.Relation.Found) StatedStates.of(model, "a", states, 1000);
        int count = states.size();
        List<Ranks> found = new ArrayList<>();
        for (long code = 0; code < Math.pow(count, count); code++) {
            int[] rank = new int[model.space().product()];
            long rest = code;
            BitSet used = new BitSet();
            for (int s : states) {
                rank[s] = (int) (rest % count);
                used.set(rank[s]);
                rest /= count;
            }
            boolean keeps = used.nextClearBit(0) == used.length();
            for (int a = 0; a < count && keeps; a++) {
                for (int b = 0; b < count; b++) {
                    int more = rank[states.get(a)] - rank[states.get(b)];
                    keeps &= !sure.worse().get(a).get(b) || more > 0;
                    keeps &= !sure.atMost().get(a).get(b) || more >= 0;
                }
            }
            if (keeps) {
                found.add(RandomModel.ranks(rank, count, true));
            }
        }
        return found;
    }

    @ParameterizedTest
    @Seeds(200)
    void exactPointsForAllItemsGiveTheVerdictsOfTheRanking(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HiddenOrder hidden =
                new HiddenOrder(random, random.nextInt(2, 5), HiddenOrder.Points.EXACT);
        for (int k = random.nextInt(4); k > 0; k--) {
            hidden.ask();
        }
        CompiledCase stated = hidden.model();
        assertThat(result(stated, 0).isEmpty()).isTrue();
        TreeMap<Integer, List<Integer>> byWorth = new TreeMap<>(Comparator.reverseOrder());
        for (int s : stated.feasible().stream().toArray()) {
            byWorth.computeIfAbsent(hidden.worth(stated, s), _ -> new ArrayList<>()).add(s);
        }
        CompiledCase ranked =
                hidden.with(new Ranking(List.copyOf(byWorth.values()), Basis.ASSUMED));
        for (Concept concept : CONCEPTS) {
            assertThat(lasting(stated, stated.ranks(0), concept))
                    .isEqualTo(lasting(ranked, ranked.ranks(0), concept));
        }
    }
}
