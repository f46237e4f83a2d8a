// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.List;
import java.util.Set;

/// What of a graph-model file a case has no place for.
final class GraphModelRest {
    /// What we or the tool write that says nothing of the conflict, or says it again.
    private static final Set<String> KEYS =
            Set.of(
                    "options",
                    "decisionMakers",
                    "infeasibles",
                    "coalitions",
                    "coalitionsFull",
                    "useManualPreferenceRanking",
                    "useManualPreferenceVectors",
                    "program",
                    "version",
                    "title",
                    "statusQuo");

    private static final Set<String> MAKER_KEYS =
            Set.of(
                    "name",
                    "options",
                    "preferences",
                    "misperceptions",
                    "preferenceRanking",
                    "preferenceVector",
                    "payoffs",
                    "isCoalition");

    private GraphModelRest() {}

    /// The tool sorts options by decision maker when it loads a file, and numbers states anew.
    static void tellOrder(int[] owner, Findings findings) {
        int[] sorted = java.util.Arrays.stream(owner).filter(m -> m >= 0).sorted().toArray();
        int[] given = java.util.Arrays.stream(owner).filter(m -> m >= 0).toArray();
        if (!java.util.Arrays.equals(sorted, given)) {
            findings.loss(
                    "options",
                    "not in the order of their decision makers",
                    "kept in the file's order, which numbers the states; the tool sorts them on loading");
        }
    }

    /// Lists the keys that are not known, and those that say what follows from the rest.
    static void tell(Json.Obj root, List<Json> makers, Findings findings) {
        for (String key : root.entries().keySet()) {
            if (!KEYS.contains(key)) {
                findings.loss(Words.line(key), "a key that is not known", "left out");
            }
        }
        boolean derived = root.get("coalitionsFull") != null;
        Set<String> unknown = new java.util.TreeSet<>();
        for (Json maker : makers) {
            for (String key : Json.entriesOf(maker).keySet()) {
                derived |= key.equals("payoffs");
                if (!MAKER_KEYS.contains(key)) {
                    unknown.add(Words.line(key));
                }
            }
        }
        unknown.forEach(key ->
                findings.loss("decisionMakers." + key, "a key that is not known", "left out"));
        if (derived) {
            findings.loss(
                    "payoffs, coalitionsFull",
                    "what the tool reckons from the rest",
                    "left out; reckoned anew");
        }
    }
}
