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
            for (List<String> command : commands()) {
                int code = Detente.run(silent, command.toArray(String[]::new));
                worst = Math.max(worst, code);
            }
        }
        return worst;
    }

    private static List<List<String>> commands() {
        return List.of(
                List.of("--version"), List.of("analyses"), List.of("analyses", "--format", "json"));
    }
}
