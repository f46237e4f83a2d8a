// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// What a party's value function is the sum of: the worth of each level of the items its statements
/// name, and of each condition they name that is about more than one item.
///
/// An item whose levels have points counts from 0 as the format says; any other from its level at
/// `now`, a term from its first. A condition about one item is a statement about that item's
/// levels. Unknown 0 is how much one point weighs, unknown 1 is what no agreement is worth, unknown
/// 2 the least the party must get.
final class StatedParts {
    static final int POINT = 0;
    static final int FALLBACK = 1;
    static final int FLOOR = 2;

    private final StatedWorld world;
    private final String party;
    private final PreferencePart.Open open;
    private final SequencedMap<Integer, LinearSum[]> byItem = new LinkedHashMap<>();
    private final List<ConditionPart> conditions = new ArrayList<>();
    private final Map<Object, Integer> unknowns = new HashMap<>();
    private final Map<ConditionPart, Boolean> heldNow = new HashMap<>();
    private int count = FLOOR + 1;
    private boolean pointed = true;
    private final boolean apart;

    /// A condition with its worth.
    ///
    /// @param condition the condition
    /// @param items the items it mentions
    /// @param worth its worth where it holds
    /// @param once whether it is paid once
    record ConditionPart(Condition condition, List<Integer> items, LinearSum worth, boolean once) {}

    StatedParts(StatedWorld world, String party) {
        this(world, party, false);
    }

    /// The parts of a party's value function.
    ///
    /// @param world what packages there are
    /// @param party the party's id
    /// @param apart whether a number that names an assumption is an unknown of its own, and only
    ///   its statement says that the two are the same
    StatedParts(StatedWorld world, String party, boolean apart) {
        this.world = world;
        this.party = party;
        this.apart = apart;
        Preferences preferences = world.source().preferencesOf(party);
        PreferencePart.Swings swings =
                preferences == null ? null : preferences.part(PreferencePart.Swings.class);
        this.open = swings == null ? PreferencePart.Open.NOTHING : swings.open();
        int index = 0;
        List<Stake> stakes = Stake.of(world.source(), party);
        for (Stake stake : stakes) {
            String key = key(stake, index++);
            if (!open.holds(stake.worth())) {
                addStake(stakes, stake, key);
            }
        }
        if (preferences != null) {
            preferences.parts().forEach(this::addNamed);
        }
    }

    private void addStake(List<Stake> stakes, Stake stake, String key) {
        switch (stake.worth()) {
            case Worth.OfItem item -> {
                int index = world.indexOf(item.item());
                LinearSum[] worth = new LinearSum[world.items().get(index).levels().size()];
                java.util.Arrays.fill(worth, LinearSum.ZERO);
                for (Worth.LevelWorth level : item.levels()) {
                    worth[world.items().get(index).levelIndex(level.level())] =
                            quantity(level.points().quantity(), stake.path(item, level));
                }
                int origin = origin(world.items().get(index), item);
                for (int level = 0; level < worth.length; level++) {
                    String name = world.items().get(index).levels().get(level).name();
                    if (level != origin && isUnnamed(item, name)) {
                        worth[level] = LinearSum.of(unknown(item.item() + " " + level), 1);
                    }
                }
                byItem.put(index, worth);
            }
            case Worth.OfCondition(Condition condition, var figure) -> {
                if (counts(stake)) {
                    LinearSum worth = quantity(figure.quantity(), key);
                    int option = stake.once() ? -1 : choice(stakes, condition);
                    if (option < 0) {
                        conditions.add(
                                new ConditionPart(
                                        condition, world.mentions(condition), worth, stake.once()));
                    } else {
                        addChoice(option, condition, worth);
                    }
                }
            }
        }
    }

    /// The option of two levels that a condition alone is about, so that its worth is that of one
    /// of them, or -1. An option whose levels have points of their own stays apart.
    private int choice(List<Stake> stakes, Condition condition) {
        Condition base = condition;
        while (base instanceof Condition.Not(Condition operand)) {
            base = operand;
        }
        List<Integer> mentioned = world.mentions(base);
        if (base instanceof Condition.InOutcome || mentioned.size() != 1) {
            return -1;
        }
        int index = mentioned.getFirst();
        PackageItem item = world.items().get(index);
        boolean hasPoints =
                stakes.stream()
                        .anyMatch(other ->
                                other.worth() instanceof Worth.OfItem points
                                        && points.item().equals(item.ref()));
        boolean isOption = index < world.model().space().optionCount();
        return isOption && !hasPoints && item.levels().size() == 2 ? index : -1;
    }

    private void addChoice(int option, Condition condition, LinearSum worth) {
        LinearSum[] levels =
                byItem.computeIfAbsent(
                        option, _ -> new LinearSum[] {LinearSum.ZERO, LinearSum.ZERO});
        int[] at = world.now();
        for (int level = 0; level < levels.length; level++) {
            at[option] = level;
            if (world.holds(condition, at)) {
                levels[level] = levels[level].plus(worth, 1);
            }
        }
    }

    /// What keeps the numbers of two stakes apart even if they stand at one path.
    static String key(Stake stake, int index) {
        return "%s of stake %d".formatted(StatedSentence.path(stake), index);
    }

    /// The first level of an item that has points but is not named among them, or -1.
    private static int origin(PackageItem item, Worth.OfItem worth) {
        for (int level = 0; level < item.levels().size(); level++) {
            if (isUnnamed(worth, item.levels().get(level).name())) {
                return level;
            }
        }
        return -1;
    }

    private static boolean isUnnamed(Worth.OfItem item, String level) {
        return item.levels().stream().noneMatch(l -> l.level().equals(level));
    }

    /// The worths of levels that points leave out and that are therefore 0, but for the first such
    /// level, from which the item counts.
    List<LinearSum> unnamed(Worth.OfItem item) {
        int index = world.indexOf(item.item());
        LinearSum[] worth = java.util.Objects.requireNonNull(byItem.get(index));
        List<LinearSum> found = new ArrayList<>();
        for (int level = 0; level < worth.length; level++) {
            String name = world.items().get(index).levels().get(level).name();
            if (isUnnamed(item, name) && !worth[level].equals(LinearSum.ZERO)) {
                found.add(worth[level]);
            }
        }
        return found;
    }

    /// Whether a stake is part of the value function: what is paid once needs patience.
    boolean counts(Stake stake) {
        return !stake.once() || patient();
    }

    private boolean patient() {
        var time = world.source().time();
        return time != null && time.patience().containsKey(party);
    }

    private void addNamed(PreferencePart part) {
        switch (part) {
            case PreferencePart.Prefer(var comparisons) -> {
                for (PreferencePart.Comparison comparison : comparisons) {
                    addNamed(comparison.better());
                    addNamed(comparison.worse());
                }
            }
            case PreferencePart.Swings(var items, _, var left, _) -> {
                items.forEach(this::addItem);
                left.items().forEach(this::addItem);
                left.conditions().forEach(this::addNamed);
            }
            case PreferencePart.Packages(var comparisons) -> {
                for (PreferencePart.PackageComparison comparison : comparisons) {
                    addNamed(comparison.better());
                    addNamed(comparison.worse());
                }
            }
            case PreferencePart.Values _,
                    PreferencePart.Once _,
                    PreferencePart.Order _,
                    PreferencePart.Ranking _,
                    PreferencePart.RedLines _ -> {}
        }
    }

    private void addNamed(PreferencePart.Bundle bundle) {
        if (bundle instanceof PreferencePart.Bundle.Of(var settings)) {
            settings.forEach(setting -> addItem(setting.item()));
        }
    }

    private void addNamed(Condition condition) {
        Condition base = condition;
        while (base instanceof Condition.Not(Condition operand)) {
            base = operand;
        }
        List<Integer> mentioned = world.mentions(base);
        if (mentioned.size() == 1) {
            addItem(world.items().get(mentioned.getFirst()).ref());
        } else if (!mentioned.isEmpty()) {
            Condition named = base;
            if (conditions.stream().noneMatch(p -> p.condition().equals(named))) {
                pointed = false;
                conditions.add(
                        new ConditionPart(
                                named, mentioned, LinearSum.of(unknown(named), 1), false));
            }
        }
    }

    private void addItem(ItemRef ref) {
        int index = world.indexOf(ref);
        if (index < 0 || byItem.containsKey(index)) {
            return;
        }
        pointed = false;
        PackageItem item = world.items().get(index);
        LinearSum[] worth = new LinearSum[item.levels().size()];
        for (int level = 0; level < worth.length; level++) {
            worth[level] =
                    level == item.nowIndex()
                            ? LinearSum.ZERO
                            : LinearSum.of(unknown(ref + " " + level), 1);
        }
        byItem.put(index, worth);
    }

    /// Counts every option as named: what nobody says of it leaves its levels open.
    void nameOptions() {
        world.items().stream().filter(i -> !i.isTerm()).forEach(i -> addItem(i.ref()));
    }

    private int unknown(Object key) {
        return unknowns.computeIfAbsent(key, _ -> count++);
    }

    /// The unknown that stands for a stated number: one for each assumption, however often it is
    /// named, and one for each other number.
    LinearSum quantity(Quantity quantity, String path) {
        return quantity instanceof Quantity.Named named && !apart
                ? assumption(named)
                : LinearSum.of(unknown(path), 1);
    }

    /// The unknown that stands for an assumption.
    LinearSum assumption(Quantity.Named named) {
        return LinearSum.of(
                unknown(Quantities.assumptionPath(named.assumption())), named.negated() ? -1 : 1);
    }

    /// Whether numbers that name an assumption are unknowns of their own.
    boolean isApart() {
        return apart;
    }

    /// A further unknown.
    int fresh(Object key) {
        return unknown(key);
    }

    StatedWorld world() {
        return world;
    }

    String party() {
        return party;
    }

    /// What the party's statements leave open, so that its points are not read.
    PreferencePart.Open open() {
        return open;
    }

    int unknownCount() {
        return count;
    }

    boolean isEmpty() {
        return byItem.isEmpty() && conditions.isEmpty();
    }

    /// Whether all that the statements name has points.
    boolean isPointed() {
        return pointed && !isEmpty();
    }

    SequencedMap<Integer, LinearSum[]> byItem() {
        return byItem;
    }

    List<ConditionPart> conditions() {
        return conditions;
    }

    LinearSum @Nullable [] ofItem(int item) {
        return byItem.get(item);
    }

    /// The worth of a situation.
    ///
    /// @param levels by item of the world
    /// @param onceShare what share of a payment made once counts
    LinearSum at(int[] levels, double onceShare) {
        LinearSum sum = LinearSum.ZERO;
        for (Map.Entry<Integer, LinearSum[]> item : byItem.entrySet()) {
            int level = levels[item.getKey()];
            if (level != StatedWorld.ABSENT) {
                sum = sum.plus(item.getValue()[level], 1);
            }
        }
        for (ConditionPart part : conditions) {
            if (world.holds(part.condition(), levels) && (!part.once() || !heldNow(part))) {
                sum = sum.plus(part.worth(), part.once() ? onceShare : 1);
            }
        }
        return sum;
    }

    boolean heldNow(ConditionPart part) {
        return heldNow.computeIfAbsent(
                part, p -> world.holds(p.condition(), world.outside(world.model().now())));
    }
}
