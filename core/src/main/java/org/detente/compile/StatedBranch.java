// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.detente.model.Agreement;
import org.detente.model.Case;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.ItemRef;
import org.detente.model.Lottery;
import org.jspecify.annotations.Nullable;

/// Beliefs at one combination of the ends of their ranges: what share of a payment made once
/// counts, what parties outside may do, what remains possible under an agreement, and between which
/// values no agreement lies.
///
/// @param onceShare 1 less patience
/// @param meanwhile by chance, the levels that items of the world are moved to
/// @param kept the chance that a package stands
/// @param atRisk what remains possible under an agreement, by its chances
/// @param low what no agreement is worth at the least, or null if that is not stated as chances
/// @param high the same at the most
record StatedBranch(
        double onceShare,
        List<Chance> meanwhile,
        double kept,
        LinearSum atRisk,
        @Nullable LinearSum low,
        @Nullable LinearSum high) {
    /// Each further range doubles the work; those past this number stay at their centres.
    static final int MOST_FACTORS = 4;

    /// Copies the list.
    StatedBranch {
        meanwhile = List.copyOf(meanwhile);
    }

    /// What parties outside do, with its chance.
    record Chance(double chance, Map<Integer, Integer> moved) {
        Chance {
            moved = Map.copyOf(moved);
        }
    }

    /// The branches, and whether some ranges had to stay at their centres.
    record Branches(List<StatedBranch> list, boolean isCut) {
        Branches {
            list = List.copyOf(list);
        }
    }

    static Branches of(StatedParts parts, @Nullable AgreementForm form) {
        Case source = parts.world().source();
        Agreement agreement = source.agreement();
        List<Factor> inside = insideFactors(parts, source);
        List<Factor> without =
                agreement == null ? List.of() : withoutFactors(source, agreement, parts.party());
        without = without.stream().filter(f -> !inside.contains(f)).toList();
        boolean cut = inside.size() > MOST_FACTORS || without.size() > MOST_FACTORS;
        SequencedSet<StatedBranch> branches = new LinkedHashSet<>();
        for (Map<String, Double> given : ends(inside)) {
            List<LinearSum> worths = new ArrayList<>();
            for (Map<String, Double> further : ends(without)) {
                Map<String, Double> all = new HashMap<>(given);
                all.putAll(further);
                LinearSum worth = form == null ? null : fallback(parts, form.with(all), all);
                if (worth != null && !worths.contains(worth)) {
                    worths.add(worth);
                }
            }
            branches.addAll(between(parts, form, given, worths));
        }
        return new Branches(List.copyOf(branches), cut);
    }

    /// The numbers that beliefs hang on, by path.
    static Set<String> paths(StatedParts parts) {
        Case source = parts.world().source();
        Agreement agreement = source.agreement();
        List<Factor> all = new ArrayList<>(insideFactors(parts, source));
        if (agreement != null) {
            all.addAll(withoutFactors(source, agreement, parts.party()));
        }
        return all.stream().map(Factor::path).collect(Collectors.toSet());
    }

    /// Beliefs at given numbers.
    ///
    /// @param given numbers by the path of the factor they are for
    static StatedBranch at(StatedParts parts, AgreementForm form, Map<String, Double> given) {
        LinearSum worth = fallback(parts, form.with(given), given);
        return between(parts, form, given, worth == null ? List.of() : List.of(worth)).getFirst();
    }

    private static List<StatedBranch> between(
            StatedParts parts,
            @Nullable AgreementForm form,
            Map<String, Double> given,
            List<LinearSum> worths) {
        AgreementForm moved = form == null ? null : form.with(given);
        double onceShare = onceShare(parts, given);
        LinearSum atRisk = LinearSum.ZERO;
        double kept = 1;
        if (moved != null) {
            for (Map.Entry<String, Double> risk : moved.riskChances().entrySet()) {
                int[] levels = parts.world().outcome(risk.getKey());
                atRisk = atRisk.plus(parts.at(levels, onceShare), risk.getValue());
                kept -= risk.getValue();
            }
        }
        List<Chance> meanwhile = moved == null ? certain() : meanwhile(parts, moved);
        List<StatedBranch> found = new ArrayList<>();
        if (worths.isEmpty()) {
            found.add(new StatedBranch(onceShare, meanwhile, kept, atRisk, null, null));
        }
        for (LinearSum low : worths) {
            for (LinearSum high : worths) {
                if (worths.size() == 1 || !low.equals(high)) {
                    found.add(new StatedBranch(onceShare, meanwhile, kept, atRisk, low, high));
                }
            }
        }
        return found;
    }

    private static List<Factor> insideFactors(StatedParts parts, Case source) {
        Factors factors = new Factors(source);
        Figure patience = patience(source, parts.party());
        if (patience != null && parts.conditions().stream().anyMatch(c -> c.once())) {
            factors.add(patience, "time.patience." + parts.party());
        }
        Agreement agreement = source.agreement();
        if (agreement != null) {
            Lottery risk = agreement.beliefs().risk();
            for (Lottery.Chance chance :
                    risk == null ? List.<Lottery.Chance>of() : risk.chances()) {
                factors.add(
                        Objects.requireNonNull(chance.share()),
                        "agreement.risk." + chance.outcome());
            }
            for (Agreement.Meanwhile entry : agreement.beliefs().meanwhile()) {
                for (Agreement.LevelChance chance : entry.levels()) {
                    factors.add(chance.probability(), AgreementFrame.path(entry.option(), chance));
                }
            }
        }
        return factors.gathered();
    }

    private static @Nullable Figure patience(Case source, String party) {
        return source.time() == null ? null : source.time().patience().get(party);
    }

    private static double onceShare(StatedParts parts, Map<String, Double> given) {
        Figure patience = patience(parts.world().source(), parts.party());
        return patience == null
                ? 0
                : 1
                        - new Quantities(parts.world().source(), given)
                                .value(patience.quantity(), "time.patience." + parts.party());
    }

    private static List<Factor> withoutFactors(Case source, Agreement agreement, String party) {
        Factors factors = new Factors(source);
        switch (agreement.beliefs().otherwise()) {
            case Fallback.Shared(Lottery lottery) -> add(factors, lottery, "");
            case Fallback.Beliefs(var byParty) -> {
                Lottery lottery = byParty.get(party);
                if (lottery != null) {
                    add(factors, lottery, "." + party);
                }
            }
            case Fallback.Values _ -> {}
            case null -> {}
        }
        return factors.gathered();
    }

    private static void add(Factors factors, Lottery lottery, String who) {
        for (Lottery.Chance chance : lottery.chances()) {
            if (chance.share() != null) {
                factors.add(
                        chance.share(),
                        "agreement.otherwise%s.%s".formatted(who, chance.outcome()));
            }
        }
    }

    /// Every combination of both ends.
    private static List<Map<String, Double>> ends(List<Factor> factors) {
        List<Map<String, Double>> all = new ArrayList<>();
        all.add(new HashMap<>());
        for (Factor factor : factors.subList(0, Math.min(factors.size(), MOST_FACTORS))) {
            List<Map<String, Double>> longer = new ArrayList<>();
            for (Map<String, Double> known : all) {
                for (Factor.Position end :
                        Arrays.asList(Factor.Position.LOW, Factor.Position.HIGH)) {
                    Map<String, Double> more = new HashMap<>(known);
                    more.put(factor.path(), factor.at(end));
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private static @Nullable LinearSum fallback(
            StatedParts parts, AgreementForm form, Map<String, Double> given) {
        Agreement agreement = parts.world().source().agreement();
        if (agreement == null || agreement.beliefs().otherwise() == null) {
            return null;
        }
        SequencedMap<String, Double> chances = form.fallbackChances(parts.party());
        if (chances.isEmpty()) {
            return null;
        }
        LinearSum worth = LinearSum.ZERO;
        double onceShare = onceShare(parts, given);
        for (Map.Entry<String, Double> chance : chances.entrySet()) {
            int[] levels = parts.world().outcome(chance.getKey());
            worth = worth.plus(parts.at(levels, onceShare), chance.getValue());
        }
        return worth;
    }

    private static List<Chance> certain() {
        return List.of(new Chance(1, Map.of()));
    }

    private static List<Chance> meanwhile(StatedParts parts, AgreementForm form) {
        List<Chance> all = certain();
        for (Map.Entry<ItemRef.OptionRef, double[]> entry : form.meanwhileChances().entrySet()) {
            int item = parts.world().indexOf(entry.getKey());
            boolean counts =
                    parts.byItem().containsKey(item)
                            || parts.conditions().stream().anyMatch(c -> c.items().contains(item));
            List<Chance> longer = new ArrayList<>();
            for (Chance known : counts ? all : List.<Chance>of()) {
                double[] chances = entry.getValue();
                for (int level = 0; level < chances.length; level++) {
                    if (chances[level] > 0) {
                        Map<Integer, Integer> moved = new HashMap<>(known.moved());
                        moved.put(item, level);
                        longer.add(new Chance(known.chance() * chances[level], moved));
                    }
                }
            }
            all = counts ? longer : all;
        }
        return all;
    }

    /// What a package is worth, with its risk and what may happen meanwhile.
    ///
    /// @param levels by item of the world
    LinearSum worth(StatedParts parts, int[] levels) {
        LinearSum sum = atRisk;
        for (Chance chance : meanwhile) {
            int[] moved = levels.clone();
            chance.moved().forEach((item, level) -> moved[item] = level);
            sum = sum.plus(parts.at(moved, onceShare), kept * chance.chance());
        }
        return sum;
    }
}
