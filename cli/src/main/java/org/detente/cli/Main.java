// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

/// Starts the command line.
public final class Main {
    private Main() {}

    /// Runs one command and ends the process with its exit code.
    ///
    /// @param arguments the command and its options
    public static void main(String[] arguments) {
        System.exit(Detente.run(Terminal.ofProcess(), arguments));
    }
}
