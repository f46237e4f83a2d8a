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
        return new Ledger(kept, stream, falseAlarm).at(patience);
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
        Ledger ledger = new Ledger(kept, stream, falseAlarm);
        if (stream.flow().length == 1) {
            return ledger.closed();
        }
        if (ledger.pays(NEAR_ONE)) {
            return NEVER;
        }
        double holds = NEAR_ONE;
        for (int k = GRID - 1; k >= 1; k--) {
            double patience = (double) k / GRID;
            if (ledger.pays(patience)) {
                return bisected(ledger, patience, holds);
            }
            holds = patience;
        }
        return ALWAYS;
    }

    private static double bisected(Ledger ledger, double failing, double holding) {
        double low = failing;
        double high = holding;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = low + (high - low) / 2;
            if (ledger.pays(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// What keeping and a breach bring, step by step.
    ///
    /// Keeping brings U − P a step until a false alarm, a breach brings its flow less P until it is
    /// seen, and P comes on top of both. Their difference in step t is therefore ((1−e)^t − s_t) L
    /// − s_t g_t, where s_t is the chance of not having been seen before, L = U − P what is lost
    /// and g_t what the breach brings beyond U. Summed up in this way nothing cancels, so that a
    /// margin keeps its sign however small it is, and L and g_t that are 0 up to rounding count as
    /// 0.
    private static final class Ledger {
        private final double loss;
        private final double falseAlarm;
        private final double[] differences;
        private final double[] sizes;
        private final double complying;
        private final double unseen;
        private final double seen;
        private final double gain;

        Ledger(double kept, Stream stream, double falseAlarm) {
            double rounding = ROUNDING * size(kept, stream);
            int last = stream.flow().length - 1;
            this.falseAlarm = falseAlarm;
            this.loss = rounded(kept - stream.punished(), rounding);
            this.differences = new double[last];
            this.sizes = new double[last];
            double complies = 1;
            double hidden = 1;
            for (int step = 0; step < last; step++) {
                double lost = (complies - hidden) * loss;
                double won = hidden * rounded(stream.flow()[step] - kept, rounding);
                differences[step] = lost - won;
                sizes[step] = Math.abs(lost) + Math.abs(won);
                complies *= 1 - falseAlarm;
                hidden *= 1 - stream.seen()[step];
            }
            this.complying = complies;
            this.unseen = hidden;
            this.seen = stream.seen()[last];
            this.gain = rounded(stream.flow()[last] - kept, rounding);
        }

        private static double size(double kept, Stream stream) {
            double size = Math.max(Math.abs(kept), Math.abs(stream.punished()));
            for (double flow : stream.flow()) {
                size = Math.max(size, Math.abs(flow));
            }
            return size;
        }

        private static double rounded(double difference, double rounding) {
            return Math.abs(difference) <= rounding ? 0 : difference;
        }

        /// What keeping is worth beyond the breach at a patience. From the last step on (1−e)^t −
        /// s_t sums up to (c − s)(1−δ) + δ(cq − se) over (1−δ(1−e))(1−δ(1−q)).
        Balance at(double patience) {
            double alarmed = 1 - patience * (1 - falseAlarm);
            double caught = 1 - patience * (1 - seen);
            double lost =
                    ((complying - unseen) * (1 - patience)
                                    + patience * (complying * seen - unseen * falseAlarm))
                            / (alarmed * caught)
                            * loss;
            double won = unseen * gain / caught;
            double sum = lost - won;
            double size = Math.abs(lost) + Math.abs(won);
            for (int step = differences.length - 1; step >= 0; step--) {
                sum = differences[step] + patience * sum;
                size = sizes[step] + patience * size;
            }
            return new Balance((1 - patience) * sum, (1 - patience) * size);
        }

        /// Whether the breach pays at a patience.
        boolean pays(double patience) {
            Balance balance = at(patience);
            return balance.margin() < -ROUNDING * balance.weighed();
        }

        /// δ ≥ (B−U) / ((1−e)(B−U) + (q−e)(U−P)), for a breach of one entry.
        double closed() {
            double punishes = (seen - falseAlarm) * loss;
            double needed = falseAlarm * gain;
            double rounding = ROUNDING * (Math.abs(punishes) + Math.abs(needed));
            if (gain <= 0 && punishes >= needed - rounding) {
                return ALWAYS;
            }
            if (punishes <= needed + rounding) {
                return NEVER;
            }
            return gain / ((1 - falseAlarm) * gain + punishes);
        }
    }
}
