// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.List;
import org.detente.model.Problem;

/// Checks that a ranking names every state once.
final class RankingCheck {
    private static final int NAMED_STATES = 5;

    private RankingCheck() {}

    /// Adds a problem for states that are unknown, named twice or missing.
    ///
    /// @param groups the ranking, best first
    /// @param shown the states it must name
    /// @param path where it stands
    /// @param problems gets what is wrong
    static void check(
            List<List<Integer>> groups, StateSet shown, String path, List<Problem> problems) {
        StateSet named = StateSet.none(shown.size());
        for (List<Integer> group : groups) {
            for (int state : group) {
                if (state < 0 || state >= shown.size() || !shown.contains(state)) {
                    problems.add(
                            Problem.error(
                                    path,
                                    "%d is no feasible state of this case".formatted(state),
                                    "Name only feasible states; `check` lists how they are numbered"));
                } else if (named.contains(state)) {
                    problems.add(
                            Problem.error(
                                    path,
                                    "state %d is named twice".formatted(state),
                                    "Name every feasible state once; a tie is an inner list"));
                } else {
                    named.add(state);
                }
            }
        }
        StateSet missing = shown.copy().andNot(named);
        if (!missing.isEmpty()) {
            int count = missing.count();
            String first =
                    String.join(
                            ", ",
                            missing.stream()
                                    .limit(NAMED_STATES)
                                    .mapToObj(Integer::toString)
                                    .toList());
            problems.add(
                    Problem.error(
                            path,
                            "%d of %d feasible states are missing: %s%s"
                                    .formatted(
                                            count,
                                            shown.count(),
                                            first,
                                            count > NAMED_STATES ? " …" : ""),
                            "Add them where they belong, or state an `order` instead"));
        }
    }
}
