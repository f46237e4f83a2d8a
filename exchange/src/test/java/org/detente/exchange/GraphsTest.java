// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;
import org.junit.jupiter.api.Test;

/// Tables and drawings of a case's states.
class GraphsTest {
    private static Case inspection() {
        return Trial.read(Trial.resource("inspection.gmcr")).model();
    }

    @Test
    void tableHasARowForEachFeasibleState() {
        String csv = Trial.export(inspection(), "csv").getFirst().text();
        assertThat(csv.lines())
                .startsWith(
                        "state,now,outcomes,inspector.inspect,inspector.withdraw,operator.comply",
                        "0,yes,,no,no,no")
                .hasSize(7);
    }

    @Test
    void graphMlHasEveryStateAndMove() {
        Xml graph =
                Xml.read(Trial.export(inspection(), "graphml").getFirst(), new Findings())
                        .named("graph")
                        .getFirst();
        assertThat(graph.named("node")).hasSize(6);
        int[] moves = {0};
        CompiledCase model = CompiledCase.of(inspection(), 64);
        model.feasible().stream()
                .forEach(s -> {
                    for (int m = 0; m < 2; m++) {
                        model.movement().forEach(m, s, _ -> moves[0]++);
                    }
                });
        assertThat(graph.named("edge")).hasSize(moves[0]);
    }

    @Test
    void dotNamesEveryState() {
        String dot = Trial.export(inspection(), "dot").getFirst().text();
        assertThat(dot).startsWith("digraph states {").contains("0 -> 1").endsWith("}\n");
    }

    @Test
    void tooManyMovesAreRefused() {
        CompiledCase model = CompiledCase.of(inspection(), 64);
        ExportJob job = new ExportJob("key", model, List::of, 3);
        assertThatThrownBy(() -> new DotExporter().write(job))
                .isInstanceOf(ExportError.class)
                .hasMessageContaining("--max-edges");
    }
}
