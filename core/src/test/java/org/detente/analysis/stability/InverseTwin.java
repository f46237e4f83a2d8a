// SPDX-License-Identifier: Apache-2.0
package org.detente.analysis.stability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.detente.analysis.stability.inverse.Edit;
import org.detente.analysis.stability.inverse.InverseResult;
import org.detente.compile.CompiledCase;
import org.detente.compile.Ranks;
import org.detente.compile.StateSet;
import org.detente.model.Condition;
import org.detente.model.Condition.Comparison;
import org.detente.model.Option;
import org.detente.model.Outcome;
import org.detente.model.PreferencePart.Order;
import org.detente.model.PreferencePart.Ranking;
import org.detente.model.Preferences;
import org.detente.testing.RandomModel;

/// The inverse question by trying everything: every edit of every party is applied to the case and
/// the case solved from the definitions. Edits that leave a party the same order count as one.
final class InverseTwin {
    private final CompiledCase model;
    private final Concept concept;
    private final List<Integer> states;
    private final List<Set<List<Integer>>> orders = new ArrayList<>();

    InverseTwin(CompiledCase model, Concept concept, List<Integer> states) {
        this.model = model;
        this.concept = concept;
        this.states = states;
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            Set<List<Integer>> reached = new HashSet<>();
            for (Edit edit : edits(mover)) {
                reached.add(orderAfter(model, mover, edit));
            }
            orders.add(reached);
        }
    }

    /// A state and the orders that some movers have when it lasts.
    record Found(int state, List<Integer> movers, List<List<Integer>> orders) {}

    /// The ranks of the feasible states after an edit, as dense as they can be.
    static List<Integer> orderAfter(CompiledCase model, int mover, Edit edit) {
        Ranks ranks = InverseResult.edited(model, List.of(mover), List.of(edit)).ranks(mover);
        int[] used = model.feasible().stream().map(ranks::rank).sorted().distinct().toArray();
        return model.feasible().stream()
                .mapToObj(s -> java.util.Arrays.binarySearch(used, ranks.rank(s)))
                .toList();
    }

    private List<Edit> edits(int mover) {
        Preferences stated = model.source().preferencesOf(model.space().movers().get(mover).id());
        Ranking ranking = stated == null ? null : stated.part(Ranking.class);
        List<Edit> edits = new ArrayList<>();
        if (ranking != null) {
            for (int group = 0; group + 1 < ranking.groups().size(); group++) {
                edits.add(new Edit.GroupsSwapped(group));
            }
            for (int one : model.same().shown().stream().toArray()) {
                for (int other : model.same().shown().stream().toArray()) {
                    edits.add(new Edit.StatesSwapped(one, other));
                }
            }
            return edits;
        }
        Order order = stated == null ? null : stated.part(Order.class);
        int count = order == null ? 0 : order.statements().size();
        for (int from = 0; from < count; from++) {
            edits.add(new Edit.Dropped(from));
            for (int to = 0; to < count; to++) {
                edits.add(new Edit.Moved(from, to));
            }
        }
        for (Condition condition : vocabulary()) {
            for (int at = 0; at <= count; at++) {
                edits.add(new Edit.Added(condition, at));
            }
        }
        return edits;
    }

    private List<Condition> vocabulary() {
        List<Condition> conditions = new ArrayList<>();
        for (Option option : model.space().options()) {
            option.levels()
                    .forEach(level -> {
                        for (Comparison how : List.of(Comparison.EQUAL, Comparison.AT_LEAST)) {
                            conditions.add(new Condition.Compare(option.ref(), how, level.name()));
                        }
                    });
        }
        for (Outcome outcome : model.source().outcomes()) {
            conditions.add(new Condition.InOutcome(outcome.id()));
        }
        List<Condition> negated =
                conditions.stream().map(c -> (Condition) new Condition.Not(c)).toList();
        conditions.addAll(negated);
        return conditions;
    }

    /// Whether a state is stable for everybody, with some movers' orders replaced.
    private boolean lasts(int state, List<Integer> movers, List<List<Integer>> replaced) {
        List<StateSet> seen = new ArrayList<>();
        List<Ranks> ranks = new ArrayList<>();
        int[] feasible = model.feasible().stream().toArray();
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            seen.add(model.seen(mover));
            int at = movers.indexOf(mover);
            if (at < 0) {
                ranks.add(model.ranks(mover));
                continue;
            }
            int[] byState = new int[model.space().product()];
            for (int k = 0; k < feasible.length; k++) {
                byState[feasible[k]] = replaced.get(at).get(k);
            }
            ranks.add(RandomModel.ranks(byState, feasible.length, true));
        }
        StabilityTwin twin =
                new StabilityTwin(new RandomModel(model.space(), model.feasible(), seen, ranks));
        for (int mover = 0; mover < model.space().moverCount(); mover++) {
            if (!twin.stable(mover, state, concept)) {
                return false;
            }
        }
        return true;
    }

    /// The least number of parties that must change, or [InverseResult#NONE], with all ways to do
    /// so.
    Set<Found> least() {
        Set<Found> found = new HashSet<>();
        states.stream()
                .filter(s -> lasts(s, List.of(), List.of()))
                .forEach(s -> found.add(new Found(s, List.of(), List.of())));
        for (int state : found.isEmpty() ? states : List.<Integer>of()) {
            for (int mover = 0; mover < orders.size(); mover++) {
                for (List<Integer> order : orders.get(mover)) {
                    if (lasts(state, List.of(mover), List.of(order))) {
                        found.add(new Found(state, List.of(mover), List.of(order)));
                    }
                }
            }
        }
        for (int state : found.isEmpty() ? states : List.<Integer>of()) {
            for (int one = 0; one < orders.size(); one++) {
                for (int other = one + 1; other < orders.size(); other++) {
                    pairs(found, state, List.of(one, other));
                }
            }
        }
        return found;
    }

    private void pairs(Set<Found> found, int state, List<Integer> movers) {
        for (List<Integer> first : orders.get(movers.get(0))) {
            for (List<Integer> second : orders.get(movers.get(1))) {
                if (lasts(state, movers, List.of(first, second))) {
                    found.add(new Found(state, movers, List.of(first, second)));
                }
            }
        }
    }
}
