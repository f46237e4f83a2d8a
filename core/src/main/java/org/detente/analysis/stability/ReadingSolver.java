// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import org.detente.analysis.Progress;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.jspecify.annotations.Nullable;

/// Solves a case and the readings of it that differ in some movers' ranks only, as views and the
/// ends of ranges do. What cannot have changed is taken over: Nash, GMR and SMR of a mover depend
/// on nobody's order but its own, SEQ and SSEQ on everybody's.
///
/// Small products are solved in place, see [InPlaceSolver], and large ones tile by tile, see
/// [StabilityKernel]. Safe for use by several threads.
final class ReadingSolver {
    private final StateSpace space;
    private final StateSet feasible;
    private final List<StateSet> seen;
    private final List<Ranks> ranks;
    private final @Nullable InPlaceSolver inPlace;
    private @Nullable Verdicts verdicts;

    /// A case.
    ///
    /// @param space how states are numbered and who moves how
    /// @param feasible the feasible states
    /// @param seen for each mover the states it sees
    /// @param ranks for each mover its ranks
    ReadingSolver(StateSpace space, StateSet feasible, List<StateSet> seen, List<Ranks> ranks) {
        this.space = space;
        this.feasible = feasible;
        this.seen = List.copyOf(seen);
        this.ranks = List.copyOf(ranks);
        this.inPlace =
                InPlaceSolver.fits(space)
                        ? new InPlaceSolver(
                                space, feasible, StabilityKernel.usable(feasible, seen), ranks)
                        : null;
    }

    /// The solver of a compiled case, made once for each.
    static ReadingSolver of(CompiledCase model) {
        return model.derived(ReadingSolver.class, () -> made(model));
    }

    private static ReadingSolver made(CompiledCase model) {
        List<StateSet> seen = new ArrayList<>();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            seen.add(model.seen(mover));
        }
        return new ReadingSolver(model.space(), model.feasible(), seen, ranks(model));
    }

    /// The movers' ranks in a compiled case.
    static List<Ranks> ranks(CompiledCase model) {
        List<Ranks> ranks = new ArrayList<>();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            ranks.add(model.ranks(mover));
        }
        return ranks;
    }

    /// The verdicts of the case as it stands.
    ///
    /// @param threadCount how many threads may work, at least 1; does not change the result
    /// @param progress is told how far the work is
    synchronized Verdicts asItStands(int threadCount, Progress progress) {
        Verdicts known = verdicts;
        if (known == null) {
            try (Workers workers = new Workers(threadCount)) {
                known =
                        inPlace == null
                                ? StabilityKernel.solveInTiles(
                                        space,
                                        feasible,
                                        seen,
                                        ranks,
                                        Tiles.Shape.DEFAULT,
                                        workers,
                                        progress)
                                : inPlace.solve(List.of(ranks), workers, progress).getFirst();
            }
            verdicts = known;
        }
        return known;
    }

    /// The verdicts of readings of the case; those of the case as it stands are found on the way.
    ///
    /// @param readings for each reading and mover its ranks
    /// @param threadCount how many threads may work, at least 1; does not change the result
    /// @param progress is told how far the work is
    /// @return one entry for each reading
    synchronized List<Verdicts> readAs(
            List<List<Ranks>> readings, int threadCount, Progress progress) {
        if (inPlace != null) {
            List<List<Ranks>> withOwn = new ArrayList<>(List.of(ranks));
            withOwn.addAll(readings);
            try (Workers workers = new Workers(threadCount)) {
                List<Verdicts> found = inPlace.solve(withOwn, workers, progress);
                verdicts = found.getFirst();
                return found.subList(1, found.size());
            }
        }
        Verdicts known = asItStands(threadCount, progress);
        try (Workers workers = new Workers(threadCount)) {
            List<Verdicts> result = new ArrayList<>();
            for (List<Ranks> reading : readings) {
                result.add(
                        StabilityKernel.solveLikeInTiles(
                                space,
                                feasible,
                                seen,
                                reading,
                                ranks,
                                known,
                                Tiles.Shape.DEFAULT,
                                workers,
                                progress));
            }
            return result;
        }
    }
}
