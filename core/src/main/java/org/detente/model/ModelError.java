// SPDX-License-Identifier: Apache-2.0
package org.detente.model;

import java.util.List;

/// The user's model is wrong. Holds every problem found in one pass, errors and warnings alike.
public final class ModelError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final transient List<Problem> problems;

    /// Reports problems of a model.
    ///
    /// @param source the file's name as the user gave it
    /// @param problems what is wrong, in the order of the file; not empty
    /// @throws IllegalArgumentException if there is no problem
    public ModelError(String source, List<Problem> problems) {
        super(firstLine(source, problems));
        this.source = source;
        this.problems = List.copyOf(problems);
    }

    private static String firstLine(String source, List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a model error needs at least one problem");
        }
        return problems.getFirst().line(source);
    }

    /// The file's name as the user gave it.
    ///
    /// @return the name
    public String source() {
        return source;
    }

    /// What is wrong.
    ///
    /// @return all problems, in the order of the file
    public List<Problem> problems() {
        return problems;
    }

    /// The same error with the problems' places filled in.
    ///
    /// @param sourceName the file's name
    /// @param places where the case's parts stand
    /// @return a new error
    public ModelError placed(String sourceName, Places places) {
        ModelError error =
                new ModelError(sourceName, problems.stream().map(p -> p.placed(places)).toList());
        error.initCause(this);
        return error;
    }
}
