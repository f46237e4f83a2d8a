// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.detente.analysis.Completeness;
import org.detente.analysis.Parallel;
import org.detente.analysis.stability.SingleMoves;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.jspecify.annotations.Nullable;

/// Which states parties that move together would upset [Kilgour2001; Inohara2008].
///
/// A coalition goes by any sequence of its members' moves to a state that each member ranks higher;
/// the others' answer must leave some member no better off. Under GMR and SMR they answer by any
/// moves, under SEQ by chains of joint moves of some of them, each better for all who make it; so a
/// party alone may be deterred under SEQ here where single answers would not deter it.
///
/// Each coalition has an equal share of the comparisons allowed in each reading, so that neither
/// order nor threads change the result.
public final class Coalitions {
    /// Sets of parties are numbered in the bits of an `int`.
    private static final int MOST_NUMBERED = 30;

    private final List<Arena> arenas;
    private final CoalitionLimits limits;
    private final int threadCount;

    private Coalitions(List<Arena> arenas, CoalitionLimits limits, int threadCount) {
        this.arenas = arenas;
        this.limits = limits;
        this.threadCount = threadCount;
    }

    /// The coalitions that a case names, without parties that have no options; those of whom fewer
    /// than two are left are left out.
    ///
    /// @param model the case
    /// @return their movers, ascending, each coalition once
    public static List<List<Integer>> named(CompiledCase model) {
        Set<List<Integer>> named = new LinkedHashSet<>();
        for (List<String> parties : model.source().coalitions()) {
            List<Integer> members =
                    parties.stream()
                            .map(model.space()::moverIndex)
                            .filter(m -> m >= 0)
                            .distinct()
                            .sorted()
                            .toList();
            if (members.size() > 1) {
                named.add(members);
            }
        }
        return List.copyOf(named);
    }

    /// All coalitions, those of one party among them, smaller ones first.
    ///
    /// @param moverCount how many movers there are
    /// @return their movers, ascending
    /// @throws IllegalArgumentException if there are more than [CoalitionLimits#MOST_MOVERS]
    public static List<List<Integer>> all(int moverCount) {
        if (moverCount > CoalitionLimits.MOST_MOVERS) {
            throw new IllegalArgumentException(
                    "all coalitions of at most %d movers; got %d"
                            .formatted(CoalitionLimits.MOST_MOVERS, moverCount));
        }
        List<List<Integer>> all = new ArrayList<>();
        for (PartySet set : new PartySet((1 << moverCount) - 1).subsets()) {
            all.add(Arrays.stream(set.members()).boxed().toList());
        }
        all.sort(Comparator.comparingInt(List::size));
        return all;
    }

    /// Decides for each coalition which states are stable, in each of some readings of a case.
    /// Readings in which nobody's ranks differ share their verdicts.
    ///
    /// @param readings the case, and the same under views; they share their space
    /// @param coalitions the movers of each
    /// @param sought of which states it is sought how coalitions upset them, by reading
    /// @param limits how far to look
    /// @param threadCount how many threads may work, at least 1; does not change the result
    /// @return the verdicts, one result for each reading
    public static List<CoalitionResult> of(
            List<CompiledCase> readings,
            List<List<Integer>> coalitions,
            List<Sought> sought,
            CoalitionLimits limits,
            int threadCount) {
        CompiledCase model = readings.getFirst();
        List<StateSet> seen = new ArrayList<>();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            seen.add(model.seen(mover));
        }
        return of(
                model.space(),
                model.feasible(),
                seen,
                readings.stream().map(Coalitions::ranks).toList(),
                coalitions,
                sought,
                limits,
                threadCount);
    }

    private static List<Ranks> ranks(CompiledCase model) {
        List<Ranks> ranks = new ArrayList<>();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            ranks.add(model.ranks(mover));
        }
        return ranks;
    }

    /// Decides what readings of a case compile to.
    ///
    /// @param ranks by reading, each mover's
    /// @param sought by reading; readings alike share those of the first of them
    static List<CoalitionResult> of(
            StateSpace space,
            StateSet feasible,
            List<StateSet> seen,
            List<List<Ranks>> ranks,
            List<List<Integer>> coalitions,
            List<Sought> sought,
            CoalitionLimits limits,
            int threadCount) {
        if (cells(space, coalitions) > limits.mostCells()) {
            CoalitionResult nothing =
                    new CoalitionResult(
                            feasible,
                            List.of(),
                            coalitions,
                            new Completeness.Truncated(CoalitionLimits.CELLS, limits.mostCells()));
            return Collections.nCopies(ranks.size(), nothing);
        }
        Terrain terrain = new Terrain(space, feasible, seen);
        List<Integer> alike = alike(ranks);
        List<Integer> distinct = List.copyOf(new LinkedHashSet<>(alike));
        List<Arena> arenas = new ArrayList<>();
        for (int reading : distinct) {
            arenas.add(
                    new Arena(
                            terrain,
                            ranks.get(reading),
                            arenas.isEmpty() ? null : arenas.getFirst()));
        }
        List<CoalitionResult> solved =
                new Coalitions(arenas, limits, threadCount)
                        .solve(coalitions, distinct.stream().map(sought::get).toList());
        return alike.stream().map(first -> solved.get(distinct.indexOf(first))).toList();
    }

    /// How many states, for each set of parties whose joint moves may be needed.
    private static double cells(StateSpace space, List<List<Integer>> coalitions) {
        double sets = 0;
        for (List<Integer> members : coalitions) {
            sets += 1 + Math.scalb(1.0, space.moverCount() - members.size());
        }
        double most = Math.scalb(1.0, space.moverCount());
        return space.moverCount() > MOST_NUMBERED
                ? Double.POSITIVE_INFINITY
                : space.product() * Math.min(sets, most);
    }

    /// For each reading the first in which everybody's ranks are the same.
    private static List<Integer> alike(List<List<Ranks>> ranks) {
        List<Integer> alike = new ArrayList<>();
        for (List<Ranks> reading : ranks) {
            int first = 0;
            while (!same(ranks.get(first), reading)) {
                first++;
            }
            alike.add(first);
        }
        return alike;
    }

    private static boolean same(List<Ranks> one, List<Ranks> other) {
        for (int mover = 0; mover < one.size(); mover++) {
            if (!one.get(mover).sameAs(other.get(mover))) {
                return false;
            }
        }
        return true;
    }

    private List<CoalitionResult> solve(List<List<Integer>> coalitions, List<Sought> sought) {
        long share = Math.max(1, limits.mostSteps() / Math.max(1, coalitions.size()));
        findMoves(coalitions);
        Map<List<Object>, Integer> firstOfAlike = new HashMap<>();
        List<Integer> alike = new ArrayList<>();
        List<Supplier<CoalitionKernel.Shared>> deciding = new ArrayList<>();
        for (Arena arena : arenas) {
            for (List<Integer> members : coalitions) {
                PartySet coalition = PartySet.of(members);
                alike.add(
                        firstOfAlike.computeIfAbsent(
                                arena.sameFor(coalition),
                                _ -> {
                                    deciding.add(() ->
                                            new CoalitionKernel(arena, coalition, new Budget(share))
                                                    .decide());
                                    return deciding.size() - 1;
                                }));
            }
        }
        List<CoalitionKernel.Shared> decided = run(deciding);
        List<Supplier<@Nullable CoalitionVerdict>> calls = new ArrayList<>();
        for (int k = 0; k < arenas.size(); k++) {
            Arena arena = arenas.get(k);
            Sought wanted = sought.get(k);
            for (List<Integer> members : coalitions) {
                CoalitionKernel.Shared shared = decided.get(alike.get(calls.size()));
                calls.add(() ->
                        new CoalitionKernel(arena, PartySet.of(members), shared.left().copy())
                                .solve(wanted, shared));
            }
        }
        List<@Nullable CoalitionVerdict> found = run(calls);
        List<CoalitionResult> results = new ArrayList<>();
        for (int k = 0; k < arenas.size(); k++) {
            results.add(
                    result(
                            coalitions,
                            found.subList(k * coalitions.size(), (k + 1) * coalitions.size())));
        }
        return results;
    }

    /// Finds where each coalition, the others together and, if that will be asked, each of them can
    /// go: every reading begins with these, and would wait for the first that does.
    private void findMoves(List<List<Integer>> coalitions) {
        Arena any = arenas.getFirst();
        Set<PartySet> sets = new LinkedHashSet<>();
        for (List<Integer> members : coalitions) {
            PartySet coalition = PartySet.of(members);
            PartySet others = coalition.others(any.space().moverCount());
            sets.add(coalition);
            sets.add(others);
            if (!SingleMoves.fits(any.space())) {
                for (int other : others.members()) {
                    sets.add(new PartySet(1 << other));
                }
            }
        }
        run(
                sets.stream()
                        .filter(set -> !set.isEmpty())
                        .map(set -> (Supplier<JointMoves>) () -> any.moves(set))
                        .toList());
    }

    private CoalitionResult result(
            List<List<Integer>> coalitions, List<@Nullable CoalitionVerdict> found) {
        List<CoalitionVerdict> verdicts = new ArrayList<>();
        List<List<Integer>> undecided = new ArrayList<>();
        for (int k = 0; k < found.size(); k++) {
            CoalitionVerdict verdict = found.get(k);
            if (verdict == null) {
                undecided.add(coalitions.get(k));
            } else {
                verdicts.add(verdict);
            }
        }
        boolean complete =
                undecided.isEmpty() && verdicts.stream().allMatch(CoalitionVerdict::isComplete);
        return new CoalitionResult(
                arenas.getFirst().feasible(),
                verdicts,
                undecided,
                complete
                        ? new Completeness.Complete()
                        : new Completeness.Truncated(CoalitionLimits.STEPS, limits.mostSteps()));
    }

    private <T extends @Nullable Object> List<T> run(List<Supplier<T>> calls) {
        return Parallel.map(calls.size(), threadCount, k -> calls.get(k).get());
    }
}
