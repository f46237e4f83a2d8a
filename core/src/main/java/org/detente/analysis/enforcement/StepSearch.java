// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.detente.analysis.enforcement.Deviations.Deviation;
import org.jspecify.annotations.Nullable;

/// Looks for the order of steps from `now` to a package with the largest smallest margin, the
/// shortest among equals.
///
/// What the rest of an order is worth differs from party to party, so that a position keeps every
/// rest that no other beats for all parties, in its smallest margin and in its length: a backward
/// search with Pareto labels. Two bounds keep it small. From below: searches that keep few rests a
/// position. From above: the largest smallest margin if each party could hope for the best of all
/// rests that the lower bound leaves, found as a widest path and tightened until nothing changes.
/// Where the two meet only shorter orders are still looked for.
final class StepSearch {
    /// The most rests that one position keeps.
    static final int MOST_RESTS = 400;

    /// The most pairs of rests that are compared in one search; beyond, the best found counts.
    private static final long MOST_COMPARISONS = 60_000_000L;

    /// Instead of a number of rests: the best one in each direction.
    private static final int SPREAD = 0;

    private static final int MOST_TIGHTENINGS = 6;

    /// Where the bounds are closer than this share of what a side could gain, the order counts as
    /// the best even if the last search had to leave something out.
    private static final double CLOSE = 1e-4;

    private static final double TIE = 1e-9;

    private final Ground ground;
    private final Lattice lattice;
    private final int target;
    private final double[] atTarget;
    private final double endMargin;
    private final int[] tested;
    private final double[] patience;
    private final double[] scale;
    private final Deviations[] deviations;
    private final boolean[] usable;
    private final double[][] flow;
    private final Directions directions;
    private final double[][] hope;
    private final double[] tempting;
    private final int[][] steps;
    private boolean overflow;
    private long comparisons;

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
        this.atTarget = parties.stream().mapToDouble(p -> kept.get(p).worth()).toArray();
        this.patience = parties.stream().mapToDouble(ground::patience).toArray();
        this.scale = parties.stream().mapToDouble(ground::scale).toArray();
        this.deviations = new Deviations[tested.length];
        this.flow = new double[tested.length][lattice.size()];
        this.directions = new Directions(scale, patience);
        this.hope = new double[directions.count()][lattice.size()];
        this.tempting = new double[tested.length];
        this.steps = new int[lattice.size()][];
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
                double next = ground.worths().ofLevel(party, track.option(), track.next(place));
                double level = ground.worths().ofLevel(party, track.option(), track.level(place));
                sum += track.fraction(place) * (next - level);
            }
        }
        return sum;
    }

    int[] tested() {
        return tested.clone();
    }

    /// Searches.
    Found found() {
        Rest best = atOnce();
        if (best != null) {
            return new Found(best, true, -1);
        }
        double above = hopes(Double.NEGATIVE_INFINITY);
        if (above == Double.NEGATIVE_INFINITY) {
            return new Found(null, true, 0);
        }
        best = Objects.requireNonNull(search(Double.NEGATIVE_INFINITY, 1));
        double upper = above;
        while (upper > best.margin() + CLOSE) {
            double wanted = best.margin() + (upper - best.margin()) / 2;
            int[][] before = steps.clone();
            if (isRuledOut(wanted)) {
                upper = wanted;
                System.arraycopy(before, 0, steps, 0, before.length);
                continue;
            }
            Rest better = search(wanted, SPREAD);
            if (better == null) {
                System.arraycopy(before, 0, steps, 0, before.length);
                break;
            }
            best = better;
        }
        boolean close = upper <= best.margin() + CLOSE;
        Rest shown = settled(best);
        int closed = -1;
        if (shown.margin() < -TIE) {
            hopes(Double.NEGATIVE_INFINITY);
            closed = closed();
        }
        return new Found(shown, (close || !overflow) && lattice.isWhole(), closed);
    }

    /// Whether no order has a smallest margin of at least this: hopes are tightened by forgetting
    /// the steps that fall short of it until nothing changes.
    private boolean isRuledOut(double wanted) {
        double bound = hopes(wanted);
        for (int k = 0; k < MOST_TIGHTENINGS && bound >= wanted - TIE; k++) {
            double tighter = hopes(wanted);
            if (tighter == bound) {
                return false;
            }
            bound = tighter;
        }
        return bound < wanted - TIE;
    }

    /// The best order, exactly, with one known that comes close to it.
    private Rest settled(Rest known) {
        hopes(known.margin());
        hopes(known.margin());
        overflow = false;
        Rest exact = search(known.margin(), MOST_RESTS);
        return exact != null && isBetter(exact, known) ? exact : known;
    }

    /// The order that does everything in one step, where nothing can be better: no order has a
    /// larger smallest margin than the standing agreement, which is its last part.
    private @Nullable Rest atOnce() {
        double margin = endMargin;
        for (int k = 0; k < tested.length; k++) {
            margin = Math.min(margin, (atTarget[k] - temptation(k, 0, target)) / scale[k]);
        }
        if (endMargin < -TIE || margin < endMargin) {
            return null;
        }
        Rest end = new Rest(atTarget, endMargin, 0, -1, null);
        return new Rest(valuesBefore(0, end), endMargin, 1, target, end);
    }

    /// The most that each party, and every two together, could have from each position on by steps
    /// whose margins, under the hopes known so far, are not below a bound; and the largest smallest
    /// margin from `now` under them. Steps below the bound are forgotten.
    private double hopes(double atLeast) {
        boolean first = atLeast == Double.NEGATIVE_INFINITY;
        double[] scaled = new double[tested.length];
        for (int d = 0; d < hope.length; d++) {
            Arrays.fill(hope[d], Double.NEGATIVE_INFINITY);
            hope[d][target] = directions.sum(d, atTarget);
        }
        double[] widest = new double[lattice.size()];
        Arrays.fill(widest, Double.NEGATIVE_INFINITY);
        widest[target] = endMargin;
        double[] most = new double[hope.length];
        int[] kept = new int[lattice.size()];
        for (int position = target - 1; position >= 0; position--) {
            if (!usable[position]) {
                continue;
            }
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            int keptCount = 0;
            int[] next = first ? all(position) : steps[position];
            for (int to : next) {
                if (widest[to] == Double.NEGATIVE_INFINITY) {
                    continue;
                }
                double margin = Math.min(widest[to], hoped(position, to, hope.length));
                if (margin >= atLeast - TIE) {
                    kept[keptCount++] = to;
                    widest[position] = Math.max(widest[position], margin);
                    for (int d = 0; d < most.length; d++) {
                        most[d] = Math.max(most[d], directions.back(d, hope, to));
                    }
                }
            }
            steps[position] = keptCount == next.length ? next : Arrays.copyOf(kept, keptCount);
            for (int k = 0; k < scaled.length; k++) {
                scaled[k] = (1 - patience[k]) * flow[k][position];
            }
            for (int d = 0; d < most.length; d++) {
                hope[d][position] = directions.sum(d, scaled) + most[d];
            }
        }
        return widest[0];
    }

    /// The margin of a step if everybody could hope for what the bounds allow.
    ///
    /// @param count how many directions count: the first are the parties alone
    private double hoped(int from, int to, int count) {
        for (int k = 0; k < tempting.length; k++) {
            tempting[k] = temptation(k, from, to);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d < count; d++) {
            least = Math.min(least, hope[d][to] - directions.sum(d, tempting));
        }
        return least;
    }

    /// The positions that lie ahead of one in every option, unusable ones and itself left out.
    private int[] all(int position) {
        Successors successors = new Successors(position);
        int[] found = new int[successors.count()];
        int count = 0;
        while (successors.advance()) {
            if (usable[successors.position()]) {
                found[count++] = successors.position();
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    /// Looks for orders.
    ///
    /// @param atLeast the smallest margin that is followed
    /// @param mostRests how many rests a position keeps
    private @Nullable Rest search(double atLeast, int mostRests) {
        comparisons = 0;
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
            best = best == null || isBetter(rest, best) ? rest : best;
        }
        return best;
    }

    private static boolean isBetter(Rest a, Rest b) {
        return a.margin() > b.margin() + TIE
                || (a.margin() >= b.margin() - TIE && a.length() < b.length());
    }

    @SuppressWarnings("ReferenceEquality") // the same rest stands in several directions
    private void extend(int position, List<List<Rest>> rests, double atLeast, int mostRests) {
        List<Rest> kept = rests.get(position);
        for (int next : steps[position]) {
            List<Rest> afters = rests.get(next);
            if (afters.isEmpty()) {
                continue;
            }
            for (int k = 0; k < tempting.length; k++) {
                tempting[k] = temptation(k, position, next);
            }
            Rest last = null;
            for (Rest after : afters) {
                if (after == last) {
                    continue;
                }
                last = after;
                double margin = after.margin();
                for (int k = 0; k < tempting.length; k++) {
                    margin = Math.min(margin, (after.values()[k] - tempting[k]) / scale[k]);
                }
                if (margin >= atLeast - TIE) {
                    add(kept, position, next, after, margin, mostRests);
                }
            }
        }
    }

    /// What a step's best deviation is worth to a party.
    private double temptation(int k, int from, int to) {
        return deviations[k].points(from, to);
    }

    private void add(
            List<Rest> kept, int position, int next, Rest after, double margin, int mostRests) {
        double[] values = valuesBefore(position, after);
        int length = after.length() + 1;
        if (mostRests == SPREAD) {
            spread(kept, new Rest(values, margin, length, next, after));
            return;
        }
        comparisons += kept.size();
        for (int k = 0; k < kept.size(); k++) {
            Rest other = kept.get(k);
            if (covers(other, values, margin, length)) {
                return;
            }
        }
        Rest rest = new Rest(values, margin, length, next, after);
        kept.removeIf(other -> covers(rest, other.values(), other.margin(), other.length()));
        int room = comparisons > MOST_COMPARISONS ? 1 : mostRests;
        if (kept.size() < room) {
            kept.add(rest);
            return;
        }
        overflow = true;
        int weakest = 0;
        for (int k = 1; k < kept.size(); k++) {
            weakest = isBetter(kept.get(weakest), kept.get(k)) ? k : weakest;
        }
        if (isBetter(rest, kept.get(weakest))) {
            kept.set(weakest, rest);
        }
    }

    /// Keeps the best rest in each direction, each in its place of the list.
    private void spread(List<Rest> kept, Rest rest) {
        if (kept.isEmpty()) {
            for (int d = 0; d < directions.count(); d++) {
                kept.add(rest);
            }
            return;
        }
        for (int d = 0; d < directions.count(); d++) {
            if (directions.sum(d, rest.values()) > directions.sum(d, kept.get(d).values())) {
                kept.set(d, rest);
            }
        }
    }

    private double[] valuesBefore(int position, Rest after) {
        double[] values = new double[tested.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = (1 - patience[k]) * flow[k][position] + patience[k] * after.values()[k];
        }
        return values;
    }

    private static boolean covers(Rest a, double[] values, double margin, int length) {
        if (a.margin() < margin || a.length() > length) {
            return false;
        }
        for (int k = 0; k < values.length; k++) {
            if (a.values()[k] < values[k]) {
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
        int count = leads[target] ? 1 : 0;
        for (int position = target - 1; position >= 0; position--) {
            if (!usable[position]) {
                continue;
            }
            for (int next : steps[position]) {
                leads[position] |= leads[next] && hoped(position, next, tested.length) >= -TIE;
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
        Rest after = Objects.requireNonNull(rest.after());
        double[] margins = new double[tested.length];
        for (int k = 0; k < margins.length; k++) {
            margins[k] = (after.values()[k] - temptation(k, from, rest.next())) / scale[k];
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
        private final int[] counts;
        private final int[] strides;
        private int position;

        Successors(int from) {
            int tracks = lattice.tracks().size();
            this.start = new int[tracks];
            this.counts = new int[tracks];
            this.strides = new int[tracks];
            for (int k = 0; k < tracks; k++) {
                start[k] = lattice.index(from, k);
                counts[k] = lattice.tracks().get(k).places().length;
                strides[k] = lattice.stride(k);
            }
            this.index = start.clone();
            this.position = from;
        }

        boolean advance() {
            for (int k = 0; k < index.length; k++) {
                if (index[k] + 1 < counts[k]) {
                    index[k]++;
                    position += strides[k];
                    return true;
                }
                position -= (index[k] - start[k]) * strides[k];
                index[k] = start[k];
            }
            return false;
        }

        int position() {
            return position;
        }

        /// How many there are.
        int count() {
            int count = 1;
            for (int k = 0; k < index.length; k++) {
                count *= counts[k] - start[k];
            }
            return count - 1;
        }
    }
}
