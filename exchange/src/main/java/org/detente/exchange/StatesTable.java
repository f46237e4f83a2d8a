// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Table;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.detente.model.Outcome;

/// The states of a case as a table: number, whether it is the status quo, the outcomes it lies in,
/// and the level of each option. States that count as one stand once.
final class StatesTable {
    private StatesTable() {}

    static Table of(CompiledCase model) {
        StateSpace space = model.space();
        List<String> columns = new ArrayList<>(List.of("state", "now", "outcomes"));
        space.options().forEach(option -> columns.add(option.ref().toString()));
        List<Outcome> outcomes = model.source().outcomes();
        List<StateSet> regions = outcomes.stream().map(model::statesOf).toList();
        return new Table(
                "states",
                columns,
                () ->
                        model.same().shown().stream()
                                .mapToObj(state -> row(model, outcomes, regions, state)));
    }

    private static List<String> row(
            CompiledCase model, List<Outcome> outcomes, List<StateSet> regions, int state) {
        StateSpace space = model.space();
        List<String> row = new ArrayList<>(space.optionCount() + 3);
        row.add(Integer.toString(state));
        row.add(model.same().shownAs(model.now()) == state ? "yes" : "no");
        List<String> in = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).contains(state)) {
                in.add(outcomes.get(i).id());
            }
        }
        row.add(String.join(" ", in));
        for (int option = 0; option < space.optionCount(); option++) {
            row.add(space.options().get(option).levels().get(space.level(state, option)).name());
        }
        return row;
    }
}
