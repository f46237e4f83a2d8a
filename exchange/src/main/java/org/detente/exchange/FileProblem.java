// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import org.detente.model.Problem;

/// A problem in one of the files.
///
/// @param file the file's name as the user gave it
/// @param problem what is wrong, where, and how to mend it
public record FileProblem(String file, Problem problem) {
    /// One line as the user sees it.
    ///
    /// @return the line, without a line break
    public String line() {
        return problem.line(file);
    }
}
