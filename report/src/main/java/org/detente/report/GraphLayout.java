// SPDX-License-Identifier: Apache-2.0
package org.detente.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.detente.explain.Block;
import org.jspecify.annotations.Nullable;

/// Places for the nodes and edges of a small graph, in ranks by distance from the first node.
///
/// An edge over several ranks passes each in a slot of its own, so that no edge crosses a node. The
/// order within a rank follows the mean place of the neighbours (barycentre sweeps, after Sugiyama,
/// Tagawa & Toda 1981; not checked here). Large graphs are not drawn.
final class GraphLayout {
    private static final int MOST_NODES = 60;
    private static final int MOST_IN_RANK = 7;
    private static final int MOST_EDGES = 120;
    private static final int SWEEPS = 6;

    /// Room for the ends of edges side by side.
    static final double PORT_ROOM = 22;

    private final List<Route> routes = new ArrayList<>();
    private final List<List<Slot>> ranks = new ArrayList<>();
    private final Map<String, Slot> slotById = new HashMap<>();
    private final boolean drawable;

    /// A place in a rank: a node, or where a long edge passes.
    static final class Slot {
        final Block.@Nullable Node node;
        final int rank;
        final List<Slot> above = new ArrayList<>();
        final List<Slot> below = new ArrayList<>();

        /// How many ends of edges meet it from above and from below.
        int topCount;

        int bottomCount;
        double order;
        double x;
        double width;

        Slot(Block.@Nullable Node node, int rank) {
            this.node = node;
            this.rank = rank;
        }
    }

    /// The way of an edge through the ranks, from the upper end to the lower.
    ///
    /// @param edgeIndex which edge of the graph
    /// @param slots the slots it passes, ends included; both ends are equal for a loop
    /// @param upward whether the edge points to the upper end
    record Route(int edgeIndex, List<Slot> slots, boolean upward) {
        Slot first() {
            return slots.getFirst();
        }

        Slot last() {
            return slots.getLast();
        }

        boolean isLoop() {
            return first().equals(last());
        }

        boolean isLevel() {
            return !isLoop() && first().rank == last().rank;
        }
    }

    /// Lays a graph out.
    GraphLayout(Block.Graph graph) {
        if (graph.nodes().isEmpty()
                || graph.nodes().size() > MOST_NODES
                || graph.edges().size() > MOST_EDGES
                || hasTwoLoopsAtANode(graph)) {
            drawable = false;
            return;
        }
        rank(graph);
        drawable = ranks.stream().allMatch(rank -> rank.size() <= MOST_IN_RANK);
        if (drawable) {
            route(graph);
            order();
        }
    }

    /// Whether the graph is small enough to be drawn tidily.
    boolean drawable() {
        return drawable;
    }

    /// The ranks, top to bottom, each from left to right.
    List<List<Slot>> ranks() {
        return ranks;
    }

    /// The ways of the edges whose ends are both nodes.
    List<Route> routes() {
        return routes;
    }

    /// There is room for one loop beside a node.
    private static boolean hasTwoLoopsAtANode(Block.Graph graph) {
        Set<String> seen = new HashSet<>();
        return graph.edges().stream()
                .anyMatch(edge -> edge.from().equals(edge.to()) && !seen.add(edge.from()));
    }

    private void rank(Block.Graph graph) {
        Map<String, Integer> rankById = new HashMap<>();
        for (Block.Node root : graph.nodes()) {
            if (rankById.putIfAbsent(root.id(), 0) == null) {
                spread(graph, root.id(), rankById);
            }
        }
        for (Block.Node node : graph.nodes()) {
            int rank = rankById.getOrDefault(node.id(), 0);
            Slot slot = new Slot(node, rank);
            if (slotById.putIfAbsent(node.id(), slot) == null) {
                add(slot);
            }
        }
    }

    private static void spread(Block.Graph graph, String root, Map<String, Integer> rankById) {
        Deque<String> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            String id = waiting.remove();
            int next = rankById.getOrDefault(id, 0) + 1;
            for (Block.Edge edge : graph.edges()) {
                if (edge.from().equals(id) && rankById.putIfAbsent(edge.to(), next) == null) {
                    waiting.add(edge.to());
                }
            }
        }
    }

    private void add(Slot slot) {
        while (ranks.size() <= slot.rank) {
            ranks.add(new ArrayList<>());
        }
        ranks.get(slot.rank).add(slot);
    }

    private void route(Block.Graph graph) {
        for (int index = 0; index < graph.edges().size(); index++) {
            Slot from = slotById.get(graph.edges().get(index).from());
            Slot to = slotById.get(graph.edges().get(index).to());
            if (from != null && to != null) {
                routes.add(route(index, from, to));
            }
        }
    }

    private Route route(int index, Slot from, Slot to) {
        boolean upward = from.rank > to.rank;
        Slot upper = upward ? to : from;
        Slot lower = upward ? from : to;
        List<Slot> way = new ArrayList<>(List.of(upper));
        if (upper.rank == lower.rank) {
            way.add(lower);
            if (!from.equals(to)) {
                from.bottomCount++;
                to.bottomCount++;
            }
            return new Route(index, way, false);
        }
        for (int rank = upper.rank + 1; rank < lower.rank; rank++) {
            Slot passing = new Slot(null, rank);
            add(passing);
            way.add(passing);
        }
        way.add(lower);
        upper.bottomCount++;
        lower.topCount++;
        for (int step = 1; step < way.size(); step++) {
            way.get(step - 1).below.add(way.get(step));
            way.get(step).above.add(way.get(step - 1));
        }
        return new Route(index, way, upward);
    }

    private void order() {
        ranks.forEach(GraphLayout::number);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (List<Slot> rank : down ? ranks : ranks.reversed()) {
                Map<Slot, Double> wanted = new HashMap<>();
                for (Slot slot : rank) {
                    wanted.put(slot, mean(down ? slot.above : slot.below, slot.order));
                }
                rank.sort(Comparator.comparingDouble(slot -> wanted.getOrDefault(slot, 0.0)));
                number(rank);
            }
        }
    }

    /// Orders are shares of the rank's length, so that ranks of different length compare.
    private static void number(List<Slot> rank) {
        for (int index = 0; index < rank.size(); index++) {
            rank.get(index).order = (index + 0.5) / rank.size();
        }
    }

    private static double mean(List<Slot> neighbours, double otherwise) {
        return neighbours.stream().mapToDouble(slot -> slot.order).average().orElse(otherwise);
    }
}
