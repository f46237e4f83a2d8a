// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Basis;
import org.detente.model.PreferencePart;
import org.detente.model.PreferencePart.Bundle;
import org.detente.model.Preferences;
import org.detente.model.Worth;
import org.detente.yaml.Nodes.Keys;
import org.snakeyaml.engine.v2.nodes.Node;

/// Makes YAML nodes of preferences.
final class PreferenceNodes {
    /// As many states as a ranking lists as YAML; a longer one is a text, `7 > 3 = 4 > 8`, which
    /// takes a tenth of the memory to read.
    private static final int MOST_LISTED_STATES = 1000;

    private PreferenceNodes() {}

    static Node preferences(List<Preferences> preferences) {
        Keys parties = Nodes.keys();
        for (Preferences one : preferences) {
            Keys kinds = Nodes.keys();
            one.parts().forEach(part -> put(part, kinds));
            parties.put(one.party(), kinds.block());
        }
        return parties.block();
    }

    private static void put(PreferencePart part, Keys kinds) {
        switch (part) {
            case PreferencePart.Order(var statements) ->
                    kinds.put("order", Nodes.statements("when", statements));
            case PreferencePart.RedLines(var lines) ->
                    kinds.put("red lines", Nodes.statements("never", lines));
            case PreferencePart.Ranking(var groups, Basis basis) ->
                    kinds.put("ranking", founded("groups", ranking(groups), basis));
            case PreferencePart.Prefer(var comparisons) ->
                    kinds.put(
                            "prefer",
                            Nodes.blockList(
                                    comparisons.stream()
                                            .map(PreferenceNodes::comparison)
                                            .toList()));
            case PreferencePart.Swings swings -> kinds.put("swings", swings(swings));
            case PreferencePart.Packages(var comparisons) ->
                    kinds.put(
                            "packages",
                            Nodes.blockList(
                                    comparisons.stream().map(PreferenceNodes::packages).toList()));
            case PreferencePart.Values(var worths) -> kinds.put("values", values(worths));
            case PreferencePart.Once(var amounts) -> kinds.put("once", values(amounts));
        }
    }

    private static Node swings(PreferencePart.Swings swings) {
        Node items =
                Nodes.flowList(
                        swings.items().stream().map(item -> Nodes.words(item.toString())).toList());
        if (swings.gaps().isEmpty() && swings.open().equals(PreferencePart.Open.NOTHING)) {
            return founded("items", items, swings.basis());
        }
        Keys keys = Nodes.keys().put("items", items);
        if (!swings.gaps().isEmpty()) {
            Keys gaps = Nodes.keys();
            swings.gaps().forEach(gap -> gaps.put(gap.item().toString(), gap(gap)));
            keys.put("by how much", gaps.block());
        }
        if (!swings.open().equals(PreferencePart.Open.NOTHING)) {
            List<Node> open = new ArrayList<>();
            swings.open().items().forEach(item -> open.add(Nodes.words(item.toString())));
            swings.open().conditions().forEach(when -> open.add(Nodes.words(when.toString())));
            if (swings.open().otherwise()) {
                open.add(Nodes.words("otherwise"));
            }
            keys.put("open", Nodes.flowList(open));
        }
        return keys.putBasis(swings.basis()).block();
    }

    private static Node gap(PreferencePart.Gap gap) {
        PreferencePart.Strength strength = PreferencePart.Strength.of(gap);
        Node times = strength != null ? Nodes.words(strength.word()) : Nodes.plain(times(gap));
        return founded("times", times, gap.basis());
    }

    private static String times(PreferencePart.Gap gap) {
        String least = Decimal.of(gap.least());
        Double most = gap.most();
        if (most == null) {
            return "at least " + least;
        }
        return most == gap.least() ? least : "%s to %s".formatted(least, Decimal.of(most));
    }

    private static Node founded(String key, Node node, Basis basis) {
        return basis.equals(Basis.ASSUMED)
                ? node
                : Nodes.keys().put(key, node).putBasis(basis).flow();
    }

    private static Node ranking(List<List<Integer>> groups) {
        int states = 0;
        for (List<Integer> group : groups) {
            states += group.size();
        }
        if (states > MOST_LISTED_STATES) {
            return Nodes.words(RankingText.write(groups));
        }
        return Nodes.flowList(
                groups.stream()
                        .map(group ->
                                Nodes.oneOrList(
                                        group.stream()
                                                .map(n -> Nodes.plain(n.toString()))
                                                .toList()))
                        .toList());
    }

    private static Node comparison(PreferencePart.Comparison comparison) {
        Node that = Nodes.words(comparison.better() + " over " + comparison.worse());
        return founded("that", that, comparison.basis());
    }

    private static Node packages(PreferencePart.PackageComparison comparison) {
        return Nodes.keys()
                .put("better", bundle(comparison.better()))
                .put("worse", bundle(comparison.worse()))
                .putBasis(comparison.basis())
                .flow();
    }

    private static Node bundle(Bundle bundle) {
        return switch (bundle) {
            case Bundle.Of(var settings) -> Nodes.settings(settings);
            case Bundle.NoAgreement() -> Nodes.words("otherwise");
        };
    }

    private static Node values(List<? extends Worth> worths) {
        Keys keys = Nodes.keys();
        for (Worth worth : worths) {
            switch (worth) {
                case Worth.OfItem(var item, var levels) ->
                        keys.put(item.toString(), levels(levels));
                case Worth.OfCondition(var condition, var points) ->
                        keys.put(condition.toString(), Nodes.figure(points));
            }
        }
        return keys.block();
    }

    static Node levels(List<Worth.LevelWorth> levels) {
        Keys keys = Nodes.keys();
        levels.forEach(worth -> keys.put(worth.level(), Nodes.figure(worth.points())));
        return keys.flow();
    }
}
