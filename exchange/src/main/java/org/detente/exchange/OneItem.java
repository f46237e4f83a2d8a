// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.jspecify.annotations.Nullable;

/// Conditions that speak of a single option or term.
final class OneItem {
    private OneItem() {}

    /// The one item a condition speaks of, or null if it speaks of several or of an outcome.
    static @Nullable ItemRef of(Condition condition) {
        Set<ItemRef> items = new HashSet<>();
        return collect(condition, items) && items.size() == 1 ? items.iterator().next() : null;
    }

    private static boolean collect(Condition condition, Set<ItemRef> items) {
        return switch (condition) {
            case Condition.Compare(ItemRef item, _, _) -> add(items, item);
            case Condition.In(ItemRef item, _) -> add(items, item);
            case Condition.Holds(ItemRef item) -> add(items, item);
            case Condition.InOutcome _ -> false;
            case Condition.Not(Condition operand) -> collect(operand, items);
            case Condition.And(List<Condition> operands) -> collect(operands, items);
            case Condition.Or(List<Condition> operands) -> collect(operands, items);
            case Condition.Implies(Condition left, Condition right) ->
                    collect(List.of(left, right), items);
            case Condition.Iff(Condition left, Condition right) ->
                    collect(List.of(left, right), items);
        };
    }

    private static boolean add(Set<ItemRef> items, ItemRef item) {
        items.add(item);
        return true;
    }

    private static boolean collect(List<Condition> operands, Set<ItemRef> items) {
        boolean plain = true;
        for (Condition operand : operands) {
            plain &= collect(operand, items);
        }
        return plain;
    }

    /// Whether a condition on one item holds at one of its levels.
    static boolean holds(Condition condition, List<String> levels, int level) {
        return switch (condition) {
            case Condition.Compare(_, var comparison, String wanted) ->
                    comparison.test(level, levels.indexOf(wanted));
            case Condition.In(_, List<String> wanted) -> wanted.contains(levels.get(level));
            case Condition.Holds _ -> levels.get(level).equals(Level.YES);
            case Condition.InOutcome _ -> false;
            case Condition.Not(Condition operand) -> !holds(operand, levels, level);
            case Condition.And(List<Condition> operands) ->
                    operands.stream().allMatch(o -> holds(o, levels, level));
            case Condition.Or(List<Condition> operands) ->
                    operands.stream().anyMatch(o -> holds(o, levels, level));
            case Condition.Implies(Condition left, Condition right) ->
                    !holds(left, levels, level) || holds(right, levels, level);
            case Condition.Iff(Condition left, Condition right) ->
                    holds(left, levels, level) == holds(right, levels, level);
        };
    }
}
