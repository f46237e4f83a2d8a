// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import java.nio.file.Path;
import java.util.List;
import org.detente.analysis.AnalysisOptions;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;
import org.detente.model.Problem;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseReader;
import org.detente.yaml.LoadedCase;

/// The cases of this module as the engine has them.
final class Cases {
    private Cases() {}

    /// Reads a case.
    static Case read(String key) {
        return load(key).model();
    }

    /// What the reader remarks about a case that it takes.
    static List<Problem> warnings(String key) {
        return load(key).warnings();
    }

    /// Reads and compiles a case.
    static CompiledCase compile(String key) {
        return CompiledCase.of(read(key), AnalysisOptions.DEFAULT_MAX_STATES);
    }

    private static LoadedCase load(String key) {
        return CaseReader.read(CaseInput.of(Path.of(key)));
    }
}
