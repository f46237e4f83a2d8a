// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Fallback;
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
import org.detente.model.Rule;
import org.detente.model.Statement;
import org.detente.model.Term;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// The bargaining problem from the definition, package by package, on maps of names: shares no code
/// with the form, the kernel or the solutions. For cases whose numbers are exact and whose options
/// all stand at their first level now.
final class AgreementTwin {
    private final Case source;
    private final Agreement agreement;
    private final Map<ItemRef, List<Level>> levels = new HashMap<>();

    /// A package that is acceptable to all.
    ///
    /// @param levels the levels' names by item
    /// @param gains by signatory
    record Acceptable(Map<ItemRef, String> levels, List<Double> gains) {}

    AgreementTwin(Case source) {
        this.source = source;
        this.agreement = Objects.requireNonNull(source.agreement());
        for (Option option : source.options()) {
            levels.put(option.ref(), option.levels());
        }
        for (Term term : agreement.terms()) {
            levels.put(term.ref(), term.levels());
        }
    }

    /// Every acceptable package.
    List<Acceptable> acceptable() {
        List<ItemRef> items = new ArrayList<>(agreement.covers());
        agreement.terms().forEach(t -> items.add(t.ref()));
        Set<Map<ItemRef, String>> reachable = reachable();
        List<Acceptable> found = new ArrayList<>();
        for (Map<ItemRef, String> one : packages(items)) {
            Map<ItemRef, String> state = now();
            one.forEach((item, level) -> {
                if (item instanceof ItemRef.OptionRef) {
                    state.put(item, level);
                }
            });
            Map<ItemRef, String> whole = new HashMap<>(state);
            whole.putAll(one);
            if (reachable.contains(state) && !banned(whole)) {
                List<Double> gains = gains(whole);
                if (gains != null) {
                    found.add(new Acceptable(one, gains));
                }
            }
        }
        return found;
    }

    private List<Map<ItemRef, String>> packages(List<ItemRef> items) {
        List<Map<ItemRef, String>> packages = new ArrayList<>();
        packages.add(new HashMap<>());
        for (ItemRef item : items) {
            List<Map<ItemRef, String>> longer = new ArrayList<>();
            for (Map<ItemRef, String> shorter : packages) {
                for (Level level : levelsOf(item)) {
                    Map<ItemRef, String> next = new HashMap<>(shorter);
                    next.put(item, level.name());
                    longer.add(next);
                }
            }
            packages = longer;
        }
        return packages;
    }

    private List<Level> levelsOf(ItemRef item) {
        return Objects.requireNonNull(levels.get(item));
    }

    private Map<ItemRef, String> now() {
        Map<ItemRef, String> now = new HashMap<>();
        source.options().forEach(o -> now.put(o.ref(), o.levels().getFirst().name()));
        return now;
    }

    private boolean banned(Map<ItemRef, String> whole) {
        List<Rule> rules = new ArrayList<>(agreement.rules());
        rules.addAll(source.rules());
        for (Rule rule : rules) {
            if (holds(rule.never(), whole)) {
                return true;
            }
        }
        List<String> deciding = new ArrayList<>(agreement.between());
        deciding.addAll(agreement.ratify().keySet());
        for (String party : deciding) {
            Preferences preferences = source.preferencesOf(party);
            PreferencePart.RedLines lines =
                    preferences == null ? null : preferences.part(PreferencePart.RedLines.class);
            if (lines != null) {
                for (Statement line : lines.lines()) {
                    if (holds(line.condition(), whole)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// The feasible states that the signatories can reach, one party moving at a time.
    private Set<Map<ItemRef, String>> reachable() {
        Set<Map<ItemRef, String>> reached = new HashSet<>();
        ArrayDeque<Map<ItemRef, String>> queue = new ArrayDeque<>();
        reached.add(now());
        queue.add(now());
        while (!queue.isEmpty()) {
            Map<ItemRef, String> from = queue.poll();
            for (String party : agreement.between()) {
                List<Option> own = source.optionsOf(party);
                for (Map<ItemRef, String> move :
                        packages(own.stream().map(o -> (ItemRef) o.ref()).toList())) {
                    Map<ItemRef, String> to = new HashMap<>(from);
                    to.putAll(move);
                    boolean possible =
                            own.stream().allMatch(o -> right(o, from, to)) && feasible(to);
                    if (possible && reached.add(to)) {
                        queue.add(to);
                    }
                }
            }
        }
        return reached;
    }

    private boolean right(Option option, Map<ItemRef, String> from, Map<ItemRef, String> to) {
        int change = index(option.ref(), to) - index(option.ref(), from);
        return switch (option.moves()) {
            case BOTH -> true;
            case UP -> change >= 0;
            case DOWN -> change <= 0;
        };
    }

    private boolean feasible(Map<ItemRef, String> state) {
        return source.rules().stream().noneMatch(r -> holds(r.never(), state));
    }

    private int index(ItemRef item, Map<ItemRef, String> at) {
        String name = at.get(item);
        return name == null ? -1 : index(item, name);
    }

    private int index(ItemRef item, String name) {
        List<Level> all = levelsOf(item);
        for (int k = 0; k < all.size(); k++) {
            if (all.get(k).name().equals(name)) {
                return k;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private boolean holds(Condition condition, Map<ItemRef, String> at) {
        return switch (condition) {
            case Condition.Compare(var item, var comparison, var level) ->
                    at.containsKey(item) && comparison.test(index(item, at), index(item, level));
            case Condition.In(var item, var names) -> names.contains(at.get(item));
            case Condition.Holds(var item) -> Level.YES.equals(at.get(item));
            case Condition.InOutcome(var id) -> inOutcome(id, at);
            case Condition.Not(var operand) -> !holds(operand, at);
            case Condition.And(var operands) -> operands.stream().allMatch(o -> holds(o, at));
            case Condition.Or(var operands) -> operands.stream().anyMatch(o -> holds(o, at));
            case Condition.Implies(var premise, var conclusion) ->
                    !holds(premise, at) || holds(conclusion, at);
            case Condition.Iff(var left, var right) -> holds(left, at) == holds(right, at);
        };
    }

    private boolean inOutcome(String id, Map<ItemRef, String> at) {
        Outcome outcome = Objects.requireNonNull(source.outcome(id));
        return switch (outcome.region()) {
            case Region.When(var condition) -> holds(condition, at);
            case Region.Otherwise() ->
                    source.outcomes().stream()
                            .filter(o -> o.region() instanceof Region.When)
                            .noneMatch(o -> inOutcome(o.id(), at));
        };
    }

    private static double number(Figure figure) {
        if (figure.quantity() instanceof Quantity.Exact(double value, _)) {
            return value;
        }
        throw new IllegalArgumentException("not exact: " + figure);
    }

    /// Points of one certain situation, with what is paid once.
    private double points(String party, Map<ItemRef, String> at) {
        double sum = 0;
        Preferences preferences = Objects.requireNonNull(source.preferencesOf(party));
        PreferencePart.Values values = preferences.part(PreferencePart.Values.class);
        for (Worth worth : Objects.requireNonNull(values).worths()) {
            switch (worth) {
                case Worth.OfItem(var item, var byLevel) -> {
                    for (Worth.LevelWorth level : byLevel) {
                        if (level.level().equals(at.get(item))) {
                            sum += number(level.points());
                        }
                    }
                }
                case Worth.OfCondition(var condition, var figure) ->
                        sum += holds(condition, at) ? number(figure) : 0;
            }
        }
        PreferencePart.Once once = preferences.part(PreferencePart.Once.class);
        if (once != null) {
            double patience =
                    number(
                            Objects.requireNonNull(
                                    Objects.requireNonNull(source.time()).patience().get(party)));
            for (Worth.OfCondition amount : once.amounts()) {
                if (holds(amount.condition(), at) && !holds(amount.condition(), now())) {
                    sum += (1 - patience) * number(amount.points());
                }
            }
        }
        return sum;
    }

    private double atOutcome(String party, String id) {
        Outcome outcome = Objects.requireNonNull(source.outcome(id));
        Map<ItemRef, String> at = now();
        outcome.at().forEach(s -> at.put(s.item(), s.level()));
        return points(party, at);
    }

    /// The gains of the signatories, or null if somebody who must gain does not.
    private @Nullable List<Double> gains(Map<ItemRef, String> whole) {
        List<Double> gains = new ArrayList<>();
        for (String party : agreement.between()) {
            double gain = value(party, whole) - fallback(party);
            Figure outside = agreement.beliefs().outside().get(party);
            boolean enough =
                    gain >= -1e-9
                            && (outside == null || value(party, whole) >= number(outside) - 1e-9);
            if (!enough) {
                return null;
            }
            gains.add(gain);
        }
        for (String party : agreement.ratify().keySet()) {
            if (value(party, whole) - fallback(party) < -1e-9) {
                return null;
            }
        }
        return gains;
    }

    private double value(String party, Map<ItemRef, String> whole) {
        double expected = 0;
        List<Agreement.Meanwhile> meanwhile = agreement.beliefs().meanwhile();
        if (meanwhile.isEmpty()) {
            expected = points(party, whole);
        } else {
            Agreement.Meanwhile one = meanwhile.getFirst();
            double rest = 1;
            for (Agreement.LevelChance chance : one.levels()) {
                Map<ItemRef, String> moved = new HashMap<>(whole);
                moved.put(one.option(), chance.level());
                expected += number(chance.probability()) * points(party, moved);
                rest -= number(chance.probability());
            }
            Map<ItemRef, String> unmoved = new HashMap<>(whole);
            unmoved.put(one.option(), levelsOf(one.option()).getFirst().name());
            expected += rest * points(party, unmoved);
        }
        Lottery risk = agreement.beliefs().risk();
        if (risk == null) {
            return expected;
        }
        Lottery.Chance chance = risk.chances().getFirst();
        double share = number(Objects.requireNonNull(chance.share()));
        return (1 - share) * expected + share * atOutcome(party, chance.outcome());
    }

    private double fallback(String party) {
        Lottery lottery =
                switch (Objects.requireNonNull(agreement.beliefs().otherwise())) {
                    case Fallback.Shared(var shared) -> shared;
                    case Fallback.Beliefs(var byParty) ->
                            Objects.requireNonNull(byParty.get(party));
                    case Fallback.Values _ -> throw new IllegalArgumentException();
                };
        double first = number(Objects.requireNonNull(lottery.chances().getFirst().share()));
        return first * atOutcome(party, lottery.chances().getFirst().outcome())
                + (1 - first) * atOutcome(party, lottery.chances().getLast().outcome());
    }
}
