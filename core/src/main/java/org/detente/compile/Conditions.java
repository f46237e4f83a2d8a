// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Outcome;
import org.detente.model.Region;
import org.jspecify.annotations.Nullable;

/// Evaluates conditions over all states of a space at once, 64 states a word.
///
/// An atom on a term is false in every state: terms exist only inside an agreement. Outcomes are
/// evaluated once and kept, and so are atoms of products of up to 2^22 states while they take no
/// more than 16 MB. Safe for use by several threads.
public final class Conditions {
    private static final int MOST_STATES_OF_KEPT_ATOMS = 1 << 22;
    private static final int MOST_KEPT_WORDS = 1 << 21;

    private final StateSpace space;
    private final Case source;
    private final Map<String, StateSet> outcomes = new ConcurrentHashMap<>();
    private final Map<ItemRef, Integer> optionOf = new HashMap<>();
    private final Map<Levels, StateSet> atoms = new ConcurrentHashMap<>();
    private final boolean keepsAtoms;

    /// Conditions of a case over its space.
    ///
    /// @param space the space
    /// @param source the case; outcomes must not refer to themselves
    public Conditions(StateSpace space, Case source) {
        this.space = space;
        this.source = source;
        this.keepsAtoms = space.product() <= MOST_STATES_OF_KEPT_ATOMS;
        for (int option = 0; option < space.optionCount(); option++) {
            optionOf.put(space.options().get(option).ref(), option);
        }
    }

    /// The states where a condition holds, feasible or not.
    ///
    /// @param condition the condition
    /// @return a set that the caller may change
    public StateSet where(Condition condition) {
        return switch (condition) {
            case Condition.Compare _, Condition.In _, Condition.Holds _ -> {
                StateSet states = shared(condition);
                yield keepsAtoms ? states.copy() : states;
            }
            case Condition.InOutcome(String outcome) -> outcome(outcome).copy();
            case Condition.Not(Condition operand) -> where(operand).not();
            case Condition.And(List<Condition> operands) -> {
                StateSet told = together(operands);
                if (told != null) {
                    yield told;
                }
                StateSet result = where(operands.getFirst());
                operands.stream().skip(1).forEach(o -> result.and(shared(o)));
                yield result;
            }
            case Condition.Or(List<Condition> operands) -> {
                StateSet result = where(operands.getFirst());
                operands.stream().skip(1).forEach(o -> result.or(shared(o)));
                yield result;
            }
            case Condition.Implies(Condition premise, Condition conclusion) ->
                    where(premise).not().or(shared(conclusion));
            case Condition.Iff(Condition left, Condition right) -> {
                StateSet a = where(left);
                StateSet b = shared(right);
                StateSet both = a.copy().and(b);
                yield a.or(b).not().or(both);
            }
        };
    }

    /// The same as [#where], for reading only.
    private StateSet shared(Condition condition) {
        if (condition instanceof Condition.InOutcome(String outcome)) {
            return outcome(outcome);
        }
        Levels levels = levels(condition);
        return levels == null ? where(condition) : states(levels);
    }

    private StateSet states(Levels levels) {
        StateSet known = atoms.get(levels);
        if (known == null) {
            known = levels.states(space);
            if (keepsAtoms && (long) (atoms.size() + 1) * known.wordCount() <= MOST_KEPT_WORDS) {
                atoms.put(levels, known);
            }
        }
        return known;
    }

    private @Nullable StateSet together(List<Condition> operands) {
        List<Levels> all = new ArrayList<>();
        for (Condition operand : operands) {
            Levels levels = levels(operand);
            if (levels == null) {
                return null;
            }
            all.add(levels);
        }
        return Levels.together(all, space);
    }

    /// What an atom or its negation says, or null if the condition is another.
    private @Nullable Levels levels(Condition condition) {
        return switch (condition) {
            case Condition.Compare(ItemRef item, Condition.Comparison comparison, String level) ->
                    levels(
                            item,
                            (option, i) -> comparison.test(i, space.levelIndex(option, level)));
            case Condition.In(ItemRef item, List<String> levels) ->
                    levels(item, (option, i) -> levels.contains(levelName(option, i)));
            case Condition.Holds(ItemRef item) ->
                    levels(item, (option, i) -> levelName(option, i).equals(Level.YES));
            case Condition.Not(Condition operand) -> {
                Levels levels = levels(operand);
                yield levels == null ? null : levels.others(space);
            }
            case Condition.InOutcome _,
                    Condition.And _,
                    Condition.Or _,
                    Condition.Implies _,
                    Condition.Iff _ ->
                    null;
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

    private String levelName(int option, int levelIndex) {
        return space.options().get(option).levels().get(levelIndex).name();
    }

    /// Which levels of an option count.
    private interface Wanted {
        boolean test(int option, int level);
    }

    private Levels levels(ItemRef item, Wanted wanted) {
        Integer option = optionOf.get(item);
        if (option == null) {
            return Levels.NOWHERE;
        }
        BitSet chosen = new BitSet();
        for (int level = 0; level < space.radix(option); level++) {
            chosen.set(level, wanted.test(option, level));
        }
        return new Levels(option, chosen);
    }
}
