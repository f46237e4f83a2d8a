// SPDX-License-Identifier: Apache-2.0
package org.detente.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Lottery;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Region;
import org.detente.model.Setting;
import org.detente.model.Term;
import org.detente.model.Unseen;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// Conditions, points and moves of a case from the definition, one situation at a time: a level
/// index for each option, and one for each term or null outside an agreement. Shares no code with
/// what is compiled. For cases with exact numbers whose options all stand at their first level now.
public final class PlainPoints {
    private final Case source;
    private final Agreement agreement;

    /// The points of a case.
    ///
    /// @param source a case with an agreement
    public PlainPoints(Case source) {
        this.source = source;
        this.agreement = Objects.requireNonNull(source.agreement());
    }

    /// The status quo.
    ///
    /// @return a new array
    public int[] now() {
        return new int[source.options().size()];
    }

    private List<Level> levels(ItemRef item) {
        for (Option option : source.options()) {
            if (option.ref().equals(item)) {
                return option.levels();
            }
        }
        for (Term term : agreement.terms()) {
            if (term.ref().equals(item)) {
                return term.levels();
            }
        }
        throw new IllegalArgumentException("no item " + item);
    }

    private int at(ItemRef item, int[] options, int @Nullable [] terms) {
        for (int k = 0; k < options.length; k++) {
            if (source.options().get(k).ref().equals(item)) {
                return options[k];
            }
        }
        for (int k = 0; terms != null && k < terms.length; k++) {
            if (agreement.terms().get(k).ref().equals(item)) {
                return terms[k];
            }
        }
        return -1;
    }

    private int index(ItemRef item, String name) {
        List<Level> levels = levels(item);
        for (int k = 0; k < levels.size(); k++) {
            if (levels.get(k).name().equals(name)) {
                return k;
            }
        }
        throw new IllegalArgumentException(item + " has no level " + name);
    }

    /// Whether a condition holds. Whatever is said of a term is false outside an agreement.
    ///
    /// @param condition the condition
    /// @param options levels
    /// @param terms levels, or null outside an agreement
    /// @return true if it does
    public boolean holds(Condition condition, int[] options, int @Nullable [] terms) {
        return switch (condition) {
            case Condition.Compare(var item, var comparison, var level) -> {
                int actual = at(item, options, terms);
                yield actual >= 0 && comparison.test(actual, index(item, level));
            }
            case Condition.In(var item, var names) -> {
                int actual = at(item, options, terms);
                yield actual >= 0 && names.contains(levels(item).get(actual).name());
            }
            case Condition.Holds(var item) -> {
                int actual = at(item, options, terms);
                yield actual >= 0 && levels(item).get(actual).name().equals(Level.YES);
            }
            case Condition.InOutcome(var id) -> inOutcome(id, options, terms);
            case Condition.Not(var operand) -> !holds(operand, options, terms);
            case Condition.And(var all) -> all.stream().allMatch(c -> holds(c, options, terms));
            case Condition.Or(var any) -> any.stream().anyMatch(c -> holds(c, options, terms));
            case Condition.Implies(var premise, var conclusion) ->
                    !holds(premise, options, terms) || holds(conclusion, options, terms);
            case Condition.Iff(var left, var right) ->
                    holds(left, options, terms) == holds(right, options, terms);
        };
    }

    private boolean inOutcome(String id, int[] options, int @Nullable [] terms) {
        return switch (Objects.requireNonNull(source.outcome(id)).region()) {
            case Region.When(var condition) -> holds(condition, options, terms);
            case Region.Otherwise() ->
                    source.outcomes().stream()
                            .filter(o -> !o.id().equals(id))
                            .noneMatch(o -> inOutcome(o.id(), options, terms));
        };
    }

    private static double number(@Nullable Figure figure) {
        if (figure != null && figure.quantity() instanceof Quantity.Exact(double value, _)) {
            return value;
        }
        throw new IllegalArgumentException("not exact: " + figure);
    }

    /// A party's discount factor.
    ///
    /// @param party its id
    /// @return what the case states
    public double patience(String party) {
        return number(Objects.requireNonNull(source.time()).patience().get(party));
    }

    /// What a situation is worth to a party for certain, with what is paid once.
    ///
    /// @param party its id
    /// @param options levels
    /// @param terms levels, or null outside an agreement
    /// @return points per step
    public double points(String party, int[] options, int @Nullable [] terms) {
        double sum = 0;
        Preferences preferences = source.preferencesOf(party);
        if (preferences == null) {
            return 0;
        }
        PreferencePart.Values values = preferences.part(PreferencePart.Values.class);
        for (Worth worth : values == null ? List.<Worth>of() : values.worths()) {
            switch (worth) {
                case Worth.OfItem(var item, var byLevel) -> {
                    int actual = at(item, options, terms);
                    for (Worth.LevelWorth level : byLevel) {
                        sum += index(item, level.level()) == actual ? number(level.points()) : 0;
                    }
                }
                case Worth.OfCondition(var condition, var figure) ->
                        sum += holds(condition, options, terms) ? number(figure) : 0;
            }
        }
        PreferencePart.Once once = preferences.part(PreferencePart.Once.class);
        if (once != null) {
            for (Worth.OfCondition amount : once.amounts()) {
                if (holds(amount.condition(), options, terms)
                        && !holds(amount.condition(), now(), null)) {
                    sum += (1 - patience(party)) * number(amount.points());
                }
            }
        }
        return sum;
    }

    /// What a situation is worth to a party, with what may happen meanwhile and what remains
    /// possible.
    ///
    /// @param party its id
    /// @param options levels
    /// @param terms levels, or null outside an agreement
    /// @return expected points per step
    public double worth(String party, int[] options, int @Nullable [] terms) {
        double expected = meanwhile(party, options, terms, 0);
        Lottery risk = agreement.beliefs().risk();
        if (risk == null) {
            return expected;
        }
        double kept = 1;
        double atRisk = 0;
        for (Lottery.Chance chance : risk.chances()) {
            double share = number(chance.share());
            kept -= share;
            atRisk += share * atOutcome(party, chance.outcome());
        }
        return kept * expected + atRisk;
    }

    private double meanwhile(String party, int[] options, int @Nullable [] terms, int from) {
        List<Agreement.Meanwhile> all = agreement.beliefs().meanwhile();
        if (from == all.size()) {
            return points(party, options, terms);
        }
        Agreement.Meanwhile one = all.get(from);
        int option = optionIndex(one.option());
        double rest = 1;
        double sum = 0;
        if (options[option] == now()[option]) {
            for (Agreement.LevelChance chance : one.levels()) {
                int[] moved = options.clone();
                moved[option] = index(one.option(), chance.level());
                double share = number(chance.probability());
                sum += share * meanwhile(party, moved, terms, from + 1);
                rest -= share;
            }
        }
        return sum + rest * meanwhile(party, options, terms, from + 1);
    }

    /// The index of an option.
    ///
    /// @param ref the option
    /// @return its index in the order written
    public int optionIndex(ItemRef ref) {
        for (int k = 0; k < source.options().size(); k++) {
            if (source.options().get(k).ref().equals(ref)) {
                return k;
            }
        }
        throw new IllegalArgumentException("no option " + ref);
    }

    private double atOutcome(String party, String id) {
        Outcome outcome = Objects.requireNonNull(source.outcome(id));
        int[] options = now();
        for (Setting setting : outcome.at()) {
            options[optionIndex(setting.item())] = index(setting.item(), setting.level());
        }
        return points(party, options, null);
    }

    /// Whether no rule forbids a situation outside an agreement.
    ///
    /// @param options levels
    /// @return true if it can be
    public boolean feasible(int[] options) {
        return source.rules().stream().noneMatch(r -> holds(r.never(), options, null));
    }

    /// Whether a party sees a situation.
    ///
    /// @param party its id
    /// @param options levels
    /// @return false if the case says that it does not
    public boolean sees(String party, int[] options) {
        for (Unseen unseen : source.unseen()) {
            if (unseen.party().equals(party) && holds(unseen.states(), options, null)) {
                return false;
            }
        }
        return true;
    }

    /// Where a party can go in one step: R_i.
    ///
    /// @param party its id
    /// @param from levels
    /// @return all other situations it can bring about, by changing its own options
    public List<int[]> moves(String party, int[] from) {
        List<int[]> found = new ArrayList<>();
        if (feasible(from) && sees(party, from)) {
            move(party, from, from.clone(), 0, found);
        }
        return found;
    }

    private void move(String party, int[] from, int[] to, int option, List<int[]> found) {
        if (option == from.length) {
            if (!java.util.Arrays.equals(from, to) && feasible(to) && sees(party, to)) {
                found.add(to.clone());
            }
            return;
        }
        Option own = source.options().get(option);
        if (!own.ref().party().equals(party)) {
            move(party, from, to, option + 1, found);
            return;
        }
        for (int level = 0; level < own.levels().size(); level++) {
            boolean right =
                    switch (own.moves()) {
                        case BOTH -> true;
                        case UP -> level >= from[option];
                        case DOWN -> level <= from[option];
                    };
            if (right) {
                to[option] = level;
                move(party, from, to, option + 1, found);
            }
        }
        to[option] = from[option];
    }
}
