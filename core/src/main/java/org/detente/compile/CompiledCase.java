// SPDX-License-Identifier: Apache-2.0
package org.detente.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.detente.model.Case;
import org.detente.model.Condition;
import org.detente.model.ModelError;
import org.detente.model.Outcome;
import org.detente.model.Problem;
import org.detente.model.Rule;
import org.detente.model.Same;
import org.detente.model.Setting;
import org.detente.model.Unseen;
import org.detente.model.View;
import org.jspecify.annotations.Nullable;

/// A case in the form that analyses work on: states by number, feasibility as bits, one rank table
/// for each party that can move.
///
/// Built once; [#under] and [#at] share everything that a view or a factor leaves as it is.
public final class CompiledCase {
    private final Case source;
    private final @Nullable View view;
    private final Core core;
    private final List<Ranks> ranks;
    private final Map<Class<?>, Derived> derived = new ConcurrentHashMap<>();
    private final Map<String, CompiledCase> viewed = new ConcurrentHashMap<>();

    /// What does not depend on preferences.
    record Core(
            StateSpace space,
            Conditions conditions,
            StateSet feasible,
            SameStates same,
            List<StateSet> seen,
            int now,
            SequencedMap<String, Integer> excludedCountByRule) {}

    private CompiledCase(Case source, @Nullable View view, Core core, List<Ranks> ranks) {
        this.source = source;
        this.view = view;
        this.core = core;
        this.ranks = List.copyOf(ranks);
    }

    /// Compiles a case.
    ///
    /// @param source the case, whose references have been checked
    /// @param maxStates the largest product of levels that is taken on
    /// @return the compiled case
    /// @throws ModelError with every problem found, without places
    public static CompiledCase of(Case source, long maxStates) {
        List<Problem> problems = new ArrayList<>();
        StateSpace space = StateSpace.of(source, maxStates, problems);
        stopIfAny(problems);
        Core core = core(source, space, problems);
        stopIfAny(problems);
        List<Ranks> ranks = new MoverRanks(source, core, problems, "").atCentre(null, List.of());
        stopIfAny(problems);
        checkSame(core, ranks, problems);
        for (View view : source.views()) {
            MoverRanks viewed =
                    new MoverRanks(
                            source.under(view), core, problems, "views.%s.".formatted(view.id()));
            if (viewed.canBeWrong()) {
                checkSame(core, viewed.atCentre(source, ranks), problems);
            }
        }
        stopIfAny(problems);
        CompiledCase model = new CompiledCase(source, null, core, ranks);
        List<Problem> found = OutcomeCheck.problems(model, core.conditions());
        stopIfAny(found.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList());
        return model;
    }

    private static void stopIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ModelError("case.yaml", problems);
        }
    }

    private static Core core(Case source, StateSpace space, List<Problem> problems) {
        Conditions conditions = new Conditions(space, source);
        StateSet feasible = StateSet.all(space.product());
        SequencedMap<String, Integer> excluded = new LinkedHashMap<>();
        for (Rule rule : source.rules()) {
            StateSet broken = conditions.where(rule.never());
            excluded.put(rule.id(), broken.count());
            feasible.andNot(broken);
        }
        if (feasible.isEmpty()) {
            problems.add(
                    Problem.error(
                            "rules",
                            "the rules leave no state at all",
                            "Loosen or remove one of them"));
        }
        int now = now(source, space);
        if (!feasible.isEmpty() && !feasible.contains(now)) {
            problems.add(nowBreaksRule(source, conditions, now));
        }
        List<StateSet> described = new ArrayList<>();
        for (Same same : source.same()) {
            described.add(conditions.where(same.states()).and(feasible));
        }
        List<StateSet> seen = new ArrayList<>();
        for (int mover = 0; mover < space.moverCount(); mover++) {
            seen.add(seen(source, space.movers().get(mover).id(), conditions, space));
        }
        return new Core(
                space,
                conditions,
                feasible,
                SameStates.of(described, feasible),
                List.copyOf(seen),
                now,
                Collections.unmodifiableSequencedMap(excluded));
    }

    private static int now(Case source, StateSpace space) {
        int now = 0;
        for (Setting setting : source.now()) {
            int option = space.indexOf(setting.item());
            now = space.with(now, option, space.levelIndex(option, setting.level()));
        }
        return now;
    }

    private static Problem nowBreaksRule(Case source, Conditions conditions, int now) {
        Rule rule =
                source.rules().stream()
                        .filter(r -> conditions.where(r.never()).contains(now))
                        .findFirst()
                        .orElseThrow();
        return Problem.error(
                "now",
                "the status quo breaks the rule '%s' (never: %s)"
                        .formatted(rule.id(), rule.never()),
                "Change a level in now, where options not named are at their first level, or the rule");
    }

    private static StateSet seen(
            Case source, String party, Conditions conditions, StateSpace space) {
        StateSet seen = StateSet.all(space.product());
        for (Unseen unseen : source.unseen()) {
            if (unseen.party().equals(party)) {
                seen.andNot(conditions.where(unseen.states()));
            }
        }
        return seen;
    }

    private static void checkSame(Core core, List<Ranks> ranks, List<Problem> problems) {
        for (StateSet merged : core.same().classes()) {
            Problem problem =
                    SameCheck.problem(core.space(), core.feasible(), core.seen(), ranks, merged);
            if (problem != null) {
                problems.add(problem);
            }
        }
    }

    /// What the user should know about the case's states: outcomes that cover none.
    ///
    /// @return warnings, without places
    public List<Problem> warnings() {
        return OutcomeCheck.problems(this, core.conditions());
    }

    /// The case that was compiled, as its view sees it.
    ///
    /// @return the case
    public Case source() {
        return source;
    }

    /// The view under which it was compiled.
    ///
    /// @return the view, or null for the case's own
    public @Nullable View view() {
        return view;
    }

    /// How states are numbered.
    ///
    /// @return the space
    public StateSpace space() {
        return core.space();
    }

    /// The feasible states, before merging.
    ///
    /// @return the set, shared: must not be changed
    public StateSet feasible() {
        return core.feasible();
    }

    /// Which states count as one, and which are shown.
    ///
    /// @return the merging
    public SameStates same() {
        return core.same();
    }

    /// The states a mover sees.
    ///
    /// @param mover its index
    /// @return the set, shared: must not be changed
    public StateSet seen(int mover) {
        return core.seen().get(mover);
    }

    /// Who can move where.
    ///
    /// @return the moves
    public Movement movement() {
        return new Movement(core.space(), core.feasible(), core.seen().toArray(StateSet[]::new));
    }

    /// A mover's ranks.
    ///
    /// @param mover its index
    /// @return ranks by state
    public Ranks ranks(int mover) {
        return ranks.get(mover);
    }

    /// The status quo.
    ///
    /// @return its state number
    public int now() {
        return core.now();
    }

    /// The states where a condition holds, feasible or not.
    ///
    /// @param condition a condition of this case
    /// @return a set that the caller may change
    public StateSet where(Condition condition) {
        return core.conditions().where(condition);
    }

    /// The feasible states of an outcome.
    ///
    /// @param outcome one of the case's outcomes
    /// @return a set that the caller may change
    public StateSet statesOf(Outcome outcome) {
        return core.conditions().outcome(outcome.id()).copy().and(core.feasible());
    }

    /// What the parties together can reach from the status quo by any moves.
    ///
    /// @return states, distances and paths
    public Reachability reachableByMoves() {
        return derived(
                Reachability.class,
                () -> Reachability.byMoves(core.space(), core.feasible(), core.seen(), core.now()));
    }

    /// What the parties together can reach from the status quo if whoever moves gains by it.
    ///
    /// @return states, distances and paths
    public Reachability reachableByImprovements() {
        return derived(
                        Improving.class,
                        () ->
                                new Improving(
                                        Reachability.byImprovements(
                                                core.space(),
                                                core.feasible(),
                                                core.seen(),
                                                ranks,
                                                core.now())))
                .reachability();
    }

    private record Improving(Reachability reachability) {}

    /// The one state that an outcome stands for where it is valued or told of.
    ///
    /// @param outcome one of the case's outcomes
    /// @return the state, or null if the outcome covers no state reachable from `now`
    public @Nullable OutcomePoint pointOf(Outcome outcome) {
        return OutcomePoint.of(this, outcome);
    }

    /// Where parties state both an order or ranking and points: how far the two differ.
    ///
    /// @return one entry for each such mover, in the case's order
    public List<Disagreement> disagreements() {
        return derived(
                        Disagreements.class,
                        () -> new Disagreements(Disagreement.of(this, core.conditions())))
                .all();
    }

    private record Disagreements(List<Disagreement> all) {}

    /// What is derived from this case once and asked for often, by several analyses.
    ///
    /// @param kind what it is; one of a kind is kept
    /// @param made derives it from this case and nothing else; must not ask for the same kind
    /// @param <T> its type, immutable
    /// @return what was derived at the first call
    public <T> T derived(Class<T> kind, Supplier<T> made) {
        return kind.cast(derived.computeIfAbsent(kind, _ -> new Derived()).value(made));
    }

    /// Something derived once. What derives it may ask for other kinds, which a map that computes
    /// under its own lock would not allow.
    private static final class Derived {
        private @Nullable Object value;

        synchronized Object value(Supplier<?> made) {
            Object known = value;
            if (known == null) {
                known = Objects.requireNonNull(made.get());
                value = known;
            }
            return known;
        }
    }

    /// How many states of the product each rule excludes, by rule id, in the case's order.
    ///
    /// @return an immutable map
    public SequencedMap<String, Integer> excludedCountByRule() {
        return core.excludedCountByRule();
    }

    /// The same case as a view sees it.
    ///
    /// @param other a view, as a rule one of the case's
    /// @return a compiled case that shares this one's space; the same at every call for a view that
    ///   the case itself holds
    public CompiledCase under(View other) {
        View own = source.view(other.id());
        return other.equals(own)
                ? viewed.computeIfAbsent(other.id(), _ -> seenAs(other))
                : seenAs(other);
    }

    private CompiledCase seenAs(View other) {
        Case viewed = source.under(other);
        List<Ranks> viewedRanks =
                new MoverRanks(viewed, core, new ArrayList<>(), "").atCentre(source, ranks);
        return new CompiledCase(viewed, other, core, viewedRanks);
    }

    /// The uncertain numbers that ordinal results can depend on: those in the movers' `values`, for
    /// parties whose ranks come from their values.
    ///
    /// @return the factors, in the order of the case
    public List<Factor> ordinalFactors() {
        return Points.factors(source, core.space());
    }

    /// The same case with some uncertain numbers elsewhere.
    ///
    /// @param given numbers by the path of the factor they are for
    /// @return a compiled case that shares this one's space
    public CompiledCase with(Map<String, Double> given) {
        List<Ranks> moved =
                new MoverRanks(source, core, new ArrayList<>(), "")
                        .at(new Quantities(source, given), source, ranks);
        return new CompiledCase(source, view, core, moved);
    }

    /// The same case with one factor elsewhere along its range.
    ///
    /// @param factor one of [#ordinalFactors]
    /// @param position where
    /// @return a compiled case that shares this one's space
    public CompiledCase at(Factor factor, Factor.Position position) {
        List<Ranks> moved =
                new MoverRanks(source, core, new ArrayList<>(), "")
                        .at(new Quantities(source, factor.path(), position), source, ranks);
        return new CompiledCase(source, view, core, moved);
    }
}
