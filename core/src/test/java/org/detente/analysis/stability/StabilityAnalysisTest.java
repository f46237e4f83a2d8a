// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.detente.testing.SmallCase.at;
import static org.detente.testing.SmallCase.holds;
import static org.detente.testing.SmallCase.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.ListLimit;
import org.detente.analysis.Progress;
import org.detente.analysis.Questions;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.explain.Data;
import org.detente.explain.Explanation;
import org.detente.explain.Text;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.Condition.And;
import org.detente.model.Condition.Not;
import org.detente.model.Figure;
import org.detente.model.Option.Moves;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Worth;
import org.detente.testing.SmallCase;
import org.junit.jupiter.api.Test;

class StabilityAnalysisTest {
    private static final AnalysisOptions OPTIONS = AnalysisOptions.defaults(2);

    /// Two parties that can each break off; cooperation is state 0, mutual breaking off state 3.
    private static SmallCase dilemma() {
        return new SmallCase()
                .party("row")
                .party("column")
                .option("row", "break", Moves.BOTH)
                .option("column", "break", Moves.BOTH)
                .outcome("peace", new And(List.of(not("row.break"), not("column.break"))))
                .otherwise("conflict")
                .prefers("row", new Ranking(groups(1, 0, 3, 2), Basis.ASSUMED))
                .prefers("column", new Ranking(groups(2, 0, 3, 1), Basis.ASSUMED));
    }

    private static Condition not(String option) {
        return new Not(holds(option));
    }

    private static List<List<Integer>> groups(int... states) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int state : states) {
            groups.add(List.of(state));
        }
        return groups;
    }

    private static StabilityResult solve(CompiledCase model) {
        return new StabilityAnalysis().analyze(model, OPTIONS, Progress.NONE);
    }

    private static Data field(Data data, String... path) {
        Data found = data;
        for (String key : path) {
            found = Objects.requireNonNull(((Data.Fields) found).entries().get(key), key);
        }
        return found;
    }

    private static List<Long> wholes(Data data) {
        return ((Data.Wholes) data).numbers().get().boxed().toList();
    }

    private static String words(Explanation explanation) {
        StringBuilder words = new StringBuilder();
        explanation.blocks().forEach(b -> collect(b, words));
        return words.toString();
    }

    private static void collect(Block block, StringBuilder words) {
        switch (block) {
            case Block.Section(String title, var blocks) -> {
                words.append(title).append('\n');
                blocks.forEach(b -> collect(b, words));
            }
            case Block.Finding(_, Text text) -> words.append(text.plainWords()).append('\n');
            case Block.Paragraph(Text text) -> words.append(text.plainWords()).append('\n');
            case Block.Note(_, Text text) -> words.append(text.plainWords()).append('\n');
            case Block.Items(_, var items) ->
                    items.forEach(t -> words.append(t.plainWords()).append('\n'));
            case Block.Facts(var facts) ->
                    facts.forEach(f ->
                            words.append(f.name())
                                    .append(": ")
                                    .append(f.text().plainWords())
                                    .append('\n'));
            case Block.Table(String caption, _, var rows, _) -> {
                words.append(caption).append('\n');
                for (List<Text> row : rows) {
                    words.append(String.join(" | ", row.stream().map(Text::plainWords).toList()))
                            .append('\n');
                }
            }
            case Block.Quotation(String quoted, _, _, _) -> words.append(quoted).append('\n');
            case Block.Graph(String caption, _, var edges) -> {
                words.append(caption).append('\n');
                edges.forEach(e -> words.append(e.group()).append(": ").append(e.label()));
                words.append('\n');
            }
            case Block.Ladders(String caption, _) -> words.append(caption).append('\n');
            case Block.Series(String caption, _, _, _) -> words.append(caption).append('\n');
            case Block.Timeline(String caption, _, _, _) -> words.append(caption).append('\n');
        }
    }

    @Test
    void givesTheDocumentedTree() {
        Data.Fields data = solve(dilemma().compiled()).data(ListLimit.NONE);
        assertThat(data.entries().keySet())
                .startsWith("states", "equilibria", "parties", "now", "complete");
        assertThat(field(data, "states", "feasible")).isEqualTo(new Data.Whole(4));
        assertThat(wholes(field(data, "equilibria", "nash", "states"))).containsExactly(3L);
        assertThat(wholes(field(data, "equilibria", "seq", "states"))).containsExactly(0L, 3L);
        assertThat(field(data, "parties", "row", "nash", "count")).isEqualTo(new Data.Whole(2));
        assertThat(field(data, "now", "state")).isEqualTo(new Data.Whole(0));
        assertThat(field(data, "now", "stable", "row"))
                .isEqualTo(Data.Items.names(List.of("gmr", "smr", "seq", "sseq")));
        assertThat(field(data, "now", "reachable", "byImprovements", "count"))
                .isEqualTo(new Data.Whole(4));
        assertThat(field(data, "outcomes", "peace", "equilibria", "seq", "count"))
                .isEqualTo(new Data.Whole(1));
    }

    @Test
    void cutsListsAndNeverCounts() {
        Data.Fields data = solve(dilemma().compiled()).data(new ListLimit(1));
        assertThat(wholes(field(data, "equilibria", "seq", "states"))).containsExactly(0L);
        assertThat(field(data, "equilibria", "seq", "count")).isEqualTo(new Data.Whole(2));
        assertThat(field(data, "equilibria", "seq", "omitted")).isEqualTo(new Data.Whole(1));
    }

    @Test
    void tellsWhatDetersAnImprovement() {
        CompiledCase model = dilemma().compiled();
        String words =
                words(new StabilityAnalysis().explainState(model, 0, OPTIONS, new ListLimit(20)));
        assertThat(words)
                .contains("State 0 would last in this model under GMR, SMR, SEQ, SSEQ")
                .contains("row.break no → yes: column could answer by column.break no → yes")
                .contains("It would be worse off");
    }

    @Test
    void tellsByWhichMoveAStateFalls() {
        CompiledCase model = dilemma().compiled();
        String words =
                words(new StabilityAnalysis().explainState(model, 1, OPTIONS, new ListLimit(20)));
        assertThat(words)
                .contains("would not last in this model under any of the five concepts")
                .contains("column moves column.break no → yes")
                .contains("row: row.break no → yes");
    }

    @Test
    void setsViewsSideBySide() {
        CompiledCase model =
                dilemma()
                        .view("as-written")
                        .view(
                                "trusting",
                                new Preferences("row", List.of(order(not("row.break")))),
                                new Preferences("column", List.of(order(not("column.break")))))
                        .compiled();
        StabilityResult result = solve(model);
        assertThat(result.views()).hasSize(2);
        String words = words(result.explain(new ListLimit(20)));
        assertThat(words)
                .contains("conflict | 1 | 0 | split")
                .contains("peace | 1 | 1 | agree")
                .contains(
                        "2 states would last sequentially under at least one of the 2 views, and 1 under all");
        assertThat(
                        wholes(
                                field(
                                        result.data(ListLimit.NONE),
                                        "views",
                                        "trusting",
                                        "equilibria",
                                        "nash",
                                        "states")))
                .containsExactly(0L);
    }

    @Test
    void saysWhetherAnythingChangesAtTheEndsOfARange() {
        Figure range = new Figure(new Quantity.Uniform(-3, 1, false), Basis.ASSUMED);
        CompiledCase model =
                new SmallCase()
                        .party("a")
                        .option("a", "x", Moves.BOTH)
                        .prefers(
                                "a",
                                new Values(List.of(new Worth.OfCondition(holds("a.x"), range))))
                        .compiled();
        StabilityResult result = solve(model);
        assertThat(result.verdicts().equilibria(Concept.NASH).stream()).containsExactly(0);
        assertThat(
                        field(
                                result.data(ListLimit.NONE),
                                "ranges",
                                "preferences.a.values.a.x",
                                "low",
                                "changes"))
                .isEqualTo(new Data.Truth(false));
        assertThat(
                        field(
                                result.data(ListLimit.NONE),
                                "ranges",
                                "preferences.a.values.a.x",
                                "high",
                                "nash",
                                "gained"))
                .isEqualTo(new Data.Whole(1));
        assertThat(words(result.explain(ListLimit.NONE))).contains("high | +1 −1");
    }

    @Test
    void findsTheOptionThatCutsTheWay() {
        CompiledCase model =
                new SmallCase()
                        .party("a")
                        .party("b")
                        .option("a", "threat", Moves.BOTH)
                        .option("b", "attack", Moves.UP)
                        .outcome("war", new And(List.of(holds("a.threat"), holds("b.attack"))))
                        .prefers("a", order(holds("a.threat")))
                        .prefers(
                                "b", order(new Condition.Iff(holds("b.attack"), holds("a.threat"))))
                        .compiled();
        AnalysisOptions options = new AnalysisOptions(1, 1, 100, new Questions("war", null, 0));
        StabilityResult result = new StabilityAnalysis().analyze(model, options, Progress.NONE);
        Avoidance avoidance = Objects.requireNonNull(result.avoidance());
        assertThat(avoidance.reachedByImprovements()).isTrue();
        assertThat(avoidance.cuts())
                .containsExactly(
                        new Avoidance.Cut(0, Avoidance.Change.OFF_THE_TABLE, true, true),
                        new Avoidance.Cut(1, Avoidance.Change.OFF_THE_TABLE, true, true));
        assertThat(words(result.explain(ListLimit.NONE)))
                .contains("Moves that each pay whoever makes them lead from now to war.")
                .contains("a.threat threat | taken off the table | yes | yes");
    }

    @Test
    void namesTheSameMoveInTheOverviewAndOnTheStatesOwnPage() {
        CompiledCase model =
                new SmallCase()
                        .party("first")
                        .party("second")
                        .option("first", "x", Moves.BOTH)
                        .option("second", "y", Moves.BOTH)
                        .outcome("here", new And(List.of(not("first.x"), not("second.y"))))
                        .prefers("first", new Ranking(groups(1, 0, 3, 2), Basis.ASSUMED))
                        .prefers("second", new Ranking(groups(2, 3, 1, 0), Basis.ASSUMED))
                        .compiled();
        Verdicts verdicts = solve(model).verdicts();
        assertThat(verdicts.stableFor(Concept.SEQ, 0).contains(0)).isTrue();
        assertThat(verdicts.stableFor(Concept.SEQ, 1).contains(0)).isFalse();
        String page =
                words(new StabilityAnalysis().explainState(model, 0, OPTIONS, ListLimit.NONE));
        assertThat(page.lines().findFirst().orElseThrow())
                .contains("second moves second.y no → yes");
        assertThat(words(solve(model).explain(ListLimit.NONE)))
                .contains("that would not last: second moves second.y no → yes");
    }

    @Test
    void saysThatOrderAndPointsDisagree() {
        CompiledCase model =
                new SmallCase()
                        .party("a")
                        .option("a", "x", Moves.BOTH)
                        .prefers(
                                "a",
                                order(holds("a.x")),
                                new Values(
                                        List.of(
                                                new Worth.OfCondition(
                                                        not("a.x"),
                                                        new Figure(
                                                                new Quantity.Exact(1, false),
                                                                Basis.ASSUMED)))))
                        .compiled();
        assertThat(words(solve(model).explain(ListLimit.NONE)))
                .contains("judge 1 of 1 pairs of states oppositely");
    }

    @Test
    void namesAPartyWithoutPreferences() {
        CompiledCase model =
                new SmallCase()
                        .party("a")
                        .option("a", "x", Moves.BOTH, "low", "high")
                        .outcome("raised", at("a.x", "high"))
                        .compiled();
        assertThat(words(solve(model).explain(ListLimit.NONE)))
                .contains("a has no stated preference that tells states apart")
                .contains("no party gains by moving");
    }
}
