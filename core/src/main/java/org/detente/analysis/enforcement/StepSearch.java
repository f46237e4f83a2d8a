// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.detente.analysis.enforcement.Deviations.Deviation;
import org.jspecify.annotations.Nullable;

/// Looks for the order of steps from `now` to a package with the largest smallest margin, the
/// shortest among equals.
///
/// What the rest of an order is worth differs from party to party, so that a position keeps every
/// rest that no other beats for all parties, in its smallest margin and in its length: a backward
/// search with Pareto labels. A first search that keeps one rest a position gives a bound below
/// which nothing is followed.
final class StepSearch {
    /// The most rests that one position keeps.
    static final int MOST_RESTS = 400;

    private static final double TIE = 1e-9;

    private final Ground ground;
    private final Lattice lattice;
    private final int target;
    private final double[] atTarget;
    private final double endMargin;
    private final int[] tested;
    private final Deviations[] deviations;
    private final boolean[] usable;
    private final double[][] flow;
    private final double[][] hope;
    private boolean overflow;

    /// The rest of an order from a position on.
    ///
    /// @param values by tested party, what it is worth, points per step, the position's own step
    ///   included
    /// @param margin the smallest margin in it
    /// @param length how many steps it has
    /// @param next the position the next step leads to, or -1 at the package
    /// @param after the rest from there, or null at the package
    @SuppressWarnings("ArrayRecordComponent") // shared, never changed and never compared
    record Rest(double[] values, double margin, int length, int next, @Nullable Rest after) {}

    /// What was found.
    ///
    /// @param best the order with the largest smallest margin, or null if the package cannot be
    ///   reached by steps toward it
    /// @param exact whether none better exists among the positions looked at
    /// @param closed how many positions lead on to the package by steps that might pay, however
    ///   hopefully each side looks at the rest; -1 if `now` is among them
    record Found(@Nullable Rest best, boolean exact, int closed) {}

    /// A search.
    ///
    /// @param ground the reading, in which every patience is stated
    /// @param lattice the positions
    /// @param kept the verdicts on the standing agreement
    StepSearch(Ground ground, Lattice lattice, List<Kept> kept) {
        this.ground = ground;
        this.lattice = lattice;
        this.target = lattice.size() - 1;
        List<Integer> parties = new ArrayList<>();
        double end = Double.POSITIVE_INFINITY;
        for (Kept one : kept) {
            end = Math.min(end, one.margin());
            if (ground.mover(one.party()) >= 0) {
                parties.add(one.party());
            }
        }
        this.endMargin = end;
        this.tested = parties.stream().mapToInt(p -> p).toArray();
        this.atTarget = parties.stream().mapToDouble(p -> kept.get(p).kept()).toArray();
        this.deviations = new Deviations[tested.length];
        this.flow = new double[tested.length][lattice.size()];
        this.hope = new double[tested.length][lattice.size()];
        this.usable = new boolean[lattice.size()];
        for (int position = 0; position < lattice.size(); position++) {
            usable[position] = ground.model().feasible().contains(lattice.state(position));
        }
        for (int k = 0; k < tested.length; k++) {
            deviations[k] = new Deviations(ground, lattice, tested[k]);
            for (int position = 0; position < lattice.size(); position++) {
                flow[k][position] = points(tested[k], position);
            }
        }
    }

    /// What a position is worth a step, levels under way in proportion.
    private double points(int party, int position) {
        double sum = ground.worths().outside(party, lattice.state(position));
        for (int k = 0; k < lattice.tracks().size(); k++) {
            Lattice.Track track = lattice.tracks().get(k);
            int place = lattice.place(position, k);
            if (track.fraction(place) > 0) {
                sum +=
                        track.fraction(place)
                                * (ground.worths().ofLevel(party, track.option(), track.next(place))
                                        - ground.worths()
                                                .ofLevel(
                                                        party, track.option(), track.level(place)));
            }
        }
        return sum;
    }

    int[] tested() {
        return tested.clone();
    }

    /// Searches.
    Found found() {
        Rest atOnce = atOnce();
        if (atOnce != null) {
            return new Found(atOnce, true, -1);
        }
        hopes();
        Rest rough = search(Double.NEGATIVE_INFINITY, 1);
        if (rough == null) {
            return new Found(null, true, 0);
        }
        overflow = false;
        Rest best = search(rough.margin(), MOST_RESTS);
        Rest shown = best == null ? rough : best;
        return new Found(
                shown, !overflow && lattice.isWhole(), shown.margin() < -TIE ? closed() : -1);
    }

    /// The order that does everything in one step, where nothing can be better: no order has a
    /// larger smallest margin than the standing agreement, which is its last part.
    private @Nullable Rest atOnce() {
        if (endMargin < -TIE) {
            return null;
        }
        double[] temptations = new double[tested.length];
        temptations(0, target, temptations);
        if (margin(temptations, k -> atTarget[k]) < endMargin) {
            return null;
        }
        Rest end = new Rest(atTarget, endMargin, 0, -1, null);
        return new Rest(valuesBefore(0, end), endMargin, 1, target, end);
    }

    /// The most that each party could have from each position on, whatever the others want.
    private void hopes() {
        for (int k = 0; k < tested.length; k++) {
            Arrays.fill(hope[k], Double.NEGATIVE_INFINITY);
            hope[k][target] = atTarget[k];
            double patience = ground.patience(tested[k]);
            for (int position = target - 1; position >= 0; position--) {
                if (!usable[position]) {
                    continue;
                }
                double most = Double.NEGATIVE_INFINITY;
                Successors next = new Successors(position);
                while (next.advance()) {
                    if (usable[next.position()]) {
                        most = Math.max(most, hope[k][next.position()]);
                    }
                }
                hope[k][position] = (1 - patience) * flow[k][position] + patience * most;
            }
        }
    }

    private @Nullable Rest search(double atLeast, int mostRests) {
        List<List<Rest>> rests = new ArrayList<>();
        for (int position = 0; position < lattice.size(); position++) {
            rests.add(new ArrayList<>());
        }
        rests.get(target).add(new Rest(atTarget, endMargin, 0, -1, null));
        for (int position = target - 1; position >= 0; position--) {
            if (usable[position]) {
                extend(position, rests, atLeast, mostRests);
            }
        }
        Rest best = null;
        for (Rest rest : rests.getFirst()) {
            boolean better =
                    best == null
                            || rest.margin() > best.margin() + TIE
                            || (rest.margin() > best.margin() - TIE
                                    && rest.length() < best.length());
            best = better ? rest : best;
        }
        return best;
    }

    private void extend(int position, List<List<Rest>> rests, double atLeast, int mostRests) {
        List<Rest> own = rests.get(position);
        Successors successors = new Successors(position);
        double[] temptations = new double[tested.length];
        while (successors.advance()) {
            int next = successors.position();
            if (!usable[next] || rests.get(next).isEmpty()) {
                continue;
            }
            temptations(position, next, temptations);
            if (margin(temptations, k -> hope[k][next]) < atLeast - TIE) {
                continue;
            }
            for (Rest after : rests.get(next)) {
                double margin =
                        Math.min(after.margin(), margin(temptations, k -> after.values()[k]));
                if (margin >= atLeast - TIE) {
                    add(own, position, next, after, margin, mostRests);
                }
            }
        }
    }

    private void temptations(int from, int to, double[] into) {
        for (int k = 0; k < tested.length; k++) {
            Deviation best = deviations[k].best(from, to);
            into[k] = best == null ? Double.NEGATIVE_INFINITY : best.points();
        }
    }

    private double margin(double[] temptations, java.util.function.IntToDoubleFunction values) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < temptations.length; k++) {
            least =
                    Math.min(
                            least,
                            (values.applyAsDouble(k) - temptations[k]) / ground.scale(tested[k]));
        }
        return least;
    }

    private void add(
            List<Rest> own, int position, int next, Rest after, double margin, int mostRests) {
        Rest rest =
                new Rest(valuesBefore(position, after), margin, after.length() + 1, next, after);
        if (mostRests == 1) {
            if (own.isEmpty()) {
                own.add(rest);
            } else if (isRoughlyBetter(rest, own.getFirst())) {
                own.set(0, rest);
            }
            return;
        }
        for (Rest other : own) {
            if (covers(other, rest)) {
                return;
            }
        }
        own.removeIf(other -> covers(rest, other));
        if (own.size() >= mostRests) {
            overflow = true;
            return;
        }
        own.add(rest);
    }

    private double[] valuesBefore(int position, Rest after) {
        double[] values = new double[tested.length];
        for (int k = 0; k < values.length; k++) {
            double patience = ground.patience(tested[k]);
            values[k] = (1 - patience) * flow[k][position] + patience * after.values()[k];
        }
        return values;
    }

    private static boolean isRoughlyBetter(Rest a, Rest b) {
        return a.margin() > b.margin() + TIE
                || (a.margin() > b.margin() - TIE && a.length() < b.length());
    }

    private static boolean covers(Rest a, Rest b) {
        if (a.margin() < b.margin() || a.length() > b.length()) {
            return false;
        }
        for (int k = 0; k < a.values().length; k++) {
            if (a.values()[k] < b.values()[k]) {
                return false;
            }
        }
        return true;
    }

    /// The positions from which some way leads to the package on which every step might pay
    /// everybody, if each party hoped for the best of all rests.
    private int closed() {
        boolean[] leads = new boolean[lattice.size()];
        leads[target] = endMargin >= -TIE;
        double[] temptations = new double[tested.length];
        int count = leads[target] ? 1 : 0;
        for (int position = target - 1; position >= 0; position--) {
            if (!usable[position]) {
                continue;
            }
            Successors successors = new Successors(position);
            while (!leads[position] && successors.advance()) {
                int next = successors.position();
                if (leads[next]) {
                    temptations(position, next, temptations);
                    leads[position] = margin(temptations, k -> hope[k][next]) >= -TIE;
                }
            }
            count += leads[position] ? 1 : 0;
        }
        return leads[0] ? -1 : count;
    }

    /// The margins of one step of an order.
    ///
    /// @param from the position before it
    /// @param rest the rest from there on
    /// @return by tested party
    double[] margins(int from, Rest rest) {
        double[] temptations = new double[tested.length];
        temptations(from, rest.next(), temptations);
        Rest after = java.util.Objects.requireNonNull(rest.after());
        double[] margins = new double[tested.length];
        for (int k = 0; k < margins.length; k++) {
            margins[k] = (after.values()[k] - temptations[k]) / ground.scale(tested[k]);
        }
        return margins;
    }

    /// The best deviation of a tested party at a step.
    @Nullable Deviation deviation(int tested, int from, int to) {
        return deviations[tested].best(from, to);
    }

    /// The positions that lie ahead of one in every option, itself left out.
    private final class Successors {
        private final int[] index;
        private final int[] start;
        private int position;

        Successors(int from) {
            int tracks = lattice.tracks().size();
            this.start = new int[tracks];
            for (int k = 0; k < tracks; k++) {
                start[k] = lattice.index(from, k);
            }
            this.index = start.clone();
            this.position = from;
        }

        boolean advance() {
            for (int k = 0; k < index.length; k++) {
                if (index[k] + 1 < lattice.tracks().get(k).places().length) {
                    index[k]++;
                    position += lattice.stride(k);
                    return true;
                }
                position -= (index[k] - start[k]) * lattice.stride(k);
                index[k] = start[k];
            }
            return false;
        }

        int position() {
            return position;
        }
    }
}
