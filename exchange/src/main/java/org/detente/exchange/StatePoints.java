// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.PreferencePart.Values;
import org.detente.model.Worth;

/// The points a party's values give to every state outside an agreement, at their centre.
final class StatePoints {
    private StatePoints() {}

    /// Points by state number.
    static double[] of(CompiledCase model, Values values) {
        StateSpace space = model.space();
        double[] points = new double[space.product()];
        for (Worth worth : values.worths()) {
            switch (worth) {
                case Worth.OfItem item -> {
                    int option = space.indexOf(item.item());
                    double[] byLevel = new double[option < 0 ? 0 : space.radix(option)];
                    for (Worth.LevelWorth level : item.levels()) {
                        if (option >= 0) {
                            byLevel[space.levelIndex(option, level.level())] =
                                    Centre.of(level.points().quantity(), model.source());
                        }
                    }
                    for (int s = 0; option >= 0 && s < points.length; s++) {
                        points[s] += byLevel[space.level(s, option)];
                    }
                }
                case Worth.OfCondition(var condition, var figure) -> {
                    double value = Centre.of(figure.quantity(), model.source());
                    StateSet where = model.where(condition);
                    for (int s = where.next(0); s >= 0; s = where.next(s + 1)) {
                        points[s] += value;
                    }
                }
            }
        }
        return points;
    }
}
