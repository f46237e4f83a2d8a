// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.detente.testing.SmallCase.at;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.detente.analysis.Completeness;
import org.detente.analysis.ListLimit;
import org.detente.analysis.stability.inverse.Answer;
import org.detente.analysis.stability.inverse.Choice;
import org.detente.analysis.stability.inverse.Edit;
import org.detente.analysis.stability.inverse.InverseLimits;
import org.detente.analysis.stability.inverse.InverseResult;
import org.detente.analysis.stability.inverse.Wanted;
import org.detente.compile.CompiledCase;
import org.detente.explain.Explanation;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Option;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.Preferences;
import org.detente.model.Statement;
import org.detente.testing.Plain;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

/// What edits say and do, each by itself.
class InverseWordsTest {
    private static final int LONG_ORDER = 22;
    private static final Condition A = holds("p.a");
    private static final Condition B = holds("p.b");
    private static final Condition C = holds("p.c");
    private static final Condition D = holds("p.d");

    private static final Ranking RANKING =
            new Ranking(List.of(List.of(3, 1), List.of(0), List.of(2)), Basis.ASSUMED);

    /// A party with a long order, one with a ranking, and one that states nothing.
    private static CompiledCase model() {
        Condition[] statements = new Condition[LONG_ORDER];
        for (int level = 0; level < LONG_ORDER; level++) {
            statements[level] = at("orderly.step", "s" + (level + 1));
        }
        String[] levels = new String[LONG_ORDER];
        Arrays.setAll(levels, level -> "s" + (level + 1));
        return new SmallCase()
                .party("orderly")
                .party("ranker")
                .party("silent")
                .option("orderly", "step", Option.Moves.BOTH, levels)
                .option("ranker", "go", Option.Moves.BOTH)
                .option("silent", "go", Option.Moves.BOTH)
                .outcome("calm", new Condition.Not(holds("silent.go")))
                .prefers("orderly", order(statements))
                .prefers(
                        "ranker",
                        new Ranking(
                                List.of(
                                        List.of(3, 1),
                                        List.of(0),
                                        List.of(2),
                                        IntStream.range(4, 4 * LONG_ORDER).boxed().toList()),
                                Basis.ASSUMED))
                .compiled();
    }

    private static InverseResult result(int parties, Completeness complete, Choice... choices) {
        CompiledCase model = model();
        return new InverseResult(
                model,
                Wanted.state(model, 0),
                Concept.SEQ,
                parties,
                List.of(new Answer(0, List.of(choices))),
                List.of(),
                99,
                complete);
    }

    private static List<String> told(InverseResult result, ListLimit limit) {
        List<String> lines =
                new ArrayList<>(
                        Plain.lines(new Explanation("", result.blocks(limit))).lines().toList());
        lines.removeIf(line -> line.startsWith("CAUTION: A change is") || line.equals("#"));
        return lines;
    }

    private static List<String> clauses(int mover, Edit... edits) {
        InverseResult result =
                result(1, new Completeness.Complete(), new Choice(mover, List.of(edits)));
        return told(result, ListLimit.NONE).stream()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2).replace(" ASSUMED:assumed", ""))
                .toList();
    }

    @Test
    void movesSayHowFarAtLeastAndAtMost() {
        assertThat(clauses(0, new Edit.Moved(3, 0)))
                .containsExactly("orderly.step = s4 (4th) came before orderly.step = s1 (1st)");
        assertThat(clauses(0, new Edit.Moved(3, 1), new Edit.Moved(3, 2)))
                .containsExactly(
                        "orderly.step = s4 (4th) came before orderly.step = s3 (3rd), but not"
                                + " before orderly.step = s1 (1st)");
        assertThat(clauses(0, new Edit.Moved(3, 5), new Edit.Moved(3, 6)))
                .containsExactly(
                        "orderly.step = s4 (4th) came after orderly.step = s6 (6th), but not after"
                                + " orderly.step = s8 (8th)");
        assertThat(clauses(0, new Edit.Moved(3, 21), new Edit.Moved(3, 20)))
                .containsExactly("orderly.step = s4 (4th) came after orderly.step = s21 (21st)");
    }

    @Test
    void oneStatementsMovesUpAndDownAreSaidApart() {
        assertThat(
                        clauses(
                                0,
                                new Edit.Moved(10, 21),
                                new Edit.Dropped(12),
                                new Edit.Moved(10, 0),
                                new Edit.Moved(11, 0)))
                .containsExactly(
                        "orderly.step = s11 (11th) came before orderly.step = s1 (1st)",
                        "orderly.step = s11 (11th) came after orderly.step = s22 (22nd)",
                        "orderly.step = s12 (12th) came before orderly.step = s1 (1st)",
                        "orderly.step = s13 (13th) did not count");
    }

    @Test
    void additionsSayBetweenWhich() {
        Condition go = holds("orderly.step");
        assertThat(clauses(0, new Edit.Added(go, 0), new Edit.Added(go, 1)))
                .containsExactly("orderly.step mattered too, more than orderly.step = s2 (2nd)");
        assertThat(clauses(0, new Edit.Added(go, 22)))
                .containsExactly("orderly.step mattered too, less than orderly.step = s22 (22nd)");
        assertThat(clauses(0, new Edit.Added(go, 2), new Edit.Added(go, 3)))
                .containsExactly(
                        "orderly.step mattered too, more than orderly.step = s4 (4th) and less"
                                + " than orderly.step = s2 (2nd)");
        assertThat(clauses(2, new Edit.Added(holds("silent.go"), 0)))
                .containsExactly("silent.go mattered; it states no order now");
    }

    @Test
    void swapsNameGroupsAndStates() {
        assertThat(clauses(1, new Edit.GroupsSwapped(1), new Edit.StatesSwapped(3, 2)))
                .containsExactly(
                        "the 2nd and the 3rd group of its ranking, [0] and [2], changed places",
                        "states 3 and 2 changed places in its ranking");
    }

    @Test
    void oneAnswerAndSeveralAreCountedInWords() {
        Choice one = new Choice(0, List.of(new Edit.Dropped(0)));
        Choice two = new Choice(1, List.of(new Edit.GroupsSwapped(0), new Edit.GroupsSwapped(1)));
        String head = "MIXED: For state 0 to last under SEQ it is enough that ";
        assertThat(told(result(1, new Completeness.Complete(), one), ListLimit.NONE))
                .startsWith(
                        head
                                + "one party changes one statement. There is one such change, out"
                                + " of 99 single changes tried.",
                        "If for orderly");
        assertThat(told(result(2, new Completeness.Complete(), one, two), new ListLimit(1)))
                .contains(
                        head
                                + "two parties change one statement each; one party alone is not"
                                + " enough. There are 2 such pairs of changes, out of 99 single"
                                + " changes tried.",
                        "and if for ranker, any one of these",
                        "LIMIT: 1 more; --limit shows more.");
    }

    @Test
    void whatWasNotFoundIsSaidToBeSearchedOnlySoFar() {
        String none =
                "BAD: For state 0 to last under SEQ no single change of one party’s statements is"
                        + " enough, nor one each of two parties";
        assertThat(told(result(InverseResult.NONE, new Completeness.Complete()), ListLimit.NONE))
                .containsExactly(none + ".");
        InverseResult bounded = result(InverseResult.NONE, new Completeness.Truncated("steps", 10));
        assertThat(told(bounded, ListLimit.NONE))
                .containsExactly(
                        none + ", as far as was searched.",
                        "LIMIT: The search stopped at steps 10; there may be more or smaller"
                                + " changes.");
        assertThat(Plain.lines(bounded.data(ListLimit.NONE)))
                .contains("complete = Truth[value=false]")
                .contains("limit = Name[value=steps]")
                .contains("bound = Whole[value=10]");
    }

    @Test
    void dataCountPositionsFromOne() {
        Choice moves =
                new Choice(
                        0,
                        List.of(
                                new Edit.Moved(3, 0),
                                new Edit.Dropped(4),
                                new Edit.Added(holds("orderly.step"), 5)));
        Choice swaps =
                new Choice(1, List.of(new Edit.GroupsSwapped(1), new Edit.StatesSwapped(3, 0)));
        String data =
                Plain.lines(
                        result(2, new Completeness.Complete(), moves, swaps)
                                .data(new ListLimit(3)));
        assertThat(data)
                .contains(
                        """
                        choices.orderly.anyOf[0].edit = Name[value=move]
                        """)
                .contains("orderly.anyOf[0].from = Whole[value=4]")
                .contains("orderly.anyOf[0].to = Whole[value=1]")
                .contains("orderly.anyOf[1].edit = Name[value=drop]")
                .contains("orderly.anyOf[1].from = Whole[value=5]")
                .contains("orderly.anyOf[2].statement = Name[value=orderly.step]")
                .contains("orderly.anyOf[2].to = Whole[value=6]")
                .contains("ranker.anyOf[0].first = Whole[value=2]")
                .contains("ranker.anyOf[0].second = Whole[value=3]")
                .contains("ranker.anyOf[1].edit = Name[value=swap states]")
                .contains("ranker.anyOf[1].first = Whole[value=3]")
                .contains("ranker.anyOf[1].second = Whole[value=0]")
                .doesNotContain("omitted");
    }

    @Test
    void editsAreAppliedToWhatIsStated() {
        Preferences three = new Preferences("p", List.of(order(A, B, C)));
        assertThat(statements(new Edit.Moved(0, 2).applied("p", three))).containsExactly(B, C, A);
        assertThat(statements(new Edit.Moved(2, 0).applied("p", three))).containsExactly(C, A, B);
        assertThat(statements(new Edit.Dropped(1).applied("p", three))).containsExactly(A, C);
        assertThat(statements(new Edit.Added(D, 1).applied("p", three)))
                .containsExactly(A, D, B, C);
        assertThat(statements(new Edit.Added(D, 0).applied("p", null))).containsExactly(D);
        Preferences ranked = new Preferences("p", List.of(RANKING));
        assertThat(groups(new Edit.GroupsSwapped(0).applied("p", ranked)))
                .containsExactly(List.of(0), List.of(3, 1), List.of(2));
        assertThat(groups(new Edit.StatesSwapped(1, 2).applied("p", ranked)))
                .containsExactly(List.of(3, 2), List.of(0), List.of(1));
        assertThatThrownBy(() -> new Edit.GroupsSwapped(0).applied("p", three))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the party states no ranking");
    }

    private static List<Condition> statements(Preferences preferences) {
        return Objects.requireNonNull(preferences.part(Order.class)).statements().stream()
                .map(Statement::condition)
                .toList();
    }

    private static List<List<Integer>> groups(Preferences preferences) {
        return Objects.requireNonNull(preferences.part(Ranking.class)).groups();
    }

    @Test
    void boundsBelowOneAreRefused() {
        assertThat(new InverseLimits(1, 1).mostSteps()).isEqualTo(1);
        assertThatThrownBy(() -> new InverseLimits(0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InverseLimits(1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
