// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.List;
import org.detente.model.Case;
import org.detente.model.Figure;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Preferences;
import org.detente.model.Worth;

/// The points a party's `values` give to states outside an agreement, and the factors they rest on.
final class Points {
    private Points() {}

    /// What a factor path of a party's values starts with.
    static String root(String party) {
        return "preferences." + party + ".values.";
    }

    /// A party's points in every state, per step.
    ///
    /// @param party the party's id
    /// @param values its stated values
    /// @param space the state space
    /// @param conditions evaluates the conditions
    /// @param quantities gives the numbers
    /// @return points by state, feasible or not
    static double[] ofStates(
            String party,
            Values values,
            StateSpace space,
            Conditions conditions,
            Quantities quantities) {
        double[] points = new double[space.product()];
        for (Worth worth : values.worths()) {
            switch (worth) {
                case Worth.OfItem item -> addItem(points, party, item, space, quantities);
                case Worth.OfCondition(var condition, Figure figure) -> {
                    double value = quantities.value(figure.quantity(), root(party) + condition);
                    StateSet where = conditions.where(condition);
                    for (int s = where.next(0); s >= 0; s = where.next(s + 1)) {
                        points[s] += value;
                    }
                }
            }
        }
        return points;
    }

    private static void addItem(
            double[] points,
            String party,
            Worth.OfItem item,
            StateSpace space,
            Quantities quantities) {
        int option = space.indexOf(item.item());
        if (option < 0) {
            return;
        }
        double[] byLevel = new double[space.radix(option)];
        for (Worth.LevelWorth level : item.levels()) {
            byLevel[space.levelIndex(option, level.level())] =
                    quantities.value(level.points().quantity(), path(party, item, level));
        }
        int stride = space.stride(option);
        int state = 0;
        while (state < points.length) {
            for (double worth : byLevel) {
                for (int end = state + stride; state < end; state++) {
                    points[state] += worth;
                }
            }
        }
    }

    static String path(String party, Worth.OfItem item, Worth.LevelWorth level) {
        return root(party) + item.item() + "." + level.level();
    }

    /// The uncertain numbers that the movers' ranks rest on, in the order of the case, each once:
    /// those in the values of movers without an order or a ranking.
    ///
    /// @param source the case
    /// @param space its space, whose movers count
    /// @return the factors
    static List<Factor> factors(Case source, StateSpace space) {
        Factors factors = new Factors(source);
        for (Preferences preferences : source.preferences()) {
            Values values = preferences.part(Values.class);
            if (values == null
                    || preferences.part(Order.class) != null
                    || preferences.part(Ranking.class) != null
                    || space.moverIndex(preferences.party()) < 0) {
                continue;
            }
            for (Worth worth : values.worths()) {
                switch (worth) {
                    case Worth.OfItem item -> {
                        if (space.indexOf(item.item()) >= 0) {
                            for (Worth.LevelWorth level : item.levels()) {
                                String path = path(preferences.party(), item, level);
                                factors.add(level.points(), path);
                            }
                        }
                    }
                    case Worth.OfCondition(var condition, Figure figure) ->
                            factors.add(figure, root(preferences.party()) + condition);
                }
            }
        }
        return factors.gathered();
    }
}
