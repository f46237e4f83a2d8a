// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.detente.analysis.Progress;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;

/// Finds every state that is stable for each mover under Nash, GMR, SMR [Howard1971], SEQ
/// [Fraser1979, Fraser1984] and SSEQ [Rego2017], exactly. Joint moves are those of [Fang1993].
///
/// Time: movers² · options · states, times the rounds the answers take to settle (one where nothing
/// is infeasible or unseen and answers need not pay). Memory beside the case's own: two ranks a
/// state; for each mover and state 16 bits for the order of its fibres and five bits of verdicts.
///
/// Unlike the sources it never lists moves. Let v(x) be the least the others can leave mover i with
/// by answering at x, or by doing nothing. Then s is unstable for i exactly if some x that it can
/// move to has both P_i(x) and v(x) above P_i(s). Both v and that "some" are minima and maxima over
/// fibres, hence sweeps; v is carried from one opponent's fibres to the next until nothing changes.
/// For SMR and SSEQ, v starts from the best that i can have after a move of its own. Within a fibre
/// a move passes infeasible states, since it changes all options at once; between movers it cannot,
/// so that those states are put back to "beyond" after each mover.
public final class StabilityKernel {
    private static final int STATES_A_CHUNK = 1 << 14;

    private final StateSpace space;
    private final StateSet feasible;
    private final List<StateSet> usable;
    private final List<Ranks> ranks;
    private final Workers workers;
    private final Progress progress;
    private final MoverKernel[] movers;
    private final boolean everythingUsable;
    private long done;

    private StabilityKernel(
            StateSpace space,
            StateSet feasible,
            List<StateSet> usable,
            List<Ranks> ranks,
            Tiles.Shape shape,
            Workers workers,
            Progress progress) {
        this.space = space;
        this.feasible = feasible;
        this.usable = usable;
        this.ranks = ranks;
        this.workers = workers;
        this.progress = progress;
        this.movers = new MoverKernel[space.moverCount()];
        boolean everything = true;
        for (int mover = 0; mover < movers.length; mover++) {
            everything &= usable.get(mover).count() == space.product();
            movers[mover] =
                    new MoverKernel(
                            space, mover, usable.get(mover), ranks.get(mover), shape, workers);
        }
        this.everythingUsable = everything;
    }

    /// Solves a case.
    ///
    /// @param model the compiled case
    /// @param threadCount how many threads may work, at least 1; does not change the result
    /// @param progress is told how far the work is
    /// @return the stable states of every mover under every concept
    public static Verdicts solve(CompiledCase model, int threadCount, Progress progress) {
        List<StateSet> seen = new ArrayList<>();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            seen.add(model.seen(mover));
        }
        return solve(
                model.space(),
                model.feasible(),
                seen,
                ReadingSolver.ranks(model),
                threadCount,
                progress);
    }

    /// Solves what a case compiles to.
    ///
    /// @param space how states are numbered and who moves how
    /// @param feasible the feasible states
    /// @param seen for each mover the states it sees
    /// @param ranks for each mover its ranks
    /// @param threadCount how many threads may work, at least 1; does not change the result
    /// @param progress is told how far the work is
    /// @return the stable states of every mover under every concept
    public static Verdicts solve(
            StateSpace space,
            StateSet feasible,
            List<StateSet> seen,
            List<Ranks> ranks,
            int threadCount,
            Progress progress) {
        return new ReadingSolver(space, feasible, seen, ranks).asItStands(threadCount, progress);
    }

    /// Solves tile by tile.
    ///
    /// @param shape how large tiles are made; does not change the result
    static Verdicts solveInTiles(
            StateSpace space,
            StateSet feasible,
            List<StateSet> seen,
            List<Ranks> ranks,
            Tiles.Shape shape,
            Workers workers,
            Progress progress) {
        return new StabilityKernel(
                        space, feasible, usable(feasible, seen), ranks, shape, workers, progress)
                .solve();
    }

    /// Solves tile by tile what differs from a case already solved in some movers' ranks only.
    ///
    /// @param knownRanks that case's ranks
    /// @param known its verdicts
    static Verdicts solveLikeInTiles(
            StateSpace space,
            StateSet feasible,
            List<StateSet> seen,
            List<Ranks> ranks,
            List<Ranks> knownRanks,
            Verdicts known,
            Tiles.Shape shape,
            Workers workers,
            Progress progress) {
        boolean[] sameOrder = new boolean[space.moverCount()];
        boolean allSame = true;
        for (int mover = 0; mover < sameOrder.length; mover++) {
            sameOrder[mover] = ranks.get(mover).sameAs(knownRanks.get(mover));
            allSame &= sameOrder[mover];
        }
        if (allSame) {
            return known;
        }
        StabilityKernel kernel =
                new StabilityKernel(
                        space, feasible, usable(feasible, seen), ranks, shape, workers, progress);
        return kernel.solve(mover ->
                sameOrder[mover] ? kernel.answersThatPay(mover, known) : kernel.solve(mover));
    }

    /// For each mover the feasible states that it sees.
    static List<StateSet> usable(StateSet feasible, List<StateSet> seen) {
        return seen.stream().map(visible -> visible.copy().and(feasible)).toList();
    }

    private Verdicts solve() {
        return solve(this::solve);
    }

    private Verdicts solve(IntFunction<Map<Concept, StateSet>> ofMover) {
        Map<Concept, List<StateSet>> stable = new EnumMap<>(Concept.class);
        for (Concept concept : Concept.values()) {
            stable.put(concept, new ArrayList<>());
        }
        for (int mover = 0; mover < movers.length; mover++) {
            Map<Concept, StateSet> own = ofMover.apply(mover);
            stable.forEach((concept, sets) -> sets.add(Objects.requireNonNull(own.get(concept))));
        }
        return new Verdicts(stable, feasible);
    }

    private Map<Concept, StateSet> solve(int mover) {
        Map<Concept, StateSet> stable = new EnumMap<>(Concept.class);
        Cells own = Cells.of(ranks.get(mover));
        Cells replies = Cells.like(ranks.get(mover));
        Cells value = Cells.like(ranks.get(mover));
        start(value, own);
        movers[mover].bestReplies(value, replies);
        stable.put(Concept.NASH, stable(mover, replies));
        report(mover, Concept.NASH);

        settle(mover, everythingUsable, (j, others) -> j.anyMoves(value, others));
        stable.put(Concept.GMR, guaranteed(mover, value));
        report(mover, Concept.GMR);

        start(value, replies);
        settle(mover, everythingUsable, (j, others) -> j.anyMoves(value, others));
        stable.put(Concept.SMR, guaranteed(mover, value));
        report(mover, Concept.SMR);

        sequential(mover, own, value, replies, stable);
        return stable;
    }

    /// SEQ and SSEQ anew; the rest, which depends on the mover's own order alone, as known.
    private Map<Concept, StateSet> answersThatPay(int mover, Verdicts known) {
        Map<Concept, StateSet> stable = new EnumMap<>(Concept.class);
        for (Concept concept : List.of(Concept.NASH, Concept.GMR, Concept.SMR)) {
            stable.put(concept, known.stableFor(concept, mover));
            report(mover, concept);
        }
        Cells own = Cells.of(ranks.get(mover));
        Cells replies = Cells.like(ranks.get(mover));
        Cells value = Cells.like(ranks.get(mover));
        start(value, own);
        movers[mover].bestReplies(value, replies);
        sequential(mover, own, value, replies, stable);
        return stable;
    }

    private void sequential(
            int mover, Cells own, Cells value, Cells replies, Map<Concept, StateSet> stable) {
        start(value, own);
        settle(mover, false, (j, others) -> j.payingMoves(value, replies, others));
        stable.put(Concept.SEQ, guaranteed(mover, value));
        report(mover, Concept.SEQ);
        stable.put(Concept.SSEQ, guaranteed(mover, replies));
        report(mover, Concept.SSEQ);
    }

    /// Copies ranks, with "beyond" where nobody can be.
    private void start(Cells value, Cells source) {
        int chunkCount = (space.product() + STATES_A_CHUNK - 1) / STATES_A_CHUNK;
        workers.run(
                chunkCount,
                (_, chunk) -> {
                    int from = chunk * STATES_A_CHUNK;
                    int length = Math.min(STATES_A_CHUNK, space.product() - from);
                    value.copy(source, from, length);
                    for (int word = from >>> 6; word << 6 < from + length; word++) {
                        long infeasible = ~feasible.word(word);
                        int end = Math.min(64, from + length - (word << 6));
                        infeasible &= end == 64 ? -1L : (1L << end) - 1;
                        for (; infeasible != 0; infeasible &= infeasible - 1) {
                            int bit = Long.numberOfTrailingZeros(infeasible);
                            value.set((word << 6) + bit, value.beyond());
                        }
                    }
                });
    }

    /// One opponent's part in carrying the least value.
    private interface Answer {
        void carry(MoverKernel opponent, MoverKernel... others);
    }

    /// Lets the opponents answer in turn until nothing changes. One turn by each suffices where
    /// their sweeps commute. An opponent's own moves are transitive, so that nothing is left for it
    /// to do until another has moved.
    private void settle(int mover, boolean sweepsCommute, Answer answer) {
        List<MoverKernel> opponents = new ArrayList<>(List.of(movers));
        opponents.remove(mover);
        opponents.forEach(MoverKernel::allStale);
        boolean settled = false;
        while (!settled) {
            for (MoverKernel opponent : opponents) {
                MoverKernel[] others =
                        sweepsCommute
                                ? new MoverKernel[0]
                                : opponents.stream()
                                        .filter(o -> o != opponent)
                                        .toArray(MoverKernel[]::new);
                answer.carry(opponent, others);
            }
            settled = opponents.stream().noneMatch(MoverKernel::anyStale);
        }
    }

    private StateSet guaranteed(int mover, Cells value) {
        movers[mover].bestGuaranteed(value);
        return stable(mover, value);
    }

    /// The feasible states from which a mover cannot get above its own rank.
    ///
    /// @param best the best it can get by moving from each state that it sees
    private StateSet stable(int mover, Cells best) {
        StateSet stable = StateSet.none(space.product());
        Cells own = Cells.of(ranks.get(mover));
        StateSet sees = usable.get(mover);
        int wordsAChunk = STATES_A_CHUNK >>> 6;
        workers.run(
                (stable.wordCount() + wordsAChunk - 1) / wordsAChunk,
                (_, chunk) -> {
                    int end = Math.min(stable.wordCount(), (chunk + 1) * wordsAChunk);
                    for (int word = chunk * wordsAChunk; word < end; word++) {
                        int length = Math.min(64, space.product() - (word << 6));
                        long leaves = best.above(own, word << 6, length) & sees.word(word);
                        stable.setWord(word, feasible.word(word) & ~leaves);
                    }
                });
        return stable;
    }

    private void report(int mover, Concept concept) {
        done++;
        progress.report(
                "%s for %s".formatted(concept.label(), space.movers().get(mover).name()),
                done,
                (long) movers.length * Concept.values().length);
    }
}
