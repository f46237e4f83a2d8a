// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.List;
import org.detente.compile.StatedForm;
import org.detente.math.LinearPrograms;
import org.detente.math.Polyhedron;
import org.detente.math.Polyhedron.End;
import org.jspecify.annotations.Nullable;

/// Looks for value functions, one of each signatory, under which a package is efficient.
///
/// Each signatory starts with one that likes the package as much as it can against the average of
/// its rivals. While a rival is better for all at once, some signatory is held to liking the
/// package more, by a row of its own; which one is tried in their order. Finding them is proof, not
/// finding them is none.
final class EfficientSomewhere {
    /// How many rivals are answered by rows.
    private static final int MOST_ROWS = 100;

    /// By how much a package is better where that is asked for.
    private static final double MARGIN = 1e-6;

    private final int size;

    /// By signatory and rival, its worth at the first combination of beliefs.
    private final List<double[][]> worths = new ArrayList<>();

    private final List<LinearPrograms> start = new ArrayList<>();

    EfficientSomewhere(List<PartyWorth> signatories, List<int[]> rivals) {
        this.size = rivals.size();
        for (PartyWorth party : signatories) {
            StatedForm stated = java.util.Objects.requireNonNull(party.stated());
            double[][] worth = new double[size][];
            for (int y = 0; y < size; y++) {
                worth[y] = stated.at(rivals.get(y)).worth(0);
            }
            worths.add(worth);
            start.add(party.programs().getFirst());
        }
    }

    /// Whether value functions were found.
    ///
    /// @param own the package's index among its rivals
    boolean isShown(int own) {
        List<LinearPrograms> programs = new ArrayList<>(start);
        List<double[]> points = new ArrayList<>();
        for (int party = 0; party < worths.size(); party++) {
            double[] point = favourable(programs.get(party), party, own);
            if (point == null) {
                return false;
            }
            points.add(point);
        }
        for (int rows = 0; rows < MOST_ROWS; rows++) {
            int better = better(points, own);
            if (better < 0) {
                return true;
            }
            if (!answered(programs, points, own, better)) {
                return false;
            }
        }
        return false;
    }

    private boolean answered(
            List<LinearPrograms> programs, List<double[]> points, int own, int better) {
        for (int party = 0; party < worths.size(); party++) {
            double[] row = less(worths.get(party)[own], worths.get(party)[better]);
            LinearPrograms held = programs.get(party).with(row, MARGIN);
            double[] point = held.isEmpty() ? null : favourable(held, party, own);
            if (point != null) {
                programs.set(party, held);
                points.set(party, point);
                return true;
            }
        }
        return false;
    }

    /// Where a package does best against the average rival, or null where it may do so without end.
    private double @Nullable [] favourable(LinearPrograms programs, int party, int own) {
        double[][] worth = worths.get(party);
        double[] form = worth[own].clone();
        for (double[] rival : worth) {
            for (int k = 0; k < form.length; k++) {
                form[k] -= rival[k] / size;
            }
        }
        return programs.most(form) instanceof End.At at ? at.point() : null;
    }

    private static double[] less(double[] first, double[] second) {
        double[] difference = first.clone();
        for (int k = 0; k < difference.length; k++) {
            difference[k] -= second[k];
        }
        return difference;
    }

    /// The rival that is as good for all and better for one, by most in sum; -1 if none is.
    private int better(List<double[]> points, int own) {
        double[] mine = new double[points.size()];
        for (int party = 0; party < mine.length; party++) {
            mine[party] = Polyhedron.dot(worths.get(party)[own], points.get(party));
        }
        int best = -1;
        double most = 0;
        for (int y = 0; y < size; y++) {
            double sum = 0;
            boolean asGood = y != own;
            boolean isBetter = false;
            for (int party = 0; party < mine.length && asGood; party++) {
                double more = Polyhedron.dot(worths.get(party)[y], points.get(party)) - mine[party];
                asGood = more >= -PartyWorth.TOLERANCE;
                isBetter |= more > PartyWorth.TOLERANCE;
                sum += more;
            }
            if (asGood && isBetter && (best < 0 || sum > most)) {
                best = y;
                most = sum;
            }
        }
        return best;
    }
}
