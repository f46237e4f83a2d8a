// SPDX-License-Identifier: Apache-2.0
package org.detente.cli;

/// What a run tells the caller by its exit code.
final class ExitCode {
    /// Done.
    static final int DONE = 0;

    /// The tool failed, or ran out of memory.
    static final int FAILED = 1;

    /// The input is wrong: the case, or the command itself.
    static final int WRONG_INPUT = 2;

    /// A limit was hit and the answer is partial.
    static final int PARTIAL = 3;

    private ExitCode() {}
}
