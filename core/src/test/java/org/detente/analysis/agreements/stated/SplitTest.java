// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.detente.analysis.agreements.stated.Verdict.Held;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Setting;
import org.detente.model.Statement;
import org.detente.model.Term;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// Two parties who want opposite things of x and the same of y: what is efficient, which packages
/// are looked at, and what views differ by.
class SplitTest {
    private final SmallCase small = new SmallCase().party("a").party("b");

    private static Condition at(String term, int level) {
        return new Condition.Compare(
                new ItemRef.TermRef(term), Condition.Comparison.EQUAL, "l" + level);
    }

    private static PreferencePart.Comparison over(String term, int better, int worse) {
        return new PreferencePart.Comparison(at(term, better), at(term, worse), Basis.ASSUMED);
    }

    private static PreferencePart.Packages accepts(int x, int y) {
        return new PreferencePart.Packages(
                List.of(
                        new PreferencePart.PackageComparison(
                                new PreferencePart.Bundle.Of(
                                        List.of(
                                                new Setting(new ItemRef.TermRef("x"), "l" + x),
                                                new Setting(new ItemRef.TermRef("y"), "l" + y))),
                                new PreferencePart.Bundle.NoAgreement(),
                                Basis.ASSUMED)));
    }

    private static PreferencePart.RedLines never(Condition condition) {
        return new PreferencePart.RedLines(List.of(new Statement(condition, Basis.ASSUMED)));
    }

    private CompiledCase model() {
        List<Term> terms = new ArrayList<>();
        for (String name : List.of("x", "y")) {
            List<Level> levels = new ArrayList<>();
            for (int level = 0; level < 3; level++) {
                levels.add(new Level("l" + level, null, null, Basis.ASSUMED));
            }
            terms.add(
                    new Term(
                            new ItemRef.TermRef(name),
                            null,
                            levels,
                            new LinkedHashMap<>(),
                            Basis.ASSUMED));
        }
        return small.prefers(
                        "a",
                        new PreferencePart.Prefer(
                                List.of(over("x", 2, 1), over("x", 1, 0), over("y", 1, 0))),
                        accepts(0, 0))
                .prefers(
                        "b",
                        new PreferencePart.Prefer(
                                List.of(over("x", 0, 1), over("x", 1, 2), over("y", 1, 0))),
                        accepts(2, 0))
                .agreement(
                        new Agreement(
                                List.of("a", "b"),
                                List.of(),
                                terms,
                                List.of(),
                                new Agreement.Beliefs(
                                        null,
                                        new LinkedHashMap<>(),
                                        null,
                                        List.of(),
                                        new LinkedHashMap<>()),
                                false,
                                new LinkedHashMap<>()))
                .compiled();
    }

    private static StatedFindings found(CompiledCase model, List<int[]> tabled, int bound) {
        AgreementForm form = AgreementForm.of(model);
        List<AgreementForm> views =
                model.source().views().stream().map(v -> form.under(model.under(v))).toList();
        return StatedFindings.of(
                "the case", form, views, new StatedFindings.Asked(tabled, List.of(), bound, 2));
    }

    @Test
    void nobodyCanGainFromAnEfficientPackageWhateverTheValues() {
        // Of y, level 1 beats 0; nothing is said of 2, so that (x, 1) may or may not be efficient.
        StatedFindings found =
                found(model(), List.of(new int[] {1, 1}, new int[] {1, 0}, new int[] {2, 2}), 100);
        assertThat(found.isAll()).isTrue();
        assertThat(found.packages()).hasSize(9);
        assertThat(found.efficient())
                .containsExactly(
                        Efficiency.Answer.SOME, Efficiency.Answer.NONE, Efficiency.Answer.SOME);
    }

    @Test
    void whatOneLikesAtLeastAsWellIsFoundForEveryPairTabled() {
        StatedFindings found = found(model(), List.of(new int[] {2, 1}, new int[] {0, 0}), 100);
        assertThat(found.preferred())
                .containsExactly(
                        new StatedFindings.Preferred("a", 0, 1, Held.ALL),
                        new StatedFindings.Preferred("a", 1, 0, Held.NONE),
                        new StatedFindings.Preferred("b", 0, 1, Held.SOME),
                        new StatedFindings.Preferred("b", 1, 0, Held.SOME));
    }

    @Test
    void theSplitComesFromTheFewestOverridesThatMakeAViewAgree() {
        small.view(
                "strict",
                new Preferences(
                        "a",
                        List.of(
                                never(at("y", 1)),
                                new PreferencePart.Prefer(
                                        List.of(
                                                over("x", 2, 1),
                                                over("x", 1, 0),
                                                over("y", 1, 0))))));
        StatedFindings found = found(model(), List.of(new int[] {0, 1}, new int[] {1, 0}), 100);
        assertThat(found.own().joint(0)).isEqualTo(Held.ALL);
        assertThat(found.views().getFirst().joint(0)).isEqualTo(Held.NONE);
        assertThat(found.splits())
                .singleElement()
                .satisfies(split -> {
                    assertThat(split.keys()).containsExactly("preferences.a.red lines");
                    assertThat(split.packages()).containsExactly(0);
                    assertThat(split.before()).isEqualTo(Held.NONE);
                    assertThat(split.after()).isEqualTo(Held.ALL);
                });
    }

    @Test
    void whereTwoOverridesAreNeededBothAreNamed() {
        small.view(
                "strict",
                new Preferences("a", List.of(never(at("y", 1)))),
                new Preferences("b", List.of(never(at("y", 1)))));
        StatedFindings found = found(model(), List.of(new int[] {0, 1}), 100);
        assertThat(found.splits())
                .singleElement()
                .satisfies(split ->
                        assertThat(split.keys())
                                .containsExactly(
                                        "preferences.a.red lines", "preferences.b.red lines"));
    }

    @Test
    void beyondTheBoundWhatIsNearTheTableIsLookedAtFirst() {
        StatedFindings found = found(model(), List.of(new int[] {2, 2}), 4);
        assertThat(found.isAll()).isFalse();
        // The one tabled, the two that statements name, and the first that differs in one item.
        assertThat(found.packages())
                .containsExactly(List.of(2, 2), List.of(0, 0), List.of(2, 0), List.of(0, 2));
    }
}
