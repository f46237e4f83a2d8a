// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Basis;
import org.detente.model.Condition;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.Preferences;
import org.detente.model.Statement;
import org.jspecify.annotations.Nullable;

/// One change of what a party states about its order. Positions count from 0, the most important
/// statement or the best group first.
public sealed interface Edit {
    /// A statement of an `order` is put elsewhere.
    ///
    /// @param from its position
    /// @param to its position afterwards
    record Moved(int from, int to) implements Edit {}

    /// A statement of an `order` no longer counts.
    ///
    /// @param index its position
    record Dropped(int index) implements Edit {}

    /// One more statement counts.
    ///
    /// @param condition what it says
    /// @param at its position afterwards
    record Added(Condition condition, int at) implements Edit {}

    /// Two neighbouring groups of a `ranking` change places.
    ///
    /// @param upper the position of the better of the two
    record GroupsSwapped(int upper) implements Edit {}

    /// Two states of a `ranking` change places.
    ///
    /// @param better the state ranked higher until then
    /// @param worse the other
    record StatesSwapped(int better, int worse) implements Edit {}

    /// What a party states once this is done. Only the part that is changed is in the result, so
    /// that it can override what the case says.
    ///
    /// @param party the party's id
    /// @param stated what it states, or null if that is nothing
    /// @return an order or a ranking
    /// @throws IllegalArgumentException if there is no ranking to swap in
    default Preferences applied(String party, @Nullable Preferences stated) {
        return switch (this) {
            case Moved(int from, int to) -> {
                List<Statement> statements = statements(stated);
                statements.add(to, statements.remove(from));
                yield order(party, statements);
            }
            case Dropped(int index) -> {
                List<Statement> statements = statements(stated);
                statements.remove(index);
                yield order(party, statements);
            }
            case Added(Condition condition, int at) -> {
                List<Statement> statements = statements(stated);
                statements.add(at, new Statement(condition, Basis.ASSUMED));
                yield order(party, statements);
            }
            case GroupsSwapped(int upper) -> {
                Ranking ranking = ranking(stated);
                List<List<Integer>> groups = new ArrayList<>(ranking.groups());
                groups.add(upper, groups.remove(upper + 1));
                yield new Preferences(party, List.of(new Ranking(groups, ranking.basis())));
            }
            case StatesSwapped(int better, int worse) -> {
                Ranking ranking = ranking(stated);
                List<List<Integer>> groups = new ArrayList<>();
                for (List<Integer> group : ranking.groups()) {
                    groups.add(
                            group.stream()
                                    .map(s -> s == better ? worse : s == worse ? better : s)
                                    .toList());
                }
                yield new Preferences(party, List.of(new Ranking(groups, ranking.basis())));
            }
        };
    }

    private static Preferences order(String party, List<Statement> statements) {
        return new Preferences(party, List.of(new Order(statements)));
    }

    private static List<Statement> statements(@Nullable Preferences stated) {
        Order order = stated == null ? null : stated.part(Order.class);
        return new ArrayList<>(order == null ? List.of() : order.statements());
    }

    private static Ranking ranking(@Nullable Preferences stated) {
        Ranking ranking = stated == null ? null : stated.part(Ranking.class);
        if (ranking == null) {
            throw new IllegalArgumentException("the party states no ranking");
        }
        return ranking;
    }
}
