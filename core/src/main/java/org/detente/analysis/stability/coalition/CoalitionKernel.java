// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.coalition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.detente.analysis.stability.Concept;
import org.detente.compile.StateSet;
import org.jspecify.annotations.Nullable;

/// The states that one coalition would not upset: Nash, GMR, SMR and SEQ for coalitions
/// [Kilgour2001; Inohara2008].
///
/// What answers can leave the members with after x is the least of each member's ranks over what
/// the others can reach from x, member by member, since one member left no better off is enough. So
/// s is unstable if some x within the coalition's reach has all of these above the members' ranks
/// at s, and only the greatest such vectors of a class of states matter ([Front]). For SMR the
/// value of an answer is itself a front, of what the coalition can reach from there, and the values
/// of several answers meet.
///
/// Time O(states · front · members), and for SEQ as [PayingAnswers] says; memory O(states ·
/// members) and that of [JointMoves] for each set of the others.
final class CoalitionKernel {
    /// Up to so many members fronts of answers and replies are small; for more, states are looked
    /// at one by one.
    private static final int NARROW = 2;

    private final Arena arena;
    private final PartySet coalition;
    private final int[][] own;
    private final JointMoves moves;
    private final @Nullable JointMoves answers;
    private final Budget budget;

    CoalitionKernel(Arena arena, PartySet coalition, Budget budget) {
        this.arena = arena;
        this.coalition = coalition;
        this.budget = budget;
        this.own = arena.ranks(coalition);
        this.moves = arena.moves(coalition);
        PartySet others = coalition.others(arena.space().moverCount());
        this.answers = others.isEmpty() ? null : arena.moves(others);
        if (moves.tooMany() || (answers != null && answers.tooMany())) {
            budget.exhaust();
        }
    }

    /// What does not depend on the others' ranks, so that readings share it in which the members'
    /// are the same.
    ///
    /// @param stable the states that are stable under as many of Nash, GMR and SMR as the budget
    ///   was enough for
    /// @param leastByAny by member and state, the least rank that any answers can bring about; null
    ///   if there is nobody to answer or the budget was not enough
    /// @param left what is left of the budget; a kernel that goes on from here takes a copy
    @SuppressWarnings("ArrayRecordComponent") // shared, never changed and never compared
    record Shared(Map<Concept, StateSet> stable, int @Nullable [][] leastByAny, Budget left) {
        /// Copies the map.
        Shared {
            stable = Map.copyOf(stable);
        }
    }

    /// Decides what the members' own ranks decide.
    Shared decide() {
        Map<Concept, StateSet> stable = new EnumMap<>(Concept.class);
        Front[] replies = within(own);
        StateSet nash = stable(replies, budget);
        if (budget.exhausted()) {
            return new Shared(stable, null, budget);
        }
        stable.put(Concept.NASH, nash);
        if (answers == null) {
            CoalitionVerdict.CONCEPTS.forEach(c -> stable.put(c, nash));
            return new Shared(stable, null, budget);
        }
        int[][] leastByAny = leastByAny(answers);
        StateSet gmr = stable(within(leastByAny), budget);
        if (budget.exhausted()) {
            return new Shared(stable, null, budget);
        }
        stable.put(Concept.GMR, gmr);
        Budget half = budget.half();
        StateSet symmetric = symmetric(answers, replies, open(stable), half).or(nash);
        if (!half.exhausted()) {
            stable.put(Concept.SMR, symmetric);
        }
        budget.takeBack(half);
        return new Shared(stable, leastByAny, budget);
    }

    /// Decides the rest.
    ///
    /// @param sought of which states it is sought how the coalition upsets them
    /// @param shared what this kernel, or that of a reading in which the members' ranks are the
    ///   same, has decided; this kernel's budget is a copy of what that one left
    /// @return the verdict on as many concepts as the budget was enough for, or null if on none
    @Nullable CoalitionVerdict solve(Sought sought, Shared shared) {
        if (shared.stable().isEmpty()) {
            return null;
        }
        Map<Concept, StateSet> stable = new EnumMap<>(shared.stable());
        int[][] leastByAny = shared.leastByAny();
        if (leastByAny == null) {
            return verdict(sought, stable, Map.of());
        }
        PayingAnswers paying = new PayingAnswers(arena, coalition, moves, budget);
        StateSet sequential = paying.staying(open(stable)).or(stable(stable, Concept.NASH));
        if (!budget.exhausted()) {
            stable.put(Concept.SEQ, sequential);
        }
        return verdict(
                sought,
                stable,
                Map.of(
                        Concept.GMR,
                        (better, state) -> above(leastByAny, better, state),
                        Concept.SEQ,
                        paying::isUnanswered));
    }

    /// Those states that are stable only because moves would be answered, if they are.
    private static StateSet open(Map<Concept, StateSet> stable) {
        return stable(stable, Concept.GMR).copy().andNot(stable(stable, Concept.NASH));
    }

    private static StateSet stable(Map<Concept, StateSet> stable, Concept concept) {
        return java.util.Objects.requireNonNull(stable.get(concept));
    }

    private StateSet symmetric(JointMoves others, Front[] replies, StateSet open, Budget allowed) {
        return own.length <= NARROW
                ? stable(escapable(others, replies, allowed), allowed)
                : new Escapes(arena, coalition, replies, allowed).without(open);
    }

    /// Whether an improvement withstands the answers of a concept.
    private interface Withstands {
        boolean test(int better, int state);
    }

    private CoalitionVerdict verdict(
            Sought sought, Map<Concept, StateSet> stable, Map<Concept, Withstands> withstands) {
        CoalitionVerdict verdict = new CoalitionVerdict(members(), stable);
        List<Upset> upsets = new ArrayList<>();
        boolean leftOut = false;
        for (int state : sought.of(verdict)) {
            Concept firmest = firmest(state, stable);
            if (firmest != null) {
                Withstands test = withstands.get(firmest);
                Upset upset =
                        new UpsetSearch(arena, coalition, state, budget)
                                .find(
                                        firmest,
                                        x ->
                                                above(own, x, state)
                                                        && (test == null || test.test(x, state)));
                if (upset == null) {
                    leftOut = true;
                } else {
                    upsets.add(upset);
                }
            }
        }
        return verdict.with(upsets, leftOut);
    }

    /// The firmest concept under which the coalition upsets a state, of those decided.
    private static @Nullable Concept firmest(int state, Map<Concept, StateSet> stable) {
        for (Concept concept : List.of(Concept.GMR, Concept.SEQ, Concept.NASH)) {
            StateSet states = stable.get(concept);
            if (states != null && !states.contains(state)) {
                return concept;
            }
        }
        return null;
    }

    private List<Integer> members() {
        return Arrays.stream(coalition.members()).boxed().toList();
    }

    /// By class, the greatest vectors within the coalition's reach.
    private Front[] within(int[][] values) {
        Front[] fronts = new Front[moves.classCount()];
        int[] vector = new int[own.length];
        for (int index = 0; index < fronts.length; index++) {
            fronts[index] = new Front(own.length);
            for (int k = moves.start(index); k < moves.start(index + 1); k++) {
                read(values, moves.cells()[k], vector);
                budget.take(fronts[index].count() + 1L);
                fronts[index].add(vector, 0);
                if (budget.exhausted()) {
                    break;
                }
            }
        }
        return joined(fronts, budget);
    }

    /// Adds to each class what lies in the classes after it.
    private Front[] joined(Front[] fronts, Budget allowed) {
        Front[] joined = fronts.clone();
        for (int index = 0; index < fronts.length; index++) {
            if (moves.after(index).length > 0) {
                joined[index] = new Front(own.length);
                joined[index].addAll(fronts[index], allowed);
                for (int next : moves.after(index)) {
                    if (!allowed.exhausted()) {
                        joined[index].addAll(fronts[next], allowed);
                    }
                }
            }
        }
        return joined;
    }

    private static void read(int[][] values, int state, int[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = values[i][state];
        }
    }

    /// The feasible states whose ranks nothing in their class's front exceeds.
    private StateSet stable(Front[] fronts, Budget allowed) {
        StateSet stable = arena.feasible().copy();
        int[] vector = new int[own.length];
        for (int index = 0; index < fronts.length && !allowed.exhausted(); index++) {
            for (int k = moves.start(index); k < moves.start(index + 1); k++) {
                int state = moves.cells()[k];
                read(own, state, vector);
                allowed.take(fronts[index].count());
                if (fronts[index].exceeds(vector)) {
                    stable.remove(state);
                }
            }
        }
        return stable;
    }

    /// By member and state, the least rank that any answers can bring about.
    private int[][] leastByAny(JointMoves others) {
        int[][] least = new int[own.length][arena.space().product()];
        for (int i = 0; i < own.length; i++) {
            int[] ofClass = new int[others.classCount()];
            Arrays.fill(ofClass, PayingChains.BEYOND);
            for (int index = 0; index < ofClass.length; index++) {
                for (int k = others.start(index); k < others.start(index + 1); k++) {
                    ofClass[index] = Math.min(ofClass[index], own[i][others.cells()[k]]);
                }
            }
            for (int index = 0; index < ofClass.length; index++) {
                int reached = ofClass[index];
                for (int next : others.after(index)) {
                    reached = Math.min(reached, ofClass[next]);
                }
                for (int k = others.start(index); k < others.start(index + 1); k++) {
                    least[i][others.cells()[k]] = reached;
                }
                budget.take(others.after(index).length);
            }
        }
        return least;
    }

    /// By class, what the coalition can count on if it may move again after the answer.
    private Front[] escapable(JointMoves others, Front[] replies, Budget allowed) {
        Front[] afterAnswers = afterAnswers(others, replies, allowed);
        Front[] fronts = new Front[moves.classCount()];
        int[] vector = new int[own.length];
        for (int index = 0; index < fronts.length; index++) {
            fronts[index] = new Front(own.length);
            for (int k = moves.start(index);
                    k < moves.start(index + 1) && !allowed.exhausted();
                    k++) {
                int state = moves.cells()[k];
                read(own, state, vector);
                afterAnswers[others.classOf(state)].addMet(vector, fronts[index], allowed);
            }
        }
        return joined(fronts, allowed);
    }

    /// By class of the others, what is left after the worst answer and the best reply to it.
    private Front[] afterAnswers(JointMoves others, Front[] replies, Budget allowed) {
        Front[] ofClass = new Front[others.classCount()];
        int[] metAt = new int[replies.length];
        for (int index = 0; index < ofClass.length; index++) {
            Front met = null;
            for (int k = others.start(index); k < others.start(index + 1); k++) {
                int reply = moves.classOf(others.cells()[k]);
                if (metAt[reply] != index + 1 && !allowed.exhausted()) {
                    metAt[reply] = index + 1;
                    met = met == null ? replies[reply] : met.meet(replies[reply], allowed);
                }
            }
            ofClass[index] = met == null ? new Front(own.length) : met;
        }
        Front[] reached = ofClass.clone();
        for (int index = 0; index < ofClass.length; index++) {
            for (int next : others.after(index)) {
                if (!allowed.exhausted()) {
                    reached[index] = reached[index].meet(ofClass[next], allowed);
                }
            }
        }
        return reached;
    }

    private boolean above(int[][] values, int state, int than) {
        for (int i = 0; i < own.length; i++) {
            if (values[i][state] <= own[i][than]) {
                return false;
            }
        }
        return true;
    }
}
