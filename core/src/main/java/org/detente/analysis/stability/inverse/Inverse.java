// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability.inverse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.detente.analysis.Completeness;
import org.detente.analysis.Parallel;
import org.detente.analysis.Progress;
import org.detente.analysis.stability.Concept;
import org.detente.analysis.stability.StabilityKernel;
import org.detente.analysis.stability.Verdicts;
import org.detente.compile.CompiledCase;
import org.detente.compile.StateSet;
import org.detente.compile.StateSpace;

/// The least change of what parties state after which a wanted state lasts [Kinsara2015]: one edit
/// of one party's statements; where none suffices, one edit of each of two parties. Every such
/// change is found, and each is checked from the definitions of the concept for every party.
///
/// The source asks for preference *rankings* that make a state stable; this asks for the least
/// change of *statements*, so that the answer can be said in the words of the case.
///
/// Where several states are wanted, those that are unstable for more parties than may be edited are
/// left out first, by one run of the kernel: SEQ implies GMR, SSEQ implies SMR, and GMR and SMR
/// depend on nobody's order but the party's own.
///
/// Time, for each wanted state: edits times what the others' answers reach, and under SEQ and SSEQ
/// paying classes times that, at most [InverseLimits#mostSteps]; memory 8 bytes a state for each
/// party. Without random choices; the number of threads does not change the result.
public final class Inverse {
    private static final int MOST_PARTIES = 2;

    private final CompiledCase model;
    private final Wanted wanted;
    private final Concept concept;
    private final InverseLimits limits;
    private final int threadCount;
    private final OwnMoves moves;
    private final List<IntToLongFunction> base = new ArrayList<>();
    private final List<PartyEdits> parties = new ArrayList<>();
    private boolean outOfSteps;

    private Inverse(
            CompiledCase model,
            Wanted wanted,
            Concept concept,
            InverseLimits limits,
            int threadCount) {
        this.model = model;
        this.wanted = wanted;
        this.concept = concept;
        this.limits = limits;
        this.threadCount = threadCount;
        this.moves = new OwnMoves(model);
        Vocabulary vocabulary = Vocabulary.of(model);
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            var ranks = model.ranks(mover);
            base.add(ranks::rank);
            parties.add(PartyEdits.of(model, mover, vocabulary));
        }
    }

    /// Searches for the least changes.
    ///
    /// @param model the compiled case
    /// @param wanted what should last
    /// @param concept under which concept
    /// @param limits how far to search
    /// @param threadCount how many threads may work, at least 1; does not change the result
    /// @return the changes, or that there are none so small
    public static InverseResult of(
            CompiledCase model,
            Wanted wanted,
            Concept concept,
            InverseLimits limits,
            int threadCount) {
        return new Inverse(model, wanted, concept, limits, threadCount).search();
    }

    private InverseResult search() {
        List<Candidate> candidates = candidates();
        List<Integer> lasting =
                candidates.stream()
                        .filter(c -> c.unstableCount() == 0)
                        .map(Candidate::state)
                        .toList();
        if (!lasting.isEmpty()) {
            return result(
                    0, lasting.stream().map(s -> new Answer(s, List.of())).toList(), candidates);
        }
        List<Candidate> tried =
                candidates.subList(0, Math.min(limits.mostStates(), candidates.size()));
        for (int size = 1; size <= MOST_PARTIES && !outOfSteps; size++) {
            List<Answer> answers = size == 1 ? alone(tried) : together(tried);
            if (!answers.isEmpty()) {
                return result(size, answers, candidates);
            }
        }
        return result(InverseResult.NONE, List.of(), candidates);
    }

    private InverseResult result(int size, List<Answer> answers, List<Candidate> candidates) {
        Completeness completeness =
                outOfSteps
                        ? new Completeness.Truncated(InverseLimits.STEPS, limits.mostSteps())
                        : size != 0 && candidates.size() > limits.mostStates()
                                ? new Completeness.Truncated(
                                        InverseLimits.STATES, limits.mostStates())
                                : new Completeness.Complete();
        List<InverseResult.NotEdited> notEdited = new ArrayList<>();
        int editCount = 0;
        for (PartyEdits party : parties) {
            String whyNot = party.whyNot();
            if (whyNot != null) {
                notEdited.add(new InverseResult.NotEdited(party.mover(), whyNot));
            }
            editCount += party.size();
        }
        return new InverseResult(
                model, wanted, concept, size, answers, notEdited, editCount, completeness);
    }

    private StateSearch search(int state, Steps steps) {
        return new StateSearch(moves, concept, state, base, steps);
    }

    /// A wanted state.
    ///
    /// @param state its number
    /// @param unstableCount for how many parties it is unstable as stated; 1 stands for one or more
    ///   where a single state is wanted
    /// @param leastPartyCount how many parties must be edited at least
    private record Candidate(int state, int unstableCount, int leastPartyCount) {}

    /// The wanted states that few enough edits might help, those nearest to lasting first, then
    /// those with the fewest options changed from now.
    private List<Candidate> candidates() {
        if (wanted.states().size() == 1) {
            int state = wanted.states().getFirst();
            Steps steps = new Steps(limits.mostSteps());
            boolean lasts = search(state, steps).stableAsStated();
            outOfSteps = steps.exhausted();
            return List.of(new Candidate(state, lasts ? 0 : 1, 0));
        }
        Verdicts verdicts = StabilityKernel.solve(model, threadCount, Progress.NONE);
        StateSpace space = model.space();
        List<Candidate> result = new ArrayList<>();
        for (int state : wanted.states()) {
            int unstable = 0;
            int least = 0;
            for (int mover = 0; mover < space.moverCount(); mover++) {
                unstable += unstable(verdicts.stableFor(concept, mover), state);
                least += unstable(verdicts.stableFor(ownOrderOnly(), mover), state);
            }
            if (least <= MOST_PARTIES) {
                result.add(new Candidate(state, unstable, least));
            }
        }
        result.sort(
                Comparator.comparingInt(Candidate::unstableCount)
                        .thenComparingInt(c -> changedCount(c.state()))
                        .thenComparingInt(Candidate::state));
        return result;
    }

    private static int unstable(StateSet stable, int state) {
        return stable.contains(state) ? 0 : 1;
    }

    private int changedCount(int state) {
        StateSpace space = model.space();
        int count = 0;
        for (int option = 0; option < space.optionCount(); option++) {
            count += space.level(state, option) == space.level(model.now(), option) ? 0 : 1;
        }
        return count;
    }

    /// The concept that ours implies and that depends on nobody's order but the party's own.
    private Concept ownOrderOnly() {
        return switch (concept) {
            case NASH, GMR, SMR -> concept;
            case SEQ -> Concept.GMR;
            case SSEQ -> Concept.SMR;
        };
    }

    /// One piece of the search.
    private record Task(Candidate candidate, int first, int second) {}

    private List<Answer> alone(List<Candidate> candidates) {
        List<Task> tasks = new ArrayList<>();
        for (Candidate candidate : candidates) {
            for (int party = 0;
                    party < parties.size() && candidate.leastPartyCount() < 2;
                    party++) {
                tasks.add(new Task(candidate, party, party));
            }
        }
        List<List<Answer>> found =
                run(
                        tasks,
                        (task, steps) -> {
                            PartyEdits party = parties.get(task.first());
                            List<Integer> edits =
                                    search(task.candidate().state(), steps).alone(party);
                            return edits.isEmpty()
                                    ? List.of()
                                    : List.of(
                                            new Answer(
                                                    task.candidate().state(),
                                                    List.of(choice(party, edits))));
                        });
        return found.stream().flatMap(List::stream).toList();
    }

    private List<Answer> together(List<Candidate> candidates) {
        List<Task> tasks = new ArrayList<>();
        for (Candidate candidate : candidates) {
            for (int first = 0; first < parties.size(); first++) {
                for (int second = first + 1; second < parties.size(); second++) {
                    tasks.add(new Task(candidate, first, second));
                }
            }
        }
        List<List<Answer>> found = run(tasks, this::together);
        return found.stream().flatMap(List::stream).toList();
    }

    private List<Answer> together(Task task, Steps steps) {
        PartyEdits first = parties.get(task.first());
        PartyEdits second = parties.get(task.second());
        List<StateSearch.Pairing> pairings =
                search(task.candidate().state(), steps).together(first, second);
        Map<List<Integer>, List<Integer>> bySecond = new LinkedHashMap<>();
        for (StateSearch.Pairing pairing : pairings) {
            bySecond.computeIfAbsent(pairing.second(), _ -> new ArrayList<>())
                    .addAll(pairing.first());
        }
        Map<List<Integer>, List<Integer>> byFirst = new LinkedHashMap<>();
        bySecond.forEach((seconds, firsts) ->
                byFirst.computeIfAbsent(firsts.stream().sorted().toList(), _ -> new ArrayList<>())
                        .addAll(seconds));
        List<Answer> answers = new ArrayList<>();
        byFirst.forEach((firsts, seconds) ->
                answers.add(
                        new Answer(
                                task.candidate().state(),
                                List.of(
                                        choice(first, firsts),
                                        choice(second, seconds.stream().sorted().toList())))));
        return answers;
    }

    private static Choice choice(PartyEdits party, List<Integer> edits) {
        return new Choice(party.mover(), edits.stream().map(party::edit).toList());
    }

    /// What a piece of the search does.
    private interface Work {
        List<Answer> answers(Task task, Steps steps);
    }

    /// Does all pieces, each with an equal share of the steps.
    private List<List<Answer>> run(List<Task> tasks, Work work) {
        long share = Math.max(1, limits.mostSteps() / Math.max(1, tasks.size()));
        List<Steps> taken = new ArrayList<>();
        for (int k = 0; k < tasks.size(); k++) {
            taken.add(new Steps(share));
        }
        List<List<Answer>> results =
                Parallel.map(
                        tasks.size(), threadCount, k -> work.answers(tasks.get(k), taken.get(k)));
        outOfSteps |= taken.stream().anyMatch(Steps::exhausted);
        return results;
    }
}
