// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

/// Values of keeping and of breaking an agreement in repeated play, in points per step.
///
/// A breach is a stream: in step t after its beginning it brings `flow[t]` and is seen with chance
/// `seen[t]`; the last entries go on for ever. From the step after it has been seen its author gets
/// `punished` a step. Keeping brings `kept` a step, and with chance `falseAlarm` a step the same
/// punishment. With one entry this is W = ((1−δ)B + δqP) / (1 − δ(1−q)); a delay of L steps puts L
/// entries with chance 0 first, breakout time of k steps puts k entries with flow U first.
///
/// The closed forms are worked out from these definitions; they are those of trigger strategies in
/// repeated games (Friedman 1971, Review of Economic Studies 38; with imperfect detection as in
/// Green & Porter 1984, Econometrica 52; neither looked at again while writing).
final class RepeatedPlay {
    /// An agreement that is kept however little the future counts.
    static final double ALWAYS = Double.NEGATIVE_INFINITY;

    /// An agreement that is not kept even if the future counts almost as much as the present.
    static final double NEVER = Double.POSITIVE_INFINITY;

    private static final int GRID = 1000;
    private static final double NEAR_ONE = 1 - 1e-7;
    private static final int HALVINGS = 50;
    private static final double ROUNDING = 1e-12;

    private RepeatedPlay() {}

    /// The value of a breach.
    ///
    /// @param flow points in each step after its beginning, at least one entry
    /// @param seen the chance of being seen in each step, as many entries
    /// @param punished points a step once it has been seen
    /// @param patience the discount factor a step, in (0,1)
    /// @return points per step
    static double breach(double[] flow, double[] seen, double punished, double patience) {
        int last = flow.length - 1;
        double value =
                ((1 - patience) * flow[last] + patience * seen[last] * punished)
                        / (1 - patience * (1 - seen[last]));
        for (int step = last - 1; step >= 0; step--) {
            value =
                    (1 - patience) * flow[step]
                            + patience * (seen[step] * punished + (1 - seen[step]) * value);
        }
        return value;
    }

    /// The value of keeping the agreement.
    ///
    /// @param kept points a step
    /// @param punished points a step after a false alarm
    /// @param falseAlarm the chance of one within a step
    /// @param patience the discount factor a step, in (0,1)
    /// @return points per step
    static double kept(double kept, double punished, double falseAlarm, double patience) {
        return ((1 - patience) * kept + patience * falseAlarm * punished)
                / (1 - patience * (1 - falseAlarm));
    }

    /// By how much keeping is worth more than a breach.
    ///
    /// @param kept points a step while the agreement is kept
    /// @param stream the breach
    /// @param falseAlarm the chance of a false alarm within a step
    /// @param patience the discount factor a step, in (0,1)
    /// @return points per step; negative if the breach pays
    static double margin(double kept, Stream stream, double falseAlarm, double patience) {
        return kept(kept, stream.punished(), falseAlarm, patience)
                - breach(stream.flow(), stream.seen(), stream.punished(), patience);
    }

    /// A breach as a stream of points.
    ///
    /// @param flow points in each step
    /// @param seen the chance of being seen in each step
    /// @param punished points a step once it has been seen
    @SuppressWarnings("ArrayRecordComponent") // shared, never changed and never compared
    record Stream(double[] flow, double[] seen, double punished) {
        /// The same breach under another chance of being seen and another delay.
        ///
        /// @param chance the chance in every step after the delay
        /// @param delay how many steps pass before it can be seen
        Stream watched(double chance, int delay) {
            int length = Math.max(flow.length, delay + 1);
            double[] longer = java.util.Arrays.copyOf(flow, length);
            java.util.Arrays.fill(longer, flow.length, length, flow[flow.length - 1]);
            double[] chances = new double[length];
            java.util.Arrays.fill(chances, delay, length, chance);
            return new Stream(longer, chances, punished);
        }

        /// The same breach, which cannot be seen before so many steps have passed.
        ///
        /// @param delay how many steps
        Stream delayed(int delay) {
            int length = Math.max(flow.length, delay + 1);
            double[] longer = java.util.Arrays.copyOf(flow, length);
            java.util.Arrays.fill(longer, flow.length, length, flow[flow.length - 1]);
            double last = seen[seen.length - 1];
            double[] chances = java.util.Arrays.copyOf(seen, length);
            java.util.Arrays.fill(chances, seen.length, length, last);
            java.util.Arrays.fill(chances, 0, Math.min(delay, length), 0);
            return new Stream(longer, chances, punished);
        }
    }

    /// The critical discount factor: the least from which on keeping pays.
    ///
    /// Breakout time and false alarms can make keeping pay at low and at high patience and not in
    /// between; then it is the upper of the two bounds.
    ///
    /// @param kept points a step while the agreement is kept
    /// @param stream the breach
    /// @param falseAlarm the chance of a false alarm within a step
    /// @return a number in (0,1), [#ALWAYS] or [#NEVER]
    static double critical(double kept, Stream stream, double falseAlarm) {
        if (stream.flow().length == 1) {
            return closed(kept, stream, falseAlarm);
        }
        double size = size(kept, stream);
        if (fails(kept, stream, falseAlarm, NEAR_ONE, size)) {
            return NEVER;
        }
        double holds = NEAR_ONE;
        for (int k = GRID - 1; k >= 1; k--) {
            double patience = (double) k / GRID;
            if (fails(kept, stream, falseAlarm, patience, size)) {
                return bisected(kept, stream, falseAlarm, patience, holds, size);
            }
            holds = patience;
        }
        return ALWAYS;
    }

    private static double bisected(
            double kept,
            Stream stream,
            double falseAlarm,
            double failing,
            double holding,
            double size) {
        double low = failing;
        double high = holding;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = low + (high - low) / 2;
            if (fails(kept, stream, falseAlarm, middle, size)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double size(double kept, Stream stream) {
        double size = Math.max(Math.abs(kept), Math.abs(stream.punished()));
        for (double flow : stream.flow()) {
            size = Math.max(size, Math.abs(flow));
        }
        return size;
    }

    /// Near patience 1 margins shrink with 1 − δ, so that they are measured against it.
    private static boolean fails(
            double kept, Stream stream, double falseAlarm, double patience, double size) {
        double margin = margin(kept, stream, falseAlarm, patience);
        return margin < -ROUNDING * size;
    }

    /// δ ≥ (B−U) / ((1−e)(B−U) + (q−e)(U−P)).
    private static double closed(double kept, Stream stream, double falseAlarm) {
        double gain = stream.flow()[0] - kept;
        double loss = kept - stream.punished();
        double rounding = ROUNDING * size(kept, stream);
        double punishes = (stream.seen()[0] - falseAlarm) * loss;
        if (gain <= rounding && punishes >= falseAlarm * gain - rounding) {
            return ALWAYS;
        }
        if (punishes <= falseAlarm * gain + rounding) {
            return NEVER;
        }
        return gain / ((1 - falseAlarm) * gain + punishes);
    }
}
