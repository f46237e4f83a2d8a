// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.detente.model.Party;
import org.detente.model.Problem;
import org.detente.model.View;

/// Finds statements of one party that cannot hold together: its own, and as each view has them.
public final class StatedCheck {
    private StatedCheck() {}

    /// Contradictions of a case, each told once.
    ///
    /// @param model the compiled case
    /// @return one error for each party whose statements no value function fits, with a set of them
    ///   of which none can be left out, in their own words
    public static List<Problem> problems(CompiledCase model) {
        List<Problem> problems = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Party party : model.source().parties()) {
            StatedClash own = StatedClash.of(model, party.id());
            if (!own.statements().isEmpty()) {
                told.add(party.id());
                problems.add(problem(party, own));
            }
        }
        for (View view : model.source().views()) {
            CompiledCase viewed = model.under(view);
            for (Party party : model.source().parties()) {
                if (!told.contains(party.id()) && bears(view, party.id())) {
                    StatedClash set = StatedClash.of(viewed, party.id());
                    if (!set.statements().isEmpty()) {
                        problems.add(problem(party, set));
                    }
                }
            }
        }
        return problems.stream().distinct().toList();
    }

    private static boolean bears(View view, String party) {
        return view.beliefs() != null
                || view.time() != null
                || !view.assumptions().isEmpty()
                || view.preferences().stream().anyMatch(p -> p.party().equals(party));
    }

    private static Problem problem(Party party, StatedClash clash) {
        List<StatedForm.Stated> set = clash.statements();
        String words =
                set.stream()
                        .map(s -> "`%s` (%s)".formatted(s.words(), s.path()))
                        .collect(Collectors.joining("; "));
        return set.size() == 1
                ? Problem.error(
                        set.getFirst().path(),
                        "no value function fits %s, beside what the case says of no agreement"
                                .formatted(words),
                        "Change it, or what no agreement brings")
                : Problem.error(
                        set.getLast().path(),
                        "of %s these cannot hold together, and %s: %s"
                                .formatted(
                                        party.name(),
                                        clash.isSmallest()
                                                ? "no smaller set of its statements contradicts itself"
                                                : "could without any one of them",
                                        words),
                        "Ask which of them is meant, and take back or change one");
    }
}
