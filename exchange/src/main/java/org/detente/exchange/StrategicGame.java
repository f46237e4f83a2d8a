// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Basis;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.Condition.Comparison;
import org.detente.model.Figure;
import org.detente.model.ItemRef.OptionRef;
import org.detente.model.Level;
import org.detente.model.Option;
import org.detente.model.Party;
import org.detente.model.PreferencePart;
import org.detente.model.Preferences;
import org.detente.model.Quantity;
import org.detente.model.Worth;
import org.jspecify.annotations.Nullable;

/// A game in strategic form: each player picks one strategy, and each profile of strategies has a
/// payoff for each player. Profiles are numbered with the first player's strategy changing fastest,
/// as states are.
///
/// @param title its title
/// @param comment what it is about, or null
/// @param players the players' names
/// @param strategies by player, the names of the strategies, no two alike
/// @param payoffs by player, the payoff of each profile
record StrategicGame(
        String title,
        @Nullable String comment,
        List<String> players,
        List<List<String>> strategies,
        List<double[]> payoffs) {
    /// How a party says what its only strategy is, where there is nothing to choose.
    static final String ONLY = "Has one strategy only: ";

    StrategicGame {
        players = List.copyOf(players);
        strategies = strategies.stream().map(List::copyOf).toList();
        payoffs = List.copyOf(payoffs);
    }

    /// How many profiles there are.
    static long profileCount(List<List<String>> strategies) {
        long count = 1;
        for (List<String> own : strategies) {
            count = Math.min(Integer.MAX_VALUE, count * own.size());
        }
        return count;
    }

    /// The case: each player one option with its strategies as levels, payoffs as points.
    Case toCase() {
        Words.Ids ids = new Words.Ids("player");
        List<Party> parties = new ArrayList<>();
        List<Option> options = new ArrayList<>();
        for (int p = 0; p < players.size(); p++) {
            List<String> own = strategies.get(p);
            String id = ids.of(players.get(p));
            parties.add(
                    new Party(
                            id,
                            players.get(p),
                            null,
                            Party.Role.PRINCIPAL,
                            own.size() == 1 ? ONLY + own.getFirst() : null,
                            Basis.ASSUMED));
            if (own.size() > 1) {
                options.add(option(id, own));
            }
        }
        List<Condition> profiles = profiles(options);
        List<Preferences> preferences = new ArrayList<>();
        for (int p = 0; p < players.size() && !options.isEmpty(); p++) {
            List<Worth> worths = new ArrayList<>();
            for (int s = 0; s < profiles.size(); s++) {
                worths.add(
                        new Worth.OfCondition(
                                profiles.get(s),
                                new Figure(
                                        new Quantity.Exact(payoffs.get(p)[s], false),
                                        Basis.ASSUMED)));
            }
            preferences.add(
                    new Preferences(
                            parties.get(p).id(), List.of(new PreferencePart.Values(worths))));
        }
        return NewCase.ofOptions(
                title,
                comment,
                parties,
                options,
                List.of(),
                List.of(),
                preferences,
                List.of(),
                List.of());
    }

    private static Option option(String party, List<String> strategies) {
        List<Level> levels = new ArrayList<>();
        for (String strategy : strategies) {
            levels.add(new Level(strategy, null, null, Basis.ASSUMED));
        }
        return new Option(
                new OptionRef(party, "strategy"),
                null,
                levels,
                Option.Moves.BOTH,
                0,
                1,
                Basis.ASSUMED);
    }

    /// For each profile the condition that describes it.
    private static List<Condition> profiles(List<Option> options) {
        List<Condition> profiles = new ArrayList<>();
        int[] chosen = new int[options.size()];
        boolean more = !options.isEmpty();
        while (more) {
            List<Condition> all = new ArrayList<>();
            for (int i = 0; i < chosen.length; i++) {
                Option option = options.get(i);
                all.add(
                        new Condition.Compare(
                                option.ref(),
                                Comparison.EQUAL,
                                option.levels().get(chosen[i]).name()));
            }
            profiles.add(all.size() == 1 ? all.getFirst() : new Condition.And(all));
            int i = 0;
            while (i < chosen.length && ++chosen[i] == options.get(i).levels().size()) {
                chosen[i++] = 0;
            }
            more = i < chosen.length;
        }
        return profiles;
    }
}
