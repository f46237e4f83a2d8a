// SPDX-License-Identifier: Apache-2.0
package org.detente.math;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Points drawn at random from a bounded polyhedron, uniformly over its relative interior or by a
/// density: hit-and-run (Smith 1984, Operations Research 32(6); for value functions Tervonen, van
/// Valkenhoef, Basturk & Postmus 2013, European Journal of Operational Research 224(3); none
/// checked here).
///
/// From a point, a straight line is laid through the body and the next point drawn from the piece
/// inside. Lines follow the axes in turn and then one direction drawn at random, in coordinates in
/// which the body is about as wide one way as any other (Kannan, Lovász & Simonovits 1997, Random
/// Structures & Algorithms 11(1), on why that matters; not checked here): by the ellipsoid around
/// its analytic centre and the spread of a pilot run, whose points are not used. Rows that are
/// equalities, stated or not, are kept by moving in the directions that they leave; a single point
/// is drawn again and again.
///
/// A round takes O(rows · dimension). The same polyhedron, plan and density give the same points on
/// any number of threads.
public final class HitAndRun {
    /// Rounds of the pilot run, for each dimension; a point is kept of each.
    private static final int PILOT_ROUNDS = 12;

    /// After so many rounds rooms are computed afresh, since rounding adds up.
    private static final int FRESH_ROUNDS = 50;

    /// Rounding never puts a point behind a wall.
    private static final double LEAST_ROOM = 1e-300;

    /// How far towards the wall chains start, each in a direction of its own.
    private static final double START = 0.9;

    private HitAndRun() {}

    /// A density that need not add up to 1.
    @FunctionalInterface
    public interface Density {
        /// Its logarithm.
        ///
        /// @param point a point of the polyhedron, not to be kept
        /// @return finite, or negative infinity where it is 0
        double logAt(double[] point);
    }

    /// How much is drawn.
    ///
    /// @param seed what the generators start from
    /// @param chainCount how many chains, at least 1, each from a start of its own
    /// @param chainLength how many points are kept of each, at least 1
    /// @param thinning every which round is kept, at least 1
    /// @param burnIn how many rounds of each chain are left out before the first
    /// @param threadCount how many threads work; never changes what is drawn
    public record Plan(
            long seed, int chainCount, int chainLength, int thinning, int burnIn, int threadCount) {
        /// Checks the numbers.
        public Plan {
            if (chainCount < 1
                    || chainLength < 1
                    || thinning < 1
                    || burnIn < 0
                    || threadCount < 1) {
                throw new IllegalArgumentException(
                        "chains, points, thinning and threads must be at least 1, burn-in at least 0");
            }
        }
    }

    /// Draws uniformly.
    ///
    /// @param polyhedron a polyhedron
    /// @param plan how much
    /// @return the points
    /// @throws IllegalArgumentException if the polyhedron has no point or is not bounded
    public static Sample uniform(Polyhedron polyhedron, Plan plan) {
        return drawn(polyhedron, plan, null);
    }

    /// Draws by a density: a point of a line is proposed uniformly and kept or refused (Metropolis;
    /// Chen & Schmeiser 1996, not checked here). Where a chain has not met the density by the end
    /// of its burn-in, its points are such that the density is 0 there.
    ///
    /// @param polyhedron a polyhedron
    /// @param plan how much
    /// @param density positive in the relative interior
    /// @return the points
    /// @throws IllegalArgumentException if the polyhedron has no point or is not bounded
    public static Sample byDensity(Polyhedron polyhedron, Plan plan, Density density) {
        return drawn(polyhedron, plan, density);
    }

    private static Sample drawn(Polyhedron polyhedron, Plan plan, @Nullable Density density) {
        Rounded wide = Rounded.of(Interior.of(polyhedron));
        Rounded body = wide.size() == 0 ? wide : wide.spread(pilot(wide, plan.seed(), density));
        double[][][] chains = new double[plan.chainCount()][][];
        ParallelShares.run(
                plan.threadCount(),
                plan.chainCount(),
                chain ->
                        chains[chain] =
                                new Walk(body, generator(plan.seed(), chain + 1), density)
                                        .points(plan));
        return new Sample(chains, body.size());
    }

    private static SplittableRandom generator(long seed, int chain) {
        return new SplittableRandom(seed * 1_000_003L + chain);
    }

    private static double[][] pilot(Rounded body, long seed, @Nullable Density density) {
        Walk walk = new Walk(body, generator(seed, 0), density);
        double[][] met = new double[PILOT_ROUNDS * body.size()][];
        for (int k = 0; k < body.size(); k++) {
            walk.round();
        }
        for (int k = 0; k < met.length; k++) {
            walk.round();
            met[k] = walk.y.clone();
        }
        return met;
    }

    /// One chain.
    private static final class Walk {
        private final Rounded body;
        private final SplittableRandom random;
        private final @Nullable Density density;
        private final double[] y;
        private final double[] direction;
        private final double[] slope;
        private double[] room;
        private double height;

        /// Where y is in the original coordinates, and where a step would lead; for a density only.
        private double[] point;

        private double[] proposed;
        private int rounds;

        Walk(Rounded body, SplittableRandom random, @Nullable Density density) {
            this.body = body;
            this.random = random;
            this.density = density;
            this.y = new double[body.size()];
            this.direction = new double[body.size()];
            this.room = body.roomAt(y);
            this.slope = new double[room.length];
            this.point = body.pointAt(y);
            this.proposed = point.clone();
            this.height = density == null ? 0 : density.logAt(point);
        }

        double[][] points(Plan plan) {
            if (y.length > 0) {
                start();
            }
            for (int k = 0; k < plan.burnIn(); k++) {
                round();
            }
            double[][] points = new double[plan.chainLength()][];
            for (int k = 0; k < points.length; k++) {
                for (int r = 0; r < plan.thinning(); r++) {
                    round();
                }
                points[k] = body.pointAt(y);
            }
            return points;
        }

        /// Along each axis once and along one direction drawn at random.
        void round() {
            if (rounds++ % FRESH_ROUNDS == 0) {
                room = body.roomAt(y);
                point = body.pointAt(y);
                for (int row = 0; row < room.length; row++) {
                    room[row] = Math.max(room[row], LEAST_ROOM);
                }
            }
            double[][] columns = body.columns();
            for (int k = 0; k < columns.length; k++) {
                double step = step(columns[k]);
                if (accepted(body.axes()[k], step)) {
                    y[k] += step;
                    go(columns[k], step);
                }
            }
            if (columns.length > 1) {
                roundAcross();
            }
        }

        /// Away from the middle, so that chains that have not forgotten it differ.
        private void start() {
            turn();
            double ahead = 0;
            for (int row = 0; row < room.length; row++) {
                ahead = Math.max(ahead, -slope[row] / room[row]);
            }
            for (int k = 0; k < y.length; k++) {
                y[k] = START / ahead * direction[k];
            }
            point = body.pointAt(y);
            height = density == null ? 0 : density.logAt(point);
            rounds = 0;
        }

        /// A new direction, uniformly over the sphere, and how rooms grow along it.
        private void turn() {
            java.util.Arrays.fill(slope, 0);
            for (int k = 0; k < direction.length; k++) {
                direction[k] = random.nextGaussian();
                double[] column = body.columns()[k];
                for (int row = 0; row < slope.length; row++) {
                    slope[row] += direction[k] * column[row];
                }
            }
        }

        private void roundAcross() {
            turn();
            double step = step(slope);
            if (accepted(density == null ? direction : along(), step)) {
                for (int k = 0; k < y.length; k++) {
                    y[k] += step * direction[k];
                }
                go(slope, step);
            }
        }

        /// The direction drawn, in the original coordinates.
        private double[] along() {
            double[] along = new double[point.length];
            for (int k = 0; k < direction.length; k++) {
                double[] axis = body.axes()[k];
                for (int c = 0; c < along.length; c++) {
                    along[c] += direction[k] * axis[c];
                }
            }
            return along;
        }

        /// Whether the density lets a step be taken. Where it is 0 so far, any step will do.
        private boolean accepted(double[] along, double step) {
            if (density == null) {
                return true;
            }
            for (int c = 0; c < point.length; c++) {
                proposed[c] = point[c] + step * along[c];
            }
            double there = density.logAt(proposed);
            boolean isAccepted =
                    height == Double.NEGATIVE_INFINITY
                            || Math.log(random.nextDouble()) < there - height;
            if (isAccepted) {
                double[] left = point;
                point = proposed;
                proposed = left;
                height = there;
            }
            return isAccepted;
        }

        private void go(double[] along, double step) {
            for (int row = 0; row < room.length; row++) {
                room[row] = Math.max(room[row] + step * along[row], LEAST_ROOM);
            }
        }

        /// A step to a point of the piece of the line that is inside, drawn uniformly.
        private double step(double[] along) {
            // Rates instead of distances, so that rows along the line need no branch.
            double ahead = 0;
            double behind = 0;
            for (int row = 0; row < room.length; row++) {
                double rate = -along[row] / room[row];
                ahead = Math.max(ahead, rate);
                behind = Math.min(behind, rate);
            }
            double low = 1 / behind;
            double high = 1 / ahead;
            double step = low + random.nextDouble() * (high - low);
            return Double.isFinite(step) ? step : 0;
        }
    }
}
