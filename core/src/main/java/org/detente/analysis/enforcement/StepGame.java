// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.enforcement.Deviations.Deviation;
import org.jspecify.annotations.Nullable;

/// What the steps from `now` to a package are worth to the signatories that are tested, those with
/// options of their own, and what would tempt each of them to turn against a step. Signatories go
/// by their index among the tested; values are points per step; margins are shares of what a
/// signatory could gain.
final class StepGame {
    /// Margins that lie closer together count as equal.
    static final double TIE = 1e-9;

    private final Ground ground;
    private final Lattice lattice;
    private final List<Kept> kept;
    private final int[] tested;
    private final double[] atTarget;
    private final double endMargin;
    private final double[] patience;
    private final double[] scale;
    private final double[][] flow;
    private final Deviations[] deviations;
    private final boolean[] usable;

    /// A game of steps.
    ///
    /// @param ground the reading, in which every patience is stated
    /// @param lattice the positions
    /// @param kept the verdicts on the standing agreement
    StepGame(Ground ground, Lattice lattice, List<Kept> kept) {
        this.ground = ground;
        this.lattice = lattice;
        this.kept = List.copyOf(kept);
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

    /// The same game with other positions between the same ends.
    StepGame on(Lattice others) {
        return new StepGame(ground, others, kept);
    }

    /// What a position is worth a step, levels under way in proportion.
    private double points(int party, int position) {
        double sum = ground.worths().outside(party, lattice.state(position));
        for (int track = 0; track < lattice.tracks().size(); track++) {
            sum += lattice.underWay(ground.worths(), party, position, track);
        }
        return sum;
    }

    Lattice lattice() {
        return lattice;
    }

    /// The positions' number; the last is the package, the first is `now`.
    int size() {
        return lattice.size();
    }

    int target() {
        return lattice.size() - 1;
    }

    /// Whether a position's complete levels are a state that can occur.
    boolean isUsable(int position) {
        return usable[position];
    }

    /// How many signatories are tested.
    int partyCount() {
        return tested.length;
    }

    /// The signatory behind an index among the tested.
    int signatory(int party) {
        return tested[party];
    }

    double[] scales() {
        return scale.clone();
    }

    double[] patiences() {
        return patience.clone();
    }

    double scale(int party) {
        return scale[party];
    }

    /// What keeping the standing agreement is worth, by tested party.
    double[] atTarget() {
        return atTarget.clone();
    }

    /// The smallest margin of the standing agreement.
    double endMargin() {
        return endMargin;
    }

    /// What a position adds to the value from there on: its own step's share.
    double share(int party, int position) {
        return (1 - patience[party]) * flow[party][position];
    }

    /// The value from a position on.
    ///
    /// @param after the value from the next position on
    double before(int party, int position, double after) {
        return (1 - patience[party]) * flow[party][position] + patience[party] * after;
    }

    /// The least value from the next position on with which the value from a position on reaches
    /// another.
    ///
    /// @param before the value from the position on
    double after(int party, int position, double before) {
        return (before - (1 - patience[party]) * flow[party][position]) / patience[party];
    }

    /// What the best deviation at a step is worth, or minus infinity if none is possible.
    double temptation(int party, int from, int to) {
        return deviations[party].points(from, to);
    }

    /// The best deviation at a step, or null if none is possible.
    @Nullable Deviation deviation(int party, int from, int to) {
        return deviations[party].best(from, to);
    }

    /// The end of every order.
    Rest end() {
        return new Rest(atTarget, endMargin, 0, -1, null);
    }

    /// An order with one step more at its beginning.
    ///
    /// @param position the position before the step
    /// @param next the position it leads to
    /// @param after the order from there on
    Rest before(int position, int next, Rest after) {
        double[] values = new double[tested.length];
        double margin = after.margin();
        for (int k = 0; k < values.length; k++) {
            values[k] = before(k, position, after.value(k));
            margin = Math.min(margin, margin(k, position, next, after));
        }
        return new Rest(values, margin, after.length() + 1, next, after);
    }

    /// By how much going on is worth more to a party at a step than turning against it.
    ///
    /// @param after the order from the position on that the step leads to
    double margin(int party, int from, int to, Rest after) {
        return (after.value(party) - temptation(party, from, to)) / scale[party];
    }

    /// An order of steps from a position on.
    ///
    /// @param values by tested party, what it is worth, points per step, the position's own step
    ///   included
    /// @param margin the smallest margin in it
    /// @param length how many steps it has
    /// @param next the position the next step leads to, or -1 at the package
    /// @param after the order from there, or null at the package
    @SuppressWarnings("ArrayRecordComponent") // shared, never changed and never compared
    record Rest(double[] values, double margin, int length, int next, @Nullable Rest after) {
        double value(int party) {
            return values[party];
        }

        /// Whether this order has the larger smallest margin, or is the shorter of two alike.
        boolean isBetterThan(Rest other) {
            return margin > other.margin + TIE
                    || (margin >= other.margin - TIE && length < other.length);
        }
    }
}
