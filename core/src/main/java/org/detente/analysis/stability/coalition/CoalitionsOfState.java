// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Completeness;
import org.detente.analysis.Wording;
import org.detente.analysis.stability.Concept;
import org.detente.compile.CompiledCase;
import org.detente.explain.Block;
import org.detente.explain.Text;

/// Whether the coalitions that a case names would leave one state, told in sentences.
public final class CoalitionsOfState {
    private CoalitionsOfState() {}

    /// Tells of a state.
    ///
    /// @param model the case
    /// @param state a feasible state
    /// @param options which coalitions, and how far to look; only those named are told of
    /// @return a sentence for each coalition, none if the case names none
    public static List<Block> of(CompiledCase model, int state, AnalysisOptions options) {
        List<List<Integer>> coalitions = Coalitions.named(model);
        if (coalitions.isEmpty()) {
            return List.of();
        }
        CoalitionResult result =
                Coalitions.of(
                                List.of(model),
                                coalitions,
                                List.of(Sought.only(List.of(state), model.space().product())),
                                CoalitionLimits.of(options.bounds()),
                                options.threadCount())
                        .getFirst();
        CoalitionWords words = new CoalitionWords(model);
        List<Block> blocks = new ArrayList<>();
        for (CoalitionVerdict verdict : result.verdicts()) {
            List<Integer> members = verdict.members();
            Text text =
                    verdict.stable(Concept.NASH).contains(state)
                            ? Text.of(words.stays(members, "this state"))
                            : words.leaves(
                                    members,
                                    "this state",
                                    verdict.upsets().isEmpty()
                                            ? null
                                            : verdict.upsets().getFirst());
            blocks.add(new Block.Paragraph(text));
        }
        if (result.completeness() instanceof Completeness.Truncated(String name, long bound)) {
            blocks.add(
                    new Block.Note(
                            Block.Note.Kind.LIMIT,
                            Text.of(
                                    "Not everything was decided within %s %s."
                                            .formatted(name, Wording.number(bound)))));
        }
        return blocks;
    }
}
