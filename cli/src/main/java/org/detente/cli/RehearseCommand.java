// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Runs what users run most and shows nothing of it, so that the launcher can record a start. The
/// recording makes later starts faster.
@Command(name = "rehearse", hidden = true, header = "Run the common commands without output.")
final class RehearseCommand implements Callable<Integer> {
    private static final int ROUNDS = 3;

    /// Larger cases are left out: the recording is about starting, not about computing.
    private static final String MOST_STATES = "1024";

    @Override
    public Integer call() {
        Terminal silent =
                new Terminal(
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        false,
                        false,
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_8,
                        Map.of());
        int worst = ExitCode.DONE;
        for (int round = 0; round < ROUNDS; round++) {
            for (String name : Bundled.names()) {
                if (Detente.run(silent, "check", name, "--max-states", MOST_STATES)
                        == ExitCode.DONE) {
                    for (List<String> command : commands(name)) {
                        int code = Detente.run(silent, command.toArray(String[]::new));
                        worst = code == ExitCode.PARTIAL ? worst : Math.max(worst, code);
                    }
                }
            }
        }
        return worst;
    }

    private static List<List<String>> commands(String name) {
        return List.of(
                List.of("--version"),
                List.of("analyze", name),
                List.of("analyze", name, "--format", "json"),
                List.of("explain", name),
                List.of("report", name));
    }
}
