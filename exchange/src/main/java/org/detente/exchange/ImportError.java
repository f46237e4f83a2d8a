// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.List;

/// Files cannot be read as a case. Holds every problem found in one pass.
public final class ImportError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FileProblem> problems;

    /// Reports problems.
    ///
    /// @param problems what is wrong, in the order of the files; not empty
    /// @throws IllegalArgumentException if there is no problem
    public ImportError(List<FileProblem> problems) {
        super(problems.isEmpty() ? "" : problems.getFirst().line());
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an import error needs at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    /// What is wrong.
    ///
    /// @return all problems, in the order of the files
    public List<FileProblem> problems() {
        return problems;
    }
}
