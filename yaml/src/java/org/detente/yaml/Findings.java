// SPDX-License-Identifier: Apache-2.0
package org.detente.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.detente.model.Place;
import org.detente.model.Places;
import org.detente.model.Problem;
import org.detente.model.Problem.Severity;

/// What one reading of a case has found so far: problems, and where each part stands.
final class Findings {
    /// How many problems are kept; a file with more has one cause, and nobody reads on.
    static final int MOST_PROBLEMS = 1000;

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(
                    Problem::place,
                    Comparator.nullsFirst(
                            Comparator.comparingInt(Place::line).thenComparingInt(Place::column)));

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Place> placeByPath = new HashMap<>();
    private int errorCount;
    private int droppedCount;

    void error(String path, Place place, String fact, String mend) {
        errorCount++;
        add(new Problem(Severity.ERROR, path, place, fact, mend));
    }

    void error(Part part, String fact, String mend) {
        error(part.path(), part.node().place(), fact, mend);
    }

    void warning(String path, Place place, String fact, String mend) {
        add(new Problem(Severity.WARNING, path, place, fact, mend));
    }

    void warning(Part part, String fact, String mend) {
        warning(part.path(), part.node().place(), fact, mend);
    }

    private void add(Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            droppedCount++;
        }
    }

    /// Remembers where a part stands; the first place of a path counts.
    void mark(String path, Place place) {
        placeByPath.putIfAbsent(path, place);
    }

    /// Whether further problems are only counted.
    boolean isFull() {
        return problems.size() >= MOST_PROBLEMS;
    }

    boolean anyError() {
        return errorCount > 0;
    }

    /// How many errors have been found.
    int errorCount() {
        return errorCount;
    }

    /// All problems in the order of the file.
    List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(BY_PLACE);
        if (droppedCount > 0) {
            sorted.add(
                    new Problem(
                            Severity.ERROR,
                            "",
                            sorted.getLast().place(),
                            "has %d more problems, not listed".formatted(droppedCount),
                            "Mend those above first; they may have one cause"));
        }
        return sorted;
    }

    Places places() {
        return new Places(placeByPath);
    }
}
