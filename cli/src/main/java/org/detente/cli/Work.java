// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.compile.CompiledCase;
import org.detente.compile.StatedCheck;
import org.detente.model.Case;
import org.detente.model.ModelError;
import org.detente.model.Problem;
import org.detente.model.View;
import org.detente.yaml.LoadedCase;
import org.jspecify.annotations.Nullable;

/// A case that is ready to be worked on.
///
/// @param found where it was found
/// @param model the compiled case, under the view if one was asked for
/// @param warnings what the user should know of it, in the order of the file
/// @param options the bounds
record Work(FoundCase found, CompiledCase model, List<Problem> warnings, AnalysisOptions options) {
    /// Copies the warnings.
    Work {
        warnings = List.copyOf(warnings);
    }

    /// Reads, checks and compiles a case; tells its warnings.
    ///
    /// @param terminal the process's streams
    /// @param found the case
    /// @param choices the bounds, and the view
    /// @return the work
    /// @throws ModelError with every problem of the case
    /// @throws InputError if there is no such view
    static Work on(Terminal terminal, FoundCase found, RunChoices choices) {
        AnalysisOptions options = choices.analysisOptions();
        LoadedCase loaded = found.read();
        List<Problem> warnings = new ArrayList<>(loaded.warnings());
        try {
            View view = view(loaded.model(), choices.view());
            CompiledCase model = CompiledCase.of(loaded.model(), options.maxStates());
            List<Problem> contradictions = StatedCheck.problems(model);
            if (!contradictions.isEmpty()) {
                throw new ModelError(loaded.source(), contradictions);
            }
            model.warnings().forEach(w -> warnings.add(w.placed(loaded.places())));
            return new Work(found, view == null ? model : model.under(view), warnings, options);
        } catch (ModelError error) {
            throw error.placed(loaded.source(), loaded.places());
        } finally {
            warnings.forEach(w -> terminal.tell(w.line(loaded.source())));
        }
    }

    private static @Nullable View view(Case source, @Nullable String name) {
        if (name == null) {
            return null;
        }
        View view = source.view(name);
        if (view == null) {
            throw new InputError(
                    Unknown.message(
                            "view of this case",
                            name,
                            source.views().stream().map(View::id).toList()));
        }
        return view;
    }
}
