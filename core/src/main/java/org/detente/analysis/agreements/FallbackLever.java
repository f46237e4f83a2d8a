// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/// The zone and the Nash package along one uncertain number: where the zone opens and closes, and
/// who stands in the way there.
///
/// @param name what the number is, in words
/// @param paths the factors it stands for; several where parties believe each for themselves
/// @param isShare whether the number is a chance, 0..1
/// @param from the lower end looked at
/// @param to the upper end looked at
/// @param centre where the case stands
/// @param stops what was found along the way, by rising number
/// @param turns where the zone opens or closes, by rising number
record FallbackLever(
        String name,
        List<String> paths,
        boolean isShare,
        double from,
        double to,
        double centre,
        List<Stop> stops,
        List<Turn> turns) {
    /// How many equal steps the range is looked at in: fine enough to show a curve, and each turn
    /// between two stops is then closed in on.
    private static final int STEP_COUNT = 64;

    /// Turns are closed in on to this share of the range.
    private static final int HALVINGS = 24;

    /// Copies the lists.
    FallbackLever {
        paths = List.copyOf(paths);
        stops = List.copyOf(stops);
        turns = List.copyOf(turns);
    }

    /// What holds at one value.
    ///
    /// @param at the number
    /// @param isOpen whether a package is acceptable
    /// @param efficientCount how many acceptable packages are efficient
    /// @param nashGains each signatory's gain by the Nash package, in points; empty if closed
    /// @param fallbacks what no agreement is worth to each signatory, in points
    record Stop(
            double at,
            boolean isOpen,
            int efficientCount,
            List<Double> nashGains,
            List<Double> fallbacks) {
        /// Copies the lists.
        Stop {
            nashGains = List.copyOf(nashGains);
            fallbacks = List.copyOf(fallbacks);
        }
    }

    /// Where the zone opens or closes.
    ///
    /// @param at the number
    /// @param opensUpwards whether a higher number opens it
    /// @param binding who falls short just where it is closed, by index among the bargain's parties
    record Turn(double at, boolean opensUpwards, List<Integer> binding) {
        /// Copies the list.
        Turn {
            binding = List.copyOf(binding);
        }
    }

    /// Follows a number.
    ///
    /// @param name what it is
    /// @param paths what it stands for; all are moved together
    /// @param isShare whether it is a chance
    /// @param from the lower end
    /// @param to the upper end
    /// @param centre where the case stands
    /// @param solve solves the problem with the number at a value
    static FallbackLever along(
            String name,
            List<String> paths,
            boolean isShare,
            double from,
            double to,
            double centre,
            DoubleFunction<Bargain> solve) {
        List<Stop> stops = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        for (int step = 0; step <= STEP_COUNT; step++) {
            double at = from + (to - from) * step / STEP_COUNT;
            stops.add(stop(at, solve.apply(at)));
            if (step > 0) {
                Stop before = stops.get(step - 1);
                if (before.isOpen() != stops.get(step).isOpen()) {
                    turns.add(turn(before, stops.get(step), solve));
                }
            }
        }
        return new FallbackLever(name, paths, isShare, from, to, centre, stops, turns);
    }

    /// The numbers to give where all paths are at one value.
    static Map<String, Double> given(List<String> paths, double at) {
        Map<String, Double> given = new HashMap<>();
        paths.forEach(path -> given.put(path, at));
        return given;
    }

    private static Stop stop(double at, Bargain bargain) {
        List<Double> gains = new ArrayList<>();
        List<Double> fallbacks = new ArrayList<>();
        Solved solved = Solved.of("", bargain);
        int nash = solved.point(Solved.Solution.NASH);
        for (int party = 0; party < bargain.signatoryCount(); party++) {
            fallbacks.add(bargain.fallback(party));
            if (nash >= 0) {
                gains.add(bargain.gain(nash, party));
            }
        }
        return new Stop(at, bargain.isOpen(), bargain.zone().length, gains, fallbacks);
    }

    private static Turn turn(Stop lower, Stop upper, DoubleFunction<Bargain> solve) {
        boolean opensUpwards = upper.isOpen();
        double closed = opensUpwards ? lower.at() : upper.at();
        double open = opensUpwards ? upper.at() : lower.at();
        for (int k = 0; k < HALVINGS; k++) {
            double middle = closed + (open - closed) / 2;
            if (solve.apply(middle).isOpen()) {
                open = middle;
            } else {
                closed = middle;
            }
        }
        return new Turn(open, opensUpwards, binding(solve.apply(closed)));
    }

    /// Who falls short in the package that comes closest.
    private static List<Integer> binding(Bargain bargain) {
        List<Integer> binding = new ArrayList<>();
        int nearest = bargain.nearest();
        for (int party = 0; nearest >= 0 && party < bargain.parties().size(); party++) {
            if (bargain.shortfall(nearest, party) > 0) {
                binding.add(party);
            }
        }
        return binding;
    }
}
