// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.detente.analysis.Progress;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;
import org.jspecify.annotations.Nullable;

/// Solves the readings of one case where its product is small enough to work on in place: one task
/// for each reading and as many of its movers as fit together, shared out among the threads.
///
/// The movers of the case as written are kept from one call to the next, 32 bits for each mover and
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
    private final List<InPlaceMover> asWritten = new ArrayList<>();
    private @Nullable Verdicts verdicts;

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

    /// The verdicts of readings that differ from the case as written in some movers' ranks, if in
    /// any.
    ///
    /// @param readings for each reading and mover its ranks
    /// @param workers who does the work
    /// @param progress is told how far it is
    /// @return one entry for each reading
    List<Verdicts> solve(List<List<Ranks>> readings, Workers workers, Progress progress) {
        Scratch scratch = new Scratch(workers.count(), space.product());
        List<List<InPlaceMover>> movers = movers(readings, scratch, workers);
        List<List<InPlaceMover>> unsolved =
                movers.stream()
                        .distinct()
                        .filter(reading -> verdicts == null || !reading.equals(asWritten))
                        .toList();
        List<Verdicts> found = solveAll(unsolved, scratch, workers, progress);
        int own = unsolved.indexOf(asWritten);
        if (own >= 0) {
            verdicts = found.get(own);
        }
        List<Verdicts> result = new ArrayList<>();
        for (List<InPlaceMover> reading : movers) {
            int index = unsolved.indexOf(reading);
            result.add(index < 0 ? Objects.requireNonNull(verdicts) : found.get(index));
        }
        return result;
    }

    /// The movers of readings, those of the case as written where ranks are the same.
    private List<List<InPlaceMover>> movers(
            List<List<Ranks>> readings, Scratch scratch, Workers workers) {
        List<List<Ranks>> withOwn = new ArrayList<>(List.of(ranks));
        withOwn.addAll(readings);
        List<int[]> toMake = new ArrayList<>();
        for (int k = 0; k < withOwn.size(); k++) {
            for (int mover = 0; mover < ranks.size(); mover++) {
                boolean own = withOwn.get(k).get(mover).sameAs(ranks.get(mover));
                if (k == 0 ? asWritten.isEmpty() : !own) {
                    toMake.add(new int[] {k, mover});
                }
            }
        }
        InPlaceMover[] made = new InPlaceMover[toMake.size()];
        workers.run(
                made.length,
                (worker, index) -> {
                    int mover = toMake.get(index)[1];
                    made[index] =
                            new InPlaceMover(
                                    space,
                                    mover,
                                    feasible,
                                    usable.get(mover),
                                    withOwn.get(toMake.get(index)[0]).get(mover),
                                    scratch.of(worker));
                });
        if (asWritten.isEmpty()) {
            asWritten.addAll(Arrays.asList(made).subList(0, ranks.size()));
        }
        List<List<InPlaceMover>> movers = new ArrayList<>();
        withOwn.forEach(_ -> movers.add(new ArrayList<>(asWritten)));
        for (int index = 0; index < made.length; index++) {
            movers.get(toMake.get(index)[0]).set(toMake.get(index)[1], made[index]);
        }
        return movers.subList(1, movers.size());
    }

    private List<Verdicts> solveAll(
            List<List<InPlaceMover>> readings,
            Scratch scratch,
            Workers workers,
            Progress progress) {
        Reports reports = new Reports(progress, readings.size() * ranks.size());
        findGeneral(readings, scratch, workers);
        List<List<InPlaceSeat>> groups = new ArrayList<>();
        for (int k = 0; k < readings.size(); k++) {
            groups.addAll(groups(payingSeats(k, readings.get(k))));
        }
        split(groups, workers.count());
        InPlaceMover.Stable[][] sequential = new InPlaceMover.Stable[readings.size()][ranks.size()];
        workers.run(
                groups.size(),
                (worker, index) -> {
                    List<InPlaceSeat> seats = groups.get(index);
                    List<InPlaceMover> reading = readings.get(seats.getFirst().reading());
                    solve(seats, reading, true, scratch.of(worker));
                    for (InPlaceSeat seat : seats) {
                        sequential[seat.reading()][seat.number()] = seat.stable();
                        reports.solved(space.movers().get(seat.number()).name());
                    }
                });
        List<Verdicts> result = new ArrayList<>();
        for (int k = 0; k < readings.size(); k++) {
            result.add(verdicts(readings.get(k), sequential[k]));
        }
        return result;
    }

    private static void solve(
            List<InPlaceSeat> seats, List<InPlaceMover> reading, boolean paying, long[] scratch) {
        List<InPlaceMoves> moves = reading.stream().map(InPlaceMover::moves).toList();
        new InPlaceKernel(seats, moves, scratch).solve(paying);
    }

    /// Finds what is stable under GMR and SMR, for movers of whom that is not known. It does not
    /// depend on the others' orders, so that movers of several readings can be looked at together.
    private void findGeneral(List<List<InPlaceMover>> readings, Scratch scratch, Workers workers) {
        List<InPlaceSeat> seats = new ArrayList<>();
        Set<InPlaceMover> noted = new HashSet<>();
        for (int k = 0; k < readings.size(); k++) {
            for (int number = 0; number < ranks.size(); number++) {
                InPlaceMover mover = readings.get(k).get(number);
                if (mover.general() == null && noted.add(mover)) {
                    seats.add(new InPlaceSeat(k, number, mover));
                }
            }
        }
        List<List<InPlaceSeat>> groups = groups(seats);
        split(groups, workers.count());
        workers.run(
                groups.size(),
                (worker, index) -> {
                    solve(groups.get(index), asWritten, false, scratch.of(worker));
                    groups.get(index).forEach(seat -> seat.mover().general(seat.stable()));
                });
    }

    /// The movers of a reading of whom more has to be found for SEQ and SSEQ.
    private static List<InPlaceSeat> payingSeats(int reading, List<InPlaceMover> movers) {
        List<InPlaceSeat> seats = new ArrayList<>();
        for (int number = 0; number < movers.size(); number++) {
            if (!movers.get(number).question().isEmpty()) {
                seats.add(new InPlaceSeat(reading, number, movers.get(number)));
            }
        }
        return seats;
    }

    /// Puts together who fits together, those whose values take most bits first.
    private static List<List<InPlaceSeat>> groups(List<InPlaceSeat> seats) {
        List<List<InPlaceSeat>> groups = new ArrayList<>();
        List<InPlaceSeat> widestFirst = new ArrayList<>(seats);
        widestFirst.sort(Comparator.comparingInt(seat -> -seat.bits()));
        for (InPlaceSeat seat : widestFirst) {
            List<InPlaceSeat> last = groups.isEmpty() ? List.of() : groups.getLast();
            List<InPlaceSeat> wider = new ArrayList<>(last);
            wider.add(seat);
            if (last.isEmpty() || !InPlaceKernel.fit(wider)) {
                groups.add(new ArrayList<>(List.of(seat)));
            } else {
                last.add(seat);
            }
        }
        return groups;
    }

    /// Splits groups until there is one for each worker, if there can be.
    private static void split(List<List<InPlaceSeat>> groups, int workerCount) {
        while (!groups.isEmpty() && groups.size() < workerCount) {
            List<InPlaceSeat> largest =
                    Collections.max(groups, Comparator.comparingInt(List::size));
            if (largest.size() == 1) {
                return;
            }
            List<InPlaceSeat> half = largest.subList(0, largest.size() / 2);
            groups.add(new ArrayList<>(half));
            half.clear();
        }
    }

    private Verdicts verdicts(
            List<InPlaceMover> movers, InPlaceMover.@Nullable Stable[] sequential) {
        Map<Concept, List<StateSet>> stable = new EnumMap<>(Concept.class);
        for (Concept concept : Concept.values()) {
            stable.put(concept, new ArrayList<>());
        }
        for (int number = 0; number < sequential.length; number++) {
            InPlaceMover mover = movers.get(number);
            InPlaceMover.Stable general = Objects.requireNonNull(mover.general());
            InPlaceMover.Stable answered = sequential[number];
            add(stable, Concept.NASH, mover.nash());
            add(stable, Concept.GMR, general.first());
            add(stable, Concept.SMR, general.second());
            add(stable, Concept.SEQ, answered == null ? mover.nash() : answered.first());
            add(stable, Concept.SSEQ, answered == null ? mover.nash() : answered.second());
        }
        return new Verdicts(stable, feasible);
    }

    private static void add(Map<Concept, List<StateSet>> to, Concept concept, StateSet states) {
        Objects.requireNonNull(to.get(concept)).add(states);
    }

    /// Each worker's room for values.
    private static final class Scratch {
        private final int size;
        private final long[][] ofWorker;

        private Scratch(int workerCount, int size) {
            this.size = size;
            this.ofWorker = new long[workerCount][];
        }

        private long[] of(int worker) {
            long[] known = ofWorker[worker];
            if (known == null) {
                known = new long[size];
                ofWorker[worker] = known;
            }
            return known;
        }
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
