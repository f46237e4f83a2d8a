// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

/// Starts the command line.
public final class Main {
    private Main() {}

    /// Runs one command and ends the process with its exit code.
    ///
    /// @param arguments the command and its options
    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            // Answered without the parser, which takes longer to set up than Java itself.
            System.out.println(Version.line());
            System.exit(System.out.checkError() ? ExitCode.FAILED : ExitCode.DONE);
        }
        System.exit(Detente.run(Terminal.ofProcess(), arguments));
    }
}
