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
import org.detente.model.Outcome;

/// Writes the state graph as GraphML, for tools that draw and measure graphs.
public final class GraphMlExporter implements Exporter {
    /// Made by [Formats].
    public GraphMlExporter() {}

    @Override
    public String format() {
        return "graphml";
    }

    @Override
    public String title() {
        return "the state graph as GraphML";
    }

    @Override
    public boolean isModel() {
        return false;
    }

    @Override
    public Exported write(ExportJob job) {
        StateGraph graph = StateGraph.of(job);
        return new Exported(
                List.of(new OutFile(job.key() + ".graphml", out -> write(graph, out))), List.of());
    }

    private static void write(StateGraph graph, OutputStream out) throws IOException {
        PrintWriter xml =
                new PrintWriter(
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        xml.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.print("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        key(xml, "label", "node", "string");
        key(xml, "outcomes", "node", "string");
        key(xml, "equilibria", "node", "string");
        key(xml, "now", "node", "boolean");
        key(xml, "mover", "edge", "string");
        key(xml, "better", "edge", "boolean");
        xml.print(" <graph edgedefault=\"directed\">\n");
        writeStates(graph, xml);
        graph.forEachMove((from, to, mover, better) ->
                xml.print(
                        "  <edge source=\"s%d\" target=\"s%d\"><data key=\"mover\">%s</data><data key=\"better\">%s</data></edge>\n"
                                .formatted(from, to, mover.id(), better)));
        xml.print(" </graph>\n</graphml>\n");
        if (xml.checkError()) {
            throw new IOException("writing the graph failed");
        }
    }

    private static void writeStates(StateGraph graph, PrintWriter xml) {
        StateSet states = graph.states();
        int now = graph.model().same().shownAs(graph.model().now());
        List<Outcome> outcomes = graph.model().source().outcomes();
        List<StateSet> regions = outcomes.stream().map(graph.model()::statesOf).toList();
        for (int s = states.next(0); s >= 0; s = states.next(s + 1)) {
            StringBuilder in = new StringBuilder();
            for (int i = 0; i < regions.size(); i++) {
                if (regions.get(i).contains(s)) {
                    in.append(in.isEmpty() ? "" : " ").append(outcomes.get(i).id());
                }
            }
            xml.print("  <node id=\"s%d\">".formatted(s));
            xml.print(
                    "<data key=\"label\">%s</data>"
                            .formatted(
                                    GeniusExporter.escaped(
                                            s + ": " + String.join(", ", graph.levels(s)))));
            xml.print("<data key=\"outcomes\">%s</data>".formatted(in));
            xml.print(
                    "<data key=\"equilibria\">%s</data>"
                            .formatted(String.join(" ", graph.equilibria(s))));
            xml.print("<data key=\"now\">%s</data></node>\n".formatted(s == now));
        }
    }

    private static void key(PrintWriter xml, String name, String of, String type) {
        xml.print(
                " <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n"
                        .formatted(name, of, name, type));
    }
}
