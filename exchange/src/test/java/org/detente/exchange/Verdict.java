// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Progress;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.analysis.stability.StabilityResult;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;

/// What the stability analysis says of a case, as state numbers.
final class Verdict {
    private static final AnalysisOptions OPTIONS = new AnalysisOptions(1, 1, 1 << 22);

    private final StabilityResult result;

    private Verdict(StabilityResult result) {
        this.result = result;
    }

    static Verdict of(Case source) {
        CompiledCase model = CompiledCase.of(source, OPTIONS.maxStates());
        return new Verdict(new StabilityAnalysis().analyze(model, OPTIONS, Progress.NONE));
    }

    List<Integer> equilibria(Concept concept) {
        return result.verdicts().equilibria(concept).stream().boxed().toList();
    }

    List<Integer> stableFor(Concept concept, int mover) {
        return result.verdicts().stableFor(concept, mover).stream().boxed().toList();
    }

    /// The Nash equilibria by the definition alone: no mover can reach a state it ranks higher.
    static List<Integer> brute(Case source) {
        CompiledCase model = CompiledCase.of(source, OPTIONS.maxStates());
        List<Integer> stable = new ArrayList<>();
        model.feasible().stream()
                .filter(state -> {
                    boolean[] better = {false};
                    for (int m = 0; m < model.space().moverCount(); m++) {
                        int mover = m;
                        model.movement()
                                .forEach(
                                        mover,
                                        state,
                                        to ->
                                                better[0] |=
                                                        model.ranks(mover).rank(to)
                                                                > model.ranks(mover).rank(state));
                    }
                    return !better[0];
                })
                .forEach(stable::add);
        return stable;
    }

    /// The equilibria of a case under the numbers that its states have in yes/no options.
    static List<Integer> asBits(Case source, Concept concept) {
        CompiledCase model = CompiledCase.of(source, OPTIONS.maxStates());
        Bits bits = new Bits(source, model.space());
        return of(source).equilibria(concept).stream()
                .map(state -> (int) bits.number(state))
                .sorted()
                .toList();
    }
}
