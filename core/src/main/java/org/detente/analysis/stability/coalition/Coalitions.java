// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.detente.analysis.Completeness;
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
/// Each coalition has an equal share of the comparisons allowed, so that neither order nor threads
/// change the result.
public final class Coalitions {
    /// Sets of parties are numbered in the bits of an `int`.
    private static final int MOST_NUMBERED = 30;

    private final Arena arena;
    private final CoalitionLimits limits;
    private final int threadCount;

    private Coalitions(Arena arena, CoalitionLimits limits, int threadCount) {
        this.arena = arena;
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

    /// All coalitions of at least two members, smaller ones first.
    ///
    /// @param moverCount how many movers there are, at most [CoalitionLimits#MOST_MOVERS]
    /// @return their movers, ascending
    public static List<List<Integer>> all(int moverCount) {
        List<List<Integer>> all = new ArrayList<>();
        for (PartySet set : new PartySet((1 << moverCount) - 1).subsets()) {
            if (set.members().length > 1) {
                all.add(java.util.Arrays.stream(set.members()).boxed().toList());
            }
        }
        all.sort(Comparator.comparingInt(List::size));
        return all;
    }

    /// Decides for each coalition which states are stable.
    ///
    /// @param model the case
    /// @param coalitions the movers of each
    /// @param asked the feasible states for which the joint moves that upset them are wanted
    /// @param limits how far to look
    /// @param threadCount how many threads may work, at least 1; does not change the result
    /// @return the verdicts
    public static CoalitionResult of(
            CompiledCase model,
            List<List<Integer>> coalitions,
            List<Integer> asked,
            CoalitionLimits limits,
            int threadCount) {
        List<StateSet> seen = new ArrayList<>();
        List<Ranks> ranks = new ArrayList<>();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            seen.add(model.seen(mover));
            ranks.add(model.ranks(mover));
        }
        return of(
                model.space(),
                model.feasible(),
                seen,
                ranks,
                coalitions,
                asked,
                limits,
                threadCount);
    }

    /// Decides what a case compiles to.
    static CoalitionResult of(
            StateSpace space,
            StateSet feasible,
            List<StateSet> seen,
            List<Ranks> ranks,
            List<List<Integer>> coalitions,
            List<Integer> asked,
            CoalitionLimits limits,
            int threadCount) {
        if (space.moverCount() > MOST_NUMBERED
                || (long) space.product() << space.moverCount() > limits.mostCells()) {
            return new CoalitionResult(
                    feasible,
                    List.of(),
                    coalitions,
                    new Completeness.Truncated(CoalitionLimits.CELLS, limits.mostCells()));
        }
        return new Coalitions(new Arena(space, feasible, seen, ranks), limits, threadCount)
                .solve(coalitions, asked);
    }

    private CoalitionResult solve(List<List<Integer>> coalitions, List<Integer> asked) {
        long share = Math.max(1, limits.mostSteps() / Math.max(1, coalitions.size()));
        List<Callable<@Nullable CoalitionVerdict>> calls = new ArrayList<>();
        for (List<Integer> members : coalitions) {
            calls.add(() ->
                    new CoalitionKernel(arena, PartySet.of(members), new Budget(share))
                            .solve(asked));
        }
        List<CoalitionVerdict> verdicts = new ArrayList<>();
        List<List<Integer>> undecided = new ArrayList<>();
        List<@Nullable CoalitionVerdict> found = run(calls);
        for (int k = 0; k < found.size(); k++) {
            CoalitionVerdict verdict = found.get(k);
            if (verdict == null) {
                undecided.add(coalitions.get(k));
            } else {
                verdicts.add(verdict);
            }
        }
        return new CoalitionResult(
                arena.feasible(),
                verdicts,
                undecided,
                undecided.isEmpty()
                        ? new Completeness.Complete()
                        : new Completeness.Truncated(CoalitionLimits.STEPS, limits.mostSteps()));
    }

    private List<@Nullable CoalitionVerdict> run(List<Callable<@Nullable CoalitionVerdict>> calls) {
        List<@Nullable CoalitionVerdict> results = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threadCount)) {
            for (Future<@Nullable CoalitionVerdict> future : workers.invokeAll(calls)) {
                results.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a coalition could not be decided", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while deciding", e);
        }
        return results;
    }
}
