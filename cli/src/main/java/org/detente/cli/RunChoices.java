// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import org.detente.analysis.AnalysisOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that bound a computation.
final class RunChoices {
    @Option(
            names = "--view",
            paramLabel = "NAME",
            description = "Read the case as this view does; without it every view gets its say.")
    private @Nullable String view;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads work (default: one per core). Never changes an answer.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of whatever is random (default: ${DEFAULT-VALUE}).")
    private long seed = AnalysisOptions.DEFAULT_SEED;

    @Option(
            names = "--max-states",
            paramLabel = "N",
            description = "Refuse cases with more states than this (default: 2^27).")
    private long maxStates = AnalysisOptions.DEFAULT_MAX_STATES;

    /// The view that was asked for.
    ///
    /// @return its name, or null
    @Nullable String view() {
        return view;
    }

    /// The bounds.
    ///
    /// @return options for an analysis
    /// @throws InputError if a bound is below 1
    AnalysisOptions analysisOptions() {
        if (threads < 1) {
            throw new InputError("--threads must be at least 1; got %d.".formatted(threads));
        }
        if (maxStates < 1) {
            throw new InputError("--max-states must be at least 1; got %d.".formatted(maxStates));
        }
        return new AnalysisOptions(seed, threads, maxStates);
    }
}
