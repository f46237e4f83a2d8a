// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.PreferencePart;
import org.detente.model.Worth;

/// A party's preferences in a few words each.
final class PreferenceWords {
    private PreferenceWords() {}

    /// Lists one kind of statement.
    ///
    /// @param part the statements
    /// @param listing gets a key for them
    /// @param party the party's id
    static void list(PreferencePart part, Listing listing, String party) {
        switch (part) {
            case PreferencePart.Order(var statements) ->
                    listing.counted(
                            party + " order",
                            statements.stream().map(s -> s.condition().toString()).toList());
            case PreferencePart.Ranking(var groups, _) ->
                    listing.counted(
                            party + " ranking",
                            groups.stream()
                                    .map(g ->
                                            g.size() == 1 ? g.getFirst().toString() : g.toString())
                                    .toList());
            case PreferencePart.RedLines(var lines) ->
                    listing.counted(
                            party + " red lines",
                            lines.stream().map(s -> "never " + s.condition()).toList());
            case PreferencePart.Prefer(var comparisons) ->
                    listing.counted(
                            party + " prefer",
                            comparisons.stream()
                                    .map(c -> "%s over %s".formatted(c.better(), c.worse()))
                                    .toList());
            case PreferencePart.Swings(var items, _, _, _) ->
                    listing.counted(
                            party + " swings", items.stream().map(Object::toString).toList());
            case PreferencePart.Packages(var comparisons) ->
                    listing.counted(
                            party + " packages",
                            comparisons.stream()
                                    .map(c ->
                                            "%s over %s"
                                                    .formatted(
                                                            bundle(c.better()), bundle(c.worse())))
                                    .toList());
            case PreferencePart.Values(var worths) ->
                    listing.counted(party + " values", worths(worths));
            case PreferencePart.Once(var amounts) ->
                    listing.counted(
                            party + " once", amounts.stream().map(PreferenceWords::worth).toList());
        }
    }

    private static String bundle(PreferencePart.Bundle bundle) {
        return switch (bundle) {
            case PreferencePart.Bundle.Of(var settings) ->
                    "{%s}"
                            .formatted(
                                    String.join(
                                            ", ",
                                            settings.stream().map(Object::toString).toList()));
            case PreferencePart.Bundle.NoAgreement() -> "no agreement";
        };
    }

    private static List<String> worths(List<? extends Worth> worths) {
        List<String> words = new ArrayList<>();
        for (Worth worth : worths) {
            words.add(worth(worth));
        }
        return words;
    }

    private static String worth(Worth worth) {
        return switch (worth) {
            case Worth.OfItem(var item, var levels) -> "%s {%s}".formatted(item, levels(levels));
            case Worth.OfCondition(var condition, var points) ->
                    "%s: %s".formatted(condition, FigureWords.of(points.quantity()));
        };
    }

    /// What levels are worth.
    ///
    /// @param levels the levels
    /// @return for example `partial 15 to 25, full 50`
    static String levels(List<Worth.LevelWorth> levels) {
        return String.join(
                ", ",
                levels.stream()
                        .map(l -> l.level() + " " + FigureWords.of(l.points().quantity()))
                        .toList());
    }
}
