// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.testing.RandomModel;
import org.detente.testing.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;

class ReachabilityPropertyTest {
    /// Breadth-first over (state, last mover), so that no party moves twice running.
    private static Map<Integer, Integer> distances(
            RandomModel model, Movement movement, @Nullable List<Ranks> ranks, int from) {
        Map<List<Integer>, Integer> distanceByNode = new HashMap<>();
        ArrayDeque<List<Integer>> queue = new ArrayDeque<>();
        distanceByNode.put(List.of(from, -1), 0);
        queue.add(List.of(from, -1));
        while (!queue.isEmpty()) {
            List<Integer> node = queue.remove();
            int distance = distanceByNode.getOrDefault(node, 0);
            for (int mover = 0; mover < model.space().moverCount(); mover++) {
                int current = mover;
                if (node.get(1) == mover) {
                    continue;
                }
                movement.forEach(
                        mover,
                        node.get(0),
                        target -> {
                            boolean allowed =
                                    ranks == null
                                            || ranks.get(current).rank(target)
                                                    > ranks.get(current).rank(node.get(0));
                            List<Integer> next = List.of(target, current);
                            if (allowed && distanceByNode.putIfAbsent(next, distance + 1) == null) {
                                queue.add(next);
                            }
                        });
            }
        }
        Map<Integer, Integer> distances = new HashMap<>();
        distanceByNode.forEach((node, d) -> distances.merge(node.get(0), d, Math::min));
        return distances;
    }

    @ParameterizedTest
    @Seeds(400)
    void agreesWithBreadthFirstSearchOverStatesAndLastMovers(long seed) {
        RandomModel model = RandomModel.of(RandomModel.random(seed), 96);
        Movement movement =
                new Movement(
                        model.space(), model.feasible(), model.seen().toArray(StateSet[]::new));
        int from = model.feasible().next((int) (seed % model.space().product()));
        int start = from < 0 ? model.feasible().next(0) : from;
        Reachability byMoves =
                Reachability.byMoves(model.space(), model.feasible(), model.seen(), start);
        check(model, movement, byMoves, null, start);
        Reachability byImprovements =
                Reachability.byImprovements(
                        model.space(), model.feasible(), model.seen(), model.ranks(), start);
        check(model, movement, byImprovements, model.ranks(), start);
    }

    private static void check(
            RandomModel model,
            Movement movement,
            Reachability reachability,
            @Nullable List<Ranks> ranks,
            int start) {
        Map<Integer, Integer> expected = distances(model, movement, ranks, start);
        for (int state = 0; state < model.space().product(); state++) {
            int distance = reachability.distance(state);
            assertThat(distance).as("state %d", state).isEqualTo(expected.getOrDefault(state, -1));
            assertThat(reachability.reached().contains(state)).isEqualTo(distance >= 0);
            if (distance < 0) {
                continue;
            }
            List<Reachability.Step> path = reachability.pathTo(state);
            assertThat(path).hasSize(distance);
            int at = start;
            for (Reachability.Step step : path) {
                assertThat(movement.canMove(step.mover(), at, step.state())).isTrue();
                if (ranks != null) {
                    assertThat(ranks.get(step.mover()).rank(step.state()))
                            .isGreaterThan(ranks.get(step.mover()).rank(at));
                }
                at = step.state();
            }
            assertThat(at).isEqualTo(state);
        }
    }
}
