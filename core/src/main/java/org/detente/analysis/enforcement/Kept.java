// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import org.detente.analysis.enforcement.Breaches.Breach;
import org.jspecify.annotations.Nullable;

/// Whether one signatory keeps a standing agreement.
///
/// @param party its index
/// @param kept its points a step while the agreement stands: U
/// @param falseAlarm the chance that its compliance looks like a breach within a step: e
/// @param breach its most tempting breach, the one worth most at the stated patience, else the one
///   with the highest critical discount factor; null if it has no option to breach with
/// @param critical its critical discount factor over all breaches, [RepeatedPlay#ALWAYS] or
///   [RepeatedPlay#NEVER]
/// @param decisive the breach behind that factor, null with `breach`
/// @param patience its stated discount factor, or NaN
/// @param margin by how much keeping is worth more than the most tempting breach, divided by the
///   most it could gain by an agreement; NaN without patience
/// @param leastDetection the least chance of being seen, the same for every breach, at which it
///   would still keep the agreement; NaN without patience, above 1 if no chance would do
/// @param longestDelay the most steps a breach could stay invisible with the agreement still kept;
///   -1 if it is not kept or patience is not stated, [#ANY_DELAY] if no delay matters
record Kept(
        int party,
        double kept,
        double falseAlarm,
        @Nullable Breach breach,
        double critical,
        @Nullable Breach decisive,
        double patience,
        double margin,
        double leastDetection,
        int longestDelay) {
    /// No delay that was looked at makes a breach pay.
    static final int ANY_DELAY = Integer.MAX_VALUE;

    /// What rounding may make of a margin of 0, as a share of what could be gained.
    static final double ROUNDING = 1e-9;

    /// Whether it keeps the agreement: at the stated patience, else if the future only counts
    /// enough.
    boolean holds() {
        return Double.isNaN(patience) ? critical != RepeatedPlay.NEVER : margin >= -ROUNDING;
    }

    /// Whether breaking pays in some way that only an answer could make up for: the most tempting
    /// breach brings more a step than keeping, or is not deterred as things are.
    boolean isTempted() {
        return breach != null
                && (gain() > ROUNDING * Math.max(1, Math.abs(kept))
                        || margin < -ROUNDING
                        || critical == RepeatedPlay.NEVER);
    }

    /// What the breach brings a step beyond keeping; 0 without one.
    double gain() {
        return breach == null ? 0 : breach.points() - kept;
    }
}
