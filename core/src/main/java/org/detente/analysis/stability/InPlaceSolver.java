// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.detente.analysis.Progress;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.jspecify.annotations.Nullable;

/// Solves the readings of one case where its product is small enough to work on in place: one task
/// for each reading and mover, shared out among the threads.
///
/// The moves of the case as written are kept from one call to the next, 16 bits for each mover and
/// state; those of readings with other ranks live as long as a call.
final class InPlaceSolver {
    /// The largest product that is solved in place: beyond it values leave the caches too often.
    static final int MOST_STATES = 1 << 20;

    /// The same for few movers, whose parts two threads cannot share evenly, as they can tiles.
    static final int MOST_STATES_OF_FEW_MOVERS = 1 << 18;

    private static final int FEW_MOVERS = 3;

    private final StateSpace space;
    private final StateSet feasible;
    private final List<StateSet> usable;
    private final List<Ranks> ranks;
    private final @Nullable InPlaceMoves[] moves;

    /// A case.
    ///
    /// @param space the space, which [#fits]
    /// @param feasible the feasible states
    /// @param usable for each mover the feasible states that it sees
    /// @param ranks for each mover its ranks in the case as written
    InPlaceSolver(StateSpace space, StateSet feasible, List<StateSet> usable, List<Ranks> ranks) {
        this.space = space;
        this.feasible = feasible;
        this.usable = List.copyOf(usable);
        this.ranks = List.copyOf(ranks);
        this.moves = new InPlaceMoves[ranks.size()];
    }

    /// Whether a space is small enough.
    static boolean fits(StateSpace space) {
        boolean few = space.moverCount() <= FEW_MOVERS;
        if (space.product() > (few ? MOST_STATES_OF_FEW_MOVERS : MOST_STATES)) {
            return false;
        }
        for (int mover = 0; mover < space.moverCount(); mover++) {
            long cells = 1;
            for (int option : space.optionsOf(mover)) {
                cells *= space.radix(option);
            }
            if (cells > FibreOrder.LARGEST_KEPT) {
                return false;
            }
        }
        return true;
    }

    /// The verdicts of the case as written.
    Verdicts solve(Workers workers, Progress progress) {
        return solve(List.of(ranks), null, workers, progress).getFirst();
    }

    /// The verdicts of readings that differ from the case as written in some movers' ranks.
    ///
    /// @param readings for each reading and mover its ranks
    /// @param known the verdicts of the case as written, or null
    /// @param workers who does the work
    /// @param progress is told how far it is
    /// @return one entry for each reading
    List<Verdicts> solve(
            List<List<Ranks>> readings,
            @Nullable Verdicts known,
            Workers workers,
            Progress progress) {
        List<Part> parts = new ArrayList<>();
        for (List<Ranks> reading : readings) {
            for (int mover = 0; mover < reading.size(); mover++) {
                parts.add(new Part(reading, mover, reading.get(mover).sameAs(ranks.get(mover))));
            }
        }
        List<InPlaceMoves> allMoves = moves(parts, workers);
        Reports reports = new Reports(progress, parts.size());
        List<Map<Concept, StateSet>> solved =
                new ArrayList<>(Collections.nCopies(parts.size(), Map.of()));
        workers.run(
                parts.size(),
                (_, index) -> {
                    Part part = parts.get(index);
                    int first = index - part.mover();
                    List<InPlaceMoves> opponents =
                            new ArrayList<>(allMoves.subList(first, first + part.reading().size()));
                    InPlaceMoves own = opponents.remove(part.mover());
                    Map<Concept, StateSet> stable =
                            new InPlaceKernel(
                                            feasible,
                                            part.reading().get(part.mover()),
                                            own,
                                            opponents)
                                    .solve(
                                            part.asWritten() && known != null
                                                    ? known.stableFor(part.mover())
                                                    : null);
                    solved.set(index, stable);
                    reports.solved(space.movers().get(part.mover()).name());
                });
        List<Verdicts> verdicts = new ArrayList<>();
        for (int reading = 0; reading < readings.size(); reading++) {
            int first = reading * ranks.size();
            verdicts.add(verdicts(solved.subList(first, first + ranks.size())));
        }
        return verdicts;
    }

    /// One mover of one reading.
    ///
    /// @param reading the ranks of its movers
    /// @param mover the mover
    /// @param asWritten whether its ranks are those of the case as written
    private record Part(List<Ranks> reading, int mover, boolean asWritten) {}

    /// Each part's own moves.
    private List<InPlaceMoves> moves(List<Part> parts, Workers workers) {
        @Nullable InPlaceMoves[] result = new InPlaceMoves[parts.size()];
        List<Integer> toMake = new ArrayList<>();
        boolean[] making = new boolean[moves.length];
        for (int index = 0; index < result.length; index++) {
            Part part = parts.get(index);
            boolean kept =
                    part.asWritten() && (moves[part.mover()] != null || making[part.mover()]);
            if (!kept) {
                toMake.add(index);
                making[part.mover()] |= part.asWritten();
            }
        }
        workers.run(
                toMake.size(),
                (_, k) -> {
                    int index = toMake.get(k);
                    int mover = parts.get(index).mover();
                    result[index] =
                            new InPlaceMoves(
                                    space,
                                    mover,
                                    usable.get(mover),
                                    parts.get(index).reading().get(mover));
                });
        List<InPlaceMoves> all = new ArrayList<>();
        for (int index = 0; index < result.length; index++) {
            Part part = parts.get(index);
            if (part.asWritten()) {
                moves[part.mover()] = result[index] == null ? moves[part.mover()] : result[index];
                result[index] = moves[part.mover()];
            }
            all.add(Objects.requireNonNull(result[index]));
        }
        return all;
    }

    private Verdicts verdicts(List<Map<Concept, StateSet>> ofMovers) {
        Map<Concept, List<StateSet>> stable = new EnumMap<>(Concept.class);
        for (Concept concept : Concept.values()) {
            stable.put(
                    concept,
                    ofMovers.stream().map(m -> Objects.requireNonNull(m.get(concept))).toList());
        }
        return new Verdicts(stable, feasible);
    }

    /// Tells of the parts done, one at a time.
    private static final class Reports {
        private final Progress progress;
        private final int total;
        private int done;

        private Reports(Progress progress, int total) {
            this.progress = progress;
            this.total = total;
        }

        private synchronized void solved(String mover) {
            done++;
            progress.report("what is stable for " + mover, done, total);
        }
    }
}
