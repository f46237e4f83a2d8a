// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.enforcement;

import org.detente.analysis.enforcement.Breaches.Breach;
import org.jspecify.annotations.Nullable;

/// Whether one signatory keeps a standing agreement.
///
/// @param party its index
/// @param kept its points a step while the agreement stands: U
/// @param worth what keeping is worth to it with false alarms, points a step at its stated
///   patience: V, by what follows the most tempting breach, so that `margin` is measured from it;
///   at most U; NaN without patience
/// @param falseAlarm the chance that its compliance looks like a breach within a step: e
/// @param breach the breach that comes nearest to paying: the one worth most at the stated
///   patience, else the one with the highest critical discount factor; null if it has nothing to
///   break the agreement with
/// @param anyPays whether some breach brings it more than keeping in some step
/// @param critical its critical discount factor over all breaches, [RepeatedPlay#ALWAYS] or
///   [RepeatedPlay#NEVER]
/// @param decisive the breach behind that factor, null with `breach`
/// @param patience its stated discount factor, or NaN
/// @param holds whether it keeps the agreement: at the stated patience, else if the future only
///   counts enough
/// @param margin by how much keeping is worth more than `breach`, divided by the most it could gain
///   by an agreement; [#UNBREAKABLE] without a breach; NaN without patience
/// @param leastDetection the least chance of being seen, the same for every breach, at which it
///   would still keep the agreement; NaN without patience, above 1 if no chance would do
/// @param longestDelay the most steps a breach could stay invisible with the agreement still kept;
///   -1 if it is not kept or patience is not stated, [#ANY_DELAY] if no delay matters
record Kept(
        int party,
        double kept,
        double worth,
        double falseAlarm,
        @Nullable Breach breach,
        boolean anyPays,
        double critical,
        @Nullable Breach decisive,
        double patience,
        boolean holds,
        double margin,
        double leastDetection,
        int longestDelay) {
    /// No delay that was looked at makes a breach pay.
    static final int ANY_DELAY = Integer.MAX_VALUE;

    /// What rounding may make of a margin of 0, as a share of what could be gained.
    static final double ROUNDING = 1e-9;

    /// The margin of who has nothing to break the agreement with: there is none, and whatever is
    /// smallest of several is another's.
    static final double UNBREAKABLE = Double.POSITIVE_INFINITY;

    /// Whether breaking pays in some way that only an answer could make up for: the breach that
    /// comes nearest to paying brings more a step than keeping, or is not deterred as things are.
    boolean isTempted() {
        return breach != null && (gain() > 0 || !holds || critical == RepeatedPlay.NEVER);
    }

    /// The breach that decides how much patience is needed, where that is another than `breach`;
    /// null where it is the same, or where any patience is enough.
    @Nullable Breach alsoDecisive() {
        return breach == null
                        || decisive == null
                        || decisive.state() == breach.state()
                        || critical == RepeatedPlay.ALWAYS
                ? null
                : decisive;
    }

    /// What the breach brings a step beyond keeping; 0 without one.
    double gain() {
        return breach == null ? 0 : breach.points() - kept;
    }
}
