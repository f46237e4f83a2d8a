// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.detente.model.Basis;
import org.detente.model.ItemRef.OptionRef;
import org.detente.model.Party;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Statement;
import org.jspecify.annotations.Nullable;

/// Reads what the decision makers of a graph-model file prefer: conditions, most important first,
/// or a manual ranking of the feasible states by position.
final class GraphModelPreferences {
    private static final int NAMED_STATES = 5;

    private final ForeignFile file;
    private final Json.Obj root;
    private final Findings findings;
    private final GraphModelConditions conditions;
    private final List<OptionRef> refs;

    GraphModelPreferences(
            ForeignFile file,
            Json.Obj root,
            Findings findings,
            GraphModelConditions conditions,
            List<OptionRef> refs) {
        this.file = file;
        this.root = root;
        this.findings = findings;
        this.conditions = conditions;
        this.refs = refs;
    }

    List<Preferences> read(
            List<Json> makers, List<Party> parties, @Nullable FeasibleStates feasible) {
        boolean manual = manual(makers);
        int[] states = manual && feasible != null ? feasible.numbers() : new int[0];
        List<Preferences> preferences = new ArrayList<>();
        for (int m = 0; m < makers.size(); m++) {
            if (!(makers.get(m) instanceof Json.Obj maker)) {
                continue;
            }
            String party = parties.get(m).id();
            String path = "decisionMakers[%d]".formatted(m);
            PreferencePart part = manual ? manual(maker, path, states, feasible != null) : null;
            if (part == null) {
                part = order(maker, path);
            } else if (!Json.itemsOf(maker.get("preferences")).isEmpty()) {
                findings.loss(
                        path + ".preferences",
                        "conditions, which the manual ranking overrides",
                        "left out");
            }
            if (!manual && ranking(maker) != null) {
                findings.loss(
                        path + ".preferenceRanking",
                        "a ranking, which is not in use: the conditions count",
                        "left out");
            }
            if (part != null) {
                preferences.add(new Preferences(party, List.of(part)));
            }
        }
        return preferences;
    }

    /// Whether rankings count: the file says so, or it says nothing and has nothing else.
    private boolean manual(List<Json> makers) {
        Json flag = root.first("useManualPreferenceRanking", "useManualPreferenceVectors");
        if (flag != null) {
            return "true".equalsIgnoreCase(flag.name()) || "1".equals(flag.name());
        }
        boolean ranked = false;
        for (Json node : makers) {
            if (node instanceof Json.Obj maker) {
                ranked |= ranking(maker) != null;
                if (!Json.itemsOf(maker.get("preferences")).isEmpty()) {
                    return false;
                }
            }
        }
        return ranked;
    }

    private static @Nullable Json ranking(Json.Obj maker) {
        return maker.first("preferenceRanking", "preferenceVector");
    }

    private PreferencePart.@Nullable Order order(Json.Obj maker, String path) {
        List<Statement> statements = new ArrayList<>();
        Set<List<Pattern>> seen = new HashSet<>();
        List<Json> nodes = Json.itemsOf(maker.get("preferences"));
        for (int i = 0; i < nodes.size(); i++) {
            String at = "%s.preferences[%d]".formatted(path, i);
            List<Pattern> patterns = conditions.read(nodes.get(i), at);
            if (patterns == null) {
                continue;
            }
            if (patterns.isEmpty() || patterns.stream().anyMatch(Pattern::isEverything)) {
                findings.loss(
                        at,
                        "a condition that holds nowhere or everywhere",
                        "left out: it says nothing");
            } else if (Pattern.parts(patterns, refs).size() > 1) {
                findings.error(
                        file,
                        at,
                        nodes.get(i).place(),
                        "is a condition of %d members, more than a statement can hold"
                                .formatted(patterns.size()),
                        "Say it with fewer members, or rank the states");
            } else if (seen.add(patterns)) {
                statements.add(new Statement(Pattern.any(patterns, refs), Basis.ASSUMED));
            } else {
                findings.loss(at, "the same condition again", "left out, as the tool does");
            }
        }
        return statements.isEmpty() ? null : new PreferencePart.Order(statements);
    }

    private @Nullable PreferencePart manual(
            Json.Obj maker, String path, int[] states, boolean enumerated) {
        Json ranking = ranking(maker);
        if (!enumerated) {
            findings.error(
                    file,
                    path,
                    maker.place(),
                    "has a manual ranking over more than %d options"
                            .formatted(FeasibleStates.MOST_OPTIONS),
                    "State conditions instead");
            return null;
        }
        if (ranking != null) {
            return ranked(ranking, path + ".preferenceRanking", states);
        }
        if (Json.itemsOf(maker.get("payoffs")).size() == states.length && states.length > 0) {
            return byPayoffs(Json.itemsOf(maker.get("payoffs")), path, states);
        }
        findings.loss(
                path,
                "rankings count in this file, and it has none",
                Json.itemsOf(maker.get("preferences")).isEmpty()
                        ? "indifferent"
                        : "its conditions count");
        return null;
    }

    private PreferencePart.@Nullable Ranking ranked(Json ranking, String path, int[] states) {
        BitSet named = new BitSet(states.length + 1);
        List<List<Integer>> groups = new ArrayList<>();
        boolean understood = ranking instanceof Json.Arr;
        for (Json node : Json.itemsOf(ranking)) {
            List<Json> tied =
                    node instanceof Json.Arr(List<Json> items, _, _) ? items : List.of(node);
            List<Integer> group = new ArrayList<>(tied.size());
            for (Json item : tied) {
                Integer position = item.whole();
                if (position == null || position < 1 || position > states.length) {
                    findings.error(
                            file,
                            path,
                            item.place(),
                            "names no feasible state: the file has %d, counted from 1"
                                    .formatted(states.length),
                            "Write positions from 1 to %d".formatted(states.length));
                    understood = false;
                } else if (named.get(position)) {
                    findings.error(
                            file,
                            path,
                            item.place(),
                            "ranks state %d twice".formatted(position),
                            "Rank it once");
                    understood = false;
                } else {
                    named.set(position);
                    group.add(states[position - 1]);
                }
            }
            if (!group.isEmpty()) {
                // Within a tie the order says nothing; ascending, the same ranking is the same
                // text.
                group.sort(null);
                groups.add(group);
            }
        }
        if (understood && named.cardinality() < states.length) {
            tellMissing(ranking, path, named, states.length);
            return null;
        }
        return understood ? new PreferencePart.Ranking(groups, Basis.ASSUMED) : null;
    }

    private void tellMissing(Json ranking, String path, BitSet named, int stateCount) {
        List<String> missing = new ArrayList<>();
        for (int s = named.nextClearBit(1); s <= stateCount; s = named.nextClearBit(s + 1)) {
            missing.add(Integer.toString(s));
        }
        findings.error(
                file,
                path,
                ranking.place(),
                "leaves out %d of %d feasible states: %s"
                        .formatted(missing.size(), stateCount, Words.list(missing, NAMED_STATES)),
                "Rank every feasible state, or switch manual ranking off");
    }

    /// A ranking from the payoffs that newer files carry, a higher one better.
    private PreferencePart byPayoffs(List<Json> payoffs, String path, int[] states) {
        TreeMap<Double, List<Integer>> groups = new TreeMap<>(java.util.Comparator.reverseOrder());
        for (int i = 0; i < states.length; i++) {
            String number = payoffs.get(i).name();
            double payoff = Numbers.parse(number == null ? "" : number);
            if (Double.isNaN(payoff)) {
                findings.error(
                        file,
                        path + ".payoffs",
                        payoffs.get(i).place(),
                        "is not a number",
                        "Write one number for each feasible state");
            } else {
                groups.computeIfAbsent(payoff, _ -> new ArrayList<>()).add(states[i]);
            }
        }
        findings.loss(path, "rankings count, and only payoffs are there", "ranked by its payoffs");
        return new PreferencePart.Ranking(List.copyOf(groups.values()), Basis.ASSUMED);
    }
}
