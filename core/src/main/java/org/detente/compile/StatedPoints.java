// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.detente.model.Agreement;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Fallback;
import org.detente.model.Figure;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Term;
import org.detente.model.Worth;

/// Writes value functions into a case as exact points, so that whatever is asked of points can be
/// asked of them.
final class StatedPoints {
    private final Case source;
    private final Map<String, Preferences> preferences = new LinkedHashMap<>();
    private final SequencedMap<String, Figure> fallbacks = new LinkedHashMap<>();
    private final SequencedMap<String, Figure> outsides = new LinkedHashMap<>();

    StatedPoints(Case source) {
        this.source = source;
        Agreement agreement = source.agreement();
        if (agreement != null) {
            outsides.putAll(agreement.beliefs().outside());
            if (agreement.beliefs().otherwise() instanceof Fallback.Values(var byParty)) {
                fallbacks.putAll(byParty);
            }
        }
    }

    /// Writes one party's.
    ///
    /// @param party who
    /// @param worths by unknown
    void put(StatedParty party, double[] worths) {
        StatedParts parts = party.parts();
        List<Worth> values = new ArrayList<>();
        List<Worth.OfCondition> once = new ArrayList<>();
        parts.byItem()
                .forEach((index, worth) -> {
                    PackageItem item = parts.world().items().get(index);
                    List<Worth.LevelWorth> levels = new ArrayList<>();
                    for (int level = 0; level < worth.length; level++) {
                        levels.add(
                                new Worth.LevelWorth(
                                        item.levels().get(level).name(),
                                        figure(worth[level].at(worths))));
                    }
                    values.add(new Worth.OfItem(item.ref(), levels));
                });
        for (StatedParts.ConditionPart part : parts.conditions()) {
            Worth.OfCondition worth =
                    new Worth.OfCondition(part.condition(), figure(part.worth().at(worths)));
            if (part.once()) {
                once.add(worth);
            } else {
                values.add(worth);
            }
        }
        List<PreferencePart> written = new ArrayList<>();
        written.add(new PreferencePart.Values(values));
        written.add(new PreferencePart.Once(once));
        Preferences own = source.preferencesOf(party.party());
        Preferences points = new Preferences(party.party(), written);
        preferences.put(party.party(), own == null ? points : own.overriddenBy(points));
        fallbacks.put(party.party(), figure(worths[StatedParts.FALLBACK]));
        Agreement agreement = source.agreement();
        Figure outside =
                agreement == null ? null : agreement.beliefs().outside().get(party.party());
        if (outside != null) {
            outsides.put(party.party(), figure(worths[parts.fresh("outside")]));
        }
    }

    /// What no agreement is worth to a party whose points stay as they are.
    void putFallback(String party, double points) {
        fallbacks.putIfAbsent(party, figure(points));
    }

    private static Figure figure(double number) {
        return new Figure(new Quantity.Exact(number, false), Basis.ASSUMED);
    }

    /// The case with what was put. Where it states no agreement as chances, these stay.
    Case written() {
        Agreement agreement = source.agreement();
        if (agreement == null) {
            return source;
        }
        Fallback otherwise = agreement.beliefs().otherwise();
        boolean byPoints = otherwise == null || otherwise instanceof Fallback.Values;
        if (otherwise instanceof Fallback.Beliefs(var byParty)) {
            byPoints = !byParty.keySet().containsAll(agreement.between());
        }
        List<Term> terms =
                agreement.terms().stream()
                        .map(term ->
                                new Term(
                                        term.ref(),
                                        term.text(),
                                        term.levels(),
                                        others(term.values()),
                                        term.basis()))
                        .toList();
        Agreement stated =
                new Agreement(
                        agreement.between(),
                        agreement.covers(),
                        terms,
                        agreement.rules(),
                        new Agreement.Beliefs(
                                byPoints ? new Fallback.Values(fallbacks) : otherwise,
                                outsides,
                                agreement.beliefs().risk(),
                                agreement.beliefs().meanwhile(),
                                agreement.beliefs().weights()),
                        agreement.breachCollapses(),
                        agreement.ratify());
        List<Preferences> all = new ArrayList<>();
        for (Preferences own : source.preferences()) {
            all.add(preferences.getOrDefault(own.party(), own));
        }
        return source.stating(all, stated);
    }

    /// Points beside a term count for those only whose points are not written here.
    private SequencedMap<String, List<Worth.LevelWorth>> others(
            SequencedMap<String, List<Worth.LevelWorth>> values) {
        SequencedMap<String, List<Worth.LevelWorth>> others = new LinkedHashMap<>(values);
        others.keySet().removeAll(preferences.keySet());
        return others;
    }
}
