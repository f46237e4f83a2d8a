// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

import picocli.CommandLine.Parameters;

/// The case that a command is about.
final class CaseArgument {
    @Parameters(
            paramLabel = "CASE",
            description =
                    "A bundled case's name, a folder with a case.yaml, a file, or another tool's"
                            + " model in one file (.gmcr, .nfg, .xlsx).",
            completionCandidates = Bundled.class)
    private String name = "";

    /// The case.
    ///
    /// @return as the user named it
    String name() {
        return name;
    }
}
