// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/// Prints what a shell needs to complete commands.
@Command(
        name = "completion",
        header = "Print a script that completes commands in bash and zsh.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(detente completion)                      in this shell",
            "  detente completion > ~/.detente-completion        and source that from ~/.bashrc or ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String script = AutoComplete.bash("detente", Detente.commandLine(terminal, ""));
        Destination.of(terminal, null, "")
                .write(out -> out.write(script.getBytes(StandardCharsets.UTF_8)));
        return ExitCode.DONE;
    }
}
