// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.NamedPackage;
import org.detente.analysis.ProposesPackages;
import org.detente.compile.AgreementForm;
import org.detente.compile.PackageBan;
import org.jspecify.annotations.Nullable;

/// A package chosen to be tested.
///
/// @param keys its names in data, as in `nash`
/// @param labels the same for readers
/// @param levels a level index for each item
/// @param state the state in which it stands
/// @param broken what keeps it from standing at all: rules of the case, what cannot be reached
record Chosen(
        List<String> keys,
        List<String> labels,
        List<Integer> levels,
        int state,
        List<PackageBan> broken) {
    /// Copies the lists.
    Chosen {
        keys = List.copyOf(keys);
        labels = List.copyOf(labels);
        levels = List.copyOf(levels);
        broken = List.copyOf(broken);
    }

    boolean isPossible() {
        return broken.isEmpty();
    }

    int[] levelArray() {
        return levels.stream().mapToInt(Integer::intValue).toArray();
    }

    /// What fairness costs in firmness, where that can be told.
    ///
    /// @param ground the reading
    /// @param options bounds
    /// @return null if no package is acceptable or a patience is not stated
    static @Nullable Firmness firmness(Ground ground, AnalysisOptions options) {
        return ground.hasPatience() && !ground.proposed().packages().isEmpty()
                ? Firmness.of(ground, options.threadCount())
                : null;
    }

    /// The solutions, the most enforceable package and those that the user names, each once.
    ///
    /// @param ground the reading
    /// @param firmness what the most enforceable is taken from, or null
    /// @param options names the user's packages
    static List<Chosen> of(Ground ground, @Nullable Firmness firmness, AnalysisOptions options) {
        SequencedMap<List<Integer>, Names> wanted = new LinkedHashMap<>();
        for (ProposesPackages.Named named : ground.proposed().packages()) {
            add(wanted, named.levels(), named.keys().getFirst(), named.labels().getFirst());
        }
        if (firmness != null && !firmness.packages().isEmpty()) {
            add(
                    wanted,
                    firmness.packages().getFirst().levels(),
                    "mostEnforceable",
                    "most enforceable");
        }
        AgreementForm form = ground.form();
        for (NamedPackage named : options.questions().agreements().packages()) {
            int[] levels = form.levelsOf(named.name(), named.settings());
            add(wanted, Arrays.stream(levels).boxed().toList(), named.name(), named.name());
        }
        List<Chosen> chosen = new ArrayList<>();
        wanted.forEach((levels, names) -> {
            int[] own = levels.stream().mapToInt(Integer::intValue).toArray();
            chosen.add(
                    new Chosen(
                            names.keys(),
                            names.labels(),
                            levels,
                            form.stateOf(own),
                            impossible(form, own)));
        });
        return chosen;
    }

    /// The names of a package in data and for readers.
    private record Names(List<String> keys, List<String> labels) {}

    private static void add(
            SequencedMap<List<Integer>, Names> wanted,
            List<Integer> levels,
            String key,
            String label) {
        Names names =
                wanted.computeIfAbsent(
                        levels, _ -> new Names(new ArrayList<>(), new ArrayList<>()));
        names.keys().add(key);
        names.labels().add(label);
    }

    /// What keeps a package from standing at all.
    static List<PackageBan> impossible(AgreementForm form, int[] levels) {
        return form.broken(levels).stream()
                .filter(b ->
                        b.kind() == PackageBan.Kind.RULE || b.kind() == PackageBan.Kind.UNREACHABLE)
                .toList();
    }
}
