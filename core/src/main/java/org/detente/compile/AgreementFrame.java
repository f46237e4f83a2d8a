// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ItemRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Rule;
import org.detente.model.Statement;
import org.detente.model.Term;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// What an agreement can consist of, whatever anybody's numbers are: its items, what keeps packages
/// off the table, and where conditions hold.
final class AgreementFrame {
    private final CompiledCase model;
    private final Case source;
    private final Agreement agreement;
    private final List<PackageItem> items;
    private final Map<ItemRef, Integer> standing;
    private final List<PackageBan> moves;
    private final List<PackageBan> bans;
    private final Map<String, @Nullable Map<ItemRef, Integer>> outcomeLevels =
            new ConcurrentHashMap<>();
    private final Map<Standing, PackageTable> tables = new ConcurrentHashMap<>();
    private final Map<String, Stakes> stakes = new ConcurrentHashMap<>();
    private volatile Map<ItemRef, Integer> indices = Map.of();

    /// A condition, and what is moved away from where it stands.
    private record Standing(Condition condition, Map<ItemRef, Integer> moved) {}

    private AgreementFrame(CompiledCase model, @Nullable AgreementFrame known) {
        this.model = model;
        this.source = model.source();
        this.agreement = Objects.requireNonNull(source.agreement(), "the case has no agreement");
        this.items = known == null ? items(model, agreement) : known.items;
        Map<ItemRef, Integer> levels = levelsAt(model.now());
        items.forEach(item -> levels.remove(item.ref()));
        this.standing = Collections.unmodifiableMap(levels);
        this.moves = known == null ? moveBans() : known.moves;
        this.bans = allBans();
    }

    /// The frame of a case's agreement.
    ///
    /// @param model a case with an agreement
    static AgreementFrame of(CompiledCase model) {
        return new AgreementFrame(model, null);
    }

    /// The frame of the same agreement as a view sees it.
    AgreementFrame under(CompiledCase viewed) {
        return new AgreementFrame(viewed, this);
    }

    /// The same agreement with other points and beliefs; items, rules and outcomes are the same.
    private AgreementFrame(AgreementFrame known, Case source) {
        this.model = known.model;
        this.source = source;
        this.agreement = Objects.requireNonNull(source.agreement(), "the case has no agreement");
        this.items = known.items;
        this.standing = known.standing;
        this.moves = known.moves;
        this.bans = known.bans;
    }

    /// The frame of the same agreement where other points and beliefs are stated.
    ///
    /// @param stated the case with other values, and perhaps another `otherwise` and `outside`
    AgreementFrame stating(Case stated) {
        return new AgreementFrame(this, stated);
    }

    private static List<PackageItem> items(CompiledCase model, Agreement agreement) {
        List<PackageItem> items = new ArrayList<>();
        StateSpace space = model.space();
        for (ItemRef.OptionRef ref : agreement.covers()) {
            int index = space.indexOf(ref);
            Option option = space.options().get(index);
            items.add(
                    new PackageItem(
                            ref,
                            option.label(),
                            option.levels(),
                            space.level(model.now(), index),
                            option.basis()));
        }
        for (Term term : agreement.terms()) {
            String text = term.text();
            items.add(
                    new PackageItem(
                            term.ref(),
                            text == null ? term.ref().name() : text,
                            term.levels(),
                            0,
                            term.basis()));
        }
        return List.copyOf(items);
    }

    private Map<ItemRef, Integer> levelsAt(int state) {
        Map<ItemRef, Integer> levels = new HashMap<>();
        StateSpace space = model.space();
        for (int option = 0; option < space.optionCount(); option++) {
            levels.put(space.options().get(option).ref(), space.level(state, option));
        }
        return levels;
    }

    CompiledCase model() {
        return model;
    }

    Case source() {
        return source;
    }

    Agreement agreement() {
        return agreement;
    }

    List<PackageItem> items() {
        return items;
    }

    List<PackageBan> bans() {
        return bans;
    }

    int itemIndex(ItemRef ref) {
        Map<ItemRef, Integer> known = indices;
        if (known.isEmpty()) {
            known = new HashMap<>();
            for (int i = 0; i < items.size(); i++) {
                known.put(items.get(i).ref(), i);
            }
            indices = known;
        }
        return known.getOrDefault(ref, -1);
    }

    /// What a party's points are for, and the same by item.
    private record Stakes(List<Stake> all, Map<ItemRef, List<Worth.OfItem>> byItem) {}

    /// What a party's points are for.
    List<Stake> stakes(String party) {
        return stakesOf(party).all();
    }

    /// A party's points for the levels of an item.
    List<Worth.OfItem> worths(String party, ItemRef item) {
        return stakesOf(party).byItem().getOrDefault(item, List.of());
    }

    private Stakes stakesOf(String party) {
        return stakes.computeIfAbsent(
                party,
                p -> {
                    List<Stake> all = List.copyOf(Stake.of(source, p));
                    Map<ItemRef, List<Worth.OfItem>> byItem = new HashMap<>();
                    for (Stake stake : all) {
                        if (stake.worth() instanceof Worth.OfItem worth) {
                            byItem.computeIfAbsent(worth.item(), _ -> new ArrayList<>()).add(worth);
                        }
                    }
                    return new Stakes(all, byItem);
                });
    }

    /// The level at which an option outside the agreement stands.
    int standingLevel(ItemRef ref) {
        Integer level = standing.get(ref);
        return level == null ? -1 : level;
    }

    int levelCount(ItemRef ref) {
        return levels(ref).size();
    }

    int levelIndex(ItemRef ref, String level) {
        return PackageItem.levelIndex(levels(ref), level);
    }

    private List<Level> levels(ItemRef ref) {
        int item = itemIndex(ref);
        return item >= 0
                ? items.get(item).levels()
                : model.space().options().get(model.space().indexOf(ref)).levels();
    }

    /// Where a condition holds, with some options outside the agreement moved.
    PackageTable where(Condition condition, Map<ItemRef, Integer> moved) {
        return tables.computeIfAbsent(new Standing(condition, moved), this::tabulated);
    }

    private PackageTable tabulated(Standing wanted) {
        Map<ItemRef, Integer> levels = new HashMap<>(standing);
        levels.putAll(wanted.moved());
        return new PackageConditions(source, items, levels).where(wanted.condition());
    }

    /// Whether a condition holds at the status quo, outside any agreement.
    boolean holdsNow(Condition condition) {
        return PackageConditions.holdsAt(source, condition, levelsAt(model.now()));
    }

    /// Whether a condition holds where an outcome is valued.
    boolean holdsIn(Condition condition, String outcome) {
        return PackageConditions.holdsAt(source, condition, levelsIn(outcome));
    }

    /// The levels of all options where an outcome is valued.
    ///
    /// @throws IllegalArgumentException if it cannot be reached from now
    Map<ItemRef, Integer> levelsIn(String outcome) {
        return outcomeLevels.computeIfAbsent(
                outcome,
                id -> {
                    Outcome found = Objects.requireNonNull(source.outcome(id));
                    OutcomePoint point = model.pointOf(found);
                    if (point == null) {
                        throw new IllegalArgumentException(
                                "the outcome %s cannot be reached from now".formatted(id));
                    }
                    return levelsAt(point.state());
                });
    }

    private List<PackageBan> allBans() {
        List<PackageBan> all = new ArrayList<>();
        source.rules().forEach(rule -> add(all, PackageBan.Kind.RULE, rule));
        all.addAll(moves);
        agreement.rules().forEach(rule -> add(all, PackageBan.Kind.AGREEMENT_RULE, rule));
        List<String> deciding = new ArrayList<>(agreement.between());
        deciding.addAll(agreement.ratify().keySet());
        for (String party : deciding) {
            Preferences preferences = source.preferencesOf(party);
            PreferencePart.RedLines lines =
                    preferences == null ? null : preferences.part(PreferencePart.RedLines.class);
            if (lines != null) {
                for (Statement line : lines.lines()) {
                    PackageTable table = where(line.condition(), Map.of());
                    if (table.holdsSomewhere()) {
                        all.add(
                                new PackageBan(
                                        PackageBan.Kind.RED_LINE,
                                        party,
                                        line.condition(),
                                        line.basis(),
                                        table));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    private void add(List<PackageBan> all, PackageBan.Kind kind, Rule rule) {
        PackageTable table = where(rule.never(), Map.of());
        if (table.holdsSomewhere()) {
            all.add(new PackageBan(kind, rule.id(), rule.never(), rule.basis(), table));
        }
    }

    /// What the signatories' moves do not lead to from now: levels that a one-way option has left
    /// behind, and states that no path of feasible states leads to.
    private List<PackageBan> moveBans() {
        List<PackageBan> found = new ArrayList<>();
        StateSpace space = model.space();
        List<Integer> covered = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int option = space.indexOf(items.get(i).ref());
            if (option < 0) {
                continue;
            }
            covered.add(i);
            BitSet left = left(option, items.get(i));
            if (!left.isEmpty()) {
                found.add(
                        new PackageBan(
                                PackageBan.Kind.UNREACHABLE,
                                items.get(i).ref().toString(),
                                null,
                                items.get(i).basis(),
                                new PackageTable(new int[] {i}, left, space.radix(option))));
            }
        }
        if (!covered.isEmpty()) {
            PackageTable cutOff = cutOff(covered.stream().mapToInt(i -> i).toArray(), found);
            if (cutOff.holdsSomewhere()) {
                found.add(
                        new PackageBan(
                                PackageBan.Kind.UNREACHABLE,
                                "no path of feasible states",
                                null,
                                org.detente.model.Basis.ASSUMED,
                                cutOff));
            }
        }
        return found;
    }

    private BitSet left(int option, PackageItem item) {
        BitSet left = new BitSet();
        int radix = item.levels().size();
        switch (model.space().moves(option)) {
            case UP -> left.set(0, item.nowIndex());
            case DOWN -> left.set(item.nowIndex() + 1, radix);
            case BOTH -> {}
        }
        return left;
    }

    /// Packages that break no rule and leave no one-way option behind, and yet cannot be reached.
    private PackageTable cutOff(int[] covered, List<PackageBan> oneWay) {
        StateSpace space = model.space();
        List<StateSet> seen = new ArrayList<>();
        for (int mover = 0; mover < space.moverCount(); mover++) {
            boolean signs = agreement.between().contains(space.movers().get(mover).id());
            seen.add(signs ? model.seen(mover) : StateSet.none(space.product()));
        }
        StateSet reached =
                Reachability.byMoves(space, model.feasible(), seen, model.now()).reached();
        int cellCount = 1;
        int base = model.now();
        for (int item : covered) {
            int option = space.indexOf(items.get(item).ref());
            cellCount *= space.radix(option);
            base = space.with(base, option, 0);
        }
        BitSet cells = new BitSet(cellCount);
        int[] levels = new int[items.size()];
        for (int cell = 0; cell < cellCount; cell++) {
            int rest = cell;
            int state = base;
            for (int item : covered) {
                int option = space.indexOf(items.get(item).ref());
                levels[item] = rest % space.radix(option);
                rest /= space.radix(option);
                state += levels[item] * space.stride(option);
            }
            if (model.feasible().contains(state)
                    && !reached.contains(state)
                    && oneWay.stream().noneMatch(b -> b.table().holds(levels, items))) {
                cells.set(cell);
            }
        }
        return new PackageTable(covered, cells, cellCount);
    }

    /// The options of parties outside that may move while an agreement stands, with the chance of
    /// each level.
    SequencedMap<ItemRef.OptionRef, double[]> meanwhile(Quantities quantities) {
        SequencedMap<ItemRef.OptionRef, double[]> result = new LinkedHashMap<>();
        for (Agreement.Meanwhile entry : agreement.beliefs().meanwhile()) {
            int option = model.space().indexOf(entry.option());
            double[] chances = new double[model.space().radix(option)];
            double sum = 0;
            for (Agreement.LevelChance chance : entry.levels()) {
                double share =
                        quantities.value(
                                chance.probability().quantity(), path(entry.option(), chance));
                chances[model.space().levelIndex(option, chance.level())] = share;
                sum += share;
            }
            double scale = Math.max(1, sum);
            for (int level = 0; level < chances.length; level++) {
                chances[level] /= scale;
            }
            chances[0] += Math.max(0, 1 - sum);
            result.put(entry.option(), chances);
        }
        return result;
    }

    static String path(ItemRef.OptionRef option, Agreement.LevelChance chance) {
        return "agreement.meanwhile.%s.%s".formatted(option, chance.level());
    }
}
