// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Outcome;
import org.detente.model.Region;

/// Evaluates conditions over all states of a space at once, 64 states a word.
///
/// An atom on a term is false in every state: terms exist only inside an agreement. Outcomes are
/// evaluated once and kept.
public final class Conditions {
    private final StateSpace space;
    private final Case source;
    private final Map<String, StateSet> outcomes = new HashMap<>();

    /// Conditions of a case over its space.
    ///
    /// @param space the space
    /// @param source the case; outcomes must not refer to themselves
    public Conditions(StateSpace space, Case source) {
        this.space = space;
        this.source = source;
    }

    /// The states where a condition holds, feasible or not.
    ///
    /// @param condition the condition
    /// @return a set that the caller may change
    public StateSet where(Condition condition) {
        return switch (condition) {
            case Condition.Compare(ItemRef item, Condition.Comparison comparison, String level) ->
                    atLevels(item, i -> comparison.test(i, levelIndex(item, level)));
            case Condition.In(ItemRef item, List<String> levels) ->
                    atLevels(item, i -> levels.contains(levelName(item, i)));
            case Condition.Holds(ItemRef item) ->
                    atLevels(item, i -> levelName(item, i).equals(Level.YES));
            case Condition.InOutcome(String outcome) -> outcome(outcome).copy();
            case Condition.Not(Condition operand) -> where(operand).not();
            case Condition.And(List<Condition> operands) -> {
                StateSet result = where(operands.getFirst());
                operands.stream().skip(1).forEach(o -> result.and(where(o)));
                yield result;
            }
            case Condition.Or(List<Condition> operands) -> {
                StateSet result = where(operands.getFirst());
                operands.stream().skip(1).forEach(o -> result.or(where(o)));
                yield result;
            }
            case Condition.Implies(Condition premise, Condition conclusion) ->
                    where(premise).not().or(where(conclusion));
            case Condition.Iff(Condition left, Condition right) -> {
                StateSet a = where(left);
                StateSet b = where(right);
                StateSet both = a.copy().and(b);
                yield a.or(b).not().or(both);
            }
        };
    }

    /// The states of a named outcome, feasible or not.
    ///
    /// @param id the outcome's id
    /// @return the set, shared: must not be changed
    public StateSet outcome(String id) {
        StateSet known = outcomes.get(id);
        if (known != null) {
            return known;
        }
        Outcome outcome = source.outcome(id);
        if (outcome == null) {
            throw new IllegalArgumentException("no outcome '%s' in this case".formatted(id));
        }
        StateSet states =
                switch (outcome.region()) {
                    case Region.When(Condition condition) -> where(condition);
                    case Region.Otherwise() -> outsideAllOthers(id);
                };
        outcomes.put(id, states);
        return states;
    }

    private StateSet outsideAllOthers(String id) {
        StateSet covered = StateSet.none(space.product());
        for (Outcome other : source.outcomes()) {
            if (!other.id().equals(id)) {
                covered.or(outcome(other.id()));
            }
        }
        return covered.not();
    }

    private int levelIndex(ItemRef item, String level) {
        int option = space.indexOf(item);
        return option < 0 ? -1 : space.levelIndex(option, level);
    }

    private String levelName(ItemRef item, int levelIndex) {
        return space.options().get(space.indexOf(item)).levels().get(levelIndex).name();
    }

    private StateSet atLevels(ItemRef item, IntPredicate wanted) {
        int option = space.indexOf(item);
        return option < 0 ? StateSet.none(space.product()) : space.statesAt(option, wanted);
    }
}
