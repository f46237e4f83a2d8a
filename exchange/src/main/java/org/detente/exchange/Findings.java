// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.util.ArrayList;
import java.util.List;
import org.detente.model.Place;
import org.detente.model.Problem;

/// What reading some files finds: problems, and what is not carried over.
final class Findings {
    /// How many problems of one reading are told.
    private static final int MOST_PROBLEMS = 100;

    private final List<FileProblem> problems = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();

    /// Something that stops the reading.
    void error(ForeignFile file, String path, Place place, String fact, String mend) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(
                    new FileProblem(
                            file.name(),
                            new Problem(Problem.Severity.ERROR, path, place, fact, mend)));
        }
    }

    /// Something that is not carried over as it stands.
    void loss(String where, String what, String became) {
        losses.add(new Loss(where, what, became));
    }

    List<Loss> losses() {
        return losses;
    }

    /// Ends the reading if anything stops it.
    void stopIfAny() {
        if (!problems.isEmpty()) {
            throw new ImportError(problems);
        }
    }

    /// Ends the reading with one more problem.
    ImportError stop(ForeignFile file, String path, Place place, String fact, String mend) {
        error(file, path, place, fact, mend);
        return new ImportError(problems);
    }
}
