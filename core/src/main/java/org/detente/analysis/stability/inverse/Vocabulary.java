// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.model.Condition;
import org.detente.model.Condition.Comparison;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Outcome;

/// The statements that a party might make in addition: every option at a level, or at that level or
/// a later one, every named outcome, and the negations of all these.
///
/// Of statements that hold in the same feasible states the first is kept; those that hold
/// everywhere or nowhere are left out, since they tell no states apart.
final class Vocabulary {
    private final List<Condition> conditions;
    private final List<StateSet> holds;

    private Vocabulary(SequencedMap<StateSet, Condition> byStates) {
        this.conditions = List.copyOf(byStates.sequencedValues());
        this.holds = List.copyOf(byStates.sequencedKeySet());
    }

    /// The vocabulary of a case.
    static Vocabulary of(CompiledCase model) {
        List<Condition> atoms = new ArrayList<>();
        for (Option option : model.space().options()) {
            if (option.yesNo()) {
                atoms.add(new Condition.Holds(option.ref()));
                continue;
            }
            for (Level level : option.levels()) {
                atoms.add(new Condition.Compare(option.ref(), Comparison.EQUAL, level.name()));
                atoms.add(new Condition.Compare(option.ref(), Comparison.AT_LEAST, level.name()));
            }
        }
        for (Outcome outcome : model.source().outcomes()) {
            atoms.add(new Condition.InOutcome(outcome.id()));
        }
        SequencedMap<StateSet, Condition> byStates = new LinkedHashMap<>();
        for (Condition atom : atoms) {
            keep(byStates, model, atom);
        }
        for (Condition atom : atoms) {
            keep(byStates, model, new Condition.Not(atom));
        }
        return new Vocabulary(byStates);
    }

    private static void keep(
            SequencedMap<StateSet, Condition> byStates, CompiledCase model, Condition condition) {
        StateSet states = model.where(condition).and(model.feasible());
        int count = states.count();
        if (count > 0 && count < model.feasible().count()) {
            byStates.putIfAbsent(states, condition);
        }
    }

    /// How many statements there are.
    int size() {
        return conditions.size();
    }

    /// A statement.
    Condition condition(int index) {
        return conditions.get(index);
    }

    /// The feasible states in which a statement holds.
    StateSet holds(int index) {
        return holds.get(index);
    }
}
