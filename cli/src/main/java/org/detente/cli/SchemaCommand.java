// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.detente.yaml.CaseSchema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Prints the JSON Schema of a case.
@Command(
        name = "schema",
        header = "Print the JSON Schema of case.yaml, for an editor that completes and checks.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  detente schema -o case.schema.json",
            "",
            "Then put this in the first line of a case.yaml:",
            "  # yaml-language-server: $schema=case.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE|DIR",
            description = "Write to this file, or into this folder.")
    private @Nullable String out;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String schema = CaseSchema.json();
        Destination.of(terminal, out, "case.schema.json")
                .write(stream -> stream.write(schema.getBytes(StandardCharsets.UTF_8)));
        return ExitCode.DONE;
    }
}
