// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.Locale;
import org.detente.analysis.Questions;
import org.detente.compile.CompiledCase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that ask analyses more than their standing questions.
final class QuestionChoices {
    /// Which coalitions are looked at.
    enum Coalitions {
        NAMED,
        ALL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--avoid",
            paramLabel = "OUTCOME",
            description = "Ask which single option, if changed, would cut the way to this outcome.")
    private @Nullable String avoid;

    @Option(
            names = "--wanted",
            paramLabel = "OUTCOME|N",
            description =
                    "Ask which least change of what parties prefer would make this outcome or state"
                            + " last.")
    private @Nullable String wanted;

    @Option(
            names = "--coalitions",
            paramLabel = "WHICH",
            description = "named (default: those the case names) or all.")
    private Coalitions coalitions = Coalitions.NAMED;

    @Option(
            names = "--horizon",
            paramLabel = "MOVES",
            description =
                    "How many moves parties look ahead (default: what lasts at every long horizon).")
    private int horizon;

    /// The questions to a case.
    ///
    /// @param model the case
    /// @return the questions
    /// @throws InputError if one is about an outcome or a state that the case does not have
    Questions on(CompiledCase model) {
        if (avoid != null) {
            Named.outcome(model.source(), avoid);
        }
        if (wanted != null) {
            if (wanted.matches("[0-9]{1,9}")) {
                Named.state(model, Integer.parseInt(wanted));
            } else {
                Named.outcome(model.source(), wanted);
            }
        }
        if (horizon < 0) {
            throw new InputError("--horizon must be at least 0; got %d.".formatted(horizon));
        }
        return new Questions(avoid, wanted, coalitions == Coalitions.ALL, horizon);
    }
}
