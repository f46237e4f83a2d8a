// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.detente.compile.StatedForm;
import org.detente.math.Polyhedron;

/// Whether packages are efficient among those looked at, under all, some or no value functions: no
/// other that breaks no rule and crosses no red line is at least as good for every signatory and
/// better for one.
///
/// Signatories' value functions vary apart from one another. So another package can be better for
/// all at once if it can be for each: "all" and "none" are exact, by two linear programs a pair and
/// party at most. "Some" is shown by value functions; where none is found that shows it, it is
/// open.
final class Efficiency {
    /// How many pairs of packages are followed by linear programs for one package.
    static final int MOST_PAIRS = 500;

    /// How many value functions of each signatory are tried against those of the others.
    private static final int MOST_TRIED = 16;

    private final List<PartyWorth> signatories;
    private final List<int[]> rivals;

    private final EfficientSomewhere somewhere;

    /// By signatory, value function tried and rival, its worth.
    private final List<double[][]> worths = new ArrayList<>();

    /// Whether a package is efficient.
    enum Answer {
        /// Under all value functions.
        ALL("all"),
        /// Under some, and not under all.
        SOME("some"),
        /// Under none.
        NONE("none"),
        /// Perhaps under some; not under all.
        OPEN("open"),
        /// Perhaps under all, so far as pairs were followed.
        UNKNOWN("unknown");

        private final String key;

        Answer(String key) {
            this.key = key;
        }

        /// Its word in data.
        String key() {
            return key;
        }
    }

    private Efficiency(List<PartyWorth> signatories, List<int[]> rivals) {
        this.signatories = signatories;
        this.rivals = rivals;
        for (PartyWorth party : signatories) {
            worths.add(worths(party));
        }
        this.somewhere = new EfficientSomewhere(signatories, rivals);
    }

    /// Judges packages.
    ///
    /// @param signatories what each states
    /// @param rivals packages that break no rule and cross no red line
    /// @param packages those to judge
    /// @return an answer each; none at all if a signatory states nothing of worth
    static List<Answer> of(
            Collection<PartyWorth> signatories, List<int[]> rivals, List<int[]> packages) {
        if (signatories.stream().anyMatch(p -> p.stated() == null)) {
            return List.of();
        }
        Efficiency efficiency = new Efficiency(List.copyOf(signatories), List.copyOf(rivals));
        List<Answer> answers = new ArrayList<>();
        for (int[] levels : packages) {
            answers.add(efficiency.answer(levels));
        }
        return List.copyOf(answers);
    }

    private double[][] worths(PartyWorth party) {
        StatedForm stated = java.util.Objects.requireNonNull(party.stated());
        List<Integer> readings = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        List<List<double[]>> met = party.met();
        for (int k = 0; points.size() < MOST_TRIED && k < PartyWorth.MOST_MET; k++) {
            for (int r = 0; r < met.size() && points.size() < MOST_TRIED; r++) {
                if (k < met.get(r).size()) {
                    readings.add(r);
                    points.add(met.get(r).get(met.get(r).size() - 1 - k));
                }
            }
        }
        double[][] worth = new double[points.size()][rivals.size()];
        for (int y = 0; y < rivals.size(); y++) {
            var forms = stated.at(rivals.get(y));
            for (int p = 0; p < points.size(); p++) {
                worth[p][y] = Polyhedron.dot(forms.worth(readings.get(p)), points.get(p));
            }
        }
        return worth;
    }

    private Answer answer(int[] levels) {
        int own = -1;
        for (int y = 0; y < rivals.size(); y++) {
            own = java.util.Arrays.equals(rivals.get(y), levels) ? y : own;
        }
        if (own < 0) {
            return Answer.NONE;
        }
        int pairs = 0;
        for (int y = 0; y < rivals.size() && pairs < MOST_PAIRS; y++) {
            if (y != own && isNeverWorseSoFar(y, own)) {
                pairs++;
                if (alwaysBeats(y, own)) {
                    return Answer.NONE;
                }
            }
        }
        Answer always = always(own);
        return always == Answer.SOME && !somewhere.isShown(own) ? Answer.OPEN : always;
    }

    /// Under all value functions, or not; unknown where too many pairs would have to be followed.
    private Answer always(int own) {
        for (int y = 0; y < rivals.size(); y++) {
            if (y != own && sometimesBeatsSoFar(y, own)) {
                return Answer.SOME;
            }
        }
        int pairs = 0;
        for (int y = 0; y < rivals.size(); y++) {
            if (y != own && mayBeat(y, own)) {
                if (pairs++ == MOST_PAIRS) {
                    return Answer.UNKNOWN;
                }
                if (sometimesBeats(y, own)) {
                    return Answer.SOME;
                }
            }
        }
        return Answer.ALL;
    }

    /// Whether no value function met before finds a rival worse.
    private boolean isNeverWorseSoFar(int rival, int own) {
        for (double[][] worth : worths) {
            for (double[] at : worth) {
                if (at[rival] < at[own] - PartyWorth.TOLERANCE) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether value functions met before find a rival better at once for all.
    private boolean sometimesBeatsSoFar(int rival, int own) {
        boolean better = false;
        for (double[][] worth : worths) {
            boolean asGood = false;
            for (double[] at : worth) {
                asGood |= at[rival] >= at[own];
                better |= at[rival] > at[own] + PartyWorth.TOLERANCE;
            }
            if (!asGood) {
                return false;
            }
        }
        return better;
    }

    /// Whether loose bounds leave it open that a rival is better.
    private boolean mayBeat(int rival, int own) {
        for (PartyWorth party : signatories) {
            var around = party.around(rivals.get(rival), rivals.get(own));
            if (around.atLeastAsGood() == Verdict.Held.NONE) {
                return false;
            }
        }
        return true;
    }

    private boolean alwaysBeats(int rival, int own) {
        boolean better = false;
        for (PartyWorth party : signatories) {
            var between = party.between(rivals.get(rival), rivals.get(own));
            if (between.atLeastAsGood() != Verdict.Held.ALL) {
                return false;
            }
            better |= between.better() == Verdict.Held.ALL;
        }
        return better;
    }

    private boolean sometimesBeats(int rival, int own) {
        boolean better = false;
        for (PartyWorth party : signatories) {
            var between = party.between(rivals.get(rival), rivals.get(own));
            if (between.atLeastAsGood() == Verdict.Held.NONE) {
                return false;
            }
            better |= between.better() != Verdict.Held.NONE;
        }
        return better;
    }
}
