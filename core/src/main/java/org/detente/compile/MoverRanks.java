// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.detente.model.Case;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Preferences;
import org.detente.model.Problem;
import org.jspecify.annotations.Nullable;

/// Makes the movers' ranks from what a case states: a ranking if there is one, else an order, else
/// the order of the points, else indifference.
final class MoverRanks {
    private final Case source;
    private final CompiledCase.Core core;
    private final List<Problem> problems;
    private final String pathPrefix;

    /// Ranks of a case.
    ///
    /// @param source the case, or the case as a view sees it
    /// @param core its states
    /// @param problems gets what is wrong with rankings
    /// @param pathPrefix what the paths of problems start with
    MoverRanks(Case source, CompiledCase.Core core, List<Problem> problems, String pathPrefix) {
        this.source = source;
        this.core = core;
        this.problems = problems;
        this.pathPrefix = pathPrefix;
    }

    /// The ranks with every uncertain number at its centre.
    ///
    /// @param known a case whose ranks are known, or null
    /// @param knownRanks its ranks, taken over where a party states the same order
    List<Ranks> atCentre(@Nullable Case known, List<Ranks> knownRanks) {
        return at(new Quantities(source, "", Factor.Position.CENTRE), known, knownRanks);
    }

    /// The ranks with uncertain numbers as given.
    List<Ranks> at(Quantities quantities, @Nullable Case known, List<Ranks> knownRanks) {
        List<Ranks> result = new ArrayList<>();
        for (int mover = 0; mover < core.space().moverCount(); mover++) {
            String party = core.space().movers().get(mover).id();
            Preferences preferences = source.preferencesOf(party);
            boolean takenOver =
                    known != null
                            && !fromPoints(preferences)
                            && Objects.equals(preferences, known.preferencesOf(party));
            result.add(takenOver ? knownRanks.get(mover) : of(party, preferences, quantities));
        }
        return result;
    }

    /// Whether making the ranks can show something wrong: where rankings name states, or states are
    /// counted as one.
    boolean canBeWrong() {
        return !core.same().classes().isEmpty()
                || source.preferences().stream().anyMatch(p -> p.part(Ranking.class) != null);
    }

    private static boolean fromPoints(@Nullable Preferences preferences) {
        return preferences != null
                && preferences.part(Ranking.class) == null
                && preferences.part(Order.class) == null
                && preferences.part(Values.class) != null;
    }

    private Ranks of(String party, @Nullable Preferences preferences, Quantities quantities) {
        int product = core.space().product();
        if (preferences == null) {
            return RankTables.indifferent(product);
        }
        Ranking ranking = preferences.part(Ranking.class);
        if (ranking != null) {
            int before = problems.size();
            RankingCheck.check(
                    ranking.groups(),
                    core.same().shown(),
                    pathPrefix + "preferences." + party + ".ranking",
                    problems);
            return problems.size() > before
                    ? RankTables.indifferent(product)
                    : RankTables.ofRanking(ranking.groups(), core.same(), core.feasible());
        }
        Order order = preferences.part(Order.class);
        if (order != null) {
            return RankTables.ofOrder(order.statements(), core.conditions(), core.feasible());
        }
        Values values = preferences.part(Values.class);
        if (values != null) {
            return RankTables.ofPoints(
                    Points.ofStates(party, values, core.space(), core.conditions(), quantities),
                    core.feasible());
        }
        return RankTables.indifferent(product);
    }
}
