// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.detente.model.Assumption;
import org.detente.model.Figure;
import org.detente.model.PreferencePart;
import org.detente.model.Quantity;
import org.detente.model.View;
import org.detente.model.Worth;

/// Stated points as sentences: exact numbers and ranges as bounds; PERT its ends, normal m ± 2s.
final class StatedNumbers {
    private StatedNumbers() {}

    static void add(List<StatedSentence> sentences, StatedParts parts) {
        SequencedMap<String, Quantity> assumptions = new LinkedHashMap<>();
        int index = -1;
        for (Stake stake : Stake.of(parts.world().source(), parts.party())) {
            index++;
            if (parts.open().holds(stake.worth())) {
                continue;
            }
            List<StatedSentence.Bound> bounds = new ArrayList<>();
            List<String> words = new ArrayList<>();
            PreferencePart part = StatedSentence.partOf(parts, stake);
            String prefix = part == null ? "" : StatedSentence.prefix(parts, part);
            String place = prefix + StatedSentence.path(stake);
            switch (stake.worth()) {
                case Worth.OfItem item -> {
                    for (Worth.LevelWorth level : item.levels()) {
                        Quantity quantity = level.points().quantity();
                        words.add("%s: %s".formatted(level.level(), words(quantity)));
                        String path = stake.path(item, level);
                        LinearSum worth = parts.quantity(quantity, path);
                        bind(parts, bounds, worth, level.points(), prefix + path);
                    }
                    boolean assumed =
                            item.levels().stream()
                                    .allMatch(l -> l.points().basis().markedAssumed());
                    for (LinearSum nothing : parts.unnamed(item)) {
                        bounds.add(new StatedSentence.Bound(nothing, 0, 0, place, assumed));
                        words.add("other levels 0");
                    }
                }
                case Worth.OfCondition(_, var figure) -> {
                    words.add(words(figure.quantity()));
                    LinearSum worth =
                            parts.quantity(figure.quantity(), StatedParts.key(stake, index));
                    bind(parts, bounds, worth, figure, place);
                }
            }
            named(assumptions, stake);
            if (!bounds.isEmpty()) {
                sentences.add(
                        new StatedSentence.Points(
                                place,
                                "%s %s"
                                        .formatted(
                                                subject(stake),
                                                stake.worth() instanceof Worth.OfItem
                                                        ? "{%s}"
                                                                .formatted(
                                                                        String.join(
                                                                                ", ",
                                                                                new LinkedHashSet<>(
                                                                                        words)))
                                                        : words.getFirst()),
                                bounds));
            }
        }
        assumptions.forEach((name, _) -> assumption(sentences, parts, name));
    }

    private static String subject(Stake stake) {
        return switch (stake.worth()) {
            case Worth.OfItem(var item, _) -> item + ":";
            case Worth.OfCondition(var condition, _) -> condition + ":";
        };
    }

    private static void named(Map<String, Quantity> assumptions, Stake stake) {
        List<Quantity> quantities =
                switch (stake.worth()) {
                    case Worth.OfItem(_, var levels) ->
                            levels.stream().map(l -> l.points().quantity()).toList();
                    case Worth.OfCondition(_, var figure) -> List.of(figure.quantity());
                };
        for (Quantity quantity : quantities) {
            if (quantity instanceof Quantity.Named(String name, _)) {
                assumptions.put(name, quantity);
            }
        }
    }

    private static void assumption(List<StatedSentence> sentences, StatedParts parts, String name) {
        for (Assumption assumption : parts.world().source().assumptions()) {
            if (assumption.id().equals(name)) {
                List<StatedSentence.Bound> bounds = new ArrayList<>();
                String path = Quantities.assumptionPath(name);
                Quantity quantity = assumption.figure().quantity();
                View view = parts.world().model().view();
                String prefix =
                        view != null && view.assumptions().contains(assumption)
                                ? "views.%s.".formatted(view.id())
                                : "";
                bind(
                        parts,
                        bounds,
                        parts.quantity(quantity, path),
                        assumption.figure(),
                        prefix + path);
                sentences.add(
                        new StatedSentence.Points(
                                prefix + path, "%s: %s".formatted(name, words(quantity)), bounds));
            }
        }
    }

    private static void bind(
            StatedParts parts,
            List<StatedSentence.Bound> bounds,
            LinearSum worth,
            Figure figure,
            String path) {
        Quantity quantity = figure.quantity();
        if (quantity instanceof Quantity.Named named) {
            if (parts.isApart()) {
                LinearSum difference = worth.minus(parts.assumption(named));
                bounds.add(new StatedSentence.Bound(difference, 0, 0, path, false));
            }
        } else {
            bounds.add(
                    new StatedSentence.Bound(
                            worth,
                            Quantities.at(quantity, Factor.Position.LOW),
                            Quantities.at(quantity, Factor.Position.HIGH),
                            path,
                            figure.basis().markedAssumed()));
        }
    }

    private static String words(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Exact(double value, _) -> number(value);
            case Quantity.Uniform(double low, double high, _) ->
                    "%s to %s".formatted(number(low), number(high));
            case Quantity.Pert(double low, double high, double likely, _) ->
                    "%s to %s, likely %s".formatted(number(low), number(high), number(likely));
            case Quantity.Normal(double mean, double deviation) ->
                    "normal(%s, %s)".formatted(number(mean), number(deviation));
            case Quantity.Named(String name, boolean negated) -> negated ? "-" + name : name;
        };
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
