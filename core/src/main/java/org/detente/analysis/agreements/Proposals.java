// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.agreements.Solved.Solution;

/// The packages worth tabling: reference points, not advice.
///
/// The Nash package, the Kalai–Smorodinsky package, and the efficient package that stays acceptable
/// in most readings; where these coincide, the efficient packages that are best for one signatory.
///
/// @param proposals three at most, each package once
/// @param readingCount in how many readings the packages were tried
record Proposals(List<Proposal> proposals, int readingCount) {
    /// How many packages are shown side by side.
    private static final int WANTED = 3;

    /// How many efficient packages are tried for how many readings they stay acceptable in.
    private static final int MOST_TRIED = 5_000;

    /// Copies the list.
    Proposals {
        proposals = List.copyOf(proposals);
    }

    /// A package worth tabling.
    ///
    /// @param reasons why, in a few words each
    /// @param index its index in the zone
    /// @param point the same as a point of the frontier
    /// @param acceptedCount in how many readings it is acceptable
    record Proposal(List<String> reasons, int index, int point, int acceptedCount) {
        /// Copies the list.
        Proposal {
            reasons = List.copyOf(reasons);
        }
    }

    /// Chooses.
    ///
    /// @param centre the problem at the centres, with an open zone or not
    /// @param readings the problem at the ends of ranges and under views
    /// @param names the parties' names, in the bargain's order
    static Proposals of(Solved centre, List<Bargain> readings, List<String> names) {
        List<Proposal> chosen = new ArrayList<>();
        if (!centre.isOpen()) {
            return new Proposals(chosen, readings.size());
        }
        add(chosen, centre, readings, "Nash", first(centre, Solution.NASH));
        add(
                chosen,
                centre,
                readings,
                "Kalai–Smorodinsky",
                first(centre, Solution.KALAI_SMORODINSKY));
        if (!readings.isEmpty()) {
            add(chosen, centre, readings, "most often acceptable", mostAccepted(centre, readings));
        }
        for (int party = 0;
                party < centre.bargain().signatoryCount() && chosen.size() < WANTED;
                party++) {
            add(chosen, centre, readings, "best for " + names.get(party), bestFor(centre, party));
        }
        return new Proposals(chosen, readings.size());
    }

    private static int first(Solved centre, Solution solution) {
        return centre.solution(solution).getFirst();
    }

    private static void add(
            List<Proposal> chosen,
            Solved centre,
            List<Bargain> readings,
            String reason,
            int index) {
        for (int k = 0; k < chosen.size(); k++) {
            Proposal known = chosen.get(k);
            if (known.index() == index) {
                List<String> reasons = new ArrayList<>(known.reasons());
                reasons.add(reason);
                chosen.set(k, new Proposal(reasons, index, known.point(), known.acceptedCount()));
                return;
            }
        }
        int point = centre.bargain().zone()[index];
        chosen.add(
                new Proposal(
                        List.of(reason), index, point, acceptedCount(centre, readings, point)));
    }

    private static int acceptedCount(Solved centre, List<Bargain> readings, int point) {
        int[] levels = centre.bargain().levels(point);
        int count = 0;
        for (Bargain reading : readings) {
            count += reading.accepts(levels) ? 1 : 0;
        }
        return count;
    }

    /// The efficient package that most readings accept; of several the one that splits what each
    /// could hope for most evenly.
    private static int mostAccepted(Solved centre, List<Bargain> readings) {
        int[] zone = centre.bargain().zone();
        int best = 0;
        int most = -1;
        for (int index = 0; index < Math.min(zone.length, MOST_TRIED); index++) {
            int accepted = acceptedCount(centre, readings, zone[index]);
            boolean better =
                    accepted > most
                            || (accepted == most
                                    && centre.gains().gainShare(index)
                                            > centre.gains().gainShare(best));
            if (better) {
                most = accepted;
                best = index;
            }
        }
        return best;
    }

    /// The efficient package that is best for one signatory.
    static int bestFor(Solved centre, int party) {
        int best = 0;
        for (int index = 1; index < centre.gains().packageCount(); index++) {
            if (centre.gains().gain(index, party) > centre.gains().gain(best, party)) {
                best = index;
            }
        }
        return best;
    }
}
