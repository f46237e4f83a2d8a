// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.detente.math.PackageSpace;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Lottery;
import org.detente.model.Party;
import org.detente.model.Quantity;
import org.detente.model.Setting;
import org.detente.model.Time;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// A case's agreement as a bargaining problem: packages over its items, what keeps them off the
/// table, everybody's points, and what no agreement is worth to whom.
///
/// Points are per step, as if the package stood for ever. A package is worth (1 − r) times its own
/// points plus what remains possible under `risk`; its own points are expected ones over what
/// parties outside may do `meanwhile`. What is paid `once` counts (1 − δ) times its points. No
/// agreement is worth the expected points of `otherwise` by the party's own belief. Chances that do
/// not add up to 1 where they are looked at are scaled.
public final class AgreementForm {
    private final AgreementFrame frame;
    private final Quantities quantities;
    private final SequencedMap<ItemRef.OptionRef, double[]> meanwhile;
    private final SequencedMap<String, Double> risk;

    private AgreementForm(AgreementFrame frame, Quantities quantities) {
        this.frame = frame;
        this.quantities = quantities;
        this.meanwhile = frame.meanwhile(quantities);
        this.risk = risk();
    }

    /// The agreement of a case, with every uncertain number at its centre.
    ///
    /// @param model a case with an agreement of which nothing is [#missing]
    /// @return its form
    public static AgreementForm of(CompiledCase model) {
        return new AgreementForm(
                AgreementFrame.of(model), new Quantities(model.source(), Map.of()));
    }

    /// The same agreement as a view sees it, with every uncertain number at its centre.
    ///
    /// @param viewed the case under one of its views
    /// @return the view's form, which shares what does not depend on views
    public AgreementForm under(CompiledCase viewed) {
        return new AgreementForm(frame.under(viewed), new Quantities(viewed.source(), Map.of()));
    }

    /// The same agreement with some uncertain numbers elsewhere and all others at their centres.
    ///
    /// @param given numbers by the path of the factor they are for
    /// @return another form
    public AgreementForm with(Map<String, Double> given) {
        return new AgreementForm(frame, new Quantities(frame.source(), given));
    }

    /// The same agreement where other points and beliefs are stated.
    ///
    /// @param stated the case with other values, and perhaps another `otherwise` and `outside`
    /// @param given numbers by the path of the factor they are for
    AgreementForm stating(Case stated, Map<String, Double> given) {
        return new AgreementForm(frame.stating(stated), new Quantities(stated, given));
    }

    /// What a case lacks to be looked at as a bargaining problem.
    ///
    /// @param source the case
    /// @return the missing keys; empty if nothing is
    public static List<String> missing(Case source) {
        Agreement agreement = source.agreement();
        if (agreement == null) {
            return List.of("agreement");
        }
        List<String> missing = new ArrayList<>();
        Fallback otherwise = agreement.beliefs().otherwise();
        if (otherwise == null) {
            missing.add("agreement.otherwise");
        }
        for (String party : agreement.between()) {
            List<Stake> stakes = Stake.of(source, party);
            if (stakes.isEmpty()) {
                missing.add("preferences.%s.values".formatted(party));
            }
            if (otherwise != null && !hasFallback(otherwise, party)) {
                missing.add("agreement.otherwise.%s".formatted(party));
            }
            if (needsPatience(stakes) && patience(source, party) == null) {
                missing.add("time.patience.%s".formatted(party));
            }
        }
        return List.copyOf(missing);
    }

    private static boolean hasFallback(Fallback otherwise, String party) {
        return switch (otherwise) {
            case Fallback.Shared _ -> true;
            case Fallback.Beliefs(var byParty) -> byParty.containsKey(party);
            case Fallback.Values(var byParty) -> byParty.containsKey(party);
        };
    }

    private static boolean needsPatience(List<Stake> stakes) {
        return stakes.stream().anyMatch(Stake::once);
    }

    private static @Nullable Figure patience(Case source, String party) {
        Time time = source.time();
        return time == null ? null : time.patience().get(party);
    }

    /// The case it belongs to.
    ///
    /// @return the compiled case
    public CompiledCase model() {
        return frame.model();
    }

    /// What the agreement can consist of.
    AgreementFrame frame() {
        return frame;
    }

    /// Its numbers.
    Quantities quantities() {
        return quantities;
    }

    /// What parties outside may do while the agreement stands, with the chance of each level.
    SequencedMap<ItemRef.OptionRef, double[]> meanwhileChances() {
        return meanwhile;
    }

    /// What a package fixes: the options covered, then the terms, in the order written.
    ///
    /// @return the items
    public List<PackageItem> items() {
        return frame.items();
    }

    /// The index of an item.
    ///
    /// @param ref an option or a term
    /// @return its index among the items, or -1
    public int itemIndex(ItemRef ref) {
        return frame.itemIndex(ref);
    }

    /// What keeps packages off the table. Bans that no package breaks are left out.
    ///
    /// @return rules of the case, what cannot be reached, rules of the agreement, red lines
    public List<PackageBan> bans() {
        return frame.bans();
    }

    /// Who signs.
    ///
    /// @return party ids, in the order of the case
    public List<String> signatories() {
        return frame.agreement().between();
    }

    /// Who must approve.
    ///
    /// @return party ids, in the order of the case
    public List<String> ratifiers() {
        return List.copyOf(frame.agreement().ratify().keySet());
    }

    /// The ratifiers who must gain: those whose points and belief about no agreement are known.
    ///
    /// @return party ids, in the order of the case
    public List<String> gainingRatifiers() {
        return frame.agreement().beliefs().otherwise() == null
                ? List.of()
                : ratifiers().stream()
                        .filter(r -> !signatories().contains(r) && hasStandOnPoints(r))
                        .toList();
    }

    /// Others whose points and belief about no agreement are known.
    ///
    /// @return party ids, in the order of the case
    public List<String> observers() {
        List<String> deciding = new ArrayList<>(signatories());
        deciding.addAll(ratifiers());
        return frame.source().parties().stream()
                .map(Party::id)
                .filter(p -> !deciding.contains(p) && hasStandOnPoints(p))
                .toList();
    }

    private boolean hasStandOnPoints(String party) {
        List<Stake> stakes = frame.stakes(party);
        return !stakes.isEmpty()
                && hasFallback(otherwise(), party)
                && (!needsPatience(stakes) || patience(frame.source(), party) != null);
    }

    private Fallback otherwise() {
        return Objects.requireNonNull(
                frame.agreement().beliefs().otherwise(), "what no agreement brings is not stated");
    }

    /// What no agreement is worth to a party, by its own belief.
    ///
    /// @param party a signatory, a gaining ratifier or an observer
    /// @return points per step: the disagreement point's coordinate
    public double fallback(String party) {
        return switch (otherwise()) {
            case Fallback.Shared(Lottery lottery) -> expected(party, chances(lottery, ""));
            case Fallback.Beliefs(var byParty) ->
                    expected(
                            party,
                            chances(Objects.requireNonNull(byParty.get(party)), "." + party));
            case Fallback.Values(var byParty) ->
                    quantities.value(
                            Objects.requireNonNull(byParty.get(party)).quantity(),
                            "agreement.otherwise.values." + party);
        };
    }

    /// The chances that a party gives to what no agreement brings.
    ///
    /// @param party its id
    /// @return chances by outcome, in the order written; empty if points stand for it
    public SequencedMap<String, Double> fallbackChances(String party) {
        return switch (otherwise()) {
            case Fallback.Shared(Lottery lottery) -> chances(lottery, "");
            case Fallback.Beliefs(var byParty) -> {
                Lottery own = byParty.get(party);
                yield own == null ? new LinkedHashMap<>() : chances(own, "." + party);
            }
            case Fallback.Values _ -> new LinkedHashMap<>();
        };
    }

    private static String otherwisePath(String who, String outcome) {
        return "agreement.otherwise%s.%s".formatted(who, outcome);
    }

    private SequencedMap<String, Double> chances(Lottery lottery, String who) {
        SequencedMap<String, Double> chances = new LinkedHashMap<>();
        double sum = 0;
        boolean hasRest = false;
        for (Lottery.Chance chance : lottery.chances()) {
            Figure share = chance.share();
            double value =
                    share == null
                            ? 0
                            : quantities.value(
                                    share.quantity(), otherwisePath(who, chance.outcome()));
            hasRest |= share == null;
            chances.put(chance.outcome(), value);
            sum += value;
        }
        if (sum == 0 && !hasRest) {
            double equal = 1.0 / lottery.chances().size();
            chances.replaceAll((_, _) -> equal); // nothing says which of them would come
            return chances;
        }
        double scale = hasRest ? Math.max(1, sum) : sum;
        for (Lottery.Chance chance : lottery.chances()) {
            double rest = Math.max(0, 1 - sum);
            chances.computeIfPresent(
                    chance.outcome(), (_, v) -> chance.share() == null ? rest : v / scale);
        }
        return chances;
    }

    private double expected(String party, SequencedMap<String, Double> chances) {
        double sum = 0;
        for (Map.Entry<String, Double> chance : chances.entrySet()) {
            sum += chance.getValue() * worthOf(party, chance.getKey());
        }
        return sum;
    }

    /// What an outcome is worth to a party, at the state it is valued at.
    ///
    /// @param party its id
    /// @param outcome the outcome's id
    /// @return points per step
    public double worthOf(String party, String outcome) {
        Map<ItemRef, Integer> levels = frame.levelsIn(outcome);
        StakePoints points = pointsOf(party);
        double sum = 0;
        for (Stake stake : frame.stakes(party)) {
            sum += points.at(stake, outcome, levels);
        }
        return sum;
    }

    /// The numbers behind a party's stakes.
    StakePoints pointsOf(String party) {
        Figure patience = patience(frame.source(), party);
        return new StakePoints(
                frame,
                quantities,
                meanwhile,
                patience == null
                        ? 0
                        : quantities.value(patience.quantity(), "time.patience." + party));
    }

    private SequencedMap<String, Double> risk() {
        SequencedMap<String, Double> chances = new LinkedHashMap<>();
        Lottery lottery = frame.agreement().beliefs().risk();
        double sum = 0;
        if (lottery != null) {
            for (Lottery.Chance chance : lottery.chances()) {
                Figure share = Objects.requireNonNull(chance.share());
                double value =
                        quantities.value(share.quantity(), "agreement.risk." + chance.outcome());
                chances.put(chance.outcome(), value);
                sum += value;
            }
        }
        double scale = Math.max(1, sum);
        chances.replaceAll((_, v) -> v / scale);
        return chances;
    }

    /// What remains possible under an agreement.
    ///
    /// @return chances by outcome; what they leave is the agreement itself
    public SequencedMap<String, Double> riskChances() {
        return new LinkedHashMap<>(risk);
    }

    /// The least a party must get: what no agreement is worth to it, or its `outside` if that is
    /// more. An outside option is a bound, not the disagreement point [Binmore1986].
    ///
    /// @param party a signatory or gaining ratifier
    /// @return points per step
    public double floor(String party) {
        Figure outside = frame.agreement().beliefs().outside().get(party);
        double fallback = fallback(party);
        return outside == null
                ? fallback
                : Math.max(
                        fallback,
                        quantities.value(outside.quantity(), "agreement.outside." + party));
    }

    /// A party's bargaining weight.
    ///
    /// @param party a signatory
    /// @return 1 unless the case says otherwise
    public double weight(String party) {
        Figure weight = frame.agreement().beliefs().weights().get(party);
        return weight == null
                ? 1
                : quantities.value(weight.quantity(), "agreement.weights." + party);
    }

    /// Packages with the points of some parties.
    ///
    /// @param parties whose points make the dimensions, in this order
    /// @param counted which bans count
    /// @return the packages that no such ban keeps off the table
    public PackageSpace space(List<String> parties, Predicate<PackageBan> counted) {
        int[] radices = items().stream().mapToInt(i -> i.levels().size()).toArray();
        PackageSpace.Builder builder = PackageSpace.builder(radices, parties.size());
        double kept = 1 - risk.values().stream().mapToDouble(r -> r).sum();
        for (int dimension = 0; dimension < parties.size(); dimension++) {
            String party = parties.get(dimension);
            double atRisk = 0;
            for (Map.Entry<String, Double> chance : risk.entrySet()) {
                atRisk += chance.getValue() * worthOf(party, chance.getKey());
            }
            if (!risk.isEmpty()) {
                builder.value(dimension, new int[0], new double[] {atRisk});
            }
            StakePoints points = pointsOf(party);
            for (Stake stake : frame.stakes(party)) {
                points.addTo(builder, dimension, stake, kept);
            }
        }
        for (PackageBan ban : bans()) {
            if (counted.test(ban)) {
                builder.exclude(ban.table().items(), ban.table().cells());
            }
        }
        return builder.build();
    }

    /// The state in which a package stands: `now` with the package's levels.
    ///
    /// @param levels a level index for each item
    /// @return the state's number
    public int stateOf(int[] levels) {
        StateSpace space = model().space();
        int state = model().now();
        for (int i = 0; i < items().size(); i++) {
            int option = space.indexOf(items().get(i).ref());
            if (option >= 0) {
                state = space.with(state, option, levels[i]);
            }
        }
        return state;
    }

    /// The levels of a package that is named by some of them.
    ///
    /// @param name what it is called
    /// @param settings levels of options that the agreement covers, and of terms; what is not named
    ///   is at `now`, terms at their first level
    /// @return a level index for each item
    /// @throws IllegalArgumentException if the agreement does not fix an item that is named
    public int[] levelsOf(String name, List<Setting> settings) {
        int[] levels = items().stream().mapToInt(PackageItem::nowIndex).toArray();
        for (Setting setting : settings) {
            int item = itemIndex(setting.item());
            if (item < 0) {
                throw new IllegalArgumentException(
                        "the package %s fixes %s, which the agreement does not"
                                .formatted(name, setting.item()));
            }
            levels[item] = items().get(item).levelIndex(setting.level());
        }
        return levels;
    }

    /// The state in which a package stands that is named by some levels.
    ///
    /// @param settings levels of options that the agreement covers, and of terms, which have no
    ///   part in a state
    /// @return the state's number
    public int stateOf(List<Setting> settings) {
        int[] levels = items().stream().mapToInt(PackageItem::nowIndex).toArray();
        for (Setting setting : settings) {
            int item = itemIndex(setting.item());
            levels[item] = items().get(item).levelIndex(setting.level());
        }
        return stateOf(levels);
    }

    /// The bans that a package breaks.
    ///
    /// @param levels a level index for each item
    /// @return the bans, in the order of [#bans]
    public List<PackageBan> broken(int[] levels) {
        return bans().stream().filter(b -> breaks(levels, b)).toList();
    }

    /// Whether a package is kept off the table by a ban.
    ///
    /// @param levels by item
    /// @param ban one of [#bans]
    /// @return true if it is
    public boolean breaks(int[] levels, PackageBan ban) {
        return ban.table().holds(levels, items());
    }

    /// The uncertain numbers that packages' and fallbacks' worth to signatories and ratifiers rest
    /// on, each once, beliefs first.
    ///
    /// @return the factors
    public List<Factor> factors() {
        Factors factors = beliefFactors();
        Agreement.Beliefs beliefs = frame.agreement().beliefs();
        Lottery lottery = beliefs.risk();
        if (lottery != null) {
            for (Lottery.Chance chance : lottery.chances()) {
                factors.add(
                        Objects.requireNonNull(chance.share()),
                        "agreement.risk." + chance.outcome());
            }
        }
        for (Agreement.Meanwhile entry : beliefs.meanwhile()) {
            for (Agreement.LevelChance chance : entry.levels()) {
                factors.add(chance.probability(), AgreementFrame.path(entry.option(), chance));
            }
        }
        List<String> parties = new ArrayList<>(signatories());
        parties.addAll(gainingRatifiers());
        parties.forEach(party -> addPoints(factors, party));
        return factors.gathered();
    }

    /// The uncertain numbers that the worth of states to one party rests on, whoever it is: its
    /// points, and its patience where something is paid once.
    ///
    /// @param party its id
    /// @return the factors, each once, in the order of the case
    public List<Factor> factorsOf(String party) {
        Factors factors = new Factors(frame.source());
        addPoints(factors, party);
        return factors.gathered();
    }

    private void addPoints(Factors factors, String party) {
        List<Stake> stakes = frame.stakes(party);
        stakes.forEach(stake -> stake.addTo(factors));
        Figure patience = patience(frame.source(), party);
        if (patience != null && needsPatience(stakes)) {
            factors.add(patience, "time.patience." + party);
        }
    }

    /// The uncertain numbers that only what no agreement is worth, bounds and weights rest on: no
    /// package's points depend on them, unless the same assumption is named elsewhere too.
    ///
    /// @return factors, each also one of [#factors]
    public List<Factor> fallbackFactors() {
        return beliefFactors().gathered();
    }

    private Factors beliefFactors() {
        Factors factors = new Factors(frame.source());
        Agreement.Beliefs beliefs = frame.agreement().beliefs();
        switch (beliefs.otherwise()) {
            case Fallback.Shared(Lottery lottery) -> addChances(factors, lottery, "");
            case Fallback.Beliefs(var byParty) ->
                    byParty.forEach((party, lottery) -> addChances(factors, lottery, "." + party));
            case Fallback.Values(var byParty) ->
                    byParty.forEach((party, figure) ->
                            factors.add(figure, "agreement.otherwise.values." + party));
            case null -> {}
        }
        beliefs.outside().forEach((party, f) -> factors.add(f, "agreement.outside." + party));
        beliefs.weights().forEach((party, f) -> factors.add(f, "agreement.weights." + party));
        return factors;
    }

    private static void addChances(Factors factors, Lottery lottery, String who) {
        for (Lottery.Chance chance : lottery.chances()) {
            Figure share = chance.share();
            if (share != null) {
                factors.add(share, otherwisePath(who, chance.outcome()));
            }
        }
    }

    /// A chance of an outcome without agreement, as somebody believes it.
    ///
    /// @param party whose belief it is, or null if everybody's
    /// @param outcome the outcome's id
    /// @param path the path by which [#with] moves it
    /// @param figure as written
    /// @param centre the number looked at here, 0..1
    public record StatedChance(
            @Nullable String party, String outcome, String path, Figure figure, double centre) {}

    /// The chances of outcomes without agreement that are written as numbers.
    ///
    /// @return those of everybody, or of each party, in the order written; none where points stand
    ///   for no agreement
    public List<StatedChance> statedChances() {
        List<StatedChance> chances = new ArrayList<>();
        switch (otherwise()) {
            case Fallback.Shared(Lottery lottery) -> addStated(chances, lottery, null);
            case Fallback.Beliefs(var byParty) ->
                    byParty.forEach((party, lottery) -> addStated(chances, lottery, party));
            case Fallback.Values _ -> {}
        }
        return chances;
    }

    private void addStated(List<StatedChance> chances, Lottery lottery, @Nullable String party) {
        if (lottery.chances().size() == 1) {
            return; // what is certain has nothing to be followed along
        }
        for (Lottery.Chance chance : lottery.chances()) {
            Figure share = chance.share();
            if (share != null) {
                String path = otherwisePath(party == null ? "" : "." + party, chance.outcome());
                if (share.quantity() instanceof Quantity.Named(String name, _)) {
                    path = Quantities.assumptionPath(name);
                }
                chances.add(
                        new StatedChance(
                                party,
                                chance.outcome(),
                                path,
                                share,
                                quantities.value(share.quantity(), path)));
            }
        }
    }

    /// The points that stand behind a level of an item for a party, as written.
    ///
    /// @param party its id
    /// @param item an item's index
    /// @param level a level's index
    /// @return the figure, or null if nothing is written for it: it is worth 0 then
    public @Nullable Figure stated(String party, int item, int level) {
        PackageItem wanted = items().get(item);
        String name = wanted.levels().get(level).name();
        for (Worth.OfItem worth : frame.worths(party, wanted.ref())) {
            for (var points : worth.levels()) {
                if (points.level().equals(name)) {
                    return points.points();
                }
            }
        }
        return null;
    }

    /// The items that change no signatory's points.
    ///
    /// @return their indices, ascending
    public List<Integer> idleItems() {
        List<Integer> idle = new ArrayList<>();
        for (int item = 0; item < items().size(); item++) {
            ItemRef ref = items().get(item).ref();
            if (signatories().stream().noneMatch(party -> values(party, ref))) {
                idle.add(item);
            }
        }
        return idle;
    }

    private boolean values(String party, ItemRef ref) {
        return !frame.worths(party, ref).isEmpty()
                || frame.stakes(party).stream()
                        .anyMatch(stake ->
                                stake.worth() instanceof Worth.OfCondition(var condition, _)
                                        && Mentions.of(frame.source(), condition).contains(ref));
    }

    /// The items whose worth to somebody hangs together with another's: through points for a
    /// condition that mentions both, or a ban that does.
    ///
    /// @return for each item, the indices of the items it is linked with, ascending
    public List<List<Integer>> links() {
        Map<Integer, SortedSet<Integer>> links = new HashMap<>();
        for (String party : signatories()) {
            for (Stake stake : frame.stakes(party)) {
                if (stake.worth() instanceof Worth.OfCondition(var condition, _)) {
                    link(links, frame.where(condition, Map.of()).items());
                }
            }
        }
        for (PackageBan ban : bans()) {
            if (ban.kind() != PackageBan.Kind.UNREACHABLE) {
                link(links, ban.table().items());
            }
        }
        List<List<Integer>> result = new ArrayList<>();
        for (int item = 0; item < items().size(); item++) {
            result.add(List.copyOf(links.getOrDefault(item, Collections.emptySortedSet())));
        }
        return result;
    }

    private static void link(Map<Integer, SortedSet<Integer>> links, int[] together) {
        for (int a : together) {
            for (int b : together) {
                if (a != b) {
                    links.computeIfAbsent(a, _ -> new TreeSet<>()).add(b);
                }
            }
        }
    }
}
