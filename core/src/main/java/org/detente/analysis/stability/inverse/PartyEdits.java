// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.detente.compile.CompiledCase;
import org.detente.compile.Mentions;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.model.Condition;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Preferences;
import org.detente.model.Statement;
import org.jspecify.annotations.Nullable;

/// Every single edit open to one party, each with the score that every state has once it is done.
///
/// An order of m statements is one number of m bits a state, most important statement highest; an
/// edit takes a bit out or puts one in. Memory: 8 bytes a state.
final class PartyEdits {
    /// As many statements as leave room for one more in a positive `long`.
    static final int MOST_STATEMENTS = 61;

    private final int mover;
    private final List<Edit> edits = new ArrayList<>();
    private final List<IntToLongFunction> scores = new ArrayList<>();
    private final List<Integer> payingClass = new ArrayList<>();
    private final List<Integer> classExamples = new ArrayList<>();
    private final Map<List<Integer>, Integer> classes = new HashMap<>();
    private @Nullable String whyNot;

    private PartyEdits(int mover) {
        this.mover = mover;
    }

    /// The edits of a mover.
    ///
    /// @param model the case
    /// @param mover its index
    /// @param vocabulary what could be stated in addition
    static PartyEdits of(CompiledCase model, int mover, Vocabulary vocabulary) {
        PartyEdits result = new PartyEdits(mover);
        String party = model.space().movers().get(mover).id();
        Preferences stated = model.source().preferencesOf(party);
        Ranking ranking = stated == null ? null : stated.part(Ranking.class);
        Order order = stated == null ? null : stated.part(Order.class);
        if (ranking != null) {
            result.swaps(model, ranking);
        } else if (order == null && stated != null && stated.part(Values.class) != null) {
            result.whyNot =
                    "its order comes from its points, and no statement could be changed; what would have to change are the points";
        } else {
            List<Statement> statements = order == null ? List.of() : order.statements();
            if (statements.size() > MOST_STATEMENTS) {
                result.whyNot =
                        "it has more than %d statements, which are not searched"
                                .formatted(MOST_STATEMENTS);
            } else {
                result.reorderings(model, statements, vocabulary);
            }
        }
        return result;
    }

    private void add(Edit edit, List<Integer> payingKey, IntToLongFunction score) {
        Integer known = classes.putIfAbsent(payingKey, classes.size());
        if (known == null) {
            classExamples.add(edits.size());
        }
        payingClass.add(known == null ? classes.size() - 1 : known);
        edits.add(edit);
        scores.add(score);
    }

    private void reorderings(
            CompiledCase model, List<Statement> statements, Vocabulary vocabulary) {
        int count = statements.size();
        List<StateSet> holds = new ArrayList<>();
        Set<StateSet> known = new HashSet<>();
        List<Integer> own = new ArrayList<>();
        for (Statement statement : statements) {
            StateSet states = model.where(statement.condition());
            holds.add(states);
            known.add(states.copy().and(model.feasible()));
            own.add(own(model, statement.condition()) ? own.size() : -1);
        }
        long[] words = words(holds, model.space().product());
        for (int from = 0; from < count; from++) {
            int taken = from;
            List<Integer> rest = without(own, from);
            for (int to = 0; to < count; to++) {
                int at = to;
                if (to != from && to != from + 1) {
                    add(
                            new Edit.Moved(from, to),
                            key(with(rest, to, own.get(from))),
                            s -> {
                                long word = words[s];
                                long bit = word >>> (count - 1 - taken) & 1;
                                return with(without(word, count, taken), count - 1, at, bit);
                            });
                }
            }
            add(new Edit.Dropped(from), key(rest), s -> without(words[s], count, taken));
        }
        for (int extra = 0; extra < vocabulary.size(); extra++) {
            StateSet states = vocabulary.holds(extra);
            if (known.contains(states)) {
                continue;
            }
            int name = own(model, vocabulary.condition(extra)) ? count + extra : -1;
            for (int to = 0; to <= count; to++) {
                int at = to;
                add(
                        new Edit.Added(vocabulary.condition(extra), to),
                        key(with(own, to, name)),
                        s -> with(words[s], count, at, states.contains(s) ? 1 : 0));
            }
        }
    }

    /// Whether the party's own moves can change a condition.
    private boolean own(CompiledCase model, Condition condition) {
        return Mentions.of(model.source(), condition).stream()
                .anyMatch(item -> {
                    int option = model.space().indexOf(item);
                    return option >= 0 && model.space().moverOf(option) == mover;
                });
    }

    private static long[] words(List<StateSet> holds, int product) {
        long[] words = new long[product];
        for (StateSet states : holds) {
            for (int state = 0; state < product; state++) {
                words[state] = (words[state] << 1) | (states.contains(state) ? 1 : 0);
            }
        }
        return words;
    }

    /// A word of so many bits without the one at a position, counted from the highest.
    private static long without(long word, int count, int position) {
        int below = count - 1 - position;
        return (word >>> (below + 1) << below) | (word & ((1L << below) - 1));
    }

    /// A word of so many bits with one more at a position, counted from the highest.
    private static long with(long word, int count, int position, long bit) {
        int below = count - position;
        return (((word >>> below << 1) | bit) << below) | (word & ((1L << below) - 1));
    }

    private static List<Integer> without(List<Integer> list, int index) {
        List<Integer> result = new ArrayList<>(list);
        result.subList(index, index + 1).clear();
        return result;
    }

    private static List<Integer> with(List<Integer> list, int index, int item) {
        List<Integer> result = new ArrayList<>(list);
        result.add(index, item);
        return result;
    }

    /// The statements that a party's own moves can change, in their order. They alone decide which
    /// of its moves pay.
    private static List<Integer> key(List<Integer> statements) {
        return statements.stream().filter(k -> k >= 0).toList();
    }

    private void swaps(CompiledCase model, Ranking ranking) {
        Ranks ranks = model.ranks(mover);
        StateSet feasible = model.feasible();
        int[] shownAs = new int[feasible.size()];
        for (int s = feasible.next(0); s >= 0; s = feasible.next(s + 1)) {
            shownAs[s] = model.same().shownAs(s);
        }
        List<List<Integer>> groups = ranking.groups();
        for (int group = 0; group + 1 < groups.size(); group++) {
            long upper = ranks.rank(groups.get(group).getFirst());
            long lower = ranks.rank(groups.get(group + 1).getFirst());
            add(
                    new Edit.GroupsSwapped(group),
                    List.of(edits.size()),
                    s -> swapped(ranks.rank(s), upper, lower));
        }
        for (int group = 0; group < groups.size(); group++) {
            for (int other = group + 1; other < groups.size(); other++) {
                boolean neighbours = other == group + 1;
                if (neighbours && groups.get(group).size() + groups.get(other).size() == 2) {
                    continue;
                }
                for (int better : groups.get(group)) {
                    for (int worse : groups.get(other)) {
                        add(
                                new Edit.StatesSwapped(better, worse),
                                List.of(edits.size()),
                                s -> ranks.rank((int) swapped(shownAs[s], better, worse)));
                    }
                }
            }
        }
    }

    private static long swapped(long value, long one, long other) {
        return value == one ? other : value == other ? one : value;
    }

    /// Whose edits these are.
    int mover() {
        return mover;
    }

    /// Why the party has no edits.
    ///
    /// @return a clause, or null if it has
    @Nullable String whyNot() {
        return whyNot;
    }

    /// How many edits there are.
    int size() {
        return edits.size();
    }

    /// An edit.
    Edit edit(int index) {
        return edits.get(index);
    }

    /// The scores after an edit, higher is better.
    IntToLongFunction score(int index) {
        return scores.get(index);
    }

    /// Which of the party's moves pay is the same after all edits of a class.
    int payingClass(int index) {
        return payingClass.get(index);
    }

    /// The scores after some edit of a class.
    IntToLongFunction scoreOfClass(int payingClass) {
        return scores.get(classExamples.get(payingClass));
    }
}
