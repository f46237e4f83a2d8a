// SPDX-License-Identifier: Apache-2.0
package org.detente.compare;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Completeness;
import org.detente.analysis.Progress;
import org.detente.analysis.agreements.AgreementsAnalysis;
import org.detente.analysis.agreements.AgreementsHeadline;
import org.detente.analysis.agreements.AgreementsResult;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.analysis.stability.StabilityResult;
import org.detente.analysis.stability.Verdicts;
import org.detente.compile.AgreementForm;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.model.Outcome;
import org.jspecify.annotations.Nullable;

/// What follows from one reading of a case, in as few numbers as can be compared.
///
/// @param name what the reading is called
/// @param model the reading
/// @param stability what would last, or null if the case has no options
/// @param agreements what could be agreed, or null if something is missing
/// @param missing what agreements lack; empty if nothing
/// @param completeness whether everything was looked at
record Headline(
        String name,
        CompiledCase model,
        @Nullable Lasting stability,
        @Nullable AgreementsHeadline agreements,
        List<String> missing,
        Completeness completeness) {
    /// Copies the list.
    Headline {
        missing = List.copyOf(missing);
    }

    /// What would last.
    ///
    /// @param verdicts which states are stable for whom
    /// @param stateCount how many states the rules allow
    /// @param changingEndCount at how many ends of ranges an equilibrium is gained or lost
    /// @param endCount how many ends were looked at
    record Lasting(Verdicts verdicts, long stateCount, int changingEndCount, int endCount) {}

    /// Looks at a reading.
    ///
    /// @param name what it is called
    /// @param model the reading
    /// @param options bounds and seed
    /// @param progress is told how far the work is
    static Headline of(
            String name, CompiledCase model, AnalysisOptions options, Progress progress) {
        StabilityAnalysis stability = new StabilityAnalysis();
        Lasting lasting = null;
        Completeness completeness = new Completeness.Complete();
        if (stability.missing(model.source()).isEmpty()) {
            StabilityResult result = stability.analyze(model, options, progress);
            completeness = result.completeness();
            lasting =
                    new Lasting(
                            result.verdicts(),
                            model.same().shown().count(),
                            result.changingEndCount(),
                            result.endCount());
        }
        AgreementsAnalysis agreements = new AgreementsAnalysis(stability);
        List<String> missing = AgreementForm.missing(model.source());
        AgreementsHeadline headline = null;
        if (missing.isEmpty()) {
            AgreementsResult result = agreements.bargained(model, options, progress);
            headline = result.headline();
            if (result.completeness() instanceof Completeness.Truncated truncated) {
                completeness = truncated;
            }
        }
        return new Headline(name, model, lasting, headline, missing, completeness);
    }

    /// The equilibria under a concept.
    ///
    /// @param outcome an outcome's id, or null for all states
    /// @return how many, states that count as one counted once; -1 if there is no such outcome
    int equilibriumCount(Concept concept, @Nullable String outcome) {
        if (stability == null) {
            return -1;
        }
        StateSet states = stability.verdicts().equilibria(concept).copy().and(model.same().shown());
        if (outcome == null) {
            return states.count();
        }
        Outcome named = model.source().outcome(outcome);
        return named == null ? -1 : states.countShared(model.statesOf(named));
    }

    /// The concepts under which things would stay as they are now, for every party.
    List<Concept> nowLastsUnder() {
        List<Concept> concepts = new ArrayList<>();
        if (stability != null) {
            for (Concept concept : Concept.values()) {
                if (stability.verdicts().equilibria(concept).contains(model.now())) {
                    concepts.add(concept);
                }
            }
        }
        return concepts;
    }
}
