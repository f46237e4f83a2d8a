// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Table;
import org.detente.model.Party;
import org.detente.model.View;

/// The verdicts on every state as a table: a row for each state, `yes` or `no` for each party and
/// concept, and for each concept whether the state is an equilibrium.
final class VerdictTable {
    private VerdictTable() {}

    static List<Table> of(StabilityResult result) {
        List<Table> tables = new ArrayList<>();
        tables.add(table(result.own(), "verdicts"));
        for (Reading reading : result.views()) {
            View view = reading.model().view();
            if (view != null) {
                tables.add(table(reading, "verdicts-" + view.id()));
            }
        }
        return tables;
    }

    private static Table table(Reading reading, String name) {
        List<String> columns = new ArrayList<>(List.of("state"));
        for (Party mover : reading.model().space().movers()) {
            for (Concept concept : Concept.values()) {
                columns.add(mover.id() + " " + concept.key());
            }
        }
        for (Concept concept : Concept.values()) {
            columns.add("equilibrium " + concept.key());
        }
        return new Table(
                name,
                columns,
                () ->
                        reading.model().same().shown().stream()
                                .mapToObj(state -> row(reading, state)));
    }

    private static List<String> row(Reading reading, int state) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(state));
        int movers = reading.model().space().moverCount();
        for (int mover = 0; mover < movers; mover++) {
            for (Concept concept : Concept.values()) {
                row.add(said(reading.verdicts().stableFor(concept, mover).contains(state)));
            }
        }
        for (Concept concept : Concept.values()) {
            row.add(said(reading.verdicts().equilibria(concept).contains(state)));
        }
        return row;
    }

    private static String said(boolean stable) {
        return stable ? "yes" : "no";
    }
}
