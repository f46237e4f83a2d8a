// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.detente.compile.PackageForms;
import org.detente.compile.StatedForm;
import org.detente.math.LinearPrograms;
import org.detente.math.Polyhedron;
import org.detente.math.Polyhedron.End;
import org.jspecify.annotations.Nullable;

/// Looks for the one question to a party whose answer would settle most of the packages that hang
/// on what it has not said.
final class Settling {
    /// How many open packages are looked at; a question is judged by these.
    static final int MOST_PACKAGES = 24;

    /// How many questions, the most promising ones, are followed exactly.
    private static final int MOST_FOLLOWED = 3;

    /// How many mixtures of value functions are looked at beside those met.
    private static final int MIXTURES = 64;

    /// The answer to a question holds by this much, as what is stated does.
    private static final double MARGIN = 1e-6;

    /// So much, all swings of the party together, stands for what has no end.
    private static final double WITHOUT_END = 1;

    private static final int ACCEPTED = 1;
    private static final int REFUSED = 2;
    private static final int BOTH = ACCEPTED | REFUSED;

    private final PartyWorth worth;
    private final StatedForm stated;
    private final List<int[]> open;
    private final List<PackageForms> forms;
    private final List<List<double[]>> met;

    /// By combination of beliefs and value function met, which of the open packages it accepts.
    private final List<List<BitSet>> accepts;

    private Settling(
            PartyWorth worth, StatedForm stated, List<int[]> open, List<List<double[]>> met) {
        this.worth = worth;
        this.stated = stated;
        this.open = open;
        this.forms = open.stream().map(stated::at).toList();
        this.met = met;
        this.accepts = new ArrayList<>();
        for (int r = 0; r < met.size(); r++) {
            accepts.add(new ArrayList<>());
            for (double[] point : met.get(r)) {
                accepts.get(r).add(accepted(r, point));
            }
        }
    }

    private BitSet accepted(int r, double[] point) {
        BitSet accepted = new BitSet();
        for (int k = 0; k < forms.size(); k++) {
            boolean gains = true;
            for (double[] gain : forms.get(k).gains(r)) {
                gains &= Polyhedron.dot(gain, point) >= -PartyWorth.TOLERANCE;
            }
            accepted.set(k, gains);
        }
        return accepted;
    }

    /// What an answer settles.
    ///
    /// @param accepted how many packages become acceptable under all value functions
    /// @param refused how many become so under none
    record Answer(int accepted, int refused) {
        int count() {
            return accepted + refused;
        }
    }

    /// A question with what its answers settle.
    ///
    /// @param party whom to ask
    /// @param compared levels or swings to compare, or null
    /// @param levels otherwise a package to compare with no agreement; empty if levels or swings
    ///   are
    /// @param ifFirst what settles if the first is better
    /// @param ifSecond what settles if the second is
    /// @param openCount of how many open packages
    record Found(
            String party,
            StatedForm.@Nullable Question compared,
            List<Integer> levels,
            Answer ifFirst,
            Answer ifSecond,
            int openCount) {
        Found {
            levels = List.copyOf(levels);
        }

        int count() {
            return ifFirst.count() + ifSecond.count();
        }
    }

    /// A candidate with its forms, one for each reading, and its promise.
    private static final class Candidate {
        private final StatedForm.@Nullable Question compared;
        private final List<Integer> levels;
        private final List<double[]> forms;

        /// By answer and open package, what value functions met so far show after it.
        private final int[][] seen;

        /// By answer, how many value functions met so far give it.
        private final int[] votes;

        private Candidate(
                StatedForm.@Nullable Question compared,
                List<Integer> levels,
                List<double[]> forms,
                int[][] seen,
                int[] votes) {
            this.compared = compared;
            this.levels = levels;
            this.forms = forms;
            this.seen = seen;
            this.votes = votes;
        }

        /// How many packages look settled by either answer.
        int promise() {
            return promiseOf(0) + promiseOf(1);
        }

        /// How many look settled on average, if as many people give an answer as value functions
        /// met do.
        double expected() {
            return weighed(promiseOf(0), promiseOf(1));
        }

        double weighed(int ifFirst, int ifSecond) {
            double share = (votes[0] + 1.0) / (votes[0] + votes[1] + 2.0);
            return share * ifFirst + (1 - share) * ifSecond;
        }

        private int promiseOf(int answer) {
            int count = 0;
            for (int one : seen[answer]) {
                count += one < BOTH ? 1 : 0;
            }
            return count;
        }
    }

    /// Finds the question.
    ///
    /// @param worth the party
    /// @param packages those of which the party's acceptance hangs on what it has not said
    /// @return the question, or null if none would settle anything
    static @Nullable Found of(PartyWorth worth, List<int[]> packages) {
        StatedForm stated = worth.stated();
        if (stated == null || packages.isEmpty()) {
            return null;
        }
        List<int[]> open = packages.subList(0, Math.min(packages.size(), MOST_PACKAGES));
        open.forEach(levels -> worth.meet(levels, MARGIN));
        Found found = new Settling(worth, stated, open, worth.met()).found();
        return found != null
                ? found
                : new Settling(worth, stated, open, metWithoutEnd(worth, stated, open)).found();
    }

    /// Value functions met, and for gains or losses without end one that has them: corners alone do
    /// not show that such a package may be liked, or disliked.
    private static List<List<double[]>> metWithoutEnd(
            PartyWorth worth, StatedForm stated, List<int[]> open) {
        List<List<double[]>> met = new ArrayList<>();
        for (int r = 0; r < worth.met().size(); r++) {
            List<double[]> points = new ArrayList<>(worth.met().get(r));
            LinearPrograms programs = worth.programs().get(r);
            for (int[] levels : open) {
                double[] gain = stated.at(levels).gains(r).getFirst();
                double[] loss = Arrays.stream(gain).map(x -> -x).toArray();
                if (programs.most(gain) instanceof End.Unbounded) {
                    addCorner(points, programs, gain);
                }
                if (programs.least(gain) instanceof End.Unbounded) {
                    addCorner(points, programs, loss);
                }
            }
            met.add(points);
        }
        return met;
    }

    /// Adds the value function that just has the least worth that counts as without end.
    private static void addCorner(List<double[]> points, LinearPrograms programs, double[] form) {
        boolean isMet = points.stream().anyMatch(p -> Polyhedron.dot(form, p) > MARGIN);
        if (!isMet && programs.with(form, WITHOUT_END).least(form) instanceof End.At at) {
            points.add(at.point());
        }
    }

    /// Finds the question whose answer settles most on average, if as many people give an answer as
    /// value functions met do.
    ///
    /// @param worth the party
    /// @param packages those of which the party's acceptance hangs on what it has not said
    /// @param wanted which questions may be put: levels or swings to compare, or else a package
    /// @param follow how many are followed exactly
    /// @return the question, or null if no answer would settle anything
    static @Nullable Found expected(
            PartyWorth worth,
            List<int[]> packages,
            BiPredicate<StatedForm.@Nullable Question, List<Integer>> wanted,
            int follow) {
        StatedForm stated = worth.stated();
        if (stated == null || packages.isEmpty()) {
            return null;
        }
        List<int[]> open = packages.subList(0, Math.min(packages.size(), MOST_PACKAGES));
        open.forEach(levels -> worth.meet(levels, MARGIN));
        Settling settling =
                new Settling(
                        worth, stated, open, worth.met().stream().map(Settling::mixed).toList());
        List<Candidate> candidates = settling.candidates();
        candidates.removeIf(c -> !wanted.test(c.compared, c.levels));
        candidates.sort(Comparator.comparingDouble(Candidate::expected).reversed());
        Found best = null;
        double most = 0;
        for (Candidate candidate : candidates.subList(0, Math.min(candidates.size(), follow))) {
            Found one = settling.followed(candidate);
            double expected = candidate.weighed(one.ifFirst().count(), one.ifSecond().count());
            if (expected > most) {
                best = one;
                most = expected;
            }
        }
        return best;
    }

    /// Value functions with mixtures of them: those met lie at corners, where few people think.
    static List<double[]> mixed(List<double[]> points) {
        List<double[]> all = new ArrayList<>(points);
        int count = points.size();
        for (int k = 0; k < MIXTURES && count > 1; k++) {
            double[] mixture = new double[points.getFirst().length];
            for (int v = 0; v < mixture.length; v++) {
                mixture[v] =
                        (points.get(k % count)[v]
                                        + points.get((3 * k + 1) % count)[v]
                                        + points.get((7 * k + 2) % count)[v])
                                / 3;
            }
            all.add(mixture);
        }
        return all;
    }

    private Found followed(Candidate candidate) {
        return new Found(
                worth.party(),
                candidate.compared,
                candidate.levels,
                followed(candidate, 1),
                followed(candidate, -1),
                open.size());
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (StatedForm.Question question : stated.questions()) {
            List<double[]> compared = new ArrayList<>();
            for (StatedForm.Reading reading : stated.readings()) {
                compared.add(stated.form(reading, question));
            }
            add(candidates, question, List.of(), compared);
        }
        for (int k = 0; k < open.size(); k++) {
            List<double[]> gains = new ArrayList<>();
            for (int r = 0; r < met.size(); r++) {
                gains.add(forms.get(k).gains(r).getFirst());
            }
            add(candidates, null, Arrays.stream(open.get(k)).boxed().toList(), gains);
        }
        return candidates;
    }

    private @Nullable Found found() {
        List<Candidate> candidates = candidates();
        candidates.sort(Comparator.comparingInt(Candidate::promise).reversed());
        Found best = null;
        int followed = 0;
        for (Candidate candidate : candidates) {
            // Few value functions met can make comparisons look promising that settle nothing. A
            // package compared with no agreement settles itself at least.
            boolean isFirst = followed < MOST_FOLLOWED;
            if (isFirst || (best == null && candidate.compared == null)) {
                Found found = followed(candidate);
                followed++;
                if (found.count() > 0 && (best == null || found.count() > best.count())) {
                    best = found;
                }
            }
        }
        return best;
    }

    /// Adds a question unless all value functions met so far give the same answer.
    private void add(
            List<Candidate> candidates,
            StatedForm.@Nullable Question compared,
            List<Integer> levels,
            List<double[]> asked) {
        int[][] seen = new int[2][open.size()];
        int[] votes = new int[2];
        for (int r = 0; r < met.size(); r++) {
            for (int p = 0; p < met.get(r).size(); p++) {
                double value = Polyhedron.dot(asked.get(r), met.get(r).get(p));
                if (Math.abs(value) > MARGIN) {
                    int answer = value > 0 ? 0 : 1;
                    votes[answer]++;
                    BitSet accepted = accepts.get(r).get(p);
                    for (int k = 0; k < open.size(); k++) {
                        seen[answer][k] |= accepted.get(k) ? ACCEPTED : REFUSED;
                    }
                }
            }
        }
        if (votes[0] > 0 && votes[1] > 0) {
            candidates.add(new Candidate(compared, levels, asked, seen, votes));
        }
    }

    /// What an answer settles, exactly.
    private Answer followed(Candidate candidate, int sign) {
        List<LinearPrograms> answered = new ArrayList<>();
        for (int r = 0; r < met.size(); r++) {
            double[] form = candidate.forms.get(r).clone();
            for (int k = 0; k < form.length; k++) {
                form[k] *= sign;
            }
            answered.add(worth.programs().get(r).with(form, MARGIN));
        }
        int accepted = 0;
        int refused = 0;
        for (int k = 0; k < open.size(); k++) {
            int seen = candidate.seen[sign > 0 ? 0 : 1][k];
            accepted += (seen & REFUSED) == 0 && isAlways(answered, forms.get(k)) ? 1 : 0;
            refused += (seen & ACCEPTED) == 0 && isNever(answered, forms.get(k)) ? 1 : 0;
        }
        return new Answer(accepted, refused);
    }

    private static boolean isAlways(List<LinearPrograms> answered, PackageForms forms) {
        for (int r = 0; r < answered.size(); r++) {
            for (double[] gain : forms.gains(r)) {
                boolean falls =
                        switch (answered.get(r).least(gain)) {
                            case End.At at -> at.value() < -PartyWorth.TOLERANCE;
                            case End.Unbounded _ -> true;
                            case End.Empty _ -> false;
                        };
                if (falls) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isNever(List<LinearPrograms> answered, PackageForms forms) {
        for (int r = 0; r < answered.size(); r++) {
            boolean reaches =
                    switch (answered.get(r).most(forms.netGain(r))) {
                        case End.At at -> at.value() >= -PartyWorth.TOLERANCE;
                        case End.Unbounded _ -> true;
                        case End.Empty _ -> false;
                    };
            if (reaches) {
                return false;
            }
        }
        return true;
    }
}
