// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.detente.analysis.Analysis;
import org.detente.catalog.Catalog;
import org.detente.model.Case;
import picocli.CommandLine.Option;

/// Which analyses are run.
final class Selection {
    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Run these analyses only, as in --only map,stability.",
            completionCandidates = Names.class)
    private List<String> only = new ArrayList<>();

    /// The names of all analyses, for completion.
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Names() {
            super(Catalog.analyses().stream().map(Analysis::name).toList());
        }
    }

    /// The analyses to run on a case, and those it lacks something for.
    ///
    /// @param run those to run, in the order of the catalog
    /// @param missing the keys that the others lack, by name
    record Chosen(List<Analysis> run, SequencedMap<String, List<String>> missing) {}

    /// Checks the names, before a case is read.
    ///
    /// @throws InputError if there is no such analysis
    void check() {
        List<String> names = new Names();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new InputError(Unknown.message("analysis", name, names));
            }
        }
    }

    /// Chooses for a case.
    ///
    /// @param source the case
    /// @return what to run
    /// @throws InputError if an analysis that was asked for lacks something
    Chosen on(Case source) {
        List<Analysis> run = new ArrayList<>();
        SequencedMap<String, List<String>> missing = new LinkedHashMap<>();
        for (Analysis analysis : Catalog.analyses()) {
            if (!only.isEmpty() && !only.contains(analysis.name())) {
                continue;
            }
            List<String> keys = analysis.missing(source);
            if (keys.isEmpty()) {
                run.add(analysis);
            } else {
                missing.put(analysis.name(), keys);
            }
        }
        if (!only.isEmpty() && !missing.isEmpty()) {
            throw new InputError(refusal(missing));
        }
        return new Chosen(List.copyOf(run), missing);
    }

    /// Everything that is lacking, with one mend.
    private static String refusal(SequencedMap<String, List<String>> missing) {
        List<String> facts = new ArrayList<>();
        missing.forEach((name, keys) -> facts.add(lacking(name, keys)));
        return "%s Add %s to the case, or leave %s out of --only."
                .formatted(
                        String.join(" ", facts),
                        facts.size() == 1 ? "it" : "what they need",
                        String.join(" and ", missing.keySet()));
    }

    /// Says what an analysis lacks.
    ///
    /// @param name the analysis
    /// @param keys what the case lacks for it
    /// @return a sentence
    static String lacking(String name, List<String> keys) {
        return "The analysis '%s' needs %s, which this case does not have."
                .formatted(name, String.join(" and ", keys));
    }
}
