// SPDX-License-Identifier: Apache-2.0
package org.detente.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Progress;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityAnalysis;
import org.detente.analysis.stability.Verdicts;
import org.detente.compile.CompiledCase;
import org.detente.yaml.CaseInput;
import org.detente.yaml.CaseReader;
import org.detente.yaml.LoadedCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The case of the first guide, put together from the blocks that its reader copies.
class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "01-your-first-case.md");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

    @TempDir private Path folder;

    @Test
    void theFirstCaseReadsWithoutWarningsAndSaysWhatTheGuideSays() throws Exception {
        List<String> blocks =
                YAML.matcher(CaseFolders.text(GUIDE)).results().map(m -> m.group(1)).toList();
        Files.writeString(folder.resolve("case.yaml"), blocks.get(0) + "\n" + blocks.get(1));
        LoadedCase loaded = CaseReader.read(CaseInput.of(folder));
        assertThat(loaded.warnings()).isEmpty();
        CompiledCase model = CompiledCase.of(loaded.model(), AnalysisOptions.DEFAULT_MAX_STATES);
        Verdicts verdicts =
                new StabilityAnalysis()
                        .analyze(model, AnalysisOptions.defaults(1), Progress.NONE)
                        .verdicts();
        assertThat(model.now()).isEqualTo(1);
        assertThat(verdicts.equilibria(Concept.NASH).stream()).containsExactly(3);
        assertThat(verdicts.equilibria(Concept.SEQ).stream()).containsExactly(0, 3, 4);
    }
}
