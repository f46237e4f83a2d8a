// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.detente.analysis.Wording;
import org.detente.compile.CompiledCase;
import org.detente.explain.Text;
import org.detente.model.Condition;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.Preferences;
import org.detente.model.Statement;

/// Says edits of one party in the words of its own statements. Edits that differ only in how far a
/// statement moves are said together.
final class EditWords {
    private final List<Statement> statements;
    private final List<List<Integer>> groups;

    /// Words for a party.
    ///
    /// @param model the case
    /// @param mover the party's index
    EditWords(CompiledCase model, int mover) {
        Preferences stated = model.source().preferencesOf(model.space().movers().get(mover).id());
        Order order = stated == null ? null : stated.part(Order.class);
        Ranking ranking = stated == null ? null : stated.part(Ranking.class);
        this.statements = order == null ? List.of() : order.statements();
        this.groups = ranking == null ? List.of() : ranking.groups();
    }

    /// Clauses that can follow "if for Iran", each for one edit or several alike.
    List<Text> clauses(List<Edit> edits) {
        List<Text> clauses = new ArrayList<>();
        Map<Integer, List<Integer>> moves = new LinkedHashMap<>();
        Map<Condition, List<Integer>> additions = new LinkedHashMap<>();
        for (Edit edit : edits) {
            switch (edit) {
                case Edit.Moved(int from, int to) ->
                        moves.computeIfAbsent(from, _ -> new ArrayList<>()).add(to);
                case Edit.Added(Condition condition, int at) ->
                        additions.computeIfAbsent(condition, _ -> new ArrayList<>()).add(at);
                case Edit.Dropped _, Edit.GroupsSwapped _, Edit.StatesSwapped _ -> {}
            }
        }
        moves.forEach((from, to) -> moved(clauses, from, to));
        for (Edit edit : edits) {
            switch (edit) {
                case Edit.Dropped(int index) ->
                        clauses.add(
                                Text.writer()
                                        .text(quoted(index))
                                        .plain(" (%s) did not count".formatted(ordinal(index)))
                                        .done());
                case Edit.GroupsSwapped(int upper) -> clauses.add(groupsSwapped(upper));
                case Edit.StatesSwapped(int better, int worse) ->
                        clauses.add(
                                Text.writer()
                                        .plain("states ")
                                        .state(better)
                                        .plain(" and ")
                                        .state(worse)
                                        .plain(" changed places in its ranking")
                                        .done());
                case Edit.Moved _, Edit.Added _ -> {}
            }
        }
        additions.forEach((condition, at) -> added(clauses, condition, at));
        return clauses;
    }

    private void moved(List<Text> clauses, int from, List<Integer> targets) {
        for (int[] run : runs(targets)) {
            boolean up = run[0] < from;
            int neighbour = up ? run[1] : run[0];
            int beyond = up ? run[0] - 1 : run[1] + 1;
            String way = up ? "before " : "after ";
            Text.Writer text =
                    Text.writer()
                            .text(quoted(from))
                            .plain(" (%s) came %s".formatted(ordinal(from), way))
                            .text(quoted(neighbour))
                            .plain(" (%s)".formatted(ordinal(neighbour)));
            if (beyond >= 0 && beyond < statements.size()) {
                text.plain(", but not " + way)
                        .text(quoted(beyond))
                        .plain(" (%s)".formatted(ordinal(beyond)));
            }
            clauses.add(text.done());
        }
    }

    private void added(List<Text> clauses, Condition condition, List<Integer> positions) {
        for (int[] run : runs(positions)) {
            Text.Writer text = Text.writer().code(condition.toString());
            if (statements.isEmpty()) {
                clauses.add(text.plain(" mattered; it states no order now").done());
                continue;
            }
            text.plain(" mattered too");
            if (run[1] < statements.size()) {
                text.plain(", more than ")
                        .text(quoted(run[1]))
                        .plain(" (%s)".formatted(ordinal(run[1])));
            }
            if (run[0] > 0) {
                text.plain(run[1] < statements.size() ? " and less than " : ", less than ")
                        .text(quoted(run[0] - 1))
                        .plain(" (%s)".formatted(ordinal(run[0] - 1)));
            }
            clauses.add(text.done());
        }
    }

    private Text groupsSwapped(int upper) {
        return Text.writer()
                .plain(
                        "the %s and the %s group of its ranking, "
                                .formatted(ordinal(upper), ordinal(upper + 1)))
                .code(groups.get(upper).toString())
                .plain(" and ")
                .code(groups.get(upper + 1).toString())
                .plain(", changed places")
                .done();
    }

    private Text quoted(int index) {
        Statement statement = statements.get(index);
        return Text.writer()
                .code(statement.condition().toString())
                .plain(" ")
                .text(Wording.basis(statement.basis()))
                .done();
    }

    /// Runs of neighbouring positions, as first and last.
    private static List<int[]> runs(List<Integer> positions) {
        List<int[]> runs = new ArrayList<>();
        for (int position : positions.stream().sorted().toList()) {
            if (!runs.isEmpty() && runs.getLast()[1] == position - 1) {
                runs.getLast()[1] = position;
            } else {
                runs.add(new int[] {position, position});
            }
        }
        return runs;
    }

    private static String ordinal(int index) {
        int number = index + 1;
        boolean teens = number % 100 / 10 == 1;
        return number
                + (teens
                        ? "th"
                        : switch (number % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        });
    }
}
