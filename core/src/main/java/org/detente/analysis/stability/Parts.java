// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.SearchBounds;
import org.detente.analysis.Wording;
import org.detente.analysis.stability.coalition.CoalitionReport;
import org.detente.analysis.stability.gaps.Gaps;
import org.detente.analysis.stability.gaps.GapsLimits;
import org.detente.analysis.stability.gaps.GapsResult;
import org.detente.analysis.stability.inverse.Inverse;
import org.detente.analysis.stability.inverse.InverseLimits;
import org.detente.analysis.stability.inverse.InverseResult;
import org.detente.analysis.stability.inverse.Wanted;
import org.detente.compile.CompiledCase;
import org.detente.model.Outcome;

/// The parts of a stability result that a question or the case's statements call for.
final class Parts {
    private Parts() {}

    /// Answers what is asked.
    ///
    /// @param own the case, solved
    /// @param views the case under each view, solved; none under a view
    /// @param options the questions, the seed and the number of threads
    /// @return the parts, in reading order
    static List<StabilityPart> of(Reading own, List<Reading> views, AnalysisOptions options) {
        CompiledCase model = own.model();
        List<StabilityPart> parts = new ArrayList<>();
        CoalitionReport coalitions =
                CoalitionReport.of(
                        model,
                        own.verdicts(),
                        views.stream().map(Reading::model).toList(),
                        (states, count) ->
                                Prominence.acrossOutcomes(states, count, own, new Wording(model)),
                        options);
        if (coalitions != null) {
            parts.add(coalitions);
        }
        String asked = options.questions().wanted();
        if (asked != null) {
            Outcome outcome = model.source().outcome(asked);
            if (outcome == null) {
                Wanted state = Wanted.state(model, Integer.parseInt(asked));
                parts.add(wanted(model, state, options));
                addViews(parts, model, state, views);
            } else {
                parts.add(wanted(model, Wanted.pointOf(model, outcome), options));
                Wanted any = Wanted.anyOf(model, outcome);
                parts.add(wanted(model, any, options));
                addViews(parts, model, any, views);
            }
        }
        GapsResult gaps = Gaps.of(model, gapsLimits(options.bounds()), options);
        if (!gaps.isEmpty()) {
            parts.add(gaps);
        }
        return parts;
    }

    private static void addViews(
            List<StabilityPart> parts, CompiledCase model, Wanted wanted, List<Reading> views) {
        if (!views.isEmpty()) {
            parts.add(new WantedByView(model, wanted, views));
        }
    }

    private static InverseResult wanted(
            CompiledCase model, Wanted wanted, AnalysisOptions options) {
        SearchBounds bounds = options.bounds();
        return Inverse.of(
                model,
                wanted,
                Concept.SEQ,
                new InverseLimits(bounds.inverseSteps(), bounds.inverseStates()),
                options.threadCount());
    }

    private static GapsLimits gapsLimits(SearchBounds bounds) {
        return new GapsLimits(bounds.gapStates(), GapsLimits.DEFAULT.sampleCount());
    }
}
