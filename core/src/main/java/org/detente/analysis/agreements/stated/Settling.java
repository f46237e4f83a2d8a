// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements.stated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.detente.compile.StatedForm;
import org.detente.math.Polyhedron;
import org.detente.math.Polyhedron.End;
import org.jspecify.annotations.Nullable;

/// Looks for the one question to a party whose answer would settle most of the packages that hang
/// on what it has not said.
final class Settling {
    /// How many open packages are looked at; a question is judged by these.
    static final int MOST_PACKAGES = 12;

    /// How many questions, the most promising ones, are followed exactly.
    private static final int MOST_FOLLOWED = 3;

    /// The answer to a question holds by this much, as what is stated does.
    private static final double MARGIN = 1e-6;

    private static final int ACCEPTED = 1;
    private static final int REFUSED = 2;
    private static final int BOTH = ACCEPTED | REFUSED;

    private final PartyReading reading;
    private final StatedForm stated;
    private final List<int[]> open;

    private Settling(PartyReading reading, StatedForm stated, List<int[]> open) {
        this.reading = reading;
        this.stated = stated;
        this.open = open;
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
    private record Candidate(
            StatedForm.@Nullable Question compared,
            List<Integer> levels,
            List<List<Double>> forms,
            int promise) {}

    /// Finds the question.
    ///
    /// @param reading the party
    /// @param packages those of which the party's acceptance hangs on what it has not said
    /// @return the question, or null if none would settle anything
    static @Nullable Found of(PartyReading reading, List<int[]> packages) {
        StatedForm stated = reading.stated();
        if (stated == null || packages.isEmpty()) {
            return null;
        }
        List<int[]> open = packages.subList(0, Math.min(packages.size(), MOST_PACKAGES));
        open.forEach(levels -> reading.meet(levels, MARGIN));
        return new Settling(reading, stated, open).found();
    }

    private @Nullable Found found() {
        List<Candidate> candidates = new ArrayList<>();
        for (StatedForm.Question question : stated.questions()) {
            add(candidates, question, List.of(), r -> stated.form(r, question));
        }
        for (int[] levels : open) {
            List<Integer> list = java.util.Arrays.stream(levels).boxed().toList();
            add(candidates, null, list, r -> stated.gains(r, levels).getFirst());
        }
        candidates.sort(Comparator.comparingInt(Candidate::promise).reversed());
        Found best = null;
        for (Candidate candidate :
                candidates.subList(0, Math.min(candidates.size(), MOST_FOLLOWED))) {
            Found found =
                    new Found(
                            reading.party(),
                            candidate.compared(),
                            candidate.levels(),
                            followed(candidate, 1),
                            followed(candidate, -1),
                            open.size());
            if (found.count() > 0 && (best == null || found.count() > best.count())) {
                best = found;
            }
        }
        return best;
    }

    private interface Forms {
        double[] at(StatedForm.Reading reading);
    }

    private void add(
            List<Candidate> candidates,
            StatedForm.@Nullable Question compared,
            List<Integer> levels,
            Forms forms) {
        List<List<Double>> all = new ArrayList<>();
        boolean first = false;
        boolean second = false;
        for (int r = 0; r < stated.readings().size(); r++) {
            double[] form = forms.at(stated.readings().get(r));
            all.add(java.util.Arrays.stream(form).boxed().toList());
            for (double[] point : reading.met().get(r)) {
                double value = Polyhedron.dot(form, point);
                first |= value > MARGIN;
                second |= value < -MARGIN;
            }
        }
        if (first && second) {
            candidates.add(
                    new Candidate(compared, levels, all, promise(all, 1) + promise(all, -1)));
        }
    }

    /// How many packages look settled among the value functions met so far.
    private int promise(List<List<Double>> forms, int sign) {
        int count = 0;
        for (int[] levels : open) {
            count += seen(forms, sign, levels) < BOTH ? 1 : 0;
        }
        return count;
    }

    /// Which verdicts on a package the value functions met so far show, after an answer.
    ///
    /// @return [#ACCEPTED], [#REFUSED], their sum [#BOTH], or 0 if none is left
    private int seen(List<List<Double>> forms, int sign, int[] levels) {
        int seen = 0;
        for (int r = 0; r < forms.size() && seen < BOTH; r++) {
            double[] form = signed(forms.get(r), sign);
            List<double[]> gains = stated.gains(stated.readings().get(r), levels);
            for (double[] point : reading.met().get(r)) {
                if (Polyhedron.dot(form, point) >= MARGIN) {
                    boolean accepts = true;
                    for (double[] gain : gains) {
                        accepts &= Polyhedron.dot(gain, point) >= -PartyReading.TOLERANCE;
                    }
                    seen |= accepts ? ACCEPTED : REFUSED;
                }
            }
        }
        return seen;
    }

    private static double[] signed(List<Double> form, int sign) {
        return form.stream().mapToDouble(c -> sign * c).toArray();
    }

    /// What an answer settles, exactly.
    private Answer followed(Candidate candidate, int sign) {
        List<Polyhedron> answered = new ArrayList<>();
        for (int r = 0; r < stated.readings().size(); r++) {
            answered.add(
                    stated.readings()
                            .get(r)
                            .polyhedron()
                            .with(signed(candidate.forms().get(r), sign), MARGIN));
        }
        int accepted = 0;
        int refused = 0;
        for (int[] levels : open) {
            int seen = seen(candidate.forms(), sign, levels);
            accepted += (seen & REFUSED) == 0 && isAlways(answered, levels) ? 1 : 0;
            refused += (seen & ACCEPTED) == 0 && isNever(answered, levels) ? 1 : 0;
        }
        return new Answer(accepted, refused);
    }

    private boolean isAlways(List<Polyhedron> answered, int[] levels) {
        for (int r = 0; r < answered.size(); r++) {
            for (double[] gain : stated.gains(stated.readings().get(r), levels)) {
                boolean falls =
                        switch (answered.get(r).least(gain)) {
                            case End.At at -> at.value() < -PartyReading.TOLERANCE;
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

    private boolean isNever(List<Polyhedron> answered, int[] levels) {
        for (int r = 0; r < answered.size(); r++) {
            double[] gain = stated.netGain(stated.readings().get(r), levels);
            boolean reaches =
                    switch (answered.get(r).most(gain)) {
                        case End.At at -> at.value() >= -PartyReading.TOLERANCE;
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
