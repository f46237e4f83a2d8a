// SPDX-License-Identifier: Apache-2.0
package org.detente.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Condition.Comparison;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Region;
import org.detente.model.Rule;
import org.detente.model.Setting;
import org.detente.model.Statement;
import org.detente.model.Unseen;

/// Random cases with conditions of every kind, for laws that need a whole case.
public final class RandomCase {
    private static final List<Comparison> COMPARISONS = List.of(Comparison.values());

    private final RandomGenerator random;
    private final List<Option> options;

    private RandomCase(RandomGenerator random, List<Option> options) {
        this.random = random;
        this.options = options;
    }

    /// A case with rules, states some party does not see, two outcomes, and `order` preferences.
    /// The status quo is feasible.
    ///
    /// @param random where chance comes from
    /// @param mostStates the largest product
    /// @param mostStatements the longest order
    /// @return the case
    public static Case of(RandomGenerator random, int mostStates, int mostStatements) {
        List<Option> options = RandomModel.of(random, mostStates).space().options();
        return new RandomCase(random, options).make(mostStatements);
    }

    private Case make(int mostStatements) {
        Case bare = RandomModel.caseOf(options);
        List<Setting> now = new ArrayList<>();
        for (Option option : options) {
            now.add(new Setting(option.ref(), level(option).name()));
        }
        List<Rule> rules = new ArrayList<>();
        List<Condition> nowHolds = new ArrayList<>();
        for (Setting setting : now) {
            nowHolds.add(new Condition.Compare(setting.item(), Comparison.EQUAL, setting.level()));
        }
        Condition atNow = nowHolds.size() == 1 ? nowHolds.getFirst() : new Condition.And(nowHolds);
        for (int k = random.nextInt(3); k > 0; k--) {
            Condition never =
                    new Condition.And(List.of(condition(2, false), new Condition.Not(atNow)));
            rules.add(new Rule("r" + k, never, Basis.ASSUMED));
        }
        List<Outcome> outcomes = List.of(outcome("first", condition(2, false)), otherwise("rest"));
        List<Preferences> preferences = new ArrayList<>();
        List<Unseen> unseen = new ArrayList<>();
        for (var party : bare.parties()) {
            List<Statement> order = new ArrayList<>();
            for (int k = random.nextInt(1, mostStatements + 1); k > 0; k--) {
                order.add(new Statement(condition(3, true), Basis.ASSUMED));
            }
            preferences.add(new Preferences(party.id(), List.of(new PreferencePart.Order(order))));
            if (random.nextInt(4) == 0) {
                unseen.add(new Unseen(party.id(), condition(2, true), Basis.ASSUMED));
            }
        }
        return new Case(
                1,
                "a random case",
                null,
                null,
                null,
                List.of(),
                List.of(),
                bare.parties(),
                options,
                rules,
                outcomes,
                now,
                List.of(),
                preferences,
                null,
                null,
                List.of(),
                unseen,
                List.of(),
                List.of());
    }

    private static Outcome outcome(String id, Condition condition) {
        return new Outcome(id, null, new Region.When(condition), List.of(), false, Basis.ASSUMED);
    }

    private static Outcome otherwise(String id) {
        return new Outcome(id, null, new Region.Otherwise(), List.of(), false, Basis.ASSUMED);
    }

    /// A random condition over the options of a case and, if there, its outcomes.
    ///
    /// @param random where chance comes from
    /// @param source the case
    /// @param depth how deep it may nest
    /// @return the condition
    public static Condition condition(RandomGenerator random, Case source, int depth) {
        return new RandomCase(random, source.options())
                .condition(depth, !source.outcomes().isEmpty());
    }

    private Condition condition(int depth, boolean withOutcomes) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return atom(withOutcomes);
        }
        return switch (random.nextInt(5)) {
            case 0 -> new Condition.Not(condition(depth - 1, withOutcomes));
            case 1 -> new Condition.And(several(depth - 1, withOutcomes));
            case 2 -> new Condition.Or(several(depth - 1, withOutcomes));
            case 3 ->
                    new Condition.Implies(
                            condition(depth - 1, withOutcomes), condition(depth - 1, withOutcomes));
            default ->
                    new Condition.Iff(
                            condition(depth - 1, withOutcomes), condition(depth - 1, withOutcomes));
        };
    }

    private List<Condition> several(int depth, boolean withOutcomes) {
        List<Condition> operands = new ArrayList<>();
        for (int k = random.nextInt(2, 4); k > 0; k--) {
            operands.add(condition(depth, withOutcomes));
        }
        return operands;
    }

    private Condition atom(boolean withOutcomes) {
        Option option = options.get(random.nextInt(options.size()));
        return switch (random.nextInt(withOutcomes ? 10 : 9)) {
            case 0, 1 ->
                    new Condition.In(
                            option.ref(), List.of(level(option).name(), level(option).name()));
            case 2 -> new Condition.Holds(option.ref());
            case 3 ->
                    new Condition.Compare(new ItemRef.TermRef("term"), Comparison.EQUAL, Level.YES);
            case 9 -> new Condition.InOutcome(random.nextBoolean() ? "first" : "rest");
            default ->
                    new Condition.Compare(
                            option.ref(),
                            COMPARISONS.get(random.nextInt(COMPARISONS.size())),
                            level(option).name());
        };
    }

    private Level level(Option option) {
        return option.levels().get(random.nextInt(option.levels().size()));
    }
}
