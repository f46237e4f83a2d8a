// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.Region;
import org.detente.model.Setting;
import org.detente.model.Term;

/// All that statements can speak of: every option and every term of a case, with conditions on
/// their levels. A term's level is -1 where there is no agreement; an atom on it is false then.
final class StatedWorld {
    /// The level of a term outside any agreement.
    static final int ABSENT = -1;

    private final CompiledCase model;
    private final Case source;
    private final List<PackageItem> items;
    private final Map<String, int[]> outcomes = new HashMap<>();
    private final Map<ItemRef, Integer> indices = new HashMap<>();

    StatedWorld(CompiledCase model) {
        this.model = model;
        this.source = model.source();
        List<PackageItem> found = new ArrayList<>();
        StateSpace space = model.space();
        for (int k = 0; k < space.optionCount(); k++) {
            Option option = space.options().get(k);
            found.add(
                    new PackageItem(
                            option.ref(),
                            option.label(),
                            option.levels(),
                            space.level(model.now(), k),
                            option.basis()));
        }
        Agreement agreement = source.agreement();
        for (Term term : agreement == null ? List.<Term>of() : agreement.terms()) {
            String text = term.text();
            found.add(
                    new PackageItem(
                            term.ref(),
                            text == null ? term.ref().name() : text,
                            term.levels(),
                            0,
                            term.basis()));
        }
        this.items = List.copyOf(found);
        for (int k = 0; k < items.size(); k++) {
            indices.put(items.get(k).ref(), k);
        }
    }

    CompiledCase model() {
        return model;
    }

    Case source() {
        return source;
    }

    List<PackageItem> items() {
        return items;
    }

    int indexOf(ItemRef ref) {
        return indices.getOrDefault(ref, -1);
    }

    /// The items that a condition mentions, ascending.
    List<Integer> mentions(Condition condition) {
        Set<Integer> mentioned = new TreeSet<>();
        Mentions.of(source, condition).forEach(ref -> mentioned.add(indexOf(ref)));
        mentioned.remove(-1);
        return List.copyOf(mentioned);
    }

    /// Where things stand, all terms at their first level.
    int[] now() {
        return items.stream().mapToInt(PackageItem::nowIndex).toArray();
    }

    /// A state, outside any agreement.
    int[] outside(int state) {
        int[] levels = new int[items.size()];
        for (int k = 0; k < levels.length; k++) {
            levels[k] = k < model.space().optionCount() ? model.space().level(state, k) : ABSENT;
        }
        return levels;
    }

    /// Where an outcome is valued.
    ///
    /// @throws IllegalArgumentException if it cannot be reached from now
    int[] outcome(String id) {
        return outcomes.computeIfAbsent(id, this::found).clone();
    }

    private int[] found(String id) {
        OutcomePoint point = model.pointOf(java.util.Objects.requireNonNull(source.outcome(id)));
        if (point == null) {
            throw new IllegalArgumentException(
                    "the outcome %s cannot be reached from now".formatted(id));
        }
        return outside(point.state());
    }

    /// The package that these levels make, all else at `now`.
    int[] bundle(List<Setting> settings) {
        int[] levels = now();
        for (Setting setting : settings) {
            int item = indexOf(setting.item());
            levels[item] = items.get(item).levelIndex(setting.level());
        }
        return levels;
    }

    /// Whether a condition holds.
    boolean holds(Condition condition, int[] levels) {
        return switch (condition) {
            case Condition.Compare(ItemRef item, Condition.Comparison comparison, String level) -> {
                int index = indexOf(item);
                yield index >= 0
                        && levels[index] != ABSENT
                        && comparison.test(levels[index], items.get(index).levelIndex(level));
            }
            case Condition.In(ItemRef item, List<String> names) -> {
                int index = indexOf(item);
                yield index >= 0
                        && levels[index] != ABSENT
                        && names.contains(items.get(index).levels().get(levels[index]).name());
            }
            case Condition.Holds(ItemRef item) ->
                    holds(
                            new Condition.Compare(item, Condition.Comparison.EQUAL, Level.YES),
                            levels);
            case Condition.InOutcome(String outcome) -> inOutcome(outcome, levels);
            case Condition.Not(Condition operand) -> !holds(operand, levels);
            case Condition.And(List<Condition> operands) ->
                    operands.stream().allMatch(o -> holds(o, levels));
            case Condition.Or(List<Condition> operands) ->
                    operands.stream().anyMatch(o -> holds(o, levels));
            case Condition.Implies(Condition premise, Condition conclusion) ->
                    !holds(premise, levels) || holds(conclusion, levels);
            case Condition.Iff(Condition left, Condition right) ->
                    holds(left, levels) == holds(right, levels);
        };
    }

    private boolean inOutcome(String id, int[] levels) {
        Outcome outcome = java.util.Objects.requireNonNull(source.outcome(id));
        return switch (outcome.region()) {
            case Region.When(Condition condition) -> holds(condition, levels);
            case Region.Otherwise() ->
                    source.outcomes().stream()
                            .noneMatch(o ->
                                    o.region() instanceof Region.When(Condition condition)
                                            && holds(condition, levels));
        };
    }
}
