// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.StateVerdict;
import org.detente.analysis.agreements.stated.StatedFindings;
import org.jspecify.annotations.Nullable;

/// All that the analysis of agreements found.
///
/// @param own the case as written, or the view it was compiled under
/// @param views the views
/// @param counts how many packages there are
/// @param closed why no package is acceptable, or null if one is
/// @param ends the headlines at the ends of ranges
/// @param levers the zone along the chances of outcomes without agreement
/// @param proposals the packages worth tabling
/// @param verdicts whether the states of these would last; empty where the case has no options
/// @param logrolling what one level more or less does around the first of these, or null
/// @param lookedUp the packages the user names
/// @param maxFrontier the bound on the exact frontier
/// @param stated what holds under every value function that statements leave, or null if nobody
///   states anything but points and red lines
/// @param sampled what readings drawn from what is stated say, or null if none were drawn
record AgreementsFindings(
        Solved own,
        List<Solved> views,
        Counts counts,
        @Nullable ClosedZone closed,
        Ends ends,
        List<FallbackLever> levers,
        Proposals proposals,
        List<StateVerdict> verdicts,
        @Nullable Logrolling logrolling,
        List<LookedUp> lookedUp,
        int maxFrontier,
        @Nullable StatedFindings stated,
        @Nullable Sampled sampled) {
    /// Copies the lists.
    AgreementsFindings {
        views = List.copyOf(views);
        levers = List.copyOf(levers);
        verdicts = List.copyOf(verdicts);
        lookedUp = List.copyOf(lookedUp);
    }

    /// How many packages there are.
    ///
    /// @param allowed by the rules and the moves
    /// @param uncrossed of these, without a red line crossed
    /// @param acceptable of these, acceptable to all who must agree; null if they were not counted
    record Counts(BigInteger allowed, BigInteger uncrossed, @Nullable BigInteger acceptable) {}

    /// The case as written, then the views.
    List<Solved> readings() {
        List<Solved> readings = new ArrayList<>();
        readings.add(own);
        readings.addAll(views);
        return readings;
    }

    /// The verdict on a state, or null if it was not judged.
    @Nullable StateVerdict verdict(int state) {
        for (StateVerdict verdict : verdicts) {
            if (verdict.state() == state) {
                return verdict;
            }
        }
        return null;
    }
}
