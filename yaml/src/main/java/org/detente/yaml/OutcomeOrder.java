// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.detente.model.Condition;
import org.detente.model.Outcome;
import org.detente.model.Region;

/// Refuses outcomes that are defined by themselves, and towers of outcomes without end.
///
/// Takes away, again and again, what builds on nothing left (Kahn 1962, Communications of the ACM
/// 5(11); not checked here). Time O(outcomes + mentions), without recursion.
final class OutcomeOrder {
    /// How many outcomes may build on one another.
    static final int TALLEST = 100;

    private OutcomeOrder() {}

    static void check(List<Outcome> outcomes, List<Part> entries, Findings findings) {
        Map<String, Set<String>> mentions = mentions(outcomes);
        Map<String, List<String>> users = new HashMap<>();
        Map<String, Integer> open = new LinkedHashMap<>();
        mentions.forEach((id, others) -> {
            open.put(id, others.size());
            for (String other : others) {
                users.computeIfAbsent(other, _ -> new ArrayList<>()).add(id);
            }
        });
        Map<String, Integer> height = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        open.forEach((id, count) -> {
            if (count == 0) {
                ready.add(id);
                height.put(id, 1);
            }
        });
        while (!ready.isEmpty()) {
            String id = ready.remove();
            int above = height.getOrDefault(id, 1) + 1;
            open.remove(id);
            for (String user : users.getOrDefault(id, List.of())) {
                height.merge(user, above, Math::max);
                int left = open.merge(user, -1, Integer::sum);
                if (left == 0) {
                    ready.add(user);
                }
            }
        }
        report(open.keySet(), mentions, height, entries, findings);
    }

    private static void report(
            Set<String> inCycles,
            Map<String, Set<String>> mentions,
            Map<String, Integer> height,
            List<Part> entries,
            Findings findings) {
        Set<String> told = new LinkedHashSet<>();
        boolean tooTall = false;
        for (Part entry : entries) {
            String id = entry.name();
            if (inCycles.contains(id) && !told.contains(id)) {
                List<String> cycle = cycle(id, inCycles, mentions);
                // What only leads to a cycle is not part of it; its members are met by themselves.
                if (cycle.contains(id)) {
                    told.addAll(cycle);
                    findings.error(
                            entry.path(),
                            entry.node().place(),
                            "is defined by itself: " + Show.cut(String.join(" → ", cycle), 120),
                            "Write one of these with options and levels instead; otherwise depends"
                                    + " on every other outcome");
                }
            } else if (height.getOrDefault(id, 0) > TALLEST && !tooTall) {
                tooTall = true;
                findings.error(
                        entry.path(),
                        entry.node().place(),
                        "builds on more than %d outcomes, one upon the other".formatted(TALLEST),
                        "Write it with options and levels instead");
            }
        }
    }

    /// A cycle that is met when going on from an outcome.
    private static List<String> cycle(
            String start, Set<String> inCycles, Map<String, Set<String>> mentions) {
        Set<String> walked = new LinkedHashSet<>();
        String at = start;
        while (walked.add(at)) {
            for (String next : mentions.getOrDefault(at, Set.of())) {
                if (inCycles.contains(next)) {
                    at = next;
                    break;
                }
            }
        }
        List<String> all = new ArrayList<>(walked);
        List<String> cycle = new ArrayList<>(all.subList(all.indexOf(at), all.size()));
        cycle.add(at);
        return cycle;
    }

    private static Map<String, Set<String>> mentions(List<Outcome> outcomes) {
        Set<String> all = new LinkedHashSet<>();
        outcomes.forEach(outcome -> all.add(outcome.id()));
        Map<String, Set<String>> mentions = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            Set<String> named = new LinkedHashSet<>();
            switch (outcome.region()) {
                case Region.When(Condition condition) -> collect(condition, named);
                case Region.Otherwise() -> {
                    named.addAll(all);
                    named.remove(outcome.id());
                }
            }
            named.retainAll(all);
            mentions.put(outcome.id(), named);
        }
        return mentions;
    }

    private static void collect(Condition condition, Set<String> named) {
        switch (condition) {
            case Condition.InOutcome(String outcome) -> named.add(outcome);
            case Condition.Not(Condition operand) -> collect(operand, named);
            case Condition.And(List<Condition> operands) ->
                    operands.forEach(operand -> collect(operand, named));
            case Condition.Or(List<Condition> operands) ->
                    operands.forEach(operand -> collect(operand, named));
            case Condition.Implies(Condition premise, Condition conclusion) -> {
                collect(premise, named);
                collect(conclusion, named);
            }
            case Condition.Iff(Condition left, Condition right) -> {
                collect(left, named);
                collect(right, named);
            }
            case Condition.Compare _, Condition.In _, Condition.Holds _ -> {}
        }
    }
}
