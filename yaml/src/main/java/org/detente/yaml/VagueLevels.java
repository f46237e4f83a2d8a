// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.detente.model.Level;

/// Warns of levels on whose meaning two readers may differ, where nothing says how one would tell.
final class VagueLevels {
    private static final Set<String> VAGUE =
            Set.of(
                    "partial",
                    "partly",
                    "full",
                    "fully",
                    "limited",
                    "some",
                    "token",
                    "minor",
                    "major",
                    "moderate",
                    "substantial",
                    "significant",
                    "symbolic",
                    "reduced",
                    "increased",
                    "low",
                    "medium",
                    "high",
                    "strong",
                    "weak",
                    "broad",
                    "narrow",
                    "extensive",
                    "comprehensive",
                    "meaningful",
                    "enhanced");

    private VagueLevels() {}

    static void warn(Part item, List<Level> levels, Findings findings) {
        List<String> vague =
                levels.stream()
                        .filter(level -> level.test() == null && isVague(level.name()))
                        .map(Level::name)
                        .toList();
        if (!vague.isEmpty()) {
            findings.warning(
                    item.path(),
                    item.keyPlace(),
                    "has a vague level (%s) without a test of fulfilment"
                            .formatted(Show.list(vague)),
                    "Write how one would tell, as in %s: {test: …}".formatted(vague.getFirst()));
        }
    }

    private static boolean isVague(String name) {
        for (String word : name.toLowerCase(Locale.ROOT).split("[ -]+", -1)) {
            if (VAGUE.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
