// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.agreements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.detente.analysis.AgreementQuestions;
import org.detente.analysis.AnalysisOptions;
import org.detente.analysis.Parallel;
import org.detente.analysis.agreements.Solved.Solution;
import org.detente.analysis.agreements.stated.StatedFindings;
import org.detente.compile.AgreementForm;
import org.detente.compile.PackageBan;
import org.detente.compile.Readings;
import org.detente.math.FrontierLimits;
import org.jspecify.annotations.Nullable;

/// The bargaining solutions in readings drawn from what is stated, as shares of these, and at the
/// centre of what fits; for packages tabled in how many readings each party accepts them:
/// acceptability indices (Lahdelma, Hokkanen & Salminen 1998, European Journal of Operational
/// Research 106(1); not checked here).
///
/// Each reading is a bargaining problem with exact numbers and is solved like the case itself.
///
/// @param readings the readings
/// @param form the agreement
/// @param openCount in how many readings some package is acceptable to all
/// @param solutions by solution, its packages with the number of readings, most first
/// @param packages the packages looked up in each reading: those tabled, then frequent solutions
/// @param tabledCount how many of these are tabled
/// @param centre the problem at the centre of what fits
record Sampled(
        Readings readings,
        AgreementForm form,
        int openCount,
        SequencedMap<Solution, List<Share>> solutions,
        List<Accepted> packages,
        int tabledCount,
        Solved centre) {
    /// How many readings are wanted.
    static final int WANTED = 100;

    /// How many frequent solutions are looked up beside the packages tabled.
    private static final int MOST_FREQUENT = 3;

    /// Copies the lists.
    Sampled {
        solutions = new LinkedHashMap<>(solutions);
        packages = List.copyOf(packages);
    }

    /// A package and in how many readings it is a solution.
    record Share(List<Integer> levels, int count) {
        Share {
            levels = List.copyOf(levels);
        }
    }

    /// In how many readings a package is acceptable.
    ///
    /// @param levels the package
    /// @param byParty to each who must agree, in the order of [#deciding]
    /// @param toAll to all of them at once
    record Accepted(List<Integer> levels, SequencedMap<String, Integer> byParty, int toAll) {
        Accepted {
            levels = List.copyOf(levels);
            byParty = new LinkedHashMap<>(byParty);
        }
    }

    /// What was found in one reading.
    private record Found(Solved solved, Map<Solution, List<Integer>> packages) {}

    /// Draws readings and solves each.
    ///
    /// @param form the agreement
    /// @param stated what holds under all value functions, with the packages tabled
    /// @param options bounds, threads and seed
    /// @return null if nobody states more than points, if nothing that was drawn fits, or if so
    ///   many packages are efficient that solving as many problems takes too long
    static @Nullable Sampled of(
            AgreementForm form, StatedFindings stated, AnalysisOptions options) {
        Readings readings =
                Readings.of(form, form.factors(), options.seed(), WANTED, options.threadCount());
        if (!readings.isBound() || readings.size() == 0) {
            return null;
        }
        AgreementQuestions questions = options.questions().agreements();
        FrontierLimits limits =
                new FrontierLimits(
                        options.bounds().maxFrontier(), FrontierLimits.DEFAULT.maxCells(), 1);
        Solved centre = solved(readings.centre(), limits, questions);
        if (centre.bargain().frontier().size() > Ends.MOST_POINTS) {
            return null;
        }
        List<Found> found =
                Parallel.map(
                        readings.size(),
                        options.threadCount(),
                        index -> found(solved(readings.form(index), limits, questions)));
        SequencedMap<Solution, List<Share>> solutions = new LinkedHashMap<>();
        for (Solution solution : centre.solutions().keySet()) {
            solutions.put(solution, shares(found, solution));
        }
        return new Sampled(
                readings,
                form,
                (int) found.stream().filter(f -> f.solved().isOpen()).count(),
                solutions,
                accepted(form, packages(stated, solutions), found),
                stated.tabled().size(),
                centre);
    }

    private static Solved solved(
            AgreementForm form, FrontierLimits limits, AgreementQuestions questions) {
        return Solved.of("", form, limits, questions.egalitarian(), questions.utilitarian());
    }

    private static Found found(Solved solved) {
        Map<Solution, List<Integer>> packages = new LinkedHashMap<>();
        for (Solution solution : solved.solutions().keySet()) {
            if (solved.point(solution) >= 0) {
                packages.put(solution, Levels.list(solved.levels(solution)));
            }
        }
        return new Found(solved, packages);
    }

    private static List<Share> shares(List<Found> found, Solution solution) {
        Map<List<Integer>, Integer> counts = new LinkedHashMap<>();
        for (Found one : found) {
            List<Integer> levels = one.packages().get(solution);
            if (levels != null) {
                counts.merge(levels, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(e -> new Share(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt(Share::count).reversed())
                .toList();
    }

    private static Set<List<Integer>> packages(
            StatedFindings stated, Map<Solution, List<Share>> solutions) {
        Set<List<Integer>> packages = new LinkedHashSet<>(stated.tabled());
        solutions
                .values()
                .forEach(shares ->
                        shares.stream()
                                .filter(s -> s.count() > 1)
                                .limit(MOST_FREQUENT)
                                .forEach(s -> packages.add(s.levels())));
        return packages;
    }

    private static List<Accepted> accepted(
            AgreementForm form, Set<List<Integer>> packages, List<Found> found) {
        List<Accepted> accepted = new ArrayList<>();
        for (List<Integer> levels : packages) {
            int[] own = Levels.array(levels);
            SequencedMap<String, Integer> byParty = new LinkedHashMap<>();
            int toAll = 0;
            for (String party : deciding(form)) {
                boolean crossed =
                        form.broken(own).stream()
                                .anyMatch(ban ->
                                        ban.kind() == PackageBan.Kind.RED_LINE
                                                && ban.name().equals(party));
                int count = 0;
                for (Found one : found) {
                    count += !crossed && gains(one.solved().bargain(), party, own) ? 1 : 0;
                }
                byParty.put(party, count);
            }
            for (Found one : found) {
                toAll += one.solved().bargain().accepts(own) ? 1 : 0;
            }
            accepted.add(new Accepted(levels, byParty, toAll));
        }
        return accepted;
    }

    /// Whether a package is worth enough to a party; one without points in the reading only has its
    /// red lines.
    private static boolean gains(Bargain bargain, String party, int[] levels) {
        int index = bargain.parties().indexOf(party);
        return index < 0
                || bargain.space().value(index, levels)
                        >= bargain.floor(index) - bargain.tolerance(index);
    }

    /// Who must agree: signatories, then ratifiers.
    static Set<String> deciding(AgreementForm form) {
        Set<String> parties = new LinkedHashSet<>(form.signatories());
        parties.addAll(form.ratifiers());
        return parties;
    }

    /// In how many readings a package is a solution.
    int count(Solution solution, List<Integer> levels) {
        int count = 0;
        for (Share share : solutions.getOrDefault(solution, List.of())) {
            count += share.levels().equals(levels) ? share.count() : 0;
        }
        return count;
    }

    /// In how many readings a solution gives an item each of its levels.
    ///
    /// @param solution which solution
    /// @param item the item's index
    /// @return counts by level
    int[] levelCounts(Solution solution, int item) {
        int[] counts = new int[form.items().get(item).levels().size()];
        for (Share share : solutions.getOrDefault(solution, List.of())) {
            counts[share.levels().get(item)] += share.count();
        }
        return counts;
    }
}
