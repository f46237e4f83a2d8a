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
    /// @return the margin and what was weighed
    static Balance balance(double kept, Stream stream, double falseAlarm, double patience) {
        return balance(kept, stream, falseAlarm, patience, rounding(kept, stream));
    }

    /// Keeping brings U − P a step until a false alarm, a breach brings its flow less P until it is
    /// seen, and P comes on top of both. Their difference in step t is therefore ((1−e)^t − s_t) L
    /// − s_t g_t, where s_t is the chance of not having been seen before, L = U − P what is lost
    /// and g_t what the breach brings beyond U. From the last step on (1−e)^t − s_t sums up to (c −
    /// s)(1−δ) + δ(cq − se) over (1−δ(1−e))(1−δ(1−q)). Summed up in this way nothing cancels, so
    /// that a margin keeps its sign however small it is.
    ///
    /// @param rounding L and g_t that are no larger count as 0
    private static Balance balance(
            double kept, Stream stream, double falseAlarm, double patience, double rounding) {
        double[] flow = stream.flow();
        double[] chances = stream.seen();
        int last = flow.length - 1;
        double loss = rounded(kept - stream.punished(), rounding);
        double complying = 1;
        double unseen = 1;
        double weight = 1;
        double sum = 0;
        double size = 0;
        for (int step = 0; step < last; step++) {
            double lost = (complying - unseen) * loss;
            double won = unseen * rounded(flow[step] - kept, rounding);
            sum += weight * (lost - won);
            size += weight * (Math.abs(lost) + Math.abs(won));
            complying *= 1 - falseAlarm;
            unseen *= 1 - chances[step];
            weight *= patience;
        }
        double seen = chances[last];
        double caught = 1 - patience * (1 - seen);
        double lost =
                ((complying - unseen) * (1 - patience)
                                + patience * (complying * seen - unseen * falseAlarm))
                        / ((1 - patience * (1 - falseAlarm)) * caught)
                        * loss;
        double won = unseen * rounded(flow[last] - kept, rounding) / caught;
        sum += weight * (lost - won);
        size += weight * (Math.abs(lost) + Math.abs(won));
        return new Balance((1 - patience) * sum, (1 - patience) * size);
    }

    private static double rounding(double kept, Stream stream) {
        double size = Math.max(Math.abs(kept), Math.abs(stream.punished()));
        for (double flow : stream.flow()) {
            size = Math.max(size, Math.abs(flow));
        }
        return ROUNDING * size;
    }

    private static double rounded(double difference, double rounding) {
        return Math.abs(difference) <= rounding ? 0 : difference;
    }

    /// The same in points per step alone.
    static double margin(double kept, Stream stream, double falseAlarm, double patience) {
        return balance(kept, stream, falseAlarm, patience).margin();
    }

    /// By how much keeping is worth more than a breach, in points per step.
    ///
    /// @param margin negative if the breach pays
    /// @param weighed the sum of the amounts that make it up, each counted as positive
    record Balance(double margin, double weighed) {
        /// Whether keeping pays, whatever rounding may have done to either side. A margin that is
        /// small because little is at stake, late or seldom, counts by its sign.
        boolean keeps() {
            return margin >= -Kept.ROUNDING * weighed;
        }
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
        double rounding = rounding(kept, stream);
        if (stream.flow().length == 1) {
            return closed(kept, stream, falseAlarm, rounding);
        }
        if (pays(kept, stream, falseAlarm, NEAR_ONE, rounding)) {
            return NEVER;
        }
        double low = 0;
        double high = NEAR_ONE;
        for (int k = GRID - 1; k >= 1 && low == 0; k--) {
            double patience = (double) k / GRID;
            if (pays(kept, stream, falseAlarm, patience, rounding)) {
                low = patience;
            } else {
                high = patience;
            }
        }
        if (low == 0) {
            return ALWAYS;
        }
        for (int k = 0; k < HALVINGS; k++) {
            double middle = low + (high - low) / 2;
            if (pays(kept, stream, falseAlarm, middle, rounding)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static boolean pays(
            double kept, Stream stream, double falseAlarm, double patience, double rounding) {
        Balance balance = balance(kept, stream, falseAlarm, patience, rounding);
        return balance.margin() < -ROUNDING * balance.weighed();
    }

    /// δ ≥ (B−U) / ((1−e)(B−U) + (q−e)(U−P)).
    private static double closed(double kept, Stream stream, double falseAlarm, double rounding) {
        double gain = rounded(stream.flow()[0] - kept, rounding);
        double loss = rounded(kept - stream.punished(), rounding);
        double punishes = (stream.seen()[0] - falseAlarm) * loss;
        double needed = falseAlarm * gain;
        double noise = ROUNDING * (Math.abs(punishes) + Math.abs(needed));
        if (gain <= 0 && punishes >= needed - noise) {
            return ALWAYS;
        }
        if (punishes <= needed + noise) {
            return NEVER;
        }
        return gain / ((1 - falseAlarm) * gain + punishes);
    }
}
