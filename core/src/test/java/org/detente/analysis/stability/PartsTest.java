// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.order;

import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.analysis.Questions;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Option;
import org.detente.model.PreferencePart.Comparison;
import org.detente.model.PreferencePart.Prefer;
import org.detente.testing.Plain;
import org.detente.testing.SmallCase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final Condition GO = holds("a.go");

    private static SmallCase parties() {
        return new SmallCase()
                .party("a")
                .party("b")
                .option("a", "go", Option.Moves.BOTH)
                .option("b", "help", Option.Moves.BOTH)
                .outcome("calm", new Condition.Not(GO))
                .prefers("b", order(holds("b.help")));
    }

    private static StabilityResult analyzed(CompiledCase model, @Nullable String wanted) {
        return new StabilityAnalysis()
                .analyze(
                        model,
                        new AnalysisOptions(1, 1, 100, new Questions(null, wanted, 0)),
                        Progress.NONE);
    }

    private static List<String> sections(StabilityResult result) {
        return result.explain(ListLimit.NONE).blocks().stream()
                .filter(Block.Section.class::isInstance)
                .map(block -> ((Block.Section) block).title())
                .toList();
    }

    private static List<Block> howToRead(StabilityResult result) {
        return result.explain(ListLimit.NONE).blocks().stream()
                .filter(Block.Section.class::isInstance)
                .map(Block.Section.class::cast)
                .filter(section -> section.title().equals("How to read this"))
                .findFirst()
                .orElseThrow()
                .blocks();
    }

    @Test
    void aWantedOutcomeIsAskedForByItsPointAndByAnyOfItsStates() {
        StabilityResult result = analyzed(parties().prefers("a", order(GO)).compiled(), "calm");
        assertThat(sections(result))
                .contains(
                        "What must change in whose mind for calm to last",
                        "What must change in whose mind for some state of calm to last");
        assertThat(result.data(ListLimit.NONE).entries()).containsKeys("wanted", "wantedAny");
    }

    @Test
    void aWantedStateIsAskedForByItsNumber() {
        StabilityResult result = analyzed(parties().prefers("a", order(GO)).compiled(), "2");
        assertThat(sections(result)).contains("What must change in whose mind for state 2 to last");
    }

    @Test
    void nothingIsAddedUnasked() {
        CompiledCase model = parties().prefers("a", order(GO)).compiled();
        assertThat(analyzed(model, null).parts()).isEmpty();
    }

    @Test
    void anOpenOrderHasASectionInsteadOfCountingAsIndifferent() {
        Comparison comparison = new Comparison(GO, new Condition.Not(GO), Basis.ASSUMED);
        CompiledCase open = parties().prefers("a", new Prefer(List.of(comparison))).compiled();
        StabilityResult result = analyzed(open, null);
        assertThat(sections(result)).contains("Where the order is left open");
        assertThat(howToRead(result)).noneMatch(PartsTest::assumed);
        assertThat(howToRead(analyzed(parties().compiled(), null))).anyMatch(PartsTest::assumed);
    }

    @Test
    void severalViewsAreSaidToAgreeAndASingleOneIsNot() {
        SmallCase model = parties().prefers("a", order(GO)).view("one");
        assertThat(Plain.lines(analyzed(model.compiled(), null).explain(ListLimit.NONE)))
                .contains("No named outcome holds a state that would last sequentially.\n");
        assertThat(
                        Plain.lines(
                                analyzed(model.view("two").compiled(), null)
                                        .explain(ListLimit.NONE)))
                .contains(
                        "No named outcome holds a state that would last sequentially. The 2 views agree on that kind of answer for every outcome.\n");
    }

    private static boolean assumed(Block block) {
        return block instanceof Block.Note(Block.Note.Kind kind, _)
                && kind == Block.Note.Kind.ASSUMED;
    }
}
