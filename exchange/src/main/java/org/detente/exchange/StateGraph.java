// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.detente.analysis.Table;
import org.detente.compile.CompiledCase;
import org.detente.compile.Movement;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.model.Option;
import org.detente.model.Party;

/// A case's states and the moves between them, for a drawing.
final class StateGraph {
    private static final String EQUILIBRIUM = "equilibrium ";

    private final CompiledCase model;
    private final Map<Integer, List<String>> equilibria;

    private StateGraph(CompiledCase model, Map<Integer, List<String>> equilibria) {
        this.model = model;
        this.equilibria = equilibria;
    }

    /// The graph.
    ///
    /// @throws ExportError if it has too many moves, or the case has no options
    static StateGraph of(ExportJob job) {
        CompiledCase model = job.model();
        if (job.source().options().isEmpty()) {
            throw new ExportError(
                    "this case has no options, so there are no states to draw. Add options: with what each party can do.");
        }
        long edges = 0;
        StateSet shown = model.same().shown();
        Movement movement = model.movement();
        long[] count = {0};
        for (int s = shown.next(0); s >= 0; s = shown.next(s + 1)) {
            for (int mover = 0; mover < model.space().moverCount(); mover++) {
                movement.forEach(mover, s, _ -> count[0]++);
            }
            edges = count[0];
            if (edges > job.mostEdges()) {
                throw new ExportError(
                        "the state graph of this case has more than %,d moves. Leave out options or levels, or raise --max-edges."
                                .formatted(job.mostEdges()));
            }
        }
        return new StateGraph(model, equilibria(job.tables().get()));
    }

    /// The concepts under which each state is an equilibrium, from the table of verdicts.
    private static Map<Integer, List<String>> equilibria(List<Table> tables) {
        Map<Integer, List<String>> equilibria = new HashMap<>();
        for (Table table : tables) {
            if (table.name().equals("verdicts")) {
                try (Stream<List<String>> rows = table.rows().stream()) {
                    for (Iterator<List<String>> i = rows.iterator(); i.hasNext(); ) {
                        List<String> row = i.next();
                        List<String> concepts = new ArrayList<>();
                        for (int c = 0; c < row.size(); c++) {
                            String column = table.columns().get(c);
                            if (column.startsWith(EQUILIBRIUM) && row.get(c).equals("yes")) {
                                concepts.add(column.substring(EQUILIBRIUM.length()));
                            }
                        }
                        equilibria.put(Integer.valueOf(row.getFirst()), concepts);
                    }
                }
            }
        }
        return equilibria;
    }

    CompiledCase model() {
        return model;
    }

    /// The states, ascending.
    StateSet states() {
        return model.same().shown();
    }

    /// What is taken in a state beyond every option's first level, as `us.relief full`.
    List<String> levels(int state) {
        List<String> levels = new ArrayList<>();
        List<Option> options = model.space().options();
        for (int option = 0; option < options.size(); option++) {
            int level = model.space().level(state, option);
            if (level > 0) {
                String name = options.get(option).levels().get(level).name();
                levels.add(
                        options.get(option).yesNo()
                                ? options.get(option).ref().toString()
                                : options.get(option).ref() + " " + name);
            }
        }
        return levels;
    }

    /// The concepts under which a state is an equilibrium.
    List<String> equilibria(int state) {
        return equilibria.getOrDefault(state, List.of());
    }

    /// Is shown each move.
    @FunctionalInterface
    interface Visitor {
        /// A move.
        ///
        /// @param from where it begins
        /// @param to where it ends
        /// @param mover whose it is
        /// @param better whether the mover gains by it
        void move(int from, int to, Party mover, boolean better);
    }

    /// Shows every move, by state, then mover.
    void forEachMove(Visitor visitor) {
        Movement movement = model.movement();
        StateSet shown = states();
        List<Party> movers = model.space().movers();
        for (int s = shown.next(0); s >= 0; s = shown.next(s + 1)) {
            int from = s;
            for (int mover = 0; mover < movers.size(); mover++) {
                Party party = movers.get(mover);
                Ranks ranks = model.ranks(mover);
                movement.forEach(
                        mover,
                        from,
                        to -> {
                            int end = model.same().shownAs(to);
                            if (end != from) {
                                visitor.move(from, end, party, ranks.rank(to) > ranks.rank(from));
                            }
                        });
            }
        }
    }
}
