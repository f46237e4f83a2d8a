// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.detente.testing.SmallCase.at;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.order;

import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.stability.gaps.Completions.Standing;
import org.detente.analysis.stability.gaps.Gaps;
import org.detente.analysis.stability.gaps.GapsLimits;
import org.detente.analysis.stability.gaps.GapsResult;
import org.detente.analysis.stability.gaps.Sense;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Option;
import org.detente.model.PreferencePart.Comparison;
import org.detente.model.PreferencePart.Prefer;
import org.detente.model.PreferencePart.Swings;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

class GapsTest {
    /// Buyer wants a lower price; how much more it wants than delivery is not said.
    private static SmallCase market() {
        return new SmallCase()
                .party("buyer")
                .party("seller")
                .option("buyer", "pay", Option.Moves.BOTH, "low", "high")
                .option("seller", "deliver", Option.Moves.BOTH)
                .prefers("seller", order(at("buyer.pay", "high")));
    }

    private static Comparison over(Condition better, Condition worse) {
        return new Comparison(better, worse, Basis.ASSUMED);
    }

    private static GapsResult of(CompiledCase model) {
        return Gaps.of(model, GapsLimits.DEFAULT, AnalysisOptions.defaults(1));
    }

    private static List<String> words(GapsResult result) {
        return result.blocks(ListLimit.NONE).stream()
                .flatMap(block ->
                        switch (block) {
                            case Block.Finding(_, var text) -> List.of(text).stream();
                            case Block.Note(_, var text) -> List.of(text).stream();
                            case Block.Table table -> table.rows().stream().flatMap(List::stream);
                            default -> List.<org.detente.explain.Text>of().stream();
                        })
                .map(org.detente.explain.Text::plainWords)
                .toList();
    }

    @Test
    void readsComparisonsAllElseEqual() {
        CompiledCase model =
                market().prefers(
                                "buyer",
                                new Prefer(
                                        List.of(
                                                over(
                                                        at("buyer.pay", "low"),
                                                        at("buyer.pay", "high")))))
                        .compiled();
        GapsResult result = of(model);
        assertThat(result.open()).containsExactly(new GapsResult.OpenParty(0, 2, 6));
        assertThat(result.equilibria(Concept.NASH, Sense.A).stream()).containsExactly(0, 2);
        assertThat(result.completions(Concept.NASH).of(0)).isEqualTo(Standing.EVERY);
        assertThat(result.completions(Concept.NASH).of(1)).isEqualTo(Standing.NONE);
        assertThat(words(result))
                .anyMatch(w -> w.startsWith("buyer states comparisons only. They decide 2 of 6"));
    }

    @Test
    void aChainOfComparisonsDecidesItsEndsToo() {
        CompiledCase model =
                new SmallCase()
                        .party("buyer")
                        .option("buyer", "pay", Option.Moves.BOTH, "low", "middle", "high")
                        .prefers(
                                "buyer",
                                new Prefer(
                                        List.of(
                                                over(
                                                        at("buyer.pay", "middle"),
                                                        at("buyer.pay", "high")),
                                                over(
                                                        at("buyer.pay", "low"),
                                                        at("buyer.pay", "middle")))))
                        .compiled();
        GapsResult result = of(model);
        assertThat(result.open()).containsExactly(new GapsResult.OpenParty(0, 3, 3));
        assertThat(result.completions(Concept.NASH).of(0)).isEqualTo(Standing.EVERY);
        assertThat(result.completions(Concept.NASH).of(1)).isEqualTo(Standing.NONE);
        assertThat(result.completions(Concept.NASH).of(2)).isEqualTo(Standing.NONE);
    }

    @Test
    void whatIsUndecidedHoldsUnderSomeCompletions() {
        CompiledCase model =
                market().prefers(
                                "buyer",
                                new Prefer(
                                        List.of(
                                                over(
                                                        holds("seller.deliver"),
                                                        new Condition.Not(
                                                                holds("seller.deliver"))))))
                        .compiled();
        GapsResult result = of(model);
        assertThat(result.equilibria(Concept.NASH, Sense.A).isEmpty()).isTrue();
        assertThat(result.equilibria(Concept.NASH, Sense.B).count()).isEqualTo(4);
        assertThat(result.completions(Concept.NASH).count(Standing.SOME, model.feasible()))
                .isEqualTo(4);
        assertThat(result.completions(Concept.SEQ).count(Standing.SOME, model.feasible()))
                .isEqualTo(4);
    }

    @Test
    void namesStatementsThatCannotHoldTogether() {
        Condition low = at("buyer.pay", "low");
        Condition high = at("buyer.pay", "high");
        Condition delivered = holds("seller.deliver");
        CompiledCase model =
                market().prefers(
                                "buyer",
                                new Prefer(
                                        List.of(
                                                over(delivered, new Condition.Not(delivered)),
                                                over(low, high),
                                                over(high, low))))
                        .compiled();
        GapsResult result = of(model);
        assertThat(result.open()).isEmpty();
        assertThat(result.contradictions())
                .containsExactly(
                        new GapsResult.Contradiction(
                                0, List.of(over(low, high), over(high, low)), List.of(0, 1)));
        assertThat(words(result))
                .anyMatch(w -> w.startsWith("What buyer states cannot hold together: "));
    }

    @Test
    void hasNothingToSayWhereOrdersAreComplete() {
        GapsResult result =
                of(market().prefers("buyer", order(holds("seller.deliver"))).compiled());
        assertThat(result.isEmpty()).isTrue();
        assertThat(result.blocks(ListLimit.NONE)).isEmpty();
    }

    @Test
    void saysWhereTheCaseIsTooLarge() {
        CompiledCase model =
                market().prefers(
                                "buyer",
                                new Prefer(
                                        List.of(
                                                over(
                                                        at("buyer.pay", "low"),
                                                        at("buyer.pay", "high")))))
                        .compiled();
        GapsResult result = Gaps.of(model, new GapsLimits(3, 1), AnalysisOptions.defaults(1));
        assertThat(result.completeness())
                .isEqualTo(new Completeness.Truncated(GapsLimits.STATES, 3));
        assertThat(words(result)).singleElement().asString().contains("more than 3 states");
        assertThat(result.data(ListLimit.NONE).entries().get("complete"))
                .isEqualTo(new Data.Truth(false));
    }

    @Test
    void theSameSeedDrawsTheSameCompletions() {
        CompiledCase model =
                market().prefers(
                                "buyer",
                                new Prefer(
                                        List.of(
                                                over(
                                                        holds("seller.deliver"),
                                                        new Condition.Not(
                                                                holds("seller.deliver"))))))
                        .compiled();
        GapsLimits one = new GapsLimits(100, 1);
        assertThat(Gaps.of(model, one, new AnalysisOptions(7, 2, 100)).completions())
                .isEqualTo(Gaps.of(model, one, new AnalysisOptions(7, 1, 100)).completions());
    }

    private static Swings swings(String... options) {
        List<ItemRef> items = new java.util.ArrayList<>();
        for (String option : options) {
            String[] name = option.split("\\.", -1);
            items.add(new ItemRef.OptionRef(name[0], name[1]));
        }
        return new Swings(items, Basis.ASSUMED);
    }

    /// Buyer wants a low price and delivery, and delivery more: all four states are in order.
    @Test
    void aSwingDecidesWhatComparisonsLeaveOpen() {
        CompiledCase model =
                market().prefers(
                                "buyer",
                                new Prefer(
                                        List.of(
                                                over(
                                                        at("buyer.pay", "low"),
                                                        at("buyer.pay", "high")),
                                                over(
                                                        at("seller.deliver", "yes"),
                                                        at("seller.deliver", "no")))),
                                swings("seller.deliver", "buyer.pay"))
                        .compiled();
        GapsResult result = of(model);
        assertThat(result.open()).containsExactly(new GapsResult.OpenParty(0, 6, 6));
        for (int state = 0; state < 4; state++) {
            assertThat(result.completions(Concept.NASH).of(state))
                    .isIn(Standing.EVERY, Standing.NONE);
        }
        assertThat(words(result))
                .anyMatch(w ->
                        w.startsWith(
                                "buyer gives no order; every value function that fits what it states counts. They decide 6 of 6"));
    }

    /// Without a word about delivery it may be worth anything to the buyer.
    @Test
    void whatNobodySpeaksOfStaysOpen() {
        CompiledCase model =
                market().prefers(
                                "buyer",
                                new Prefer(
                                        List.of(
                                                over(
                                                        at("buyer.pay", "low"),
                                                        at("buyer.pay", "high")))),
                                swings("buyer.pay"))
                        .compiled();
        assertThat(of(model).open()).containsExactly(new GapsResult.OpenParty(0, 2, 6));
    }

    @Test
    void moreStatesThanAllowedAreALimitWithASentence() {
        CompiledCase model =
                market().prefers(
                                "buyer",
                                new Prefer(
                                        List.of(
                                                over(
                                                        at("buyer.pay", "low"),
                                                        at("buyer.pay", "high")))),
                                swings("buyer.pay"))
                        .compiled();
        GapsResult result = Gaps.of(model, new GapsLimits(3, 0), AnalysisOptions.defaults(1));
        assertThat(result.completeness()).isInstanceOf(Completeness.Truncated.class);
        assertThat(words(result)).anyMatch(w -> w.contains("the case has more than 3 states"));
    }

    @Test
    void moreDifferencesThanAllowedAreALimitWithASentence() {
        CompiledCase model =
                market().prefers(
                                "buyer",
                                new Prefer(
                                        List.of(
                                                over(
                                                        at("buyer.pay", "low"),
                                                        at("buyer.pay", "high")))),
                                swings("buyer.pay"))
                        .compiled();
        GapsResult result = Gaps.of(model, new GapsLimits(10, 0, 0), AnalysisOptions.defaults(1));
        assertThat(result.completeness()).isInstanceOf(Completeness.Truncated.class);
        assertThat(result.open()).isEmpty();
        assertThat(words(result))
                .anyMatch(w ->
                        w.startsWith(
                                "buyer leaves more open than could be followed: more than 640 differences"));
    }
}
