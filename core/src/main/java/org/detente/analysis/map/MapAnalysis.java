// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.map;

import java.util.List;
import org.detente.analysis.Analysis;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Progress;
import org.detente.compile.CompiledCase;
import org.detente.model.Case;

/// Who can do what, and where things stand: the options form of a conflict with its status quo, as
/// laid out by Howard (1971) and Fraser & Hipel (1984) [Howard1971; Fraser1984].
public final class MapAnalysis implements Analysis {
    @Override
    public String name() {
        return "map";
    }

    @Override
    public String question() {
        return "Who can do what, and where do we stand?";
    }

    @Override
    public String method() {
        return "options form, status quo";
    }

    @Override
    public List<String> missing(Case source) {
        return List.of();
    }

    @Override
    public MapResult analyze(CompiledCase model, AnalysisOptions options, Progress progress) {
        return new MapResult(model);
    }
}
