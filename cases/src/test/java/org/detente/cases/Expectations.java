// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What an `expected.yaml` says; its form is described in the module's README.
///
/// @param published where the values were published
/// @param product how many combinations of levels there are, or null if it is not said
/// @param feasible how many states there are, or null if it is not said
/// @param verdicts the expected verdicts
/// @param foreseen the expected verdicts of parties that look several moves ahead
/// @param joint the expected verdicts of coalitions
record Expectations(
        String published,
        @Nullable Integer product,
        @Nullable Integer feasible,
        List<Verdict> verdicts,
        List<Foreseen> foreseen,
        List<Joint> joint) {
    private static final Set<String> STABILITY_KEYS =
            Set.of("equilibria", "parties", "views", "foresight", "coalitions");

    /// The states expected to be stable.
    ///
    /// @param view under which view, or null for the case as written
    /// @param party for which party, or null for all
    /// @param concept under which concept
    /// @param states our numbers, ascending
    record Verdict(
            @Nullable String view, @Nullable String party, String concept, List<Integer> states) {}

    /// The states expected to last if both movers look several moves ahead.
    ///
    /// @param horizonMoves how many moves, or 0 for every long horizon
    /// @param states our numbers, ascending
    record Foreseen(int horizonMoves, List<Integer> states) {}

    /// The states expected to be stable for a coalition.
    ///
    /// @param parties its members, or none for all coalitions, single parties among them
    /// @param concept under which concept
    /// @param states our numbers, ascending
    record Joint(List<String> parties, String concept, List<Integer> states) {}

    /// Whether a case has expected values.
    static boolean exist(String key) {
        return Files.exists(Path.of(key, "expected.yaml"));
    }

    /// Reads a case's expected values.
    static Expectations of(String key) {
        String text = CaseFolders.text(Path.of(key, "expected.yaml"));
        Map<?, ?> root =
                map(new Load(LoadSettings.builder().setLabel(key).build()).loadFromString(text));
        Map<?, ?> counts = map(root.get("counts"));
        Map<?, ?> stability = map(root.get("stability"));
        if (!STABILITY_KEYS.containsAll(stability.keySet())) {
            throw new IllegalArgumentException(
                    "%s: keys of stability are %s".formatted(key, STABILITY_KEYS));
        }
        Labels labels = new Labels(map(root.get("states")));
        List<Verdict> verdicts = new ArrayList<>();
        addVerdicts(verdicts, null, stability, labels);
        map(stability.get("views"))
                .forEach((view, under) -> addVerdicts(verdicts, text(view), map(under), labels));
        return new Expectations(
                text(root.get("published")),
                (Integer) counts.get("product"),
                (Integer) counts.get("feasible"),
                List.copyOf(verdicts),
                foreseen(map(stability.get("foresight")), labels),
                joint(map(stability.get("coalitions")), labels));
    }

    private static List<Joint> joint(Map<?, ?> part, Labels labels) {
        List<Joint> joint = new ArrayList<>();
        addJoint(joint, List.of(), map(part.get("equilibria")), labels);
        map(part.get("of"))
                .forEach((parties, concepts) ->
                        addJoint(
                                joint, List.of(text(parties).split("\\+")), map(concepts), labels));
        return List.copyOf(joint);
    }

    private static void addJoint(
            List<Joint> joint, List<String> parties, Map<?, ?> concepts, Labels labels) {
        concepts.forEach((concept, states) ->
                joint.add(
                        new Joint(
                                parties,
                                text(concept),
                                labels.numbersOf((List<?>) Objects.requireNonNull(states)))));
    }

    private static List<Foreseen> foreseen(Map<?, ?> part, Labels labels) {
        List<Foreseen> foreseen = new ArrayList<>();
        map(part.get("limited-move"))
                .forEach((moves, states) ->
                        foreseen.add(
                                new Foreseen((Integer) moves, labels.numbersOf((List<?>) states))));
        if (part.get("non-myopic") instanceof List<?> states) {
            foreseen.add(new Foreseen(0, labels.numbersOf(states)));
        }
        return List.copyOf(foreseen);
    }

    private static void addVerdicts(
            List<Verdict> verdicts, @Nullable String view, Map<?, ?> part, Labels labels) {
        addConcepts(verdicts, view, null, map(part.get("equilibria")), labels);
        map(part.get("parties"))
                .forEach((party, concepts) ->
                        addConcepts(verdicts, view, text(party), map(concepts), labels));
    }

    private static void addConcepts(
            List<Verdict> verdicts,
            @Nullable String view,
            @Nullable String party,
            Map<?, ?> concepts,
            Labels labels) {
        concepts.forEach((concept, states) ->
                verdicts.add(
                        new Verdict(
                                view,
                                party,
                                text(concept),
                                labels.numbersOf((List<?>) Objects.requireNonNull(states)))));
    }

    /// Published labels and the numbers they have here.
    private record Labels(Map<?, ?> numbers) {
        List<Integer> numbersOf(List<?> states) {
            TreeSet<Integer> result = new TreeSet<>();
            for (Object state : states) {
                Object number = numbers.isEmpty() ? state : numbers.get(state);
                result.add((Integer) Objects.requireNonNull(number, "no number for " + state));
            }
            return List.copyOf(result);
        }
    }

    private static Map<?, ?> map(@Nullable Object node) {
        return node == null ? Map.of() : (Map<?, ?>) node;
    }

    private static String text(@Nullable Object node) {
        return (String) Objects.requireNonNull(node);
    }
}
