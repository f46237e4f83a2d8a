// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.detente.compile.StateSet;
import org.detente.model.Party;

/// Writes the state graph for Graphviz (DOT): moves coloured by who makes them, those that pay
/// their mover drawn through, the others dotted; states that are an equilibrium under some concept
/// framed twice.
public final class DotExporter implements Exporter {
    /// Colours that people who see few colours can tell apart (Okabe & Ito 2008; not checked here).
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000");

    /// Made by [Formats].
    public DotExporter() {}

    @Override
    public String format() {
        return "dot";
    }

    @Override
    public String title() {
        return "the state graph for Graphviz (DOT)";
    }

    @Override
    public boolean isModel() {
        return false;
    }

    @Override
    public Exported write(ExportJob job) {
        StateGraph graph = StateGraph.of(job);
        return new Exported(
                List.of(new OutFile(job.key() + ".dot", out -> write(graph, out))), List.of());
    }

    private static void write(StateGraph graph, OutputStream out) throws IOException {
        PrintWriter dot =
                new PrintWriter(
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        dot.print("digraph states {\n");
        dot.print("  label=%s;\n".formatted(quoted(graph.model().source().title())));
        dot.print("  node [shape=box];\n");
        StateSet states = graph.states();
        int now = graph.model().same().shownAs(graph.model().now());
        for (int s = states.next(0); s >= 0; s = states.next(s + 1)) {
            String label = s + "\n" + String.join("\n", graph.levels(s));
            String frame = graph.equilibria(s).isEmpty() ? "" : ", peripheries=2";
            String style = s == now ? ", style=bold" : "";
            dot.print("  %d [label=%s%s%s];\n".formatted(s, quoted(label.strip()), frame, style));
        }
        List<Party> movers = graph.model().space().movers();
        graph.forEachMove((from, to, mover, better) ->
                dot.print(
                        "  %d -> %d [color=\"%s\", tooltip=%s%s];\n"
                                .formatted(
                                        from,
                                        to,
                                        COLOURS.get(movers.indexOf(mover) % COLOURS.size()),
                                        quoted(mover.id()),
                                        better ? "" : ", style=dotted")));
        dot.print("}\n");
        if (dot.checkError()) {
            throw new IOException("writing the graph failed");
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
