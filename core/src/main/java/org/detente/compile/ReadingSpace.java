// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.detente.math.HitAndRun;
import org.detente.math.LinearPrograms;
import org.detente.math.Polyhedron;
import org.detente.math.Sample;
import org.jspecify.annotations.Nullable;

/// Value functions drawn from one polyhedron.
///
/// @param parties whose value functions it holds
/// @param bounded whether what has no end of its own was bounded
/// @param sample the points
/// @param density by what, or null if uniformly
record ReadingSpace(
        List<String> parties, boolean bounded, Sample sample, HitAndRun.@Nullable Density density) {
    /// How many points are looked at for the centre where some may not fit.
    private static final int MOST_CENTRED = 500;

    /// Worths without another end are at most this, where swings add up to 1.
    private static final double BOUND = 1;

    /// Copies the list.
    ReadingSpace {
        parties = List.copyOf(parties);
    }

    /// Draws.
    ///
    /// @param polyhedron from what
    /// @param plan how much
    static ReadingSpace of(
            List<String> parties,
            boolean bounded,
            Polyhedron polyhedron,
            HitAndRun.Plan plan,
            HitAndRun.@Nullable Density density) {
        return new ReadingSpace(
                parties,
                bounded,
                density == null
                        ? HitAndRun.uniform(polyhedron, plan)
                        : HitAndRun.byDensity(polyhedron, plan, density),
                density);
    }

    /// What no agreement is worth may lie anywhere where nobody bounds it; so may the weight of
    /// points that only ranges around 0 bind.
    static Polyhedron bounded(Polyhedron polyhedron) {
        Polyhedron bounded = polyhedron;
        for (int k = 0; k < polyhedron.variableCount(); k++) {
            double[] axis = new double[polyhedron.variableCount()];
            axis[k] = 1;
            double[] opposite = new double[polyhedron.variableCount()];
            opposite[k] = -1;
            LinearPrograms programs = new LinearPrograms(polyhedron);
            if (programs.least(axis) instanceof Polyhedron.End.Unbounded) {
                bounded = bounded.with(axis, -BOUND);
            }
            if (programs.most(axis) instanceof Polyhedron.End.Unbounded) {
                bounded = bounded.with(opposite, -BOUND);
            }
        }
        return bounded;
    }

    /// Whether a point has met the density, as all do but those of chains that were too short.
    boolean holds(double[] point) {
        return density == null || density.logAt(point) > Double.NEGATIVE_INFINITY;
    }

    /// The mean of the points that fit; where orders of swings make that a point that does not fit
    /// itself, the point that fits and is nearest to it, each coordinate measured by its spread.
    ///
    /// @param parties those of the space
    /// @param given the uncertain numbers that a point stands for, or null if it is a value
    ///   function
    double[] centre(
            List<StatedParty> parties, @Nullable Function<double[], Map<String, Double>> given) {
        boolean hangs = parties.stream().anyMatch(StatedParty::hangsOnBeliefs);
        List<double[]> fitting = new ArrayList<>();
        for (int k = 0; k < sample.size(); k++) {
            double[] point = sample.point(k);
            boolean fits = !hangs || (k < MOST_CENTRED && fits(point, parties, given, true));
            if (fits && holds(point)) {
                fitting.add(point);
            }
        }
        double[] mean = fitting.isEmpty() ? sample.mean() : new double[sample.mean().length];
        for (double[] point : fitting) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += point[c] / fitting.size();
            }
        }
        return fitting.isEmpty() || fits(mean, parties, given, false)
                ? mean
                : nearest(mean, fitting);
    }

    private static boolean fits(
            double[] point,
            List<StatedParty> parties,
            @Nullable Function<double[], Map<String, Double>> given,
            boolean byBeliefs) {
        Map<String, Double> numbers = given == null ? Map.of() : given.apply(point);
        for (StatedParty party : parties) {
            double[] own = given == null ? point.clone() : PointSpace.worths(party, numbers);
            if (!(byBeliefs ? party.fitsAt(own, numbers) : party.fits(own, numbers))) {
                return false;
            }
        }
        return true;
    }

    private static double[] nearest(double[] mean, List<double[]> points) {
        double[] spread = new double[mean.length];
        for (double[] point : points) {
            for (int c = 0; c < mean.length; c++) {
                spread[c] += (point[c] - mean[c]) * (point[c] - mean[c]);
            }
        }
        double[] best = points.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (double[] point : points) {
            double far = 0;
            for (int c = 0; c < mean.length; c++) {
                far += spread[c] == 0 ? 0 : (point[c] - mean[c]) * (point[c] - mean[c]) / spread[c];
            }
            if (far < least) {
                least = far;
                best = point;
            }
        }
        return best.clone();
    }
}
